//! The whole window, driven by what its parts are called, by mouse and by keyboard.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod curriculum;
mod exporting;
mod filters;
#[cfg(target_os = "linux")]
mod images;
mod keyboard;
mod languages;
mod opening;
mod reading;
mod regions;
mod screen_reader;
mod search;
mod settings;
mod stranger;
mod support;
mod touring;
