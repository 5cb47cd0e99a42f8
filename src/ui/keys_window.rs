//! The list of keys, made from the commands, and whom the program owes its map and letters.

use egui::{Align, Layout, Ui, vec2};

use super::command::command_key;
use super::licences::{Licences, licences_ui};
use super::map::CREDIT;
use super::widgets::line;
use super::{Command, ViewCtx, fonts, theme::space};
use crate::texts::fill;

/// For the longest keys, in points.
const KEYS_WIDTH: f32 = 124.0;

pub fn keys_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, licences: &mut Licences) {
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
    licences_ui(ctx, ui, licences);
}

fn commands_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let t = ctx.theme;
    let texts = &ctx.texts.keys;
    let commands = Command::ALL.into_iter();
    let commands = commands.filter(|command| !command.shortcuts().is_empty());
    let commands = commands.map(|command| {
        let keys: Vec<String> = command.keys(ctx.texts).collect();
        (command.text(ctx.texts), keys.join("   "))
    });
    let others = [
        (texts.paste.as_str(), format!("{} V", command_key(texts))),
        (&texts.scroll, "↑   ↓".to_owned()),
        (&texts.reach, texts.tab.clone()),
        (&texts.choose, format!("{}   {}", texts.enter, texts.space)),
        (&texts.places, texts.arrows.clone()),
        (&texts.move_map, texts.shift_arrows.clone()),
    ];
    // What a command does may take two lines; its keys stay together.
    let width = (ui.available_width() - KEYS_WIDTH - space::MEDIUM).max(40.0);
    ui.spacing_mut().item_spacing = vec2(space::MEDIUM, 6.0);
    for (what, keys) in commands.chain(others) {
        ui.horizontal_top(|ui| {
            let down = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
                ui.set_width(width);
                line(ui, what, fonts::sans(13.5), t.ink, 18.0);
            });
            line(ui, &keys, fonts::sans_medium(12.5), t.ink_muted, 18.0);
        });
    }
}
