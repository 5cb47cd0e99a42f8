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
use std::thread;

use crate::story::{Item, Story};
use alphabet::Alphabet;
use fold::SEPARATOR;
use query::Word;
use sound::Sounds;
use texts::{Kind, Text};

/// So many bytes one thread searches in a few hundred microseconds; of more, another one takes the half.
const ALONE: usize = 1 << 20;

/// Bytes of text of which the index is made within a part of a frame.
const AT_ONCE: usize = 512 * 1024;

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
    /// Whether the story has so little text that nobody notices how long it takes.
    pub fn is_made_at_once(story: &Story) -> bool {
        let mut bytes = 0;
        texts::items(story).all(|item| {
            texts::each_text(story, item, |text| bytes += text.content.len());
            bytes <= AT_ONCE
        })
    }

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
        if query.is_empty() {
            return Hits::default();
        }
        let heard: Vec<_> = query.words().iter().map(|word| self.heard(word)).collect();
        let searched = || query.words().iter().zip(&heard);
        let find_in = |entries: Range<usize>| {
            let searched = searched().map(|(word, heard)| Search::new(self, word, heard));
            self.find_in(entries, searched.collect())
        };
        let all = self.entries.len();
        let half = if self.written.len() > ALONE {
            all / 2
        } else {
            all
        };
        let (half, rest) = (0..half, half..all);
        let items = thread::scope(|scope| {
            let other = (!rest.is_empty()).then(|| {
                let rest = rest.clone();
                thread::Builder::new().spawn_scoped(scope, || find_in(rest))
            });
            let mut items = find_in(half);
            match other {
                Some(Ok(other)) => items.extend(other.join().unwrap_or_default()),
                // No thread was to be had.
                Some(Err(_)) => items.extend(find_in(rest)),
                None => {}
            }
            items
        });
        Hits { query, items }
    }

    /// Those of the entries that have all the words.
    fn find_in(&self, entries: Range<usize>, mut words: Vec<Search<'_>>) -> Vec<Item> {
        let start = entries.start;
        let entries = self.entries.get(entries).unwrap_or_default();
        let numbered = entries.iter().enumerate();
        // A thing's texts are near at hand once its rarest word was found: the others are looked for at once.
        let found = numbered
            .filter(|(at, entry)| words.iter_mut().all(|word| word.finds(start + at, entry)));
        found.map(|(_, entry)| entry.item).collect()
    }

    /// Whether a name of each thing sounds like the word, as far as the last one whose does.
    fn heard(&self, word: &Word) -> Vec<bool> {
        let mut heard = Vec::new();
        if let Some(sound) = word.sound() {
            self.sounds.find(sound, |entry, _| {
                heard.resize(heard.len().max(entry + 1), false);
                if let Some(is_heard) = heard.get_mut(entry) {
                    *is_heard = true;
                }
            });
        }
        heard
    }
}

/// One word looked for, from thing to thing.
struct Search<'a> {
    word: &'a Word,
    heard: &'a [bool],
    written: &'a [u8],
    /// Where it is written next, as far as is known: many things are passed over at once.
    next: Option<usize>,
}

impl<'a> Search<'a> {
    fn new(index: &'a Index, word: &'a Word, heard: &'a [bool]) -> Self {
        Self {
            word,
            heard,
            written: index.written.as_bytes(),
            next: None,
        }
    }

    /// Whether the thing has it, in writing or by sound. Things are asked about in order.
    fn finds(&mut self, at: usize, entry: &Entry) -> bool {
        if self.heard.get(at) == Some(&true) {
            return true;
        }
        let Entry {
            texts, alphabet, ..
        } = entry;
        if !alphabet.may_have(self.word.alphabet) {
            return false;
        }
        let next = match self.next {
            Some(next) if next >= texts.start => next,
            _ => {
                let rest = self.written.get(texts.start..).unwrap_or_default();
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
