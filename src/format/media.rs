//! Pictures, films and sounds that other programs' stories point to. Nothing is fetched: they become links.

use std::ops::Range;

use super::prose_html;
use crate::story::draft::{Block, Located, Span, Style};
use crate::story::is_web_address;

/// One piece of media as a paragraph: its caption, or else where it lies, linked to it, and whose it is.
/// None where the address is not on the web.
pub(super) fn block(
    address: &str,
    caption: &str,
    credit: &str,
    span: Option<Range<usize>>,
) -> Option<Block> {
    let address = web_address(address);
    if !is_web_address(&address) {
        return None;
    }
    let mut text = one_line(caption);
    if text.is_empty() {
        text = place_on_the_web(&address);
    }
    let linked = 0..text.len();
    let credit = one_line(credit);
    if !credit.is_empty() {
        text = format!("{text} ({credit})");
    }
    let link = Style::Link(Located {
        value: address,
        span: span.clone(),
    });
    Some(Block {
        text,
        spans: vec![Span {
            range: linked,
            style: link,
        }],
        span,
        ..Block::default()
    })
}

/// An address as a browser would take it: without the scheme left out of pages, and without blanks.
pub(super) fn web_address(address: &str) -> String {
    let address = address.trim().replace(' ', "%20");
    if address.starts_with("//") {
        format!("https:{address}")
    } else {
        address
    }
}

/// Host and file, as in `example.org … warehouse.jpg`.
fn place_on_the_web(address: &str) -> String {
    let whole = address.split(['?', '#']).next().unwrap_or_default();
    let without_scheme = whole.split_once("//").map_or(whole, |(_, rest)| rest);
    let (host, path) = without_scheme
        .split_once('/')
        .unwrap_or((without_scheme, ""));
    match path.rsplit('/').next() {
        None | Some("") => host.to_owned(),
        Some(file) if file == path => format!("{host}/{file}"),
        Some(file) => format!("{host}/…/{file}"),
    }
}

fn one_line(html: &str) -> String {
    prose_html::plain(html).trim().to_owned()
}
