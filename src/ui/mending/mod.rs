//! The places that were found in an article: looked through, and put right.

mod candidates;
mod list;
mod marking;
mod mentions;
mod page;
mod saving;
mod selected_text;
mod topics;
mod words;

pub use saving::{SaveForm, save_ui};
pub use selected_text::{SelectedText, selected_ui};
pub use words::{done_words, doubt_words, within};

use std::ops::Range;

use egui::Ui;

use super::ViewCtx;
use crate::article::corrections::Meaning;
use crate::article::mending::{Found, Mending};
use crate::session::Page;
use crate::story::Item;
use list::list_ui;
use marking::{Marking, marking_ui};
use page::page_ui;

/// What the page must remember between frames; forgotten with each step.
#[derive(Default)]
pub struct FoundPage {
    /// Whose the rest is.
    of: Option<Meaning>,
    /// The mention that the next step is about, where it is not about all of them.
    here: Option<Range<usize>>,
    is_merging: bool,
    /// What the reader looks for among the places to merge with.
    filter: String,
    /// What the place may be, other than its names say.
    other: String,
    /// The place that is being marked.
    marking: Option<Marking>,
}

impl FoundPage {
    /// Asks which of these words are a place, and which; they may be empty.
    pub fn mark(&mut self, words: String) {
        self.marking = Some(Marking::new(words));
    }

    /// Whether it was asked.
    pub fn stop_marking(&mut self) -> bool {
        self.marking.take().is_some()
    }

    /// Another place is another page.
    fn turn_to(&mut self, meaning: Meaning) {
        if self.of != Some(meaning) {
            *self = Self {
                of: Some(meaning),
                ..Self::default()
            };
        }
    }
}

pub fn found_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, page: &mut FoundPage) {
    let document = ctx.document;
    let Some(mending) = &document.mending else {
        return;
    };
    if let Some(marking) = &mut page.marking {
        if marking_ui(ctx, ui, mending, marking) {
            page.marking = None;
        }
        return;
    }
    match examined(ctx) {
        Some((_, found, item)) => {
            page.turn_to(found.meaning);
            page_ui(ctx, ui, (mending, found, item), page);
        }
        None => list_ui(ctx, ui, mending, page),
    }
}

/// The place that is being looked at, on the page of what was found.
pub fn examined<'a>(ctx: &ViewCtx<'a>) -> Option<(&'a Mending, &'a Found, Item)> {
    let item = ctx.session.selection()?;
    if ctx.session.page() != Page::Found || !matches!(item, Item::Place(_) | Item::Region(_)) {
        return None;
    }
    let mending = ctx.document.mending.as_ref()?;
    let found = mending.find(ctx.story.key(item))?;
    Some((mending, found, item))
}
