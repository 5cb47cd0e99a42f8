//! The people and organisations of the story: what they do in it, and where it says so.

use egui::{Align, Shape, Ui};

use super::context_note::context_line_ui;
use super::lazy_rows::{LazyRows, Rows};
use super::passage_list::{paragraph, reads};
use super::theme::space;
use super::widgets::{
    as_heading, current, hairline, kicker, line, page_heading, place_button, quiet_button,
    text_button, toggle_button,
};
use super::{ViewCtx, fonts, labelled};
use crate::session::Action;
use crate::story::{Actor, ActorId, ActorKind, Item};
use crate::texts::fill;

/// Of somebody with a role and a passage, in points.
const LIKELY: f32 = 100.0;

/// Scrolls to the one whom the reader has just come for.
pub fn who_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, rows: &mut LazyRows, meets: Option<ActorId>) {
    let texts = &ctx.texts.who;
    let title = line(ui, &texts.title, fonts::display(30.0), ctx.theme.ink, 34.0);
    page_heading(ui, &title, &texts.title);
    let story = ctx.story;
    let (shown, hidden): (Vec<_>, Vec<_>) = story.actors().partition(|(id, _)| passes(ctx, *id));
    for (kind, title) in [
        (ActorKind::Person, &texts.people),
        (ActorKind::Organisation, &texts.organisations),
    ] {
        let of_kind: Vec<_> = shown
            .iter()
            .copied()
            .filter(|(_, actor)| actor.kind == kind)
            .collect();
        if of_kind.is_empty() {
            continue;
        }
        ui.add_space(space::LARGE);
        as_heading(&kicker(ui, title, ctx.theme.ink_faint), 2, title);
        ui.add_space(10.0);
        let list = Rows {
            shown: &of_kind,
            number: |(id, _)| id.index(),
            likely: LIKELY,
            whole: meets.is_some(),
        };
        rows.show(ui, &list, |ui, &(id, actor)| {
            hairline(ui);
            let ground = ui.painter().add(Shape::Noop);
            let card = ui.push_id(id, |ui| actor_ui(ctx, ui, id, actor));
            let area = card.response.rect;
            if ctx.session.met() == Some(id) {
                ui.painter().set(ground, current(ctx.theme, area));
            }
            if meets == Some(id) {
                ui.scroll_to_rect(area, Some(Align::Center));
            }
        });
    }
    if !hidden.is_empty() {
        ui.add_space(space::MEDIUM);
        let text = fill(&texts.hidden, &[("n", &hidden.len().to_string())]);
        line(ui, &text, fonts::sans(12.5), ctx.theme.ink_muted, 18.0);
        if shown.is_empty() && text_button(ui, &ctx.texts.filters.clear_all).clicked() {
            ctx.send(Action::ClearLens);
        }
    }
}

/// Those whom no passage links to always show.
fn passes(ctx: &ViewCtx<'_>, id: ActorId) -> bool {
    let passages = ctx.story.passages_of_actor(id);
    passages.is_empty() || passages.iter().any(|&p| ctx.session.visible().passage(p))
}

fn actor_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: ActorId, actor: &Actor) {
    let t = ctx.theme;
    ui.add_space(14.0);
    let name = ctx.say(&actor.name);
    let shown = line(ui, name, fonts::reading_strong(17.0), t.ink, 22.0);
    as_heading(&shown, 3, name);
    if !actor.role.is_empty() {
        ui.add_space(3.0);
        line(
            ui,
            ctx.say(&actor.role),
            fonts::sans(13.0),
            t.ink_muted,
            18.0,
        );
    }
    if !actor.context.is_empty() {
        ui.add_space(2.0);
        context_line_ui(ctx, ui, &actor.context);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        links_ui(ctx, ui, id, actor);
    });
    ui.add_space(8.0);
}

/// To the places and passages, and the filter.
fn links_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: ActorId, actor: &Actor) {
    let story = ctx.story;
    for &place in &actor.places {
        let name = ctx.say(&story.place(place).name);
        let spoken = fill(&ctx.texts.reading.place_chip, &[("name", name)]);
        let response = place_button(ui, name, &spoken);
        if response.hovered() || response.has_focus() {
            ctx.hover(Item::Place(place));
        }
        if response.clicked() {
            ctx.send(Action::Select(Item::Place(place)));
        }
    }
    for &passage in story.passages_of_actor(id) {
        let number = paragraph(ctx, story.passage(passage));
        if quiet_button(ui, &number, &reads(ctx, passage)).clicked() {
            ctx.send(Action::Select(Item::Passage(passage)));
        }
    }
    if !story.passages_of_actor(id).is_empty() {
        let on = ctx.session.lens().has_actor(id);
        let spoken = labelled(ctx, &ctx.texts.who.only, ctx.say(&actor.name));
        if toggle_button(ui, &ctx.texts.who.only, &spoken, on).clicked() {
            ctx.send(Action::ToggleActor(id));
        }
    }
}
