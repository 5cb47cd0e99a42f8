//! A mention and the words beside it, as the filter judges them.

use std::collections::HashSet;

use super::mention::Mention;
use super::names::Names;
use super::token::Token;
use super::usage::DIVISION_WORDS;
use crate::article::gazetteer::{Kind, Word};

/// A text whose mentions are judged.
pub struct Scene<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token<'a>],
    pub names: &'a mut Names,
    /// Tokens at which mentions begin.
    pub starts: HashSet<usize>,
    /// Names that the text gives to persons.
    pub persons: HashSet<String>,
}

/// What is known of a mention.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is asked for by itself, in any combination"
)]
pub struct Case<'a> {
    pub word: &'a str,
    /// Where it stands among the tokens.
    pub first: usize,
    pub end: usize,
    /// The words right beside it, in the same phrase.
    pub before: Option<&'a Token<'a>>,
    pub after: Option<&'a Token<'a>>,
    /// Whether it is of one word.
    pub is_single: bool,
    /// A country or large state, by its name or that of its people; or a place that says what it is.
    pub is_well_known: bool,
    pub is_country: bool,
    pub is_feature: bool,
    /// What people and things of a place are called.
    pub is_demonym: bool,
    /// "County" is part of it.
    pub says_kind: bool,
    pub begins_sentence: bool,
    pub prominence: f32,
    pub known: Word,
}

impl<'a> Scene<'a> {
    pub fn case(&mut self, mention: &Mention) -> Option<Case<'a>> {
        let range = &mention.tokens;
        let last = self.tokens.get(range.end.checked_sub(1)?)?;
        let word = self.text.get(mention.range.clone())?;
        let name = self.names.get(mention.name)?;
        let first = name.candidates.first();
        let is_feature = first.is_some_and(|first| first.kind == Kind::Feature);
        let name_is_country = name.has_kind(Kind::Country);
        let is_well_known = name.is_well_known()
            || mention.is_abbreviation
            || range.len() > 1 && DIVISION_WORDS.has(last.text);
        let prominence = name.prominence();
        let lead = self.text.get(..mention.range.start)?.trim_end();
        let begins_sentence =
            lead.is_empty() || lead.ends_with(['.', '!', '?', '"', '”', '“', ':', '—', '•']);
        Some(Case {
            word,
            first: range.start,
            end: range.end,
            before: self.before(mention),
            after: self.after(mention),
            is_single: range.len() == 1,
            is_well_known,
            is_country: name_is_country,
            is_feature,
            is_demonym: name.is_demonym(),
            says_kind: mention.says_kind.is_some(),
            begins_sentence,
            prominence,
            known: self.names.word(word),
        })
    }

    fn before(&self, mention: &Mention) -> Option<&'a Token<'a>> {
        let token = self.tokens.get(mention.tokens.start.checked_sub(1)?)?;
        let gap = self.text.get(token.range.end..mention.range.start)?;
        matches!(gap, " " | ". " | "-" | "\u{a0}").then_some(token)
    }

    fn after(&self, mention: &Mention) -> Option<&'a Token<'a>> {
        let token = self.tokens.get(mention.tokens.end)?;
        let gap = self.text.get(mention.range.end..token.range.start)?;
        matches!(gap, " " | "-" | "\u{a0}").then_some(token)
    }

    /// What stands between two tokens.
    pub fn gap(&self, first: &Token<'_>, second: &Token<'_>) -> &'a str {
        let gap = self.text.get(first.range.end..second.range.start);
        gap.unwrap_or_default()
    }

    /// Whether another mention begins right behind this one.
    pub fn is_followed_by_place(&self, case: &Case<'_>) -> bool {
        self.starts.contains(&case.end)
    }

    pub fn follows_place(&self, case: &Case<'_>) -> bool {
        case.first
            .checked_sub(1)
            .is_some_and(|before| self.starts.contains(&before))
    }
}
