//! The text that the open story retells, by its path: where the system has no dialog to choose it in.

use egui::Ui;

use super::open_dialog::{OpenForm, path_ui};
use super::theme::space;
use super::widgets::line;
use super::{Request, ViewCtx, fonts};

/// Whether the reader has chosen.
pub fn original_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, form: &mut OpenForm) -> bool {
    let t = ctx.theme;
    let texts = &ctx.texts.original;
    line(ui, &texts.what, fonts::reading(15.5), t.ink, 23.0);
    ui.add_space(space::MEDIUM);
    let path = path_ui(ctx, ui, form, &texts.attach);
    ui.add_space(space::SMALL);
    let no_browsing = &ctx.texts.open.no_browsing;
    line(ui, no_browsing, fonts::sans(12.5), t.ink_faint, 18.0);
    let has_chosen = path.is_some();
    if let Some(path) = path {
        ctx.send(Request::AttachFile(path));
    }
    has_chosen
}
