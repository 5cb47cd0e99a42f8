//! Blocks as a draft has them, to compare what is written with what was meant.

use smol_str::SmolStr;

use super::super::prose;
use crate::story::draft::{Block, BlockKind, Draft, Image, Located, Span, Style};
use crate::story::{self, Link, Story};

/// The block as it is when read, but for where it stands.
pub fn drafted(story: &Story, block: &story::Block) -> Block {
    let prose = block.prose();
    let spans = prose.spans.iter().map(|span| Span {
        range: span.range.clone(),
        style: match &span.style {
            story::Style::Emphasis => Style::Emphasis,
            story::Style::Strong => Style::Strong,
            story::Style::Link(link) => Style::Link(nowhere(address(story, link))),
        },
    });
    Block {
        kind: match block {
            story::Block::Paragraph(_) => BlockKind::Paragraph,
            story::Block::Quote(_) => BlockKind::Quote,
            story::Block::Item(_) => BlockKind::Item,
            story::Block::Context(_) => BlockKind::Context,
            story::Block::Image(image) => BlockKind::Image(Box::new(Image {
                path: nowhere(image.path.clone()),
                alt: image.alt.clone(),
                credit: image.credit.clone(),
            })),
        },
        text: prose.text.clone(),
        spans: spans.collect(),
        span: None,
    }
}

fn address(story: &Story, link: &Link) -> String {
    let key = match link {
        Link::Place(id) => &story.place(*id).key,
        Link::Region(id) => &story.region(*id).key,
        Link::Actor(id) => &story.actor(*id).key,
        Link::Passage(id) => &story.passage(*id).key,
        Link::Web(address) => return address.clone(),
    };
    format!("#{key}")
}

fn nowhere(value: String) -> Located<SmolStr> {
    Located {
        value: value.into(),
        span: None,
    }
}

/// Whether the text is read as this block and nothing else.
pub fn is_read_as(text: &str, block: &Block) -> bool {
    let mut draft = Draft::default();
    prose::read(text, 0..text.len(), &mut draft);
    draft.introduction.iter_mut().for_each(forget_place);
    draft.passages.is_empty() && draft.introduction == std::slice::from_ref(block)
}

fn forget_place(block: &mut Block) {
    block.span = None;
    if let BlockKind::Image(image) = &mut block.kind {
        image.path.span = None;
    }
    for span in &mut block.spans {
        if let Style::Link(address) = &mut span.style {
            address.span = None;
        }
    }
}
