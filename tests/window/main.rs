//! The whole window, driven by what its parts are called, by mouse and by keyboard.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod curriculum;
mod exporting;
mod filters;
mod going_on;
#[cfg(target_os = "linux")]
mod images;
mod keyboard;
mod languages;
mod large;
mod mending;
mod opening;
mod original;
mod pictures;
mod problems;
mod reading;
mod regions;
mod screen_reader;
mod search;
mod settings;
mod stranger;
mod support;
#[expect(dead_code, reason = "the window needs a good server, or none")]
#[path = "../support/tile_server.rs"]
mod tile_server;
mod touring;
