//! The connections of a story as lines on the map, along the great circle: the straight way on the globe.

use std::cmp::Reverse;
use std::iter;

use crate::mercator::{Bounds, x_from_lon, y_from_lat};
use crate::story::{Connection, ConnectionId, Place, Story};

/// Degrees of a great circle that are drawn as one straight piece, and the most and fewest pieces of a line.
const PIECE: f64 = 1.5;
const FEWEST: f64 = 8.0;
const MOST: f64 = 96.0;

/// All connections, those first of which the most passages tell at their ends; of equals as the story has them.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    weightiest: Vec<(ConnectionId, Bounds)>,
}

/// From one end to the other, in worlds from the map's north west, without a leap at 180°: it may go on into the next copy.
pub struct Line {
    pub points: Vec<(f64, f64)>,
}

impl Lines {
    pub fn of(story: &Story) -> Self {
        let mentions = |place| story.passages_of_place(place).len();
        let weight = |connection: &Connection| mentions(connection.from) + mentions(connection.to);
        let mut all: Vec<_> = story.connections().collect();
        all.sort_by_key(|(_, connection)| Reverse(weight(connection)));
        let with_bounds = |(id, connection): (_, &Connection)| {
            let ends = [connection.from, connection.to];
            (id, bounds(ends.map(|place| story.place(place))))
        };
        Self {
            weightiest: all.into_iter().map(with_bounds).collect(),
        }
    }

    pub fn weightiest(&self) -> impl Iterator<Item = (ConnectionId, Bounds)> {
        self.weightiest.iter().copied()
    }
}

impl Line {
    pub fn between([from, to]: [&Place; 2]) -> Self {
        let (a, b) = (on_globe(from), on_globe(to));
        let angle = dot(a, b).clamp(-1.0, 1.0).acos();
        let pieces = (angle / PIECE.to_radians()).ceil().clamp(FEWEST, MOST);
        let mut x = x_from_lon(from.lon);
        let parts = iter::successors(Some(0.0), |piece| Some(piece + 1.0));
        let point = |piece: f64| {
            let (lat, lon) = along(a, b, angle, piece / pieces);
            let next = x_from_lon(lon);
            // The copy nearest to the point before.
            x = next + (x - next).round();
            (x, y_from_lat(lat))
        };
        let points = parts.take_while(|piece| *piece <= pieces).map(point);
        Self {
            points: points.collect(),
        }
    }
}

/// What the line between two places lies within, without a look at its points.
pub fn bounds([from, to]: [&Place; 2]) -> Bounds {
    /// So near to the other side of the globe the line may go either way.
    const OPPOSITE: f64 = 1e-3;
    let (a, b) = (on_globe(from), on_globe(to));
    let x = x_from_lon(from.lon);
    let next = x_from_lon(to.lon);
    let across = next + (x - next).round() - x;
    let (y, last) = (y_from_lat(from.lat), y_from_lat(to.lat));
    if across.abs() > 0.5 - OPPOSITE {
        return Bounds {
            west: (x - 0.5) as f32,
            east: (x + 0.5) as f32,
            north: 0.0,
            south: 1.0,
        };
    }
    let (mut north, mut south) = (y.min(last), y.max(last));
    // Whether it sets off to the north, and whether it arrives so.
    let cos = dot(a, b);
    let [[.., up_a], [.., up_b]] = [a, b];
    let (sets_off, arrives) = (up_b - cos * up_a > 0.0, cos * up_b - up_a > 0.0);
    if sets_off != arrives {
        // Where it turns: the angle between the circle's plane and the equator's.
        let [level_x, level_y, up] = cross(a, b);
        let turn = level_x.hypot(level_y).atan2(up.abs()).to_degrees();
        if sets_off {
            north = y_from_lat(turn);
        } else {
            south = y_from_lat(-turn);
        }
    }
    Bounds {
        west: x.min(x + across) as f32,
        east: x.max(x + across) as f32,
        north: north as f32,
        south: south as f32,
    }
}

