//! Images: paragraphs with nothing but `![what it shows](file "Caption | Credit")`.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::block::OpenBlock;
use super::prose::address_at;
use crate::story::FileSpan;
use crate::story::draft::{Block, BlockKind, Image};
use crate::story::problem::{ProblemKind, Problems};

/// What stands between caption and credit.
pub(super) const CREDIT: &str = " | ";

/// The images of a paragraph, of which these are the events; none where there is a word between them.
pub(super) fn only_images(
    file: &str,
    events: &[(Event<'_>, FileSpan)],
    problems: &mut Problems,
) -> Option<Vec<Block>> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut alt = String::new();
    for (event, span) in events {
        match event {
            Event::Start(Tag::Image { .. }) => {
                if depth == 0 {
                    alt.clear();
                }
                depth += 1;
            }
            Event::End(TagEnd::Image) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    found.push((alt.clone(), *span));
                }
            }
            Event::Text(text) | Event::Code(text) if depth > 0 => alt.push_str(text),
            Event::SoftBreak | Event::HardBreak if depth > 0 => alt.push(' '),
            Event::SoftBreak | Event::HardBreak => {}
            Event::Text(text) if text.trim().is_empty() => {}
            Event::InlineHtml(html) if depth > 0 || html.starts_with("<!--") => {}
            _ if depth > 0 => {}
            _ => return None,
        }
    }
    if found.is_empty() {
        return None;
    }
    // Nested ones are part of what the outermost shows.
    let mut end = 0;
    let outermost = events.iter().filter_map(|(event, span)| match event {
        Event::Start(Tag::Image {
            dest_url, title, ..
        }) if span.start() >= end => {
            end = span.range().end;
            Some((dest_url, title))
        }
        _ => None,
    });
    let images = found.into_iter().zip(outermost);
    let images = images.map(|((alt, span), (path, title))| {
        let (caption, credit) = title.rsplit_once(CREDIT).unwrap_or((title, ""));
        let mut block = line_of(file, caption, span, problems);
        block.kind = BlockKind::Image(Box::new(Image {
            path: address_at(file, path, span),
            alt,
            credit: line_of(file, credit, span, problems).text,
        }));
        block.span = Some(span);
        block
    });
    Some(images.collect())
}

/// Caption and credit are Markdown once more, as far as that goes in one line: a caption may hold links and emphasis,
/// and neither ends at a bar that is written `\\|`.
fn line_of(file: &str, text: &str, span: FileSpan, problems: &mut Problems) -> Block {
    /// With a word before it no text is a list or a heading.
    const WORD: &str = "x ";

    let text = text.trim();
    if text.is_empty() {
        return Block::default();
    }
    let line = format!("{WORD}{}", text.replace(['\n', '\r'], " "));
    let mut block = OpenBlock::default();
    let kind = || BlockKind::Paragraph;
    let mut is_first = true;
    for event in Parser::new(&line) {
        match event {
            Event::Text(text) | Event::Code(text) => {
                let text = match text.strip_prefix(WORD) {
                    Some(rest) if is_first => rest,
                    _ => &text,
                };
                is_first = false;
                if !text.is_empty() {
                    block.text(text, kind(), Some(span));
                }
            }
            Event::Start(Tag::Emphasis) => block.start_emphasis(),
            Event::End(TagEnd::Emphasis) => block.end_emphasis(),
            Event::Start(Tag::Strong) => block.start_strong(),
            Event::End(TagEnd::Strong) => block.end_strong(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                block.start_link(address_at(file, &dest_url, span));
            }
            Event::End(TagEnd::Link) => {
                if let Some(address) = block.end_link() {
                    let address = address.value.chars().take(80).collect();
                    problems.push(ProblemKind::LinkWithoutText { address }, Some(span));
                }
            }
            Event::InlineHtml(html) if !html.starts_with("<!--") && !html.starts_with("</") => {
                problems.push(ProblemKind::HtmlNotShown {}, Some(span));
            }
            _ => {}
        }
    }
    block.end().unwrap_or_default()
}
