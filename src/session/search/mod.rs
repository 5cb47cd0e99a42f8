//! Search as the reader types: an index of one story's texts, and what a query finds in it.
//!
//! All texts lie folded in one buffer, thing after thing, so that a query is one pass over memory. Nothing is kept of the
//! way back from folded to original text: the few texts that show are folded again, with it, by [`Query::marks`].

mod alphabet;
mod fold;
mod query;
mod snippet;
mod sound;
#[cfg(test)]
mod tests;
mod texts;

pub use query::Query;
pub use snippet::Snippet;

use std::ops::Range;

use crate::story::{Item, Story};
use alphabet::Alphabet;
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

/// One thing, and where its texts lie.
#[derive(Clone, Debug)]
struct Entry {
    item: Item,
    texts: Range<usize>,
    alphabet: Alphabet,
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
            let start = index.written.len();
            texts::each_text(story, item, |Text { content, kind, .. }| {
                fold::fold_into(&mut index.written, content);
                index.written.push(SEPARATOR);
                if kind == Kind::Name {
                    index.sounds.add(entry, content, |_| {});
                }
            });
            let texts = start..index.written.len();
            index.entries.push(Entry {
                item,
                alphabet: Alphabet::of(index.written.get(texts.clone()).unwrap_or_default()),
                texts,
            });
        }
        index
    }

    pub fn find(&self, query: &str) -> Hits {
        let query = Query::new(query);
        let Some((rarest, others)) = query.words().split_first() else {
            return Hits::default();
        };
        let mut counting = Counting::default();
        let mut rarest = Search::new(self, rarest);
        let mut others: Vec<_> = others.iter().map(|word| Search::new(self, word)).collect();
        let mut items = Vec::new();
        for at in 0..self.entries.len() {
            // A thing's texts are near at hand once its rarest word was found: the others are looked for at once.
            let mut occurrences = rarest.count(at, &mut counting);
            for word in &mut others {
                if occurrences > 0 {
                    let more = word.count(at, &mut counting);
                    occurrences = if more > 0 { occurrences + more } else { 0 };
                }
            }
            if let Some(entry) = self.entries.get(at).filter(|_| occurrences > 0) {
                let item = entry.item;
                items.push(Hit { item, occurrences });
            }
        }
        Hits {
            items,
            has_more: counting.left == 0,
            query,
        }
    }
}

/// One word looked for, from thing to thing.
struct Search<'a> {
    index: &'a Index,
    word: &'a Word,
    /// How often the names of each thing sound like it.
    heard: Vec<usize>,
    /// Where it is written next, as far as is known: many things are passed over at once.
    next: Option<usize>,
}

impl<'a> Search<'a> {
    fn new(index: &'a Index, word: &'a Word) -> Self {
        let mut heard = Vec::new();
        if let Some(sound) = word.sound() {
            index.sounds.find(sound, |entry, _| {
                if heard.len() <= entry {
                    heard.resize(entry + 1, 0);
                }
                if let Some(count) = heard.get_mut(entry) {
                    *count += 1;
                }
            });
        }
        Self {
            index,
            word,
            heard,
            next: None,
        }
    }

    /// How often the thing has it, in writing and by sound. Things are asked about in order.
    fn count(&mut self, at: usize, counting: &mut Counting) -> usize {
        let heard = self.heard.get(at).copied().unwrap_or_default();
        let Some(Entry {
            texts, alphabet, ..
        }) = self.index.entries.get(at)
        else {
            return 0;
        };
        if !alphabet.may_have(self.word.alphabet) {
            return heard;
        }
        let written = self.index.written.as_bytes();
        let next = match self.next {
            Some(next) if next >= texts.start => next,
            _ => {
                let rest = written.get(texts.start..).unwrap_or_default();
                let ahead = self.word.finder.find(rest);
                ahead.map_or(usize::MAX, |ahead| texts.start + ahead)
            }
        };
        self.next = Some(next);
        match written.get(next..texts.end) {
            Some([]) | None => heard,
            Some(texts) => heard + counting.count(self.word, texts),
        }
    }
}

impl Counting {
    /// How often the texts have the word, which they begin with; at least so often where no more may be counted.
    fn count(&mut self, word: &Word, texts: &[u8]) -> usize {
        if self.left == 0 {
            return 1;
        }
        let counted = word.finder.find_iter(texts).take(self.left).count();
        self.left -= counted;
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
