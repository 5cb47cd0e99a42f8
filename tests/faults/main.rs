//! Files and surroundings that nobody wishes for: each fault, by what it concerns, and that the program survives it.
//!
//! | fault | tested in |
//! |---|---|
//! | A file: empty, of other encodings, too large, no file at all, changed while it is read | [`file`] |
//! | cut at every byte, bits and pieces changed | [`mutations`], `exchange/untrusted.rs` |
//! | B syntax: wrong types and keys, nesting, numbers, a newer format | [`syntax`], `exchange/untrusted.rs` |
//! | C meaning: positions, ids, references, dates | [`meaning`], `story_problems.rs` |
//! | D size: places, characters, topics, and what a hostile file makes of a small size | [`size`] |
//! | E strings: characters that turn, hide, pile up or ring | [`strings`] |
//! | F references: paths and addresses that lead out | [`references`], `story/image_path.rs` |
//! | G images | [`pictures`] |
//! | I network: the map's servers | `tiles/servers.rs`, `tiles/kept.rs`; a story opens no connection (`layers.rs`) |
//! | J storage: no space, no permission, killed while saving, two at once, no home | [`storage`], [`killed`] |
//! | K display: none, of any size, of any density, in any locale | [`display`] |
//! | L input: pastes and keys | [`input`] |
//! | M time: a clock that jumps | [`time`] |
//! | N the program's own faults | [`panics`], `window/going_on.rs` |
//!
//! Each file says at its end what of its letter is not tested there, and why.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_assert_message,
    reason = "tests"
)]

mod display;
mod file;
#[path = "../support/foreign.rs"]
mod foreign;
mod input;
#[cfg(target_os = "linux")]
mod killed;
mod meaning;
mod mutations;
mod panics;
mod pictures;
mod program;
#[path = "../support/random.rs"]
mod random;
mod references;
mod size;
mod storage;
#[path = "../support/stories.rs"]
mod stories;
mod strings;
#[path = "../window/support.rs"]
#[expect(dead_code, reason = "other tests need more of it")]
mod support;
mod surviving;
mod syntax;
mod time;
