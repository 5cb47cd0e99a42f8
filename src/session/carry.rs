//! The story's file has changed: the reader goes on where they were, with all of it that still has its id.

use super::finding::Finding;
use super::history::{History, Stand};
use super::{Lens, Session, Visible};
use crate::story::{ActorId, Item, PassageId, PlaceId, Story, TopicId};

/// The way from the ids of one story to those of another.
#[derive(Clone, Copy)]
pub struct Carry<'a> {
    pub from: &'a Story,
    pub to: &'a Story,
}

/// A getter for each kind of id that a session holds.
macro_rules! carried {
    ($($one:ident: $variant:ident, $id:ident;)*) => {
        $(
            pub fn $one(self, id: $id) -> Option<$id> {
                match self.item(Item::$variant(id)) {
                    Some(Item::$variant(id)) => Some(id),
                    _ => None,
                }
            }
        )*
    };
}

impl Carry<'_> {
    /// The same thing in the other story; none where its id is gone.
    pub fn item(self, item: Item) -> Option<Item> {
        self.to.find(self.from.key(item))
    }

    carried! {
        place: Place, PlaceId;
        topic: Topic, TopicId;
        actor: Actor, ActorId;
        passage: Passage, PassageId;
    }

    /// What a session may have selected has a page: an id that now stands for something else is gone.
    fn selection(self, item: Item) -> Option<Item> {
        let carried = self.item(item)?;
        (std::mem::discriminant(&carried) == std::mem::discriminant(&item)).then_some(carried)
    }
}

impl Session {
    /// The same session with the story as its file is now. Nothing moves into view.
    #[must_use]
    pub fn carried(&self, carry: Carry<'_>) -> Self {
        let lens = self.lens.carried(carry);
        Self {
            page: self.page,
            selection: self.selection.and_then(|item| carry.selection(item)),
            met: self.met.and_then(|actor| carry.actor(actor)),
            visible: Visible::new(carry.to, &lens),
            lens,
            last_passage: self.last_passage.and_then(|id| carry.passage(id)),
            focus: None,
            finding: self.finding.carried(carry),
            tour: self.tour,
            // Counted in the old text.
            walk: None,
            history: self.history.carried(carry),
            changes: self.changes + 1,
        }
    }
}

impl Lens {
    fn carried(&self, carry: Carry<'_>) -> Self {
        Self {
            places: self
                .places
                .iter()
                .filter_map(|&id| carry.place(id))
                .collect(),
            topics: self
                .topics
                .iter()
                .filter_map(|&id| carry.topic(id))
                .collect(),
            actors: self
                .actors
                .iter()
                .filter_map(|&id| carry.actor(id))
                .collect(),
            dates: self.dates,
        }
    }
}

impl Finding {
    /// Searches anew.
    fn carried(&self, carry: Carry<'_>) -> Self {
        let mut finding = Self::default();
        if self.is_on() || self.awaits_index() {
            let (on, is_listing) = self.stand();
            finding.search(carry.to, self.query().to_owned());
            finding.resume(on.and_then(|item| carry.item(item)), is_listing);
        }
        finding
    }
}

impl History {
    fn carried(&self, carry: Carry<'_>) -> Self {
        let stand = |stand: &Stand| {
            Some(Stand {
                page: stand.page,
                selection: match stand.selection {
                    Some(item) => Some(carry.selection(item)?),
                    None => None,
                },
                last_passage: stand.last_passage.and_then(|id| carry.passage(id)),
            })
        };
        Self {
            back: self.back.iter().filter_map(stand).collect(),
            forward: self.forward.iter().filter_map(stand).collect(),
        }
    }
}
