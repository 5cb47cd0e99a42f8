//! How much of a file is parsed. What a parser makes something of is counted before it is parsed, for it takes
//! hundreds of bytes for each, and a hostile file has one in every byte.

/// Words, signs, blanks and line breaks of a front matter. One of 80,000 places has as many.
pub(super) const PIECES: usize = 4_000_000;
/// Signs with a meaning in Markdown, line breaks included. A text of 20,000 passages has 50 in each.
pub(super) const SIGNS: usize = 1_000_000;

/// The bytes of TOML up to the end of the last line that is whole within `most` pieces.
pub(super) fn toml_within(text: &str, most: usize) -> usize {
    let mut rest = text.as_bytes();
    let mut line_start = 0;
    for _ in 0..most {
        let Some(&first) = rest.first() else {
            return text.len();
        };
        rest = rest.get(piece(rest)..).unwrap_or_default();
        if first == b'\n' {
            line_start = text.len() - rest.len();
        }
    }
    if rest.is_empty() {
        text.len()
    } else {
        line_start
    }
}

/// The bytes of Markdown before the sign that is one too many.
pub(super) fn markdown_within(text: &str, most: usize) -> usize {
    /// Bytes that are counted together: as many signs fit into a byte.
    const TOGETHER: usize = 128;

    let mut left = most;
    for (number, piece) in text.as_bytes().chunks(TOGETHER).enumerate() {
        let signs: u8 = piece.iter().map(|&byte| u8::from(is_sign(byte))).sum();
        if usize::from(signs) > left {
            let mut signs = piece.iter().enumerate().filter(|(_, byte)| is_sign(**byte));
            let at = signs.nth(left).map_or(piece.len(), |(at, _)| at);
            return number * TOGETHER + at;
        }
        left -= usize::from(signs);
    }
    text.len()
}

/// Asked for each byte of a long text: without a branch, so that the processor asks for many at once.
fn is_sign(byte: u8) -> bool {
    let is_it = |sum: u8, sign: &u8| sum | u8::from(byte == *sign);
    b"\n*_[]!<>&`|\\~#+-".iter().fold(0, is_it) != 0
}

/// Bytes of the piece that stands first.
fn piece(text: &[u8]) -> usize {
    let all_of = |belongs: fn(&u8) -> bool| text.iter().take_while(|byte| belongs(byte)).count();
    match text {
        [b'"', b'"', b'"', ..] => closed(text, b"\"\"\"", Lines::Several),
        [b'\'', b'\'', b'\'', ..] => closed(text, b"'''", Lines::Several),
        [b'"', ..] => closed(text, b"\"", Lines::One),
        [b'\'', ..] => closed(text, b"'", Lines::One),
        [b'#', ..] => all_of(|&byte| byte != b'\n'),
        [b' ' | b'\t', ..] => all_of(|byte| matches!(byte, b' ' | b'\t')),
        [
            b'=' | b',' | b'.' | b'[' | b']' | b'{' | b'}' | b'\n' | b'\r',
            ..,
        ] => 1,
        _ => all_of(|byte| !b"=,.[]{}\n\r \t#\"'".contains(byte)),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Lines {
    One,
    Several,
}

/// A text in quotes; one that is not closed ends with its line, or with all.
fn closed(text: &[u8], quote: &[u8], lines: Lines) -> usize {
    let mut at = quote.len();
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        match rest {
            [b'\\', b'\\' | b'"', ..] if quote.starts_with(b"\"") => at += 2,
            [b'\n', ..] if lines == Lines::One => return at,
            _ if rest.starts_with(quote) => return at + quote.len(),
            _ => at += 1,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pieces: usize) {
        assert_eq!(toml_within(text, pieces), text.len(), "enough for {text:?}");
        assert_ne!(
            toml_within(text, pieces - 1),
            text.len(),
            "too few for {text:?}"
        );
    }

    #[test]
    fn words_signs_blanks_and_line_breaks_are_counted() {
        check("a = 1\n", 6);
        check("[[a.b]]\r\n", 9);
        check("a=[1,2]", 7);
    }

    #[test]
    fn a_text_and_a_remark_are_one_piece() {
        check("\"a = [1, \\\" 2]\"", 1);
        check("'a\\'=", 2);
        check("\"\"\"a\n\"\" = \\\"\"\"\n\"\"\"\n", 2);
        check("'''\n''\\''' # = = =\n", 4);
    }

    #[test]
    fn a_text_that_is_not_closed_hides_nothing_behind_it() {
        check("\"a\n=\"\\\n", 5);
        check("'a\n=", 3);
    }

    #[test]
    fn the_cut_is_at_the_end_of_a_line() {
        assert_eq!(toml_within("a = 1\nbc = 2\n", 9), 6);
        assert_eq!(toml_within("==", 1), 0);
    }

    #[test]
    fn a_text_ends_before_the_sign_that_is_one_too_many() {
        assert_eq!(markdown_within("a *b* c", 2), 7);
        assert_eq!(markdown_within("毕 *节* c", 1), 8);
    }
}
