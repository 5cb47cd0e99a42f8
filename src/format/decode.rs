//! The text of a file of another program, which may be older than UTF-8.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, and what it was encoded in where that is not UTF-8.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Option<&'static str>,
}

/// Reads UTF-8 and UTF-16; other text as the Chinese encoding where it is Chinese then, else as a Western one.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes)
        && (encoding == UTF_16LE || encoding == UTF_16BE)
    {
        return Decoded {
            text: encoding.decode(bytes).0,
            encoding: Some("UTF-16"),
        };
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return Decoded {
            text: text.strip_prefix('\u{FEFF}').unwrap_or(text).into(),
            encoding: None,
        };
    }
    let (chinese, is_broken) = GB18030.decode_without_bom_handling(bytes);
    if !is_broken && is_chinese(&chinese) {
        return Decoded {
            text: chinese,
            encoding: Some("GBK"),
        };
    }
    Decoded {
        text: WINDOWS_1252.decode_without_bom_handling(bytes).0,
        encoding: Some("Windows-1252 (Western European)"),
    }
}

/// Whether most of what is not ASCII are common characters; those of a wrong guess are scattered over all of them, and
/// stand inside Western words: "Caf閟" is "Cafés".
fn is_chinese(text: &str) -> bool {
    let next = text.chars().skip(1);
    let in_words = text
        .chars()
        .zip(next)
        .filter(|(before, character)| before.is_ascii_alphabetic() && !character.is_ascii());
    let in_words = in_words.count();
    let others = || text.chars().filter(|character| !character.is_ascii());
    let common = others().filter(|character| {
        matches!(character, '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FA5}' | '\u{FF00}'..='\u{FFEF}' | '“' | '”' | '—' | '…')
    });
    let count = others().count();
    common.count() * 10 >= count * 9 && in_words * 2 <= count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_told_apart() {
        let gbk = GB18030.encode("毕节，贵州").0;
        for (bytes, text, encoding) in [
            ("毕节".as_bytes(), "毕节", None),
            (b"\xEF\xBB\xBFa", "a", None),
            (&gbk, "毕节，贵州", Some("GBK")),
            (b"\xFF\xFEa\0", "a", Some("UTF-16")),
            (b"\xFE\xFF\0a", "a", Some("UTF-16")),
            (
                b"Caf\xE9s in Z\xFCrich",
                "Cafés in Zürich",
                Some("Windows-1252 (Western European)"),
            ),
            (
                b"caf\xE9, na\xEFve",
                "café, naïve",
                Some("Windows-1252 (Western European)"),
            ),
        ] {
            let decoded = decode(bytes);
            assert_eq!((&*decoded.text, decoded.encoding), (text, encoding));
        }
    }
}
