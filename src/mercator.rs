//! The projection of web maps: spherical Mercator, with the whole world on a square of side 1, x to the east and y to the
//! south. Formulas: Snyder, Map Projections – A Working Manual (1987), chapter 7.

use std::f64::consts::{PI, TAU};

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
