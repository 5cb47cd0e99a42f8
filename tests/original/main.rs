//! The original behind a story: which paragraphs each passage retells, and which text is none.
//!
//! The articles and stories in `texts/` are made up for these tests.

#![expect(clippy::unwrap_used, reason = "tests")]

mod alignment;
mod files;
