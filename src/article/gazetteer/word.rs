//! What is known of a word besides that it may be the name of a place.

use super::{Gazetteer, longest};

/// A word of the language, or a name of people; or neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word(u8);

impl Word {
    /// One of the ten thousand that everybody uses.
    pub fn is_common(self) -> bool {
        self.0 & 0b1 != 0
    }

    /// In a dictionary, in small letters.
    pub fn is_in_dictionary(self) -> bool {
        self.0 & 0b10 != 0
    }

    pub fn is_given_name(self) -> bool {
        self.0 & 0b100 != 0
    }

    pub fn is_surname(self) -> bool {
        self.0 & 0b1000 != 0
    }

    /// One of the few hundred that most people have.
    pub fn is_frequent_surname(self) -> bool {
        self.0 & 0b10_0000 != 0
    }

    /// Whether a person may be called so.
    pub fn is_of_people(self) -> bool {
        self.0 & 0b1100 != 0
    }
}

impl Gazetteer {
    /// By its [key](super::super::fold::fold).
    pub fn word(&self, key: &str) -> Word {
        Word(self.words.get(key).unwrap_or_default() as u8)
    }

    /// The bytes of the longest Chinese word that the text begins with, of those that a place's name is only a part of.
    pub fn longest_chinese_word(&self, text: &str) -> usize {
        match longest(self.words.as_fst(), text.as_bytes()) {
            Some((length, bits)) if bits & 0b1_0000 != 0 => length,
            _ => 0,
        }
    }
}
