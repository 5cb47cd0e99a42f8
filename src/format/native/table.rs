//! A table and its values, whoever has read them: the TOML parser, or what reads plain tables by itself.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// There are few keys in most, so they are searched one by one.
#[derive(Debug, Default)]
pub(super) struct Table<'t> {
    /// In any order, each key once.
    pub pairs: Vec<(Key<'t>, Value<'t>)>,
    /// Every key that was looked for.
    pub asked: Vec<&'static str>,
}

#[derive(Debug)]
pub(super) struct Key<'t> {
    pub name: Cow<'t, str>,
    pub span: Range<usize>,
}

#[derive(Debug)]
pub(super) struct Value<'t> {
    pub what: What<'t>,
    pub span: Range<usize>,
}

#[derive(Debug)]
pub(super) enum What<'t> {
    Text(Cow<'t, str>),
    Number(Number<'t>),
    /// Neither text nor number.
    Other(DeValue<'t>),
}

/// As Rust reads it: without the underscores that TOML allows.
#[derive(Debug)]
pub(super) struct Number<'t> {
    pub digits: Cow<'t, str>,
    /// Of a whole one.
    pub radix: Option<u32>,
}

impl<'t> Table<'t> {
    pub fn take(&mut self, key: &'static str) -> Option<Value<'t>> {
        self.asked.push(key);
        let at = self.pairs.iter().position(|(there, _)| there.name == key)?;
        Some(self.pairs.swap_remove(at).1)
    }

    /// Empty, with its room kept for the next one.
    pub fn cleared(mut self) -> Self {
        self.pairs.clear();
        self.asked.clear();
        self
    }
}

impl Number<'_> {
    /// None where it is none of the kind, or too large.
    pub fn whole(&self) -> Option<i64> {
        i64::from_str_radix(&self.digits, self.radix?).ok()
    }

    pub fn value(&self) -> Option<f64> {
        match self.radix {
            Some(_) => self.whole().map(|whole| whole as f64),
            None => self.digits.parse().ok(),
        }
    }
}

impl<'t> From<DeTable<'t>> for Table<'t> {
    fn from(table: DeTable<'t>) -> Self {
        let pair = |(key, value): (Spanned<Cow<'t, str>>, Spanned<DeValue<'t>>)| {
            let span = key.span();
            let name = key.into_inner();
            (Key { name, span }, Value::from(value))
        };
        Self {
            pairs: table.into_iter().map(pair).collect(),
            asked: Vec::new(),
        }
    }
}

impl<'t> From<Spanned<DeValue<'t>>> for Value<'t> {
    fn from(value: Spanned<DeValue<'t>>) -> Self {
        let span = value.span();
        let what = match value.into_inner() {
            DeValue::String(text) => What::Text(text),
            DeValue::Integer(integer) => What::Number(Number {
                digits: Cow::Owned(integer.as_str().to_owned()),
                radix: Some(integer.radix()),
            }),
            DeValue::Float(float) => What::Number(Number {
                digits: Cow::Owned(float.as_str().to_owned()),
                radix: None,
            }),
            other => What::Other(other),
        };
        Self { what, span }
    }
}
