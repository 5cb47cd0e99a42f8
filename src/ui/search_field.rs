//! Where the reader types what to search for.

use egui::{Align2, Id, Key, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::ViewCtx;
use super::fonts::{self, glyph};
use super::search_page::{count, described};
use super::widgets::{announced, bare_line};
use crate::session::{Action, Direction};
use crate::texts::fill;

const HEIGHT: f32 = 32.0;
/// More is no search that anybody types.
const LONGEST: usize = 1000;

/// Of the field, to give it the focus by.
pub fn search_field_id() -> Id {
    Id::unique("search field")
}

pub fn search_field_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, width: f32) {
    let t = ctx.theme;
    let id = search_field_id();
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let focused = ui.memory(|memory| memory.has_focus(id));
    let edge = match (focused, ui.rect_contains_pointer(rect)) {
        (true, _) => Stroke::new(2.0, t.focus),
        (false, true) => Stroke::new(1.0, t.control),
        (false, false) => t.hair(),
    };
    ui.painter()
        .rect(rect, 8.0, t.raised, edge, StrokeKind::Inside);
    let icon = rect.left_center() + vec2(17.0, 0.0);
    ui.painter().text(
        icon,
        Align2::CENTER_CENTER,
        glyph::SEARCH,
        fonts::icon(16.0),
        t.ink_faint,
    );
    let right = rect.right_center() - vec2(10.0, 0.0);
    let beside = beside(ctx, focused);
    let beside = ui.painter().text(
        right,
        Align2::RIGHT_CENTER,
        beside,
        fonts::sans(11.5),
        t.ink_faint,
    );

    let inner = Rect::from_min_max(
        rect.min + vec2(30.0, 0.0),
        rect.max - vec2(beside.width() + 16.0, 0.0),
    );
    let mut query = ctx.session.finding().query().to_owned();
    let hint = (ctx.texts.search.hint.as_str(), 13.5);
    let edit = bare_line(ui, &mut query, hint, inner.size());
    let response = ui.put(inner, edit.id(id).char_limit(LONGEST));
    response.widget_info(|| WidgetInfo::labeled(Role::SearchInput, true, &ctx.texts.search.hint));
    if ctx.session.finding().is_on() {
        announced(ui, beside, Id::unique("search count"), &heard(ctx));
    }
    if response.changed() {
        ctx.send(Action::Search(query));
    }
    if response.lost_focus() {
        left_by_key(ctx, ui, id);
    }
}

/// Enter steps through what was found and stays; Escape ends the search.
fn left_by_key(ctx: &mut ViewCtx<'_>, ui: &Ui, id: Id) {
    let (enter, escape, shift) = ui.input(|input| {
        (
            input.key_pressed(Key::Enter),
            input.key_pressed(Key::Escape),
            input.modifiers.shift,
        )
    });
    if enter {
        ctx.send(Action::StepHit(if shift {
            Direction::Previous
        } else {
            Direction::Next
        }));
        ui.memory_mut(|memory| memory.request_focus(id));
    } else if escape {
        ctx.send(Action::Search(String::new()));
    }
}

/// What the search has come to, in words.
fn heard(ctx: &ViewCtx<'_>) -> String {
    let finding = ctx.session.finding();
    let items = finding.hits().items();
    let step = finding.position().and_then(|n| {
        let hit = items.get(n - 1)?;
        Some((n, described(ctx, *hit)?))
    });
    let Some((n, (kind, name))) = step else {
        return count(ctx);
    };
    let values = [
        ("n", n.to_string()),
        ("all", items.len().to_string()),
        ("kind", kind.to_owned()),
        ("name", name.to_owned()),
    ];
    fill(
        &ctx.texts.search.position_spoken,
        &values.each_ref().map(|(key, value)| (*key, value.as_str())),
    )
}

/// The key that leads here, or how far one has stepped.
fn beside(ctx: &ViewCtx<'_>, focused: bool) -> String {
    let finding = ctx.session.finding();
    let all = finding.hits().items().len().to_string();
    match (finding.is_on(), finding.position()) {
        (true, Some(n)) => fill(
            &ctx.texts.search.position,
            &[("n", &n.to_string()), ("all", &all)],
        ),
        (true, None) => all,
        (false, _) if focused => String::new(),
        (false, _) => ctx.texts.search.keys.clone(),
    }
}
