//! What a written file carries of a story, and what it cannot: told before it is written.

use std::collections::BTreeSet;

use super::Format;
use super::picture::Letters;
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

/// Something of a story that a format has no room for. `Texts::loss` says it in words.
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
    /// Places that may be others than the article means: in a file they are as sure as any.
    Doubts(usize),
    /// A picture of the map is no more than that.
    AllButMap,
    /// Places whose names have letters that no typeface of ours has: their numbers stand for them.
    NamesInLetters(usize),
}

/// What a file in the format cannot carry of the story.
pub fn losses(format: Format, story: &Story) -> Vec<Loss> {
    let has_lines = matches!(format, Format::GeoJson | Format::Kml);
    let has_topics = !matches!(format, Format::StoryMapJs);
    let has_places = has_topics;
    let counted = match format {
        Format::Native | Format::Html | Format::Article => {
            let doubts = Some(doubtful(story)).filter(|&count| count > 0);
            return doubts.map(Loss::Doubts).into_iter().collect();
        }
        Format::Png => return of_picture(story),
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
            (Loss::Doubts, doubtful(story)),
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

fn of_picture(story: &Story) -> Vec<Loss> {
    let letters = Letters::default();
    let is_unwritten = |place: &Place| {
        let name = &place.name;
        let written = name.translations.values().chain([&name.text]);
        !written.into_iter().any(|text| letters.has(text))
    };
    let unwritten = story.places().filter(|(_, place)| is_unwritten(place));
    let names = Some(unwritten.count()).filter(|&count| count > 0);
    [Loss::AllButMap]
        .into_iter()
        .chain(names.map(Loss::NamesInLetters))
        .collect()
}

fn doubtful(story: &Story) -> usize {
    let places = story.places().filter(|(_, place)| place.doubt.is_some());
    let regions = story.regions().filter(|(_, region)| region.doubt.is_some());
    places.count() + regions.count()
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
        .flat_map(|name| name.translations.keys())
        .map(str::to_owned);
    let of_texts = story.languages().skip(1).map(str::to_owned);
    of_names.chain(of_texts).collect()
}
