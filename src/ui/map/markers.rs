//! Markers: a numbered disc for each place, with its name; places too close to tell apart are one disc.

use std::cmp::Reverse;
use std::sync::Arc;

use egui::accesskit::Action as Asked;
use egui::{CursorIcon, Galley, Id, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::disc::{Disc, discs_ui};
use super::disc_picture::DiscPictures;
use super::groups::{Grouping, Spot, shows};
use super::labels::{self, Placed, Wanted};
use super::marker_look::{Certainty, Looks, Standing, label, marker_area, names, wanted};
use super::screen::Screen;
use super::taken::Taken;
use crate::session::Action;
use crate::story::{Item, Place, PlaceId};
use crate::texts::fill;
use crate::ui::ViewCtx;
use crate::ui::software::Stamping;
use crate::ui::widgets::is_read_aloud;

/// Side of the square that takes clicks.
const TARGET: f32 = 30.0;

/// More names than this cannot be read on one map; they are placed in order of importance.
const NAMED: usize = 100;

/// How far from a marker, in points, the map's own name for the same town may stand.
pub const BESIDE: f32 = 10.0;

/// What the markers find on the map.
pub struct Room<'a> {
    pub grouping: &'a mut Grouping,
    pub discs: &'a mut DiscPictures,
    /// Where no name may stand; the markers, with what is `BESIDE` them, and their names are added to it.
    pub taken: &'a mut Vec<Rect>,
    pub lines: &'a [Rect],
}

/// Draws markers and names, the one with the keyboard's `focus` on its own, and sends what was picked. Returns the places of a
/// group that was pressed, to be opened.
pub fn markers_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    screen: &Screen<'_>,
    room: Room<'_>,
    focus: Option<PlaceId>,
) -> Option<Vec<PlaceId>> {
    let Room {
        grouping,
        discs,
        taken,
        lines,
    } = room;
    let spots = grouping.spots(ctx, screen, focus);
    if grouping.is_behind() {
        ui.ctx().request_repaint();
    }
    let looks: Vec<Looks> = spots.iter().map(|spot| looks(ctx, spot, focus)).collect();
    let mut stamping = Stamping::begin(ui.painter());
    let names = (&mut stamping, taken, lines);
    names_ui(ctx, ui, (&spots, &looks), screen.view, names);
    stamping.end();
    // The first in order are drawn last: nothing covers them.
    let mut opened = None;
    let mut drawn = Vec::with_capacity(spots.len());
    for (spot, looks) in spots.iter().zip(looks).rev() {
        let response = spot_ui(ctx, ui, spot);
        let hovered = looks.hovered || response.hovered();
        let looks = Looks { hovered, ..looks };
        drawn.push(Disc::of(ui.painter(), ctx, spot, looks));
        // The second click of a double click is none of its own.
        if response.clicked() && !response.double_clicked() {
            match *spot.group.first {
                [place] => toggle(ctx, place),
                _ => opened = Some(places_of(ctx, spot)),
            }
        }
    }
    discs_ui(ui.painter(), ctx.theme, discs, &drawn);
    if let Some(place) = focus {
        ctx.hover(Item::Place(place));
        // On its way into view it is spoken already.
        let is_shown = spots.iter().any(|spot| *spot.group.first == [place]);
        if !is_shown {
            let beside = Rect::from_center_size(screen.view.center(), Vec2::ZERO);
            place_button(ctx, ui, place, beside);
        }
    }
    opened
}

/// Writes the names where there is room, and adds to `taken` where markers and names stand.
fn names_ui(
    ctx: &ViewCtx<'_>,
    ui: &Ui,
    (spots, looks): (&[Spot], &[Looks]),
    view: Rect,
    (stamping, taken, lines): (&mut Stamping, &mut Vec<Rect>, &[Rect]),
) {
    let named = spots.iter().zip(looks).take(NAMED);
    let names: Vec<Vec<Arc<Galley>>> = named
        .clone()
        .map(|(spot, looks)| names(ui, spot, *looks))
        .collect();
    let wanted: Vec<Wanted> = named
        .clone()
        .zip(&names)
        .map(|((spot, looks), names)| wanted(spot, *looks, names))
        .collect();
    let mut free = Taken::new(view);
    let discs = spots.iter().map(marker_area);
    for area in taken.iter().copied().chain(discs.clone()) {
        free.add(area);
    }
    let mut crossed = Taken::new(view);
    for &line in lines {
        crossed.add(line);
    }
    let placed = labels::place(&wanted, view, &mut free, &crossed);
    for ((placed, names), (_, looks)) in placed.iter().zip(&names).zip(named) {
        if let Some(Placed { area, writing }) = placed
            && let Some(name) = names.get(*writing)
        {
            let paints = (ui.painter(), &mut *stamping);
            label(paints, ctx.theme, *area, name, *looks);
        }
    }
    taken.extend(discs.map(|disc| disc.expand(BESIDE)));
    taken.extend(placed.into_iter().flatten().map(|placed| placed.area));
}

