//! Texts as they are compared: without case, accents, width and ligatures.

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::char::{
    canonical_combining_class, decompose_compatible, is_combining_mark,
};

/// Stands between two texts; no folded text has it.
pub const SEPARATOR: char = '\n';

/// Adds what is compared of a text.
pub fn fold_into(folded: &mut String, text: &str) {
    each_folded(text, |_, character| folded.push(character));
}

pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// A text folded, with the way back.
pub struct Folded<'t> {
    original: &'t str,
    text: String,
    /// For each byte of the folded text, the start of the character that it came from.
    origins: Vec<usize>,
}

impl<'t> Folded<'t> {
    pub fn new(original: &'t str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len());
        each_folded(original, |origin, character| {
            text.push(character);
            origins.resize(text.len(), origin);
        });
        Self {
            original,
            text,
            origins,
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole characters, with their accents, that a part of the folded text came from.
    pub fn in_original(&self, folded: Range<usize>) -> Option<Range<usize>> {
        let start = *self.origins.get(folded.start)?;
        let last = *self.origins.get(folded.end.checked_sub(1)?)?;
        let mut rest = self.original.get(last..)?.chars();
        rest.next();
        let rest = rest.as_str().trim_start_matches(is_combining_mark);
        Some(start..self.original.len() - rest.len())
    }
}

/// Hands on each character of the folded text, with the byte of the original that it comes from.
fn each_folded(text: &str, mut see: impl FnMut(usize, char)) {
    // Several blanks are one.
    let mut after_blank = false;
    for (origin, character) in text.char_indices() {
        fold_character(character, |folded| {
            let is_blank = folded == ' ';
            if !(is_blank && after_blank) {
                see(origin, folded);
            }
            after_blank = is_blank;
        });
    }
}

/// What each character of the alphabets becomes, where that is one character; nothing where it must be worked out.
static ALPHABETS: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
    let alphabets = '\0'..'\u{3100}';
    let fold = |character| {
        let mut folded = Vec::new();
        work_out(character, |part| folded.push(part));
        match folded[..] {
            [one] => Some(one),
            _ => None,
        }
    };
    alphabets.map(fold).collect()
});

fn fold_character(character: char, mut see: impl FnMut(char)) {
    match character {
        // Most of all texts: nothing to fold, in Chinese neither.
        'a'..='z' | '0'..='9' | ' ' | ',' | '.' | '\u{4E00}'..='\u{9FFF}' => see(character),
        'A'..='Z' => see(character.to_ascii_lowercase()),
        _ => match ALPHABETS.get(character as usize) {
            Some(Some(folded)) => see(*folded),
            _ => work_out(character, see),
        },
    }
}

fn work_out(character: char, mut see: impl FnMut(char)) {
    decompose_compatible(character, |part| match part {
        // Korean: letters without case.
        '\u{1100}'..='\u{11FF}' => see(part),
        _ => {
            for lower in part.to_lowercase() {
                fold_part(lower, &mut see);
            }
        }
    });
}

/// Folds what has no parts and no case any more.
fn fold_part(character: char, see: &mut impl FnMut(char)) {
    let letters = match character {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        '“' | '”' | '„' | '‟' | '«' | '»' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        // "Xi'an" is found by "xian".
        '\'' | '`' | '‘' | '’' | '‛' | 'ʻ' | 'ʼ' | '′' => "",
        blank if blank.is_whitespace() => " ",
        _ if is_unseen(character) => "",
        // Accents. Marks of class 0 are letters, such as the vowels of Devanagari.
        _ if canonical_combining_class(character) != 0 => "",
        _ => return see(character),
    };
    letters.chars().for_each(see);
}

/// Whether it only steers how the text around it is set.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_folds_to_a_separator() {
        for character in '\0'..=char::MAX {
            let folded = fold(character.encode_utf8(&mut [0; 4]));
            assert!(!folded.contains(SEPARATOR), "{character:?}");
        }
    }
}