/// Degrees north and east of what is a part of the way along the great circle, whose `angle` is in radians.
fn along(a: [f64; 3], b: [f64; 3], angle: f64, part: f64) -> (f64, f64) {
    let (of_a, of_b) = if angle < 1e-9 {
        (1.0 - part, part)
    } else {
        (
            ((1.0 - part) * angle).sin() / angle.sin(),
            (part * angle).sin() / angle.sin(),
        )
    };
    let ([a_x, a_y, a_up], [b_x, b_y, b_up]) = (a, b);
    let (x, y) = (a_x * of_a + b_x * of_b, a_y * of_a + b_y * of_b);
    let up = a_up * of_a + b_up * of_b;
    (up.atan2(x.hypot(y)).to_degrees(), y.atan2(x).to_degrees())
}

/// A unit vector from the middle of the globe.
fn on_globe(place: &Place) -> [f64; 3] {
    let (lat, lon) = (place.lat.to_radians(), place.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn cross([a_x, a_y, a_z]: [f64; 3], [b_x, b_y, b_z]: [f64; 3]) -> [f64; 3] {
    [
        a_y * b_z - a_z * b_y,
        a_z * b_x - a_x * b_z,
        a_x * b_y - a_y * b_x,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;
    use crate::mercator::Part;
    use std::fmt::Write as _;

    /// A place at each of the points, and a connection from each to the next.
    fn chain(points: &[(f64, f64)]) -> Story {
        let mut file = String::from("+++\nformat = 1\ntitle = \"T\"\n");
        for (i, (lat, lon)) in points.iter().enumerate() {
            let place = "[[place]]\nid = \"p";
            let name = format_args!("{i}\"\nname = \"{i}\"");
            writeln!(file, "{place}{name}\nlat = {lat:.4}\nlon = {lon:.4}").unwrap();
        }
        for i in 1..points.len() {
            let from = i - 1;
            writeln!(file, "[[connection]]\nfrom = \"p{from}\"\nto = \"p{i}\"").unwrap();
        }
        file += "+++\n# A passage\n\n[here](#p2)\n";
        format::read(file.as_bytes()).unwrap().story
    }

    #[test]
    fn a_line_lies_within_its_bounds_and_fills_them() {
        let spread = |i: i32| {
            let part = |step: f64| (f64::from(i) * step).fract();
            (
                part(0.754_877) * 160.0 - 80.0,
                part(0.569_84) * 358.0 - 179.0,
            )
        };
        let points: Vec<_> = (0..400).map(spread).collect();
        let story = chain(&points);
        for (id, bounds) in Lines::of(&story).weightiest() {
            let connection = story.connection(id);
            let ends = [connection.from, connection.to].map(|place| story.place(place));
            let line = Line::between(ends);
            let of = |axis: fn(&(f64, f64)) -> f64| {
                let all = line.points.iter().map(axis);
                all.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), at| {
                    (least.min(at), most.max(at))
                })
            };
            let ((west, east), (north, south)) = (of(|point| point.0), of(|point| point.1));
            let Bounds {
                west: w,
                east: e,
                north: n,
                south: s,
            } = bounds;
            let [w, e, n, s] = [w, e, n, s].map(f64::from);
            let within = [west - w, e - east, north - n, s - south];
            assert!(
                within.iter().all(|room| *room > -1e-6),
                "{ends:?}: {within:?}"
            );
            let is_whole = e - w > 0.99;
            assert!(
                is_whole || within.iter().all(|room| *room < 0.01),
                "{ends:?}: {within:?}"
            );
        }
    }

    #[test]
    fn the_weightiest_comes_first_and_a_line_shows_in_each_copy_of_the_world() {
        let story = chain(&[(0.0, 0.0), (0.0, 90.0), (0.0, 179.0), (0.0, -170.0)]);
        let lines = Lines::of(&story);
        let order: Vec<usize> = lines.weightiest().map(|(id, _)| id.index()).collect();
        assert_eq!(order, [1, 2, 0], "the passage tells of the third place");
        let (_, across) = lines.weightiest().nth(1).unwrap();
        let copies = |x: f64| {
            across.copies(Part {
                middle: (x, 0.5),
                half: (0.1, 0.1),
            })
        };
        assert_eq!(
            [copies(0.95), copies(0.02), copies(0.5)],
            [0..1, -1..0, 0..0]
        );
    }
}
