//! The part of the world that a drawing shows.

use crate::basemap::archive::LAST_ZOOM;
use crate::basemap::{Point, Window, world_position};
use crate::story::{PlaceId, Story};

/// The smallest part of the world that is shown: about five degrees.
const CLOSEST: f64 = 0.014;

/// The part of the world that is shown, and how large. Units are those of the drawing.
pub struct View {
    pub window: Window,
    /// Units for the whole world.
    scale: f64,
    /// Width and height.
    pub size: Point,
}

impl View {
    /// All places, with so much room around them; across the edge of the world where they are nearer to each other there.
    pub fn of(story: &Story, size: Point, margin: f64) -> Self {
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

        let room = |length: f64| (length - 2.0 * margin).max(1.0);
        // No smaller than that the whole world is as high as the drawing, or there were nothing above and below it.
        let closest = (size.0.max(size.1) / CLOSEST).max(size.1);
        let scale = (room(size.0) / wide.max(1e-9))
            .min(room(size.1) / (bottom - top).max(1e-9))
            .clamp(size.1, closest);
        let (width, height) = (size.0 / scale, size.1 / scale);
        let north = f64::midpoint(top, bottom) - height / 2.0;
        Self {
            window: Window {
                west: west + wide / 2.0 - width / 2.0,
                north: north.clamp(0.0, (1.0 - height).max(0.0)),
                width,
                height,
            },
            scale,
            size,
        }
    }

    /// In the drawing, of a position on the plane.
    pub fn point(&self, (x, y): Point) -> Point {
        let Window { west, north, .. } = self.window;
        ((x - west) * self.scale, (y - north) * self.scale)
    }

    /// In the drawing, of a place: in whichever of the worlds is shown.
    pub fn place(&self, story: &Story, id: PlaceId) -> Point {
        let place = story.place(id);
        let (x, y) = world_position(place.lat, place.lon);
        self.point(((x - self.window.west).rem_euclid(1.0) + self.window.west, y))
    }

    /// The zoom of the tiles that are drawn at about this scale, of 512 units to a side.
    pub fn name_zoom(&self) -> u8 {
        const SIDE: f64 = 512.0;

        // The nearest one: half a zoom either way.
        let across = self.scale / SIDE * std::f64::consts::SQRT_2;
        (0..=LAST_ZOOM)
            .rev()
            .find(|&zoom| 2.0_f64.powi(i32::from(zoom)) <= across)
            .unwrap_or(0)
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
