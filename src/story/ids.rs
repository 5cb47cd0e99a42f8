//! The ids of one story, each once, and what it stands for.
//!
//! A large story has a hundred thousand, most of a few letters: they lie in one text, one after another, so that looking one
//! up touches little memory.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher as _;

use hashbrown::{HashTable, hash_table};

use super::Item;
use super::problem::Kind;

/// What has an id.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Taken {
    /// A thing of this kind, which is not in the story: not yet, or never.
    By(Kind),
    For(Item),
}

impl Taken {
    pub fn kind(self) -> Kind {
        match self {
            Self::By(kind) => kind,
            Self::For(item) => item.kind(),
        }
    }

    pub fn item(self) -> Option<Item> {
        match self {
            Self::By(_) => None,
            Self::For(item) => Some(item),
        }
    }
}

#[derive(Clone, Default)]
pub(super) struct Ids {
    text: String,
    entries: Vec<Entry>,
    /// Positions of the entries.
    table: HashTable<u32>,
    /// Files that nobody knows choose the ids: their hashes must not be foreseen.
    hashes: RandomState,
}

#[derive(Clone, Copy)]
struct Entry {
    start: u32,
    len: u32,
    taken: Taken,
}

/// One of the ids.
#[derive(Clone, Copy, Debug)]
pub(super) struct Id(u32);

impl Ids {
    pub fn reserve(&mut self, more: usize) {
        let Self {
            text,
            entries,
            table,
            hashes,
        } = self;
        entries.reserve_exact(more);
        table.reserve(more, |&at| hashes.hash_one(written(text, entries, at)));
    }

    pub fn len(&self) -> usize {
        self.table.len()
    }

    pub fn get(&self, id: &str) -> Option<Taken> {
        let hash = self.hashes.hash_one(id);
        let is_it = |&at: &u32| written(&self.text, &self.entries, at) == id;
        let at = *self.table.find(hash, is_it)?;
        self.entries.get(at as usize).map(|entry| entry.taken)
    }

    /// Takes the id for a thing of this kind; says what has it already.
    pub fn take(&mut self, id: &str, kind: Kind) -> Result<Id, Taken> {
        let Self {
            text,
            entries,
            table,
            hashes,
        } = self;
        let at = entries.len() as u32;
        let hash = |&at: &u32| hashes.hash_one(written(text, entries, at));
        let is_it = |&at: &u32| written(text, entries, at) == id;
        match table.entry(hashes.hash_one(id), is_it, hash) {
            hash_table::Entry::Occupied(there) => {
                let taken = entries.get(*there.get() as usize).map(|entry| entry.taken);
                return Err(taken.unwrap_or(Taken::By(kind)));
            }
            hash_table::Entry::Vacant(place) => place.insert(at),
        };
        entries.push(Entry {
            start: text.len() as u32,
            len: id.len() as u32,
            taken: Taken::By(kind),
        });
        text.push_str(id);
        Ok(Id(at))
    }

    pub fn written(&self, Id(at): Id) -> &str {
        written(&self.text, &self.entries, at)
    }

    /// From now on the thing is in the story.
    pub fn stands_for(&mut self, Id(at): Id, item: Item) {
        if let Some(entry) = self.entries.get_mut(at as usize) {
            entry.taken = Taken::For(item);
        }
    }

    /// The ids of what is not in the story are as if they had never been taken.
    pub fn forget_left_out(&mut self) {
        let entries = &self.entries;
        self.table.retain(|at| {
            let entry = entries.get(*at as usize);
            entry.is_some_and(|entry| entry.taken.item().is_some())
        });
    }

    /// In no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Taken)> {
        self.table.iter().filter_map(|&at| {
            let entry = self.entries.get(at as usize)?;
            Some((written(&self.text, &self.entries, at), entry.taken))
        })
    }
}

fn written<'t>(text: &'t str, entries: &[Entry], at: u32) -> &'t str {
    let entry = entries.get(at as usize);
    let bytes = entry.map(|entry| entry.start as usize..(entry.start + entry.len) as usize);
    bytes.and_then(|bytes| text.get(bytes)).unwrap_or_default()
}

impl PartialEq for Ids {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(id, taken)| other.get(id) == Some(taken))
    }
}

impl fmt::Debug for Ids {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_taken_once_and_forgotten_with_what_is_left_out() {
        let mut ids = Ids::default();
        let many: Vec<String> = (0..300).map(|i| format!("p{i}")).collect();
        for id in &many {
            ids.take(id, Kind::Place).unwrap();
        }

        assert_eq!(
            ids.take("p7", Kind::Topic).unwrap_err(),
            Taken::By(Kind::Place)
        );
        assert_eq!(ids.len(), 300);
        assert_eq!(ids.get("p"), None);
        for id in &many {
            assert_eq!(ids.get(id), Some(Taken::By(Kind::Place)), "{id}");
        }
        ids.forget_left_out();
        assert_eq!((ids.len(), ids.get("p7")), (0, None));
        ids.take("p7", Kind::Topic).unwrap();
    }
}
