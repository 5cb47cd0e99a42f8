//! The controls: each decides its size, allocates, interacts, paints, and says its name.

mod buttons;
mod choices;
mod field;
mod prose;
mod row;
mod spoken;
mod switch;
mod text;
mod typed_line;

pub use buttons::{
    close_button, hinted_button, icon_button, pill, place_button, primary_button, quiet_button,
    text_button, toggle_button,
};
pub use choices::{chip, tab};
pub use field::{bare_line, text_field};
pub use prose::{Lit, ProseLook, prose};
pub use row::row_button;
pub use spoken::{
    announced, as_heading, empty_pane, group, is_read_aloud, live, name_scroll_bar, named_pane,
    page_heading, page_heading_id,
};
pub use switch::{Choices, switch};
pub use text::{caption, hairline, kicker, line, two_scripts};
pub use typed_line::{TypedLine, typed_line};

use egui::{
    Align2, CornerRadius, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use super::fonts::{self, glyph};
use super::theme::{Theme, theme};

pub fn pointing(response: Response) -> Response {
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Keyboard focus: the same ring everywhere, outside the control.
pub fn focus_ring(ui: &Ui, response: &Response, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, theme(ui.ctx()).focus);
        let ring = response.rect.expand(2.5);
        ui.painter().rect_stroke(
            ring,
            CornerRadius::same(radius + 2),
            stroke,
            StrokeKind::Middle,
        );
    }
}

/// Brings what the keyboard just reached into view.
pub fn follow_focus(response: &Response) {
    if response.gained_focus() {
        // Clear of the edges, where the text fades out.
        let area = response.rect.expand2(vec2(0.0, 40.0));
        response.clone().with_new_rect(area).scroll_to_me(None);
    }
}

/// The ground of what the reader is on: a wash, and a bar at its left.
pub fn current(t: &Theme, area: Rect) -> Shape {
    let area = area.expand2(vec2(18.0, 0.0));
    let bar = Rect::from_min_size(area.min, vec2(3.0, area.height()));
    let wash = Shape::rect_filled(area, 3.0, t.current());
    Shape::Vec(vec![wash, Shape::rect_filled(bar, 1.5, t.accent)])
}

/// How far the pointer has warmed it, from 0 to 1.
pub fn warmth(ui: &Ui, response: &Response) -> f32 {
    ui.ctx()
        .animate_bool(response.id, response.hovered() || response.has_focus())
}

/// A round tick of a row, filled when done.
pub fn tick(ui: &Ui, row: &Response, center: Pos2, on: bool) {
    let t = theme(ui.ctx());
    if on {
        ui.painter().circle_filled(center, 10.0, t.ink);
        let middle = center + vec2(0.0, 0.5);
        ui.painter().text(
            middle,
            Align2::CENTER_CENTER,
            glyph::CHECK,
            fonts::icon(13.0),
            t.panel,
        );
    } else {
        let edge = if row.hovered() { t.ink } else { t.control };
        ui.painter()
            .circle_stroke(center, 9.25, Stroke::new(1.5, edge));
    }
}

/// How much of a whole is done, from 0 to 1.
pub fn progress(ui: &mut Ui, part: f32, spoken: &str) {
    let t = theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, spoken));
    ui.painter().rect_filled(rect, 2.0, t.hairline);
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * part, 4.0));
    ui.painter().rect_filled(done, 2.0, t.ink);
}
