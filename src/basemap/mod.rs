//! The ground under a story: the world that is inside the program, and what a reader may lay over it.
//!
//! `archive`, `outlines` and `names` are the world inside; a [`Source`] says what lies over it: a [`PmtilesFile`] on disk, or the
//! tiles of an [`online`] server.

pub mod archive;
mod names;
pub mod online;
mod outlines;
mod picture;
mod pmtiles_directory;
mod pmtiles_file;
mod source;
mod tiles;

pub use names::{Named, NamedKind, names};
pub use outlines::{Outlines, Window, world_position};
pub use picture::Picture;
pub use pmtiles_file::{Bounds, Content, FileProblem, PmtilesFile};
pub use source::{Server, Source};
pub use tiles::{Point, tile_zoom};

/// A stranger's text on one line, without what would turn it around, and cut.
fn one_line(text: &str, longest: usize) -> String {
    let turns = |character: char| {
        character.is_control()
            || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    line.chars()
        .filter(|&character| !turns(character))
        .take(longest)
        .collect()
}
