//! Points on the Earth, and which of them are the same place.

use crate::story::FileSpan;
use crate::story::limits;
use crate::story::problem::{ProblemKind, Problems};

/// A point on the Earth that the map can show, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::format) struct Position {
    pub lat: f64,
    pub lon: f64,
    pub span: Option<FileSpan>,
}

/// The position, unless the map cannot show it, which is told. Once around the Earth is where one began.
pub(super) fn position(
    lat: f64,
    lon: f64,
    span: Option<FileSpan>,
    problems: &mut Problems,
) -> Option<Position> {
    if !(-limits::LATITUDE..=limits::LATITUDE).contains(&lat) {
        let swapped = (-limits::LATITUDE..=limits::LATITUDE).contains(&lon)
            && (-limits::LONGITUDE..=limits::LONGITUDE).contains(&lat);
        problems.push(ProblemKind::WrongLatitude { lat, swapped }, span);
        return None;
    }
    if !(-2.0 * limits::LONGITUDE..=2.0 * limits::LONGITUDE).contains(&lon) {
        problems.push(ProblemKind::WrongLongitude { lon }, span);
        return None;
    }
    let lon = if lon > limits::LONGITUDE {
        lon - 2.0 * limits::LONGITUDE
    } else if lon < -limits::LONGITUDE {
        lon + 2.0 * limits::LONGITUDE
    } else {
        lon
    };
    Some(Position { lat, lon, span })
}

/// A square of about ten metres.
pub(super) fn square(position: &Position) -> (i64, i64) {
    const PER_DEGREE: f64 = 10_000.0;
    let whole = |degrees: f64| (degrees * PER_DEGREE).round() as i64;
    // The two sides of the antimeridian are one.
    let lon = if position.lon <= -limits::LONGITUDE {
        limits::LONGITUDE
    } else {
        position.lon
    };
    (whole(position.lat), whole(lon))
}
