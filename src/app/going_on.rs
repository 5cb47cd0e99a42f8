//! The reader's place kept through a fault of the program itself, and offered again at the next start.

use egui::Context;

use super::App;
use super::opening::Source;
use crate::crash::{LastGood, Reports, Stopped, Whereabouts};
use crate::format::printed;
use crate::session::{Bookmark, Page, Session};
use crate::story::{Item, Story};
use crate::texts::fill;
use crate::ui::{Notice, Offer, Request};

/// Notes where the reader is, frame by frame, for when the next one does not come to its end.
#[derive(Default)]
pub struct Keeper {
    last_good: LastGood,
    /// What was laid out last: good once it has been painted, too.
    laid_out: Option<Place>,
    /// What was found good last.
    kept: Option<Place>,
}

type Place = (Page, Option<Item>);

impl Keeper {
    /// The frame was laid out with this in it.
    pub fn lay_out(&mut self, session: &Session) {
        self.laid_out = Some((session.page(), session.selection()));
    }

    /// The frame before has come to its end.
    fn keep(&mut self, story: &Story) {
        if self.kept == self.laid_out {
            return;
        }
        if let Some((page, selection)) = self.laid_out {
            self.last_good.reach(Bookmark {
                page,
                item: selection.map(|item| story.key(item).to_owned()),
            });
        }
        self.kept = self.laid_out;
    }

    /// Ids mean something else from now on.
    pub fn forget_ids(&mut self) {
        (self.laid_out, self.kept) = (None, None);
    }
}

impl App {
    /// What is good is kept there from now on.
    #[must_use]
    pub fn kept_in(mut self, last_good: &LastGood) -> Self {
        self.keeper.last_good = last_good.clone();
        self.keep_shown();
        self.keep_settings();
        self
    }

    pub(super) fn keep_shown(&self) {
        self.keeper.last_good.show(&self.document);
    }

    pub(super) fn keep_settings(&self) {
        self.keeper.last_good.remember(&self.settings);
    }

    /// At the beginning of a frame.
    pub(super) fn keep_good(&mut self) {
        self.keeper.keep(self.document.story());
        let settings = &self.settings;
        let last_good = &self.keeper.last_good;
        last_good.resize(settings.window, settings.panel_width);
    }

    /// Goes to the passage or place of this id, or to where the reader left the story; what the last start left, if it
    /// had to stop. If it did so in this very story, the place in it is only offered: it may be what it stopped at.
    pub(super) fn begin(&mut self, open_at: Option<&str>) -> Option<Stopped> {
        let settings_file = self.settings_file.as_ref();
        let stopped = settings_file.and_then(|file| Reports::beside(file).take());
        let is_offered = stopped
            .as_ref()
            .is_some_and(|stopped| self.has_stopped_here(stopped));
        if open_at.is_some() || !is_offered {
            self.go_to(open_at);
        }
        stopped
    }

    fn has_stopped_here(&self, stopped: &Stopped) -> bool {
        let there = stopped.whereabouts.as_ref().map(|there| &there.story);
        [stopped.shown.as_ref(), there].contains(&Some(&self.document.key))
    }

    pub(super) fn say_stopped(&mut self, stopped: Stopped) {
        let texts = &self.texts.notices;
        let report = printed(&stopped.report);
        self.notices.push_front(Notice {
            text: fill(&texts.stopped, &[("path", &report)]),
            offer: stopped.whereabouts.map(|whereabouts| Offer {
                label: texts.go_on.clone(),
                request: Request::GoOn(whereabouts),
            }),
            ..Notice::default()
        });
    }

    /// Leads back to where the reader was when the program stopped.
    pub(super) fn go_on(&mut self, whereabouts: Whereabouts, ctx: &Context) {
        let Whereabouts { story, file, place } = whereabouts;
        if story == self.document.key {
            self.session.resume(self.document.story(), &place);
        } else {
            self.settings.bookmarks.insert(story, place);
            let source = file.map_or(Source::Builtin, Source::File);
            self.open_story(source, None, ctx);
        }
    }

    /// Whether it is still open if the reader goes on there: until then their place stays as it was kept.
    pub(super) fn offers_to_go_on(&self) -> bool {
        self.notices.iter().any(|notice| {
            let request = notice.offer.as_ref().map(|offer| &offer.request);
            matches!(request, Some(Request::GoOn(there)) if there.story == self.document.key)
        })
    }
}
