//! Stories of other programs: read, written, and read again.

#![expect(clippy::unwrap_used, reason = "tests")]

mod convert;
mod detection;
mod geojson;
mod kml;
mod round_trips;
mod storymap;
mod support;
mod tables;
mod untrusted;
