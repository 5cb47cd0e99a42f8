//! The controls: each decides its size, allocates, interacts, paints, and says its name.

mod prose;
mod switch;
mod text;

pub use prose::{Lit, ProseLook, prose};
pub use switch::switch;
pub use text::{caption, hairline, kicker, line, two_scripts};

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::fonts::{self, glyph};
use super::theme::{TARGET, Theme, theme};

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
    let wash = Shape::rect_filled(area, 3.0, t.selection.gamma_multiply(0.55));
    Shape::Vec(vec![wash, Shape::rect_filled(bar, 1.5, t.accent)])
}

/// How far the pointer has warmed it, from 0 to 1.
pub fn warmth(ui: &Ui, response: &Response) -> f32 {
    ui.ctx()
        .animate_bool(response.id, response.hovered() || response.has_focus())
}

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
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, on, label));
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

pub fn icon_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    let t = theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(TARGET + Vec2::splat(4.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let warm = warmth(ui, &response);
    let ink = t.ink_muted.lerp_to_gamma(t.ink, warm);
    ui.painter()
        .rect_filled(rect, 6.0, t.hover.gamma_multiply(warm));
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        icon,
        fonts::icon(18.0),
        ink,
    );
    focus_ring(ui, &response, 6);
    pointing(response).on_hover_text(name)
}

/// The one loud button of a page.
pub fn primary_button(ui: &mut Ui, label: &str, icon: &str) -> Response {
    let t = theme(ui.ctx());
    let text = ui.painter().layout_no_wrap(
        label.to_owned(),
        fonts::sans_strong(13.5),
        Color32::PLACEHOLDER,
    );
    let (rect, response) = ui.allocate_exact_size(vec2(text.size().x + 56.0, 38.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    follow_focus(&response);
    ui.painter().rect_filled(
        rect,
        6.0,
        t.accent
            .lerp_to_gamma(t.accent_hover, warmth(ui, &response)),
    );
    ui.painter().galley(
        pos2(rect.left() + 16.0, rect.center().y - text.size().y / 2.0),
        text,
        t.on_accent,
    );
    let at = rect.right_center() - vec2(22.0, 0.0);
    ui.painter().text(
        at,
        Align2::CENTER_CENTER,
        icon,
        fonts::icon(16.0),
        t.on_accent,
    );
    focus_ring(ui, &response, 6);
    pointing(response)
}

/// Floats on the map: words and an icon on a raised ground.
pub fn pill(ui: &mut Ui, label: &str, icon: &str) -> Response {
    let t = theme(ui.ctx());
    let font = fonts::sans_medium(13.0);
    let mut job = LayoutJob::simple_singleline(label.to_owned(), font, Color32::PLACEHOLDER);
    job.wrap = TextWrapping::truncate_at_width(ui.available_width() - 52.0);
    let text = ui.painter().layout_job(job);
    let size = vec2(text.size().x + 52.0, 34.0);
    let rect = Align2::CENTER_CENTER.anchor_size(ui.max_rect().center(), size);
    let response = ui.allocate_rect(rect, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    let warm = warmth(ui, &response);
    let ground = t.raised.lerp_to_gamma(t.hover, warm);
    ui.painter().add(t.float_shadow().as_shape(rect, 17));
    ui.painter()
        .rect(rect, 17.0, ground, t.hair(), StrokeKind::Inside);
    let at = pos2(rect.left() + 18.0, rect.center().y - text.size().y / 2.0);
    ui.painter().galley(at, text, t.accent_ink);
    let at = rect.right_center() - vec2(20.0, 0.0);
    ui.painter().text(
        at,
        Align2::CENTER_CENTER,
        icon,
        fonts::icon(15.0),
        t.accent_ink,
    );
    focus_ring(ui, &response, 17);
    pointing(response)
}

/// Words that act, in the accent.
pub fn text_button(ui: &mut Ui, label: &str) -> Response {
    let t = theme(ui.ctx());
    words_button(ui, (None, label), label, (t.accent_ink, t.accent_ink))
}

/// Words that act, as quiet as a caption until the pointer is on them.
pub fn quiet_button(ui: &mut Ui, label: &str, spoken: &str) -> Response {
    let t = theme(ui.ctx());
    words_button(ui, (None, label), spoken, (t.ink_faint, t.accent_ink))
}

/// Words that switch something on and off: with a tick when on.
pub fn toggle_button(ui: &mut Ui, label: &str, spoken: &str, on: bool) -> Response {
    let t = theme(ui.ctx());
    let icon = on.then_some(glyph::CHECK);
    let response = words_button(ui, (icon, label), spoken, (t.accent_ink, t.accent_ink));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, spoken));
    response
}

/// A place, as quiet as a caption: with a pin, so that it is not taken for a topic.
pub fn place_button(ui: &mut Ui, label: &str, spoken: &str) -> Response {
    let t = theme(ui.ctx());
    words_button(
        ui,
        (Some(glyph::MAP_PIN), label),
        spoken,
        (t.ink_faint, t.accent_ink),
    )
}

fn words_button(
    ui: &mut Ui,
    (icon, label): (Option<&str>, &str),
    spoken: &str,
    (idle, warm): (Color32, Color32),
) -> Response {
    const ICON: f32 = 12.0;
    let text = ui.painter().layout_no_wrap(
        label.to_owned(),
        fonts::sans_medium(12.5),
        Color32::PLACEHOLDER,
    );
    let before = if icon.is_some() { ICON + 3.0 } else { 0.0 };
    let size = vec2(before + text.size().x, TARGET.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
    follow_focus(&response);
    let at = pos2(rect.left() + before, rect.center().y - text.size().y / 2.0);
    if response.hovered() {
        let under = (at.y + text.size().y).round() + 0.5;
        ui.painter()
            .hline(at.x..=rect.right(), under, Stroke::new(1.0, warm));
    }
    let ink = idle.lerp_to_gamma(warm, warmth(ui, &response));
    if let Some(icon) = icon {
        let middle = pos2(rect.left() + ICON / 2.0, rect.center().y);
        ui.painter()
            .text(middle, Align2::CENTER_CENTER, icon, fonts::icon(ICON), ink);
    }
    ui.painter().galley(at, text, ink);
    focus_ring(ui, &response, 4);
    pointing(response)
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
