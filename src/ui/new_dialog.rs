//! A new story: where its file is to lie.

use egui::Ui;

use super::destination::{Destination, destination_ui};
use super::theme::space;
use super::widgets::line;
use super::{Request, ViewCtx, fonts};

pub fn new_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, destination: &mut Destination) {
    let texts = &ctx.texts.new;
    line(ui, &texts.what, fonts::reading(15.5), ctx.theme.ink, 23.0);
    ui.add_space(space::MEDIUM);
    if let Some(path) = destination_ui(ctx, ui, destination, &texts.create) {
        ctx.send(Request::Create(path));
    }
}
