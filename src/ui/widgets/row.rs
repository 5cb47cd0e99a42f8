//! A row of a list that is pressed as a whole: a name, and under it a quiet line.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::{focus_ring, follow_focus, pointing, warmth};
use crate::ui::fonts;
use crate::ui::theme::theme;

/// As wide as there is room; what is too long for it is cut.
pub fn row_button(ui: &mut Ui, name: &str, note: &str) -> Response {
    let t = theme(ui.ctx());
    let width = ui.available_width();
    let layout = |text: &str, font: FontId| {
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font, Color32::PLACEHOLDER);
        job.wrap = TextWrapping::truncate_at_width(width - 20.0);
        ui.painter().layout_job(job)
    };
    let title = layout(name, fonts::reading(16.0));
    let note_line = layout(note, fonts::sans(12.0));
    let height = title.size().y + note_line.size().y + 14.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}. {note}")));
    follow_focus(&response);
    let warm = warmth(ui, &response);
    ui.painter()
        .rect_filled(rect, 6.0, t.hover.gamma_multiply(warm));
    let at = rect.min + vec2(10.0, 6.0);
    let below = at + vec2(0.0, title.size().y + 2.0);
    ui.painter().galley(at, title, t.ink);
    ui.painter().galley(below, note_line, t.ink_faint);
    focus_ring(ui, &response, 6);
    pointing(response).on_hover_text(note)
}
