//! The keys of one table, taken out one by one; what is left over is unknown.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::toml_table::{Covered, SyntaxError};
use crate::story::draft::{Entry, Field, Located, Name};
use crate::story::problem::{ProblemKind, Problems, Severity, Term, nearest};
use crate::story::{is_language, limits};

/// The front matter as it is being read.
pub(super) struct Toml<'t> {
    pub text: &'t str,
    /// Where the front matter begins in the file.
    pub offset: usize,
    pub errors: Vec<SyntaxError>,
    pub covered: Covered,
    pub problems: Problems,
}

impl Toml<'_> {
    /// In the file.
    pub fn span(&self, span: &Range<usize>) -> Range<usize> {
        self.offset + span.start..self.offset + span.end
    }

    /// Whether what stands there is told as a syntax error.
    fn is_told(&self, span: &Range<usize>) -> bool {
        self.covered.touches(span)
    }

    pub fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, expected: Term) {
        if self.is_told(&value.span()) {
            return;
        }
        let found = match value.get_ref() {
            DeValue::String(_) => Term::Text,
            DeValue::Integer(_) | DeValue::Float(_) => Term::Number,
            DeValue::Boolean(_) => Term::TruthValue,
            DeValue::Datetime(_) => Term::DateOrTime,
            DeValue::Array(_) => Term::List,
            DeValue::Table(_) => Term::Table,
        };
        let span = self.span(&value.span());
        self.problems.push(
            ProblemKind::WrongType {
                key: key.to_owned(),
                found,
                expected,
            },
            Some(span),
        );
    }

    fn string(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Field<String> {
        if !self.is_told(&value.span())
            && let DeValue::String(text) = value.get_ref()
        {
            let located = Located {
                value: text.clone().into_owned(),
                span: Some(self.span(&value.span())),
            };
            return Field::Given(located);
        }
        self.wrong_type(key, value, Term::TextInQuotes);
        Field::Wrong
    }
}

/// One table of the front matter.
pub(super) struct Fields<'a, 't> {
    table: DeTable<'t>,
    /// As in `[[place]]`; for the top level, its words.
    title: Term,
    asked: Vec<&'static str>,
    toml: &'a mut Toml<'t>,
}

impl<'a, 't> Fields<'a, 't> {
    pub fn new(table: DeTable<'t>, title: Term, toml: &'a mut Toml<'t>) -> Self {
        Self {
            table,
            title,
            asked: Vec::new(),
            toml,
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.remove(key)
    }

    pub fn text(&mut self, key: &'static str) -> Field<String> {
        self.take(key)
            .map_or(Field::Missing, |value| self.toml.string(key, &value))
    }

    /// A text and its translations, as in `name` and `name_zh`.
    pub fn name(&mut self, key: &'static str) -> Name {
        let text = self.text(key);
        let found: Vec<_> = self
            .table
            .iter()
            .filter_map(|(full, _)| {
                let language = full.get_ref().strip_prefix(key)?.strip_prefix('_')?;
                is_language(language)
                    .then(|| (full.get_ref().clone().into_owned(), language.to_owned()))
            })
            .collect();
        let mut translations = BTreeMap::new();
        for (full, language) in found {
            let value = self.table.remove(full.as_str());
            if let Some(Field::Given(text)) = value.map(|value| self.toml.string(&full, &value)) {
                translations.insert(language, text);
            }
        }
        Name { text, translations }
    }

    pub fn entry(&mut self, span: &Range<usize>) -> Entry {
        Entry {
            id: self.text("id"),
            name: self.name("name"),
            span: Some(self.toml.span(span)),
        }
    }

    pub fn number(&mut self, key: &'static str) -> Field<f64> {
        let Some(value) = self.take(key) else {
            return Field::Missing;
        };
        let number = match value.get_ref() {
            DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix())
                .ok()
                .map(|n| n as f64),
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => None,
        };
        match number {
            Some(number) if !self.toml.is_told(&value.span()) => Field::Given(Located {
                value: number,
                span: Some(self.toml.span(&value.span())),
            }),
            _ => {
                self.toml.wrong_type(key, &value, Term::NumberWithoutQuotes);
                Field::Wrong
            }
        }
    }

