//! A place's own page: what it is, why it is in the story, and its passages.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::ViewCtx;
use super::context_note::context_label_ui;
use super::fonts::{self, glyph};
use super::passage_list::{PassageList, passages_ui};
use super::theme::space;
use super::widgets::{
    caption, hairline, icon_button, kicker, line, page_heading, text_button, two_scripts,
};
use crate::session::Action;
use crate::story::{PassageId, Place, PlaceId};
use crate::texts::fill;

pub fn place_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: PlaceId, list: &mut PassageList) {
    let t = ctx.theme;
    let place = ctx.story.place(id);
    back_button_ui(ctx, ui);
    kicker(ui, ctx.say(&place.region), t.accent_ink);
    ui.add_space(6.0);
    let name = ctx.say(&place.name);
    let other = other_script(ctx, place);
    let title = two_scripts(ui, name, other, 36.0);
    let spoken = other.map_or_else(|| name.to_owned(), |other| format!("{name} {other}"));
    page_heading(ui, &title, &spoken);
    ui.add_space(space::SMALL);
    if !place.note.is_empty() {
        line(ui, ctx.say(&place.note), fonts::reading(16.5), t.ink, 25.0);
    }
    if !place.context.is_empty() {
        ui.add_space(6.0);
        let look = context_label_ui(ctx, ui);
        line(
            ui,
            ctx.say(&place.context),
            look.font,
            look.color,
            look.leading,
        );
    }
    ui.add_space(12.0);

    let all = ctx.story.passages_of_place(id);
    let shown: Vec<PassageId> = all
        .iter()
        .copied()
        .filter(|&p| ctx.session.visible().passage(p))
        .collect();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::MEDIUM, space::HAIR);
        caption(ui, &count(ctx, shown.len(), all.len()));
        caption(ui, &position(ctx, place));
    });
    if shown.len() < all.len() && text_button(ui, &ctx.texts.filters.clear_all).clicked() {
        ctx.send(Action::ClearLens);
    }
    ui.add_space(18.0);
    hairline(ui);
    passages_ui(ctx, ui, &shown, list, None);
}

/// In the corner beside the heading.
fn back_button_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let corner = pos2(ui.max_rect().right() - 28.0, ui.cursor().top() - 8.0);
    let area = Rect::from_min_size(corner, vec2(32.0, 32.0));
    // Takes no room of the column.
    let mut corner = ui.new_child(UiBuilder::new().id_salt("back").max_rect(area));
    if icon_button(&mut corner, glyph::CLOSE, &ctx.texts.reading.back).clicked() {
        ctx.send(Action::Deselect);
    }
}

/// The name as its own country writes it, or as readers of another language do.
fn other_script<'a>(ctx: &ViewCtx<'_>, place: &'a Place) -> Option<&'a str> {
    let name = &place.name;
    let others = name
        .translations
        .values()
        .chain([&name.text])
        .map(String::as_str);
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
