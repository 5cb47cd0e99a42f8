//! Stories written in other formats: which files that makes, and what they cannot hold.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::{Conversion, Outcome, check_reading};
use crate::files;
use crate::format::html::{self, HtmlOptions};
use crate::format::{self, Format, Reading, native};

/// Writes a story in another format, with what is wrong in it, and what the format cannot hold, before.
pub fn convert(conversion: &Conversion, out: &mut impl Write) -> io::Result<Outcome> {
    let Conversion { from, to, replaces } = conversion;
    let Some(format) = Format::of_extension(to) else {
        writeln!(
            out,
            "the name of the file to write ends in none of .md, .html, .json, .geojson, .kml and .csv: {}",
            format::printed(to)
        )?;
        return Ok(Outcome::Unreadable);
    };
    let reading = match files::open(from) {
        Ok(reading) => reading,
        Err(error) => {
            writeln!(out, "{error}")?;
            return Ok(Outcome::Unreadable);
        }
    };
    let outcome = check_reading(reading.path.as_deref().unwrap_or(from), &reading, out)?;
    let losses = format::losses(format, &reading.story);
    if !losses.is_empty() {
        writeln!(out, "{format} cannot hold, so it is left out:")?;
        for loss in losses {
            writeln!(out, "  {loss}")?;
        }
    }
    for (path, text) in written(format, &reading, to) {
        if format != Format::Html && text.len() > format::LARGEST_FILE {
            let limit = format::LARGEST_FILE / 1024 / 1024;
            writeln!(
                out,
                "the file is larger than {limit} MiB, so Dateline itself will not read it again"
            )?;
        }
        if let Err(error) = files::write(&path, text.as_bytes(), *replaces) {
            writeln!(out, "{error}")?;
            return Ok(Outcome::Unreadable);
        }
        writeln!(out, "written: {}", format::printed(&path))?;
    }
    Ok(outcome)
}

/// The files that the story becomes: its own first, then those of its translations, where the format has them apart.
fn written(format: Format, reading: &Reading, to: &Path) -> Vec<(PathBuf, String)> {
    let story = &reading.story;
    let text = match format {
        Format::Native => native::write(story),
        Format::Html => {
            let folder = reading.path.as_deref().and_then(Path::parent);
            html::write(
                story,
                &HtmlOptions {
                    languages: story.languages().collect(),
                    image: &|path| files::image(folder?, path),
                },
            )
        }
        Format::StoryMapJs | Format::GeoJson | Format::Kml | Format::Csv => {
            format::write(format, story).unwrap_or_default()
        }
    };
    let mut files = vec![(to.to_owned(), text)];
    if format == Format::Native {
        for language in story.languages().skip(1) {
            if let Some(text) = native::write_translation(story, language) {
                files.push((to.with_extension(format!("{language}.md")), text));
            }
        }
    }
    files
}
