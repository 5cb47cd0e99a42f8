//! A small picture that the processor draws by itself: where it stands in for a GPU, it need not set up a GPU's work for a
//! few letters, nor compile egui's shader once more for pictures of their sizes.

use std::sync::Arc;

use egui::{Color32, ColorImage, Context, Galley, Pos2, Rect, Vec2, emath::GuiRounding as _};

/// Pictures and letters around a point, each over those before it.
pub struct Drawing {
    pixels_per_point: f32,
    parts: Vec<Part>,
}

struct Part {
    /// Where it lies, in whole pixels from the point.
    area: Rect,
    what: What,
}

enum What {
    Picture(Arc<ColorImage>),
    /// From so far right and down, in pixels of the picture with all letters.
    Letter([u16; 2], Color32),
}

impl Drawing {
    pub fn new(pixels_per_point: f32) -> Self {
        Self {
            pixels_per_point,
            parts: Vec::new(),
        }
    }

    /// Pixel for pixel, with its middle at the point.
    pub fn picture(&mut self, picture: Arc<ColorImage>) {
        let size = Vec2::from(picture.size.map(|pixels| pixels as f32));
        self.parts.push(Part {
            area: Rect::from_min_size((-size / 2.0).round().to_pos2(), size),
            what: What::Picture(picture),
        });
    }

    /// All in one colour, upright, as egui draws it; `at` is its left upper corner, in points.
    pub fn text(&mut self, at: Pos2, galley: &Galley, color: Color32) {
        let pixels_per_point = self.pixels_per_point;
        let at = at.round_to_pixels(pixels_per_point).to_vec2();
        for row in &galley.rows {
            let letters = row
                .glyphs
                .iter()
                .filter(|glyph| !glyph.uv_rect.is_nothing());
            self.parts.extend(letters.map(|glyph| {
                let letter = &glyph.uv_rect;
                let in_row = (glyph.pos + letter.offset).round_to_pixels(pixels_per_point);
                let lies = (in_row + row.pos.to_vec2() + at) * pixels_per_point;
                let [min, max] = [letter.min, letter.max].map(|at| Vec2::from(at.map(f32::from)));
                let color = if glyph.is_color {
                    Color32::WHITE
                } else {
                    color
                };
                Part {
                    area: Rect::from_min_size(lies.round(), max - min),
                    what: What::Letter(letter.min, color),
                }
            }));
        }
    }

    /// What it lies within, in whole pixels from the point.
    pub fn area(&self) -> Rect {
        let areas = self.parts.iter().map(|part| part.area);
        areas.fold(Rect::NOTHING, Rect::union)
    }

    /// What is in its area, with the picture that has all `letters`.
    pub fn drawn(&self, letters: &ColorImage) -> ColorImage {
        let area = self.area();
        let mut drawn = ColorImage::filled(whole(area.size()), Color32::TRANSPARENT);
        for Part { area: lies, what } in &self.parts {
            let (picture, from, color) = match what {
                What::Picture(picture) => (&**picture, [0, 0], Color32::WHITE),
                What::Letter(from, color) => (letters, from.map(usize::from), *color),
            };
            let [left, top] = whole(lies.min - area.min);
            let [width, height] = whole(lies.size());
            let over = rows(picture).skip(from[1]).take(height);
            let drawn_width = drawn.width().max(1);
            let under = drawn.pixels.chunks_exact_mut(drawn_width).skip(top);
            for (under, over) in under.zip(over) {
                let over = over.iter().skip(from[0]).take(width);
                for (under, over) in under.iter_mut().skip(left).zip(over) {
                    if *over != Color32::TRANSPARENT {
                        *under = under.blend(*over * color);
                    }
                }
            }
        }
        drawn
    }
}

/// The picture that has all letters laid out so far.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general enough in its lifetime"
)]
pub fn letters(ctx: &Context) -> ColorImage {
    ctx.fonts(|fonts| fonts.image())
}

fn rows(picture: &ColorImage) -> impl Iterator<Item = &[Color32]> {
    picture.pixels.chunks_exact(picture.width().max(1))
}

