//! A story as a table: a row for the story, one for each place, one for each passage.

use crate::format::carried;
use crate::format::prose_html::html;
use crate::story::Story;

const HEADER: [&str; 10] = [
    "role", "id", "title", "text", "place", "lat", "lon", "date", "topics", "language",
];

/// With a byte order mark, without which Excel takes Chinese for something else.
pub(in crate::format) fn write(story: &Story) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut written = table.write_record(HEADER);
    let mut row = |cells: [String; 10]| {
        if written.is_ok() {
            written = table.write_record(cells.map(guarded));
        }
    };
    let none = String::new;
    row([
        "story".to_owned(),
        none(),
        story.title.text.to_string(),
        html(story, &story.introduction),
        none(),
        none(),
        none(),
        none(),
        none(),
        story.language.clone(),
    ]);
    for (_, place) in story.places() {
        row([
            "place".to_owned(),
            place.key.to_string(),
            none(),
            carried::note_html(place),
            place.name.text.to_string(),
            place.lat.to_string(),
            place.lon.to_string(),
            none(),
            none(),
            none(),
        ]);
    }
    for (id, passage) in story.passages() {
        let place = passage.places.first().map(|&place| story.place(place));
        let topics = passage.topics.iter();
        let topics: Vec<_> = topics
            .map(|&topic| story.topic(topic).name.text.as_str())
            .collect();
        let degrees =
            |degrees: Option<f64>| degrees.map_or_else(none, |degrees| degrees.to_string());
        row([
            "passage".to_owned(),
            passage.key.to_string(),
            passage.title.text.to_string(),
            html(story, &passage.blocks),
            place.map_or_else(none, |place| place.name.text.to_string()),
            degrees(place.map(|place| place.lat)),
            degrees(place.map(|place| place.lon)),
            carried::date(story, id).map_or_else(none, |date| date.to_string()),
            topics.join("; "),
            none(),
        ]);
    }
    debug_assert!(written.is_ok(), "a text takes all that is written to it");
    let bytes = table.into_inner().unwrap_or_default();
    format!("\u{FEFF}{}", String::from_utf8_lossy(&bytes))
}

/// A text that a spreadsheet would run begins with a sign that it does not show.
fn guarded(cell: String) -> String {
    if is_formula(&cell) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// Numbers are none.
pub(super) fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t']) && cell.parse::<f64>().is_err()
}
