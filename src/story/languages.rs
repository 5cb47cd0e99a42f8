//! The languages of a story's running text; names carry their translations themselves.

use std::collections::BTreeMap;
use std::iter;

use super::{Block, PassageId, Story};

/// The running text in one more language, as far as it is translated.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Texts {
    pub introduction: Vec<Block>,
    /// Never without text.
    pub passages: BTreeMap<PassageId, Vec<Block>>,
}

impl Texts {
    pub fn is_empty(&self) -> bool {
        self.introduction.is_empty() && self.passages.is_empty()
    }
}

impl Story {
    /// Languages the story can be read in, its own first.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        iter::once(&self.language)
            .chain(self.texts.keys())
            .map(String::as_str)
    }

    /// The introduction in a language, if it has one there.
    pub fn introduction_in(&self, language: &str) -> Option<&[Block]> {
        if language == self.language {
            return Some(&self.introduction);
        }
        let introduction = &self.texts.get(language)?.introduction;
        (!introduction.is_empty()).then_some(introduction)
    }

    /// The passage's text in a language, or else in the story's own.
    pub fn blocks_shown(&self, passage: PassageId, language: &str) -> &[Block] {
        self.blocks_in(passage, language)
            .unwrap_or(&self.passage(passage).blocks)
    }

    /// The passage's text in a language; none where it is not translated: the caller falls back and says so.
    pub fn blocks_in(&self, passage: PassageId, language: &str) -> Option<&[Block]> {
        if language == self.language {
            return Some(&self.passage(passage).blocks);
        }
        self.texts
            .get(language)?
            .passages
            .get(&passage)
            .map(Vec::as_slice)
    }
}
