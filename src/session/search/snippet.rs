//! A few words around a hit, for the list of results.

use std::ops::Range;

use super::Hits;
use super::texts::{Kind, each_text};
use crate::story::{Item, Story};

/// A part of one text, with the marked bytes in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

impl Hits {
    /// Where the thing has the most words of the query, with at most `context` characters on each side; in the reader's
    /// language where it can be. None where only the name has them that the reader sees anyway.
    pub fn snippet(
        &self,
        story: &Story,
        item: Item,
        language: &str,
        context: usize,
    ) -> Option<Snippet> {
        let mut best = None;
        let mut best_rank = (0, false, false);
        each_text(story, item, |text| {
            let is_in_language = text.is_in(story, language);
            let is_prose = text.kind == Kind::Prose;
            let (words, marks) = self.query().marks_of(text.content, text.kind);
            let rank = (words, is_in_language, is_prose);
            if words > 0 && rank > best_rank && (is_prose || !is_in_language) {
                best_rank = rank;
                best = Some((text.content, marks));
            }
        });
        best.map(|(text, marks)| Snippet::new(text, &marks, context))
    }
}

impl Snippet {
    fn new(text: &str, marks: &[Range<usize>], context: usize) -> Self {
        let first = marks.first().cloned().unwrap_or_default();
        let start = before(text.get(..first.start).unwrap_or_default(), context);
        let end = first.end + after(text.get(first.end..).unwrap_or_default(), context);
        let shown = text.get(start..end).unwrap_or_default();

        let mut snippet = Self::default();
        if start > 0 {
            snippet.text.push('…');
        }
        let offset = snippet.text.len();
        // A line break and a blank are both one byte.
        snippet.text.push_str(&shown.replace('\n', " "));
        if end < text.len() {
            snippet.text.push('…');
        }
        snippet.marks = (marks.iter().filter(|mark| mark.start < end))
            .map(|mark| mark.start - start + offset..mark.end.min(end) - start + offset)
            .collect();
        snippet
    }
}

/// Where the last `count` characters begin, or the first whole word of them.
fn before(text: &str, count: usize) -> usize {
    let Some((cut, _)) = text.char_indices().rev().take(count).last() else {
        return text.len();
    };
    let kept = text.get(cut..).unwrap_or_default();
    let words = match kept.find(char::is_whitespace) {
        Some(blank) if cut > 0 => kept.get(blank..).unwrap_or_default().trim_start(),
        _ => kept,
    };
    text.len() - words.len()
}

/// Where the first `count` characters end, or the last whole word of them.
fn after(text: &str, count: usize) -> usize {
    let cut = text
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(cut, _)| cut);
    let kept = text.get(..cut).unwrap_or_default();
    match kept.rfind(char::is_whitespace) {
        Some(blank) if cut < text.len() => kept.get(..blank).unwrap_or_default().trim_end().len(),
        _ => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Query;
    use super::*;

    #[test]
    fn a_mark_ends_with_its_snippet() {
        let text = "一个在毕节的学校里";
        let marks = Query::new("毕节 学校里").marks(text);

        let snippet = Snippet::new(text, &marks, 3);

        assert_eq!(snippet.text, "一个在毕节的学校…");
        let marked: Vec<&str> = (snippet.marks.iter())
            .map(|mark| &snippet.text[mark.clone()])
            .collect();
        assert_eq!(marked, ["毕节", "学校"]);
    }
}
