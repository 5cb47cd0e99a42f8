//! Markers: a numbered disc for each place, with its name; places too close to tell apart are one disc.

use std::cmp::Reverse;
use std::sync::Arc;

use egui::accesskit::Action as Asked;
use egui::{CursorIcon, Galley, Id, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::groups::{Grouping, Spot, clear_of};
use super::keyboard;
use super::labels::{self, Placed, Wanted};
use super::marker_look::{
    Certainty, Looks, NAMES_ON_LABEL, Standing, disc, joined, label, names, wanted,
};
use super::screen::Screen;
use crate::session::Action;
use crate::story::{Item, PlaceId};
use crate::texts::fill;
use crate::ui::ViewCtx;

/// Side of the square that takes clicks.
const TARGET: f32 = 30.0;

/// Of a larger group the rest is reached by opening it.
const REACHED_IN_GROUP: usize = 12;
/// More names than this cannot be read on one map; they are placed in order of importance.
const NAMED: usize = 150;

pub enum Pressed {
    /// A group that was clicked, to be opened.
    Group(Vec<PlaceId>),
    /// A marker that a screen reader wants the focus on.
    Focus(PlaceId),
}

/// What the markers find on the map.
pub struct Room<'a> {
    pub grouping: &'a mut Grouping,
    /// Where no name may stand; the markers and their names are added to it.
    pub taken: &'a mut Vec<Rect>,
    pub lines: &'a [Rect],
}

/// Draws markers and names, the one with the keyboard's `focus` on its own, and sends what was picked.
pub fn markers_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    screen: &Screen<'_>,
    room: Room<'_>,
    focus: Option<PlaceId>,
) -> Option<Pressed> {
    let Room {
        grouping,
        taken,
        lines,
    } = room;
    let stands_out =
        |ctx: &ViewCtx<'_>, place| focus == Some(place) || ctx.session.is_on(ctx.story, place);
    find_in_view(ctx, screen, &mut grouping.places);
    let is_shown =
        focus.is_some_and(|place| grouping.places.iter().any(|(shown, _)| *shown == place));
    let mut spots = grouping.spots(|place| stands_out(ctx, place));
    let lead = |spot: &Spot<'_>| {
        spot.places
            .first()
            .is_some_and(|&place| stands_out(ctx, place))
    };
    let on: Vec<Pos2> = spots
        .iter()
        .filter(|spot| lead(spot))
        .map(|spot| spot.at)
        .collect();
    clear_of(&on, &mut spots);
    // The first in order is placed first and drawn last: nothing covers it.
    spots.sort_by_key(|spot| Reverse(lead(spot)));
    let looks: Vec<Looks> = spots.iter().map(|spot| looks(ctx, spot, focus)).collect();
    let names: Vec<Vec<Arc<Galley>>> = spots
        .iter()
        .zip(&looks)
        .map(|(spot, looks)| names(ctx, ui, spot, *looks))
        .collect();
    let wanted: Vec<Wanted> = spots
        .iter()
        .zip(&looks)
        .zip(&names)
        .map(|((spot, looks), names)| wanted(spot, *looks, names))
        .collect();
    let named = wanted.get(..wanted.len().min(NAMED)).unwrap_or_default();
    let placed = labels::place(named, screen.view, taken, lines);
    for ((placed, names), looks) in placed.iter().zip(names).zip(&looks) {
        if let Some(Placed { area, writing }) = placed
            && let Some(name) = names.get(*writing)
        {
            label(ui.painter(), ctx.theme, *area, name, *looks);
        }
    }
    let mut pressed = None;
    for (spot, looks) in spots.iter().zip(looks).rev() {
        let response = spot_ui(ctx, ui, spot, looks);
        // The second click of a double click is none of its own.
        if response.clicked() && !response.double_clicked() {
            match spot.places {
                [place] => toggle(ctx, *place),
                group => pressed = Some(Pressed::Group(group.to_vec())),
            }
        }
    }
    if let Some(place) = focus {
        ctx.hover(Item::Place(place));
        // On its way into view it is spoken already.
        if !is_shown {
            let beside = Rect::from_center_size(screen.view.center(), Vec2::ZERO);
            place_button(ctx, ui, place, beside);
        }
    }
    // The map's own name for the same town may stand a little beside it.
    taken.extend(wanted.into_iter().map(|name| name.disc.expand(10.0)));
    taken.extend(placed.into_iter().flatten().map(|placed| placed.area));
    pressed.or_else(|| {
        let mut places = grouping.places.iter().map(|(place, _)| *place);
        keyboard::wanted(ui, &mut places).map(Pressed::Focus)
    })
}

