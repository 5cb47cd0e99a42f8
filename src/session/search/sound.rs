//! Chinese names as they are typed with Latin letters: `bijie`, or `bj`, for 毕节.

use std::collections::HashMap;
use std::ops::Range;

use pinyin::{Pinyin, ToPinyinMulti as _};

/// Names by their sound, one character a code.
#[derive(Clone, Debug, Default)]
pub struct Sounds {
    codes_by_character: HashMap<char, u16>,
    /// By code, how the character may be read, as positions in `syllables`.
    readings: Vec<Vec<u16>>,
    syllables: Vec<String>,
    syllables_by_text: HashMap<String, u16>,
    names: Vec<Heard>,
    codes: Vec<u16>,
    /// By code, its positions in `codes`, and the names that these are in.
    occurrences: Vec<Vec<Occurrence>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Occurrence {
    at: u32,
    name: u32,
}

/// A part of a name without foreign letters in it.
#[derive(Clone, Debug)]
struct Heard {
    /// Position of the thing whose name it is.
    entry: usize,
    codes: Range<usize>,
    /// Whether the name begins with it.
    is_start: bool,
}

impl Sounds {
    /// Adds a name; says for each code that it adds where in the name the character stands.
    pub fn add(&mut self, entry: usize, name: &str, mut see: impl FnMut(Range<usize>)) {
        let mut start = self.codes.len();
        let mut is_start = true;
        for (at, character) in name.char_indices() {
            if let Some(code) = self.code(character) {
                self.codes.push(code);
                see(at..at + character.len_utf8());
            } else if character.is_alphanumeric() {
                self.end_part(entry, start, is_start);
                start = self.codes.len();
                is_start = false;
            }
        }
        self.end_part(entry, start, is_start);
    }

    fn end_part(&mut self, entry: usize, start: usize, is_start: bool) {
        let codes = start..self.codes.len();
        if !codes.is_empty() {
            let name = self.names.len() as u32;
            for at in codes.clone() {
                let code = self.codes.get(at).map(|&code| usize::from(code));
                if let Some(of_code) = code.and_then(|code| self.occurrences.get_mut(code)) {
                    of_code.push(Occurrence {
                        at: at as u32,
                        name,
                    });
                }
            }
            self.names.push(Heard {
                entry,
                codes,
                is_start,
            });
        }
    }

    fn code(&mut self, character: char) -> Option<u16> {
        if character < '\u{3000}' {
            return None;
        }
        if let Some(code) = self.codes_by_character.get(&character) {
            return Some(*code);
        }
        let pinyin = character.to_pinyin_multi()?;
        let code = u16::try_from(self.readings.len()).ok()?;
        let mut readings = Vec::new();
        for syllable in pinyin.into_iter().map(Pinyin::plain) {
            // Typed as either.
            for letter in ["u", "v"] {
                readings.push(self.syllable(syllable.replace('ü', letter)));
            }
        }
        readings.sort_unstable();
        readings.dedup();
        self.readings.push(readings);
        self.occurrences.push(Vec::new());
        self.codes_by_character.insert(character, code);
        Some(code)
    }

    fn syllable(&mut self, text: String) -> u16 {
        // There are some hundreds.
        let new = self.syllables.len() as u16;
        let syllable = *self.syllables_by_text.entry(text.clone()).or_insert(new);
        if syllable == new {
            self.syllables.push(text);
        }
        syllable
    }

    /// Hands on where names sound like the word: the thing, and the positions of the codes.
    pub fn find(&self, word: &str, mut see: impl FnMut(usize, Range<usize>)) {
        let Some(listener) = Listener::new(self, word) else {
            return;
        };
        let mut free = 0;
        for Occurrence { at, name } in self.beginnings(&listener) {
            let (at, name) = (at as usize, name as usize);
            let Some(name) = self.names.get(name).filter(|_| at >= free) else {
                continue;
            };
            let begins_name = name.is_start && at == name.codes.start;
            let rest = self.codes.get(at..name.codes.end).unwrap_or_default();
            let heard = listener
                .syllables(rest)
                .or_else(|| listener.initials(rest).filter(|_| begins_name));
            if let Some(count) = heard {
                free = at + count;
                see(name.entry, at..free);
            }
        }
    }

