//! `dateline check`: what is wrong in story files.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Outcome;
use crate::files;
use crate::format::{self, Reading};
use crate::story::{Problem, Severity};

/// Writes what is wrong in each file and in its translations, with a line that sums each up.
pub fn check(paths: &[PathBuf], out: &mut impl Write) -> io::Result<Outcome> {
    if paths.is_empty() {
        return check_reading(Path::new("built-in story"), &format::builtin(), out);
    }
    let mut worst = Outcome::Clean;
    // A story and its translation can both be named, as by `*.md`.
    let mut checked = BTreeSet::new();
    for path in paths {
        let outcome = match files::open(path) {
            Ok(reading) => {
                let path = reading.path.as_deref().unwrap_or(path);
                if !checked.insert(path.to_owned()) {
                    continue;
                }
                check_reading(path, &reading, out)?
            }
            Err(error) => {
                writeln!(out, "{error}")?;
                Outcome::Unreadable
            }
        };
        worst = worst.max(outcome);
    }
    Ok(worst)
}

pub(crate) fn check_reading(
    path: &Path,
    reading: &Reading,
    out: &mut impl Write,
) -> io::Result<Outcome> {
    let Reading {
        story,
        format: _,
        problems,
        text,
        path: _,
        translations,
        article: _,
    } = reading;
    let passages = counted(story.passages().len(), "passage");
    let places = counted(story.places().len(), "place");
    write_report(path, text, problems, out)?;
    sum_up(path, &format!("{passages}, {places}"), problems, out)?;
    for translation in translations {
        let translated = story
            .passages()
            .filter(|&(id, _)| story.blocks_in(id, &translation.language).is_some())
            .count();
        let path = &translation.path;
        write_report(path, &translation.text, &translation.problems, out)?;
        let content = format!("{translated} of {passages}");
        sum_up(path, &content, &translation.problems, out)?;
    }
    Ok(if reading.has_faults() {
        Outcome::Problems
    } else {
        Outcome::Clean
    })
}

fn write_report(
    path: &Path,
    text: &str,
    problems: &[Problem],
    out: &mut impl Write,
) -> io::Result<()> {
    let report = format::report(path, text, problems);
    if report.is_empty() {
        Ok(())
    } else {
        writeln!(out, "{report}")
    }
}

/// One line on a file.
fn sum_up(
    path: &Path,
    content: &str,
    problems: &[Problem],
    out: &mut impl Write,
) -> io::Result<()> {
    let faults = problems
        .iter()
        .filter(|problem| problem.severity() == Severity::Fault)
        .count();
    let faulty = counted(faults, "problem");
    let hints = counted(problems.len() - faults, "hint");
    writeln!(
        out,
        "{content}, {faulty}, {hints}: {}",
        format::printed(path)
    )
}

fn counted(count: usize, word: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}
