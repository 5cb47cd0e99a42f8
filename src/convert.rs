//! `dateline convert`: a story written in another format, and what that cannot hold.

use std::io::{self, Write};

use crate::cli::{Conversion, Outcome, check_reading};
use crate::export::{self, Export, Exported};
use crate::files;
use crate::format::{self, Format, Reading};
use crate::texts::{Texts, fill};

/// Writes a story in another format, with what is wrong in it, and what the format cannot hold, before.
pub fn convert(conversion: &Conversion, out: &mut impl Write) -> io::Result<Outcome> {
    let Conversion {
        from,
        to,
        replaces,
        options,
    } = conversion;
    let Some(format) = Format::of_extension(to) else {
        writeln!(
            out,
            "the name of the file to write ends in none of .md, .html, .png, .json, .geojson, .kml and .csv: {}",
            format::printed(to)
        )?;
        return Ok(Outcome::Unreadable);
    };
    let export = Export {
        format,
        ..options.clone()
    };
    let reading = match files::open(from) {
        Ok(reading) => reading,
        Err(error) => {
            writeln!(out, "{error}")?;
            return Ok(Outcome::Unreadable);
        }
    };
    let outcome = check_reading(reading.path.as_deref().unwrap_or(from), &reading, out)?;
    if let Some(sentence) = unfit(&export, &reading) {
        writeln!(out, "{sentence}")?;
        return Ok(Outcome::Unreadable);
    }
    write_losses(format, &reading, out)?;
    let files = match export::files(&reading, to, &export) {
        Ok(files) => files,
        Err(error) => {
            writeln!(out, "{error}: {}", format::printed(to))?;
            return Ok(Outcome::Unreadable);
        }
    };
    for Exported { path, bytes } in files {
        if !matches!(format, Format::Html | Format::Png) && bytes.len() > format::LARGEST_FILE {
            let limit = format::LARGEST_FILE / 1024 / 1024;
            writeln!(
                out,
                "the file is larger than {limit} MiB, so Dateline itself will not read it again"
            )?;
        }
        if let Err(error) = files::write(&path, &bytes, *replaces) {
            writeln!(out, "{error}")?;
            return Ok(Outcome::Unreadable);
        }
        writeln!(out, "written: {}", format::printed(&path))?;
    }
    Ok(outcome)
}

/// What is asked for and cannot be, as one sentence.
fn unfit(export: &Export, reading: &Reading) -> Option<String> {
    let has_choice = matches!(export.format, Format::Html | Format::Png);
    if !has_choice && !export.languages.is_empty() {
        return Some("`--language` is for pages and pictures (.html, .png); the other formats have what they can".into());
    }
    let of_picture = Export {
        format: export.format,
        languages: export.languages.clone(),
        ..Export::default()
    };
    if export.format != Format::Png && *export != of_picture {
        return Some("`--size` and `--dark` are for pictures (.png)".into());
    }
    let languages: Vec<_> = reading.story.languages().collect();
    let missing = export
        .languages
        .iter()
        .find(|language| !languages.contains(&language.as_str()))?;
    Some(format!(
        "the story is not in `{missing}` but in {}",
        languages.join(", ")
    ))
}

fn write_losses(format: Format, reading: &Reading, out: &mut impl Write) -> io::Result<()> {
    let losses = format::losses(format, &reading.story);
    if losses.is_empty() {
        return Ok(());
    }
    let texts = Texts::of("en");
    let heading = fill(&texts.losses.heading, &[("format", &format.to_string())]);
    writeln!(out, "{heading}")?;
    for loss in &losses {
        writeln!(out, "  {}", texts.loss(loss))?;
    }
    Ok(())
}
