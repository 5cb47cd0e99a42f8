//! HTML into blocks: what it says and links to, never how it looks.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::part::Part;
use crate::format::media::{self, Media};
use crate::format::native::block::{Around, OpenBlock};
use crate::story::FileSpan;
use crate::story::draft::{Block, BlockKind, Located};
use crate::story::{is_web_address, limits};

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
pub(in crate::format) fn read(html: &str, span: Option<FileSpan>) -> HtmlText {
    let mut emitter = DefaultEmitter::default();
    // So that scripts and styles are one piece of text each, which is skipped.
    emitter.naively_switch_states(true);
    let mut reader = Reader {
        span,
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

/// The paragraphs of a web page, a blank line between two, without its lists of links.
pub(in crate::format) fn text(html: &str) -> String {
    let blocks = read(html, None).blocks;
    let paragraphs = blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote));
    let texts: Vec<_> = paragraphs.map(|block| block.text.trim()).collect();
    texts.join("\n\n")
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
    span: Option<FileSpan>,
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
    credits: Vec<bool>,
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
        match Part::of(&tag.name) {
            // One that ends in itself hides nothing.
            Part::Hidden if !tag.self_closing => self.hidden += 1,
            Part::LineBreak => self.line_break(),
            Part::Quote => {
                self.end_block();
                self.around.quotes += 1;
            }
            Part::Aside => {
                self.end_block();
                self.around.alerts += 1;
            }
            Part::List => {
                self.end_block();
                self.lists.push(self.around.items);
            }
            // An item without an end ends where the next one begins.
            Part::Item => {
                self.end_block();
                self.around.items = self.outside_item() + 1;
            }
            Part::Heading => {
                self.end_block();
                self.block.start_strong();
            }
            Part::Cell if !self.block.is_empty() => {
                self.blank = true;
                self.text("| ");
            }
            Part::Emphasis => self.block.start_emphasis(),
            Part::Strong => self.block.start_strong(),
            Part::Link => {
                let address = attribute("href").map(|href| media::web_address(&href));
                let address = address.filter(|address| is_web_address(address));
                self.links.push(address.is_some());
                if let Some(address) = address {
                    self.start_link(address);
                }
            }
            Part::Mention => {
                let mention = mention(&attribute);
                self.spans.push(mention.is_some());
                if let Some(mention) = mention {
                    self.start_link(format!("#{}", mention.id));
                    self.mention = Some(mention);
                }
            }
            Part::Figure => self.end_figure(),
            Part::Credit => {
                let credit = attribute("data-credit");
                self.credits.push(credit.is_some());
                if let Some(credit) = credit {
                    self.hidden += 1;
                    self.credit(credit);
                }
            }
            Part::Media => self.media(&attribute),
            Part::Caption | Part::Block => self.end_block(),
            Part::Hidden | Part::Cell | Part::Other => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match Part::of(name) {
            Part::Hidden => self.hidden = self.hidden.saturating_sub(1),
            Part::Quote => {
                self.end_block();
                self.around.quotes = self.around.quotes.saturating_sub(1);
            }
            Part::Aside => {
                self.end_block();
                self.around.alerts = self.around.alerts.saturating_sub(1);
            }
            Part::List => {
                self.end_block();
                self.around.items = self.lists.pop().unwrap_or_default();
            }
            Part::Item => {
                self.end_block();
                self.around.items = self.outside_item();
            }
            Part::Heading => {
                self.block.end_strong();
                self.end_block();
            }
            Part::Emphasis => self.block.end_emphasis(),
            Part::Strong => self.block.end_strong(),
            Part::Link => self.end_link(),
            Part::Mention => self.end_mention(),
            Part::Credit => {
                let is_credit = self.credits.pop() == Some(true);
                self.hidden = self.hidden.saturating_sub(usize::from(is_credit));
            }
            Part::Caption => self.end_caption(),
            Part::Figure => self.end_figure(),
            Part::Block => self.end_block(),
            Part::LineBreak | Part::Cell | Part::Media | Part::Other => {}
        }
    }

    fn media(&mut self, attribute: &impl Fn(&str) -> Option<String>) {
        let Some(address) = attribute("src").filter(|_| self.hidden == 0) else {
            return;
        };
        self.end_block();
        let alt = attribute("alt").or_else(|| attribute("title"));
        let media = Media {
            address,
            alt: alt.unwrap_or_default(),
            span: self.span,
            ..Media::default()
        };
        self.image = Some(self.read.blocks.len());
        self.read.blocks.extend(media.block());
    }

    fn end_figure(&mut self) {
        self.end_block();
        self.image = None;
    }

    /// The image of the figure that is open.
    fn open_image(&mut self) -> Option<&mut Block> {
        let block = self.read.blocks.get_mut(self.image?)?;
        matches!(block.kind, BlockKind::Image(_)).then_some(block)
    }

    fn credit(&mut self, text: String) {
        if let Some(Block {
            kind: BlockKind::Image(image),
            ..
        }) = self.open_image()
        {
            image.credit = text;
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
            value: value.into(),
            span: self.span,
        });
    }

    fn end_link(&mut self) {
        if self.links.pop() == Some(true) {
            self.block.end_link();
        }
    }

    fn end_mention(&mut self) {
        if self.spans.pop() != Some(true) {
            return;
        }
        let has_text = self.block.end_link().is_none();
        if let Some(mut mention) = self.mention.take()
            && has_text
        {
            if mention.name.is_empty() {
                self.block.last_link().clone_into(&mut mention.name);
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
            self.block.text(words, kind, self.span);
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
            self.block.text("\n", kind, self.span);
        }
    }

    fn end_block(&mut self) {
        self.blank = false;
        self.mention = None;
        if let Some(block) = self.block.end() {
            // More are cut from any passage; so many need not be kept until then.
            if self.read.blocks.len() <= limits::PASSAGE {
                self.read.blocks.push(block);
            }
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
