//! A story as slides that the StoryMapJS viewer and editor take: numbers as numbers, and every slide with a text,
//! a media and a location, empty if need be, because they look into these without asking.

use serde::Serialize;

use super::{LANGUAGES, SPOKEN, ZERO};
use crate::format::carried;
use crate::format::prose_html::{address, escaped, html, inline};
use crate::story::{Block, Image, Passage, PassageId, Story};

#[derive(Serialize)]
struct File {
    storymap: StoryMap,
}

#[derive(Serialize)]
struct StoryMap {
    language: String,
    map_type: &'static str,
    map_as_image: bool,
    calculate_zoom: bool,
    slides: Vec<Slide>,
}

#[derive(Default, Serialize)]
struct Slide {
    #[serde(rename = "type")]
    kind: &'static str,
    uniqueid: String,
    date: String,
    location: Location,
    text: Text,
    media: Media,
}

#[derive(Default, Serialize)]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    lat: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lon: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zoom: Option<u8>,
    line: bool,
    name: String,
}

#[derive(Default, Serialize)]
struct Text {
    headline: String,
    text: String,
}

#[derive(Default, Serialize)]
struct Media {
    url: String,
    caption: String,
    credit: String,
    /// Not of its viewer, which passes over it.
    #[serde(skip_serializing_if = "String::is_empty")]
    alt: String,
}

pub(in crate::format) fn write(story: &Story) -> String {
    let overview = Slide {
        kind: "overview",
        text: Text {
            headline: escaped(&story.title.text),
            text: html(story, &story.introduction),
        },
        ..Slide::default()
    };
    let passages = story
        .passages()
        .map(|(id, passage)| slide(story, id, passage));
    let file = File {
        storymap: StoryMap {
            language: language(&story.language).unwrap_or("en").to_owned(),
            map_type: "osm:standard",
            map_as_image: false,
            calculate_zoom: true,
            slides: std::iter::once(overview).chain(passages).collect(),
        },
    };
    // Only texts and finite numbers, which JSON can hold.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Its code for a language, if its viewer speaks it.
pub(super) fn language(ours: &str) -> Option<&str> {
    let theirs = LANGUAGES.iter().find(|(_, known)| *known == ours);
    let code = theirs.map_or(ours, |(theirs, _)| theirs);
    SPOKEN.contains(&code).then_some(code)
}

fn slide(story: &Story, id: PassageId, passage: &Passage) -> Slide {
    let place = passage.places.first().map(|&place| story.place(place));
    let location = place.map_or_else(Location::default, |place| Location {
        lat: Some(not_zero(place.lat)),
        lon: Some(not_zero(place.lon)),
        zoom: Some(8),
        line: true,
        name: escaped(&place.name.text),
    });
    let (text, media) = match passage.blocks.split_last() {
        Some((Block::Image(image), before)) if !image.alt.is_empty() => {
            (before, media(story, image))
        }
        _ => (passage.blocks.as_slice(), Media::default()),
    };
    Slide {
        uniqueid: passage.key.to_string(),
        date: carried::date(story, id).map_or_else(String::new, |date| date.to_string()),
        location,
        text: Text {
            headline: escaped(&passage.title.text),
            text: html(story, text),
        },
        media,
        ..Slide::default()
    }
}

/// Only an image at the end is a slide's own: the viewer shows it below the text.
fn media(story: &Story, image: &Image) -> Media {
    Media {
        url: address(image),
        caption: inline(story, &image.caption),
        credit: escaped(&image.credit),
        alt: image.alt.clone(),
    }
}

fn not_zero(degrees: f64) -> f64 {
    if degrees == 0.0 { ZERO } else { degrees }
}
