//! Which story is open: another one instead, or the same one as its file is now.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use egui::{Context, ViewportCommand};

use super::App;
use super::opening::{Opening, Purpose, Source};
use crate::files::{Document, FileProblem, NotOpened, Reference, Watch};
use crate::format::printed;
use crate::sentences::{Said as _, Sentences};
use crate::session::{Action, Bookmark, Carry, Page, Session};
use crate::story::Story;
use crate::texts::fill;
use crate::ui::{Notice, Offer, ReadingPanel, Request, TourClock};

impl App {
    /// Reads a story in the background, to show it instead of the one that is open.
    pub(super) fn open_story(&mut self, source: Source, at: Option<String>, ctx: &Context) {
        self.opening = Some(Opening::start(ctx, source, Purpose::Show { at }));
    }

    /// The same for a file that may be the original of the story that is open.
    pub(super) fn open_or_attach(&mut self, path: PathBuf, ctx: &Context) {
        let source = Source::File(path);
        self.opening = Some(Opening::start(ctx, source, Purpose::ShowOrAttach));
    }

    /// As a path is typed; it may name a passage, as in `story.md#passage-id`.
    pub(super) fn open_path(&mut self, path: &Path, ctx: &Context) {
        let Reference { path, id } = Reference::of(path);
        let source = path.map_or(Source::Builtin, Source::File);
        self.open_story(source, id, ctx);
    }

    /// Takes in what was read since the last frame, and what has changed on disk.
    pub(super) fn follow_files(&mut self, ctx: &Context) {
        if let Some(opening) = &self.opening
            && let Some(answer) = opening.take()
            && let Some(Opening { purpose, .. }) = self.opening.take()
        {
            match (purpose, answer) {
                (Purpose::Show { at }, Ok(document)) => self.show(document, at.as_deref(), ctx),
                (Purpose::ShowOrAttach, Ok(document)) => self.show_or_attach(document, ctx),
                (Purpose::Adopt, Ok(document)) => self.adopt(document, ctx),
                (Purpose::Show { .. } | Purpose::ShowOrAttach | Purpose::Adopt, Err(error)) => {
                    self.say_not_opened(&error);
                }
                (Purpose::Follow, Ok(document)) if document.is_broken() => {
                    self.document.fall_behind(document.problems);
                    self.say_problems();
                }
                (Purpose::Follow, Ok(document)) => self.update(document, ctx),
                (Purpose::Follow, Err(error)) => {
                    self.document.fall_behind(vec![FileProblem::from(&error)]);
                    self.say_problems();
                }
            }
        }
        if self.opening.is_none()
            && self.file_changed.swap(false, Ordering::Relaxed)
            && let Some(path) = self.document.path()
        {
            let source = Source::File(path.to_owned());
            self.opening = Some(Opening::start(ctx, source, Purpose::Follow));
        }
    }

    /// Shows another story; the place in the one before is kept.
    pub(super) fn show(&mut self, document: Document, at: Option<&str>, ctx: &Context) {
        self.keep_place();
        self.document = document;
        self.restore_corrections();
        self.session = Session::new(self.document.story());
        self.keep_shown();
        self.forget_ids(ctx);
        self.reading = ReadingPanel::default();
        // It may hold something of the story before.
        self.dialog = None;
        self.pictures.set_folder(self.document.folder());
        self.notices
            .retain(|notice| !notice.is_about_problems() && !notice.is_about_original());
        self.find_original(ctx);
        self.go_to(at);
        self.watch(ctx);
        self.remember_recent();
        self.say_found();
        self.say_problems();
        self.save_settings();
    }

    /// Shows the story as it was just saved, with the reader where they were, and its file from now on.
    fn adopt(&mut self, document: Document, ctx: &Context) {
        self.update(document, ctx);
        self.pictures.set_folder(self.document.folder());
        self.watch(ctx);
        self.remember_recent();
        self.save_settings();
    }

    /// Shows the story as its file is now, with the reader where they were.
    fn update(&mut self, document: Document, ctx: &Context) {
        let before = std::mem::replace(&mut self.document, document);
        self.carry_corrections(before.mending.as_ref());
        let carry = Carry {
            from: before.story(),
            to: self.document.story(),
        };
        self.session = self.session.carried(carry);
        self.reading.carry(carry);
        self.pictures.reload();
        self.forget_ids(ctx);
        self.lay_original_anew(ctx);
        self.say_found();
        self.say_problems();
    }

