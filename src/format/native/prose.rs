//! The text of a story file: Markdown, of which headings begin passages and links are mentions.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use smol_str::SmolStr;

use super::block::{Around, OpenBlock};
use super::parts::parts;
use super::size::{self, SIGNS};
use super::{heading, image};
use crate::story::FileSpan;
use crate::story::draft::{Block, Draft, Entry, Field, Located, Passage, Style};
use crate::story::problem::ProblemKind;

pub(super) fn read(file: &str, span: Range<usize>, draft: &mut Draft) {
    let offset = span.start;
    let options = Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_GFM | Options::ENABLE_TABLES;
    let text = file.get(span).unwrap_or_default();
    let end = size::markdown_within(text, SIGNS);
    if end < text.len() {
        let problem = ProblemKind::TextTooLong { limit: SIGNS };
        let at = offset + end..offset + end;
        draft.problems.push(problem, Some(at.into()));
    }
    let text = text.get(..end).unwrap_or_default();
    let mut prose = Prose {
        file,
        draft,
        around: Around::default(),
        block: OpenBlock::default(),
        passage: None,
    };
    for part in parts(text) {
        let offset = offset + part.start;
        let parser = Parser::new_ext(text.get(part).unwrap_or_default(), options);
        let events = parser.into_offset_iter();
        prose.part(
            events.map(|(event, span)| (event, (offset + span.start..offset + span.end).into())),
        );
    }
}

/// The text as far as it is read.
struct Prose<'a> {
    file: &'a str,
    draft: &'a mut Draft,
    around: Around,
    block: OpenBlock,
    /// The passage whose heading is being read.
    passage: Option<Passage>,
}

