//! The discs of markers as pictures: of all that look alike there is one, and each is a square with it, where its circles
//! were some hundred triangles.

use std::collections::HashMap;
use std::f32::consts::TAU;
use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::{
    Color32, ColorImage, Id, Mesh, Painter, Pos2, Rect, TextureHandle, TextureOptions, Vec2, pos2,
    vec2,
};

/// Pictures that are kept. On one map there are a handful; what a disc goes through while it grows are more.
const KEPT: usize = 64;

/// What lies between two circles around the same middle, in points.
#[derive(Clone, Copy)]
pub struct Ring {
    /// From the middle of the disc to that of the ring.
    pub aside: Vec2,
    pub inner: f32,
    pub outer: f32,
    pub color: Color32,
    pub dashes: Dashes,
}

/// Of a ring: whether it is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dashes {
    Whole,
    /// With so many gaps, evenly around.
    Broken(u8),
}

/// How much of a broken ring is there.
const DASH: f32 = 0.62;

#[derive(Default)]
pub struct DiscPictures {
    pictures: HashMap<Id, DiscPicture>,
    pixels_per_point: f32,
}

struct DiscPicture {
    pixels: Arc<ColorImage>,
    /// Where there is a GPU.
    texture: Option<TextureHandle>,
}

impl DiscPictures {
    /// Draws the disc that looks as `look` says, which has these rings one over the other, with its middle at the whole
    /// pixel nearest to `at`.
    pub fn show(
        &mut self,
        painter: &Painter,
        at: Pos2,
        look: Id,
        rings: impl FnOnce() -> Vec<Ring>,
    ) {
        let ctx = painter.ctx();
        let pixels_per_point = ctx.pixels_per_point();
        let DiscPicture { pixels, texture } = self.picture(pixels_per_point, look, rings);
        let texture = texture.get_or_insert_with(|| {
            ctx.load_texture("a marker", Arc::clone(pixels), TextureOptions::LINEAR)
        });
        let size = texture.size_vec2() / pixels_per_point;
        let min = (at - size / 2.0).round_to_pixels(pixels_per_point);
        let mut square = Mesh::with_texture(texture.id());
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        square.add_rect_with_uv(Rect::from_min_size(min, size), whole, Color32::WHITE);
        painter.add(square);
    }

    /// The same as it is.
    pub fn pixels(
        &mut self,
        pixels_per_point: f32,
        look: Id,
        rings: impl FnOnce() -> Vec<Ring>,
    ) -> Arc<ColorImage> {
        Arc::clone(&self.picture(pixels_per_point, look, rings).pixels)
    }

    fn picture(
        &mut self,
        pixels_per_point: f32,
        look: Id,
        rings: impl FnOnce() -> Vec<Ring>,
    ) -> &mut DiscPicture {
        if self.pixels_per_point != pixels_per_point || self.pictures.len() > KEPT {
            self.pixels_per_point = pixels_per_point;
            self.pictures.clear();
        }
        self.pictures.entry(look).or_insert_with(|| DiscPicture {
            pixels: Arc::new(picture(&rings(), pixels_per_point)),
            texture: None,
        })
    }
}

impl Ring {
    pub fn filled(radius: f32, color: Color32) -> Self {
        Self {
            aside: Vec2::ZERO,
            inner: 0.0,
            outer: radius,
            color,
            dashes: Dashes::Whole,
        }
    }

    /// The same beside the middle.
    #[must_use]
    pub fn at(self, aside: Vec2) -> Self {
        Self { aside, ..self }
    }

    /// How much of a pixel it covers that is so far from its middle, in pixels, with a soft edge of one of them.
    fn covers(&self, away: Vec2, pixels_per_point: f32) -> f32 {
        let distance = away.length();
        let within = |radius: f32| (radius * pixels_per_point - distance + 0.5).clamp(0.0, 1.0);
        let inner = if self.inner > 0.0 {
            within(self.inner)
        } else {
            0.0
        };
        let part = within(self.outer) - inner;
        match self.dashes {
            Dashes::Broken(gaps) if part > 0.0 => part * covered(gaps, away),
            _ => part,
        }
    }

