//! What is written by one program and read by another.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod any_story;
mod convert;
mod detection;
mod foreign;
#[path = "../bench/generated.rs"]
#[expect(dead_code, reason = "the benchmarks use the rest")]
mod generated;
mod geojson;
mod html;
mod kml;
mod native;
mod picture;
#[path = "../support/random.rs"]
#[expect(dead_code, reason = "other tests need more of it")]
mod random;
mod round_trips;
#[path = "../support/stories.rs"]
#[expect(dead_code, reason = "other tests need more of it")]
mod stories;
mod storymap;
mod support;
#[path = "../support/foreign.rs"]
#[expect(dead_code, reason = "other tests need more of it")]
mod survival;
mod tables;
mod untrusted;
