//! What a placemark draws: a point, a line, or something that is not shown.

use crate::format::xml::Element;
use crate::story::problem::Term;

pub(super) enum Shape<'a> {
    Point(&'a Element),
    Line(&'a Element),
    NotShown(Term),
}

/// All shapes of a placemark; groups are opened.
pub(super) fn shapes<'a>(placemark: &'a Element, found: &mut Vec<Shape<'a>>) {
    for child in &placemark.children {
        match child.name.as_str() {
            "Point" => found.push(Shape::Point(child)),
            "LineString" | "LinearRing" => found.push(Shape::Line(child)),
            "MultiGeometry" => shapes(child, found),
            "Polygon" => found.push(Shape::NotShown(Term::Polygon)),
            "Model" => found.push(Shape::NotShown(Term::Model)),
            "Track" | "MultiTrack" => found.push(Shape::NotShown(Term::Track)),
            _ => {}
        }
    }
}

/// Longitude and latitude of each position, as KML has them; none for those that are no numbers.
pub(super) fn positions(shape: &Element) -> Vec<Option<(f64, f64)>> {
    const MOST: usize = 100_000;

    let text = shape.text_of("coordinates");
    // Blanks stand between positions, but some put them around the commas too.
    let parts = text.split(',').map(str::trim);
    let text = parts.collect::<Vec<_>>().join(",");
    text.split_whitespace().take(MOST).map(lon_lat).collect()
}

fn lon_lat(text: &str) -> Option<(f64, f64)> {
    let mut numbers = text.split(',').map(|number| number.trim().parse::<f64>());
    let (lon, lat) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    (lon.is_finite() && lat.is_finite()).then_some((lon, lat))
}