    pub fn integer(&mut self, key: &'static str) -> Field<i64> {
        let Some(value) = self.take(key) else {
            return Field::Missing;
        };
        if let DeValue::Integer(integer) = value.get_ref()
            && !self.toml.is_told(&value.span())
            && let Ok(number) = i64::from_str_radix(integer.as_str(), integer.radix())
        {
            return Field::Given(Located {
                value: number,
                span: Some(self.toml.span(&value.span())),
            });
        }
        self.toml.wrong_type(key, &value, Term::WholeNumber);
        Field::Wrong
    }

    /// A date, a time or a year as it is written, with or without quotes.
    pub fn moment(&mut self, key: &'static str) -> Field<String> {
        let Some(value) = self.take(key) else {
            return Field::Missing;
        };
        let span = value.span();
        match value.get_ref() {
            DeValue::Datetime(_) | DeValue::Integer(_) => {
                // A date that does not exist is told as such, not as TOML that cannot be read.
                if self.toml.is_told(&span) {
                    self.toml.errors.retain(|error| error.span != span);
                }
                let written = self.toml.text.get(span.clone()).unwrap_or_default();
                Field::Given(Located {
                    value: written.to_owned(),
                    span: Some(self.toml.span(&span)),
                })
            }
            DeValue::String(_) => self.toml.string(key, &value),
            DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => {
                self.toml.wrong_type(key, &value, Term::WrittenDateOrTime);
                Field::Wrong
            }
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Vec<Located<String>> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let DeValue::Array(values) = value.get_ref() else {
            self.toml.wrong_type(key, &value, Term::ListOfTexts);
            return Vec::new();
        };
        values
            .iter()
            .filter_map(|value| self.toml.string(key, value).given())
            .collect()
    }

    /// A table by itself, as in `[source]`.
    pub fn table(&mut self, key: &'static str, title: Term) -> Option<Fields<'_, 't>> {
        let value = self.take(key)?;
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(table) => Some(Fields::new(table, title, self.toml)),
            other => {
                self.toml
                    .wrong_type(key, &Spanned::new(span, other), Term::SingleTable);
                None
            }
        }
    }

    /// Reads each table of a kind, as in `[[place]]`, of which `title` is the key.
    pub fn tables(
        &mut self,
        key: &'static str,
        title: Term,
        mut read: impl FnMut(&mut Fields<'_, 't>, &Range<usize>),
    ) {
        let Some(value) = self.take(key) else { return };
        let span = value.span();
        let tables = match value.into_inner() {
            DeValue::Array(tables) => tables.into_iter().collect(),
            DeValue::Table(table) => {
                let problem = ProblemKind::OneTable { table: key };
                let at = self.toml.span(&span);
                self.toml.problems.push(problem, Some(at));
                vec![Spanned::new(span, DeValue::Table(table))]
            }
            other => vec![Spanned::new(span, other)],
        };
        // One over the highest limit is told of; what would be left out with it takes no room until then.
        for value in tables.into_iter().take(limits::PLACES + 1) {
            let span = value.span();
            match value.into_inner() {
                DeValue::Table(table) => {
                    let mut fields = Fields::new(table, title, self.toml);
                    read(&mut fields, &span);
                    fields.finish();
                }
                other => self
                    .toml
                    .wrong_type(key, &Spanned::new(span, other), Term::Tables),
            }
        }
    }

    /// Says what nothing asked for.
    pub fn finish(self) {
        let Self {
            table,
            title,
            asked,
            toml,
        } = self;
        for (key, _) in table {
            if toml.problems.is_full(Severity::Hint) {
                return;
            }
            if toml.is_told(&key.span()) {
                continue;
            }
            let span = toml.span(&key.span());
            let key = key.get_ref().chars().take(80).collect::<String>();
            let nearest = nearest_key(&key, &asked);
            toml.problems.push(
                ProblemKind::UnknownKey {
                    key,
                    table: title,
                    nearest,
                },
                Some(span),
            );
        }
    }
}

/// Of a translation's key too, as `name_zh` for `nam_zh`.
fn nearest_key(key: &str, asked: &[&str]) -> Option<String> {
    if let Some((base, language)) = key.rsplit_once('_')
        && is_language(language)
    {
        // A key that is right has no translations.
        let base = nearest(base, asked.iter().copied()).filter(|nearest| nearest != base)?;
        return Some(format!("{base}_{language}"));
    }
    nearest(key, asked.iter().copied())
}
