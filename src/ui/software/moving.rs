//! What moves with the map, kept as pictures: discs, names and lines, each by itself.
//!
//! A picture that moves lies on whole pixels; at rest everything is, point for point, as where there is a GPU.

use std::collections::HashMap;

use eframe::egui_wgpu::RenderState;
use egui::{
    Color32, Context, FullOutput, Id, Painter, Plugin, Pos2, Rect, Shape,
    epaint::ClippedShape,
    layers::{PaintList, ShapeIdx},
};

use super::{REST, blit::Ground, picture::Picture};

/// Points to a side of the largest picture: what is larger is mostly out of view.
const LARGEST: f32 = 1024.0;
/// Pictures drawn in a frame: all at once would be a halt.
const AT_ONCE: usize = 64;

/// The pictures of what moves. None of what is drawn knows.
pub struct Moving {
    render_state: RenderState,
    things: HashMap<Id, Thing>,
    /// Those of which there is to be a picture.
    wanted: Vec<Id>,
    pixels_per_point: f32,
}

struct Thing {
    /// Around the origin.
    shapes: Vec<Shape>,
    at: Pos2,
    /// When it moved last, in seconds.
    moved: f64,
    /// Whether it was drawn in this frame.
    is_drawn: bool,
    picture: Option<Taken>,
}

struct Taken {
    picture: Picture,
    /// Where it was drawn for.
    at: Pos2,
    /// Of what it shows, in points from there and from whole pixel to whole pixel of the window.
    area: Rect,
}

struct Copy {
    shape: Shape,
    moves: bool,
}

/// Draws what `draw` draws around the point it is given, around `at`; `id` tells it from all else that moves.
pub fn moving_ui(painter: &Painter, id: Id, at: Pos2, draw: impl FnOnce(&Painter, Pos2)) {
    let ctx = painter.ctx();
    let Some(moving) = ctx.plugin_opt::<Moving>() else {
        return draw(painter, at);
    };
    let first = paint_list(painter, |list| list.next_idx());
    let mut around_origin = painter.clone();
    around_origin.set_clip_rect(Rect::EVERYTHING);
    draw(&around_origin, Pos2::ZERO);
    let now = ctx.input(|input| input.time);
    let copy = paint_list(painter, |list| {
        let shapes = list.all_entries().skip(first.0);
        let shapes: Vec<&Shape> = shapes.map(|clipped| &clipped.shape).collect();
        moving.lock().copy(id, &shapes, at, now)
    });
    paint_list(painter, |list| {
        for i in first.0..list.next_idx().0 {
            list.mutate_shape(ShapeIdx(i), |clipped| {
                if copy.is_some() {
                    clipped.shape = Shape::Noop;
                }
                clipped.shape.translate(at.to_vec2());
                clipped.clip_rect = painter.clip_rect();
            });
        }
    });
    if let Some(Copy { shape, moves }) = copy {
        painter.add(shape);
        if moves {
            // Once it rests it lies where it belongs.
            ctx.request_repaint_after_secs(REST as f32);
        }
    }
}

fn paint_list<R>(painter: &Painter, with: impl FnOnce(&mut PaintList) -> R) -> R {
    let layer = painter.layer_id();
    painter
        .ctx()
        .graphics_mut(|layers| with(layers.entry(layer)))
}

impl Moving {
    pub fn new(render_state: &RenderState) -> Self {
        Self {
            render_state: render_state.clone(),
            things: HashMap::new(),
            wanted: Vec::new(),
            pixels_per_point: 1.0,
        }
    }

    /// Of its picture at the pixel nearest to `at`, if there is one that does.
    fn copy(&mut self, id: Id, shapes: &[&Shape], at: Pos2, now: f64) -> Option<Copy> {
        let thing = self.things.entry(id).or_insert_with(|| Thing {
            shapes: Vec::new(),
            at,
            moved: f64::NEG_INFINITY,
            is_drawn: true,
            picture: None,
        });
        thing.is_drawn = true;
        if !thing.shapes.iter().eq(shapes.iter().copied()) {
            thing.shapes = shapes.iter().copied().cloned().collect();
            thing.picture = None;
            thing.at = at;
            return None;
        }
        if thing.at != at {
            thing.at = at;
            thing.moved = now;
        }
        let moves = now - thing.moved < REST;
        let usable = |taken: &&Taken| moves || taken.at == at;
        let Some(taken) = thing.picture.as_ref().filter(usable) else {
            self.wanted.push(id);
            return None;
        };
        let Taken { picture, area, .. } = taken;
        let lies = area.translate(at.to_vec2());
        let shape = picture.copy(lies, lies, self.pixels_per_point, Ground::Clear);
        Some(Copy { shape, moves })
    }
}

impl Plugin for Moving {
    fn debug_name(&self) -> &'static str {
        "moving"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let pixels_per_point = ctx.pixels_per_point();
        if self.pixels_per_point != pixels_per_point {
            self.pixels_per_point = pixels_per_point;
            self.things.clear();
        }
        self.things
            .retain(|_, thing| std::mem::take(&mut thing.is_drawn));
        // Those that have just come are not on their texture yet.
        let letters_are_there = output.textures_delta.set.is_empty();
        let mut drawn = 0;
        for id in self.wanted.drain(..) {
            if let Some(thing) = self.things.get_mut(&id)
                && letters_are_there
                && drawn < AT_ONCE
            {
                thing.picture = Taken::of(ctx, thing, &self.render_state);
                // What is too large takes no other's turn.
                drawn += usize::from(thing.picture.is_some());
            }
        }
    }
}

impl Taken {
    /// None of what is too large.
    fn of(ctx: &Context, thing: &Thing, render_state: &RenderState) -> Option<Self> {
        let &Thing { ref shapes, at, .. } = thing;
        let pixels_per_point = ctx.pixels_per_point();
        let bounds = shapes
            .iter()
            .map(Shape::visual_bounding_rect)
            .fold(Rect::NOTHING, Rect::union);
        if !bounds.is_positive() || bounds.size().max_elem() > LARGEST {
            return None;
        }
        // Soft edges reach a little further.
        let Rect { min, max } = bounds.expand(1.0).translate(at.to_vec2()) * pixels_per_point;
        let area = Rect::from_min_max(min.floor(), max.ceil());
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
        let area = area.translate(-at.to_vec2());
        Some(Self { picture, at, area })
    }
}
