//! Paragraphs gathered into passages of a length to be read beside a map.

use super::front::beginning;
use super::paragraphs::{first_sentence, is_heading, reading_length};

/// A part of the article, of one or more of its paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub title: String,
    pub blocks: Vec<Piece>,
}

/// A paragraph, or a piece of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Of the article's paragraphs, from 0.
    pub paragraph: usize,
    /// Where the piece begins in it, in bytes.
    pub start: usize,
    pub text: String,
}

/// Shorter paragraphs are read with the next.
const SHORT: usize = 220;
/// Longer ones are cut at sentences.
const LONG: usize = 2_400;
/// About as long as a cut piece is.
const PIECE: usize = 1_200;
/// Passages that an article is made into at most; what is more goes to the last.
const MOST: usize = 10_000;

/// Gathers the paragraphs that are not in `left_out`.
pub fn parts(paragraphs: &[String], left_out: &[usize]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut title = None;
    let mut is_open = false;
    // Of the last part: the rest of a book may be one, and is not counted anew with each of its paragraphs.
    let mut all = 0;
    let body = paragraphs
        .iter()
        .enumerate()
        .filter(|(index, _)| !left_out.contains(index));
    for (paragraph, text) in body {
        let is_last = paragraph + 1 == paragraphs.len();
        if is_heading(text) && !is_last && title.is_none() && parts.len() < MOST {
            title = Some(text.clone());
            is_open = false;
            continue;
        }
        for piece in pieces(paragraph, text) {
            let length = reading_length(&piece.text);
            match parts.last_mut() {
                Some(last) if (is_open || parts_are_full(paragraph)) && title.is_none() => {
                    last.blocks.push(piece);
                    all += length;
                    is_open = all < SHORT;
                }
                _ => {
                    parts.push(Part {
                        title: title.take().unwrap_or_else(|| beginning(&piece.text)),
                        blocks: vec![piece],
                    });
                    all = length;
                    is_open = all < SHORT;
                }
            }
        }
    }
    close(&mut parts, title, paragraphs.len());
    parts
}

/// Whether so many came before that the rest is one passage.
fn parts_are_full(paragraph: usize) -> bool {
    paragraph >= MOST
}

/// A short last passage belongs to the one before, and a heading without a text is one.
fn close(parts: &mut Vec<Part>, title: Option<String>, paragraphs: usize) {
    if let Some(title) = title {
        parts.push(Part {
            title: title.clone(),
            blocks: vec![Piece {
                paragraph: paragraphs.saturating_sub(1),
                start: 0,
                text: title,
            }],
        });
    }
    let is_short = |part: &Part| {
        let length: usize = part
            .blocks
            .iter()
            .map(|block| reading_length(&block.text))
            .sum();
        length < SHORT
            && part
                .blocks
                .first()
                .is_some_and(|block| beginning(&block.text) == part.title)
    };
    if parts.len() > 1
        && parts.last().is_some_and(is_short)
        && let Some(last) = parts.pop()
        && let Some(before) = parts.last_mut()
    {
        before.blocks.extend(last.blocks);
    }
}

/// The paragraph, or what it is cut into.
fn pieces(paragraph: usize, text: &str) -> Vec<Piece> {
    let piece = |start: usize, text: &str| Piece {
        paragraph,
        start,
        text: text.to_owned(),
    };
    if reading_length(text) <= LONG {
        return vec![piece(0, text)];
    }
    let mut pieces = Vec::new();
    let (mut start, mut end, mut length) = (0, 0, 0);
    while let Some(rest) = text.get(end..).filter(|rest| !rest.is_empty()) {
        let near = rest.get(..floor(rest, LONG)).unwrap_or(rest);
        let sentence = first_sentence(near).max(rest.chars().next().map_or(1, char::len_utf8));
        end += sentence;
        length += text.get(end - sentence..end).map_or(0, reading_length);
        if length >= PIECE {
            pieces.extend(text.get(start..end).map(|text| piece(start, text)));
            (start, length) = (end, 0);
        }
    }
    pieces.extend(
        text.get(start..end)
            .filter(|text| !text.is_empty())
            .map(|text| piece(start, text)),
    );
    pieces
}

/// The last place before so many bytes where a word ends, or a character at least.
fn floor(text: &str, bytes: usize) -> usize {
    let cut = text.floor_char_boundary(bytes);
    let space = text.get(..cut).and_then(|text| text.rfind(' '));
    if cut == text.len() {
        cut
    } else {
        space.map_or(cut, |space| space + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Vec<Part> {
        let paragraphs: Vec<_> = lines.iter().map(|line| (*line).to_owned()).collect();
        parts(&paragraphs, &[])
    }

    #[test]
    fn short_paragraphs_are_read_together_and_headings_are_titles() {
        let long = "A sentence that goes on. ".repeat(12);
        let parts = of(&["One.", "Two.", &long, "The second part", &long, "End."]);
        let titles: Vec<_> = parts.iter().map(|part| &*part.title).collect();
        assert_eq!(titles, ["One", "The second part"]);
        let counts: Vec<_> = parts.iter().map(|part| part.blocks.len()).collect();
        assert_eq!(counts, [3, 2]);
    }

    #[test]
    fn a_long_paragraph_is_cut_at_sentences_and_loses_nothing() {
        let long = "A sentence that goes on. ".repeat(300);
        let endless = "word ".repeat(3000);
        for text in [long, endless, "字".repeat(9000)] {
            let parts = of(&[&text]);
            let pieces: Vec<_> = parts.iter().flat_map(|part| &part.blocks).collect();
            assert!(pieces.len() > 3 && pieces.iter().all(|piece| piece.text.len() < 9000));
            let whole: String = pieces.iter().map(|piece| &*piece.text).collect();
            assert_eq!(whole, text);
        }
    }
}
