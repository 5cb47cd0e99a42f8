//! A story as a file of this format: reading it gives the same story again.
//!
//! What a story cannot be told apart by is not kept: remarks, the order of keys, which ids were made from names.

mod blocks;
mod drafted;
mod front_matter;
mod inline;
mod toml_text;

use std::fmt::Write as _;

use smol_str::SmolStr;

use super::heading::encoded;
use super::prose;
use crate::story::draft::{Draft, Field};
use crate::story::{Passage, Story};
use inline::Care;

/// The story's own file, with names and notes in all languages, and the text in the story's.
pub fn write(story: &Story) -> String {
    let mut file = front_matter::write(story);
    blocks::write(&mut file, story, &story.introduction);
    for (_, passage) in story.passages() {
        let braces = attributes(story, passage);
        heading(&mut file, &passage.title.text, &braces);
        blocks::write(&mut file, story, &passage.blocks);
    }
    file
}

/// The file beside it with the text in one more language; none where the story has no text in that language, or is
/// written in it.
pub fn write_translation(story: &Story, language: &str) -> Option<String> {
    story
        .languages()
        .skip(1)
        .find(|&translated| translated == language)?;
    let mut file = front_matter::write_translation(story, language);
    let introduction = story.introduction_in(language).unwrap_or_default();
    blocks::write(&mut file, story, introduction);
    for (id, passage) in story.passages() {
        let title = passage.title.translations.get(language);
        let text = story.blocks_in(id, language);
        if title.is_some() || text.is_some() {
            let title = title.map(SmolStr::as_str).unwrap_or_default();
            heading(&mut file, title, &format!("#{}", passage.key));
            blocks::write(&mut file, story, text.unwrap_or_default());
        }
    }
    Some(file)
}

/// With as few escapes as it takes to be read as it is.
fn heading(file: &mut String, title: &str, braces: &str) {
    let [light, heavy] = [Care::Light, Care::Heavy].map(|care| {
        let title = inline::text(title, care);
        let blank = if title.is_empty() { "" } else { " " };
        format!("## {title}{blank}{{{braces}}}\n")
    });
    let is_read = |written: &str| {
        let mut draft = Draft::default();
        prose::read(written, 0..written.len(), &mut draft);
        draft.passages.first().is_some_and(|passage| {
            let text = &passage.entry.name.text;
            let is_same = match text {
                Field::Given(read) => read.value == title,
                Field::Missing | Field::Wrong => title.is_empty(),
            };
            is_same && matches!(passage.entry.id, Field::Given(_))
        })
    };
    file.push('\n');
    file.push_str(if is_read(&light) { &light } else { &heavy });
}

fn attributes(story: &Story, passage: &Passage) -> String {
    let mut parts = vec![format!("#{}", passage.key)];
    let topics = passage.topics.iter();
    parts.extend(topics.map(|&topic| format!(".{}", story.topic(topic).key)));
    if !passage.paragraphs.is_empty() {
        parts.push(format!("paragraph={}", numbers(&passage.paragraphs)));
    }
    for (language, title) in &passage.title.translations {
        // Others are the headings of their own file.
        if !story.languages().skip(1).any(|other| other == language) {
            parts.push(format!("title_{language}=\"{}\"", encoded(title)));
        }
    }
    parts.join(" ")
}

/// As in `6-7,9`.
fn numbers(numbers: &[u32]) -> String {
    let mut text = String::new();
    let mut rest = numbers;
    while let Some((&first, _)) = rest.split_first() {
        let run = (first..)
            .zip(rest)
            .take_while(|(expected, number)| expected == *number)
            .count();
        let last = rest.get(run.saturating_sub(1)).copied().unwrap_or(first);
        rest = rest.get(run.max(1)..).unwrap_or_default();
        let comma = if text.is_empty() { "" } else { "," };
        let written = if last > first {
            write!(text, "{comma}{first}-{last}")
        } else {
            write!(text, "{comma}{first}")
        };
        debug_assert!(written.is_ok(), "a string takes any text");
    }
    text
}
