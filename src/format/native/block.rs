//! One block of running text as it is being read: its words, and the styles and links over them.

use std::cmp::Reverse;

use smol_str::SmolStr;

use crate::story::FileSpan;
use crate::story::draft::{Block, BlockKind, Located, Span, Style};

/// How many of each the text being read is inside of. Files can nest them without end, so they are only counted.
#[derive(Default)]
pub(in crate::format) struct Around {
    pub quotes: usize,
    pub alerts: usize,
    pub items: usize,
}

impl Around {
    pub fn kind(&self) -> BlockKind {
        if self.alerts > 0 {
            BlockKind::Context
        } else if self.items > 0 {
            BlockKind::Item
        } else if self.quotes > 0 {
            BlockKind::Quote
        } else {
            BlockKind::Paragraph
        }
    }

    pub fn is_empty(&self) -> bool {
        self.quotes + self.alerts + self.items == 0
    }
}

/// A block that has not ended. A style inside its like adds nothing, so the outermost counts.
#[derive(Default)]
pub(in crate::format) struct OpenBlock {
    block: Block,
    /// Whether a line of the file ended just now.
    line_break: bool,
    /// Where they began in the block's text.
    emphasis: Vec<usize>,
    strong: Vec<usize>,
    links: Vec<(Located<SmolStr>, usize)>,
}

impl OpenBlock {
    pub fn is_empty(&self) -> bool {
        self.block.text.is_empty()
    }

    /// For a text of at most so many bytes.
    pub fn make_room(&mut self, bytes: usize) {
        self.block.text.reserve_exact(bytes);
    }

    /// Whether no text stands on the last line yet.
    pub fn is_at_line_start(&self) -> bool {
        self.is_empty() || self.block.text.ends_with('\n')
    }

    /// The words of the link that ended just now.
    pub fn last_link(&self) -> &str {
        let range = self.block.spans.last().map(|span| span.range.clone());
        range
            .and_then(|range| self.block.text.get(range))
            .unwrap_or_default()
    }

    /// `kind` and `span` are the block's, if this is its first text.
    pub fn text(&mut self, text: &str, kind: BlockKind, span: Option<FileSpan>) {
        if self.is_empty() {
            self.block.kind = kind;
            self.block.span = span;
        } else if self.line_break {
            // Chinese has no blanks between words, so a line break there is none either.
            let is_within_chinese =
                self.block.text.ends_with(is_chinese) && text.starts_with(is_chinese);
            if !is_within_chinese {
                self.block.text.push(' ');
            }
        }
        self.line_break = false;
        self.block.text.push_str(text);
    }

    pub fn end_line(&mut self) {
        self.line_break = true;
    }

    pub fn start_emphasis(&mut self) {
        self.emphasis.push(self.block.text.len());
    }

    pub fn end_emphasis(&mut self) {
        let start = self.emphasis.pop();
        if self.emphasis.is_empty() {
            self.style(start, Style::Emphasis);
        }
    }

    pub fn start_strong(&mut self) {
        self.strong.push(self.block.text.len());
    }

    pub fn end_strong(&mut self) {
        let start = self.strong.pop();
        if self.strong.is_empty() {
            self.style(start, Style::Strong);
        }
    }

    pub fn start_link(&mut self, address: Located<SmolStr>) {
        self.links.push((address, self.block.text.len()));
    }

    /// Gives the address back where there is no text to carry the link.
    pub fn end_link(&mut self) -> Option<Located<SmolStr>> {
        let (address, start) = self.links.pop()?;
        if start == self.block.text.len() {
            return Some(address);
        }
        if self.links.is_empty() {
            self.style(Some(start), Style::Link(address));
        }
        None
    }

    fn style(&mut self, start: Option<usize>, style: Style) {
        let Some(start) = start else { return };
        // A line break before the first word became a blank that is not part of it.
        let inside = self.block.text.get(start..).unwrap_or_default();
        let start = self.block.text.len() - inside.trim_start().len();
        self.block.spans.push(Span {
            range: start..self.block.text.len(),
            style,
        });
    }

    /// The block, unless it has no text; what comes next is another one.
    pub fn end(&mut self) -> Option<Block> {
        let Self { mut block, .. } = std::mem::take(self);
        block.text.truncate(block.text.trim_end().len());
        block.text.shrink_to_fit();
        block
            .spans
            .retain(|span| span.range.start < block.text.len());
        block
            .spans
            .sort_by_key(|span| (span.range.start, Reverse(span.range.end)));
        (!block.text.is_empty()).then_some(block)
    }
}

/// A character of Chinese writing, its punctuation included.
fn is_chinese(character: char) -> bool {
    matches!(
        character,
        '\u{3000}'..='\u{303F}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FF00}'..='\u{FFEF}'
            | '\u{20000}'..='\u{3FFFF}'
    )
}