    /// Where the word may begin, in order.
    fn beginnings(&self, listener: &Listener<'_>) -> Vec<Occurrence> {
        let characters = self.occurrences.iter().zip(&listener.characters);
        let may_begin = characters.filter(|(_, character)| character.may_begin());
        let mut beginnings: Vec<_> = may_begin
            .flat_map(|(of_code, _)| of_code)
            .copied()
            .collect();
        // As good as sorted: each character's are.
        beginnings.sort();
        beginnings
    }
}

/// The shortest word that is looked for by sound: one letter begins too many names.
const SHORTEST: usize = 2;
/// The longest one: positions in it are bits, with one more for its end.
const LONGEST: usize = 63;

/// What there is to know of a word before listening for it. Sets of positions in the word are the bits of a number.
struct Listener<'w> {
    word: &'w [u8],
    /// By code.
    characters: Vec<Character>,
}

#[derive(Clone, Default)]
struct Character {
    /// For each reading that occurs in the word: where, and its length.
    readings: Vec<(u64, usize)>,
    /// Where nothing but the beginning of a reading is left of the word.
    ends: u64,
    /// Where the word has the first letter of a reading.
    initials: u64,
}

impl Character {
    /// Whether the word may begin with the character: with most it may not.
    fn may_begin(&self) -> bool {
        let occurs = |(occurs, _): &(u64, usize)| occurs & 1 == 1;
        (self.ends | self.initials) & 1 == 1 || self.readings.iter().any(occurs)
    }
}

impl<'w> Listener<'w> {
    fn new(sounds: &Sounds, word: &'w str) -> Option<Self> {
        let is_latin = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if sounds.names.is_empty() || !is_latin || !(SHORTEST..=LONGEST).contains(&word.len()) {
            return None;
        }
        let syllables: Vec<_> = (sounds.syllables.iter())
            .map(|syllable| Syllable::new(syllable, word))
            .collect();
        let characters: Vec<_> = (sounds.readings.iter())
            .map(|readings| {
                let mut character = Character::default();
                for syllable in readings
                    .iter()
                    .filter_map(|&id| syllables.get(usize::from(id)))
                {
                    if syllable.occurs != 0 {
                        character.readings.push((syllable.occurs, syllable.len));
                    }
                    character.ends |= syllable.ends;
                    character.initials |= syllable.initials;
                }
                character
            })
            .collect();
        Some(Self {
            word: word.as_bytes(),
            characters,
        })
    }

    /// How many characters from here on sound like the word; of the last one its beginning is enough.
    fn syllables(&self, codes: &[u16]) -> Option<usize> {
        let mut reached = 1_u64;
        for (count, &code) in codes.iter().enumerate() {
            let character = self.characters.get(usize::from(code))?;
            if reached & character.ends != 0 {
                return Some(count + 1);
            }
            let from = std::mem::take(&mut reached);
            for (occurs, len) in &character.readings {
                reached |= (from & occurs) << len;
            }
            if reached == 0 {
                return None;
            }
        }
        None
    }

    /// Whether the word is the first letters of the characters from here on; how many these are.
    fn initials(&self, codes: &[u16]) -> Option<usize> {
        let codes = codes.get(..self.word.len())?;
        let all = codes.iter().enumerate().all(|(position, &code)| {
            let character = self.characters.get(usize::from(code));
            character.is_some_and(|character| character.initials >> position & 1 == 1)
        });
        all.then_some(codes.len())
    }
}

/// Where a syllable stands in a word.
struct Syllable {
    len: usize,
    occurs: u64,
    ends: u64,
    initials: u64,
}

impl Syllable {
    fn new(text: &str, word: &str) -> Self {
        let mut syllable = Self {
            len: text.len(),
            occurs: 0,
            ends: 0,
            initials: 0,
        };
        for position in 0..word.len() {
            let rest = word.get(position..).unwrap_or_default();
            let here = 1 << position;
            if rest.starts_with(text) {
                syllable.occurs |= here;
            }
            if text.starts_with(rest) {
                syllable.ends |= here;
            }
            if text.get(..1) == rest.get(..1) {
                syllable.initials |= here;
            }
        }
        syllable
    }
}
