//! How a marker is drawn: what makes it look otherwise, what it covers, and its name with a halo.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::{Color32, Galley, Id, Painter, Pos2, Rect, Ui, Vec2};

use super::groups::Spot;
use super::labels::Wanted;
use crate::ui::fonts;
use crate::ui::software::{Drawing, Stamping};
use crate::ui::theme::Theme;

pub const RADIUS: f32 = 12.0;
pub const SELECTED_RADIUS: f32 = 15.0;

/// What the reader's doings make of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    Plain,
    /// The reader is on the place.
    Selected,
    /// Nothing about the place passes the lens.
    Dimmed,
}

/// Whether it may be another place than the article means: then it is hollow, with a broken edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    Sure,
    Doubtful,
}

/// How a marker looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Looks {
    pub standing: Standing,
    pub hovered: bool,
    pub group: bool,
    pub certainty: Certainty,
    pub focused: bool,
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

/// Writes a marker's name: a stamp on whole pixels, where a processor draws.
pub fn label(
    (painter, stamping): (&Painter, &mut Stamping),
    t: &Theme,
    area: Rect,
    galley: &Arc<Galley>,
    looks: Looks,
) {
    let ink = if looks.standing == Standing::Dimmed {
        t.ink_faint
    } else {
        t.ink
    };
    let look = Id::unique(("name", &galley.job, ink, t.land));
    let at = area.min.round_to_pixels(painter.pixels_per_point());
    let draw = |drawing: &mut Drawing| {
        for (aside, color) in halo(t, ink) {
            drawing.text(aside.to_pos2(), galley, color);
        }
    };
    if !stamping.stamp(look, at, draw) {
        haloed(painter, t, at, galley, ink);
    }
}

/// A name from its left upper corner, with a halo in the colour of the land, so that it reads on anything.
pub fn haloed(painter: &Painter, t: &Theme, at: Pos2, galley: &Arc<Galley>, ink: Color32) {
    for (aside, color) in halo(t, ink) {
        painter.galley_with_override_text_color(at + aside, Arc::clone(galley), color);
    }
}

/// Where to write a name that has a halo, and in which colours, the lowest first.
fn halo(t: &Theme, ink: Color32) -> impl Iterator<Item = (Vec2, Color32)> {
    const COPIES: u8 = 6;
    let land = t.land;
    let around = (0..COPIES).map(move |copy| {
        let angle = f32::from(copy) * std::f32::consts::TAU / f32::from(COPIES);
        (Vec2::angled(angle) * 2.0, land)
    });
    around.chain([(Vec2::ZERO, ink)])
}
