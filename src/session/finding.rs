//! A search in progress: what is asked, what was found, and which of it the reader is on.

use std::sync::Arc;

use super::Direction;
use super::search::{Hits, Index};
use crate::story::{Item, PlaceId, Story};

#[derive(Clone, Debug, Default)]
pub struct Finding {
    query: String,
    /// Made when the reader first searches; of a large story by whoever has a thread for it.
    index: Option<Arc<Index>>,
    hits: Hits,
    /// By place: whether it has to do with what was found.
    touched: Vec<bool>,
    /// Position among the hits.
    at: Option<usize>,
    /// Whether the list of what was found is open; it closes when the reader goes somewhere.
    is_listing: bool,
    /// Where the reader will be on once there is an index, and whether with the list open.
    later: Option<(Option<Item>, bool)>,
}

impl Finding {
    pub(super) fn search(&mut self, story: &Story, query: String) {
        if self.index.is_none() && Index::is_made_at_once(story) {
            self.index = Some(Arc::new(Index::new(story)));
        }
        self.query = query;
        self.later = None;
        self.find(story);
    }

    /// From now on there is an index.
    pub(super) fn take_index(&mut self, story: &Story, index: Index) {
        self.index = Some(Arc::new(index));
        self.find(story);
        if let Some((at, is_listing)) = self.later.take() {
            self.resume(at, is_listing);
        }
    }

    /// Without an index nothing is found yet, and it is as if nothing were searched for.
    fn find(&mut self, story: &Story) {
        let found = self.index.as_ref().map(|index| index.find(&self.query));
        self.hits = found.unwrap_or_default();
        self.touched = touched(story, &self.hits);
        self.is_listing = self.is_on();
        self.at = None;
    }

    /// The reader searches no more; what is searched may be asked for again.
    pub(super) fn end(&mut self) {
        let index = self.index.take();
        *self = Self {
            index,
            ..Self::default()
        };
    }

    /// Whether the reader searches, and there is no index yet.
    pub fn awaits_index(&self) -> bool {
        self.index.is_none() && !self.query.trim().is_empty()
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
        if self.awaits_index() {
            self.later = Some((at, is_listing));
        }
        let hits = self.hits.items();
        self.at = at.and_then(|item| hits.iter().position(|hit| *hit == item));
        self.is_listing &= is_listing;
    }

    /// What [`Self::resume`] goes on with.
    pub(super) fn stand(&self) -> (Option<Item>, bool) {
        if self.awaits_index() {
            return self.later.unwrap_or((None, true));
        }
        (self.current(), self.is_listing)
    }

    /// The thing found that the reader is on.
    fn current(&self) -> Option<Item> {
        self.hits.items().get(self.at?).copied()
    }

    /// The reader went somewhere: stepping goes on from there.
    pub(super) fn came_to(&mut self, item: Item) {
        self.is_listing = false;
        if self.awaits_index() {
            self.later = Some((Some(item), false));
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Draft;
    use crate::story::draft::{Block, Passage};

    /// A story that is too large for its index to be made at once.
    fn large() -> Story {
        let passage = |text: String| Passage {
            blocks: vec![Block {
                text,
                ..Block::default()
            }],
            ..Passage::default()
        };
        let mut draft = Draft::default();
        let hay = "hay and straw ".repeat(4_000);
        draft.passages = vec![passage(hay); 20];
        draft.passages.push(passage("A needle".to_owned()));
        draft.finish().0
    }

    #[test]
    fn until_there_is_an_index_it_is_as_if_nothing_were_searched_for() {
        let story = large();
        let mut finding = Finding::default();

        finding.search(&story, "needle".to_owned());
        assert!(finding.awaits_index(), "it is made elsewhere");
        assert!(
            !finding.is_on() && !finding.is_listing(),
            "nothing is found yet"
        );

        finding.take_index(&story, Index::new(&story));
        assert!(finding.is_listing(), "the list opens");
        assert_eq!(finding.hits().items().len(), 1);
        finding.search(&story, "straw".to_owned());
        assert!(!finding.awaits_index(), "there is one now");
    }

    #[test]
    fn a_list_does_not_open_under_a_reader_who_has_gone_on() {
        let story = large();
        let (last, _) = story.passages().last().unwrap();
        let mut finding = Finding::default();
        finding.search(&story, "needle".to_owned());

        finding.came_to(Item::Passage(last));
        finding.take_index(&story, Index::new(&story));

        assert!(finding.is_on() && !finding.is_listing(), "they read");
        assert_eq!(finding.position(), Some(1), "and are on what was found");
    }

    #[test]
    fn a_search_that_is_ended_leaves_the_index_for_the_next() {
        let story = large();
        let mut finding = Finding::default();
        finding.search(&story, "needle".to_owned());
        finding.take_index(&story, Index::new(&story));

        finding.end();
        assert!(!finding.is_on() && finding.query().is_empty(), "ended");

        finding.search(&story, "needle".to_owned());
        assert!(finding.is_on(), "without another index");
    }
}
