//! The window's typefaces and the names the rest of the program knows them by.

use egui::{FontData, FontDefinitions, FontFamily, FontId};
use std::sync::Arc;

use crate::typefaces::TYPEFACES;

/// Family, its own face, and the Chinese face behind it.
const FAMILIES: [(&str, &str, &str); 8] = [
    ("reading", "DatelineSerif-Text.ttf", "NotoSerifSC-Story.ttf"),
    (
        "reading-italic",
        "DatelineSerif-TextItalic.ttf",
        "NotoSerifSC-Story.ttf",
    ),
    (
        "reading-strong",
        "DatelineSerif-TextSemibold.ttf",
        "NotoSerifSC-StorySemibold.ttf",
    ),
    (
        "display",
        "DatelineSerif-Display.ttf",
        "NotoSerifSC-Story.ttf",
    ),
    ("sans", "Inter-Regular.ttf", "NotoSansSC-Map.ttf"),
    (
        "sans-medium",
        "Inter-Medium.ttf",
        "NotoSansSC-StoryMedium.ttf",
    ),
    (
        "sans-strong",
        "Inter-Semibold.ttf",
        "NotoSansSC-StoryMedium.ttf",
    ),
    ("icon", "Phosphor-Dateline.ttf", "Inter-Regular.ttf"),
];

pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in TYPEFACES {
        let mut data = FontData::from_static(bytes);
        // Snapped to whole pixels the dots of i and j touch their stems; names on a map must be read.
        if name.starts_with("Inter") {
            data.tweak.hinting = Some(false);
        }
        fonts.font_data.insert(name.into(), Arc::new(data));
    }
    for (family, own, chinese) in FAMILIES {
        fonts.families.insert(
            FontFamily::Name(family.into()),
            vec![own.into(), chinese.into(), "NotoSansSC-Map.ttf".into()],
        );
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(
            family,
            vec!["Inter-Regular.ttf".into(), "NotoSansSC-Map.ttf".into()],
        );
    }
    ctx.set_fonts(fonts);
}

fn named(name: &'static str, size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(name.into()))
}

pub fn reading(size: f32) -> FontId {
    named("reading", size)
}
pub fn reading_italic(size: f32) -> FontId {
    named("reading-italic", size)
}
pub fn reading_strong(size: f32) -> FontId {
    named("reading-strong", size)
}
pub fn display(size: f32) -> FontId {
    named("display", size)
}
pub fn sans(size: f32) -> FontId {
    FontId::proportional(size)
}
pub fn sans_medium(size: f32) -> FontId {
    named("sans-medium", size)
}
pub fn sans_strong(size: f32) -> FontId {
    named("sans-strong", size)
}
pub fn icon(size: f32) -> FontId {
    named("icon", size)
}

/// Phosphor's code points.
pub mod glyph {
    pub const ARROW_LEFT: &str = "\u{e058}";
    pub const ARROW_RIGHT: &str = "\u{e06c}";
    pub const CARET_DOWN: &str = "\u{e136}";
    pub const CARET_UP: &str = "\u{e13c}";
    pub const CHECK: &str = "\u{e182}";
    pub const CLOSE: &str = "\u{e4f6}";
    pub const HOME: &str = "\u{e28a}";
    pub const INFO: &str = "\u{e2ce}";
    pub const LIST: &str = "\u{e2f0}";
    pub const MAP_PIN: &str = "\u{e316}";
    pub const MINUS: &str = "\u{e32a}";
    pub const MOON: &str = "\u{e330}";
    pub const PAUSE: &str = "\u{e39e}";
    pub const PLAY: &str = "\u{e3d0}";
    pub const PLUS: &str = "\u{e3d4}";
    pub const SEARCH: &str = "\u{e30c}";
    pub const SUN: &str = "\u{e472}";
}
