//! HTML into blocks: what it says and links to, never how it looks.

use std::ops::Range;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::format::media::{self, Media};
use crate::format::native::block::{Around, OpenBlock};
use crate::story::draft::{Block, BlockKind, Located};
use crate::story::is_web_address;

/// What a text says.
#[derive(Default)]
pub(in crate::format) struct HtmlText {
    pub blocks: Vec<Block>,
    /// Of the places that Dateline marked in it; its links to them are `#` and their id.
    pub mentions: Vec<Mention>,
}

/// A place as [`super::html`] marks it in a text.
pub(in crate::format) struct Mention {
    pub id: String,
    pub name: String,
    pub lat: f64,
    pub lon: f64,
}

/// Reads a text that stands at `span` of the file. One without any markup of paragraphs keeps its lines.
pub(in crate::format) fn read(html: &str, span: Option<&Range<usize>>) -> HtmlText {
    let mut emitter = DefaultEmitter::default();
    // So that scripts and styles are one piece of text each, which is skipped.
    emitter.naively_switch_states(true);
    let mut reader = Reader {
        span: span.cloned().unwrap_or_default(),
        has_span: span.is_some(),
        keeps_lines: !has_paragraphs(html),
        ..Reader::default()
    };
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => reader.start(&tag),
            Ok(Token::EndTag(tag)) => reader.end(&tag.name),
            Ok(Token::String(text)) => reader.text(&String::from_utf8_lossy(&text.value)),
            Ok(Token::Comment(_) | Token::Doctype(_) | Token::Error(_)) => {}
            Err(never) => match never {},
        }
    }
    reader.end_block();
    reader.read
}

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
        "</b>", "</i>", "</em>", "</strong>", "</a>", "</p>", "</span>", "</font>", "<br",
    ];
    let is_html = TAGS.iter().any(|tag| text.contains(tag));
    if is_html { plain(text) } else { text.trim().to_owned() }
}

