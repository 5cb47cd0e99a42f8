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

/// What a query found, in the order of [`Item`]: kind by kind, each in the story's order.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    query: Query,
    items: Vec<Item>,
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
        let mut rarest = Search::new(self, rarest);
        let mut others: Vec<_> = others.iter().map(|word| Search::new(self, word)).collect();
        let entries = self.entries.iter().enumerate();
        // A thing's texts are near at hand once its rarest word was found: the others are looked for at once.
        let found = entries
            .filter(|(at, _)| rarest.finds(*at) && others.iter_mut().all(|word| word.finds(*at)));
        let items = found.map(|(_, entry)| entry.item).collect();
        Hits { query, items }
    }
}

/// One word looked for, from thing to thing.
struct Search<'a> {
    index: &'a Index,
    word: &'a Word,
    /// Whether a name of each thing sounds like it, as far as the last one whose does.
    heard: Vec<bool>,
    /// Where it is written next, as far as is known: many things are passed over at once.
    next: Option<usize>,
}

impl<'a> Search<'a> {
    fn new(index: &'a Index, word: &'a Word) -> Self {
        let mut heard = Vec::new();
        if let Some(sound) = word.sound() {
            index.sounds.find(sound, |entry, _| {
                heard.resize(heard.len().max(entry + 1), false);
                if let Some(is_heard) = heard.get_mut(entry) {
                    *is_heard = true;
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

    /// Whether the thing has it, in writing or by sound. Things are asked about in order.
    fn finds(&mut self, at: usize) -> bool {
        if self.heard.get(at) == Some(&true) {
            return true;
        }
        let Some(Entry {
            texts, alphabet, ..
        }) = self.index.entries.get(at)
        else {
            return false;
        };
        if !alphabet.may_have(self.word.alphabet) {
            return false;
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
        next < texts.end
    }
}

impl Hits {
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub fn has(&self, item: Item) -> bool {
        self.items.binary_search(&item).is_ok()
    }

    /// What was searched for: says where texts that show have it.
    pub fn query(&self) -> &Query {
        &self.query
    }
}
