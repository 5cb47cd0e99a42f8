//! Where places stand on the screen: of the many copies of the round world, the one nearest to the map's middle.

use egui::{Pos2, Rect, Vec2, vec2};
use walkers::{Projector, lon_lat};

use crate::mercator::{Part, x_from_lon, y_from_lat};

pub struct Screen<'a> {
    projector: &'a Projector<'a>,
    world: f32,
    pub view: Rect,
}

impl<'a> Screen<'a> {
    pub fn new(projector: &'a Projector<'a>) -> Self {
        let world = 256.0 * projector.zoom().exp2();
        Self {
            projector,
            world: world as f32,
            view: projector.clip_rect(),
        }
    }

    /// Points from one copy of the world to the next.
    pub fn world(&self) -> f32 {
        self.world
    }

    /// Of the view, on the unit square of the world.
    pub fn middle(&self) -> (f64, f64) {
        let at = self.projector.unproject(self.view.center().to_vec2());
        (x_from_lon(at.x()).rem_euclid(1.0), y_from_lat(at.y()))
    }

    /// The view, and so many points around it.
    pub fn part(&self, around: f32) -> Part {
        let half = (self.view.size() / 2.0 + Vec2::splat(around)) / self.world;
        Part {
            middle: self.middle(),
            half: (half.x.into(), half.y.into()),
        }
    }

    /// Degrees north and east.
    pub fn at(&self, lat: f64, lon: f64) -> Pos2 {
        self.near(lat, lon, self.view.center().x)
    }

    /// The copy nearest to `x` on the screen.
    pub fn near(&self, lat: f64, lon: f64, x: f32) -> Pos2 {
        let at = self.projector.project(lon_lat(lon, lat)).to_pos2();
        at + vec2(((x - at.x) / self.world).round() * self.world, 0.0)
    }
}
