//! A story, its translation, and what is told of them.

use std::path::Path;

use dateline::format::{Reading, Translation};
use dateline::story::{Block, PassageId, PlaceId, Story};

use crate::stories::{file, read, told};

/// The translation of the readme's example.
pub fn translated_example() -> &'static str {
    let readme = include_str!("../../assets/story/README.md");
    let (_, rest) = readme.split_once("## Translations").unwrap();
    let (_, rest) = rest.split_once("```markdown\n").unwrap();
    rest.split_once("```\n").unwrap().0
}

pub fn told_of(translation: &Translation) -> Vec<String> {
    told(&Reading {
        problems: translation.problems.clone(),
        text: translation.text.clone(),
        ..Reading::default()
    })
}

pub fn languages(story: &Story) -> Vec<&str> {
    story.languages().collect()
}

/// A story with two places and two passages.
pub fn original() -> Reading {
    let place = "[[place]]\nid = \"guiyang\"\nname = \"Guiyang\"\nlat = 26.6\nlon = 106.7";
    let body = "In [Bijie](#bijie).\n\n## Second {#second}\nIn [Guiyang](#guiyang).";
    let text = file(place, body).replace("## Passage {#first}", "Introduction.\n\n## One {#first}");
    read(&text)
}

/// A whole translation of that story; `front` and `body` come after it.
pub fn translation(front: &str, body: &str) -> String {
    format!(
        "+++\nformat = 1\nlanguage = \"zh\"\n{front}\n+++\n引言。\n\n## 一 {{#first}}\n在[毕节](#bijie)。\n\n## 二 {{#second}}\n在[贵阳](#guiyang)。\n{body}"
    )
}

/// The story with a translation, and what is told of the translation.
pub fn translated(text: &str) -> (Story, Vec<String>) {
    with(original(), text.as_bytes())
}

pub fn with(mut reading: Reading, bytes: &[u8]) -> (Story, Vec<String>) {
    reading.translate(Path::new("a.zh.md"), "zh", bytes);
    let told = told_of(reading.translations.first().unwrap());
    (reading.story, told)
}

pub fn text(blocks: Option<&[Block]>) -> Option<String> {
    let texts: Vec<_> = blocks?
        .iter()
        .map(|block| block.prose().text.clone())
        .collect();
    Some(texts.join("|"))
}

pub fn passage(story: &Story, index: usize) -> PassageId {
    story.passages().nth(index).unwrap().0
}

pub fn bijie(story: &Story) -> PlaceId {
    let mut places = story.places();
    places.find(|(_, place)| place.key == "bijie").unwrap().0
}
