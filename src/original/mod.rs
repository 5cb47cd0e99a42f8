//! The original behind a story: the article that it retells, paragraph by paragraph beside its passages.
//!
//! It is the reader's own copy: never part of the story, its file, or an export.

mod alignment;
mod likeness;
mod no_original;
mod table;
mod traits;

pub use no_original::NoOriginal;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::article::draft::paragraphs::{is_wide, paragraphs};
use crate::format::{self, Format, NoStory};
use crate::story::{Story, printed_as};

/// Bytes of text that an original may have: a long book.
pub const LARGEST: usize = 2 * 1024 * 1024;

/// Bytes of a paragraph: what is longer is no paragraph, and too much to be set at once.
const LONGEST_PARAGRAPH: usize = 32 * 1024;

/// Pairs of a passage and a paragraph that are looked at: of a book, thousands of paragraphs in a thousand passages.
const MOST_PAIRS: usize = 4_000_000;

/// A text, as its author set it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// Of its file.
    pub name: String,
    pub paragraphs: Vec<String>,
}

impl Original {
    /// Reads a text in any encoding, or that of a web page.
    pub fn read(path: &Path, bytes: &[u8]) -> Result<Self, NoOriginal> {
        match format::detect(Some(path), bytes) {
            Ok(Format::Article) | Err(NoStory::WebPage) => {}
            // Markdown without what makes it a story is a text.
            Ok(Format::Native) if !bytes.starts_with(b"+++") => {}
            Ok(other) => return Err(NoOriginal::Story { format: other }),
            Err(why) => return Err(NoOriginal::NoText { why }),
        }
        let text = format::plain_text(bytes).map_err(|why| NoOriginal::NoText { why })?;
        let name = format::printed(path.file_name().unwrap_or_default());
        Self::of_text(name, &text)
    }

    pub fn of_text(name: String, text: &str) -> Result<Self, NoOriginal> {
        if text.len() > LARGEST {
            return Err(NoOriginal::TooLong);
        }
        let paragraphs: Vec<_> = paragraphs(text).iter().map(|text| shown(text)).collect();
        if paragraphs.iter().any(|text| text.len() > LONGEST_PARAGRAPH) {
            return Err(NoOriginal::LongParagraph);
        }
        Ok(Self { name, paragraphs })
    }
}

/// What cannot be shown, or would turn what is around it, is shown as such.
fn shown(paragraph: &str) -> String {
    let characters = paragraph.chars();
    characters
        .map(|c| {
            if c.is_whitespace() {
                ' '
            } else {
                printed_as(c)
            }
        })
        .collect()
}

/// An original beside its story.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    pub original: Arc<Original>,
    /// By the passage's id in its file, which outlasts a change of the file.
    of_passage: BTreeMap<String, Range<usize>>,
    likeness: f32,
    shared: usize,
}

/// What a passage retells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph<'o> {
    /// In the original, from 1.
    pub number: usize,
    pub text: &'o str,
}

impl Aligned {
    /// Lays the original beside the story, whether it is its original or not.
    pub fn of(original: Arc<Original>, story: &Story) -> Result<Self, NoOriginal> {
        let pairs = story
            .passages()
            .len()
            .checked_mul(original.paragraphs.len());
        if pairs.is_none_or(|pairs| pairs > MOST_PAIRS) {
            return Err(NoOriginal::TooMany);
        }
        let passages = traits::of_passages(story);
        let paragraphs = traits::of_paragraphs(&original.paragraphs);
        let matches = alignment::align(&passages, &paragraphs);
        let keys: Vec<_> = story.passages().map(|(_, passage)| &passage.key).collect();
        let mut of_passage = BTreeMap::new();
        let (mut likeness, mut shared) = (0.0, 0);
        for found in matches {
            likeness += found.likeness * found.passages.len() as f32;
            let told = union(&passages, &found.passages);
            shared += told
                .intersection(&union(&paragraphs, &found.paragraphs))
                .count();
            for key in keys.get(found.passages.clone()).unwrap_or_default() {
                of_passage.insert(key.to_string(), found.paragraphs.clone());
            }
        }
        Ok(Self {
            original,
            of_passage,
            likeness: likeness / keys.len().max(1) as f32,
            shared,
        })
    }

    /// Whether the story retells this text rather than another.
    ///
    /// The likeness is the mean of all passages, those without a counterpart included. Of 19 040 pairs of one news article
    /// and another, a single one had more than 0.18, and those two told of the same accident; the built-in story and its
    /// article have 0.50. A short story and a text in another language may share one number and be alike in all that can
    /// be compared, so there have to be several such.
    pub fn is_original(&self) -> bool {
        const LEAST: f32 = 0.18;
        const LEAST_SHARED: usize = 6;

        self.likeness >= LEAST && self.shared >= LEAST_SHARED
    }

    /// How many passages have a counterpart.
    pub fn counterparts(&self) -> usize {
        self.of_passage.len()
    }

    /// What the passage of this id retells; none where it is the story's own.
    pub fn paragraphs<'o>(
        &'o self,
        passage: &str,
    ) -> impl ExactSizeIterator<Item = Paragraph<'o>> + use<'o> {
        let numbers = self.of_passage.get(passage).cloned().unwrap_or_default();
        let texts = self.original.paragraphs.get(numbers.clone());
        let first = numbers.start + 1;
        let texts = texts.unwrap_or_default().iter().enumerate();
        texts.map(move |(index, text)| Paragraph {
            number: first + index,
            text,
        })
    }
}

impl Paragraph<'_> {
    /// Whether it is written in Chinese.
    pub fn is_chinese(&self) -> bool {
        let wide = self.text.chars().filter(|&c| is_wide(c)).count();
        wide * 3 > self.text.chars().count()
    }
}

fn union<'t, T: Ord>(sets: &'t [BTreeSet<T>], range: &Range<usize>) -> BTreeSet<&'t T> {
    sets.get(range.clone())
        .unwrap_or_default()
        .iter()
        .flatten()
        .collect()
}
