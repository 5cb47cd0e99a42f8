//! JSON of which every piece knows where it stands in the file. Pieces are read when they are asked for.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer as _, IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::NoStory;
use crate::story::FileSpan;

/// One value.
#[derive(Clone, Copy)]
pub(super) struct Node<'t> {
    /// The whole file.
    file: &'t str,
    raw: &'t RawValue,
}

impl<'t> Node<'t> {
    /// All of a file. Says where it is not JSON.
    pub fn root(file: &'t str) -> Result<Self, NoStory> {
        match serde_json::from_str(file) {
            Ok(raw) => Ok(Self { file, raw }),
            Err(error) => Err(NoStory::BrokenJson {
                line: error.line(),
                column: error.column(),
            }),
        }
    }

    /// Bytes of the file.
    pub fn span(self) -> FileSpan {
        let raw = self.raw.get();
        let start = raw.as_ptr() as usize - self.file.as_ptr() as usize;
        (start..start + raw.len()).into()
    }

    /// The first lines of what may be long, for problems that concern all of it.
    pub fn start(self) -> FileSpan {
        let start = self.span().start();
        (start..start + self.raw.get().lines().next().map_or(0, str::len)).into()
    }

    pub fn text(self) -> Option<String> {
        serde_json::from_str(self.raw.get()).ok()
    }

    /// A text, or a number as a text.
    pub fn word(self) -> Option<String> {
        self.text().or_else(|| {
            let is_number = self
                .raw
                .get()
                .starts_with(|first: char| first == '-' || first.is_ascii_digit());
            is_number.then(|| self.raw.get().to_owned())
        })
    }

    /// A number, as old files have it in quotes too.
    pub fn number(self) -> Option<f64> {
        let number: f64 = self.word()?.trim().parse().ok()?;
        number.is_finite().then_some(number)
    }

    pub fn object(self) -> Option<Object<'t>> {
        let fields: BTreeMap<String, &'t RawValue> = serde_json::from_str(self.raw.get()).ok()?;
        Some(Object { node: self, fields })
    }

    /// The first values of a list, and how many it has.
    pub fn list(self, most: usize) -> Option<(Vec<Self>, usize)> {
        let mut deserializer = serde_json::Deserializer::from_str(self.raw.get());
        let (list, count) = deserializer.deserialize_seq(First(most)).ok()?;
        let file = self.file;
        let nodes = list.into_iter().map(|raw| Self { file, raw }).collect();
        Some((nodes, count))
    }

    pub fn is_null(self) -> bool {
        self.raw.get() == "null"
    }
}

/// What stands between two braces.
pub(super) struct Object<'t> {
    pub node: Node<'t>,
    fields: BTreeMap<String, &'t RawValue>,
}

impl<'t> Object<'t> {
    /// None for `null` too.
    pub fn get(&self, key: &str) -> Option<Node<'t>> {
        let raw = self.fields.get(key)?;
        let node = Node {
            file: self.node.file,
            raw,
        };
        (!node.is_null()).then_some(node)
    }

    pub fn object(&self, key: &str) -> Option<Self> {
        self.get(key)?.object()
    }

    /// The same, whatever the case that the file has the key in.
    pub fn get_in_any_case(&self, key: &str) -> Option<Node<'t>> {
        self.get(key).or_else(|| {
            let mut keys = self.fields.keys();
            self.get(keys.find(|found| found.eq_ignore_ascii_case(key))?)
        })
    }

    /// All of them, in the order of the file.
    pub fn entries(&self) -> Vec<(&str, Node<'t>)> {
        let file = self.node.file;
        let entries = self.fields.iter();
        let mut entries: Vec<_> = entries
            .map(|(key, &raw)| (key.as_str(), Node { file, raw }))
            .collect();
        entries.sort_by_key(|(_, node)| node.span().start());
        entries
    }

    /// The first of the keys that has a text, or a number.
    pub fn word(&self, keys: &[&str]) -> Option<(String, FileSpan)> {
        keys.iter().find_map(|key| {
            let node = self.get(key)?;
            let word = node.word().filter(|word| !word.trim().is_empty())?;
            Some((word, node.span()))
        })
    }

    /// The text of a key, or an empty one.
    pub fn text(&self, key: &str) -> String {
        self.word(&[key]).map(|(text, _)| text).unwrap_or_default()
    }
}

struct First(usize);

impl<'t> Visitor<'t> for First {
    type Value = (Vec<&'t RawValue>, usize);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut first = Vec::new();
        while first.len() < self.0
            && let Some(raw) = list.next_element()?
        {
            first.push(raw);
        }
        let mut count = first.len();
        while list.next_element::<IgnoredAny>()?.is_some() {
            count += 1;
        }
        Ok((first, count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_knows_where_it_stands() {
        let file = " { \"a\": [1, \"2.5\", null], \"b\": {\"c\": 1e999} }";
        let root = Node::root(file).unwrap().object().unwrap();

        let (list, count) = root.get("a").unwrap().list(2).unwrap();
        assert_eq!((list.len(), count), (2, 3));
        assert_eq!(&file[list[1].span().range()], "\"2.5\"");
        assert_eq!(list[1].number(), Some(2.5));
        let huge = root.object("b").unwrap().get("c").unwrap();
        assert_eq!(huge.number(), None, "no number that could be reckoned with");
    }

    #[test]
    fn deep_nesting_is_an_answer() {
        let deep = "[".repeat(100_000);
        assert!(Node::root(&deep).is_err(), "unclosed");
        let closed = deep + &"]".repeat(100_000);
        if let Ok(root) = Node::root(&closed) {
            root.list(10);
        }
    }
}
