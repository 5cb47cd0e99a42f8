//! The keys of one table, taken out one by one; what is left over is unknown.

use std::ops::Range;

use smol_str::SmolStr;
use toml::Spanned;
use toml::de::DeValue;

use super::plain;
use super::sections::Section;
use super::table::{Number, Table, Value, What};
use super::toml_source::Toml;
use crate::story::draft::{Entry, Field, Located, Name};
use crate::story::problem::{ProblemKind, Severity, Term, nearest};
use crate::story::{ByLanguage, is_language, limits};

/// Of one kind that are read. One over the highest limit is told of; what would be left out with it takes no room until
/// then.
const MOST_TABLES: usize = limits::PLACES + 1;

/// One table of the front matter.
pub(super) struct Fields<'a, 't> {
    table: Table<'t>,
    /// As in `[[place]]`; for the top level, its words.
    title: Term,
    toml: &'a mut Toml<'t>,
}

/// What is made of each table of a kind, and of where it begins.
type Read<'r, 't> = dyn FnMut(&mut Fields<'_, 't>, &Range<usize>) + 'r;

impl<'a, 't> Fields<'a, 't> {
    pub fn new(table: Table<'t>, title: Term, toml: &'a mut Toml<'t>) -> Self {
        Self { table, title, toml }
    }

