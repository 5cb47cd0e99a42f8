//! How a marker is drawn: its disc, its number, its name.

use std::borrow::Cow;
use std::sync::Arc;

use egui::{Align2, Color32, Galley, Id, Painter, Pos2, Rect, Shape, Stroke, Ui, Vec2, vec2};

use super::groups::{Group, Spot};
use super::labels::Wanted;
use crate::settings::MapNames;
use crate::story::{Name, PlaceId};
use crate::ui::software::moving_ui;
use crate::ui::theme::Theme;
use crate::ui::{ViewCtx, fonts};

const RADIUS: f32 = 12.0;
const SELECTED_RADIUS: f32 = 15.0;
/// Names joined on the label of a group; the rest are a number.
pub const NAMES_ON_LABEL: usize = 3;

/// What the reader's doings make of a marker.
#[derive(Clone, Copy, PartialEq)]
pub enum Standing {
    Plain,
    /// The reader is on the place.
    Selected,
    /// Nothing about the place passes the lens.
    Dimmed,
}

/// Whether it may be another place than the article means: then it is hollow, with a broken edge.
#[derive(Clone, Copy, PartialEq)]
pub enum Certainty {
    Sure,
    Doubtful,
}

/// How a marker looks.
#[derive(Clone, Copy, PartialEq)]
pub struct Looks {
    pub standing: Standing,
    pub hovered: bool,
    pub group: bool,
    pub certainty: Certainty,
    pub focused: bool,
}

pub fn disc(painter: &Painter, ctx: &ViewCtx<'_>, spot: &Spot, looks: Looks) {
    let aim = match looks {
        Looks {
            standing: Standing::Selected,
            ..
        } => SELECTED_RADIUS,
        Looks { hovered: true, .. } => RADIUS + 1.5,
        Looks {
            standing: Standing::Dimmed,
            ..
        } => RADIUS - 1.5,
        _ => RADIUS,
    };
    let id = Id::unique(("disc", spot.group.first.first()));
    let seconds = painter.ctx().global_style().animation_time;
    let radius = painter.ctx().animate_value_with_time(id, aim, seconds);
    moving_ui(painter, id, spot.at, |painter, at| {
        disc_at(painter, ctx.theme, (at, radius), spot.group.mentions, looks);
    });
}

fn disc_at(painter: &Painter, t: &Theme, (at, radius): (Pos2, f32), mentions: usize, looks: Looks) {
    let behind = vec2(5.0, -4.0);
    if looks.standing == Standing::Selected {
        painter.circle_filled(at, radius + 9.0, t.accent.gamma_multiply(0.18));
        painter.circle(at, radius + 4.0, t.land, Stroke::new(2.0, t.accent));
    }
    if looks.focused {
        painter.circle_stroke(at, radius + 7.0, Stroke::new(2.0, t.focus));
    }
    let (fill, edge, ink, font) = if looks.standing == Standing::Dimmed {
        (
            t.land,
            Stroke::new(1.5, t.marker_dim),
            t.marker_dim,
            fonts::sans_medium(11.5),
        )
    } else if looks.certainty == Certainty::Doubtful {
        let edge = if looks.hovered {
            t.accent_hover
        } else {
            t.accent
        };
        let font = fonts::sans_strong(12.0);
        (t.land, Stroke::new(1.75, edge), t.accent_ink, font)
    } else {
        let fill = if looks.hovered {
            t.accent_hover
        } else {
            t.accent
        };
        let size = if looks.standing == Standing::Selected {
            14.0
        } else {
            12.0
        };
        (
            fill,
            Stroke::new(1.75, t.land),
            t.on_accent,
            fonts::sans_strong(size),
        )
    };
    if looks.group {
        painter.circle(at + behind, radius, fill, edge);
    }
    if looks.standing == Standing::Plain {
        painter.circle_filled(at + vec2(0.0, 1.0), radius + 2.0, t.shadow);
    }
    if looks.certainty == Certainty::Doubtful && looks.standing != Standing::Dimmed {
        painter.circle_filled(at, radius, fill);
        broken_circle(painter, at, radius, edge);
    } else {
        painter.circle(at, radius, fill, edge);
    }
    let middle = at + vec2(0.0, 0.5);
    painter.text(middle, Align2::CENTER_CENTER, short(mentions), font, ink);
}

/// No longer than a disc has room for: thousands as in "2k".
fn short(count: usize) -> String {
    match count {
        0..=999 => count.to_string(),
        1_000..=999_999 => format!("{}k", count / 1_000),
        _ => format!("{}M", count / 1_000_000),
    }
}

