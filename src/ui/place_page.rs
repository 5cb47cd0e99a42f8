//! The page of a place or of a region: what it is, why it is in the story, and its passages.

use egui::{Ui, vec2};
use smol_str::SmolStr;

use super::ViewCtx;
use super::context_note::context_label_ui;
use super::fonts;
use super::mending::doubt_words;
use super::mention_walk::walk_ui;
use super::passage_list::{PassageList, passages_ui};
use super::theme::space;
use super::widgets::{
    caption, close_button, hairline, kicker, line, page_heading, text_button, two_scripts,
};
use crate::session::Action;
use crate::story::{Item, Name, PassageId, Place, PlaceId, RegionId};
use crate::texts::fill;

pub fn place_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    id: PlaceId,
    list: (&mut PassageList, Option<PassageId>),
) {
    let place = ctx.story.place(id);
    back_button_ui(ctx, ui);
    name_ui(ctx, ui, ctx.say(&place.region), &place.name);
    if !place.note.is_empty() {
        let font = fonts::reading(16.5);
        line(ui, ctx.say(&place.note), font, ctx.theme.ink, 25.0);
    }
    context_ui(ctx, ui, &place.context);
    doubt_ui(ctx, ui, Item::Place(id));
    let all = ctx.story.passages_of_place(id);
    let position = position(ctx, place);
    its_passages_ui(ctx, ui, all, Some(&position), list);
}

/// The same for a region, which has no position: the map shows its outline.
pub fn region_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    id: RegionId,
    list: (&mut PassageList, Option<PassageId>),
) {
    let region = ctx.story.region(id);
    back_button_ui(ctx, ui);
    let texts = &ctx.texts.reading;
    let kind = match region.kind.as_str() {
        "country" => &texts.country,
        "province" => &texts.province,
        _ => &texts.region,
    };
    name_ui(ctx, ui, kind, &region.name);
    context_ui(ctx, ui, &region.context);
    doubt_ui(ctx, ui, Item::Region(id));
    its_passages_ui(ctx, ui, ctx.story.passages_of_region(id), None, list);
}

fn name_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, above: &str, name: &Name) {
    kicker(ui, above, ctx.theme.accent_ink);
    ui.add_space(6.0);
    let (said, other) = (ctx.say(name), other_script(ctx, name));
    let title = two_scripts(ui, said, other, 36.0);
    let spoken = other.map_or_else(|| said.to_owned(), |other| format!("{said} {other}"));
    page_heading(ui, &title, &spoken);
    ui.add_space(space::SMALL);
}

/// What the source does not say of it.
fn context_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, context: &Name) {
    if context.is_empty() {
        return;
    }
    ui.add_space(6.0);
    let look = context_label_ui(ctx, ui);
    let words = ctx.say(context);
    line(ui, words, look.font, look.color, look.leading);
}

/// Of a place that was found in an article: why it may be another one, and the way to put it right.
fn doubt_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, item: Item) {
    if let Some(doubt) = ctx.story.doubt(item) {
        ui.add_space(6.0);
        let words = doubt_words(ctx.texts, doubt);
        line(
            ui,
            &words,
            fonts::sans_medium(13.5),
            ctx.theme.accent_ink,
            20.0,
        );
    }
    if ctx.document.mending.is_some() && text_button(ui, &ctx.texts.mending.wrong_place).clicked() {
        ctx.send(Action::Examine(item));
    }
}

/// How many there are and what the filters leave of them, where it lies, and the passages themselves.
fn its_passages_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    all: &[PassageId],
    position: Option<&str>,
    (list, scroll_to): (&mut PassageList, Option<PassageId>),
) {
    ui.add_space(12.0);
    let shown: Vec<PassageId> = all
        .iter()
        .copied()
        .filter(|&p| ctx.session.visible().passage(p))
        .collect();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::MEDIUM, space::HAIR);
        caption(ui, &count(ctx, shown.len(), all.len()));
        if let Some(position) = position {
            caption(ui, position);
        }
    });
    if shown.len() < all.len() && text_button(ui, &ctx.texts.filters.clear_all).clicked() {
        ctx.send(Action::ClearLens);
    }
    walk_ui(ctx, ui);
    ui.add_space(18.0);
    hairline(ui);
    passages_ui(ctx, ui, &shown, list, scroll_to);
}

fn back_button_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    if close_button(ui, &ctx.texts.reading.back).clicked() {
        ctx.send(Action::Deselect);
    }
}

/// The name as its own country writes it, or as readers of another language do.
fn other_script<'a>(ctx: &ViewCtx<'_>, name: &'a Name) -> Option<&'a str> {
    let others = name
        .translations
        .values()
        .chain([&name.text])
        .map(SmolStr::as_str);
    let said = ctx.say(name);
    others.into_iter().find(|other| *other != said)
}

fn count(ctx: &ViewCtx<'_>, shown: usize, all: usize) -> String {
    let texts = &ctx.texts.reading;
    let (n, total) = (shown.to_string(), all.to_string());
    if shown < all {
        fill(&texts.passages_some, &[("n", &n), ("all", &total)])
    } else if all == 1 {
        texts.passages_one.clone()
    } else {
        fill(&texts.passages_many, &[("n", &n)])
    }
}

/// Degrees, with the side of the globe.
fn position(ctx: &ViewCtx<'_>, place: &Place) -> String {
    let texts = &ctx.texts.reading;
    let north = if place.lat < 0.0 {
        &texts.south
    } else {
        &texts.north
    };
    let east = if place.lon < 0.0 {
        &texts.west
    } else {
        &texts.east
    };
    let degrees = |text, value: f64| fill(text, &[("n", &format!("{:.2}", value.abs()))]);
    format!(
        "{}  {}",
        degrees(north, place.lat),
        degrees(east, place.lon)
    )
}
