//! The blocks of a text, one below the other.

use super::super::image::CREDIT;
use super::drafted::{drafted, is_read_as};
use super::inline::{self, Care};
use crate::story::draft::{self, BlockKind};
use crate::story::{Block, Story};

pub fn write(file: &mut String, story: &Story, blocks: &[Block]) {
    let mut previous = None;
    for block in blocks {
        let block = drafted(story, block);
        let light = lines(&block, Care::Light);
        let is_same = previous.as_ref().is_some_and(|kind| is_same(kind, &block));
        let lines = if is_read_as(&framed(&block.kind, &light), &block) {
            light
        } else {
            lines(&block, Care::Heavy)
        };
        match block.kind {
            BlockKind::Item if is_same => file.push_str(&framed(&block.kind, &lines)),
            BlockKind::Quote | BlockKind::Context if is_same => {
                file.push_str(">\n");
                file.push_str(&framed(&BlockKind::Quote, &lines));
            }
            _ => {
                file.push('\n');
                file.push_str(&framed(&block.kind, &lines));
            }
        }
        previous = Some(block.kind);
    }
}

fn is_same(kind: &BlockKind, block: &draft::Block) -> bool {
    matches!(
        (kind, &block.kind),
        (BlockKind::Quote, BlockKind::Quote)
            | (BlockKind::Item, BlockKind::Item)
            | (BlockKind::Context, BlockKind::Context)
    )
}

/// The block without what says its kind.
fn lines(block: &draft::Block, care: Care) -> String {
    let BlockKind::Image(image) = &block.kind else {
        return inline::block(&block.text, &block.spans, care);
    };
    let draft::Image { path, alt, credit } = &**image;
    let alt = inline::text(alt, care);
    let path = inline::address(&path.value);
    let caption = inline::caption(&block.text, &block.spans, care);
    let credit = inline::text(credit, care);
    let has_bar = caption.contains(CREDIT);
    if caption.is_empty() && credit.is_empty() {
        return format!("![{alt}]({path})");
    }
    let title = if credit.is_empty() && !has_bar {
        caption
    } else {
        let credit = credit.replace(CREDIT, r" \| ");
        format!("{caption}{CREDIT}{credit}")
    };
    format!("![{alt}]({path} \"{}\")", quoted(&title))
}

/// The title of an image has escapes of its own, over those of the caption.
fn quoted(title: &str) -> String {
    let mut quoted = String::with_capacity(title.len());
    for character in title.chars() {
        if matches!(character, '\\' | '"' | '&') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted
}

fn framed(kind: &BlockKind, lines: &str) -> String {
    let (first, others) = match kind {
        BlockKind::Paragraph | BlockKind::Image(_) => ("", ""),
        BlockKind::Quote => ("> ", "> "),
        BlockKind::Item => ("- ", "  "),
        BlockKind::Context => ("> [!NOTE]\n> ", "> "),
    };
    format!("{first}{}\n", lines.replace('\n', &format!("\n{others}")))
}
