//! Running text from a draft: links become mentions, and what they lead to is gathered.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::FileSpan;
use super::check::Check;
use super::draft::{self, BlockKind, Located};
use super::keys::shortened;
use super::problem::{Kind, ProblemKind, Term};
use super::{
    ActorId, Block, Image, Item, Link, PlaceId, Prose, RegionId, Span, Style, clean, image_path,
    is_web_address, limits, spans,
};

/// A passage's text, and what it mentions in order of first mention.
#[derive(Default)]
pub(super) struct Text {
    pub blocks: Vec<Block>,
    pub places: Vec<PlaceId>,
    pub regions: Vec<RegionId>,
    pub actors: Vec<ActorId>,
}

pub(super) fn read(blocks: Vec<draft::Block>, check: &mut Check) -> Text {
    let mut text = Text::default();
    let mut seen = BTreeSet::new();
    let mut left = limits::PASSAGE;
    for mut block in blocks {
        if matches!(block.kind, BlockKind::Image(_)) {
            // A caption is one line; both characters are one byte.
            block.text = block.text.replace('\n', " ");
        }
        let mut cleaned = clean::running(std::mem::take(&mut block.text), &mut block.spans, left);
        let is_cut = cleaned.cut;
        left -= cleaned.text.chars().count();
        // What has to be said is the limit of all blocks, not what this one had left of it.
        cleaned.cut = false;
        if is_cut {
            check.problems.push(
                ProblemKind::TooLong {
                    limit: limits::PASSAGE,
                },
                block.span,
            );
        }
        let mut prose = Prose {
            text: check.cleaned(cleaned, left, block.span),
            spans: block
                .spans
                .into_iter()
                .filter_map(|span| checked(span, check))
                .collect(),
        };
        spans::tidy(&mut prose);
        prose.spans.shrink_to_fit();
        if let Some(block) = block_of(block.kind, prose, block.span, check) {
            for (_, link) in block.prose().links() {
                // Those on the web are none's mention, and share one.
                if seen.insert(link.item()) {
                    text.note(link);
                }
            }
            text.blocks.push(block);
        }
        if is_cut {
            break;
        }
    }
    text.blocks.shrink_to_fit();
    text
}

/// None where there is nothing to show.
fn block_of(
    kind: BlockKind,
    prose: Prose,
    span: Option<FileSpan>,
    check: &mut Check,
) -> Option<Block> {
    let block = match kind {
        BlockKind::Paragraph => Block::Paragraph(prose),
        BlockKind::Quote => Block::Quote(prose),
        BlockKind::Item => Block::Item(prose),
        BlockKind::Context => Block::Context(prose),
        BlockKind::Image(drafted) => {
            let image = image(*drafted, prose, span, check)?;
            return Some(Block::Image(Box::new(image)));
        }
    };
    (!block.prose().text.is_empty()).then_some(block)
}

fn image(
    drafted: draft::Image,
    caption: Prose,
    span: Option<FileSpan>,
    check: &mut Check,
) -> Option<Image> {
    let draft::Image { path, alt, credit } = drafted;
    let name = match image_path::checked(&path.value) {
        Ok(name) => name.to_owned(),
        Err(wrong) => {
            let path_shown = shortened(&path.value);
            let problem = ProblemKind::WrongImagePath {
                path: path_shown,
                wrong,
            };
            check.problems.push(problem, path.span);
            return None;
        }
    };
    check.images += 1;
    if check.images > limits::IMAGES {
        if check.images == limits::IMAGES + 1 {
            let problem = ProblemKind::TooManyOf {
                what: Term::Images,
                limit: limits::IMAGES,
            };
            check.problems.push(problem, span);
        }
        return None;
    }
    let alt = check.cleaned(clean::line(alt, limits::NOTE), limits::NOTE, span);
    if alt.is_empty() {
        let problem = ProblemKind::NoAlt {
            path: shortened(&name),
        };
        check.problems.push(problem, span);
    }
    Some(Image {
        path: name,
        alt,
        caption,
        credit: check.cleaned(clean::line(credit, limits::NAME), limits::NAME, span),
    })
}

impl Text {
    fn note(&mut self, link: &Link) {
        match link {
            Link::Place(place) => self.places.push(*place),
            Link::Region(region) => self.regions.push(*region),
            Link::Actor(actor) => self.actors.push(*actor),
            Link::Passage(_) | Link::Web(_) => {}
        }
    }
}

fn checked(span: draft::Span, check: &mut Check) -> Option<Span> {
    let style = match span.style {
        draft::Style::Emphasis => Style::Emphasis,
        draft::Style::Strong => Style::Strong,
        draft::Style::Link(address) => Style::Link(link(address, check)?),
    };
    Some(Span {
        range: span.range,
        style,
    })
}

fn link(address: Located<SmolStr>, check: &mut Check) -> Option<Link> {
    const KINDS: [Kind; 4] = [Kind::Place, Kind::Region, Kind::Actor, Kind::Passage];

    if let Some(id) = address.value.strip_prefix('#') {
        return match check.item(id, address.span, &KINDS)? {
            Item::Place(id) => Some(Link::Place(id)),
            Item::Region(id) => Some(Link::Region(id)),
            Item::Actor(id) => Some(Link::Actor(id)),
            Item::Passage(id) => Some(Link::Passage(id)),
            Item::Topic(_)
            | Item::Event(_)
            | Item::Connection(_)
            | Item::Subject(_)
            | Item::Module(_) => None,
        };
    }
    if is_web_address(&address.value) {
        return Some(Link::Web(address.value.into()));
    }
    let problem = ProblemKind::WrongAddress {
        address: shortened(&address.value),
    };
    check.problems.push(problem, address.span);
    None
}
