//! The dates of the story on one line: a dot leads to what tells of it.

use egui::{Align2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::widgets::{focus_ring, pointing, warmth};
use super::{ViewCtx, fonts, when_page};
use crate::story::{Item, Stop};
use crate::texts::fill;

/// Dots closer than this, in points, are one.
const APART: f32 = 15.0;
/// Left and right of the line, for the dates of its ends.
const MARGIN: f32 = 40.0;
/// More facts than this are not listed beside a dot.
const LISTED: usize = 6;

pub fn timeline_strip_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, area: Rect) {
    let story = ctx.story;
    let line = Rect::from_min_max(
        area.min + vec2(MARGIN, 0.0),
        pos2(area.right() - MARGIN, area.top() + 38.0),
    );
    let y = line.center().y;
    ui.painter().hline(
        line.x_range(),
        y,
        Stroke::new(1.0, ctx.theme.control.gamma_multiply(0.7)),
    );
    let mut written: Vec<Rect> = Vec::new();
    for (i, stops) in dots(story.timeline(), line.width()).enumerate() {
        let Some(first) = stops.first() else { continue };
        let at = pos2(x_of(first, line), y);
        let on = stops.iter().any(|stop| is_on(ctx, stop));
        let response = dot_ui(ctx, ui, i, at, stops, on);
        let warm = response.hovered() || response.has_focus();
        let words = ctx.texts.short_date(first.date);
        let (font, ink) = if on || warm {
            (fonts::sans_medium(11.5), ctx.theme.ink)
        } else {
            (fonts::sans(11.5), ctx.theme.ink_muted)
        };
        let galley = ui.painter().layout_no_wrap(words, font, ink);
        let place = Align2::CENTER_TOP.anchor_size(at + vec2(0.0, 9.0), galley.size());
        // A date that has no room is read by pointing at its dot.
        if written
            .iter()
            .all(|other| !other.intersects(place.expand(3.0)))
        {
            ui.painter().galley(place.min, galley, ink);
            written.push(place);
        }
    }
}

/// The stops in runs that one dot stands for.
fn dots(timeline: &[Stop], width: f32) -> impl Iterator<Item = &[Stop]> {
    let mut rest = timeline;
    std::iter::from_fn(move || {
        let first = rest.first()?;
        let together = rest.partition_point(|stop| (stop.at - first.at) * width < APART);
        let (dot, after) = rest.split_at(together.max(1));
        rest = after;
        Some(dot)
    })
}

fn x_of(stop: &Stop, line: Rect) -> f32 {
    line.left() + line.width() * stop.at
}

/// Whether the passage the reader is on tells of it.
fn is_on(ctx: &ViewCtx<'_>, stop: &Stop) -> bool {
    let here = ctx.session.selected_passage();
    let tells = |passage| here.is_some() && passage == here;
    stop.events
        .iter()
        .any(|&event| tells(ctx.story.event(event).passage))
}

fn dot_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    index: usize,
    at: egui::Pos2,
    stops: &[Stop],
    on: bool,
) -> Response {
    let t = ctx.theme;
    let story = ctx.story;
    let events = || stops.iter().flat_map(|stop| stop.events.iter().copied());
    let shows = |event| when_page::passes(ctx, story.event(event));
    let dimmed = !events().any(shows) && events().next().is_some();
    let area = Rect::from_center_size(at, vec2(APART, 28.0));
    let response = ui.interact(area, ui.scope_id().with(("date", index)), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, true, on, facts(ctx, stops).join("; ")));
    let warm = warmth(ui, &response);
    let edge = if dimmed { t.hairline } else { t.control };
    let (fill, edge) = if on {
        (t.accent, t.accent)
    } else {
        (t.paper, edge.lerp_to_gamma(t.accent, warm))
    };
    let stroke = Stroke::new(1.75, edge);
    ui.painter().circle(at, 5.0 + warm, fill, stroke);
    focus_ring(
        ui,
        &response
            .clone()
            .with_new_rect(Rect::from_center_size(at, vec2(12.0, 12.0))),
        8,
    );
    if response.hovered() || response.has_focus() {
        let place = events().find_map(|event| story.event(event).places.first().copied());
        if let Some(place) = place {
            ctx.hover(Item::Place(place));
        }
    }
    let response = pointing(response).on_hover_ui(|ui| {
        ui.label(facts(ctx, stops).join("\n"));
    });
    if response.clicked()
        && let Some(event) = events().next()
    {
        when_page::open(ctx, story.event(event));
    }
    response
}

/// What a dot stands for, a line each; the day of the report itself where no fact is of that day.
fn facts(ctx: &ViewCtx<'_>, stops: &[Stop]) -> Vec<String> {
    let texts = &ctx.texts.when;
    let line = |stop: &Stop, what: &str| {
        let date = ctx.texts.date(stop.date);
        fill(&texts.event, &[("date", &date), ("name", what)])
    };
    let mut facts = Vec::new();
    for stop in stops {
        for &event in &stop.events {
            if facts.len() == LISTED {
                return facts;
            }
            facts.push(line(stop, ctx.say(&ctx.story.event(event).name)));
        }
        if stop.events.is_empty() {
            facts.push(line(stop, &texts.report));
        }
    }
    facts
}

/// Whether there is a line to draw.
pub fn has_dates(ctx: &ViewCtx<'_>) -> bool {
    ctx.story.timeline().len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Date;

    fn stop(at: f32) -> Stop {
        Stop {
            date: Date::parse("2022").unwrap(),
            at,
            events: Vec::new(),
        }
    }

    #[test]
    fn dates_too_close_to_click_share_a_dot() {
        let timeline: Vec<Stop> = [0.0, 0.01, 0.02, 0.5, 1.0].map(stop).into();
        let sizes = |width| {
            dots(&timeline, width)
                .map(<[Stop]>::len)
                .collect::<Vec<_>>()
        };
        assert_eq!(sizes(600.0), [3, 1, 1]);
        assert_eq!(sizes(6000.0), [1; 5]);
        assert_eq!(sizes(1.0), [5]);
    }
}
