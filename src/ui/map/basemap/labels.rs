//! The names of a tile, and those of them that may stand on the screen.

use std::cell::OnceCell;

use egui::{Color32, Pos2, Vec2};
use walkers::Text;

/// A name on a tile, in the tile's units.
pub struct Label {
    pub kind: Kind,
    pub name: String,
    pub position: Pos2,
    /// In points.
    pub font_size: f32,
    pub color: Color32,
    pub halo: Color32,
    /// Radians, clockwise.
    pub angle: f32,
    /// Of two names in each other's way the higher rank stays.
    pub rank: usize,
    /// Points to be left free around it.
    pub padding: f32,
    /// In points, known once it was laid out.
    size: OnceCell<Vec2>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Written across what it names.
    Area,
    /// Written along what it names, whose longest straight piece has this length in tile units.
    River { length: f32 },
    /// Written beside a dot of this radius, in points.
    Town { radius: f32 },
}

impl Label {
    pub fn new(kind: Kind, text: Text) -> Self {
        Self {
            kind,
            name: text.text,
            position: text.position,
            font_size: text.font_size,
            color: text.text_color,
            halo: text.halo_color,
            angle: text.angle,
            rank: text.layer,
            padding: text.padding,
            size: OnceCell::new(),
        }
    }

    /// The label as it would stand on the screen. `scaling` is points to a tile unit, `order` its
    /// place among the labels of its tile, which come with the important ones first.
    pub fn candidate(
        &self,
        at: Pos2,
        scaling: f32,
        order: usize,
        measure: impl FnOnce(&Self) -> Vec2,
    ) -> Option<Candidate<'_>> {
        let size = *self.size.get_or_init(|| measure(self));
        let fits = match self.kind {
            Kind::River { length } => size.x <= length * scaling,
            Kind::Area | Kind::Town { .. } => true,
        };
        fits.then_some(Candidate {
            label: self,
            at,
            size,
            order,
        })
    }
}

/// A name that would like to stand on the screen, in points.
pub struct Candidate<'a> {
    pub label: &'a Label,
    /// Where what it names is.
    pub at: Pos2,
    pub size: Vec2,
    /// Among the labels of its tile.
    pub order: usize,
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;

    #[test]
    fn a_river_shorter_than_its_name_has_none() {
        let text = Text::new(Pos2::ZERO, "Jinsha".to_owned(), 12.0, Color32::BLACK, 0.0);
        let river = Label::new(Kind::River { length: 30.0 }, text);
        let measure = |_: &Label| vec2(36.0, 15.0);

        assert!(river.candidate(Pos2::ZERO, 1.0, 0, measure).is_none());
        assert!(river.candidate(Pos2::ZERO, 2.0, 0, measure).is_some());
    }
}
