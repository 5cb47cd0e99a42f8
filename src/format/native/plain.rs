//! Tables of short texts and numbers, one to a line, as most of a large story is: read in one pass over their bytes.
//! What is not as plain as that is left to the TOML parser, which takes many times as long.

use std::borrow::Cow;
use std::ops::Range;

use super::table::{Key, Number, Table, Value, What};

const BLANKS: [char; 2] = [' ', '\t'];

/// Fills an empty table from a section that begins with a line such as `[[place]]`, and gives the header's bytes. Where not
/// all of the section is plain there are none, and the table has to be cleared.
pub(super) fn read<'t>(section: &'t str, table: &mut Table<'t>) -> Option<Range<usize>> {
    let header = section.find('[')?..section.find("]]")? + 2;
    for (start, line) in lines(section).skip(1) {
        let content = line.strip_suffix('\n').unwrap_or(line);
        let content = content.strip_suffix('\r').unwrap_or(content);
        if !content.is_empty() {
            let (key, value) = pair(content, start)?;
            // That a key stands there twice is for the parser to tell.
            if table.pairs.iter().any(|(there, _)| there.name == key.name) {
                return None;
            }
            table.pairs.push((key, value));
        }
    }
    Some(header)
}

/// Each with its line break, and where it begins.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    let mut start = 0;
    let line = move |end: usize| {
        let begins = std::mem::replace(&mut start, end);
        text.get(begins..end).map(|line| (begins, line))
    };
    breaks
        .chain([text.len()])
        .filter_map(line)
        .filter(|(_, line)| !line.is_empty())
}

/// Of a line that begins at byte `start`.
fn pair(line: &str, start: usize) -> Option<(Key<'_>, Value<'_>)> {
    let end = bare(line);
    let (name, rest) = line.split_at_checked(end).filter(|_| end > 0)?;
    let rest = rest.trim_start_matches(BLANKS).strip_prefix('=')?;
    let rest = rest.trim_start_matches(BLANKS);
    let begins = start + line.len() - rest.len();
    let written = rest.trim_end_matches(BLANKS);
    let key = Key {
        name: Cow::Borrowed(name),
        span: start..start + end,
    };
    let value = Value {
        what: text(written).or_else(|| number(written))?,
        span: begins..begins + written.len(),
    };
    Some((key, value))
}

/// Bytes of the key without quotes that a text begins with.
pub(super) fn bare(text: &str) -> usize {
    let is_bare = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    text.bytes().take_while(is_bare).count()
}

/// In quotes, and nothing in it means anything but itself.
fn text(written: &str) -> Option<What<'_>> {
    let inside = written.strip_prefix('"')?.strip_suffix('"')?;
    let is_itself =
        |byte: u8| (byte >= b' ' || byte == b'\t') && !matches!(byte, b'"' | b'\\' | 0x7F);
    inside
        .bytes()
        .all(is_itself)
        .then_some(What::Text(Cow::Borrowed(inside)))
}

/// As in `105`, `-0.5`.
fn number(written: &str) -> Option<What<'_>> {
    let unsigned = written.strip_prefix('-').unwrap_or(written);
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = is_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(is_digits);
    let number = Number {
        digits: Cow::Borrowed(written),
        radix: fraction.is_none().then_some(10),
    };
    is_number.then_some(What::Number(number))
}

#[cfg(test)]
mod tests {
    use super::super::toml_table;
    use super::*;
    use crate::story::problem::Problems;

    /// Keys and values, each with its bytes.
    fn shown(table: &Table<'_>) -> Vec<String> {
        let mut shown: Vec<_> = table.pairs.iter().map(|pair| format!("{pair:?}")).collect();
        shown.sort_unstable();
        shown
    }

    #[track_caller]
    fn check(section: &str) {
        let mut plain = Table::default();
        let header = read(section, &mut plain).expect("plain");

        let (parsed, errors) = toml_table::parse(section, &mut Problems::default(), 0);
        assert!(errors.is_empty(), "TOML: {section:?}");
        let (_, tables) = parsed.into_iter().next().expect("a key");
        let toml::de::DeValue::Array(tables) = tables.into_inner() else {
            panic!("tables: {section:?}");
        };
        let parsed = tables.into_iter().next().expect("a table");
        assert_eq!(parsed.span(), header);
        let toml::de::DeValue::Table(parsed) = parsed.into_inner() else {
            panic!("a table: {section:?}");
        };
        assert_eq!(shown(&plain), shown(&parsed.into()));
    }

    #[test]
    fn plain_tables_say_what_the_parser_says() {
        check("[[place]]\nid = \"bijie\"\nname = \"毕节 'b' #1\"\nlat = 27.30\nlon = -105\n");
        check("[[a-b]]\r\n\r\nx=\"\"\r\ny\t= 0 \r\nz = -0.05");
        check(" [[ place ]] # here\na_1 =\"tab\there\"\t\n");
        check("[[place]]");
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_parser() {
        for line in [
            "a = \"\\n\"",
            "a = \"\"\"b\"\"\"",
            "a = 'b'",
            "a = \"b\" # c",
            "# a",
            " a = 1",
            "a = 01",
            "a = +1",
            "a = 1_000",
            "a = 1e3",
            "a = 1.",
            "a = .5",
            "a = inf",
            "a = 2022-01-01",
            "a = true",
            "a = [\"b\"]",
            "a.b = 1",
            "\"a\" = 1",
            "a = \"\u{7F}\"",
            "a = \"\u{1}\"",
            "a",
            "= 1",
            "a = 1\na = 2",
            "a = \"b\" \"c\"",
        ] {
            let section = format!("[[place]]\n{line}\n");
            assert!(read(&section, &mut Table::default()).is_none(), "{line}");
        }
    }
}
