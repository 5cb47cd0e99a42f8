//! A marker's disc: rings one over the other, and a number.

use egui::emath::GuiRounding as _;
use egui::{Align2, Color32, FontId, Id, Painter, Pos2, Shape, Stroke, Vec2, vec2};

use super::disc_picture::{DiscPictures, Ring};
use super::groups::Spot;
use super::marker_look::{Certainty, Looks, RADIUS, SELECTED_RADIUS, Standing};
use crate::ui::software::Stamping;
use crate::ui::theme::Theme;
use crate::ui::{ViewCtx, fonts};

/// A marker's disc and the number on it.
pub struct Disc {
    /// On a whole pixel: what looks the same is the same picture then.
    at: Pos2,
    radius: f32,
    looks: Looks,
    /// Of all but the number, tells it from those that look otherwise.
    look: Id,
    number: String,
}

impl Disc {
    pub fn of(painter: &Painter, ctx: &ViewCtx<'_>, spot: &Spot, looks: Looks) -> Self {
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
        // In steps that nobody sees, so that growing takes a few pictures.
        let radius = (radius * 4.0).round() / 4.0;
        Self {
            at: spot.at.round_to_pixels(painter.pixels_per_point()),
            radius,
            looks,
            look: Id::unique((looks, radius.to_bits(), ctx.theme.land)),
            number: short(spot.group.mentions),
        }
    }

    fn ground(&self, painter: &Painter, t: &Theme, discs: &mut DiscPictures, at: Pos2) {
        let &Self {
            radius,
            looks,
            look,
            ..
        } = self;
        discs.show(painter, at, look, || rings(t, radius, looks));
        if is_broken(looks) {
            broken_circle(painter, at, radius, Coloring::of(t, looks).edge);
        }
    }

    fn number(&self, painter: &Painter, t: &Theme, at: Pos2) {
        let Coloring { font, ink, .. } = Coloring::of(t, self.looks);
        let middle = at + vec2(0.0, 0.5);
        painter.text(middle, Align2::CENTER_CENTER, &self.number, font, ink);
    }
}

/// Draws all the discs, and over them their numbers.
pub fn discs_ui(painter: &Painter, t: &Theme, discs: &mut DiscPictures, all: &[Disc]) {
    let mut stamping = Stamping::begin(painter);
    let is_drawn = |disc: &&Disc| {
        let look = disc.look.with(&disc.number);
        !stamping.stamp(look, disc.at, |painter| {
            disc.ground(painter, t, discs, Pos2::ZERO);
            disc.number(painter, t, Pos2::ZERO);
        })
    };
    let drawn: Vec<&Disc> = all.iter().filter(is_drawn).collect();
    stamping.end();
    for disc in &drawn {
        disc.ground(painter, t, discs, disc.at);
    }
    for disc in drawn {
        disc.number(painter, t, disc.at);
    }
}

/// Of a disc and the number on it.
struct Coloring {
    fill: Color32,
    edge: Stroke,
    ink: Color32,
    font: FontId,
}

impl Coloring {
    fn of(t: &Theme, looks: Looks) -> Self {
        let accent = if looks.hovered {
            t.accent_hover
        } else {
            t.accent
        };
        match (looks.standing, looks.certainty) {
            (Standing::Dimmed, _) => Self {
                fill: t.land,
                edge: Stroke::new(1.5, t.marker_dim),
                ink: t.marker_dim,
                font: fonts::sans_medium(11.5),
            },
            (_, Certainty::Doubtful) => Self {
                fill: t.land,
                edge: Stroke::new(1.75, accent),
                ink: t.accent_ink,
                font: fonts::sans_strong(12.0),
            },
            (standing, Certainty::Sure) => Self {
                fill: accent,
                edge: Stroke::new(1.75, t.land),
                ink: t.on_accent,
                font: fonts::sans_strong(if standing == Standing::Selected {
                    14.0
                } else {
                    12.0
                }),
            },
        }
    }
}

/// The lowest first.
fn rings(t: &Theme, radius: f32, looks: Looks) -> Vec<Ring> {
    let Coloring { fill, edge, .. } = Coloring::of(t, looks);
    let disc = [
        Ring::filled(radius + edge.width, edge.color),
        Ring::filled(radius, fill),
    ];
    let mut rings = Vec::new();
    if looks.standing == Standing::Selected {
        rings.extend([
            Ring::filled(radius + 9.0, t.accent.gamma_multiply(0.18)),
            Ring::filled(radius + 6.0, t.accent),
            Ring::filled(radius + 4.0, t.land),
        ]);
    }
    if looks.focused {
        rings.push(Ring {
            inner: radius + 7.0,
            ..Ring::filled(radius + 9.0, t.focus)
        });
    }
    if looks.group {
        rings.extend(disc.map(|ring| ring.at(vec2(5.0, -4.0))));
    }
    if looks.standing == Standing::Plain {
        rings.push(Ring::filled(radius + 2.0, t.shadow).at(vec2(0.0, 1.0)));
    }
    // A broken edge is drawn over it.
    rings.extend(disc.into_iter().skip(usize::from(is_broken(looks))));
    rings
}

fn is_broken(looks: Looks) -> bool {
    looks.certainty == Certainty::Doubtful && looks.standing != Standing::Dimmed
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
