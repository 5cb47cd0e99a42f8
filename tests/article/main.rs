//! Plain articles: the places in them, and the stories that they become.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod command;
mod corrections;
mod draft;
mod evidence;
mod files;
mod places;
mod traps;
mod untrusted;
