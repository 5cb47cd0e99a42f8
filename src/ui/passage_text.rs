//! The text of a passage: its blocks in the reader's languages, with links and what the search found in them.

use std::slice;

use egui::{FontId, Rect, Ui, UiBuilder, vec2};

use super::widgets::{Lit, ProseLook, line, prose};
use super::{ViewCtx, fonts};
use crate::session::Action;
use crate::session::mentions::count;
use crate::story::{Block, Image, Item, Link, PassageId, Prose};

/// The text in each of the reader's languages; in its own, with a word on it, where there is no translation.
pub fn text_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: PassageId, look: &ProseLook) {
    let story = ctx.story;
    for (i, language) in ctx.languages().iter().enumerate() {
        match story.blocks_in(id, language) {
            Some(blocks) => {
                if i > 0 {
                    ui.add_space(10.0);
                }
                let walked = walked(ctx, id).filter(|_| i == 0);
                walked_blocks_ui(ctx, ui, blocks, &in_language(look, language), walked);
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
                walked_blocks_ui(ctx, ui, blocks, look, walked(ctx, id));
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

/// Paragraphs, quotations, items and the story's own additions.
pub fn blocks_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, blocks: &[Block], look: &ProseLook) {
    walked_blocks_ui(ctx, ui, blocks, look, None);
}

fn walked_blocks_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    blocks: &[Block],
    look: &ProseLook,
    mut walked: Option<usize>,
) {
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
            Block::Image(image) => image_ui(ctx, ui, image, look, current),
        }
    }
}

/// The words that belong to an image.
fn image_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    image: &Image,
    look: &ProseLook,
    current: Option<usize>,
) {
    let t = ctx.theme;
    let small = ProseLook {
        font: fonts::reading_italic(look.font.size - 1.5),
        color: t.ink_muted,
        leading: look.leading - 2.0,
    };
    for text in [&image.alt, &image.credit] {
        if !text.is_empty() {
            let font = fonts::sans_medium(11.5);
            line(ui, text, font, t.ink_faint, 18.0);
        }
    }
    if !image.caption.text.is_empty() {
        prose_ui(ctx, ui, &image.caption, &small, current);
    }
}

/// What the source does not say is set apart, and says so.
fn context_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, text: &Prose, current: Option<usize>) {
    let t = ctx.theme;
    let top = ui.cursor().top() + 2.0;
    let left = ui.max_rect().left() + 1.0;
    indented_ui(ui, 16.0, |ui| {
        line(
            ui,
            &ctx.texts.reading.context,
            fonts::sans_medium(11.5),
            t.ink_faint,
            18.0,
        );
        let look = ProseLook {
            font: fonts::reading_italic(15.0),
            color: t.ink_muted,
            leading: 22.0,
        };
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

fn prose_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    text: &Prose,
    look: &ProseLook,
    current: Option<usize>,
) {
    let lit = Lit {
        place: ctx.hovered.or(ctx.session.selected_place()),
        current: current
            .filter(|_| ctx.hovered.is_none() || ctx.hovered == ctx.session.selected_place()),
        reach: ctx.reach.is_some(),
    };
    let finding = ctx.session.finding();
    let marks = if finding.is_on() {
        finding.hits().query().marks(&text.text)
    } else {
        Vec::new()
    };
    let clicked = prose(ui, text, look, lit, &marks);
    if let Some(place) = clicked.hovered {
        ctx.hover(place);
    }
    match clicked.clicked {
        Some(Link::Place(place)) => ctx.send(Action::Select(Item::Place(place))),
        Some(Link::Passage(passage)) => ctx.send(Action::Select(Item::Passage(passage))),
        // `Draft::finish` lets only http and https through.
        Some(Link::Web(url)) => ui.ctx().open_url(egui::OpenUrl::new_tab(url)),
        Some(Link::Region(_) | Link::Actor(_)) | None => {}
    }
}
