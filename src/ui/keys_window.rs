//! The list of keys, made from the commands, and whom the program owes its map and letters.

use egui::{Grid, RichText, Ui};

use super::map::CREDIT;
use super::widgets::line;
use super::{Command, ViewCtx, fonts, theme::space};
use crate::texts::fill;

pub fn keys_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let t = ctx.theme;
    commands_ui(ctx, ui);
    ui.add_space(space::MEDIUM);
    let version = fill(
        &ctx.texts.menu.version,
        &[("version", env!("CARGO_PKG_VERSION"))],
    );
    line(ui, &version, fonts::sans_medium(12.5), t.ink_muted, 18.0);
    let credits = fill(&ctx.texts.menu.credits, &[("map", CREDIT)]);
    line(ui, &credits, fonts::sans(12.5), t.ink_muted, 18.0);
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
