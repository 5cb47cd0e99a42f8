//! A marker's disc: rings one over the other, and a number.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::{Color32, FontId, Galley, Id, Painter, Pos2, Stroke, Vec2, vec2};

use super::disc_picture::{Dashes, DiscPictures, Ring};
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

    fn rings(&self, t: &Theme) -> Vec<Ring> {
        rings(t, self.radius, self.looks)
    }

    /// The number, where its left upper corner is from the middle of the disc, and its colour.
    fn number(&self, painter: &Painter, t: &Theme) -> (Arc<Galley>, Vec2, Color32) {
        let Coloring { font, ink, .. } = Coloring::of(t, self.looks);
        let number = painter.layout_no_wrap(self.number.clone(), font, ink);
        let corner = vec2(0.0, 0.5) - number.size() / 2.0;
        (number, corner, ink)
    }
}

/// Draws all the discs, and over them their numbers.
pub fn discs_ui(painter: &Painter, t: &Theme, discs: &mut DiscPictures, all: &[Disc]) {
    let mut stamping = Stamping::begin(painter);
    let is_drawn = |disc: &&Disc| {
        let look = disc.look.with(&disc.number);
        !stamping.stamp(look, disc.at, |drawing| {
            let pixels_per_point = painter.pixels_per_point();
            drawing.picture(discs.pixels(pixels_per_point, disc.look, || disc.rings(t)));
            let (number, corner, ink) = disc.number(painter, t);
            drawing.text(corner.to_pos2(), &number, ink);
        })
    };
    let drawn: Vec<&Disc> = all.iter().filter(is_drawn).collect();
    stamping.end();
    for disc in &drawn {
        discs.show(painter, disc.at, disc.look, || disc.rings(t));
    }
    for disc in drawn {
        let (number, corner, ink) = disc.number(painter, t);
        painter.galley(disc.at + corner, number, ink);
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
    if is_broken(looks) {
        let line = edge.width / 2.0;
        rings.extend([
            Ring::filled(radius, fill),
            Ring {
                inner: radius - line,
                dashes: Dashes::Broken(9),
                ..Ring::filled(radius + line, edge.color)
            },
        ]);
    } else {
        rings.extend(disc);
    }
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
