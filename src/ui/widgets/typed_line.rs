//! A line to type in, whose text counts once it is whole.

use egui::{Id, Key, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{bare_line, follow_focus};
use crate::ui::command::claim_arrows;
use crate::ui::theme::theme;

const HEIGHT: f32 = 30.0;
/// In characters.
const LONGEST: usize = 2000;

pub struct TypedLine<'a> {
    pub id: &'static str,
    pub name: &'a str,
    /// Shown while it is empty.
    pub hint: &'a str,
    /// What it holds while nobody types.
    pub text: &'a str,
}

/// As wide as there is room. Returns what was typed once that is done: by Enter, or by going on to something else.
pub fn typed_line(ui: &mut Ui, line: &TypedLine<'_>) -> Option<String> {
    let t = theme(ui.ctx());
    let id = Id::unique(line.id);
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let edge = if ui.memory(|memory| memory.has_focus(id)) {
        Stroke::new(2.0, t.focus)
    } else {
        Stroke::new(1.0, t.control)
    };
    ui.painter()
        .rect(rect, 6.0, t.raised, edge, StrokeKind::Inside);
    let draft: Option<String> = ui.data(|data| data.get_temp(id));
    let mut text = draft.unwrap_or_else(|| line.text.to_owned());
    let inner = Rect::from_min_max(rect.min + vec2(10.0, 0.0), rect.max - vec2(10.0, 0.0));
    let edit = bare_line(ui, &mut text, (line.hint, 13.0), inner.size());
    let response = ui.put(inner, edit.id(id).char_limit(LONGEST));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, line.name));
    follow_focus(&response);
    if response.has_focus() {
        claim_arrows(&response);
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(id, text));
        }
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    let is_given_up = ui.input(|input| input.key_pressed(Key::Escape));
    (response.lost_focus() && !is_given_up && text != line.text).then_some(text)
}
