//! What moves with the map, kept as pictures: lines and the names of regions, each by itself.
//!
//! A picture that moves lies on whole pixels; at rest everything is, point for point, as where there is a GPU.

use std::collections::HashMap;

use eframe::egui_wgpu::RenderState;
use egui::{
    Context, FullOutput, Id, Painter, Plugin, Pos2, Rect, Shape,
    layers::{PaintList, ShapeIdx},
};

use super::{REST, imprint::Imprint};

/// Seconds for which what is out of view keeps its picture: lines come and go as the map moves.
const KEPT: f64 = 1.0;
/// Pictures drawn in a frame at rest: all at once would be a halt.
const AT_ONCE: usize = 64;
/// On the move, where each frame is to be short.
const ON_THE_MOVE: usize = 8;

/// The pictures of what moves. None of what is drawn knows.
pub struct Moving {
    render_state: RenderState,
    things: HashMap<Id, Thing>,
    /// Those of which there is to be a picture.
    wanted: Vec<Id>,
    pixels_per_point: f32,
    /// When anything moved last, in seconds.
    moved: f64,
}

struct Thing {
    /// Around the origin.
    shapes: Vec<Shape>,
    at: Pos2,
    /// When it moved last, in seconds.
    moved: f64,
    /// When it was drawn last, in seconds.
    drawn: f64,
    /// None where it has changed, and of what is too large.
    picture: Option<Imprint>,
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
    let (picture, moves) = paint_list(painter, |list| {
        let shapes = list.all_entries().skip(first.0);
        let shapes: Vec<&Shape> = shapes.map(|clipped| &clipped.shape).collect();
        let moving = &mut *moving.lock();
        let picture = moving.picture(id, &shapes, at, now);
        (picture, moving.moves(now))
    });
    paint_list(painter, |list| {
        for i in first.0..list.next_idx().0 {
            list.mutate_shape(ShapeIdx(i), |clipped| {
                if picture.is_some() {
                    clipped.shape = Shape::Noop;
                }
                clipped.shape.translate(at.to_vec2());
                clipped.clip_rect = painter.clip_rect();
            });
        }
    });
    painter.extend(picture);
    if moves {
        // Once it rests it lies where it belongs.
        ctx.request_repaint_after_secs(REST as f32);
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
            moved: f64::NEG_INFINITY,
        }
    }

    /// Whether anything has just moved.
    fn moves(&self, now: f64) -> bool {
        now - self.moved < REST
    }

    /// Its picture at the pixel nearest to `at`, if there is one that does.
    fn picture(&mut self, id: Id, shapes: &[&Shape], at: Pos2, now: f64) -> Option<Shape> {
        let thing = self.things.entry(id).or_insert_with(|| Thing {
            shapes: Vec::new(),
            at,
            moved: f64::NEG_INFINITY,
            drawn: now,
            picture: None,
        });
        thing.drawn = now;
        if thing.at != at {
            thing.at = at;
            thing.moved = now;
            self.moved = now;
        }
        if !thing.shapes.iter().eq(shapes.iter().copied()) {
            thing.shapes = shapes.iter().copied().cloned().collect();
            thing.picture = None;
        }
        let moves = now - thing.moved < REST;
        let usable = |imprint: &&Imprint| moves || imprint.drawn_for == at;
        let picture = thing.picture.as_ref().filter(usable);
        if picture.is_none() {
            self.wanted.push(id);
        }
        picture.map(|imprint| imprint.at(at, self.pixels_per_point))
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
        let now = ctx.input(|input| input.time);
        self.things.retain(|_, thing| now - thing.drawn < KEPT);
        // Those that have just come are not on their texture yet.
        let letters_are_there = output.textures_delta.set.is_empty();
        let most = if self.moves(now) {
            ON_THE_MOVE
        } else {
            AT_ONCE
        };
        let mut drawn = 0;
        for id in self.wanted.drain(..) {
            if let Some(thing) = self.things.get_mut(&id)
                && letters_are_there
                && drawn < most
            {
                thing.picture = Imprint::of(ctx, &thing.shapes, thing.at, &self.render_state);
                // What is too large takes no other's turn.
                drawn += usize::from(thing.picture.is_some());
            }
        }
    }
}
