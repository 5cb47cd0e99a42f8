//! A story as features: places as points, passages as points at their first place, connections as lines.

use serde::Serialize;

use crate::format::carried;
use crate::format::prose_html::html;
use crate::story::{Place, Story};

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    geometry: Option<Geometry>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Point([f64; 2]),
    LineString([[f64; 2]; 2]),
}

#[derive(Default, Serialize)]
struct Properties<'a> {
    role: &'static str,
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    place: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<&'a str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    date: String,
}

pub(in crate::format) fn write(story: &Story) -> String {
    let places = story.places().map(|(_, place)| {
        feature(
            Some(point(place)),
            Properties {
                role: "place",
                id: &place.key,
                name: &place.name.text,
                description: carried::note_html(place),
                ..Properties::default()
            },
        )
    });
    let passages = story.passages().map(|(id, passage)| {
        let place = passage.places.first().map(|&place| story.place(place));
        let topics = passage.topics.iter();
        feature(
            place.map(point),
            Properties {
                role: "passage",
                id: &passage.key,
                title: &passage.title.text,
                description: html(story, &passage.blocks),
                place: place.map_or("", |place| &place.name.text),
                topics: topics
                    .map(|&topic| story.topic(topic).name.text.as_str())
                    .collect(),
                date: carried::date(story, id).map_or_else(String::new, |date| date.to_string()),
                ..Properties::default()
            },
        )
    });
    let connections = story.connections().map(|(_, connection)| {
        let ends = [connection.from, connection.to].map(|end| position(story.place(end)));
        feature(
            Some(Geometry::LineString(ends)),
            Properties {
                role: "connection",
                id: &connection.key,
                name: &connection.name.text,
                ..Properties::default()
            },
        )
    });
    let collection = Collection {
        kind: "FeatureCollection",
        title: &story.title.text,
        language: &story.language,
        description: html(story, &story.introduction),
        features: places.chain(passages).chain(connections).collect(),
    };
    // Only texts and finite numbers, which JSON can hold.
    serde_json::to_string_pretty(&collection).unwrap_or_default() + "\n"
}

fn feature(geometry: Option<Geometry>, properties: Properties<'_>) -> Feature<'_> {
    Feature {
        kind: "Feature",
        geometry,
        properties,
    }
}

fn point(place: &Place) -> Geometry {
    Geometry::Point(position(place))
}

/// Longitude first.
fn position(place: &Place) -> [f64; 2] {
    [place.lon, place.lat]
}