#[expect(clippy::cast_sign_loss, reason = "what lies in an area begins in it")]
fn whole(pixels: Vec2) -> [usize; 2] {
    [pixels.x as usize, pixels.y as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::fonts;
    use egui::epaint::{ClippedShape, Primitive, TextShape};
    use egui::{RawInput, Shape, ViewportInfo, pos2};

    fn laid_out(text: &str, pixels_per_point: f32) -> (Context, Arc<Galley>) {
        let ctx = Context::default();
        fonts::install(&ctx);
        let mut input = RawInput::default();
        let window = ViewportInfo {
            native_pixels_per_point: Some(pixels_per_point),
            ..ViewportInfo::default()
        };
        input.viewports.insert(input.viewport_id, window);
        let mut galley = None;
        ctx.run_ui(input, |ui| {
            let font = fonts::sans_strong(13.5);
            let laid_out = ui.painter().layout_no_wrap(text.into(), font, Color32::RED);
            galley = Some(laid_out);
        })
        .textures_delta
        .clear();
        (ctx, galley.expect("a text"))
    }

    #[test]
    fn letters_lie_where_egui_draws_them() {
        for pixels_per_point in [1.0, 1.5, 2.0] {
            let (ctx, galley) = laid_out("Lianyungang 连云港", pixels_per_point);
            let at = pos2(3.3, -20.6);
            let mut drawing = Drawing::new(pixels_per_point);
            drawing.text(at, &galley, Color32::RED);

            let text = TextShape::new(at, galley, Color32::RED);
            let shape = ClippedShape::new(Rect::EVERYTHING, Shape::from(text));
            let [primitive] = &*ctx.tessellate(vec![shape], pixels_per_point) else {
                panic!("a text is one mesh")
            };
            let Primitive::Mesh(mesh) = &primitive.primitive else {
                panic!("a text is a mesh")
            };
            let atlas = Vec2::from(letters(&ctx).size.map(|side| side as f32));
            let corners = mesh.vertices.chunks(4);
            let drawn_by_egui = corners.map(|corners| {
                let [first, .., last] = corners else {
                    panic!("a letter has four corners")
                };
                let lies = Rect::from_min_max(first.pos, last.pos) * pixels_per_point;
                (lies, (first.uv.to_vec2() * atlas).round())
            });
            let drawn = drawing.parts.iter().map(|part| match part.what {
                What::Letter(from, _) => (part.area, Vec2::from(from.map(f32::from))),
                What::Picture(_) => panic!("no letter"),
            });
            let [drawn, by_egui]: [Vec<_>; 2] = [drawn.collect(), drawn_by_egui.collect()];
            assert_eq!(drawn.len(), 14);
            for ((lies, from), (right, right_from)) in drawn.iter().zip(&by_egui) {
                assert_eq!(from, right_from);
                let off = (lies.min - right.min).length() + (lies.max - right.max).length();
                assert!(off < 0.01, "{lies} instead of {right}");
            }
            assert_eq!(drawn.len(), by_egui.len());
        }
    }

    #[test]
    fn a_letter_lies_over_what_was_there_in_its_own_colour() {
        let (ctx, galley) = laid_out("l", 1.0);
        let mut drawing = Drawing::new(1.0);
        drawing.picture(Arc::new(ColorImage::filled([30, 30], Color32::RED)));
        drawing.text(pos2(2.0, -9.0), &galley, Color32::BLUE);

        let drawn = drawing.drawn(&letters(&ctx));

        let sides = Rect::from_min_max(pos2(-15.0, -15.0), pos2(15.0, 15.0));
        assert_eq!(drawing.area(), sides);
        assert_eq!(drawn.size, [30, 30]);
        let left_of_it = rows(&drawn).flat_map(|row| &row[..17]);
        assert!(left_of_it.copied().all(|pixel| pixel == Color32::RED));
        let is_blue = |pixel: &&Color32| pixel.b() > 200 && pixel.r() < 60;
        assert!(drawn.pixels.iter().filter(is_blue).count() > 5);
    }
}
