//! A picture as large as the window lets it be, with what belongs to it.

use egui::{CursorIcon, Sense, Ui, Vec2, vec2};

use super::image_block::{draw, failed_ui, fitted, image_name, name_ui};
use super::pictures::{Found, Place};
use super::theme::space;
use super::widgets::line;
use super::{ViewCtx, fonts};
use crate::story::Image;

/// Points that one of a small picture may grow to.
const MOST: f32 = 2.0;
/// Room for caption and credit, each, in points; longer ones are scrolled to.
const WORDS: f32 = 24.0;

/// Of the picture, in points, in a room that has to hold its words too.
pub fn enlarged_size(ctx: &ViewCtx<'_>, image: &Image, room: Vec2) -> Vec2 {
    let texts = [&image.caption.text, &image.credit];
    let words = texts.into_iter().filter(|text| !text.is_empty()).count() as f32 * WORDS;
    let room = vec2(room.x, (room.y - space::SMALL - words).max(1.0));
    match ctx.pictures.find(&image.path, 0.0) {
        Found::Sized(size) => fitted(size, room, MOST),
        Found::Unknown | Found::Failed(_) => room,
    }
}

/// Returns whether it was clicked, which puts it away again.
pub fn enlarged_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, image: &Image, room: Vec2) -> bool {
    let t = ctx.theme;
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut is_clicked = false;
    match ctx.pictures.find(&image.path, 0.0) {
        Found::Failed(fault) => failed_ui(ctx, ui, image, fault),
        Found::Unknown => {}
        Found::Sized(own) => {
            let size = enlarged_size(ctx, image, room);
            ui.vertical_centered(|ui| {
                // Not for the keyboard: it has Escape, and the button.
                let (area, response) = ui.allocate_exact_size(size, Sense::CLICK);
                name_ui(&response, image_name(ctx, image));
                draw(ctx, ui, (image, own), area, Place::Enlarged);
                is_clicked = response.on_hover_cursor(CursorIcon::ZoomOut).clicked();
            });
        }
    }
    ui.add_space(space::SMALL);
    if !image.caption.text.is_empty() {
        let font = fonts::reading_italic(15.0);
        line(ui, &image.caption.text, font, t.ink_muted, 22.0);
    }
    if !image.credit.is_empty() {
        let font = fonts::sans_medium(11.5);
        line(ui, &image.credit, font, t.ink_faint, 18.0);
    }
    is_clicked
}
