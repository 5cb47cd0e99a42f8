//! Texts as other programs keep them.

use super::{plain, read};
use crate::story::draft::Style;
use crate::story::draft::{BlockKind, Located};

fn texts(html: &str) -> Vec<String> {
    let blocks = read(html, None).blocks;
    blocks.into_iter().map(|block| block.text).collect()
}

#[test]
fn paragraphs_quotes_and_lists_are_blocks() {
    let blocks = read(
        "<p>One&nbsp;&amp; two<br>lines</p><blockquote>Said</blockquote><ul><li>a<li>b</ul>end",
        None,
    )
    .blocks;

    let told: Vec<_> = blocks
        .iter()
        .map(|block| (&block.kind, block.text.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (&BlockKind::Paragraph, "One\u{A0}& two\nlines"),
            (&BlockKind::Quote, "Said"),
            (&BlockKind::Item, "a"),
            (&BlockKind::Item, "b"),
            (&BlockKind::Paragraph, "end"),
        ]
    );
}

#[test]
fn emphasis_and_web_links_keep_to_their_words() {
    let html = "a <b>bold </b><i>and</i> <a href='https://example.org/x y'>link</a> <a href='javascript:x()'>no</a>";

    let block = read(html, None).blocks.remove(0);

    assert_eq!(block.text, "a bold and link no");
    let styled: Vec<_> = block
        .spans
        .iter()
        .map(|span| (&block.text[span.range.clone()], &span.style))
        .collect();
    let link = Style::Link(Located {
        value: "https://example.org/x%20y".into(),
        span: None,
    });
    assert_eq!(
        styled,
        [
            ("bold", &Style::Strong),
            ("and", &Style::Emphasis),
            ("link", &link)
        ]
    );
}

#[test]
fn scripts_and_styles_are_not_text() {
    assert_eq!(
        texts("<style>p{}</style><p>a<script>b<c></script>d</p>"),
        ["ad"]
    );
    assert_eq!(plain("Up &amp; <em>away</em>"), "Up & away");
}

#[test]
fn a_text_without_markup_keeps_its_lines() {
    assert_eq!(texts("a\nb  c\n\n\nd < e"), ["a\nb c", "d < e"]);
}
