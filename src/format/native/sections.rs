//! A long front matter cut at its headers, so that each thing is read by itself: a hundred thousand places need no more
//! room for the parser than one, and what is wrong in one of them costs no other.

use std::borrow::Cow;

use super::plain::bare;

pub(super) struct Sections<'t> {
    /// All but the things, each piece where it stood.
    pub rest: Cow<'t, str>,
    pub things: Things<'t>,
}

/// By key, as in `[[place]]`.
pub(super) type Things<'t> = Vec<(&'static str, Vec<Section<'t>>)>;

/// One thing: from its header to the next.
#[derive(Clone, Copy)]
pub(super) struct Section<'t> {
    pub text: &'t str,
    /// Where it begins, in bytes.
    pub start: usize,
}

impl<'t> Sections<'t> {
    /// The sections of the keys named; none where headers are more than names of one word, or look as if they were none.
    pub fn of(text: &'t str, keys: &[&'static str]) -> Option<Self> {
        let mut rest = Rest::default();
        let mut things: Things<'t> = keys.iter().map(|&key| (key, Vec::new())).collect();
        let mut key = None;
        let mut start = 0;
        let mut close = |key: Option<&str>, start: usize, end: usize| {
            let text = text.get(start..end).unwrap_or_default();
            let of_key = key.and_then(|key| things.iter_mut().find(|(there, _)| *there == key));
            match of_key {
                Some((_, things)) => things.push(Section { text, start }),
                None => rest.add(text, start),
            }
        };
        for sign in memchr::memchr_iter(b'[', text.as_bytes()) {
            let before = text.get(..sign).unwrap_or_default();
            let at = before.trim_end_matches([' ', '\t']).len();
            // The first sign of its line.
            if at == 0 || before.get(..at)?.ends_with('\n') {
                close(key, start, at);
                start = at;
                key = match header(text.get(at..)?)? {
                    Header::Tables(key) => Some(key),
                    Header::Table(key) if keys.contains(&key) => return None,
                    Header::Table(_) => None,
                };
            }
        }
        close(key, start, text.len());
        let rest = rest.text;
        Some(Self { rest, things })
    }
}

enum Header<'t> {
    /// As in `[source]`.
    Table(&'t str),
    /// As in `[[place]]`.
    Tables(&'t str),
}

/// That a text begins with; none where it is not made of one word.
fn header(text: &str) -> Option<Header<'_>> {
    // As most are written.
    if let Some((key, after)) = text
        .strip_prefix("[[")
        .map(|inside| inside.split_at(bare(inside)))
        && after.starts_with("]]\n")
        && !key.is_empty()
    {
        return Some(Header::Tables(key));
    }
    let line = text.split(['\n', '#']).next()?.trim();
    let inside = line.strip_prefix('[')?.strip_suffix(']')?;
    let tables = inside
        .strip_prefix('[')
        .and_then(|inside| inside.strip_suffix(']'));
    let key = tables.unwrap_or(inside).trim_matches([' ', '\t']);
    let is_word = !key.is_empty() && bare(key) == key.len();
    is_word.then_some(match tables {
        Some(_) => Header::Tables(key),
        None => Header::Table(key),
    })
}

/// Pieces of a text, with blanks for what stands between them.
#[derive(Default)]
struct Rest<'t> {
    text: Cow<'t, str>,
}

impl<'t> Rest<'t> {
    fn add(&mut self, piece: &'t str, start: usize) {
        if start == 0 {
            self.text = Cow::Borrowed(piece);
        } else {
            let text = self.text.to_mut();
            // The last piece ended with its line, so the next one's header begins one.
            text.extend(std::iter::repeat_n(' ', start - text.len()));
            text.push_str(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_cut_out_and_the_rest_stays_where_it_is() {
        let text =
            "a = 1\n[[place]]\nb = 2\n[source] # [x]\nc = 3\n [[ place ]]\r\n[[other]]\nd = 4\n";

        let sections = Sections::of(text, &["place"]).expect("sections");

        let (_, things) = sections.things.first().expect("places");
        let things: Vec<_> = things.iter().map(|thing| thing.text).collect();
        assert_eq!(things, ["[[place]]\nb = 2\n", " [[ place ]]\r\n"]);
        assert_eq!(
            sections.rest,
            "a = 1\n                [source] # [x]\nc = 3\n              [[other]]\nd = 4\n"
        );
    }

    #[test]
    fn headers_of_more_than_a_word_are_left_to_the_parser() {
        for line in [
            "[a.b]",
            "[[\"place\"]]",
            "[place]",
            "[",
            "[1, 2],",
            "[[place]",
        ] {
            assert!(Sections::of(line, &["place"]).is_none(), "{line}");
        }
    }
}
