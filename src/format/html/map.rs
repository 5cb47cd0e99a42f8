//! The map of a page: outlines, connections and numbered markers as vectors.

use std::fmt::Write as _;

use super::markers::{self, Marker, RADIUS};
use super::markup::{Html, escaped};
use super::page::Page;
use crate::basemap::{Outlines, Point, Window, world_position};
use crate::story::{PlaceId, Story};

/// Units of the picture.
const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 620.0;
/// Around the outermost markers.
const MARGIN: f64 = 70.0;
/// The smallest part of the world that is shown: about five degrees.
const CLOSEST: f64 = 0.014;

pub fn write(page: &Page<'_>, html: &mut Html) {
    let story = page.story;
    if story.places().len() == 0 {
        return;
    }
    let prominent = story.prominent_places();
    let view = View::of(story);
    let names: Vec<_> = prominent
        .iter()
        .map(|&id| format!("{} {}", id.index() + 1, page.name(&story.place(id).name)))
        .collect();
    let label = format!("{}: {}", page.words.map, names.join(page.words.comma));
    html.add(format_args!(
        "<figure class=\"map\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">\n\
         <rect class=\"sea\" width=\"{WIDTH}\" height=\"{HEIGHT}\"/>\n",
        escaped(&label)
    ));
    view.ground(html);
    connections(story, &view, html);
    others(story, &view, html);
    marked(page, prominent, &view, html);
    html.push_str("</svg>\n<figcaption>");
    html.push_str(&escaped(page.words.credit));
    html.push_str("</figcaption>\n</figure>\n");
}

/// The part of the world that is shown.
struct View {
    window: Window,
    /// Units of the picture for the whole world.
    scale: f64,
}

impl View {
    /// All places, with room around them; across the edge of the world where they are nearer to each other there.
    fn of(story: &Story) -> Self {
        let positions = || {
            let places = story.places();
            places.map(|(_, place)| world_position(place.lat, place.lon))
        };
        let mut across: Vec<f64> = positions().map(|(x, _)| x).collect();
        across.sort_by(f64::total_cmp);
        let (west, wide) = narrowest(&across);
        let down = positions().map(|(_, y)| y);
        let (top, bottom) = down.fold((1.0_f64, 0.0_f64), |(top, bottom), y| {
            (top.min(y), bottom.max(y))
        });

        let room = |length: f64| length - 2.0 * MARGIN;
        let closest = WIDTH / CLOSEST;
        let scale = (room(WIDTH) / wide.max(1e-9))
            .min(room(HEIGHT) / (bottom - top).max(1e-9))
            .clamp(HEIGHT, closest);
        let (width, height) = (WIDTH / scale, HEIGHT / scale);
        let north = f64::midpoint(top, bottom) - height / 2.0;
        Self {
            window: Window {
                west: west + wide / 2.0 - width / 2.0,
                north: north.clamp(0.0, (1.0 - height).max(0.0)),
                width,
                height,
            },
            scale,
        }
    }

    /// In the picture, of a position on the plane.
    fn point(&self, (x, y): Point) -> Point {
        let Window { west, north, .. } = self.window;
        ((x - west) * self.scale, (y - north) * self.scale)
    }

    /// In the picture, of a place: in whichever of the worlds is shown.
    fn place(&self, story: &Story, id: PlaceId) -> Point {
        let place = story.place(id);
        let (x, y) = world_position(place.lat, place.lon);
        let (x, y) = self.point(((x - self.window.west).rem_euclid(1.0) + self.window.west, y));
        (x, y)
    }

    fn ground(&self, svg: &mut Html) {
        let outlines = Outlines::of(&self.window);
        // A tenth of a unit is finer than any screen or printer shows.
        svg.push_str("<g transform=\"scale(0.1)\">\n");
        for (class, lines, end) in [
            ("land", outlines.land, "z"),
            ("lake", outlines.lakes, "z"),
            ("border", outlines.borders, ""),
        ] {
            let mut path = String::new();
            for line in lines {
                self.path(&line, end, &mut path);
            }
            if !path.is_empty() {
                svg.add(format_args!(
                    "<path class=\"{class}\" d=\"{path}\"/>
"
                ));
            }
        }
        svg.push_str("</g>\n");
    }

