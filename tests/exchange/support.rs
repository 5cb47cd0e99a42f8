//! The samples, and what a reader sees of a story.

use dateline::format::{self, Reading};
use dateline::story::{Block, Link, PassageId, Prose, Story, Style};

pub const OLD_STORYMAP: &str = include_str!("samples/old_storymap.json");
pub const NEW_STORYMAP: &str = include_str!("samples/new_storymap.json");
pub const GEOJSON: &str = include_str!("samples/other.geojson");
pub const KML: &str = include_str!("samples/folders.kml");
pub const CHAPTERS: &str = include_str!("samples/chapters.csv");

pub fn read(name: &str, bytes: impl AsRef<[u8]>) -> Reading {
    format::read_named(Some(name.as_ref()), bytes.as_ref()).unwrap()
}

/// Each problem as `line: what is wrong`; line 0 is the whole file.
pub fn told(reading: &Reading) -> Vec<String> {
    let one = |problem: &dateline::story::Problem| {
        let line = problem
            .span
            .as_ref()
            .map_or(0, |span| format::position(&reading.text, span.start()).0);
        format!("{line}: {}", problem.message())
    };
    reading.problems.iter().map(one).collect()
}

/// Titles, in reading order.
pub fn titles(story: &Story) -> Vec<&str> {
    story
        .passages()
        .map(|(_, passage)| passage.title.text.as_str())
        .collect()
}

/// Names of the places, in the story's order.
pub fn places(story: &Story) -> Vec<&str> {
    story
        .places()
        .map(|(_, place)| place.name.text.as_str())
        .collect()
}

/// The blocks of the passage of that title, each as a line of Markdown.
pub fn text(story: &Story, title: &str) -> Vec<String> {
    let passage = story
        .passages()
        .find(|(_, passage)| passage.title.text == title);
    passage
        .unwrap()
        .1
        .blocks
        .iter()
        .map(|block| line(story, block))
        .collect()
}

/// Names of the topics of the passage of that title.
pub fn topics<'a>(story: &'a Story, title: &str) -> Vec<&'a str> {
    let passage = story
        .passages()
        .find(|(_, passage)| passage.title.text == title);
    let topics = &passage.unwrap().1.topics;
    topics
        .iter()
        .map(|&topic| story.topic(topic).name.text.as_str())
        .collect()
}

/// A block as a line of Markdown, of which links to what only we have are words.
pub fn line(story: &Story, block: &Block) -> String {
    let words = marked(story, block.prose());
    match block {
        Block::Paragraph(_) => words,
        Block::Quote(_) => format!("> {words}"),
        Block::Item(_) => format!("- {words}"),
        Block::Context(_) => format!("! {words}"),
        Block::Image(image) => {
            format!(
                "![{}]({} \"{words} | {}\")",
                image.alt, image.path, image.credit
            )
        }
    }
}

fn marked(story: &Story, prose: &Prose) -> String {
    let mut marks = Vec::new();
    for (index, span) in prose.spans.iter().enumerate() {
        let (before, after) = match &span.style {
            Style::Emphasis => ("*".to_owned(), "*".to_owned()),
            Style::Strong => ("**".to_owned(), "**".to_owned()),
            Style::Link(Link::Web(address)) => ("[".to_owned(), format!("]({address})")),
            Style::Link(Link::Place(place)) => {
                ("[".to_owned(), format!("](#{})", story.place(*place).key))
            }
            Style::Link(_) => continue,
        };
        let length = span.range.len();
        // Ends before starts, inner ends first; outer starts first. Of equals the later one is outside.
        marks.push((
            span.range.start,
            1,
            usize::MAX - length,
            usize::MAX - index,
            before,
        ));
        marks.push((span.range.end, 0, length, index, after));
    }
    marks.sort();
    let mut text = prose.text.clone();
    for (at, _, _, _, mark) in marks.into_iter().rev() {
        text.insert_str(at, &mark);
    }
    text
}

/// Dates of the events that a passage tells of.
pub fn dates(story: &Story, passage: PassageId) -> Vec<String> {
    let dates = &story.passage(passage).dates;
    dates.iter().map(ToString::to_string).collect()
}
