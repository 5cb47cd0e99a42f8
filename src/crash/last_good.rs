//! What was in the window when a frame was last whole. It lies outside of the window, which a panic leaves half changed.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Whereabouts;
use crate::files::Document;
use crate::format::printed;
use crate::session::Bookmark;
use crate::settings::{Settings, Window};

/// The window writes, and whoever hears of a panic reads.
#[derive(Clone, Debug, Default)]
pub struct LastGood(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    /// What is being shown, from before its first frame on.
    shown: Option<Shown>,
    whereabouts: Option<Whereabouts>,
    settings: Option<Settings>,
}

#[derive(Clone, Debug)]
struct Shown {
    key: String,
    file: Option<PathBuf>,
    is_pasted: bool,
}

impl LastGood {
    /// Nothing is left half done while it is locked.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A story is about to be drawn.
    pub fn show(&self, document: &Document) {
        let whole = |path: &std::path::Path| path.canonicalize().unwrap_or_else(|_| path.into());
        let shown = Shown {
            key: document.key.clone(),
            file: document.path().map(whole),
            is_pasted: document.is_pasted(),
        };
        self.kept().shown = Some(shown);
    }

    /// It was drawn with the reader at this place.
    pub fn reach(&self, place: Bookmark) {
        let mut kept = self.kept();
        let shown = kept.shown.clone().filter(|shown| !shown.is_pasted);
        kept.whereabouts = shown.map(|Shown { key, file, .. }| Whereabouts {
            story: key,
            file,
            place,
        });
    }

    /// The settings as they were saved.
    pub fn remember(&self, settings: &Settings) {
        self.kept().settings = Some(settings.clone());
    }

    /// What changes with every frame of a drag, and is saved when the window closes.
    pub fn resize(&self, window: Window, panel_width: Option<f32>) {
        if let Some(settings) = &mut self.kept().settings {
            (settings.window, settings.panel_width) = (window, panel_width);
        }
    }

    pub fn whereabouts(&self) -> Option<Whereabouts> {
        self.kept().whereabouts.clone()
    }

    /// What the settings know the story by that is being shown.
    pub fn shown(&self) -> Option<String> {
        self.kept().shown.as_ref().map(|shown| shown.key.clone())
    }

    /// The story that is being shown, for a report.
    pub fn story(&self) -> String {
        match &self.kept().shown {
            None => "none yet".to_owned(),
            Some(Shown {
                is_pasted: true, ..
            }) => "one that was pasted".to_owned(),
            Some(Shown { file: None, .. }) => "the built-in one".to_owned(),
            Some(Shown {
                file: Some(path), ..
            }) => printed(path),
        }
    }

    /// The settings to be saved, with the reader's place; none before the first frame was drawn.
    pub fn settings(&self) -> Option<Settings> {
        let kept = self.kept();
        let mut settings = kept.settings.clone()?;
        let Whereabouts { story, place, .. } = kept.whereabouts.clone()?;
        if place == Bookmark::default() {
            settings.bookmarks.remove(&story);
        } else {
            settings.bookmarks.insert(story, place);
        }
        Some(settings)
    }
}
