//! The page of a presentation: the passage the reader is on, alone; the story's title before the first.

use egui::{Align2, Ui, pos2};

use super::fonts;
use super::original_text::worded_ui;
use super::overview::overview_ui;
use super::passage_list::paragraph;
use super::theme::space;
use super::widgets::{ProseLook, close_button, kicker, line};
use super::{Command, ViewCtx, tour_bar};
use crate::story::PassageId;

pub fn presented_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    if close_button(ui, &ctx.texts.tour.leave).clicked() {
        ctx.send(Command::Present);
    }
    match ctx.session.selected_passage() {
        Some(passage) => passage_ui(ctx, ui, passage),
        None => overview_ui(ctx, ui),
    }
}

fn passage_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: PassageId) {
    let t = ctx.theme;
    let passage = ctx.story.passage(id);
    let top = ui.cursor().min;
    kicker(ui, &tour_bar::position(ctx), t.accent_ink);
    let number = pos2(ui.max_rect().right() - 40.0, top.y);
    ui.painter().text(
        number,
        Align2::RIGHT_TOP,
        paragraph(ctx, passage),
        fonts::sans_medium(12.0),
        t.ink_faint,
    );
    ui.add_space(10.0);
    let title = ctx.say(&passage.title);
    line(ui, title, fonts::display(27.0), t.ink, 33.0);
    if let Some(second) = ctx.say_too(&passage.title) {
        ui.add_space(4.0);
        line(ui, second, fonts::display(20.0), t.ink_muted, 28.0);
    }
    ui.add_space(14.0);
    let look = ProseLook {
        font: fonts::reading(19.0),
        color: t.ink,
        leading: 30.0,
    };
    worded_ui(ctx, ui, id, &look);
    ui.add_space(space::MEDIUM);
}
