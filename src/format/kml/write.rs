//! A story as placemarks, with a tour that flies from passage to passage and opens each one's balloon.

use std::fmt::Write as _;

use crate::format::carried;
use crate::format::prose_html::html;
use crate::story::{Passage, PassageId, Place, Story};

/// Seconds of a flight, and of a stay.
const FLIGHT: u32 = 3;
const STAY: u32 = 8;
/// Metres from which a place is looked at.
const RANGE: u32 = 150_000;

pub(in crate::format) fn write(story: &Story) -> String {
    let mut kml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <kml xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:gx=\"http://www.google.com/kml/ext/2.2\">\n",
    );
    let written = document(story, &mut kml);
    debug_assert!(written.is_ok(), "a text takes all that is written to it");
    kml.push_str("</kml>\n");
    kml
}

fn document(story: &Story, kml: &mut String) -> std::fmt::Result {
    writeln!(kml, "<Document xml:lang=\"{}\">", xml(&story.language))?;
    writeln!(kml, "<name>{}</name>", xml(&story.title.text))?;
    let introduction = html(story, &story.introduction);
    if !introduction.is_empty() {
        writeln!(kml, "<description>{}</description>", xml(&introduction))?;
    }
    for (_, item) in story.places() {
        place(item, kml)?;
    }
    for (id, item) in story.passages() {
        passage(story, id, item, kml)?;
    }
    for (_, connection) in story.connections() {
        let name = xml(&connection.name.text);
        writeln!(kml, "<Placemark><name>{name}</name>")?;
        data(&[("role", "connection"), ("id", &connection.key)], kml)?;
        write!(kml, "<LineString><tessellate>1</tessellate><coordinates>")?;
        let (from, to) = (story.place(connection.from), story.place(connection.to));
        writeln!(
            kml,
            "{} {}</coordinates></LineString></Placemark>",
            lon_lat(from),
            lon_lat(to)
        )?;
    }
    tour(story, kml)?;
    writeln!(kml, "</Document>")
}

/// A placemark without a balloon to open: the passages tell the story.
fn place(place: &Place, kml: &mut String) -> std::fmt::Result {
    writeln!(kml, "<Placemark><name>{}</name>", xml(&place.name.text))?;
    let note = carried::note_html(place);
    if !note.is_empty() {
        writeln!(kml, "<description>{}</description>", xml(&note))?;
    }
    data(&[("role", "place"), ("id", &place.key)], kml)?;
    point(place, kml)?;
    writeln!(kml, "</Placemark>")
}

fn passage(story: &Story, id: PassageId, passage: &Passage, kml: &mut String) -> std::fmt::Result {
    let place = passage.places.first().map(|&place| story.place(place));
    writeln!(kml, "<Placemark id=\"{}\">", target(passage))?;
    writeln!(kml, "<name>{}</name>", xml(&passage.title.text))?;
    let text = html(story, &passage.blocks);
    writeln!(kml, "<description>{}</description>", xml(&text))?;
    if let Some(date) = carried::date(story, id) {
        writeln!(kml, "<TimeStamp><when>{date}</when></TimeStamp>")?;
    }
    let topics: Vec<_> = passage
        .topics
        .iter()
        .map(|&topic| story.topic(topic).name.text.as_str())
        .collect();
    let topics = topics.join("; ");
    let name = place.map_or("", |place| place.name.text.as_str());
    data(
        &[
            ("role", "passage"),
            ("id", &passage.key),
            ("place", name),
            ("topics", &topics),
        ],
        kml,
    )?;
    if let Some(place) = place {
        point(place, kml)?;
    }
    writeln!(kml, "</Placemark>")
}

fn tour(story: &Story, kml: &mut String) -> std::fmt::Result {
    writeln!(
        kml,
        "<gx:Tour><name>{}</name><gx:Playlist>",
        xml(&story.title.text)
    )?;
    for (_, passage) in story.passages() {
        if let Some(place) = passage.places.first().map(|&place| story.place(place)) {
            write!(
                kml,
                "<gx:FlyTo><gx:duration>{FLIGHT}</gx:duration><gx:flyToMode>bounce</gx:flyToMode>"
            )?;
            write!(
                kml,
                "<LookAt><longitude>{}</longitude><latitude>{}</latitude>",
                place.lon, place.lat
            )?;
            writeln!(
                kml,
                "<altitude>0</altitude><heading>0</heading><tilt>0</tilt><range>{RANGE}</range></LookAt></gx:FlyTo>"
            )?;
        }
        let target = target(passage);
        balloon(&target, 1, kml)?;
        writeln!(kml, "<gx:Wait><gx:duration>{STAY}</gx:duration></gx:Wait>")?;
        balloon(&target, 0, kml)?;
    }
    writeln!(kml, "</gx:Playlist></gx:Tour>")
}

/// Opens (1) or closes (0) a balloon.
fn balloon(target: &str, visibility: u8, kml: &mut String) -> std::fmt::Result {
    write!(
        kml,
        "<gx:AnimatedUpdate><gx:duration>0</gx:duration><Update><targetHref/><Change>"
    )?;
    write!(
        kml,
        "<Placemark targetId=\"{target}\"><gx:balloonVisibility>{visibility}</gx:balloonVisibility></Placemark>"
    )?;
    writeln!(kml, "</Change></Update></gx:AnimatedUpdate>")
}

/// An id as XML has them, which begin with a letter.
fn target(passage: &Passage) -> String {
    format!("passage-{}", passage.key)
}

fn data(pairs: &[(&str, &str)], kml: &mut String) -> std::fmt::Result {
    write!(kml, "<ExtendedData>")?;
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        write!(
            kml,
            "<Data name=\"{name}\"><value>{}</value></Data>",
            xml(value)
        )?;
    }
    writeln!(kml, "</ExtendedData>")
}

fn point(place: &Place, kml: &mut String) -> std::fmt::Result {
    writeln!(
        kml,
        "<Point><coordinates>{}</coordinates></Point>",
        lon_lat(place)
    )
}

fn lon_lat(place: &Place) -> String {
    format!("{},{}", place.lon, place.lat)
}

/// A text as it stands in XML; characters that XML cannot hold are marked.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            other => escaped.push(other),
        }
    }
    escaped
}
