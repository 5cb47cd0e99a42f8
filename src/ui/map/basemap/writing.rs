//! Puts the placed names on the screen, with their halos and dots.

use std::sync::Arc;

use egui::{
    Color32, Context, FontId, Galley, Pos2, Shape, Stroke, Vec2,
    emath::{GuiRounding as _, Rot2},
    epaint::TextShape,
    vec2,
};

use super::{labels::Label, placing::Placed, style::Look};

/// Copies of a name around it, in points. Text cannot be stroked; four corners look the same as the
/// usual eight directions at this width, and without a GPU a copy costs milliseconds.
const HALO: [Vec2; 4] = [
    vec2(-0.9, -0.9),
    vec2(0.9, -0.9),
    vec2(-0.9, 0.9),
    vec2(0.9, 0.9),
];

/// In points.
const DOT_RING: f32 = 1.2;

/// Of the name laid out on one line, in points.
pub fn size(ctx: &Context, label: &Label) -> Vec2 {
    lay_out(ctx, label).size()
}

/// Egui keeps what it laid out in the last frame, so this costs a look-up.
fn lay_out(ctx: &Context, label: &Label) -> Arc<Galley> {
    let font = FontId::proportional(label.font_size);
    ctx.fonts_mut(|fonts| fonts.layout_no_wrap(label.name.clone(), font, label.color))
}

/// In the order they are painted: no halo lies over a name.
pub fn shapes(ctx: &Context, look: Look, placed: &[Placed<'_>]) -> Vec<Shape> {
    let (fill, ring) = look.dot();
    let ring = Stroke::new(DOT_RING, ring);
    let mut shapes = Vec::with_capacity(placed.len() * (HALO.len() + 2));
    let mut names = Vec::with_capacity(placed.len());
    for Placed {
        label,
        center,
        size,
        dot,
    } in placed
    {
        let turn = Rot2::from_angle(label.angle);
        let mut corner = *center - turn * (*size / 2.0);
        if label.angle == 0.0 {
            // Egui rounds upright text to pixels: halo and name are to round alike.
            corner = corner.round_to_pixels(ctx.pixels_per_point());
        }
        let galley = lay_out(ctx, label);
        let text = |at: Pos2, color: Color32| {
            TextShape::new(at, Arc::clone(&galley), color)
                .with_angle(label.angle)
                .with_override_text_color(color)
        };
        shapes.extend(HALO.map(|offset| text(corner + offset, label.halo).into()));
        names.push(text(corner, label.color).into());
        if let Some((at, radius)) = *dot {
            let circle = egui::epaint::CircleShape {
                center: at,
                radius,
                fill,
                stroke: ring,
            };
            names.push(circle.into());
        }
    }
    shapes.extend(names);
    shapes
}
