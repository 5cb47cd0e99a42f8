//! Words in Latin letters, and numbers.

use std::ops::Range;

/// A word and the bytes where it stands; a possessive ending is not part of it.
#[derive(Clone, Debug)]
pub struct Token<'a> {
    pub text: &'a str,
    pub range: Range<usize>,
}

impl Token<'_> {
    pub fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Of several letters, as in headlines and short forms.
    pub fn is_all_capitals(&self) -> bool {
        self.text.len() > 1 && !self.text.contains(char::is_lowercase)
    }

    pub fn is_number(&self) -> bool {
        self.text.starts_with(|first: char| first.is_ascii_digit())
    }
}

pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(start) = rest.find(|c: char| is_letter(c) || c.is_ascii_digit()) else {
            break;
        };
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let end = start + length(text, start, rest);
        let word = text.get(start..end).unwrap_or_default();
        let own = without_possessive(word);
        tokens.push(Token {
            text: own,
            range: start..start + own.len(),
        });
        at = end.max(start + 1);
    }
    tokens
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, 'À'..='ɏ' | 'Ḁ'..='ỿ')
}

/// Bytes of the word or number at the start of `rest`.
fn length(text: &str, start: usize, rest: &str) -> usize {
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
    }
    let mut length = 0;
    for (at, character) in rest.char_indices() {
        let next = || rest.get(at + character.len_utf8()..).unwrap_or_default();
        let belongs = is_letter(character)
            || matches!(character, '\'' | '’') && next().starts_with(is_letter)
            || character == '.' && is_part_of_initials(text, start + at, next());
        if !belongs {
            break;
        }
        length = at + character.len_utf8();
    }
    length
}

/// Whether a period stands between or behind single letters, as in `U.S.`, `N.Y.` and `J.`; or in `W.Va`.
fn is_part_of_initials(text: &str, at: usize, next: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let mut before = before.chars().rev();
    let follows_single_capital = before.next().is_some_and(char::is_uppercase)
        && !before.next().is_some_and(char::is_alphanumeric);
    let mut next = next.chars();
    match (next.next(), next.next()) {
        (Some(letter), after) if is_letter(letter) => {
            let is_single = !after.is_some_and(is_letter);
            is_single
                || follows_single_capital
                    && text
                        .get(at + 1..)
                        .is_some_and(|next| next.starts_with("Va"))
        }
        _ => follows_single_capital,
    }
}

fn without_possessive(word: &str) -> &str {
    let own = word
        .strip_suffix(['s', 'S'])
        .and_then(|word| word.strip_suffix(['\'', '’']));
    own.filter(|own| !own.is_empty()).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_where_a_reader_cuts_them() {
        for (text, words) in [
            ("In the U.S. today", vec!["In", "the", "U.S.", "today"]),
            ("China’s rise", vec!["China", "rise"]),
            ("CHINA'S RISE", vec!["CHINA", "RISE"]),
            ("John Q. Adams met.", vec!["John", "Q.", "Adams", "met"]),
            (
                "Charleston, W.Va., 1998",
                vec!["Charleston", "W.Va", "1998"],
            ),
            ("Coeur d’Alene", vec!["Coeur", "d’Alene"]),
            ("cross-border", vec!["cross", "border"]),
            ("在Xi’an和", vec!["Xi’an"]),
            ("", vec![]),
        ] {
            let found: Vec<_> = tokens(text).iter().map(|token| token.text).collect();
            assert_eq!(found, words, "{text}");
        }
    }
}
