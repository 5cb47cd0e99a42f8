//! Dateline's own format: TOML between lines of `+++`, then Markdown. `assets/story/README.md` describes it.

pub(super) mod block;
mod fields;
mod front_matter;
mod heading;
mod image;
mod plain;
mod prose;
mod sections;
mod size;
mod starter;
mod table;
mod toml_table;
mod write;

pub use starter::starter;
pub use write::{write, write_translation};

use std::ops::Range;

use super::NoStory;
use crate::story::Draft;

pub(super) fn read(text: &str) -> Result<Draft, NoStory> {
    let (front_matter, body) = parts(text)?;
    let mut draft = Draft::default();
    front_matter::read(text, front_matter, &mut draft);
    prose::read(text, body, &mut draft);
    Ok(draft)
}

/// The bytes between the two lines of `+++`, and those after them.
fn parts(text: &str) -> Result<(Range<usize>, Range<usize>), NoStory> {
    let mut start = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        match (line.trim_end(), start) {
            ("+++", None) => start = Some(next),
            ("+++", Some(start)) => return Ok((start..at, next..text.len())),
            ("", None) | (_, Some(_)) => {}
            ("---", None) => return Err(NoStory::Yaml),
            (_, None) => return Err(NoStory::NoFrontMatter),
        }
        at = next;
    }
    Err(if start.is_some() {
        NoStory::UnclosedFrontMatter
    } else {
        NoStory::NoFrontMatter
    })
}