impl Prose<'_> {
    fn part<'a>(&mut self, mut events: impl Iterator<Item = (Event<'a>, FileSpan)>) {
        while let Some((event, span)) = events.next() {
            if event == Event::Start(Tag::Paragraph) && self.around.is_empty() {
                self.end_block();
                self.block.make_room(span.range().len());
                self.paragraph(&mut events);
            } else {
                self.event(event, span);
            }
        }
        self.end_block();
    }

    /// One whose beginning has been read: images, or text in which they are no more than words.
    fn paragraph<'a>(&mut self, events: &mut impl Iterator<Item = (Event<'a>, FileSpan)>) {
        let end = Event::End(TagEnd::Paragraph);
        let inside = events.take_while(|(event, _)| *event != end);
        let mut inside = inside.peekable();
        let first = inside.peek().map(|(event, _)| event);
        if matches!(first, Some(Event::Text(text)) if !text.trim().is_empty()) {
            self.words(inside);
            return;
        }
        let inside: Vec<_> = inside.collect();
        match image::only_images(self.file, &inside, &mut self.draft.problems) {
            Some(images) => images.into_iter().for_each(|image| self.add(image)),
            None => self.words(inside),
        }
    }

    /// All of a block.
    fn words<'a>(&mut self, events: impl IntoIterator<Item = (Event<'a>, FileSpan)>) {
        for (event, span) in events {
            self.event(event, span);
        }
        self.end_block();
    }

    fn event(&mut self, event: Event<'_>, span: FileSpan) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => {
                self.block.text(&text, self.around.kind(), Some(span));
            }
            Event::SoftBreak => self.block.end_line(),
            Event::HardBreak => self.block.text("\n", self.around.kind(), Some(span)),
            Event::InlineHtml(html) => self.html(&html, span),
            Event::Rule => self.end_block(),
            Event::Html(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: FileSpan) {
        match tag {
            Tag::Heading {
                id, classes, attrs, ..
            } => {
                self.end_block();
                if self.around.is_empty() {
                    let has_attributes = id.is_some() || !classes.is_empty() || !attrs.is_empty();
                    self.heading(span, has_attributes);
                }
            }
            Tag::BlockQuote(kind) => {
                self.end_block();
                match kind {
                    Some(_) => self.around.alerts += 1,
                    None => self.around.quotes += 1,
                }
            }
            Tag::Item => {
                self.end_block();
                self.around.items += 1;
            }
            Tag::CodeBlock(_) => self.start_unshown(ProblemKind::CodeAsText {}, span),
            Tag::Table(_) => self.start_unshown(ProblemKind::TableAsLines {}, span),
            Tag::Image { .. } => self.not_shown(ProblemKind::ImageInText {}, span),
            Tag::HtmlBlock => {
                self.end_block();
                let html = self.file.get(span.range()).unwrap_or_default().to_owned();
                self.html(&html, span);
            }
            Tag::TableCell => {
                if !self.block.is_empty() {
                    self.block.text(" | ", self.around.kind(), Some(span));
                }
            }
            Tag::Emphasis => self.block.start_emphasis(),
            Tag::Strong => self.block.start_strong(),
            Tag::Link { dest_url, .. } => self.start_link(&dest_url, span),
            Tag::Paragraph
            | Tag::List(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => self.end_block(),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: FileSpan) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(kind) => {
                self.end_block();
                match kind {
                    Some(_) => self.around.alerts -= 1,
                    None => self.around.quotes -= 1,
                }
            }
            TagEnd::Item => {
                self.end_block();
                self.around.items -= 1;
            }
            TagEnd::Emphasis => self.block.end_emphasis(),
            TagEnd::Strong => self.block.end_strong(),
            TagEnd::Link => self.end_link(span),
            TagEnd::Paragraph
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::MetadataBlock(_) => self.end_block(),
            TagEnd::TableCell
            | TagEnd::Image
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
        }
    }

    fn heading(&mut self, span: FileSpan, has_attributes: bool) {
        let mut passage = Passage {
            entry: Entry {
                span: Some(span),
                ..Entry::default()
            },
            ..Passage::default()
        };
        if has_attributes {
            let attributes = heading::attributes(self.file, span.range(), &mut self.draft.problems);
            passage.entry.id = attributes.id;
            passage.entry.name.translations = attributes.translations;
            passage.topics = attributes.topics;
            passage.paragraphs = attributes.paragraphs;
        }
        self.passage = Some(passage);
    }

    /// The heading's text becomes the passage's title.
    fn end_heading(&mut self) {
        let Some(mut passage) = self.passage.take() else {
            return self.end_block();
        };
        let span = passage.entry.span;
        if let Some(title) = self.block.end() {
            if title
                .spans
                .iter()
                .any(|span| matches!(span.style, Style::Link(_)))
            {
                let problem = ProblemKind::LinkInTitle {};
                self.draft.problems.push(problem, span);
            }
            passage.entry.name.text = Field::Given(Located {
                value: title.text.into(),
                span,
            });
        }
        self.draft.passages.push(passage);
    }

    fn start_link(&mut self, address: &str, span: FileSpan) {
        self.block.start_link(address_at(self.file, address, span));
    }

    fn end_link(&mut self, span: FileSpan) {
        if let Some(address) = self.block.end_link() {
            let address = address.value.chars().take(80).collect();
            self.draft
                .problems
                .push(ProblemKind::LinkWithoutText { address }, Some(span));
        }
    }

    fn start_unshown(&mut self, problem: ProblemKind, span: FileSpan) {
        self.end_block();
        self.not_shown(problem, span);
    }

    fn not_shown(&mut self, problem: ProblemKind, span: FileSpan) {
        self.draft.problems.push(problem, Some(span));
    }

    fn html(&mut self, html: &str, span: FileSpan) {
        // Remarks are meant not to be shown, and the end of an element is said with its beginning.
        if !html.trim_start().starts_with("<!--") && !html.starts_with("</") {
            self.not_shown(ProblemKind::HtmlNotShown {}, span);
        }
    }

    fn end_block(&mut self) {
        if let Some(block) = self.block.end() {
            self.add(block);
        }
    }

    fn add(&mut self, block: Block) {
        match self.draft.passages.last_mut() {
            Some(passage) => passage.blocks.push(block),
            None => self.draft.introduction.push(block),
        }
    }
}

/// The address itself where it stands in its link, and not the words before it.
pub(super) fn address_at(file: &str, address: &str, link: FileSpan) -> Located<SmolStr> {
    let source = file.get(link.range()).unwrap_or_default();
    // Most links end with it.
    let before = source.strip_suffix(')');
    let before = before.and_then(|inside| inside.strip_suffix(address));
    let at = before.map_or_else(|| source.rfind(address), |before| Some(before.len()));
    let span = match at {
        Some(at) if !address.is_empty() => {
            let start = link.start() + at;
            (start..start + address.len()).into()
        }
        _ => link,
    };
    Located {
        value: address.into(),
        span: Some(span),
    }
}