/// The place to begin with, where the keyboard has been on none.
pub fn most_important(ctx: &ViewCtx<'_>, screen: &Screen<'_>) -> Option<PlaceId> {
    let is_shown = |place: &Place| screen.view.contains(screen.at(place.lat, place.lon));
    let shown = ctx.story.places().filter(|(_, place)| is_shown(place));
    let on = ctx.session.on(ctx.story);
    let mentions = |id| ctx.session.visible().mentions(id);
    let first = shown
        .map(|(id, _)| id)
        .min_by_key(|id| (!on.contains(id), Reverse(mentions(*id)), *id));
    first.or_else(|| ctx.story.places().next().map(|(id, _)| id))
}

/// All the places of a group, those that stand alone left out.
fn places_of(ctx: &ViewCtx<'_>, spot: &Spot) -> Vec<PlaceId> {
    let all = ctx.document.clusters.places(spot.group.stretch.clone());
    let alone = ctx.session.on(ctx.story);
    all.iter()
        .copied()
        .filter(|place| !alone.contains(place))
        .collect()
}

fn looks(ctx: &ViewCtx<'_>, spot: &Spot, focus: Option<PlaceId>) -> Looks {
    let is_of = |place: PlaceId| {
        let position = ctx.document.clusters.position(place);
        position.is_some_and(|position| spot.group.stretch.contains(&position))
    };
    let is_on = |place| spot.alone && *spot.group.first == [place];
    let standing = if ctx.session.on(ctx.story).iter().any(|&place| is_on(place)) {
        Standing::Selected
    } else if spot.group.shows {
        Standing::Plain
    } else {
        Standing::Dimmed
    };
    let hovered = match ctx.hovered {
        Some(Item::Place(place)) => is_on(place) || (!spot.alone && is_of(place)),
        _ => false,
    };
    Looks {
        standing,
        hovered,
        group: spot.group.places > 1,
        certainty: if spot.group.is_sure {
            Certainty::Sure
        } else {
            Certainty::Doubtful
        },
        focused: focus.is_some_and(is_on),
    }
}

/// What takes the clicks of a disc; a screen reader has a group's places one by one.
fn spot_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, spot: &Spot) -> Response {
    let area = Rect::from_center_size(spot.at, Vec2::splat(TARGET));
    let response = match *spot.group.first {
        [place] => place_button(ctx, ui, place, area),
        ref group => {
            if is_read_aloud(ui.ctx()) {
                members_ui(ctx, ui, spot);
            }
            let id = ui.scope_id().with(("group", group.first()));
            let response = ui.interact(area, id, Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, group_name(ctx, spot)));
            response
        }
    };
    if response.hovered()
        && let Some(&place) = spot.group.first.first()
    {
        ctx.hover(Item::Place(place));
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Nobody but a screen reader comes to the places of a group.
fn members_ui(ctx: &mut ViewCtx<'_>, ui: &Ui, spot: &Spot) {
    for &place in &spot.group.first {
        let area = Rect::from_center_size(spot.at, Vec2::splat(2.0));
        if place_button(ctx, ui, place, area).clicked() {
            toggle(ctx, place);
        }
    }
}

/// What a marker is known by, to egui and to a screen reader.
pub fn marker_id(ui: &Ui, place: PlaceId) -> Id {
    ui.scope_id().with(("marker", place))
}

/// No stop for Tab: that is the map, whose item it is.
fn place_button(ctx: &ViewCtx<'_>, ui: &Ui, place: PlaceId, area: Rect) -> Response {
    let response = ui.interact(area, marker_id(ui, place), Sense::CLICK);
    response.widget_info(|| {
        let selected = ctx.session.selected_place() == Some(place);
        WidgetInfo::selected(Role::Button, true, selected, spoken(ctx, place))
    });
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.add_action(Asked::Focus));
    response
}

/// As in "Bijie, 6 passages".
fn spoken(ctx: &ViewCtx<'_>, place: PlaceId) -> String {
    let texts = &ctx.texts.map;
    let name = ctx.say(&ctx.story.place(place).name);
    let count = ctx.session.visible().mentions(place);
    let text = match count {
        _ if count > 0 && !shows(ctx, place) => &texts.marker_unfound,
        0 => &texts.marker_none,
        1 => &texts.marker_one,
        _ => &texts.marker_many,
    };
    let spoken = fill(text, &[("name", name), ("n", &count.to_string())]);
    if ctx.story.place(place).doubt.is_some() {
        return fill(&ctx.texts.mending.named_uncertain, &[("name", &spoken)]);
    }
    spoken
}

fn group_name(ctx: &ViewCtx<'_>, spot: &Spot) -> String {
    let count = spot.group.places.to_string();
    let names = spot.group.names.first().map_or("", String::as_str);
    fill(&ctx.texts.map.group, &[("names", names), ("n", &count)])
}

/// A second press goes back to the whole story.
pub fn toggle(ctx: &mut ViewCtx<'_>, place: PlaceId) {
    ctx.send(if ctx.session.selected_place() == Some(place) {
        Action::Deselect
    } else {
        Action::Select(Item::Place(place))
    });
}

/// Of places that no zoom tells apart, the one after the selected.
pub fn select_next(ctx: &mut ViewCtx<'_>, group: &[PlaceId]) {
    let mut order = group.to_vec();
    order.sort_unstable();
    let after = order
        .iter()
        .position(|&place| Some(place) > ctx.session.selected_place());
    if let Some(&place) = after.and_then(|i| order.get(i)).or(order.first()) {
        ctx.send(Action::Select(Item::Place(place)));
    }
}
