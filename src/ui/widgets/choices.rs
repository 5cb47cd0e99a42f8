//! What is chosen from a few: chips and tabs.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{focus_ring, follow_focus, pointing, warmth};
use crate::ui::fonts;
use crate::ui::theme::theme;

/// A filter: outlined when off, ink when on.
pub fn chip(ui: &mut Ui, label: &str, count: usize, on: bool, spoken: &str) -> Response {
    let t = theme(ui.ctx());
    let font = if on {
        fonts::sans_medium(13.0)
    } else {
        fonts::sans(13.0)
    };
    let name = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font, Color32::PLACEHOLDER);
    let number =
        ui.painter()
            .layout_no_wrap(count.to_string(), fonts::sans(11.5), Color32::PLACEHOLDER);
    let size = vec2(name.size().x + number.size().x + 28.0, 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, spoken));
    follow_focus(&response);
    let ground = if on {
        t.chip_on
    } else {
        t.paper.lerp_to_gamma(t.hover, warmth(ui, &response))
    };
    let edge = match (on, response.hovered()) {
        (true, _) => t.chip_on,
        (false, true) => t.control,
        (false, false) => t.hairline,
    };
    let painter = ui.painter();
    painter.rect(
        rect,
        13.0,
        ground,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    let (ink, faint) = if on {
        (t.on_chip, t.on_chip.gamma_multiply(0.75))
    } else {
        (t.ink, t.ink_faint)
    };
    let at = rect.left_center() + vec2(11.0, 0.0);
    let number_at = at + vec2(name.size().x + 6.0, 0.5 - number.size().y / 2.0);
    painter.galley(at - vec2(0.0, name.size().y / 2.0), name, ink);
    painter.galley(number_at, number, faint);
    focus_ring(ui, &response, 13);
    pointing(response)
}

/// A tab: words on a hairline, the chosen one underlined in the accent.
pub fn tab(ui: &mut Ui, label: &str, on: bool) -> Response {
    let t = theme(ui.ctx());
    let font = if on {
        fonts::sans_strong(13.5)
    } else {
        fonts::sans_medium(13.5)
    };
    let text = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font, Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(vec2(text.size().x, 44.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, label));
    // A tab is selected, not checked.
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(on));
    let ink = if on {
        t.ink
    } else {
        t.ink_muted.lerp_to_gamma(t.ink, warmth(ui, &response))
    };
    ui.painter()
        .galley(rect.center() - text.size() / 2.0, text, ink);
    if on {
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 2.0), rect.max);
        ui.painter().rect_filled(line, 0.0, t.accent);
    }
    let words = rect.shrink2(vec2(-4.0, 8.0));
    focus_ring(ui, &response.clone().with_new_rect(words), 4);
    pointing(response)
}