/// The place to begin with, where the keyboard has been on none.
pub fn most_important(ctx: &ViewCtx<'_>, screen: &Screen<'_>) -> Option<PlaceId> {
    let mut places = Vec::new();
    find_in_view(ctx, screen, &mut places);
    let shown = places.first().map(|(place, _)| *place);
    shown.or_else(|| ctx.story.places().next().map(|(place, _)| place))
}

/// The places whose markers may show, the most important first.
fn find_in_view(ctx: &ViewCtx<'_>, screen: &Screen<'_>, places: &mut Vec<(PlaceId, Pos2)>) {
    let near = screen.view.expand(TARGET);
    places.clear();
    let all = ctx.story.places();
    places.extend(
        all.map(|(id, place)| (id, screen.at(place.lat, place.lon)))
            .filter(|(_, at)| at.is_finite() && near.contains(*at)),
    );
    let visible = ctx.session.visible();
    // No two are equal, and it needs no room of its own.
    places.sort_unstable_by_key(|&(id, _)| {
        (
            !ctx.session.is_on(ctx.story, id),
            Reverse(visible.mentions(id)),
            id,
        )
    });
}

/// Whether the lens lets it through, and the search has to do with it.
fn shows(ctx: &ViewCtx<'_>, place: PlaceId) -> bool {
    let finding = ctx.session.finding();
    ctx.session.visible().mentions(place) > 0 && (!finding.is_on() || finding.touches(place))
}

fn looks(ctx: &ViewCtx<'_>, spot: &Spot<'_>, focus: Option<PlaceId>) -> Looks {
    let any = |test: &dyn Fn(PlaceId) -> bool| spot.places.iter().any(|&place| test(place));
    let standing = if any(&|place| ctx.session.is_on(ctx.story, place)) {
        Standing::Selected
    } else if any(&|place| shows(ctx, place)) {
        Standing::Plain
    } else {
        Standing::Dimmed
    };
    Looks {
        standing,
        hovered: any(&|place| ctx.hovered == Some(Item::Place(place))),
        group: spot.places.len() > 1,
        certainty: if any(&|place| ctx.story.place(place).doubt.is_none()) {
            Certainty::Sure
        } else {
            Certainty::Doubtful
        },
        focused: any(&|place| focus == Some(place)),
    }
}

/// A disc to click; a screen reader has a group's places one by one.
fn spot_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, spot: &Spot<'_>, mut looks: Looks) -> Response {
    let area = Rect::from_center_size(spot.at, Vec2::splat(TARGET));
    let response = match spot.places {
        [place] => place_button(ctx, ui, *place, area),
        group => {
            for &place in group.iter().take(REACHED_IN_GROUP) {
                let member = place_button(
                    ctx,
                    ui,
                    place,
                    Rect::from_center_size(spot.at, Vec2::splat(2.0)),
                );
                if member.clicked() {
                    toggle(ctx, place);
                }
            }
            let id = ui.scope_id().with(("group", group.first()));
            let response = ui.interact(area, id, Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, group_name(ctx, spot)));
            response
        }
    };
    looks.hovered |= response.hovered();
    if response.hovered()
        && let Some(&place) = spot.places.first()
    {
        ctx.hover(Item::Place(place));
    }
    disc(ui.painter(), ctx, spot, looks);
    response.on_hover_cursor(CursorIcon::PointingHand)
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

fn group_name(ctx: &ViewCtx<'_>, spot: &Spot<'_>) -> String {
    let count = spot.places.len().to_string();
    fill(
        &ctx.texts.map.group,
        &[("names", &joined(ctx, spot, NAMES_ON_LABEL)), ("n", &count)],
    )
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
