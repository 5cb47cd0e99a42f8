//! While a file is held over the window: that it may be dropped.

use egui::{Align2, Id, LayerId, Order, Stroke, StrokeKind, Ui};

use super::ViewCtx;
use super::fonts;

pub fn drop_ui(ctx: &ViewCtx<'_>, ui: &Ui) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let t = ctx.theme;
    let painter = ui
        .ctx()
        .layer_painter(LayerId::new(Order::Tooltip, Id::unique("drop")));
    let area = ui.ctx().content_rect();
    painter.rect_filled(area, 0.0, t.paper.gamma_multiply(0.85));
    let edge = Stroke::new(2.0, t.accent);
    painter.rect_stroke(area.shrink(12.0), 10.0, edge, StrokeKind::Inside);
    let text = &ctx.texts.open.drop;
    painter.text(
        area.center(),
        Align2::CENTER_CENTER,
        text,
        fonts::display(32.0),
        t.ink,
    );
}
