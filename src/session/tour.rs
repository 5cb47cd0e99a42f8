//! The tour: from passage to passage by itself.

use super::{Focus, Session, Step};
use crate::story::{Item, Story};

/// Whether the story goes on by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tour {
    #[default]
    Still,
    Playing,
    /// The reader took the map into their own hands; the tour waits for them.
    Interrupted,
}

impl Session {
    /// From the passage the reader is on; from the first where there is none, or none after it.
    pub(super) fn play(&mut self, story: &Story) {
        self.tour = Tour::Playing;
        match self.selection {
            Some(Item::Passage(_)) if self.next_passage().is_some() => self.go_on(),
            _ if self.next_passage().is_some() => self.step(story, Step::Next),
            _ => self.step(story, Step::First),
        }
    }

    /// The map comes back to what is selected, and a tour that waited goes on.
    pub(super) fn go_on(&mut self) {
        if self.tour == Tour::Interrupted {
            self.tour = Tour::Playing;
        }
        self.focus = Some(self.selection.map_or(Focus::Overview, Focus::Item));
    }
}