    fn take(&mut self, key: &'static str) -> Option<Value<'t>> {
        self.table.take(key)
    }

    pub fn text(&mut self, key: &'static str) -> Field<SmolStr> {
        self.take(key)
            .map_or(Field::Missing, |value| self.toml.string(key, value))
    }

    /// A text and its translations, as in `name` and `name_zh`.
    pub fn name(&mut self, key: &'static str) -> Name {
        let text = self.text(key);
        let mut translations = ByLanguage::default();
        let mut at = 0;
        while let Some((full, _)) = self.table.pairs.get(at) {
            // One byte tells most others from translations.
            let is_translation = full.name.as_bytes().get(key.len()) == Some(&b'_')
                && full.name.starts_with(key)
                && full.name.get(key.len() + 1..).is_some_and(is_language);
            if !is_translation {
                at += 1;
                continue;
            }
            let (full, value) = self.table.pairs.swap_remove(at);
            let text = self.toml.string(&full.name, value);
            let language = full.name.get(key.len() + 1..).unwrap_or_default();
            if let Field::Given(text) = text {
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
        self.numeric(key, Number::value, Term::NumberWithoutQuotes)
    }

    pub fn integer(&mut self, key: &'static str) -> Field<i64> {
        self.numeric(key, Number::whole, Term::WholeNumber)
    }

    fn numeric<N>(
        &mut self,
        key: &'static str,
        read: impl Fn(&Number<'t>) -> Option<N>,
        expected: Term,
    ) -> Field<N> {
        let Some(value) = self.take(key) else {
            return Field::Missing;
        };
        let number = match &value.what {
            What::Number(number) if !self.toml.is_told(&value.span) => read(number),
            What::Number(_) | What::Text(_) | What::Other(_) => None,
        };
        let Some(number) = number else {
            self.toml.wrong_type(key, &value, expected);
            return Field::Wrong;
        };
        Field::Given(Located {
            value: number,
            span: Some(self.toml.span(&value.span)),
        })
    }

    /// A date, a time or a year as it is written, with or without quotes.
    pub fn moment(&mut self, key: &'static str) -> Field<SmolStr> {
        let Some(value) = self.take(key) else {
            return Field::Missing;
        };
        match &value.what {
            What::Number(Number { radix: Some(_), .. }) | What::Other(DeValue::Datetime(_)) => {
                let span = value.span;
                // A date that does not exist is told as such, not as TOML that cannot be read.
                if self.toml.is_told(&span) {
                    self.toml.errors.retain(|error| error.span != span);
                }
                let written = self.toml.text.get(span.clone()).unwrap_or_default();
                Field::Given(Located {
                    value: written.into(),
                    span: Some(self.toml.span(&span)),
                })
            }
            What::Text(_) => self.toml.string(key, value),
            What::Number(_) | What::Other(_) => {
                self.toml.wrong_type(key, &value, Term::WrittenDateOrTime);
                Field::Wrong
            }
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Vec<Located<SmolStr>> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let Value {
            what: What::Other(DeValue::Array(values)),
            ..
        } = value
        else {
            self.toml.wrong_type(key, &value, Term::ListOfTexts);
            return Vec::new();
        };
        values
            .into_iter()
            .filter_map(|value| self.toml.string(key, value.into()).given())
            .collect()
    }

    /// A table by itself, as in `[source]`.
    pub fn table(&mut self, key: &'static str, title: Term) -> Option<Fields<'_, 't>> {
        match self.take(key)? {
            Value {
                what: What::Other(DeValue::Table(table)),
                ..
            } => Some(Fields::new(table.into(), title, self.toml)),
            other => {
                self.toml.wrong_type(key, &other, Term::SingleTable);
                None
            }
        }
    }

    /// How many tables of a kind there are that are read by themselves: room can be made for them.
    pub fn count(&self, key: &str) -> usize {
        let things = self.toml.things.iter().find(|(there, _)| *there == key);
        things.map_or(0, |(_, things)| things.len().min(MOST_TABLES))
    }

    /// Reads each table of a kind, as in `[[place]]`, of which `title` is the key.
    pub fn tables(
        &mut self,
        key: &'static str,
        title: Term,
        mut read: impl FnMut(&mut Fields<'_, 't>, &Range<usize>),
    ) {
        self.tables_here(key, title, &mut read);
        let things = self.toml.things.iter_mut().find(|(there, _)| *there == key);
        let things = things.map(|(_, things)| std::mem::take(things));
        let mut table = Table::default();
        for thing in things.into_iter().flatten().take(MOST_TABLES) {
            table = self.thing(thing, (key, title), table, &mut read);
        }
    }

    /// Of those that are no sections by themselves.
    fn tables_here(&mut self, key: &'static str, title: Term, read: &mut Read<'_, 't>) {
        let Some(value) = self.take(key) else { return };
        let tables = match value.what {
            What::Other(DeValue::Array(tables)) => tables.into_iter().collect(),
            What::Other(DeValue::Table(table)) => {
                let problem = ProblemKind::OneTable { table: key };
                let at = self.toml.span(&value.span);
                self.toml.problems.push(problem, Some(at));
                vec![Spanned::new(value.span, DeValue::Table(table))]
            }
            What::Text(_) | What::Number(_) | What::Other(_) => {
                return self.toml.wrong_type(key, &value, Term::Tables);
            }
        };
        for value in tables.into_iter().take(MOST_TABLES) {
            match value.into() {
                Value {
                    what: What::Other(DeValue::Table(table)),
                    span,
                } => {
                    read_table((table.into(), title), &span, self.toml, read);
                }
                other => self.toml.wrong_type(key, &other, Term::Tables),
            }
        }
    }

    /// Uses the room of an empty table, and gives it back.
    fn thing(
        &mut self,
        thing: Section<'t>,
        (key, title): (&'static str, Term),
        mut table: Table<'t>,
        read: &mut Read<'_, 't>,
    ) -> Table<'t> {
        let problems = std::mem::take(&mut self.toml.problems);
        let offset = self.toml.offset + thing.start;
        let part = if let Some(header) = plain::read(thing.text, &mut table) {
            let mut part = Toml::sound(thing.text, offset, problems);
            table = read_table((table, title), &header, &mut part, read);
            part
        } else {
            let (mut part, parsed) = Toml::parse(thing.text, offset, problems);
            let mut fields = Fields::new(parsed, Term::FrontMatter, &mut part);
            fields.tables_here(key, title, read);
            fields.finish();
            part
        };
        self.toml.is_sound &= part.is_sound;
        self.toml.problems = part.finish();
        table.cleared()
    }

    /// Says what nothing asked for; gives the table back.
    pub fn finish(self) -> Table<'t> {
        let Self { table, title, toml } = self;
        for (key, _) in &table.pairs {
            if toml.problems.is_full(Severity::Hint) {
                break;
            }
            if toml.is_told(&key.span) {
                continue;
            }
            let span = toml.span(&key.span);
            let key = key.name.chars().take(80).collect::<String>();
            let nearest = nearest_key(&key, &table.asked);
            toml.problems.push(
                ProblemKind::UnknownKey {
                    key,
                    table: title,
                    nearest,
                },
                Some(span),
            );
        }
        table
    }
}

fn read_table<'t>(
    (table, title): (Table<'t>, Term),
    span: &Range<usize>,
    toml: &mut Toml<'t>,
    read: &mut Read<'_, 't>,
) -> Table<'t> {
    let mut fields = Fields::new(table, title, toml);
    read(&mut fields, span);
    fields.finish()
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
