//! The story that is open: what was read, what it is known by, and what is wrong with its files, ready to be shown.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::NotOpened;
use crate::article::corrections::Corrections;
use crate::article::mending::Mending;
use crate::clusters::Clusters;
use crate::format::{self, Format, Reading, Shown};
use crate::lines::Lines;
use crate::sentences::{Said as _, Told};
use crate::story::problem::ProblemKind;
use crate::story::{Problem, Severity, Story};

/// What the settings know the built-in story by.
const BUILTIN_KEY: &str = "built-in: bijie-college";
/// What they know every story by that was pasted: it is no file that could be opened again.
const PASTED_KEY: &str = "pasted";

#[derive(Clone, Debug)]
pub struct Document {
    /// Shared with the threads that work on it.
    pub reading: Arc<Reading>,
    pub clusters: Clusters,
    pub lines: Lines,
    /// What the settings know the story by: the same wherever the program is started from.
    pub key: String,
    /// Those of the translations included; what concerns all of a file comes first.
    pub problems: Vec<FileProblem>,
    /// Whether the file has changed since, into something that cannot be shown.
    pub is_behind: bool,
    /// Of a plain article: what was found in it, and what its reader has put right.
    pub mending: Option<Mending>,
}

/// One problem, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct FileProblem {
    pub kind: ProblemKind,
    /// As in `stories/tea.md:12:5`, line and column from 1; without them where the whole file is meant.
    pub place: String,
    /// The line, and the bytes of it that are meant.
    pub line: Option<Shown>,
}

impl Document {
    pub fn builtin() -> Self {
        Self::known_as(BUILTIN_KEY.to_owned(), format::builtin())
    }

    /// A story that was pasted.
    pub fn pasted(reading: Reading) -> Self {
        Self::known_as(PASTED_KEY.to_owned(), reading)
    }

    /// A story read from a file.
    pub fn of_file(path: &Path, reading: Reading) -> Self {
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        Self::known_as(whole.display().to_string(), reading)
    }

    pub fn known_as(key: String, reading: Reading) -> Self {
        let mut reading = reading;
        let problems = problems(&reading);
        // An article may turn out to be the original of a story.
        if reading.format != Format::Article {
            reading.forget_texts();
        }
        Self {
            problems,
            clusters: Clusters::of(&reading.story),
            lines: Lines::of(&reading.story),
            mending: reading.article.clone().map(Mending::new),
            reading: Arc::new(reading),
            key,
            is_behind: false,
        }
    }

    pub fn story(&self) -> &Story {
        &self.reading.story
    }

    /// Whether it cannot be opened again.
    pub fn is_pasted(&self) -> bool {
        self.key == PASTED_KEY
    }

    /// As the reader named it; none where the story is no file.
    pub fn path(&self) -> Option<&Path> {
        self.reading.path.as_deref()
    }

    /// Where the story's images lie; none where the story is no file.
    pub fn folder(&self) -> Option<PathBuf> {
        self.path()?.parent().map(Path::to_owned)
    }

    /// How many problems cost the story something: for so many the window shows less than the files say.
    pub fn faults(&self) -> usize {
        let is_fault = |problem: &&FileProblem| problem.kind.severity() == Severity::Fault;
        self.problems.iter().filter(is_fault).count()
    }

    /// Makes the story of a plain article anew; returns the one before. Other stories stay as they are.
    pub fn correct(&mut self, corrections: Corrections) -> Option<Story> {
        let (story, _) = self.mending.as_mut()?.correct(corrections);
        self.clusters = Clusters::of(&story);
        self.lines = Lines::of(&story);
        let reading = Arc::make_mut(&mut self.reading);
        Some(std::mem::replace(&mut reading.story, story))
    }

    /// The file has changed into this, which cannot be read to its end: the story stays as it was, with what is wrong now.
    pub fn fall_behind(&mut self, problems: Vec<FileProblem>) {
        self.problems = problems;
        self.is_behind = true;
    }

    /// Whether a part of the file could not even be read: half a story would take its reader's place from them.
    pub fn is_broken(&self) -> bool {
        let mut problems = self.reading.problems.iter();
        problems.any(|problem| matches!(problem.kind, ProblemKind::Syntax { .. }))
    }
}

impl From<&NotOpened> for FileProblem {
    fn from(error: &NotOpened) -> Self {
        Self {
            kind: ProblemKind::NotRead {
                why: Told::by(|language| error.reason.said(language)),
            },
            place: format::printed(&error.path),
            line: None,
        }
    }
}

fn problems(reading: &Reading) -> Vec<FileProblem> {
    let path = reading.path.clone().unwrap_or_default();
    let mut all = of_file(&path, &reading.text, &reading.problems);
    for translation in &reading.translations {
        all.extend(of_file(
            &translation.path,
            &translation.text,
            &translation.problems,
        ));
    }
    all
}

fn of_file(path: &Path, text: &str, problems: &[Problem]) -> Vec<FileProblem> {
    let located = format::locate(text, problems);
    let all = problems.iter().zip(located);
    all.map(|(problem, located)| FileProblem {
        kind: problem.kind.clone(),
        place: match &located {
            Some(located) => format!(
                "{}:{}:{}",
                format::printed(path),
                located.line,
                located.column
            ),
            None => format::printed(path),
        },
        line: located.map(|located| located.shown),
    })
    .collect()
}
