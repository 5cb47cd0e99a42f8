//! Text and the marks in it as Markdown, so that no character is taken for a mark that is none.

use std::cmp::Reverse;
use std::fmt::Write as _;

use crate::story::draft::{Span, Style};

/// How much is escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// What is nearly always needed, so that a person can read it.
    Light,
    /// Everything, for what is read as something else otherwise.
    Heavy,
}

/// A text without marks, which does not begin its line.
pub fn text(text: &str, care: Care) -> String {
    Inline::new(text, &[], care, false).write()
}

/// The text of a block; a line break in it is a `\` and the end of a line.
pub fn block(text: &str, spans: &[Span], care: Care) -> String {
    Inline::new(text, spans, care, true).write()
}

/// In one line, which it does not begin.
pub fn caption(text: &str, spans: &[Span], care: Care) -> String {
    Inline::new(text, spans, care, false).write()
}

struct Inline<'a> {
    text: &'a str,
    /// The outer before the inner.
    spans: Vec<&'a Span>,
    care: Care,
    /// What stands on the line so far could still make it something else than text.
    is_line_start: bool,
    written: String,
}

impl<'a> Inline<'a> {
    fn new(text: &'a str, spans: &'a [Span], care: Care, is_line_start: bool) -> Self {
        let mut spans: Vec<_> = spans.iter().enumerate().collect();
        // Of equal ones the inner is the first.
        spans.sort_by_key(|(index, span)| {
            (span.range.start, Reverse(span.range.end), Reverse(*index))
        });
        Self {
            text,
            spans: spans.into_iter().map(|(_, span)| span).collect(),
            care,
            is_line_start,
            written: String::with_capacity(text.len() + text.len() / 8),
        }
    }

    fn write(mut self) -> String {
        let spans = std::mem::take(&mut self.spans);
        let mut open: Vec<&Span> = Vec::new();
        let mut at = 0;
        for span in spans {
            while let Some(last) = open.pop_if(|last| last.range.end <= span.range.start) {
                self.words(at, last.range.end);
                at = last.range.end;
                self.close(last);
            }
            self.words(at, span.range.start);
            at = span.range.start;
            self.open(span);
            open.push(span);
        }
        while let Some(last) = open.pop() {
            self.words(at, last.range.end);
            at = last.range.end;
            self.close(last);
        }
        self.words(at, self.text.len());
        self.written
    }

    fn open(&mut self, span: &Span) {
        self.is_line_start = false;
        self.written.push_str(match span.style {
            Style::Emphasis => self.emphasis(),
            Style::Strong => "**",
            Style::Link(_) => "[",
        });
    }

    /// Between a strong word and an emphasised one, five asterisks in a row could mean anything.
    fn emphasis(&self) -> &'static str {
        match self.care {
            Care::Light => "*",
            Care::Heavy => "_",
        }
    }

    fn close(&mut self, span: &Span) {
        match &span.style {
            Style::Emphasis => self.written.push_str(self.emphasis()),
            Style::Strong => self.written.push_str("**"),
            Style::Link(to) => {
                self.written.push_str("](");
                self.written.push_str(&address(&to.value));
                self.written.push(')');
            }
        }
    }

    fn words(&mut self, start: usize, end: usize) {
        let words = self.text.get(start..end).unwrap_or_default();
        for (at, character) in words.char_indices() {
            self.character(start + at, character, (start, end));
        }
    }

    fn character(&mut self, at: usize, character: char, (start, end): (usize, usize)) {
        if character == '\n' {
            self.written.push_str("\\\n");
            self.is_line_start = true;
            return;
        }
        let after = at + character.len_utf8();
        let before = self.text.get(..at).unwrap_or_default().chars().next_back();
        let next = self.text.get(after..).unwrap_or_default().chars().next();
        match self.care {
            Care::Light => {
                // Where a word ends, a link may follow.
                let is_mark = self.marks_at_line_start(at, character, next)
                    || is_mark(character, before, next)
                    || character == '!' && after == end && end < self.text.len();
                if is_mark {
                    self.written.push('\\');
                }
                self.written.push(character);
            }
            Care::Heavy => {
                let is_at_mark = at == start && at > 0 || after == end && end < self.text.len();
                let is_at_edge = before.is_none_or(|before| before == '\n')
                    || next.is_none_or(|next| next == '\n');
                if is_at_mark || is_at_edge && character.is_whitespace() {
                    // A blank or a letter beside a mark decides what the mark means; this is neither.
                    let number = u32::from(character);
                    let written = write!(self.written, "&#{number};");
                    debug_assert!(written.is_ok(), "a string takes any text");
                } else {
                    if character.is_ascii_punctuation() {
                        self.written.push('\\');
                    }
                    self.written.push(character);
                }
            }
        }
        self.is_line_start &= character.is_ascii_digit();
    }

    /// What begins a heading, a quotation, a list, a table, a line or a fence.
    fn marks_at_line_start(&self, at: usize, character: char, next: Option<char>) -> bool {
        let is_alone = next.is_none_or(char::is_whitespace);
        self.is_line_start
            && match character {
                '#' | '>' | '=' | '~' | '|' => true,
                '-' | '+' => is_alone || next == Some(character),
                ':' => matches!(next, Some('-' | ':' | '|' | ' ')),
                '.' | ')' => is_alone && at > 0,
                _ => false,
            }
    }
}

/// What is a mark anywhere in a line.
fn is_mark(character: char, before: Option<char>, next: Option<char>) -> bool {
    let is_letter = |beside: Option<char>| beside.is_some_and(char::is_alphanumeric);
    match character {
        '\\' | '`' | '*' | '[' | ']' | '<' => true,
        '_' => !(is_letter(before) && is_letter(next)),
        '&' => next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#'),
        _ => false,
    }
}

/// Where a link leads, as it stands in the parentheses.
pub fn address(address: &str) -> String {
    let has_blanks = address.chars().any(char::is_whitespace);
    let mut written = String::with_capacity(address.len() + 2);
    if has_blanks {
        written.push('<');
    }
    let mut characters = address.chars().peekable();
    while let Some(character) = characters.next() {
        let is_mark = match character {
            '\\' | '<' | '>' | '(' | ')' => true,
            '&' => characters
                .peek()
                .is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#'),
            _ => false,
        };
        // An address with `&` is common, one with the name of a character behind it is not.
        if is_mark && (character != '&' || address.contains(';')) {
            written.push('\\');
        }
        written.push(character);
    }
    if has_blanks {
        written.push('>');
    }
    written
}
