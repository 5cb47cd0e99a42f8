//! The words of a text alone, for what has no room for blocks.

use super::read;

/// The text alone, on one line.
pub(in crate::format) fn plain(html: &str) -> String {
    let texts: Vec<_> = read(html, None)
        .blocks
        .into_iter()
        .map(|block| block.text)
        .collect();
    texts.join(" ").replace('\n', " ")
}

/// A name or a title, which most programs keep as plain words, and some as HTML.
pub(in crate::format) fn title(text: &str) -> String {
    const TAGS: [&str; 9] = [
        "</b>",
        "</i>",
        "</em>",
        "</strong>",
        "</a>",
        "</p>",
        "</span>",
        "</font>",
        "<br",
    ];
    let is_html = TAGS.iter().any(|tag| text.contains(tag));
    if is_html {
        plain(text)
    } else {
        text.trim().to_owned()
    }
}

/// The text alone, with its lines.
pub(in crate::format) fn lines(html: &str) -> String {
    let blocks = read(html, None).blocks.into_iter();
    blocks
        .map(|block| block.text)
        .collect::<Vec<_>>()
        .join("\n\n")
}
