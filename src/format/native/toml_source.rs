//! The front matter, or a part of it, as it is being read: where it stands in the file, and what is wrong with it.

use std::ops::Range;

use smol_str::SmolStr;
use toml::de::DeValue;

use super::sections::Things;
use super::table::{Table, Value, What};
use super::toml_table::{self, Covered, SyntaxError};
use crate::story::FileSpan;
use crate::story::draft::{Field, Located};
use crate::story::problem::{ProblemKind, Problems, Term};

/// The front matter, or a part of it, as it is being read.
pub(super) struct Toml<'t> {
    pub text: &'t str,
    /// Where the text begins in the file.
    pub offset: usize,
    pub errors: Vec<SyntaxError>,
    covered: Covered,
    pub problems: Problems,
    /// The things that the text is without.
    pub things: Things<'t>,
    /// Whether nothing in it nor in the things was told as a syntax error.
    pub is_sound: bool,
}

impl<'t> Toml<'t> {
    /// With what the parser found in it.
    pub fn parse(text: &'t str, offset: usize, mut problems: Problems) -> (Self, Table<'t>) {
        let (table, errors) = toml_table::parse(text, &mut problems, offset);
        let toml = Self {
            covered: Covered::new(&errors),
            is_sound: errors.is_empty(),
            errors,
            ..Self::sound(text, offset, problems)
        };
        (toml, table.into())
    }

    /// Of a text that has no errors.
    pub fn sound(text: &'t str, offset: usize, problems: Problems) -> Self {
        Self {
            text,
            offset,
            errors: Vec::new(),
            covered: Covered::new(&[]),
            problems,
            things: Things::new(),
            is_sound: true,
        }
    }

    /// The things are read as if they stood in the text.
    pub fn with(self, things: Things<'t>) -> Self {
        Self { things, ..self }
    }

    pub fn tell(&mut self, kind: ProblemKind, span: Option<FileSpan>) {
        self.problems.push(kind, span);
    }

    /// All that is wrong, the syntax errors included.
    pub fn finish(self) -> Problems {
        let Self {
            text,
            offset,
            errors,
            mut problems,
            ..
        } = self;
        for error in errors {
            let span = offset + error.span.start..offset + error.span.end;
            problems.push(error.into_problem(text), Some(span.into()));
        }
        problems
    }

    /// In the file.
    pub fn span(&self, span: &Range<usize>) -> FileSpan {
        (self.offset + span.start..self.offset + span.end).into()
    }

    /// Whether what stands there is told as a syntax error.
    pub fn is_told(&self, span: &Range<usize>) -> bool {
        self.covered.touches(span)
    }

    pub fn wrong_type(&mut self, key: &str, value: &Value<'_>, expected: Term) {
        if self.is_told(&value.span) {
            return;
        }
        let found = match &value.what {
            What::Text(_) | What::Other(DeValue::String(_)) => Term::Text,
            What::Number(_) | What::Other(DeValue::Integer(_) | DeValue::Float(_)) => Term::Number,
            What::Other(DeValue::Boolean(_)) => Term::TruthValue,
            What::Other(DeValue::Datetime(_)) => Term::DateOrTime,
            What::Other(DeValue::Array(_)) => Term::List,
            What::Other(DeValue::Table(_)) => Term::Table,
        };
        let span = self.span(&value.span);
        self.problems.push(
            ProblemKind::WrongType {
                key: key.to_owned(),
                found,
                expected,
            },
            Some(span),
        );
    }

    pub fn string(&mut self, key: &str, value: Value<'_>) -> Field<SmolStr> {
        match value {
            Value {
                what: What::Text(text),
                span,
            } if !self.is_told(&span) => Field::Given(Located {
                value: text.into(),
                span: Some(self.span(&span)),
            }),
            value => {
                self.wrong_type(key, &value, Term::TextInQuotes);
                Field::Wrong
            }
        }
    }
}
