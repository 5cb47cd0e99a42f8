//! Tables of short texts and numbers, one to a line, as most of a large story is: read in one pass over their bytes.
//! What is not as plain as that is left to the TOML parser, which takes many times as long.

use std::borrow::Cow;
use std::ops::Range;

use super::table::{Key, Number, Table, Value, What};

/// Fills an empty table from a section that begins with a line such as `[[place]]`, and gives the header's bytes. Where not
/// all of the section is plain there are none, and the table has to be cleared.
pub(super) fn read<'t>(section: &'t str, table: &mut Table<'t>) -> Option<Range<usize>> {
    let bytes = section.as_bytes();
    let header = memchr::memchr(b'[', bytes)?..memchr::memchr(b']', bytes)? + 2;
    let mut scan = Scan {
        text: section,
        at: memchr::memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1),
    };
    while scan.at < bytes.len() {
        if scan.end_line().is_none() {
            let Pair {
                key,
                key_at,
                value,
                value_at,
            } = scan.pair()?;
            // That a key stands there twice is for the parser to tell.
            if table.pairs.iter().any(|(there, _)| there.name == key) {
                return None;
            }
            let key = Key {
                name: Cow::Borrowed(key),
                span: key_at..key_at + key.len(),
            };
            let what = match value {
                Written::Text(text) => What::Text(Cow::Borrowed(text)),
                Written::Number(digits, radix) => What::Number(Number {
                    digits: Cow::Borrowed(digits),
                    radix,
                }),
            };
            let value = Value {
                what,
                span: value_at,
            };
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

/// Bytes of the key without quotes that a text begins with.
pub(super) fn bare(text: &str) -> usize {
    text.bytes().take_while(|&byte| belongs(byte, BARE)).count()
}

/// Of a key without quotes.
const BARE: u8 = 1;
const BLANK: u8 = 2;
/// Means nothing but itself in a text in quotes.
const ITSELF: u8 = 4;
const DIGIT: u8 = 8;

/// What each byte may belong to: one look at a table for each byte of a story.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut left = classes.as_mut_slice();
    while let [others @ .., last] = left {
        *last = classes_of(others.len() as u8);
        left = others;
    }
    classes
};

const fn classes_of(byte: u8) -> u8 {
    let is_blank = matches!(byte, b' ' | b'\t');
    let is_bare = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let is_control = byte.is_ascii_control() && byte != b'\t';
    let is_itself = !is_control && !matches!(byte, b'"' | b'\\');
    is_bare as u8 * BARE
        + is_blank as u8 * BLANK
        + is_itself as u8 * ITSELF
        + byte.is_ascii_digit() as u8 * DIGIT
}

fn belongs(byte: u8, class: u8) -> bool {
    let classes = CLASSES.get(usize::from(byte)).copied();
    classes.unwrap_or_default() & class != 0
}

/// A line as it is written. What is made of it is several times as large, and is made where it is kept.
struct Pair<'t> {
    key: &'t str,
    key_at: usize,
    value: Written<'t>,
    value_at: Range<usize>,
}

enum Written<'t> {
    Text(&'t str),
    /// And the radix of a whole one.
    Number(&'t str, Option<u32>),
}

/// From byte to byte.
struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scan<'t> {
    /// Takes what belongs together.
    fn run(&mut self, class: u8) -> &'t str {
        let start = self.at;
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(|&byte| belongs(byte, class)) {
            self.at += 1;
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        let is_there = self.text.as_bytes().get(self.at) == Some(&byte);
        self.at += usize::from(is_there);
        is_there.then_some(())
    }

    /// Nothing more stands on the line.
    fn end_line(&mut self) -> Option<()> {
        let start = self.at;
        self.take(b'\r');
        if self.at == self.text.len() || self.take(b'\n').is_some() {
            return Some(());
        }
        self.at = start;
        None
    }

    /// One line.
    fn pair(&mut self) -> Option<Pair<'t>> {
        let key_at = self.at;
        let key = self.run(BARE);
        self.run(BLANK);
        self.take(b'=').filter(|()| !key.is_empty())?;
        self.run(BLANK);
        let start = self.at;
        let value = match self.take(b'"') {
            Some(()) => self.text(),
            None => self.number(),
        }?;
        let value_at = start..self.at;
        self.run(BLANK);
        self.end_line()?;
        Some(Pair {
            key,
            key_at,
            value,
            value_at,
        })
    }

    /// Behind its first quote.
    fn text(&mut self) -> Option<Written<'t>> {
        let text = self.run(ITSELF);
        self.take(b'"')?;
        Some(Written::Text(text))
    }

    /// As in `105`, `-0.5`.
    fn number(&mut self) -> Option<Written<'t>> {
        let start = self.at;
        self.take(b'-');
        let whole = self.run(DIGIT);
        let has_fraction = self.take(b'.').is_some();
        if whole.is_empty()
            || (whole.len() > 1 && whole.starts_with('0'))
            || (has_fraction && self.run(DIGIT).is_empty())
        {
            return None;
        }
        let written = self.text.get(start..self.at)?;
        Some(Written::Number(written, (!has_fraction).then_some(10)))
    }
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
