//! A few shapes, taken as a picture.

use eframe::egui_wgpu::RenderState;
use egui::{Color32, Context, Pos2, Rect, Shape, epaint::ClippedShape};

use super::{blit::Ground, picture::Picture};

/// Points to a side of the largest picture: what is larger is mostly out of view.
const LARGEST: f32 = 1024.0;

pub struct Imprint {
    picture: Picture,
    /// Where it was drawn for.
    pub drawn_for: Pos2,
    /// Of what it shows, in points from there and from whole pixel to whole pixel of the window.
    area: Rect,
}

impl Imprint {
    /// Of shapes around the origin, as they look around `at`. None of what is too large.
    pub fn of(
        ctx: &Context,
        shapes: &[Shape],
        at: Pos2,
        render_state: &RenderState,
    ) -> Option<Self> {
        let pixels_per_point = ctx.pixels_per_point();
        let bounds = bounds(shapes);
        if !bounds.is_positive() || bounds.size().max_elem() > LARGEST {
            return None;
        }
        let area = whole_pixels(bounds.translate(at.to_vec2()), pixels_per_point);
        let mut picture = Picture::new(render_state.clone());
        picture.resize(area.size());
        let area = area / pixels_per_point;
        let by = at - area.min;
        let moved = shapes.iter().map(|shape| {
            let mut shape = shape.clone();
            shape.translate(by);
            ClippedShape::new(Rect::EVERYTHING, shape)
        });
        let primitives = ctx.tessellate(moved.collect(), pixels_per_point);
        picture.draw(&primitives, pixels_per_point, Some(Color32::TRANSPARENT));
        Some(Self {
            picture,
            drawn_for: at,
            area: area.translate(-at.to_vec2()),
        })
    }

    /// A copy, at the pixel nearest to `at`.
    pub fn at(&self, at: Pos2, pixels_per_point: f32) -> Shape {
        let lies = self.area.translate(at.to_vec2());
        self.picture
            .copy(lies, lies, pixels_per_point, Ground::Clear)
    }
}

/// What shapes lie within, in points.
fn bounds(shapes: &[Shape]) -> Rect {
    let each = shapes.iter().map(Shape::visual_bounding_rect);
    each.fold(Rect::NOTHING, Rect::union)
}

/// The pixels that are drawn on within an area in points; soft edges reach a little further.
fn whole_pixels(area: Rect, pixels_per_point: f32) -> Rect {
    let Rect { min, max } = area.expand(1.0) * pixels_per_point;
    Rect::from_min_max(min.floor(), max.ceil())
}
