//! What the program remembers from one start to the next.

mod basemap;
mod choices;
mod corrections;
mod file;
mod merge;
mod originals;

pub use basemap::{BasemapChoice, BasemapKind, TileServer};
pub use choices::{
    Language, LineWidth, MapNames, Motion, Setting, TextSize, ThemeChoice, TourPace, Wheel, Wording,
};
pub use corrections::CorrectionsFile;
pub use file::{Found, SettingsFile};
pub use originals::OriginalFile;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::session::Bookmark;

/// So many story files are remembered as opened last.
const MOST_RECENT: usize = 12;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: ThemeChoice,
    /// None where the reader has not chosen: as the system.
    pub language: Option<Language>,
    /// None where the reader has not chosen: as the language.
    pub map_names: Option<MapNames>,
    /// Of the whole interface, as a factor of its normal size.
    pub text_size: TextSize,
    pub line_width: LineWidth,
    pub wording: Wording,
    /// None where the reader has not chosen: as the computer can bear.
    pub motion: Option<Motion>,
    pub wheel: Wheel,
    pub pace: TourPace,
    /// Width of the reading panel in points; none where the window decides.
    pub panel_width: Option<f32>,
    pub basemap: BasemapChoice,
    pub window: Window,
    /// The story files opened last, by their whole path, the latest first.
    pub recent: Vec<String>,
    /// By story: where its reader left it.
    pub bookmarks: BTreeMap<String, Bookmark>,
    /// By story: the modules ticked as studied.
    pub studied: BTreeMap<String, BTreeSet<String>>,
    /// What a newer version wrote: kept for it.
    #[serde(flatten)]
    pub other: toml::Table,
}

/// The window as it was left, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Window {
    pub width: f32,
    pub height: f32,
    pub maximized: bool,
}

impl Default for Window {
    fn default() -> Self {
        Self {
            width: 1280.0,
            height: 800.0,
            maximized: false,
        }
    }
}

impl Settings {
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Theme(theme) => self.theme = theme,
            Setting::Language(language) => self.language = language,
            Setting::MapNames(names) => self.map_names = names,
            Setting::TextSize(size) => self.text_size = size,
            Setting::LineWidth(width) => self.line_width = width,
            Setting::Wording(wording) => self.wording = wording,
            Setting::Motion(motion) => self.motion = motion,
            Setting::Wheel(wheel) => self.wheel = wheel,
            Setting::Pace(pace) => self.pace = pace,
            Setting::Basemap(basemap) => self.basemap = basemap,
            Setting::All(chosen) => *self = self.with_choices_of(&chosen),
        }
    }

    /// What the reader chose comes from there; what the program remembers by itself stays.
    fn with_choices_of(&self, chosen: &Self) -> Self {
        Self {
            theme: chosen.theme,
            language: chosen.language,
            map_names: chosen.map_names,
            text_size: chosen.text_size,
            line_width: chosen.line_width,
            wording: chosen.wording,
            motion: chosen.motion,
            wheel: chosen.wheel,
            pace: chosen.pace,
            panel_width: chosen.panel_width,
            basemap: chosen.basemap.clone(),
            ..self.clone()
        }
    }

    /// The file was opened just now.
    pub fn remember_recent(&mut self, path: &str) {
        self.recent.retain(|recent| recent != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }

    pub fn is_studied(&self, story: &str, module: &str) -> bool {
        self.studied
            .get(story)
            .is_some_and(|modules| modules.contains(module))
    }

    pub fn toggle_studied(&mut self, story: &str, module: &str) {
        let modules = self.studied.entry(story.to_owned()).or_default();
        if !modules.remove(module) {
            modules.insert(module.to_owned());
        }
        if modules.is_empty() {
            self.studied.remove(story);
        }
    }

    /// Numbers that a hand or a fault put there, brought back to what a window can be.
    fn within_reason(mut self) -> Self {
        let reasonable = |value: f32, least: f32, normal: f32| {
            if value.is_finite() {
                value.clamp(least, 16_000.0)
            } else {
                normal
            }
        };
        self.window.width = reasonable(self.window.width, 320.0, 1280.0);
        self.window.height = reasonable(self.window.height, 240.0, 800.0);
        self.panel_width = self
            .panel_width
            .filter(|width| width.is_finite() && *width > 0.0);
        self
    }
}
