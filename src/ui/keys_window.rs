//! The list of keys, made from the commands, and whom the program owes its map and letters.

use egui::{Color32, Grid, Modal, RichText, ScrollArea, Ui};

use super::map::CREDIT;
use super::widgets::{line, text_button};
use super::{Command, ViewCtx, fonts, theme::space};
use crate::texts::fill;

/// Shows it over the window; returns whether the reader is done with it.
pub fn keys_window_ui(ctx: &ViewCtx<'_>, ui: &Ui) -> bool {
    let t = ctx.theme;
    let frame = egui::Frame::NONE
        .fill(t.raised)
        .stroke(t.hair())
        .corner_radius(8)
        .inner_margin(24);
    let modal = Modal::new(egui::Id::unique("keys"))
        .frame(frame)
        .backdrop_color(Color32::from_black_alpha(70));
    let room = ui.ctx().content_rect();
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width((room.width() - 96.0).min(440.0));
        line(ui, &ctx.texts.menu.keys, fonts::display(28.0), t.ink, 34.0);
        ui.add_space(space::SMALL);
        let height = room.height() - 190.0;
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                commands_ui(ctx, ui);
                ui.add_space(space::MEDIUM);
                let version = fill(
                    &ctx.texts.menu.version,
                    &[("version", env!("CARGO_PKG_VERSION"))],
                );
                line(ui, &version, fonts::sans_medium(12.5), t.ink_muted, 18.0);
                let credits = fill(&ctx.texts.menu.credits, &[("map", CREDIT)]);
                line(ui, &credits, fonts::sans(12.5), t.ink_muted, 18.0);
            });
        ui.add_space(space::SMALL);
        text_button(ui, &ctx.texts.menu.close).clicked()
    });
    shown.inner || shown.should_close()
}

fn commands_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let t = ctx.theme;
    let texts = &ctx.texts.keys;
    let commands = Command::ALL.into_iter().map(|command| {
        let keys: Vec<String> = command.keys(ctx.texts).collect();
        (command.text(ctx.texts), keys.join("   "))
    });
    let others = [
        (texts.scroll.as_str(), "↑   ↓".to_owned()),
        (&texts.reach, texts.tab.clone()),
        (&texts.move_map, texts.arrows.clone()),
    ];
    let grid = Grid::new("keys")
        .num_columns(2)
        .spacing([space::LARGE, 6.0]);
    grid.show(ui, |ui| {
        for (what, keys) in commands.chain(others) {
            ui.label(RichText::new(what).font(fonts::sans(13.5)).color(t.ink));
            ui.label(
                RichText::new(keys)
                    .font(fonts::sans_medium(12.5))
                    .color(t.ink_muted),
            );
            ui.end_row();
        }
    });
}
