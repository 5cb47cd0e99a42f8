//! What a written file carries of a story, and what it cannot: told before it is written.

use std::collections::BTreeSet;
use std::fmt;

use super::Format;
use super::prose_html::escaped;
use crate::story::{Block, Date, Link, PassageId, Place, Story};

/// The date of a passage, as formats have it that know one for each: that of the first event it tells of.
pub(super) fn date(story: &Story, passage: PassageId) -> Option<Date> {
    story.passage(passage).dates.first().copied()
}

/// A place's note, as HTML.
pub(super) fn note_html(place: &Place) -> String {
    escaped(&place.note.text)
}

/// Something of a story that a format has no room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// By its code, as in `zh`: the text in that language.
    Translation(String),
    /// The story's own language.
    Language(String),
    Source,
    Subjects(usize),
    Modules(usize),
    Actors(usize),
    Regions(usize),
    Topics(usize),
    Connections(usize),
    /// Events that no passage tells of, or that are not the first of theirs.
    Events(usize),
    /// Events whose date is carried, but under the title of their passage.
    EventNames(usize),
    /// Places that no passage names.
    Places(usize),
    /// What is said of places besides their name: notes, regions, kinds.
    PlaceNotes(usize),
    /// Files of images, which the text names but no format holds.
    ImageFiles(usize),
    /// Links in the text to people, regions and passages, which stay as words.
    Links(usize),
    /// Passages that say which paragraphs of the source they retell.
    Paragraphs(usize),
}

/// As in "9 modules".
impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, one, more) = match self {
            Self::Translation(code) => return write!(f, "{} ({code})", translated(code)),
            Self::Language(code) => return write!(f, "that the story is written in `{code}`"),
            Self::Source => return f.write_str("the source, its date and its authors"),
            Self::Subjects(count) => (count, "subject", "subjects"),
            Self::Modules(count) => (count, "module", "modules"),
            Self::Actors(count) => (count, "person or organisation", "people and organisations"),
            Self::Regions(count) => (count, "region", "regions"),
            Self::Topics(count) => (count, "topic", "topics"),
            Self::Connections(count) => (count, "connection", "connections"),
            Self::Events(count) => (count, "event", "events"),
            Self::EventNames(count) => (count, "name of an event", "names of events"),
            Self::Places(count) => (
                count,
                "place that no passage names",
                "places that no passage names",
            ),
            Self::PlaceNotes(count) => (
                count,
                "place’s region, kind and notes",
                "places’ regions, kinds and notes",
            ),
            Self::ImageFiles(count) => (
                count,
                "image file, which stays where it is",
                "image files, which stay where they are",
            ),
            Self::Links(count) => (
                count,
                "link to a person, region or passage (its words stay)",
                "links to people, regions and passages (their words stay)",
            ),
            Self::Paragraphs(count) => (
                count,
                "passage’s numbers of source paragraphs",
                "passages’ numbers of source paragraphs",
            ),
        };
        write!(f, "{count} {}", if *count == 1 { one } else { more })
    }
}

fn translated(code: &str) -> &'static str {
    match code {
        "en" => "the English text",
        "zh" | "zh-Hans" | "zh-Hant" => "the Chinese text",
        _ => "the text in another language",
    }
}

/// What a file in the format cannot carry of the story.
pub fn losses(format: Format, story: &Story) -> Vec<Loss> {
    let has_lines = matches!(format, Format::GeoJson | Format::Kml);
    let has_topics = !matches!(format, Format::StoryMapJs);
    let has_places = has_topics;
    let counted = match format {
        Format::Native | Format::Html | Format::Article => return Vec::new(),
        Format::StoryMapJs | Format::GeoJson | Format::Kml | Format::Csv => [
            (
                Loss::Topics as fn(usize) -> Loss,
                if has_topics { 0 } else { story.topics().len() },
            ),
            (
                Loss::Connections,
                if has_lines {
                    0
                } else {
                    story.connections().len()
                },
            ),
            (
                Loss::Places,
                if has_places { 0 } else { unnamed_places(story) },
            ),
            (Loss::PlaceNotes, noted_places(story, has_places)),
            (Loss::Regions, story.regions().len()),
            (Loss::Actors, story.actors().len()),
            (Loss::Events, lost_events(story)),
            (Loss::EventNames, story.events().len() - lost_events(story)),
            (Loss::Subjects, story.subjects().len()),
            (Loss::Modules, story.modules().len()),
            (Loss::Paragraphs, with_paragraphs(story)),
            (Loss::Links, other_links(story)),
            (Loss::ImageFiles, images(story)),
        ],
    };
    let counted = counted.into_iter().filter(|&(_, count)| count > 0);
    let mut losses: Vec<_> = counted.map(|(loss, count)| loss(count)).collect();
    if story.source != crate::story::Source::default() {
        losses.push(Loss::Source);
    }
    if format == Format::StoryMapJs && !super::storymap::speaks(&story.language) {
        losses.push(Loss::Language(story.language.clone()));
    }
    losses.extend(other_languages(story).into_iter().map(Loss::Translation));
    losses
}

fn unnamed_places(story: &Story) -> usize {
    let is_unnamed = |id| story.passages_of_place(id).is_empty();
    story.places().filter(|&(id, _)| is_unnamed(id)).count()
}

/// Places of which more is said than the format can carry.
fn noted_places(story: &Story, has_note: bool) -> usize {
    let is_noted = |place: &Place| {
        let more = !place.region.is_empty() || !place.kind.is_empty() || !place.context.is_empty();
        more || (!has_note && !place.note.is_empty())
    };
    story.places().filter(|(_, place)| is_noted(place)).count()
}

fn lost_events(story: &Story) -> usize {
    let mut first = BTreeSet::new();
    let is_lost = |passage: Option<PassageId>| passage.is_none_or(|id| !first.insert(id));
    story
        .events()
        .map(|(_, event)| event.passage)
        .map(is_lost)
        .filter(|&lost| lost)
        .count()
}

fn with_paragraphs(story: &Story) -> usize {
    let passages = story.passages();
    passages
        .filter(|(_, passage)| !passage.paragraphs.is_empty())
        .count()
}

fn blocks(story: &Story) -> impl Iterator<Item = &Block> {
    let of_passages = story.passages().flat_map(|(_, passage)| &passage.blocks);
    of_passages.chain(&story.introduction)
}

fn images(story: &Story) -> usize {
    blocks(story)
        .filter(|block| matches!(block, Block::Image(_)))
        .count()
}

fn other_links(story: &Story) -> usize {
    let links = blocks(story).flat_map(|block| block.prose().links());
    links
        .filter(|(_, link)| matches!(link, Link::Region(_) | Link::Actor(_) | Link::Passage(_)))
        .count()
}

/// Of running text or of names, each once.
fn other_languages(story: &Story) -> BTreeSet<String> {
    let names = story.places().map(|(_, place)| &place.name);
    let names = names.chain(story.passages().map(|(_, passage)| &passage.title));
    let of_names = names
        .chain([&story.title])
        .flat_map(|name| name.translations.keys());
    let of_texts = story.languages().skip(1).map(str::to_owned);
    of_names.cloned().chain(of_texts).collect()
}
