//! Where the reader has been: back and forward, as in a browser.

use super::{Direction, Page, Session};
use crate::story::{Item, PassageId, Story};

/// Older ones are forgotten.
const LONGEST: usize = 200;

/// Where a reader was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stand {
    pub page: Page,
    pub selection: Option<Item>,
    pub last_passage: Option<PassageId>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct History {
    /// The latest last.
    pub back: Vec<Stand>,
    /// The nearest last.
    pub forward: Vec<Stand>,
}

impl History {
    /// The reader went from here to somewhere new.
    pub fn left(&mut self, stand: Stand) {
        if self.back.len() == LONGEST {
            self.back.remove(0);
        }
        self.back.push(stand);
        self.forward.clear();
    }

    /// Where to go from here, if anywhere.
    pub fn go(&mut self, from: Stand, direction: Direction) -> Option<Stand> {
        let (source, target) = match direction {
            Direction::Previous => (&mut self.back, &mut self.forward),
            Direction::Next => (&mut self.forward, &mut self.back),
        };
        let to = source.pop()?;
        target.push(from);
        Some(to)
    }
}

impl Session {
    pub(super) fn stand(&self) -> Stand {
        Stand {
            page: self.page,
            selection: self.selection,
            last_passage: self.last_passage,
        }
    }

    pub(super) fn travel(&mut self, story: &Story, direction: Direction) {
        let Some(to) = self.history.go(self.stand(), direction) else {
            return;
        };
        match to.selection {
            Some(item) if self.selection != to.selection => self.select(story, item),
            None if self.selection.is_some() => self.deselect(),
            _ => {}
        }
        self.page = to.page;
        self.last_passage = to.last_passage;
    }
}
