//! Running text as other programs keep it: HTML, or plain lines, into blocks and back.

mod part;
mod read;
#[cfg(test)]
mod tests;
mod words;
mod write;

pub(super) use read::{HtmlText, read, text};
pub(super) use words::{lines, plain, title};
pub(super) use write::{address, escaped, html, inline};
