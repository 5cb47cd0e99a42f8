//! Dateline's own format: TOML between lines of `+++`, then Markdown. `assets/story/README.md` describes it.

pub(super) mod block;
mod fields;
mod front_matter;
mod heading;
mod image;
mod parts;
mod plain;
mod prose;
mod sections;
mod size;
mod starter;
mod table;
mod toml_source;
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
    let mut first = plain::lines(text).skip_while(|(_, line)| line.trim_end().is_empty());
    let start = match first
        .next()
        .map(|(at, line)| (at + line.len(), line.trim_end()))
    {
        Some((start, "+++")) => start,
        Some((_, "---")) => return Err(NoStory::Yaml),
        Some(_) | None => return Err(NoStory::NoFrontMatter),
    };
    let inside = text.get(start..).unwrap_or_default();
    // Only such lines are looked at: a front matter may have a million.
    let signs = memchr::memmem::find_iter(inside.as_bytes(), "+++").map(|at| start + at);
    for at in signs {
        let line = text.get(at..).unwrap_or_default();
        let line = line.split_inclusive('\n').next().unwrap_or_default();
        let begins_line = text.get(..at).is_some_and(|before| before.ends_with('\n'));
        if begins_line && line.trim_end() == "+++" {
            return Ok((start..at, at + line.len()..text.len()));
        }
    }
    Err(NoStory::UnclosedFrontMatter)
}
