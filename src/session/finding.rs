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
    /// Position among the hits.
    at: Option<usize>,
    /// Whether the list of what was found is open; it closes when the reader goes somewhere.
    is_listing: bool,
}

impl Finding {
    pub(super) fn search(&mut self, story: &Story, query: String) {
        let index = self.index.get_or_insert_with(|| Index::new(story));
        self.hits = index.find(&query);
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
        self.hits.items().get(at).map(|hit| hit.item)
    }

    /// The reader went somewhere: stepping goes on from there.
    pub(super) fn came_to(&mut self, item: Item) {
        self.is_listing = false;
        let found = self.hits.items().iter().position(|hit| hit.item == item);
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
    pub fn touches(&self, story: &Story, place: PlaceId) -> bool {
        let passages = story.passages_of_place(place);
        self.hits.has(Item::Place(place))
            || passages
                .iter()
                .any(|&passage| self.hits.has(Item::Passage(passage)))
    }
}