/// The text alone, with its lines.
pub(in crate::format) fn lines(html: &str) -> String {
    let blocks = read(html, None).blocks.into_iter();
    blocks
        .map(|block| block.text)
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn has_paragraphs(html: &str) -> bool {
    const TAGS: [&str; 12] = [
        "<p",
        "<br",
        "<div",
        "<ul",
        "<ol",
        "<li",
        "<h1",
        "<h2",
        "<h3",
        "<table",
        "<blockquote",
        "<aside",
    ];
    let html = html.to_ascii_lowercase();
    TAGS.iter().any(|tag| html.contains(tag))
}

#[derive(Default)]
struct Reader {
    read: HtmlText,
    span: Range<usize>,
    has_span: bool,
    keeps_lines: bool,
    around: Around,
    block: OpenBlock,
    /// White space came that is a blank only if more text follows.
    blank: bool,
    /// Tags whose content is not text.
    hidden: usize,
    /// For each open list, the items around it.
    lists: Vec<usize>,
    /// For each open `a` and `span`, whether it began a link.
    links: Vec<bool>,
    spans: Vec<bool>,
    /// For each open `small`, whether it is a credit.
    smalls: Vec<bool>,
    /// Index of the block that a caption would be of.
    image: Option<usize>,
    /// The place that is being marked.
    mention: Option<Mention>,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) {
        let attribute = |name: &str| {
            let value = tag.attributes.get(name.as_bytes())?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        match &*tag.name.0 {
            b"script" | b"style" | b"title" | b"textarea" | b"noscript" | b"template"
            | b"object" | b"svg" | b"select"
                if !tag.self_closing =>
            {
                self.hidden += 1;
            }
            b"br" => self.line_break(),
            b"blockquote" => {
                self.end_block();
                self.around.quotes += 1;
            }
            b"aside" => {
                self.end_block();
                self.around.alerts += 1;
            }
            b"ul" | b"ol" => {
                self.end_block();
                self.lists.push(self.around.items);
            }
            // An item without an end ends where the next one begins.
            b"li" => {
                self.end_block();
                self.around.items = self.outside_item() + 1;
            }
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                self.end_block();
                self.block.start_strong();
            }
            b"td" | b"th" if !self.block.is_empty() => {
                self.blank = true;
                self.text("| ");
            }
            b"em" | b"i" | b"cite" => self.block.start_emphasis(),
            b"strong" | b"b" => self.block.start_strong(),
            b"a" => {
                let address = attribute("href").map(|href| media::web_address(&href));
                let address = address.filter(|address| is_web_address(address));
                self.links.push(address.is_some());
                if let Some(address) = address {
                    self.start_link(address);
                }
            }
            b"span" => {
                let mention = mention(&attribute);
                self.spans.push(mention.is_some());
                if let Some(mention) = mention {
                    self.start_link(format!("#{}", mention.id));
                    self.mention = Some(mention);
                }
            }
            b"figure" => {
                self.end_block();
                self.image = None;
            }
            b"small" => {
                let credit = attribute("data-credit");
                self.smalls.push(credit.is_some());
                if let Some(credit) = credit {
                    self.hidden += 1;
                    self.credit(credit);
                }
            }
            b"img" | b"iframe" | b"embed" | b"video" | b"audio" | b"source" => {
                let alt = attribute("alt").or_else(|| attribute("title"));
                if let Some(address) = attribute("src") {
                    self.end_block();
                    let media = Media {
                        address,
                        alt: alt.unwrap_or_default(),
                        span: self.has_span.then(|| self.span.clone()),
                        ..Media::default()
                    };
                    self.image = Some(self.read.blocks.len());
                    self.read.blocks.extend(media.block());
                }
            }
            name if is_block(name) => self.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"script" | b"style" | b"title" | b"textarea" | b"noscript" | b"template"
            | b"object" | b"svg" | b"select" => self.hidden = self.hidden.saturating_sub(1),
            b"blockquote" => {
                self.end_block();
                self.around.quotes = self.around.quotes.saturating_sub(1);
            }
            b"aside" => {
                self.end_block();
                self.around.alerts = self.around.alerts.saturating_sub(1);
            }
            b"ul" | b"ol" => {
                self.end_block();
                self.around.items = self.lists.pop().unwrap_or_default();
            }
            b"li" => {
                self.end_block();
                self.around.items = self.outside_item();
            }
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                self.block.end_strong();
                self.end_block();
            }
            b"em" | b"i" | b"cite" => self.block.end_emphasis(),
            b"strong" | b"b" => self.block.end_strong(),
            b"a" => {
                if self.links.pop() == Some(true) {
                    self.block.end_link();
                }
            }
            b"span" => {
                if self.spans.pop() == Some(true) {
                    self.end_mention();
                }
            }
            b"small" => {
                if self.smalls.pop() == Some(true) {
                    self.hidden = self.hidden.saturating_sub(1);
                }
            }
            b"figcaption" => self.end_caption(),
            b"figure" => {
                self.end_block();
                self.image = None;
            }
            name if is_block(name) => self.end_block(),
            _ => {}
        }
    }

    /// The image of the figure that is open.
    fn open_image(&mut self) -> Option<&mut Block> {
        let block = self.read.blocks.get_mut(self.image?)?;
        matches!(block.kind, BlockKind::Image { .. }).then_some(block)
    }

    fn credit(&mut self, text: String) {
        if let Some(Block {
            kind: BlockKind::Image { credit, .. },
            ..
        }) = self.open_image()
        {
            *credit = text;
        }
    }

    fn end_caption(&mut self) {
        let before = self.read.blocks.len();
        self.end_block();
        if self.open_image().is_some()
            && self.read.blocks.len() > before
            && let Some(caption) = self.read.blocks.pop()
            && let Some(image) = self.open_image()
        {
            image.text = caption.text;
            image.spans = caption.spans;
        }
    }

    /// Items around the list that is open.
    fn outside_item(&self) -> usize {
        self.lists.last().copied().unwrap_or_default()
    }

    fn start_link(&mut self, value: String) {
        self.block.start_link(Located {
            value,
            span: self.has_span.then(|| self.span.clone()),
        });
    }

    fn end_mention(&mut self) {
        let has_text = self.block.end_link().is_none();
        if let Some(mut mention) = self.mention.take()
            && has_text
        {
            if mention.name.is_empty() {
                mention.name = self.block.last_link().to_owned();
            }
            self.read.mentions.push(mention);
        }
    }

    fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        let mut words = String::new();
        for character in text.chars() {
            match character {
                '\n' if self.keeps_lines => {
                    self.words(&mut words);
                    // The second in a row ends a paragraph.
                    self.line_break();
                }
                ' ' | '\t' | '\n' | '\r' | '\u{C}' => self.blank = true,
                character => {
                    if std::mem::take(&mut self.blank) {
                        let is_start = words.is_empty() && self.block.is_at_line_start();
                        if !is_start {
                            words.push(' ');
                        }
                    }
                    words.push(character);
                }
            }
        }
        self.words(&mut words);
    }

    fn words(&mut self, words: &mut String) {
        if !words.is_empty() {
            let kind = self.around.kind();
            self.block.text(words, kind, &self.span);
            words.clear();
        }
    }

    fn line_break(&mut self) {
        self.blank = false;
        if self.hidden > 0 || self.block.is_empty() {
            return;
        }
        if self.block.is_at_line_start() {
            self.end_block();
        } else {
            let kind = self.around.kind();
            self.block.text("\n", kind, &self.span);
        }
    }

    fn end_block(&mut self) {
        self.blank = false;
        self.mention = None;
        if let Some(mut block) = self.block.end() {
            if !self.has_span {
                block.span = None;
            }
            self.read.blocks.push(block);
        }
    }
}

fn mention(attribute: &impl Fn(&str) -> Option<String>) -> Option<Mention> {
    Some(Mention {
        id: attribute("data-place")?,
        name: attribute("data-name").unwrap_or_default(),
        lat: attribute("data-lat")?.parse().ok()?,
        lon: attribute("data-lon")?.parse().ok()?,
    })
}

fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"div"
            | b"dl"
            | b"dt"
            | b"dd"
            | b"section"
            | b"article"
            | b"header"
            | b"footer"
            | b"main"
            | b"nav"
            | b"figcaption"
            | b"table"
            | b"tr"
            | b"caption"
            | b"hr"
            | b"pre"
            | b"address"
            | b"center"
            | b"body"
            | b"form"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::draft::Style;

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
            value: "https://example.org/x%20y".to_owned(),
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
}
