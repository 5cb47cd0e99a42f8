//! What the source does not say: it is set apart, and says so.

use egui::Ui;

use super::widgets::{ProseLook, line};
use super::{ViewCtx, fonts, labelled};
use crate::story::Name;

/// The label, and how the text under it is set.
pub fn context_label_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) -> ProseLook {
    let t = ctx.theme;
    let font = fonts::sans_medium(11.5);
    line(ui, &ctx.texts.reading.context, font, t.ink_faint, 18.0);
    ProseLook {
        font: fonts::reading_italic(15.0),
        color: t.ink_muted,
        leading: 22.0,
    }
}

/// Label and text on one line, for a list.
pub fn context_line_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, text: &Name) {
    let text = labelled(ctx, &ctx.texts.reading.context, ctx.say(text));
    let font = fonts::reading_italic(14.0);
    line(ui, &text, font, ctx.theme.ink_muted, 19.0);
}
