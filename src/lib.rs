//! Dateline: a news story beside its map.
//!
//! A map of the code, in the order to read it; a module uses only those above it:
//!
//! - [`sentences`]: what is said of files, in each language of the interface.
//! - [`story`]: what a story is, checked. [`story::Draft`] is the only way to make one.
//! - [`regions`]: outlines of countries and their divisions.
//! - [`basemap`]: the world inside the program.
//! - [`typefaces`]: the letters inside the program.
//! - [`article`]: places in plain text: named, told apart, on the map.
//! - [`format`]: files into drafts, and stories into files.
//! - [`mercator`], [`clusters`], [`lines`]: the map's projection; which places share a marker at which zoom; where
//!   connections run.
//! - [`original`]: the article that a story retells, beside its passages.
//! - [`session`]: what the reader is doing: selection and lens.
//! - [`texts`], [`settings`], [`files`]: the interface's words, what is remembered, reading from disk and watching it.
//! - [`crash`]: what is written down and kept when the program itself fails.
//! - [`export`]: a story as the files of any format, for the command line and the window.
//! - [`ui`]: the panels. They read the story and the session, and send requests.
//! - [`app`]: owns all of it, lists the panels, and is the one place that runs requests.
//! - [`cli`], [`convert`], [`toponyms`], [`renderer`]: the command line, its files; what the window is drawn with.
//!
//! A click on a marker: `ui/map/markers.rs` sends `Select(Place)`; the end of [`app::App::ui`] applies it;
//! [`session::Session::apply`] sets the selection and a one-shot focus; in the next frame the camera flies there and every
//! panel shows it. A list row, a mention and a step of the tour send the same action.
//!
//! What always holds, each with a test:
//!
//! - `story`, `basemap`, `regions`, `article`, `format`, `original` and `session` never name egui, eframe, walkers or wgpu (`tests/layers.rs`).
//! - A story's ids never dangle: only [`story::Draft::finish`] makes them (`tests/story_format.rs`).
//! - The story of an article follows from its text and its reader's corrections alone (`tests/article/corrections.rs`).
//! - Nothing but [`session::Session::apply`] moves the selection (`tests/window/`).
//! - A bad file never panics and never takes the story away that is open (`tests/faults/`, `tests/exchange/`).
//! - What is written in another program's format reads back as the same story, for what that format can carry
//!   (`tests/exchange/round_trips.rs`).
//! - The original that a reader attaches goes into no story file and no export (`tests/window/original.rs`).
//! - A story opens no connection: nothing but the map of a server that the reader chose can (`tests/layers.rs`).
//! - A panic is never silent, and the reader's place outlasts it (`tests/faults/panics.rs`, `tests/window/going_on.rs`).
//! - Settings are replaced whole or not at all, a corrupt file is kept, and one bad value takes no other with it
//!   (`settings/file.rs`, `tests/faults/killed.rs`).

mod fingerprint;
mod lists;
pub mod mercator;

pub mod basemap;
pub mod sentences;
pub mod story;
pub mod typefaces;

pub mod article;

pub mod format;

pub mod clusters;
pub mod lines;
pub mod original;

pub mod regions;

pub mod session;

pub mod crash;
pub mod export;
pub mod files;
pub mod settings;
pub mod texts;

pub mod ui;

pub mod app;

pub mod cli;
pub mod convert;
pub mod renderer;
pub mod startup_error;
pub mod toponyms;
