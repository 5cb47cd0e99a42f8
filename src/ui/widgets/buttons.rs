//! Buttons: by an icon, by words, and the one loud button of a page.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::{focus_ring, follow_focus, pointing, warmth};
use crate::ui::fonts::{self, glyph};
use crate::ui::theme::{TARGET, theme};

/// Called by what it does.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    hinted_button(ui, icon, name, name)
}

/// The same, with more in the tooltip than in the name.
pub fn hinted_button(ui: &mut Ui, icon: &str, name: &str, hint: &str) -> Response {
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
    pointing(response).on_hover_text(hint)
}

/// Closes a page, in the corner beside its heading.
pub fn close_button(ui: &mut Ui, name: &str) -> Response {
    let corner = pos2(ui.max_rect().right() - 28.0, ui.cursor().top() - 8.0);
    let area = Rect::from_min_size(corner, vec2(32.0, 32.0));
    // Takes no room of the column.
    let mut corner = ui.new_child(UiBuilder::new().id_salt("close").max_rect(area));
    icon_button(&mut corner, glyph::CLOSE, name)
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
