//! An article put right: steps taken, taken back, kept for the next time, and the whole saved as a story.

use std::path::Path;

use egui::Context;

use super::App;
use super::choosing::suggested;
use crate::article::corrections::{Correction, Corrections};
use crate::article::mending::Mending;
use crate::format::Format;
use crate::session::{Action, Carry, Page};
use crate::settings::CorrectionsFile;
use crate::texts::fill;
use crate::ui::{Command, Content, Notice, Offer, SaveForm, done_words};

impl App {
    /// Takes a step, and offers to take it back.
    pub(super) fn correct(&mut self, step: Correction, ctx: &Context) {
        let Some(mending) = &self.document.mending else {
            return;
        };
        let said = done_words(&self.texts, mending, self.document.story(), &step);
        let mut corrections = mending.corrections().clone();
        corrections.push(step);
        self.apply_corrections(corrections, ctx);
        let undo = self.texts.mending.undo.clone();
        self.say_mended(said, (undo, Command::Undo));
    }

    pub(super) fn undo_correction(&mut self, ctx: &Context) {
        let texts = &self.texts.mending;
        let said = (texts.undone.clone(), (texts.redo.clone(), Command::Redo));
        self.step_correction(Corrections::undo, said, ctx);
    }

    pub(super) fn redo_correction(&mut self, ctx: &Context) {
        let texts = &self.texts.mending;
        let said = (texts.redone.clone(), (texts.undo.clone(), Command::Undo));
        self.step_correction(Corrections::redo, said, ctx);
    }

    fn step_correction(
        &mut self,
        step: impl FnOnce(&mut Corrections) -> bool,
        (said, offer): (String, (String, Command)),
        ctx: &Context,
    ) {
        let mending = self.document.mending.as_ref();
        let Some(mut corrections) = mending.map(|mending| mending.corrections().clone()) else {
            return;
        };
        if step(&mut corrections) {
            self.apply_corrections(corrections, ctx);
            self.say_mended(said, offer);
        }
    }

    /// Makes the story anew, with the reader where they were, and keeps what it follows from.
    fn apply_corrections(&mut self, corrections: Corrections, ctx: &Context) {
        let Some(before) = self.document.correct(corrections) else {
            return;
        };
        let carry = Carry {
            from: &before,
            to: self.document.story(),
        };
        self.session = self.session.carried(carry);
        self.reading.carry(carry);
        self.forget_ids(ctx);
        if self.session.page() == Page::Found
            && let Some(item) = self.session.selection()
        {
            // It may lie elsewhere now.
            self.act(Action::Examine(item));
        }
        self.keep_corrections();
    }

    fn keep_corrections(&mut self) {
        let (Some(file), Some(mending)) = (&self.settings_file, &self.document.mending) else {
            return;
        };
        let kept = CorrectionsFile::of(file, &mending.article().text);
        if let Err(error) = kept.keep(mending.corrections().in_force()) {
            let reason = error.to_string();
            let notice = fill(&self.texts.mending.unkept, &[("reason", &reason)]);
            self.notices.push_back(Notice::of(notice));
        }
    }

    /// A text that was mended before is as its reader left it; before anything is shown of it.
    pub(super) fn restore_corrections(&mut self) {
        let (Some(file), Some(mending)) = (&self.settings_file, &self.document.mending) else {
            return;
        };
        let steps = CorrectionsFile::of(file, &mending.article().text).load();
        if !steps.is_empty() {
            self.document.correct(Corrections::of(steps));
        }
    }

    /// The article's file has changed: what still holds of the steps before is kept, unless the text was mended already.
    pub(super) fn carry_corrections(&mut self, before: Option<&Mending>) {
        self.restore_corrections();
        let (Some(before), Some(mending)) = (before, &self.document.mending) else {
            return;
        };
        if mending.corrections().in_force().is_empty() {
            let corrections = before.carried(mending.article());
            self.document.correct(corrections);
            self.keep_corrections();
        }
    }

    /// How much of what was found has to be looked through.
    pub(super) fn say_found(&mut self) {
        self.notices.retain(|notice| !notice.is_about_found());
        let Some(mending) = &self.document.mending else {
            return;
        };
        let texts = &self.texts.mending;
        let doubtful = mending.doubtful();
        let (text, label, command) = match (mending.found().len(), doubtful) {
            (0, _) => (&texts.none, &texts.mark, Command::MarkPlace),
            (_, 0) => return,
            (_, 1) => (&texts.notice_one, &texts.look, Command::ShowFound),
            (..) => (&texts.notice_many, &texts.look, Command::ShowFound),
        };
        self.notices.push_back(Notice {
            text: fill(text, &[("n", &doubtful.to_string())]),
            offer: Some(Offer {
                label: label.clone(),
                request: command.into(),
            }),
            ..Notice::default()
        });
    }

    /// One notice, of the last step.
    fn say_mended(&mut self, text: String, (label, command): (String, Command)) {
        self.notices
            .retain(|notice| !notice.is_about_found() && !notice.is_about_mending());
        self.notices.push_front(Notice {
            text,
            offer: Some(Offer {
                label,
                request: command.into(),
            }),
            ..Notice::default()
        });
    }

    pub(super) fn show_found(&mut self) {
        if self.document.mending.is_some() {
            self.act(Action::Turn(Page::Found));
        }
    }

    /// Asks which words of the article name a place that was missed.
    pub(super) fn mark_place(&mut self, words: String) {
        if self.document.mending.is_some() {
            self.act(Action::Turn(Page::Found));
            self.reading.mark(words);
        }
    }

    /// Asks where to save it: beside its own file, or among the user's documents.
    pub(super) fn ask_to_save(&mut self, ctx: &Context) {
        let beside = self.document.path().map(Path::to_owned);
        let path = beside.unwrap_or_else(|| suggested(&self.texts.new.file_name));
        let path = path.with_extension(Format::Native.extension());
        self.open(Content::Save(SaveForm::new(&path)), ctx);
    }
}
