//! Search as the reader types: an index of one story's texts, and what a query finds in it.
//!
//! All texts lie folded in one buffer, thing after thing, so that a query is one pass over memory. Nothing is kept of the
//! way back from folded to original text: the few texts that show are folded again, with it, by [`Query::marks`].

mod fold;
mod query;
mod snippet;
mod sound;
#[cfg(test)]
mod tests;
mod texts;

pub use query::Query;
pub use snippet::Snippet;

use crate::story::{Item, Story};
use fold::SEPARATOR;
use query::Word;
use sound::Sounds;
use texts::{Kind, Text};

/// What is searched of one story; another story, another index.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Every text, folded, with a separator after it.
    written: String,
    entries: Vec<Entry>,
    /// The Chinese names.
    sounds: Sounds,
}

/// One thing; its texts go from where those of the thing before it end.
#[derive(Clone, Debug)]
struct Entry {
    item: Item,
    end: usize,
}

/// So many occurrences are counted; of a thing that has more of them only that it has some.
///
/// Counting every "the" would take longer than finding all things that have one.
const COUNTED: usize = 10_000;

/// How many occurrences may still be counted.
struct Counting {
    left: usize,
}

/// What a query found, in the order of [`Item`]: kind by kind, each in the story's order.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    query: Query,
    items: Vec<Hit>,
    has_more: bool,
}

/// A thing that has every word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub item: Item,
    /// How often its texts have the words, in all languages together; at least so often where [`Hits::has_more`].
    pub occurrences: usize,
}

impl Index {
    pub fn new(story: &Story) -> Self {
        let mut index = Self::default();
        for item in texts::items(story) {
            let entry = index.entries.len();
            texts::each_text(story, item, |Text { content, kind, .. }| {
                fold::fold_into(&mut index.written, content);
                index.written.push(SEPARATOR);
                if kind == Kind::Name {
                    index.sounds.add(entry, content, |_| {});
                }
            });
            let end = index.written.len();
            index.entries.push(Entry { item, end });
        }
        index
    }

    pub fn find(&self, query: &str) -> Hits {
        let query = Query::new(query);
        let mut words = query.words().iter();
        let Some(rarest) = words.next() else {
            return Hits::default();
        };
        let mut counting = Counting::default();
        let mut counts = self.count(rarest, &mut counting);
        for word in words {
            self.count_too(word, &mut counts, &mut counting);
        }
        let hits = self.entries.iter().zip(counts).filter(|(_, n)| *n > 0);
        let items = hits.map(|(&Entry { item, .. }, occurrences)| Hit { item, occurrences });
        Hits {
            items: items.collect(),
            has_more: counting.left == 0,
            query,
        }
    }

    /// How often each thing has the word.
    fn count(&self, word: &Word, counting: &mut Counting) -> Vec<usize> {
        let mut counts = self.count_heard(word);
        let mut start = 0;
        let mut entries = self.entries.iter().zip(&mut counts);
        while let Some(found) = self.next(word, start) {
            let Some((entry, count)) = entries.find(|(entry, _)| found < entry.end) else {
                break;
            };
            let texts = self.written.as_bytes().get(found..entry.end);
            *count += match counting.left {
                0 => 1,
                _ => counting.count(word, texts.unwrap_or_default()),
            };
            start = entry.end;
        }
        counts
    }

    /// Where the word stands next.
    fn next(&self, word: &Word, start: usize) -> Option<usize> {
        let rest = self.written.as_bytes().get(start..)?;
        Some(start + word.finder.find(rest)?)
    }

    /// Adds how often each thing has one more word; those without it count nothing.
    fn count_too(&self, word: &Word, counts: &mut [usize], counting: &mut Counting) {
        let heard = self.count_heard(word);
        let mut start = 0;
        for ((entry, count), heard) in self.entries.iter().zip(counts).zip(heard) {
            let texts = self.written.as_bytes().get(start..entry.end);
            start = entry.end;
            if *count > 0 {
                let more = heard + counting.count(word, texts.unwrap_or_default());
                *count = if more > 0 { *count + more } else { 0 };
            }
        }
    }

    /// How often the names of each thing sound like the word.
    fn count_heard(&self, word: &Word) -> Vec<usize> {
        let mut counts = vec![0; self.entries.len()];
        if let Some(sound) = word.sound() {
            self.sounds.find(sound, |entry, _| {
                if let Some(count) = counts.get_mut(entry) {
                    *count += 1;
                }
            });
        }
        counts
    }
}

impl Counting {
    fn count(&mut self, word: &Word, texts: &[u8]) -> usize {
        let counted = word.finder.find_iter(texts).take(self.left.max(1)).count();
        self.left = self.left.saturating_sub(counted);
        counted
    }
}

impl Default for Counting {
    fn default() -> Self {
        Self { left: COUNTED }
    }
}

impl Hits {
    pub fn items(&self) -> &[Hit] {
        &self.items
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub fn has(&self, item: Item) -> bool {
        self.items
            .binary_search_by_key(&item, |hit| hit.item)
            .is_ok()
    }

    /// Of all things together.
    pub fn occurrences(&self) -> usize {
        self.items.iter().map(|hit| hit.occurrences).sum()
    }

    /// Whether there are more occurrences than were counted.
    pub fn has_more(&self) -> bool {
        self.has_more
    }

    /// What was searched for: says where texts that show have it.
    pub fn query(&self) -> &Query {
        &self.query
    }
}
