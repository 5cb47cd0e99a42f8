//! How a name is looked up: the same as `assets/gazetteer/pipeline/keys.py`, which made the table.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower-case letters without accents and points, one space between words; written into `key`.
pub fn fold_into(key: &mut String, name: &str) {
    key.clear();
    if name.is_ascii() {
        for byte in name.bytes() {
            push(key, char::from(byte.to_ascii_lowercase()));
        }
    } else {
        for character in name.chars().flat_map(char::to_lowercase).nfkd() {
            push(key, character);
        }
    }
    key.truncate(key.trim_end().len());
    shorten_beginning(key);
}

/// As [`fold_into`], as a new text.
pub fn fold(name: &str) -> String {
    let mut key = String::new();
    fold_into(&mut key, name);
    key
}

fn push(key: &mut String, character: char) {
    match character {
        'a'..='z' | '0'..='9' => key.push(character),
        '.' | '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' => {}
        '-' | '\u{2010}' | '\u{2011}' => push_space(key),
        'ø' => key.push('o'),
        'ł' => key.push('l'),
        'đ' | 'ð' => key.push('d'),
        'ı' => key.push('i'),
        'æ' => key.push_str("ae"),
        'œ' => key.push_str("oe"),
        'ß' => key.push_str("ss"),
        'þ' => key.push_str("th"),
        _ if character.is_whitespace() => push_space(key),
        _ if is_combining_mark(character) => {}
        _ => key.push(character),
    }
}

fn push_space(key: &mut String) {
    if !key.is_empty() && !key.ends_with(' ') {
        key.push(' ');
    }
}

/// Saint, Fort and Mount begin many names in two ways.
fn shorten_beginning(key: &mut String) {
    for (long, short) in [("saint ", "st "), ("fort ", "ft "), ("mount ", "mt ")] {
        if key.starts_with(long) {
            key.replace_range(..long.len(), short);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for (name, key) in [
            ("São Paulo", "sao paulo"),
            ("Saint Paul", "st paul"),
            ("St. Paul", "st paul"),
            ("Coeur d’Alene", "coeur dalene"),
            ("U.S.", "us"),
            ("Stratford-upon-Avon", "stratford upon avon"),
            ("Łódź", "lodz"),
            ("  New\n York ", "new york"),
            ("毕节", "毕节"),
        ] {
            assert_eq!(fold(name), key);
        }
    }
}
