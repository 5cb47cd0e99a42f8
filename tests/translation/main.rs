//! Translations beside a story: what they say arrives, and what is wrong with them costs the story nothing.

#![expect(clippy::unwrap_used, reason = "tests")]

mod files;
mod problems;
#[path = "../support/stories.rs"]
mod stories;
mod support;
mod texts;
