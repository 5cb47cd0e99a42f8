//! TOML that survives its errors: the table as far as it can be read, and what is wrong with the rest.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::size::{self, PIECES};
use crate::story::problem::{ProblemKind, Problems};

/// One thing the TOML parser could not read.
pub(super) struct SyntaxError {
    pub span: Range<usize>,
    message: String,
}

/// The spans are those of `text`. Of one with too many pieces the first are read, and of a long one with errors only
/// what comes before the first one: collecting all errors of a file that is nothing but errors would take gigabytes.
pub(super) fn parse<'t>(
    text: &'t str,
    problems: &mut Problems,
    offset: usize,
) -> (DeTable<'t>, Vec<SyntaxError>) {
    const LONG: usize = 256 * 1024;

    let end = size::toml_within(text, PIECES);
    if end < text.len() {
        let problem = ProblemKind::FrontMatterTooLong { limit: PIECES };
        problems.push(problem, Some((offset + end..offset + end).into()));
    }
    let text = text.get(..end).unwrap_or_default();
    if text.len() <= LONG {
        return recovered(text);
    }
    let error = match DeTable::parse(text) {
        Ok(table) => return (table.into_inner(), Vec::new()),
        Err(error) => SyntaxError::from(error),
    };
    let cut = line_start(text, error.span.start);
    problems.push(
        ProblemKind::FrontMatterCut {},
        Some((offset + cut..offset + cut).into()),
    );
    let before = text.get(..cut).unwrap_or_default();
    let (table, mut errors) = match DeTable::parse(before) {
        Ok(table) => (table.into_inner(), Vec::new()),
        Err(_) => recovered(before.get(..line_start(before, LONG)).unwrap_or_default()),
    };
    errors.push(error);
    (table, errors)
}

/// Whether all of it can be read.
pub(super) fn is_sound(text: &str) -> bool {
    size::toml_within(text, PIECES) == text.len() && DeTable::parse(text).is_ok()
}

fn recovered(text: &str) -> (DeTable<'_>, Vec<SyntaxError>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    (
        table.into_inner(),
        errors.into_iter().map(SyntaxError::from).collect(),
    )
}

fn line_start(text: &str, byte: usize) -> usize {
    let bytes = text
        .as_bytes()
        .get(..byte.min(text.len()))
        .unwrap_or_default();
    bytes
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |line_break| line_break + 1)
}

impl From<Error> for SyntaxError {
    fn from(error: Error) -> Self {
        Self {
            span: error.span().unwrap_or_default(),
            message: error.message().to_owned(),
        }
    }
}

impl SyntaxError {
    /// In our own words where the parser's would not help a writer.
    pub fn into_problem(self, text: &str) -> ProblemKind {
        let written = text.get(self.span.clone()).unwrap_or_default();
        if self.message.starts_with("string values must be quoted") {
            if written.is_empty() {
                return ProblemKind::NoValue {};
            }
            return ProblemKind::NoQuotes {
                text: written.chars().take(80).collect(),
            };
        }
        if self.message == "duplicate key" {
            let key = written.chars().take(80).collect();
            let is_table = text
                .get(..self.span.start)
                .is_some_and(|before| before.trim_end().ends_with('['));
            return if is_table {
                ProblemKind::RepeatedTable { key }
            } else {
                ProblemKind::RepeatedKey { key }
            };
        }
        ProblemKind::Syntax {
            message: self.message,
        }
    }
}

/// What syntax errors cover, to be searched quickly.
pub(super) struct Covered(Vec<Range<usize>>);

impl Covered {
    pub fn new(errors: &[SyntaxError]) -> Self {
        let mut spans: Vec<_> = errors.iter().map(|error| error.span.clone()).collect();
        spans.sort_by_key(|span| span.start);
        spans.dedup_by(|next, last| {
            let overlaps = next.start <= last.end;
            if overlaps {
                last.end = last.end.max(next.end);
            }
            overlaps
        });
        Self(spans)
    }

    /// Whether an error concerns what stands at `span`: a text that is not closed ends where its error is.
    pub fn touches(&self, span: &Range<usize>) -> bool {
        let after = self.0.partition_point(|covered| covered.end < span.start);
        self.0
            .get(after)
            .is_some_and(|covered| covered.start <= span.end)
    }
}
