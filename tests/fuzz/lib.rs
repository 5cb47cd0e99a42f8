//! The core of the program, which needs no window and is built here without one; and what the targets do with their
//! bytes, which is what the tests of hostile files do.

extern crate self as dateline;

#[path = "../../src/article/mod.rs"]
pub mod article;
#[path = "../../src/basemap/mod.rs"]
pub mod basemap;
#[path = "../../src/fingerprint.rs"]
mod fingerprint;
#[path = "../../src/format/mod.rs"]
pub mod format;
#[path = "../../src/mercator.rs"]
pub mod mercator;
#[path = "../../src/story/mod.rs"]
pub mod story;
#[path = "../../src/typefaces.rs"]
pub mod typefaces;

#[path = "../support/foreign.rs"]
pub mod foreign;
