//! The typefaces of pictures: how wide words are in them, and which letters they have.

use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Family, ID, Query, Source, Weight};
use resvg::usvg::{FontResolver, Options};
use ttf_parser::Face;

use crate::typefaces::TYPEFACES;

/// Files in which a letter is looked for, one after the other.
const SANS: [&str; 3] = [
    "Inter-Semibold.ttf",
    "NotoSansSC-StoryMedium.ttf",
    "NotoSansSC-Map.ttf",
];
/// All that a picture is set in; the Chinese ones in the order in which they stand in.
const ALL: [&str; 7] = [
    "Inter-Regular.ttf",
    "Inter-Semibold.ttf",
    "DatelineSerif-Display.ttf",
    "DatelineSerif-TextItalic.ttf",
    "NotoSerifSC-Story.ttf",
    "NotoSansSC-StoryMedium.ttf",
    "NotoSansSC-Map.ttf",
];

/// As the files call themselves.
pub const SANS_FAMILY: &str = "Inter";

fn file(name: &str) -> Option<&'static [u8]> {
    let found = TYPEFACES.iter().find(|(file, _)| *file == name);
    found.map(|&(_, bytes)| bytes)
}

/// For names.
pub struct Letters(Vec<Face<'static>>);

impl Default for Letters {
    fn default() -> Self {
        let faces = SANS
            .iter()
            .filter_map(|name| Face::parse(file(name)?, 0).ok());
        Self(faces.collect())
    }
}

impl Letters {
    /// In heights of the letters.
    pub fn width(&self, words: &str) -> f64 {
        words
            .chars()
            .map(|letter| self.advance(letter).unwrap_or(1.0))
            .sum()
    }

    /// Whether every letter can be written.
    pub fn has(&self, words: &str) -> bool {
        words.chars().all(|letter| self.advance(letter).is_some())
    }

    fn advance(&self, letter: char) -> Option<f64> {
        self.0.iter().find_map(|face| {
            let glyph = face.glyph_index(letter)?;
            let advance = face.glyph_hor_advance(glyph)?;
            Some(f64::from(advance) / f64::from(face.units_per_em()))
        })
    }
}

/// With our typefaces and no other: a picture is the same on every machine, and nothing is read from outside.
pub fn options() -> Options<'static> {
    let mut database = Database::new();
    for name in ALL {
        if let Some(bytes) = file(name) {
            database.load_font_source(Source::Binary(Arc::new(bytes)));
        }
    }
    Options {
        font_family: SANS_FAMILY.to_owned(),
        fontdb: Arc::new(database),
        font_resolver: FontResolver {
            select_font: Box::new(|font, database| {
                let families: Vec<_> = font
                    .families()
                    .iter()
                    .filter_map(|family| match family {
                        resvg::usvg::FontFamily::Named(name) => Some(Family::Name(name)),
                        _ => None,
                    })
                    .chain([Family::Name(SANS_FAMILY)])
                    .collect();
                database.query(&Query {
                    families: &families,
                    weight: Weight(font.weight()),
                    ..Query::default()
                })
            }),
            select_fallback: Box::new(|letter, tried, database| {
                let is_called = |id: ID, part: &str| {
                    let face = database.face(id);
                    face.is_some_and(|face| {
                        face.families.iter().any(|(name, _)| name.contains(part))
                    })
                };
                let is_serif = |id: ID| is_called(id, "Serif");
                // Only the title: of the ground's names the Chinese face with serifs has some letters and lacks others.
                let wants_serif = tried.first().is_some_and(|&id| is_called(id, "Display"));
                let having = || {
                    let all = database.faces().map(|face| face.id);
                    all.filter(|id| !tried.contains(id) && has(database, *id, letter))
                };
                having()
                    .find(|&id| is_serif(id) == wants_serif)
                    .or_else(|| having().next())
            }),
        },
        ..Options::default()
    }
}

fn has(database: &Database, id: ID, letter: char) -> bool {
    let glyph = database.with_face_data(id, |bytes, index| {
        Face::parse(bytes, index).ok()?.glyph_index(letter)
    });
    glyph.flatten().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_the_world_can_be_written_and_those_that_cannot_are_known() {
        let letters = Letters::default();

        for words in ["Guiyang 贵阳", "Łódź", "São Tomé", "乌鲁木齐"] {
            assert!(letters.has(words), "{words}");
            assert!(letters.width(words) > 1.0, "{words}");
        }
        assert!(!letters.has("القاهرة"));
        assert!(letters.width("毕节") > 1.9, "as wide as it is high");
    }
}
