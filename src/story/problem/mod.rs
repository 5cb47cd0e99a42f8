//! What is wrong with a file, in words for the person who writes it.

mod chinese;
mod english;
mod kind;
mod kinds;
mod terms;

pub use super::image_path::WrongPath;
pub use kind::Kind;
pub use kinds::ProblemKind;
pub use terms::{Ids, Kinds, Term};

use super::FileSpan;
use super::limits;
use crate::sentences::{Language, Said as _};

/// One thing that is wrong with a story's file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub kind: ProblemKind,
    /// Bytes of the file's text; none where the whole file is meant.
    pub span: Option<FileSpan>,
}

/// How much a problem costs the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The story shows less than its file says.
    Fault,
    /// The story is whole; its writer may have meant something else.
    Hint,
}

impl Problem {
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// What is wrong, as the command line says it: an English sentence without its period.
    pub fn message(&self) -> String {
        self.kind.said(Language::English).message
    }

    /// What would be right, in the same way.
    pub fn remedy(&self) -> String {
        self.kind.said(Language::English).remedy
    }
}

/// The problems of one file, of which only so many are kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    kept: Vec<Problem>,
    faults: usize,
    hints: usize,
}

impl Problems {
    pub fn push(&mut self, kind: ProblemKind, span: Option<FileSpan>) {
        let count = match kind.severity() {
            Severity::Fault => &mut self.faults,
            Severity::Hint => &mut self.hints,
        };
        *count += 1;
        if *count <= limits::PROBLEMS {
            self.kept.push(Problem { kind, span });
        }
    }

    /// Whether another one would only be counted, so that no words need be found for it.
    pub fn is_full(&self, severity: Severity) -> bool {
        self.count(severity) >= limits::PROBLEMS
    }

    /// Those that are not kept included.
    pub fn count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Fault => self.faults,
            Severity::Hint => self.hints,
        }
    }

    /// In the order of the file, what concerns all of it first; how many more there were, last.
    pub fn into_sorted(self) -> Vec<Problem> {
        let Self {
            mut kept,
            faults,
            hints,
        } = self;
        kept.sort_by_key(|problem| problem.span.map(FileSpan::start));
        for (count, more) in [
            (
                faults,
                (|count| ProblemKind::MoreFaults { count }) as fn(usize) -> ProblemKind,
            ),
            (hints, |count| ProblemKind::MoreHints { count }),
        ] {
            if count > limits::PROBLEMS {
                kept.push(Problem {
                    kind: more(count - limits::PROBLEMS),
                    span: None,
                });
            }
        }
        kept
    }
}

/// The candidate that is written most like `text`, if any could be meant.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    const FURTHEST: usize = 2;

    // Longer texts are never near an id or a key, and would take long to compare.
    let length = text.chars().count();
    if length > limits::ID {
        return None;
    }
    // A short word differs from every other by few letters.
    let furthest = FURTHEST.min(length / 2);
    candidates
        .filter(|candidate| candidate.len().abs_diff(text.len()) <= furthest)
        .map(|candidate| (strsim::osa_distance(text, candidate), candidate))
        .filter(|&(distance, _)| distance <= furthest)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_the_same_in_what_it_says_of_a_problem() {
        assert_eq!(chinese::NAMED, english::NAMED);
    }
}
