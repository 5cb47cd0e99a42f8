//! What is written by one program and read by another.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod any_story;
#[path = "../bench/generated.rs"]
mod generated;
mod html;
mod native;
#[path = "../support/stories.rs"]
#[expect(dead_code, reason = "other tests need more of it")]
mod stories;
