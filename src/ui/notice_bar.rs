//! What the program has to say: one sentence at a time, until it is dismissed.

use egui::{Align, Align2, Label, Layout, RichText, Sense, Ui, vec2};

use super::fonts::{self, glyph};
use super::widgets::icon_button;
use super::{Request, ViewCtx};

pub const HEIGHT: f32 = 44.0;

pub fn notices_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, notice: &str) {
    let t = ctx.theme;
    let area = ui.max_rect();
    ui.painter()
        .hline(area.x_range(), area.bottom() - 0.5, t.hair());
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(10.0);
        if icon_button(ui, glyph::CLOSE, &ctx.texts.notices.dismiss).clicked() {
            ctx.send(Request::DismissNotice);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(18.0);
            let (icon, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
            ui.painter().text(
                icon.center(),
                Align2::CENTER_CENTER,
                glyph::INFO,
                fonts::icon(18.0),
                t.accent_ink,
            );
            let text = RichText::new(notice).font(fonts::sans(13.0)).color(t.ink);
            // What does not fit in a narrow window is in the tooltip.
            ui.add(Label::new(text).truncate());
        });
    });
}
