//! The text of a passage: its blocks in the reader's languages, with links and what the search found in them.

use std::slice;

use egui::{FontId, Rect, Ui, UiBuilder, vec2};

use super::context_note::context_label_ui;
use super::image_block::{image_ui, image_words_ui};
use super::widgets::{Lit, ProseLook, line, prose};
use super::{ViewCtx, fonts, found_words};
use crate::session::Action;
use crate::session::mentions::count;
use crate::story::{Block, Image, Item, Link, PassageId, Prose};

/// The text in each of the reader's languages; in its own, with a word on it, where there is no translation.
pub fn text_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: PassageId, look: &ProseLook) {
    let story = ctx.story;
    let mut above: &[Block] = &[];
    for (i, language) in ctx.languages().iter().enumerate() {
        match story.blocks_in(id, language) {
            Some(blocks) => {
                if i > 0 {
                    ui.add_space(10.0);
                }
                let around = Around {
                    walked: walked(ctx, id).filter(|_| i == 0),
                    above,
                };
                blocks_ui(ctx, ui, blocks, &in_language(look, language), around);
                above = blocks;
            }
            None if i == 0 => {
                // Only in a story that has translations is the lack of one worth a word.
                if story.languages().any(|other| other == *language) {
                    let font = fonts::sans_medium(11.5);
                    line(
                        ui,
                        &ctx.texts.languages.untranslated,
                        font,
                        ctx.theme.ink_faint,
                        18.0,
                    );
                }
                let blocks = &story.passage(id).blocks;
                let around = Around {
                    walked: walked(ctx, id),
                    above,
                };
                blocks_ui(ctx, ui, blocks, look, around);
                above = blocks;
            }
            None => {}
        }
    }
}

/// Chinese characters fill their squares: a little smaller, a little further apart.
pub fn in_language(look: &ProseLook, language: &str) -> ProseLook {
    if language != "zh" {
        return look.clone();
    }
    let font = FontId::new(look.font.size - 0.5, look.font.family.clone());
    ProseLook {
        font,
        color: look.color,
        leading: look.leading + 1.0,
    }
}

/// Among the passage's mentions of the selected place, the one that the reader has walked to.
fn walked(ctx: &ViewCtx<'_>, passage: PassageId) -> Option<usize> {
    let at = ctx.session.walk()?.at;
    (at.passage == passage).then_some(at.nth)
}

/// What a text's blocks cannot know of themselves.
#[derive(Clone, Copy, Default)]
pub struct Around<'b> {
    /// Among the mentions of the selected place, the one that the reader has walked to.
    pub walked: Option<usize>,
    /// The same text in the first language: its pictures are not shown again.
    pub above: &'b [Block],
}

impl Around<'_> {
    fn shows(&self, image: &Image) -> bool {
        self.above
            .iter()
            .any(|block| matches!(block, Block::Image(above) if above.path == image.path))
    }
}

/// Paragraphs, quotations, items, pictures and the story's own additions.
pub fn blocks_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    blocks: &[Block],
    look: &ProseLook,
    around: Around<'_>,
) {
    let mut walked = around.walked;
    for (i, block) in blocks.iter().enumerate() {
        if i > 0 {
            ui.add_space(10.0);
        }
        let here = ctx
            .session
            .selection()
            .map_or(0, |thing| count(slice::from_ref(block), thing));
        let current = walked.filter(|&nth| nth < here);
        walked = walked.and_then(|nth| nth.checked_sub(here));
        match block {
            Block::Paragraph(text) => prose_ui(ctx, ui, text, look, current),
            Block::Item(text) => indented_ui(ui, 18.0, |ui| {
                let dot = ui.cursor().min + vec2(-10.0, look.leading / 2.0 + 1.0);
                ui.painter().circle_filled(dot, 2.0, ctx.theme.ink_faint);
                prose_ui(ctx, ui, text, look, current);
            }),
            Block::Quote(text) => {
                let look = ProseLook {
                    font: fonts::reading_italic(look.font.size),
                    ..look.clone()
                };
                indented_ui(ui, 18.0, |ui| prose_ui(ctx, ui, text, &look, current));
            }
            Block::Context(text) => context_ui(ctx, ui, text, current),
            Block::Image(image) if around.shows(image) => {
                image_words_ui(ctx, ui, image, look, current);
            }
            Block::Image(image) => image_ui(ctx, ui, image, look, current),
        }
    }
}

/// What the source does not say is set apart, and says so.
fn context_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, text: &Prose, current: Option<usize>) {
    let t = ctx.theme;
    let top = ui.cursor().top() + 2.0;
    let left = ui.max_rect().left() + 1.0;
    indented_ui(ui, 16.0, |ui| {
        let look = context_label_ui(ctx, ui);
        prose_ui(ctx, ui, text, &look, current);
    });
    let bottom = ui.cursor().top() - 2.0;
    ui.painter()
        .vline(left, top..=bottom, egui::Stroke::new(1.5, t.hairline));
}

fn indented_ui(ui: &mut Ui, by: f32, add: impl FnOnce(&mut Ui)) {
    let origin = ui.cursor().min + vec2(by, 0.0);
    let column = Rect::from_min_size(origin, vec2(ui.available_width() - by, f32::INFINITY));
    let used = ui.scope_builder(UiBuilder::new().max_rect(column), add);
    ui.advance_cursor_after_rect(used.response.rect);
}

pub fn prose_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    text: &Prose,
    look: &ProseLook,
    current: Option<usize>,
) {
    let selection = ctx.session.selection();
    let item = ctx.hovered.or(selection);
    let lit = Lit {
        item,
        current: current.filter(|_| item == selection),
        reach: ctx.reach.is_some(),
        uncertain: Some((ctx.story, &ctx.texts.mending.named_uncertain)),
    };
    let marks = found_words::marks(ctx, ui.ctx(), &text.text);
    let clicked = prose(ui, text, look, lit, &marks);
    if let Some(item) = clicked.hovered {
        ctx.hover(item);
    }
    match clicked.clicked {
        Some(Link::Place(place)) => ctx.send(Action::Select(Item::Place(place))),
        Some(Link::Region(region)) => ctx.send(Action::Select(Item::Region(region))),
        Some(Link::Actor(actor)) => ctx.send(Action::Meet(actor)),
        Some(Link::Passage(passage)) => ctx.send(Action::Select(Item::Passage(passage))),
        // `Draft::finish` lets only http and https through.
        Some(Link::Web(url)) => ui.ctx().open_url(egui::OpenUrl::new_tab(url)),
        None => {}
    }
}