    /// How far it reaches from the middle of the disc.
    fn reach(&self) -> f32 {
        self.outer + self.aside.abs().max_elem()
    }
}

/// The same of the dashes of a broken ring, the first of which begins at the right and goes down.
fn covered(gaps: u8, away: Vec2) -> f32 {
    let step = TAU / f32::from(gaps);
    // From the middle of the nearest dash, in pixels around the ring.
    let aside = away.angle().rem_euclid(step) - step * DASH / 2.0;
    let aside = aside.min(step - aside).abs() * away.length();
    (step * DASH / 2.0 * away.length() - aside + 0.5).clamp(0.0, 1.0)
}

/// Around their middle, with the soft edge of one pixel that egui gives its circles.
#[expect(clippy::cast_sign_loss, reason = "a side is positive")]
fn picture(rings: &[Ring], pixels_per_point: f32) -> ColorImage {
    let reach = rings.iter().map(Ring::reach).fold(0.0, f32::max);
    let half = (reach * pixels_per_point + 1.0).ceil();
    let side = 2 * half as usize;
    let pixel = |i: usize| {
        let at = vec2((i % side) as f32, (i / side) as f32) + Vec2::splat(0.5 - half);
        let mut color = [0.0; 4];
        for ring in rings {
            let part = ring.covers(at - ring.aside * pixels_per_point, pixels_per_point);
            over(&mut color, ring.color, part);
        }
        let [r, g, b, a] = color.map(|part| part.round() as u8);
        Color32::from_rgba_premultiplied(r, g, b, a)
    };
    ColorImage::new([side, side], (0..side * side).map(pixel).collect())
}

/// Lays so much of a colour over another; both are premultiplied, as egui blends.
fn over(under: &mut [f32; 4], color: Color32, part: f32) {
    let shown = 1.0 - f32::from(color.a()) / 255.0 * part;
    for (under, over) in under.iter_mut().zip(color.to_array()) {
        *under = f32::from(over) * part + *under * shown;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_lie_over_one_another_with_soft_edges() {
        let half_black = Color32::from_black_alpha(128);
        let rings = [
            Ring::filled(4.0, Color32::WHITE),
            Ring::filled(2.0, half_black),
            Ring {
                inner: 5.0,
                ..Ring::filled(6.0, Color32::RED)
            },
            Ring::filled(1.0, Color32::GREEN).at(vec2(7.0, 0.0)),
        ];
        let picture = picture(&rings, 2.0);
        let [width, height] = picture.size;
        assert_eq!((width, height), (34, 34), "two pixels to a point");
        let middle = 17;
        let at = |right: usize| picture.pixels[middle * width + middle + right];

        assert_eq!(at(0), Color32::from_gray(127));
        assert_eq!(at(6), Color32::WHITE);
        assert!((1..255).contains(&at(7).a()), "an edge: {:?}", at(7));
        assert_eq!(at(8), Color32::TRANSPARENT);
        assert_eq!(at(11).to_array()[1..3], [0, 0]);
        assert!(at(11).r() > 200 && at(11).a() == at(11).r(), "{:?}", at(11));
        assert_eq!(at(14), Color32::GREEN);
        assert_eq!(at(16), Color32::TRANSPARENT);
    }

    #[test]
    fn a_broken_ring_has_dashes_and_gaps() {
        let ring = Ring {
            inner: 6.0,
            dashes: Dashes::Broken(4),
            ..Ring::filled(12.0, Color32::WHITE)
        };
        let picture = picture(&[ring], 1.0);
        assert_eq!(picture.size, [26, 26]);
        let at = |[right, down]: [usize; 2]| picture.pixels[down * 26 + right].a();

        // A quarter of a turn apart: 28 degrees down from the right, and 74.
        assert_eq!([[21, 17], [8, 21], [4, 8], [17, 4]].map(at), [255; 4]);
        assert_eq!([[15, 21], [4, 15], [10, 4], [21, 10]].map(at), [0; 4]);
    }
}
