//! Running text: what it says, and which parts of it are links or set apart.

use std::ops::Range;

use super::{ActorId, Item, PassageId, PlaceId, RegionId};

/// One piece of a passage's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Prose),
    /// Somebody's words.
    Quote(Prose),
    Item(Prose),
    /// The story's own addition, not in its source.
    Context(Prose),
    Image(Box<Image>),
}

/// A picture from a file of the story's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// From the story's folder down, with `/` between folders: never out of it. Links of the file system are for
    /// whoever opens it to refuse.
    pub path: String,
    /// What it shows, for those who cannot see it; may be empty.
    pub alt: String,
    /// What stands below it; may be empty.
    pub caption: Prose,
    /// Who made it; may be empty.
    pub credit: String,
}

/// Text with spans over it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    pub text: String,
    /// In order of their start; each on character boundaries of `text`.
    pub spans: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the prose's text.
    pub range: Range<usize>,
    pub style: Style,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    Emphasis,
    Strong,
    Link(Link),
}

/// Where a link in the text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A mention.
    Place(PlaceId),
    Region(RegionId),
    Actor(ActorId),
    Passage(PassageId),
    /// `http` or `https`, nothing else.
    Web(String),
}

impl Link {
    /// The place, region, actor or passage that it names.
    pub fn item(&self) -> Option<Item> {
        match self {
            Self::Place(id) => Some(Item::Place(*id)),
            Self::Region(id) => Some(Item::Region(*id)),
            Self::Actor(id) => Some(Item::Actor(*id)),
            Self::Passage(id) => Some(Item::Passage(*id)),
            Self::Web(_) => None,
        }
    }
}

impl Block {
    /// The text of it; of an image its caption.
    pub fn prose(&self) -> &Prose {
        match self {
            Self::Image(image) => &image.caption,
            Self::Paragraph(prose)
            | Self::Quote(prose)
            | Self::Item(prose)
            | Self::Context(prose) => prose,
        }
    }
}

impl Prose {
    /// The links in the text, in order, with the bytes they cover.
    pub fn links(&self) -> impl Iterator<Item = (&Range<usize>, &Link)> {
        self.spans.iter().filter_map(|span| match &span.style {
            Style::Link(link) => Some((&span.range, link)),
            Style::Emphasis | Style::Strong => None,
        })
    }
}
