//! The command line: what was asked for, and the answers that need no window.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::export::Export;
use crate::files::{self, Reference};
use crate::format::picture::WrongSize;
use crate::format::{self, Reading};
use crate::story::{Problem, Severity};

/// What `--help` prints.
pub const HELP: &str = "\
Read a news story beside its map

Usage:
  dateline [STORY][#ID]    Open a story file, or the built-in story, at a passage or place of that id
  dateline check [STORY]…  List what is wrong in story files, or in the built-in story
  dateline convert IN OUT  Write the story in IN to OUT, in the format that OUT’s name ends in:
                           .md, .html, .png (the map), .json (StoryMapJS), .geojson, .kml or .csv; says what OUT
                           cannot hold

A story file is Dateline’s own (.md), or one of StoryMapJS (.json, .zip), GeoJSON, KML (.kml, .kmz) or CSV.

Options:
      --force              Let `convert` replace OUT if it is there
      --size WIDTHxHEIGHT  Pixels of a .png, 1600x1000 where nothing is said
      --dark               A .png in light letters on a dark map
      --language CODE,…    Languages of a .html or .png, as in `zh` or `en,zh`; all that the story is in where nothing is said
  -h, --help               Print this help
  -V, --version            Print the version

A file that is called `check` or `convert` is opened as `./check` or `./convert`.

Exit status:
  0  All went well; hints of `check` and what OUT cannot hold do not change that
  1  `check` or `convert` found a problem in a story (OUT is written all the same), or the window could not be opened
  2  A file could not be read as a story, OUT could not be written, or the command line is wrong
";

/// What `--version` prints.
pub const VERSION: &str = concat!("dateline ", env!("CARGO_PKG_VERSION"), "\n");

/// What the program is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Open(Reference),
    /// The built-in story where no file is named.
    Check(Vec<PathBuf>),
    Convert(Conversion),
    Help,
    Version,
}

/// A story to be written in another format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    pub from: PathBuf,
    pub to: PathBuf,
    /// Whether a file that is there already may be replaced.
    pub replaces: bool,
    /// Its format is that of the name of the file to write.
    pub options: Export,
}

/// What is wrong with the command line, as one sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongUsage {
    #[error("unknown option `{0}`; `dateline --help` lists the options")]
    UnknownOption(String),
    #[error("the option `{0}` takes no value")]
    UnexpectedValue(String),
    #[error("only one story can be opened; `dateline check` takes several")]
    SeveralStories,
    #[error("`dateline convert` takes two files: the story, and the file to write")]
    NoPair,
    #[error("`{0}` is for `dateline convert` only")]
    OfConvert(&'static str),
    #[error("{0}")]
    Size(#[from] WrongSize),
    /// In the words of the parser.
    #[error("{0}")]
    Other(String),
}

/// How `check` or `convert` ended; as a number, the program's exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Hints included.
    Clean = 0,
    Problems = 1,
    Unreadable = 2,
}

/// Reads the arguments, without the program's own name.
pub fn parse<A>(arguments: A) -> Result<Command, WrongUsage>
where
    A: IntoIterator,
    A::Item: Into<OsString>,
{
    use lexopt::Arg::{Long, Short, Value};

    let mut paths = Vec::new();
    let mut is_check = false;
    let mut is_conversion = false;
    let mut replaces = false;
    let mut options = Export::default();
    let mut of_convert = None;
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return alone(&mut parser, "--help", Command::Help),
            Short('V') | Long("version") => {
                return alone(&mut parser, "--version", Command::Version);
            }
            Value(value) if paths.is_empty() && !is_check && !is_conversion => {
                is_check = value == "check";
                is_conversion = value == "convert";
                if !is_check && !is_conversion {
                    paths.push(PathBuf::from(value));
                }
            }
            Long("force") => {
                replaces = true;
                of_convert = Some("--force");
            }
            Long("dark") => {
                options.dark = true;
                of_convert = Some("--dark");
            }
            Long("size") => {
                options.size = word(&mut parser)?.parse()?;
                of_convert = Some("--size");
            }
            Long("language") => {
                let codes = word(&mut parser)?;
                options.languages = codes
                    .split(',')
                    .map(|code| code.trim().to_owned())
                    .collect();
                of_convert = Some("--language");
            }
            Value(path) => paths.push(PathBuf::from(path)),
            Short(name) => return Err(WrongUsage::UnknownOption(format!("-{name}"))),
            Long(name) => return Err(WrongUsage::UnknownOption(format!("--{name}"))),
        }
    }
    if is_conversion {
        let [from, to] = paths.try_into().or(Err(WrongUsage::NoPair))?;
        return Ok(Command::Convert(Conversion {
            from,
            to,
            replaces,
            options,
        }));
    }
    if let Some(option) = of_convert {
        return Err(WrongUsage::OfConvert(option));
    }
    if is_check {
        return Ok(Command::Check(paths));
    }
    if paths.len() > 1 {
        return Err(WrongUsage::SeveralStories);
    }
    Ok(Command::Open(
        paths
            .pop()
            .map_or_else(Reference::default, |path| Reference::of(&path)),
    ))
}

/// What an option is set to.
fn word(parser: &mut lexopt::Parser) -> Result<String, WrongUsage> {
    Ok(parser.value()?.to_string_lossy().into_owned())
}

/// The command of an option that decides all, unless it was given a value.
fn alone(
    parser: &mut lexopt::Parser,
    option: &str,
    command: Command,
) -> Result<Command, WrongUsage> {
    match parser.optional_value() {
        Some(_) => Err(WrongUsage::UnexpectedValue(option.to_owned())),
        None => Ok(command),
    }
}

impl From<lexopt::Error> for WrongUsage {
    fn from(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::UnexpectedOption(option) => Self::UnknownOption(option),
            lexopt::Error::UnexpectedValue { option, .. } => Self::UnexpectedValue(option),
            other => Self::Other(other.to_string()),
        }
    }
}

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
