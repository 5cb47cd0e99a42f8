//! What a passage is about as a link in its text.

use std::cmp::Reverse;
use std::ops::Range;

use super::MENTIONS;
use crate::story::FileSpan;
use crate::story::draft::{Block, Located, Span, Style};

/// Makes sure that the text links to the place: where its name stands first, or else by a line that is its name,
/// as reports begin with where they come from.
pub(super) fn mention(blocks: &mut Vec<Block>, id: &str, name: &str, span: Option<FileSpan>) {
    let address = format!("#{id}");
    let is_linked = blocks
        .iter()
        .flat_map(|block| &block.spans)
        .any(|span| matches!(&span.style, Style::Link(link) if link.value == address));
    if is_linked || name.is_empty() {
        return;
    }
    let link = |range| Span {
        range,
        style: Style::Link(Located {
            value: address.into(),
            span,
        }),
    };
    for block in blocks.iter_mut() {
        if let Some(range) = word_in(block, name) {
            block.spans.push(link(range));
            block
                .spans
                .sort_by_key(|span| (span.range.start, Reverse(span.range.end)));
            return;
        }
    }
    let line = Block {
        text: name.to_owned(),
        spans: vec![link(0..name.len())],
        span,
        ..Block::default()
    };
    blocks.insert(0, line);
}

/// Where the name stands as a word of its own, outside of links.
fn word_in(block: &Block, name: &str) -> Option<Range<usize>> {
    let is_letter = |character: Option<char>| {
        character.is_some_and(|character| character.is_alphabetic() && character < '\u{2E80}')
    };
    block
        .text
        .match_indices(name)
        .take(MENTIONS)
        .map(|(start, name)| start..start + name.len())
        .find(|range| {
            let before = block
                .text
                .get(..range.start)
                .and_then(|text| text.chars().next_back());
            let after = block
                .text
                .get(range.end..)
                .and_then(|text| text.chars().next());
            let is_word = !is_letter(before) && !is_letter(after);
            is_word
                && !block.spans.iter().any(|span| {
                    let is_link = matches!(span.style, Style::Link(_));
                    let overlaps = span.range.start < range.end && range.start < span.range.end;
                    let is_inside = span.range.start <= range.start && range.end <= span.range.end;
                    overlaps && (is_link || !is_inside)
                })
        })
}