    /// Nothing may be left that an id of another story points to.
    pub(super) fn forget_ids(&mut self, ctx: &Context) {
        self.hovered = None;
        self.keeper.forget_ids();
        self.clock = TourClock::default();
        self.map.forget_story();
        // Words found in texts, kept by ids.
        ctx.memory_mut(|memory| memory.caches = egui::cache::CacheStorage::default());
        ctx.send_viewport_cmd(ViewportCommand::Title(title(self.document.story())));
        let is_gone = match self.session.page() {
            Page::Problems => self.document.problems.is_empty(),
            Page::Found => self.document.mending.is_none(),
            Page::Story | Page::Curriculum | Page::Who | Page::When => false,
        };
        if is_gone {
            self.act(Action::Turn(Page::Story));
        }
    }

    /// To the passage or place of this id; without one, to where the reader left the story.
    pub(super) fn go_to(&mut self, id: Option<&str>) {
        let story = self.document.story();
        if let Some(id) = id {
            let at = Bookmark {
                item: Some(id.to_owned()),
                page: Page::Story,
            };
            if !self.session.resume(story, &at) {
                let text = fill(&self.texts.notices.no_passage, &[("id", id)]);
                self.notices.push_back(Notice::of(text));
            }
        } else if let Some(bookmark) = self.settings.bookmarks.get(&self.document.key) {
            self.session.resume(story, bookmark);
        }
    }

    /// From now on a change of the file is seen.
    pub(super) fn watch(&mut self, ctx: &Context) {
        self.file_changed.store(false, Ordering::Relaxed);
        let (changed, ctx) = (Arc::clone(&self.file_changed), ctx.clone());
        self.watch = self.document.path().and_then(|path| {
            Watch::start(path, move || {
                changed.store(true, Ordering::Relaxed);
                ctx.request_repaint();
            })
        });
    }

    pub(super) fn say_not_opened(&mut self, error: &NotOpened) {
        let texts = &self.texts.notices;
        let Sentences { message, remedy } = error.reason.said(self.texts.said_in());
        let name = match error.path.file_name() {
            Some(name) => printed(name),
            None if error.path.as_os_str().is_empty() => texts.pasted.clone(),
            None => printed(&error.path),
        };
        let text = if remedy.is_empty() {
            &texts.not_opened
        } else {
            &texts.not_opened_remedy
        };
        let values = [
            ("name", name.as_str()),
            ("reason", &message),
            ("remedy", &remedy),
        ];
        let notice = Notice::of(fill(text, &values));
        self.notices.push_front(notice);
    }

    /// One notice, of how the files are now.
    pub(super) fn say_problems(&mut self) {
        self.notices.retain(|notice| !notice.is_about_problems());
        let texts = &self.texts.notices;
        let faults = self.document.faults();
        let text = match (self.document.is_behind, faults) {
            (true, _) => &texts.behind,
            (false, 0) => return,
            (false, 1) => &texts.problem_one,
            (false, _) => &texts.problems,
        };
        self.notices.push_front(Notice {
            text: fill(text, &[("n", &faults.to_string())]),
            offer: Some(Offer {
                label: texts.show_problems.clone(),
                request: Request::Session(Action::Turn(Page::Problems)),
            }),
            ..Notice::default()
        });
    }

    /// What has to be said at the top of the window, one thing at a time; `now` in seconds.
    pub(super) fn notice(&self, now: f64) -> Option<Notice> {
        if let Some(writing) = self.writing.as_ref().filter(|writing| writing.is_long(now)) {
            return Some(Notice::of(writing.say(&self.texts)));
        }
        let texts = &self.texts.notices;
        let opening = self.opening.as_ref().filter(|opening| opening.is_long(now));
        let attaching = self.attaching.as_ref().filter(|of| of.is_long(now));
        let name = match (opening, attaching) {
            (None, None) => return self.notices.front().cloned(),
            (None, Some(attaching)) => attaching.name().to_owned(),
            (Some(opening), _) => {
                let path = opening.path().and_then(|path| path.file_name());
                path.map_or_else(|| texts.pasted.clone(), printed)
            }
        };
        Some(Notice {
            text: fill(&texts.opening, &[("name", &name)]),
            offer: Some(Offer {
                label: texts.cancel.clone(),
                request: Request::CancelOpening,
            }),
            ..Notice::default()
        })
    }
}

/// What the window is called.
pub fn title(story: &Story) -> String {
    format!("{} – Dateline", story.title.text)
}
