//! A search in progress: what is asked, what was found, and which of it the reader is on.

use super::Direction;
use super::search::{Hits, Index};
use crate::story::{Item, PlaceId, Story};

#[derive(Clone, Debug, Default)]
pub struct Finding {
    query: String,
    /// Made when the reader first searches.
    index: Option<Index>,
    hits: Hits,
    /// By place: whether it has to do with what was found.
    touched: Vec<bool>,
    /// Position among the hits.
    at: Option<usize>,
    /// Whether the list of what was found is open; it closes when the reader goes somewhere.
    is_listing: bool,
}

impl Finding {
    pub(super) fn search(&mut self, story: &Story, query: String) {
        let index = self.index.get_or_insert_with(|| Index::new(story));
        self.hits = index.find(&query);
        self.touched = touched(story, &self.hits);
        self.is_listing = !self.hits.query().is_empty();
        self.query = query;
        self.at = None;
    }

    /// The next thing found, if anything was.
    pub(super) fn step(&mut self, step: Direction) -> Option<Item> {
        let last = self.hits.items().len().checked_sub(1)?;
        let at = match (step, self.at) {
            (Direction::Next, Some(at)) if at < last => at + 1,
            (Direction::Next, _) => 0,
            (Direction::Previous, Some(at)) if at > 0 => at - 1,
            (Direction::Previous, _) => last,
        };
        self.at = Some(at);
        self.is_listing = false;
        self.hits.items().get(at).copied()
    }

    /// Goes on at a thing found, where it still is.
    pub(super) fn resume(&mut self, at: Option<Item>, is_listing: bool) {
        let hits = self.hits.items();
        self.at = at.and_then(|item| hits.iter().position(|hit| *hit == item));
        self.is_listing &= is_listing;
    }

    /// The thing found that the reader is on.
    pub(super) fn current(&self) -> Option<Item> {
        self.hits.items().get(self.at?).copied()
    }

    /// The reader went somewhere: stepping goes on from there.
    pub(super) fn came_to(&mut self, item: Item) {
        self.is_listing = false;
        let found = self.hits.items().iter().position(|hit| *hit == item);
        self.at = found.or(self.at);
    }

    /// Whether anything is searched for.
    pub fn is_on(&self) -> bool {
        !self.hits.query().is_empty()
    }

    pub fn is_listing(&self) -> bool {
        self.is_listing
    }

    pub fn query(&self) -> &str {
        &self.query
    }

    pub fn hits(&self) -> &Hits {
        &self.hits
    }

    /// Position among the hits, from 1; none before the first step.
    pub fn position(&self) -> Option<usize> {
        self.at.map(|at| at + 1)
    }

    /// Whether a place has to do with what was found.
    pub fn touches(&self, place: PlaceId) -> bool {
        self.touched.get(place.index()).copied().unwrap_or(false)
    }
}

/// Worked out once for each search: every marker asks in every frame.
fn touched(story: &Story, hits: &Hits) -> Vec<bool> {
    let mut touched = vec![false; story.places().len()];
    let mut touch = |place: PlaceId| {
        if let Some(touched) = touched.get_mut(place.index()) {
            *touched = true;
        }
    };
    for hit in hits.items() {
        match *hit {
            Item::Place(place) => touch(place),
            Item::Passage(passage) => {
                story
                    .passage(passage)
                    .places
                    .iter()
                    .copied()
                    .for_each(&mut touch);
            }
            Item::Region(_)
            | Item::Topic(_)
            | Item::Actor(_)
            | Item::Event(_)
            | Item::Connection(_)
            | Item::Subject(_)
            | Item::Module(_) => {}
        }
    }
    touched
}
