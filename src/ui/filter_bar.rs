//! The filters: a chip for each place and each topic, and how much they let through.

use egui::scroll_area::ScrollBarVisibility;
use egui::{
    Align, Align2, Id, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, pos2, vec2,
};

use super::widgets::{announced, chip, group, text_button};
use super::{ViewCtx, fonts};
use crate::session::Action;
use crate::story::{Item, PlaceId, TopicId};
use crate::texts::fill;

pub const ROW_HEIGHT: f32 = 34.0;
/// For the count and the way out, at the end of the last row.
const ROOM_FOR_COUNT: f32 = 128.0;
const ONE_ROW_FROM: f32 = 1500.0;
/// A row of more chips is of no use to anybody.
const MOST_TOPICS: usize = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Places,
    Topics,
}

/// Two rows where one cannot hold both kinds and there is height to spare; what does not fit scrolls sideways.
pub fn filter_rows(window: Vec2) -> &'static [&'static [Kind]] {
    if window.x < ONE_ROW_FROM && window.y >= 560.0 {
        &[&[Kind::Places], &[Kind::Topics]]
    } else {
        &[&[Kind::Places, Kind::Topics]]
    }
}

pub fn filters_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &[Kind], last: bool) {
    let area = Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), ROW_HEIGHT));
    let room = if last { ROOM_FOR_COUNT } else { 0.0 };
    let chips = Rect::from_min_max(area.min, area.max - vec2(room, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(chips), |ui| {
        ScrollArea::horizontal()
            .id_salt(row)
            .auto_shrink(false)
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
            .show(ui, |ui| chips_ui(ctx, ui, row));
    });
    if last {
        count_ui(
            ctx,
            ui,
            Rect::from_min_max(pos2(chips.right(), area.top()), area.max),
        );
    }
}

fn chips_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &[Kind]) {
    // A wheel that turns one way only scrolls this row too.
    if ui.rect_contains_pointer(ui.clip_rect()) {
        let wheel = ui.input(|input| input.smooth_scroll_delta.y);
        ui.scroll_with_delta(vec2(wheel, 0.0));
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(18.0);
        for kind in row {
            let empty = match kind {
                Kind::Places => ctx.story.places().len() == 0,
                Kind::Topics => ctx.story.topics().len() == 0,
            };
            if empty {
                continue;
            }
            let title = match kind {
                Kind::Places => &ctx.texts.filters.places,
                Kind::Topics => &ctx.texts.filters.topics,
            };
            let (at, _) = ui.allocate_exact_size(vec2(44.0, 20.0), Sense::hover());
            ui.painter().text(
                at.left_center(),
                Align2::LEFT_CENTER,
                title,
                fonts::sans(12.0),
                ctx.theme.ink_faint,
            );
            group(ui, Role::Group, title, |ui| match kind {
                Kind::Places => place_chips_ui(ctx, ui),
                Kind::Topics => topic_chips_ui(ctx, ui),
            });
            ui.add_space(14.0);
        }
    });
}

fn place_chips_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let story = ctx.story;
    let mut order: Vec<PlaceId> = story.prominent_places().to_vec();
    let others = ctx
        .session
        .lens()
        .places()
        .filter(|place| !story.prominent_places().contains(place));
    order.extend(others);
    in_force_first(ui, &mut order, |place| ctx.session.lens().has_place(*place));
    for id in order {
        let count = story.passages_of_place(id).len();
        let on = ctx.session.lens().has_place(id);
        let name = ctx.say(&story.place(id).name);
        let response = ui
            .push_id(("place", id), |ui| {
                chip(ui, name, count, on, &spoken(ctx, name, count))
            })
            .inner;
        if response.hovered() {
            ctx.hover(Item::Place(id));
        }
        if response.clicked() {
            ctx.send(Action::TogglePlace(id));
        }
    }
}

fn topic_chips_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let story = ctx.story;
    let mut order: Vec<TopicId> = story.topics().map(|(id, _)| id).take(MOST_TOPICS).collect();
    in_force_first(ui, &mut order, |topic| ctx.session.lens().has_topic(*topic));
    for id in order {
        let count = story.passages_of_topic(id).len();
        let on = ctx.session.lens().has_topic(id);
        let name = ctx.say(&story.topic(id).name);
        let response = ui
            .push_id(("topic", id), |ui| {
                chip(ui, name, count, on, &spoken(ctx, name, count))
            })
            .inner;
        if response.clicked() {
            ctx.send(Action::ToggleTopic(id));
        }
    }
}

/// Where a row scrolls, a filter in force must not be out of sight. Where all fit, nothing moves.
fn in_force_first<T>(ui: &Ui, order: &mut [T], on: impl Fn(&T) -> bool) {
    if ui.ctx().content_rect().width() < 1000.0 {
        order.sort_by_key(|id| !on(id));
    }
}

fn spoken(ctx: &ViewCtx<'_>, name: &str, count: usize) -> String {
    fill(
        &ctx.texts.filters.chip,
        &[("name", name), ("n", &count.to_string())],
    )
}

/// How much the filters let through, and the way out of them.
fn count_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, area: Rect) {
    let layout = Layout::right_to_left(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(area).layout(layout), |ui| {
        ui.add_space(18.0);
        if !ctx.session.lens().is_empty() && text_button(ui, &ctx.texts.filters.clear).clicked() {
            ctx.send(Action::ClearLens);
        }
        let shown = ctx.session.visible().passages().len().to_string();
        let all = ctx.story.passages().len().to_string();
        let values = [("n", shown.as_str()), ("all", all.as_str())];
        let text = fill(&ctx.texts.filters.count, &values);
        let font = fonts::sans_medium(12.5);
        let galley = ui.painter().layout_no_wrap(text, font, ctx.theme.ink_muted);
        let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, ctx.theme.ink_muted);
        let spoken = fill(&ctx.texts.filters.count_spoken, &values);
        announced(ui, rect, Id::unique("passages shown"), &spoken);
    });
}
