//! What the reader may choose, each with its values.

use serde::{Deserialize, Serialize};

use super::{BasemapChoice, Settings};

/// A choice that the reader makes.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    Theme(ThemeChoice),
    /// None: as the system.
    Language(Option<Language>),
    /// None: as the language.
    MapNames(Option<MapNames>),
    TextSize(TextSize),
    LineWidth(LineWidth),
    Wording(Wording),
    /// None: as the computer can bear.
    Motion(Option<Motion>),
    Wheel(Wheel),
    Pace(TourPace),
    Basemap(BasemapChoice),
    /// Every choice at once, as it is in these settings.
    All(Box<Settings>),
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

/// How long a line of reading text may get.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineWidth {
    Narrow,
    #[default]
    Normal,
    Wide,
}

impl LineWidth {
    /// The longest line in points: of about 60, 70 and 95 characters.
    pub fn points(self) -> f32 {
        match self {
            Self::Narrow => 420.0,
            Self::Normal => 510.0,
            Self::Wide => 680.0,
        }
    }
}

/// In whose words a passage is shown that has its original beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Wording {
    /// The story's.
    Retelling,
    /// The source's.
    Original,
    #[default]
    Both,
}

/// How much of what changes is seen to move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Motion {
    #[default]
    Full,
    /// The map jumps where it would fly, and nothing slides or fades.
    Reduced,
}

/// What the mouse's wheel does on the map. With Ctrl it always zooms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wheel {
    /// Zooms: closer when pushed away from oneself.
    #[default]
    PushCloser,
    /// Zooms: further out when pushed away from oneself.
    PushFurther,
    /// Moves the map.
    Move,
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
    pub const SMALLEST: f32 = 0.8;
    pub const LARGEST: f32 = 2.0;
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
