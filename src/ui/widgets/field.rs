//! A field for one line of text.

use egui::{
    Align2, Color32, Frame, Id, Margin, Response, RichText, Role, Sense, Stroke, StrokeKind,
    TextEdit, Ui, Vec2, WidgetInfo, vec2,
};

use super::line;
use crate::ui::fonts;
use crate::ui::theme::theme;

const HEIGHT: f32 = 34.0;
/// Characters that are taken: no path is longer.
const LONGEST: usize = 4096;

/// A line to type in without ground and edge, for whoever draws these; the hint shows while it is empty.
pub fn bare_line<'t>(
    ui: &Ui,
    text: &'t mut String,
    (hint, size): (&str, f32),
    room: Vec2,
) -> TextEdit<'t> {
    let t = theme(ui.ctx());
    let hint = RichText::new(hint)
        .font(fonts::sans(size))
        .color(t.ink_faint);
    TextEdit::singleline(text)
        .font(fonts::sans(size))
        .text_color(t.ink)
        .hint_text(hint)
        .frame(Frame::NONE)
        .background_color(Color32::TRANSPARENT)
        .margin(Margin::ZERO)
        .align(Align2::LEFT_CENTER)
        .desired_width(room.x)
        .min_size(room)
}

/// As wide as there is room, under its name: what is to be written into it.
pub fn text_field(ui: &mut Ui, id: Id, text: &mut String, name: &str) -> Response {
    let t = theme(ui.ctx());
    let label = line(ui, name, fonts::sans(12.5), t.ink_muted, 18.0);
    ui.add_space(4.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let edge = match (
        ui.memory(|memory| memory.has_focus(id)),
        ui.rect_contains_pointer(rect),
    ) {
        (true, _) => Stroke::new(2.0, t.focus),
        (false, true) => Stroke::new(1.0, t.control),
        (false, false) => t.hair(),
    };
    ui.painter()
        .rect(rect, 6.0, t.panel, edge, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(10.0, 0.0));
    let edit = bare_line(ui, text, ("", 13.5), inner.size());
    let response = ui.put(inner, edit.id(id).char_limit(LONGEST));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    response.labelled_by(label.id)
}
