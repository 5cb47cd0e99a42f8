//! The map of a page, as vectors: once for wide windows and paper, once for phones, of which the style shows one.

use super::page::Page;
use crate::basemap::Point;
use crate::format::drawing::{Drawing, Ground, NAME_SIZE, View};
use crate::format::markup::{Html, escaped};

/// Class, size, and room around the outermost markers. Units are pixels where the column is as wide as that.
const DRAWINGS: [(&str, Point, f64); 2] = [
    ("wide", (1000.0, 620.0), 70.0),
    ("narrow", (420.0, 400.0), 44.0),
];

pub fn write(page: &Page<'_>, html: &mut Html) {
    let story = page.story;
    if story.places().len() == 0 {
        return;
    }
    let prominent = story.prominent_places();
    let names: Vec<_> = prominent
        .iter()
        .map(|&id| format!("{} {}", id.index() + 1, page.name(&story.place(id).name)))
        .collect();
    let label = format!("{}: {}", page.words.map, names.join(page.words.comma));
    html.push_str("<figure class=\"map\">\n");
    for (class, size, margin) in DRAWINGS {
        let drawing = Drawing {
            story,
            view: View::of(story, size, margin),
            ground: Ground::Plain,
            ground_names: None,
            name: &|id| page.name(&story.place(id).name).to_owned(),
            measure: &|name| width(name) / NAME_SIZE,
        };
        html.add(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n",
            size.0, size.1, escaped(&label)
        ));
        drawing.write(html);
        html.push_str("</svg>\n");
    }
    html.push_str("<figcaption>");
    html.push_str(&escaped(page.words.credit));
    html.push_str("</figcaption>\n</figure>\n");
}

/// At most, about, as the reader's fonts may be wide: a Chinese character is twice as wide as a letter.
fn width(name: &str) -> f64 {
    let letters = name.chars().map(|character| match character {
        '\u{2E80}'.. => 15.5,
        'A'..='Z' => 12.0,
        _ => 10.0,
    });
    letters.sum()
}
