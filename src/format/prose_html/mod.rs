//! Running text as other programs keep it: HTML, or plain lines, into blocks and back.

mod read;
mod write;

pub(super) use read::{HtmlText, lines, plain, read, title};
pub(super) use write::{address, escaped, html, inline};
