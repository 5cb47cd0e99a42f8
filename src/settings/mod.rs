//! What the program remembers from one start to the next.

mod file;

pub use file::{Found, SettingsFile};

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::session::Bookmark;

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
    /// Width of the reading panel in points; none where the window decides.
    pub panel_width: Option<f32>,
    pub window: Window,
    pub pace: TourPace,
    /// By story: where its reader left it.
    pub bookmarks: BTreeMap<String, Bookmark>,
    /// By story: the modules ticked as studied.
    pub studied: BTreeMap<String, BTreeSet<String>>,
    /// What a newer version wrote: kept for it.
    #[serde(flatten)]
    pub other: toml::Table,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// What interface and story are read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    English,
    Chinese,
    /// The story in both, the interface in English.
    Both,
}

impl Language {
    /// Of a system whose locale is called so, as in `zh_CN.UTF-8`.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") {
            Self::Chinese
        } else {
            Self::English
        }
    }

    /// In which script the map follows it.
    pub fn map_names(self) -> MapNames {
        match self {
            Self::English => MapNames::English,
            Self::Chinese => MapNames::Chinese,
            Self::Both => MapNames::Both,
        }
    }

    /// The interface's first.
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Self::English => &["en"],
            Self::Chinese => &["zh"],
            Self::Both => &["en", "zh"],
        }
    }
}

/// In which script the names on the map are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MapNames {
    English,
    Chinese,
    Both,
}

/// How fast a tour goes through the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TourPace {
    Slow,
    #[default]
    Normal,
    Fast,
}

impl TourPace {
    pub fn characters_per_minute(self) -> u32 {
        match self {
            Self::Slow => 800,
            Self::Normal => 1200,
            Self::Fast => 1800,
        }
    }
}

/// A factor of the normal size, in steps, within what the layout can bear.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "f32", into = "f32")]
pub struct TextSize(f32);

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

impl Default for TextSize {
    fn default() -> Self {
        Self(1.0)
    }
}

impl From<f32> for TextSize {
    fn from(factor: f32) -> Self {
        if factor.is_finite() {
            Self(factor.clamp(Self::SMALLEST, Self::LARGEST))
        } else {
            Self::default()
        }
    }
}

impl From<TextSize> for f32 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

impl TextSize {
    const SMALLEST: f32 = 0.8;
    const LARGEST: f32 = 2.0;
    const STEP: f32 = 0.1;

    pub fn factor(self) -> f32 {
        self.0
    }

    #[must_use]
    pub fn larger(self) -> Self {
        Self::from(((self.0 + Self::STEP) * 10.0).round() / 10.0)
    }

    #[must_use]
    pub fn smaller(self) -> Self {
        Self::from(((self.0 - Self::STEP) * 10.0).round() / 10.0)
    }
}

impl Settings {
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
