//! The bars above text and map: what the program has to say, the masthead, the filters.

use egui::{Frame, Panel, Ui};

use crate::ui::layout::Layout;
use crate::ui::theme::Theme;
use crate::ui::{self, Notice, ViewCtx};

/// In a presentation there is only the notice.
pub fn bars_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, layout: &Layout, notice: Option<&Notice>) {
    let (t, panes) = (ctx.theme, &ctx.texts.panes);
    let bar = |name: &'static str, height: f32| fixed(Panel::top(name), height, t);
    if let Some(notice) = notice {
        bar("notice", ui::NOTICE_HEIGHT).show(ui, |ui| {
            ui::named_pane(ui, &panes.notice);
            ui::notices_ui(ctx, ui, notice);
        });
    }
    if ctx.presenting {
        return;
    }
    bar("masthead", ui::MASTHEAD_HEIGHT).show(ui, |ui| {
        ui::named_pane(ui, &panes.top);
        ui::masthead_ui(ctx, ui);
    });
    for (i, row) in layout.filter_rows.iter().enumerate() {
        let last = i + 1 == layout.filter_rows.len();
        let height = ui::FILTER_ROW_HEIGHT + if last { 7.0 } else { 0.0 };
        let name = ["filters", "more filters"]
            .get(i)
            .copied()
            .unwrap_or("filters");
        bar(name, height).show(ui, |ui| {
            ui::named_pane(ui, &panes.filters);
            ui::filters_ui(ctx, ui, row, last);
        });
    }
}

/// A bar of a given height, without egui's line under it.
pub fn fixed(panel: Panel, height: f32, t: &Theme) -> Panel {
    panel
        .exact_size(height)
        .show_separator_line(false)
        .frame(Frame::NONE.fill(t.paper))
}
