//! Which characters a text has, roughly: enough to pass over texts that cannot have a word.

/// A bit for each Latin letter and each digit; all other characters share the bits that are left.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alphabet(u64);

const LETTERS: u32 = 26;
const DIGITS: u32 = 10;
const SHARED: u32 = u64::BITS - LETTERS - DIGITS;

impl Alphabet {
    /// Of a folded text.
    pub fn of(text: &str) -> Self {
        Self(
            text.chars()
                .fold(0, |bits, character| bits | bit(character)),
        )
    }

    /// False only where a text of this alphabet cannot have the word.
    pub fn may_have(self, word: Self) -> bool {
        word.0 & !self.0 == 0
    }
}

fn bit(character: char) -> u64 {
    let code = u32::from(character);
    1 << match character {
        'a'..='z' => code - u32::from('a'),
        '0'..='9' => LETTERS + code - u32::from('0'),
        _ => LETTERS + DIGITS + code % SHARED,
    }
}
