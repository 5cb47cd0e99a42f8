//! The command line: what was asked for, and the answers that need no window.

mod check;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use crate::export::Export;
use crate::files::Reference;
use crate::format::picture::WrongSize;

pub use check::check;
pub(crate) use check::check_reading;

/// What `--help` prints.
pub const HELP: &str = "\
Read a news story beside its map

Usage:
  dateline [STORY][#ID]    Open a story file, or the built-in story, at a passage or place of that id
  dateline check [STORY]…  List what is wrong in story files, or in the built-in story
  dateline convert IN OUT  Write the story in IN to OUT, in the format that OUT’s name ends in:
                           .md, .html, .png (the map), .json (StoryMapJS), .geojson, .kml or .csv; says what OUT
                           cannot hold
  dateline toponyms [FILE] List the places that a text names, as JSON; of the standard input where FILE is - or none

A story file is Dateline’s own (.md), or one of StoryMapJS (.json, .zip), GeoJSON, uMap
(.umap), KML (.kml, .kmz) or CSV.

Options:
      --force              Let `convert` replace OUT if it is there
      --size WIDTHxHEIGHT  Pixels of a .png; without it, 1600x1000
      --dark               A .png in light letters on a dark map
      --language CODE,…    Languages of a .html or .png, as in `zh` or `en,zh`; without it, all that the story has
      --lines              Let `toponyms` read a JSON document {\"id\", \"text\"} from each line and answer each with a
                           line
  -h, --help               Print this help
  -V, --version            Print the version

A file that is called as one of these words is opened as in `./check`.

Exit status:
  0  All went well; hints of `check` and what OUT cannot hold do not change that
  1  `check` or `convert` found a problem in a story (OUT is written all the same), a line for `toponyms` is no document,
     or the window could not be opened
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
    Toponyms(Recognition),
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

/// A text whose places are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognition {
    /// The standard input where there is none.
    pub path: Option<PathBuf>,
    /// Whether each line is a text of its own, as JSON.
    pub by_lines: bool,
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
    #[error("{0}")]
    Size(#[from] WrongSize),
    #[error("`dateline toponyms` takes one file")]
    SeveralTexts,
    #[error("`{option}` is for `dateline {command}` only")]
    OtherCommand {
        option: &'static str,
        command: &'static str,
    },
    /// In the words of the parser.
    #[error("{0}")]
    Other(String),
}

/// How `check`, `convert` or `toponyms` ended; as a number, the program's exit status.
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
    let mut word = None;
    let mut replaces = false;
    let mut options = Export::default();
    let mut by_lines = false;
    // Each option, and the word that it belongs to.
    let mut owned = Vec::new();
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return alone(&mut parser, "--help", Command::Help),
            Short('V') | Long("version") => {
                return alone(&mut parser, "--version", Command::Version);
            }
            Value(value) if paths.is_empty() && word.is_none() => {
                word = Word::of(&value);
                if word.is_none() {
                    paths.push(PathBuf::from(value));
                }
            }
            Long("force") => {
                replaces = true;
                owned.push(("--force", Word::Convert));
            }
            Long("dark") => {
                options.dark = true;
                owned.push(("--dark", Word::Convert));
            }
            Long("size") => {
                options.size = value(&mut parser)?.parse()?;
                owned.push(("--size", Word::Convert));
            }
            Long("language") => {
                let codes = value(&mut parser)?;
                options.languages = codes
                    .split(',')
                    .map(|code| code.trim().to_owned())
                    .collect();
                owned.push(("--language", Word::Convert));
            }
            Long("lines") => {
                by_lines = true;
                owned.push(("--lines", Word::Toponyms));
            }
            Value(path) => paths.push(PathBuf::from(path)),
            Short(name) => return Err(WrongUsage::UnknownOption(format!("-{name}"))),
            Long(name) => return Err(WrongUsage::UnknownOption(format!("--{name}"))),
        }
    }
    for (option, owner) in owned {
        if word != Some(owner) {
            let command = owner.text();
            return Err(WrongUsage::OtherCommand { option, command });
        }
    }
    match word {
        Some(Word::Check) => Ok(Command::Check(paths)),
        Some(Word::Convert) => {
            let [from, to] = paths.try_into().or(Err(WrongUsage::NoPair))?;
            Ok(Command::Convert(Conversion {
                from,
                to,
                replaces,
                options,
            }))
        }
        Some(Word::Toponyms) => {
            let path = at_most_one(paths).or(Err(WrongUsage::SeveralTexts))?;
            let path = path.filter(|path| path.as_os_str() != "-");
            Ok(Command::Toponyms(Recognition { path, by_lines }))
        }
        None => {
            let path = at_most_one(paths).or(Err(WrongUsage::SeveralStories))?;
            let reference = path.map_or_else(Reference::default, |path| Reference::of(&path));
            Ok(Command::Open(reference))
        }
    }
}

/// The first argument, where it is no file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Check,
    Convert,
    Toponyms,
}

impl Word {
    fn of(argument: &OsStr) -> Option<Self> {
        let all = [Self::Check, Self::Convert, Self::Toponyms];
        all.into_iter().find(|word| argument == word.text())
    }

    fn text(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Convert => "convert",
            Self::Toponyms => "toponyms",
        }
    }
}

/// The only one, if any; all of them where they are several.
fn at_most_one(mut paths: Vec<PathBuf>) -> Result<Option<PathBuf>, Vec<PathBuf>> {
    if paths.len() > 1 {
        Err(paths)
    } else {
        Ok(paths.pop())
    }
}

/// What an option is set to.
fn value(parser: &mut lexopt::Parser) -> Result<String, WrongUsage> {
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
