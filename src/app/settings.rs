//! Settings in force: the one place that changes, applies and saves them.

use egui::Context;

use super::App;
use crate::files::Document;
use crate::settings::{Language, Motion, Setting, Settings, ThemeChoice};
use crate::story::ModuleId;
use crate::texts::{Texts, fill};
use crate::ui::{Notice, theme};

/// What egui itself must know of them; the panels read the rest.
pub fn apply(settings: &Settings, usual_motion: Motion, ctx: &Context) {
    theme::choose(ctx, settings.theme);
    theme::set_motion(ctx, settings.motion.unwrap_or(usual_motion));
}

pub fn texts_of(language: Language) -> Texts {
    Texts::of(language.codes().first().copied().unwrap_or_default())
}

impl App {
    pub(super) fn change(&mut self, setting: Setting, ctx: &Context) {
        self.settings.set(setting);
        apply(&self.settings, self.usual_motion, ctx);
        self.zoom(ctx);
        let language = self.settings.language.unwrap_or(self.system_language);
        if self.language != language {
            self.language = language;
            self.texts = texts_of(language);
        }
        self.save_settings();
    }

    pub(super) fn switch_theme(&mut self, ctx: &Context) {
        let choice = if ctx.global_style().visuals.dark_mode {
            ThemeChoice::Light
        } else {
            ThemeChoice::Dark
        };
        self.change(Setting::Theme(choice), ctx);
    }

    pub(super) fn toggle_studied(&mut self, module: ModuleId) {
        let module = &self.document.story().module(module).key;
        self.settings.toggle_studied(&self.document.key, module);
        self.save_settings();
    }

    pub(super) fn save_settings(&mut self) {
        self.keep_place();
        self.keep_settings();
        let Some(file) = &self.settings_file else {
            return;
        };
        if let Err(error) = file.save(&self.settings) {
            let notice = fill(
                &self.texts.notices.settings_unsaved,
                &[("reason", &error.to_string())],
            );
            // Once is enough: every click would say it again.
            if !self.notices.iter().any(|before| before.text == notice) {
                self.notices.push_back(Notice::of(notice));
            }
        }
    }

    /// Where the reader is, for when the story is next opened.
    pub(super) fn keep_place(&mut self) {
        let offers_to_go_on = self.offers_to_go_on();
        let Document { key, .. } = &self.document;
        let bookmarks = &mut self.settings.bookmarks;
        match self.session.bookmark(self.document.story()) {
            Some(bookmark) => drop(bookmarks.insert(key.clone(), bookmark)),
            None if offers_to_go_on => {}
            None => drop(bookmarks.remove(key)),
        }
    }

    /// The open story's file, among those opened last.
    pub(super) fn remember_recent(&mut self) {
        if let Some(path) = self.document.path() {
            let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
            self.settings.remember_recent(&whole.display().to_string());
        }
    }

    /// The window as it is, for the next start.
    pub(super) fn note_window(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        ctx.input(|input| {
            let viewport = input.viewport();
            let (maximized, full) = (
                viewport.maximized.unwrap_or(false),
                viewport.fullscreen.unwrap_or(false),
            );
            let window = &mut self.settings.window;
            window.maximized = maximized;
            if let Some(inner) = viewport.inner_rect.filter(|_| !maximized && !full) {
                // The window's size does not change with the text's.
                let size = inner.size() * zoom;
                (window.width, window.height) = (size.x, size.y);
            }
        });
    }
}
