//! The dated facts of the story, in order, each as precise as the source gives it.

use egui::{Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::context_note::context_line_ui;
use super::date_range::date_range_ui;
use super::lazy_rows::{LazyRows, Rows};
use super::theme::space;
use super::widgets::{focus_ring, follow_focus, line, page_heading, pointing, text_button};
use super::{ViewCtx, fonts};
use crate::session::Action;
use crate::story::{Event, EventId, Item};
use crate::texts::fill;

/// From the line of time to the words, in points.
const INDENT: f32 = 28.0;
/// Of a fact of one line, in points.
const LIKELY: f32 = 60.0;

pub fn when_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, rows: &mut LazyRows) {
    let texts = &ctx.texts.when;
    let title = line(ui, &texts.title, fonts::display(30.0), ctx.theme.ink, 34.0);
    page_heading(ui, &title, &texts.title);
    ui.add_space(space::MEDIUM);
    date_range_ui(ctx, ui);
    ui.add_space(24.0);
    let story = ctx.story;
    let in_order = story.timeline().iter().flat_map(|stop| &stop.events);
    let (shown, hidden): (Vec<_>, Vec<_>) = in_order
        .map(|&id| (id, story.event(id)))
        .partition(|(_, event)| passes(ctx, event));
    let last = shown.last().map(|(id, _)| *id);
    let list = Rows {
        shown: &shown,
        number: |(id, _)| id.index(),
        likely: LIKELY,
        whole: false,
    };
    rows.show(ui, &list, |ui, &(id, event)| {
        let area = ui.push_id(id, |ui| event_ui(ctx, ui, id, event)).inner;
        let dot = area.left_top() + vec2(6.0, 10.0);
        if Some(id) != last {
            ui.painter()
                .vline(dot.x, dot.y + 8.0..=area.bottom() + 4.0, ctx.theme.hair());
        }
    });
    if !hidden.is_empty() {
        let text = fill(&texts.hidden, &[("n", &hidden.len().to_string())]);
        line(ui, &text, fonts::sans(12.5), ctx.theme.ink_muted, 18.0);
        if shown.is_empty() && text_button(ui, &ctx.texts.filters.clear_all).clicked() {
            ctx.send(Action::ClearLens);
        }
    }
}

/// The whole row leads to the passage that tells of it, or to its place.
fn event_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: EventId, event: &Event) -> Rect {
    let t = ctx.theme;
    let origin = ui.cursor().min;
    let column = Rect::from_min_size(
        origin + vec2(INDENT, 0.0),
        vec2(ui.available_width() - INDENT, f32::INFINITY),
    );
    let date = ctx.texts.date(event.date);
    let words = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
        line(ui, &date, fonts::sans_strong(12.5), t.ink_muted, 20.0);
        line(ui, ctx.say(&event.name), fonts::reading(17.0), t.ink, 24.0);
        if !event.context.is_empty() {
            context_line_ui(ctx, ui, &event.context);
        }
        ui.add_space(space::LARGE - 8.0);
    });
    let area = Rect::from_min_max(
        origin,
        pos2(column.right(), words.response.rect.bottom() - 10.0),
    );
    let response = ui.interact(area, ui.scope_id().with(id), Sense::click());
    response.widget_info(|| {
        let spoken = fill(
            &ctx.texts.when.event,
            &[("date", &date), ("name", ctx.say(&event.name))],
        );
        WidgetInfo::labeled(Role::Button, true, spoken)
    });
    follow_focus(&response);
    focus_ring(ui, &response, 6);
    let here = response.hovered() || response.has_focus();
    let on = event
        .passage
        .is_some_and(|passage| ctx.session.is_selected(Item::Passage(passage)));
    let ink = if here || on { t.accent } else { t.ink_muted };
    let fill = if on { t.accent } else { t.panel };
    ui.painter()
        .circle(origin + vec2(6.0, 10.0), 4.5, fill, Stroke::new(1.75, ink));
    if here && let Some(&place) = event.places.first() {
        ctx.hover(Item::Place(place));
    }
    if pointing(response).clicked() {
        open(ctx, event);
    }
    ui.advance_cursor_after_rect(words.response.rect);
    words.response.rect.with_min_x(origin.x)
}

/// Whether the lens lets it through.
pub fn passes(ctx: &ViewCtx<'_>, event: &Event) -> bool {
    ctx.session.lens().passes_date(event.date) && ctx.session.visible().follows(event.passage)
}

/// Shows what tells of the event.
pub fn open(ctx: &mut ViewCtx<'_>, event: &Event) {
    if let Some(passage) = event.passage {
        ctx.send(Action::Select(Item::Passage(passage)));
    } else if let Some(&place) = event.places.first() {
        ctx.send(Action::Select(Item::Place(place)));
    }
}
