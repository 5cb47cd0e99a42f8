//! From mention to mention of the selected place: how far one is, and the way on.

use egui::{Ui, vec2};

use super::command_button::command_button;
use super::fonts::glyph;
use super::widgets::caption;
use super::{Command, ViewCtx, theme::space};
use crate::texts::fill;

pub fn walk_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::HAIR, 0.0);
        let texts = &ctx.texts.reading;
        let words = ctx.session.walk().map_or_else(
            || texts.mentions.clone(),
            |walk| {
                let (n, all) = (walk.position.to_string(), walk.all.to_string());
                fill(&texts.mention_at, &[("n", &n), ("all", &all)])
            },
        );
        for (icon, command) in [
            (glyph::CARET_UP, Command::PreviousMention),
            (glyph::CARET_DOWN, Command::NextMention),
        ] {
            command_button(ctx, ui, icon, command);
        }
        caption(ui, &words);
    });
}
