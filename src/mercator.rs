//! The projection of web maps: spherical Mercator, with the whole world on a square of side 1, x to the east and y to the
//! south. Formulas: Snyder, Map Projections – A Working Manual (1987), chapter 7.

use std::f64::consts::{PI, TAU};
use std::ops::Range;

/// Degrees north and south at which the square ends.
const LAST_LATITUDE: f64 = 85.0511;

pub fn x_from_lon(lon: f64) -> f64 {
    lon / 360.0 + 0.5
}

/// Into -180 to 180.
pub fn lon_from_x(x: f64) -> f64 {
    (x.rem_euclid(1.0) - 0.5) * 360.0
}

pub fn y_from_lat(lat: f64) -> f64 {
    0.5 - lat
        .clamp(-LAST_LATITUDE, LAST_LATITUDE)
        .to_radians()
        .tan()
        .asinh()
        / TAU
}

pub fn lat_from_y(y: f64) -> f64 {
    ((0.5 - y) * TAU).clamp(-PI, PI).sinh().atan().to_degrees()
}

/// A part of the square: its middle, and half its width and height.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub middle: (f64, f64),
    pub half: (f64, f64),
}

impl Part {
    pub fn holds(self, [x, y]: [f32; 2]) -> bool {
        let across = (f64::from(x) - self.middle.0).abs();
        // The nearest copy of the round world.
        let across = across.min(1.0 - across);
        across <= self.half.0 && (f64::from(y) - self.middle.1).abs() <= self.half.1
    }
}

/// What something lies within. It may go on east or west of the square, into the next copy of the round world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub west: f32,
    pub east: f32,
    pub north: f32,
    pub south: f32,
}

impl Bounds {
    /// Of some points; inside out where there are none.
    pub fn of(points: &[[f32; 2]]) -> Self {
        let none = Self {
            west: f32::INFINITY,
            east: f32::NEG_INFINITY,
            north: f32::INFINITY,
            south: f32::NEG_INFINITY,
        };
        points.iter().fold(none, |bounds, &[x, y]| Self {
            west: bounds.west.min(x),
            east: bounds.east.max(x),
            north: bounds.north.min(y),
            south: bounds.south.max(y),
        })
    }

    /// By how many worlds what lies within has to be moved to the east to show in this part of the map: not at all, once,
    /// or twice where both ends of a line are in view and it goes round behind them.
    pub fn copies(self, part: Part) -> Range<i32> {
        let ((x, y), (half_width, half_height)) = (part.middle, part.half);
        if f64::from(self.south) < y - half_height || f64::from(self.north) > y + half_height {
            return 0..0;
        }
        let first = (x - half_width - f64::from(self.east)).ceil();
        let last = (x + half_width - f64::from(self.west)).floor();
        first as i32..last as i32 + 1
    }
}
