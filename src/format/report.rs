//! Problems as compilers print them: where, the line with a mark under it, and what would be right.

use std::ops::Range;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::story::FileSpan;
use crate::story::{Problem, Severity, printable, printed_as};

/// Characters of a line that are shown, of which those around the mark.
const LINE: usize = 100;

/// All problems as text, with a blank line between; empty where there are none.
pub fn report(path: &Path, text: &str, problems: &[Problem]) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let lines = LineStarts::new(text);
    let reports: Vec<_> = problems
        .iter()
        .map(|problem| one(path, text, &lines, problem))
        .collect();
    reports.join("\n")
}

/// A path, or a name in one, as it can be printed and shown.
pub fn printed(path: impl AsRef<Path>) -> String {
    printable(&path.as_ref().display().to_string())
}

/// Line and column of a byte, both from 1, the column in characters.
pub fn position(text: &str, byte: usize) -> (usize, usize) {
    LineStarts::new(text).position(text, byte)
}

fn one(path: &Path, text: &str, lines: &LineStarts, problem: &Problem) -> String {
    let level = match problem.severity() {
        Severity::Fault => Level::ERROR.with_name("problem"),
        Severity::Hint => Level::WARNING.with_name("hint"),
    };
    let title = level.primary_title(problem.message());
    let help = Level::HELP.message(problem.remedy());
    let renderer = Renderer::plain();
    let path = printed(path);
    let Some(span) = problem.span.map(FileSpan::range) else {
        let group = title.element(Origin::path(path)).element(help);
        return renderer.render(&[group]) + "\n";
    };

    let (line, column) = lines.position(text, span.start);
    let shown = Shown::new(text, lines, &span);
    let snippet = Snippet::source(shown.text)
        .line_start(line)
        .annotation(AnnotationKind::Primary.span(shown.mark));
    let drawn = renderer.render(&[title.element(snippet).element(help)]);
    // Only a piece of the line is drawn, so the renderer cannot know the column.
    let (title, rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
    let margin = " ".repeat(line.to_string().len());
    format!("{title}\n{margin}--> {path}:{line}:{column}\n{rest}\n")
}

/// Where a problem stands in its file, for whoever shows it in another way than [`report`] does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub shown: Shown,
}

/// Of each problem where it stands; none for one that concerns the whole file.
pub fn locate(text: &str, problems: &[Problem]) -> Vec<Option<Located>> {
    // Most files have none, and no walk through their lines is spent on that.
    if problems.is_empty() {
        return Vec::new();
    }
    let lines = LineStarts::new(text);
    let located = |span: Range<usize>| {
        let (line, column) = lines.position(text, span.start);
        Located {
            line,
            column,
            shown: Shown::new(text, &lines, &span),
        }
    };
    let spans = problems
        .iter()
        .map(|problem| problem.span.map(FileSpan::range));
    spans.map(|span| span.map(located)).collect()
}

/// The piece of a line that is printed, and the bytes of it that are marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub text: String,
    pub mark: Range<usize>,
}

impl Shown {
    /// Only the span's first line, and of a long one only what stands around the span's start.
    fn new(text: &str, lines: &LineStarts, span: &Range<usize>) -> Self {
        let start = floor(text, span.start);
        let line = lines.around(text, start);
        let end = floor(text, span.end).clamp(start, line.end.max(start));

        let before = text.get(line.start..start).unwrap_or_default();
        let is_short = text
            .get(line.clone())
            .is_none_or(|line| line.chars().nth(LINE).is_none());
        let skipped = if is_short {
            0
        } else {
            before.chars().count().saturating_sub(LINE / 3)
        };
        let mut shown = String::new();
        if skipped > 0 {
            shown.push('…');
        }
        shown.extend(before.chars().skip(skipped).map(visible));
        let mark = shown.len();
        let room = LINE.saturating_sub(before.chars().count() - skipped);
        let marked = text.get(start..end).unwrap_or_default();
        shown.extend(marked.chars().take(room).map(visible));
        let mark = mark..shown.len();
        let room = room.saturating_sub(marked.chars().count());
        let after = text.get(end..line.end).unwrap_or_default();
        shown.extend(after.chars().take(room).map(visible));
        if after.chars().nth(room).is_some() || marked.chars().count() > LINE {
            shown.push('…');
        }
        Self { text: shown, mark }
    }
}

/// Tabs have no width of their own.
fn visible(character: char) -> char {
    if character == '\t' {
        ' '
    } else {
        printed_as(character)
    }
}

/// Where each line of a text begins, so that many positions cost one walk.
struct LineStarts(Vec<usize>);

impl LineStarts {
    fn new(text: &str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
        Self(std::iter::once(0).chain(breaks.map(|at| at + 1)).collect())
    }

    fn position(&self, text: &str, byte: usize) -> (usize, usize) {
        let byte = floor(text, byte);
        let line = self.0.partition_point(|&start| start <= byte);
        let start = self.start(line);
        let column = text
            .get(start..byte)
            .map_or(0, |before| before.chars().count());
        (line, column + 1)
    }

    /// The bytes of the line with `byte`, without its line break.
    fn around(&self, text: &str, byte: usize) -> Range<usize> {
        let line = self.0.partition_point(|&start| start <= byte);
        let start = self.start(line);
        let end = self.0.get(line).copied().unwrap_or(text.len());
        let written = text.get(start..end).unwrap_or_default();
        start..start + written.trim_end_matches(['\r', '\n']).len()
    }

    /// Of a line counted from 1.
    fn start(&self, line: usize) -> usize {
        self.0
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or_default()
    }
}

/// The start of the character that `byte` is in.
fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