/// A ring of dashes, as many as go around evenly.
fn broken_circle(painter: &Painter, at: Pos2, radius: f32, line: Stroke) {
    const DASHES: u8 = 9;
    const STEPS: u8 = 5;
    const PART: f32 = 0.62;

    let step = std::f32::consts::TAU / f32::from(DASHES);
    for dash in 0..DASHES {
        let from = f32::from(dash) * step;
        let points = (0..=STEPS).map(|part| {
            let along = f32::from(part) / f32::from(STEPS) * PART * step;
            at + Vec2::angled(from + along) * radius
        });
        painter.add(Shape::line(points.collect(), line));
    }
}

/// The ways to write the name of a group, the longest first: some names, and how many more there are.
pub fn joined(ctx: &ViewCtx<'_>, group: &Group) -> Vec<String> {
    let names: Vec<Cow<'_, str>> = group
        .first
        .iter()
        .take(NAMES_ON_LABEL)
        .map(|&place| on_map(ctx, place))
        .collect();
    let way = |most: usize| {
        let joined = names.get(..most)?.join(&ctx.texts.map.join);
        Some(match group.places - most {
            0 => joined,
            more => format!("{joined} +{more}"),
        })
    };
    (1..=names.len()).rev().filter_map(way).collect()
}

/// A place's name in the script of the map's own names.
fn on_map<'a>(ctx: &ViewCtx<'a>, place: PlaceId) -> Cow<'a, str> {
    let place = ctx.story.place(place);
    let name = written(ctx, &place.name);
    if place.doubt.is_some() {
        Cow::from(format!("{name} ?"))
    } else {
        name
    }
}

/// The same of any name.
pub fn written<'a>(ctx: &ViewCtx<'_>, name: &'a Name) -> Cow<'a, str> {
    let chinese = name.in_language("zh");
    match ctx.map_names() {
        MapNames::English => Cow::from(&name.text),
        MapNames::Chinese => Cow::from(chinese),
        MapNames::Both if chinese == name.text => Cow::from(&name.text),
        MapNames::Both => Cow::from(format!("{} {chinese}", name.text)),
    }
}

/// A marker's name in each of its ways, laid out.
pub fn names(ui: &Ui, spot: &Spot, looks: Looks) -> Vec<Arc<Galley>> {
    let font = match looks.standing {
        Standing::Selected => fonts::sans_strong(15.0),
        Standing::Dimmed => fonts::sans_medium(12.5),
        Standing::Plain => fonts::sans_strong(13.5),
    };
    let laid_out = |name: &String| {
        ui.painter()
            .layout_no_wrap(name.clone(), font.clone(), Color32::PLACEHOLDER)
    };
    spot.group.names.iter().map(laid_out).collect()
}

/// What the marker covers.
pub fn marker_area(spot: &Spot) -> Rect {
    Rect::from_center_size(spot.at, Vec2::splat(2.0 * RADIUS + 4.0))
}

pub fn wanted(spot: &Spot, looks: Looks, names: &[Arc<Galley>]) -> Wanted {
    // The second disc of a group stands out to the right.
    let beside = if looks.group { 6.0 } else { 0.0 };
    let gap = if looks.standing == Standing::Selected {
        SELECTED_RADIUS + 9.0
    } else {
        RADIUS + 5.0
    };
    Wanted {
        disc: marker_area(spot),
        sizes: names.iter().map(|name| name.size()).collect(),
        gap: gap + beside,
    }
}

pub fn label(
    painter: &Painter,
    t: &Theme,
    spot: &Spot,
    area: Rect,
    galley: &Arc<Galley>,
    looks: Looks,
) {
    let ink = if looks.standing == Standing::Dimmed {
        t.ink_faint
    } else {
        t.ink
    };
    let id = Id::unique(("name", spot.group.first.first()));
    moving_ui(painter, id, area.center(), |painter, middle| {
        haloed(painter, t, middle, galley, ink);
    });
}

/// A name in the middle, with a halo in the colour of the land, so that it reads on anything.
pub fn haloed(painter: &Painter, t: &Theme, middle: Pos2, galley: &Arc<Galley>, ink: Color32) {
    const COPIES: u8 = 8;
    let at = middle - galley.size() / 2.0;
    for copy in 0..COPIES {
        let angle = f32::from(copy) * std::f32::consts::TAU / f32::from(COPIES);
        painter.galley_with_override_text_color(
            at + Vec2::angled(angle) * 2.0,
            Arc::clone(galley),
            t.land,
        );
    }
    painter.galley_with_override_text_color(at, Arc::clone(galley), ink);
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_number_on_a_disc_has_three_signs_at_most_up_to_a_hundred_thousand() {
        assert_eq!(
            [6, 999, 2_621, 99_000].map(short),
            ["6", "999", "2k", "99k"]
        );
    }
}
