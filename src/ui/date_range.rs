//! The stretch of time that the reader asks for: a handle at each end, which stops at the story's own dates.

use egui::{
    Align2, CursorIcon, Key, Modifiers, Rangef, Rect, Response, Role, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use super::command::claim_arrows;
use super::widgets::{focus_ring, follow_focus, text_button};
use super::{ViewCtx, fonts};
use crate::session::Action;
use crate::story::{DateRange, Stop};
use crate::texts::fill;

const HEIGHT: f32 = 44.0;
/// Of a handle, in points.
const RADIUS: f32 = 8.0;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum End {
    From,
    To,
}

pub fn date_range_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let timeline = ctx.story.timeline();
    let Some(last) = timeline.len().checked_sub(1).filter(|&last| last > 0) else {
        return;
    };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let line = Rangef::new(rect.left() + RADIUS + 2.0, rect.right() - RADIUS - 2.0);
    let y = rect.top() + RADIUS + 6.0;
    let x = |index: usize| timeline.get(index).map_or(0.0, |stop| x_of(stop, line));
    let (from, to) = ends(ctx.session.lens().dates(), timeline);
    let t = ctx.theme;
    ui.painter().hline(line, y, Stroke::new(1.5, t.hairline));
    ui.painter()
        .hline(x(from)..=x(to), y, Stroke::new(2.5, t.ink));
    for stop in timeline.iter().take(200) {
        ui.painter()
            .circle_filled(pos2(x_of(stop, line), y), 2.0, t.control);
    }
    let mut moved = (from, to);
    for (end, index) in [(End::From, from), (End::To, to)] {
        let response = handle_ui(ctx, ui, pos2(x(index), y), (end, index), rect);
        if let Some(to) = target(ui, &response, (index, last), |pointer| {
            nearest(timeline, line, pointer)
        }) {
            match end {
                End::From => moved.0 = to.min(moved.1),
                End::To => moved.1 = to.max(moved.0),
            }
        }
    }
    if moved != (from, to) {
        let whole = moved == (0, last);
        let dates = timeline.get(moved.0).zip(timeline.get(moved.1));
        let range = dates.filter(|_| !whole).map(|(from, to)| DateRange {
            from: from.date,
            to: to.date,
        });
        ctx.send(Action::SetDates(range));
    }
    if ctx.session.lens().dates().is_some() && text_button(ui, &ctx.texts.when.all).clicked() {
        ctx.send(Action::SetDates(None));
    }
}

/// The stops at which a range begins and ends; all of the line without one.
fn ends(range: Option<DateRange>, timeline: &[Stop]) -> (usize, usize) {
    let last = timeline.len().saturating_sub(1);
    let Some(range) = range else {
        return (0, last);
    };
    let from = timeline.partition_point(|stop| stop.date < range.from);
    let to = timeline.partition_point(|stop| stop.date <= range.to);
    let to = to.saturating_sub(1);
    (from.min(to), to)
}

fn x_of(stop: &Stop, line: Rangef) -> f32 {
    line.min + line.span() * stop.at
}

/// The stop nearest to a position on the line.
fn nearest(timeline: &[Stop], line: Rangef, x: f32) -> usize {
    let distance = |stop: &Stop| (x_of(stop, line) - x).abs();
    timeline
        .iter()
        .enumerate()
        .min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)))
        .map_or(0, |(index, _)| index)
}

fn handle_ui(
    ctx: &ViewCtx<'_>,
    ui: &Ui,
    at: egui::Pos2,
    (end, index): (End, usize),
    row: Rect,
) -> Response {
    let t = ctx.theme;
    let texts = &ctx.texts.when;
    let date = ctx.story.timeline().get(index).map(|stop| stop.date);
    let (label, spoken) = match end {
        End::From => (&texts.from, &texts.from_spoken),
        End::To => (&texts.to, &texts.to_spoken),
    };
    let short = date.map(|date| ctx.texts.short_date(date));
    let long = date.map(|date| ctx.texts.date(date));
    let spoken = fill(spoken, &[("date", &long.unwrap_or_default())]);
    let area = Rect::from_center_size(at, vec2(28.0, 28.0));
    let sense = Sense::click_and_drag();
    let response = ui.interact(area, ui.scope_id().with(end), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &spoken));
    follow_focus(&response);
    if response.has_focus() {
        claim_arrows(&response);
    }
    let warm = response.hovered() || response.dragged() || response.has_focus();
    let edge = if warm { t.accent } else { t.ink };
    ui.painter()
        .circle(at, RADIUS, t.raised, Stroke::new(2.0, edge));
    focus_ring(
        ui,
        &response
            .clone()
            .with_new_rect(Rect::from_center_size(at, vec2(16.0, 16.0))),
        8,
    );
    // Each date stands at its own side, so that the two never meet.
    let words = fill(label, &[("date", &short.unwrap_or_default())]);
    let (anchor, corner) = match end {
        End::From => (Align2::LEFT_BOTTOM, row.left_bottom()),
        End::To => (Align2::RIGHT_BOTTOM, row.right_bottom()),
    };
    ui.painter()
        .text(corner, anchor, words, fonts::sans_medium(12.0), t.ink_muted);
    response.on_hover_cursor(CursorIcon::ResizeHorizontal)
}

/// Where the handle was taken: by pointer, or by arrow keys stop by stop.
fn target(
    ui: &Ui,
    response: &Response,
    (index, last): (usize, usize),
    nearest: impl FnOnce(f32) -> usize,
) -> Option<usize> {
    if response.dragged() {
        return response.interact_pointer_pos().map(|at| nearest(at.x));
    }
    if !response.has_focus() {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let back = pressed(Key::ArrowLeft) + pressed(Key::ArrowDown);
    let on = pressed(Key::ArrowRight) + pressed(Key::ArrowUp);
    (back + on > 0).then(|| (index + on).saturating_sub(back).min(last))
}