    /// In whole tenths of a unit, each point from the one before; steps too small to be seen are left out.
    fn path(&self, line: &[Point], end: &str, path: &mut String) {
        const SMALLEST: i64 = 8;

        let mut last: Option<(i64, i64)> = None;
        let mut steps = String::new();
        let mut count = 0;
        for &at in line {
            let (x, y) = self.point(at);
            let (x, y) = ((x * 10.0).round() as i64, (y * 10.0).round() as i64);
            let written = match last {
                None => write!(steps, "M{x} {y}l"),
                Some((from_x, from_y)) => {
                    let (right, down) = (x - from_x, y - from_y);
                    if right.abs().max(down.abs()) < SMALLEST {
                        continue;
                    }
                    count += 1;
                    write!(steps, "{right} {down} ")
                }
            };
            debug_assert!(written.is_ok(), "a string takes any text");
            last = Some((x, y));
        }
        let fewest = if end.is_empty() { 1 } else { 2 };
        if count >= fewest {
            path.push_str(steps.trim_end());
            path.push_str(end);
        }
    }
}

/// Where the shortest stretch begins that holds all of them, and how long it is.
fn narrowest(sorted: &[f64]) -> Point {
    let (Some(&first), Some(&last)) = (sorted.first(), sorted.last()) else {
        return (0.0, 1.0);
    };
    let mut best = (first, last - first);
    for (&before, &after) in sorted.iter().zip(sorted.iter().skip(1)) {
        let around = 1.0 - (after - before);
        if around < best.1 {
            best = (after, around);
        }
    }
    best
}

fn connections(story: &Story, view: &View, svg: &mut Html) {
    for (_, connection) in story.connections() {
        let [(x1, y1), (x2, y2)] =
            [connection.from, connection.to].map(|end| view.place(story, end));
        // A slight bow tells it apart from a border.
        let (x, y) = (
            f64::midpoint(x1, x2) + (y2 - y1) * 0.12,
            f64::midpoint(y1, y2) - (x2 - x1) * 0.12,
        );
        svg.add(format_args!(
            "<path class=\"connection\" d=\"M{x1:.1} {y1:.1}Q{x:.1} {y:.1} {x2:.1} {y2:.1}\"/>\n"
        ));
    }
}

/// Of very large stories most places are dots only.
fn others(story: &Story, view: &View, svg: &mut Html) {
    let prominent = story.prominent_places();
    for (id, _) in story.places() {
        if prominent.binary_search(&id).is_err() {
            let (x, y) = view.place(story, id);
            svg.add(format_args!(
                "<circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2\"/>\n"
            ));
        }
    }
}

fn marked(page: &Page<'_>, places: &[PlaceId], view: &View, svg: &mut Html) {
    let story = page.story;
    let name = |id: PlaceId| page.name(&story.place(id).name);
    let markers: Vec<_> = places
        .iter()
        .map(|&id| Marker {
            at: view.place(story, id),
            name_width: width(name(id)),
        })
        .collect();
    let placed = markers::place(&markers, (WIDTH, HEIGHT));
    // Below all discs: from a disc that had to make room to where its place is.
    for (marker, placed) in markers.iter().zip(&placed) {
        let ((from_x, from_y), (x, y)) = (marker.at, placed.disc);
        if marker.at != placed.disc {
            svg.add(format_args!(
                "<path class=\"leader\" d=\"M{from_x:.1} {from_y:.1}L{x:.1} {y:.1}\"/>\
                 <circle class=\"dot\" cx=\"{from_x:.1}\" cy=\"{from_y:.1}\" r=\"2.5\"/>\n"
            ));
        }
    }
    for (placed, &id) in placed.iter().zip(places) {
        let ((x, y), number) = (placed.disc, id.index() + 1);
        let foot = y + 4.0;
        svg.add(format_args!(
            "<circle class=\"marker\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{RADIUS}\"/>\
             <text class=\"number\" x=\"{x:.1}\" y=\"{foot:.1}\">{number}</text>\n"
        ));
        if let Some((x, y)) = placed.name {
            let name = escaped(name(id));
            svg.add(format_args!(
                "<text class=\"name\" x=\"{x:.1}\" y=\"{y:.1}\">{name}</text>\n"
            ));
        }
    }
}

/// At most, about, in units of the picture, as the reader's fonts may be wide: a Chinese character is twice as wide as a letter.
fn width(name: &str) -> f64 {
    let letters = name.chars().map(|character| match character {
        '\u{2E80}'.. => 15.5,
        'A'..='Z' => 12.0,
        _ => 10.0,
    });
    letters.sum()
}
