//! Sea, land, water and borders below the story.

use std::fmt::Write as _;

use super::view::View;
use crate::basemap::{Outlines, Point, tile_zoom};
use crate::format::markup::Html;

/// How much of the ground is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ground {
    /// Land, lakes and borders, in few bytes: for pages.
    Plain,
    /// Rivers, coasts and provinces too, as fine as so many pixels for each unit can show.
    Full { pixels: f64 },
}

/// Of a unit: paths are written in whole ones.
const STEPS: f64 = 10.0;

pub fn write(view: &View, ground: Ground, svg: &mut Html) {
    let (width, height) = view.size;
    svg.add(format_args!(
        "<rect class=\"sea\" width=\"{width}\" height=\"{height}\"/>\n<g transform=\"scale(0.1)\">\n"
    ));
    let (tiles, smallest) = match ground {
        // Of three tiles from edge to edge the outlines have some thousand points.
        Ground::Plain => (3.0, 8),
        Ground::Full { pixels } => {
            /// Pixels of a tile, at least.
            const TILE: f64 = 360.0;

            let finest = (STEPS / 2.0 / pixels).round() as i64;
            ((width * pixels / TILE).clamp(3.0, 12.0), finest.max(1))
        }
    };
    let outlines = Outlines::of(&view.window, tile_zoom(view.window.width, tiles));
    let Outlines {
        land,
        lakes,
        borders,
        disputed,
        divisions,
        rivers,
        coasts,
    } = outlines;
    // From further out their lines are a thicket.
    let shows_provinces = view.name_zoom() >= 3;
    let line = |class: &'static str, lines| (class, lines, "");
    let area = |class: &'static str, rings| (class, rings, "z");
    let layers = match ground {
        Ground::Plain => vec![
            area("land", land),
            area("lake", lakes),
            line("border", borders),
            line("border disputed", disputed),
        ],
        Ground::Full { .. } => vec![
            line("shallows", coasts.clone()),
            area("land", land),
            line("river", rivers),
            area("lake", lakes),
            line("coast", coasts),
            line(
                "division",
                if shows_provinces {
                    divisions
                } else {
                    Vec::new()
                },
            ),
            line("border", borders),
            line("border disputed", disputed),
        ],
    };
    for (class, lines, end) in layers {
        let mut path = String::new();
        for line in lines {
            self::path(view, &line, (end, smallest), &mut path);
        }
        if !path.is_empty() {
            svg.add(format_args!("<path class=\"{class}\" d=\"{path}\"/>\n"));
        }
    }
    svg.push_str("</g>\n");
}

/// Each point from the one before; steps that are smaller than the smallest are left out.
fn path(view: &View, line: &[Point], (end, smallest): (&str, i64), path: &mut String) {
    let mut last: Option<(i64, i64)> = None;
    let mut steps = String::new();
    let mut count = 0;
    for &at in line {
        let (x, y) = view.point(at);
        let (x, y) = ((x * STEPS).round() as i64, (y * STEPS).round() as i64);
        let written = match last {
            None => write!(steps, "M{x} {y}l"),
            Some((from_x, from_y)) => {
                let (right, down) = (x - from_x, y - from_y);
                if right.abs().max(down.abs()) < smallest {
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
