//! Blocks as HTML that any page shows, and that reads back as the same blocks.

use std::cmp::Reverse;
use std::fmt::Write as _;

use crate::story::{Block, Image, Link, Prose, Span, Story, Style};

/// The blocks as paragraphs, quotes and lists. Places are marked with their positions, so that a reader of the
/// text alone knows them; links to people, regions and passages are their words only.
pub(in crate::format) fn html(story: &Story, blocks: &[Block]) -> String {
    let mut html = String::new();
    let mut is_list = false;
    for block in blocks {
        let is_item = matches!(block, Block::Item(_));
        if is_item != is_list {
            html.push_str(if is_item { "<ul>" } else { "</ul>" });
            is_list = is_item;
        }
        let (before, after) = match block {
            Block::Paragraph(_) => ("<p>", "</p>"),
            Block::Quote(_) => ("<blockquote>", "</blockquote>"),
            Block::Item(_) => ("<li>", "</li>"),
            Block::Context(_) => ("<aside>", "</aside>"),
            Block::Image(image) => {
                figure(story, image, &mut html);
                continue;
            }
        };
        html.push_str(before);
        prose(story, block.prose(), &mut html);
        html.push_str(after);
    }
    if is_list {
        html.push_str("</ul>");
    }
    html
}

fn figure(story: &Story, image: &Image, html: &mut String) {
    let (path, alt) = (escaped(&address(image)), escaped(&image.alt));
    html.extend(["<figure><img src=\"", &path, "\" alt=\"", &alt, "\">"]);
    if !image.caption.text.is_empty() || !image.credit.is_empty() {
        html.push_str("<figcaption>");
        prose(story, &image.caption, html);
        if !image.credit.is_empty() {
            let credit = escaped(&image.credit);
            html.extend([
                " <small data-credit=\"",
                &credit,
                "\">",
                &credit,
                "</small>",
            ]);
        }
        html.push_str("</figcaption>");
    }
    html.push_str("</figure>");
}

/// The path as an address: what means something else in addresses is escaped.
pub(in crate::format) fn address(image: &Image) -> String {
    let mut address = String::new();
    for character in image.path.chars() {
        match character {
            '%' => address.push_str("%25"),
            '#' => address.push_str("%23"),
            '?' => address.push_str("%3F"),
            ' ' => address.push_str("%20"),
            other => address.push(other),
        }
    }
    address
}

/// Inline text alone, without a paragraph around it.
pub(in crate::format) fn inline(story: &Story, text: &Prose) -> String {
    let mut html = String::new();
    prose(story, text, &mut html);
    html
}

/// A text as it stands in HTML, in an attribute too.
pub(in crate::format) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("<br>"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Spans that overlap are cut where the outer one ends, as HTML knows only tags inside of tags.
fn prose(story: &Story, prose: &Prose, html: &mut String) {
    let mut bounds: Vec<usize> = prose
        .spans
        .iter()
        .flat_map(|span| [span.range.start, span.range.end])
        .chain([0, prose.text.len()])
        .collect();
    bounds.sort_unstable();
    bounds.dedup();
    // The longest outside; of equals the one that ended last.
    let mut outer_first: Vec<_> = prose.spans.iter().enumerate().collect();
    outer_first
        .sort_by_key(|(index, span)| (span.range.start, Reverse(span.range.end), Reverse(*index)));

    let mut next = outer_first.into_iter().map(|(_, span)| span).peekable();
    let mut open: Vec<&Span> = Vec::new();
    for (index, &start) in bounds.iter().enumerate() {
        let mut again = Vec::new();
        if let Some(first) = open.iter().position(|span| span.range.end <= start) {
            for span in open.drain(first..).rev() {
                html.push_str(closing(&span.style));
                again.push(span);
            }
            again.retain(|span| span.range.end > start);
            again.reverse();
        }
        let Some(&end) = bounds.get(index + 1) else {
            break;
        };
        while let Some(span) = next.next_if(|span| span.range.start <= start) {
            again.push(span);
        }
        for span in again {
            opening(story, &span.style, html);
            open.push(span);
        }
        html.push_str(&escaped(prose.text.get(start..end).unwrap_or_default()));
    }
}

fn opening(story: &Story, style: &Style, html: &mut String) {
    let written = match style {
        Style::Emphasis => write!(html, "<em>"),
        Style::Strong => write!(html, "<strong>"),
        Style::Link(Link::Web(address)) => write!(html, "<a href=\"{}\">", escaped(address)),
        Style::Link(Link::Place(id)) => {
            let place = story.place(*id);
            write!(
                html,
                "<span data-place=\"{}\" data-name=\"{}\" data-lat=\"{}\" data-lon=\"{}\">",
                place.key,
                escaped(&place.name.text),
                place.lat,
                place.lon
            )
        }
        Style::Link(Link::Region(_) | Link::Actor(_) | Link::Passage(_)) => Ok(()),
    };
    debug_assert!(written.is_ok(), "a text takes all that is written to it");
}

fn closing(style: &Style) -> &'static str {
    match style {
        Style::Emphasis => "</em>",
        Style::Strong => "</strong>",
        Style::Link(Link::Web(_)) => "</a>",
        Style::Link(Link::Place(_)) => "</span>",
        Style::Link(Link::Region(_) | Link::Actor(_) | Link::Passage(_)) => "",
    }
}
