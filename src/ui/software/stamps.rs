//! What lies on whole pixels and looks the same in many places is drawn once, and stamped wherever it is.

use std::collections::HashMap;

use eframe::egui_wgpu::RenderState;
use egui::{Context, FullOutput, Id, Painter, Plugin, Pos2, Rect, Shape, layers::ShapeIdx};

use super::imprint::Imprint;
use super::moving::paint_list;

/// With more stamps than this, those go that were not used lately.
const KEPT: usize = 512;
/// Seconds that are lately.
const LATELY: f64 = 2.0;

pub struct Stamps {
    render_state: RenderState,
    /// By what they look like.
    made: HashMap<Id, Stamp>,
    /// Those there are to be, each with its shapes around the origin.
    wanted: Vec<(Id, Vec<Shape>)>,
    pixels_per_point: f32,
}

struct Stamp {
    picture: Imprint,
    /// When last, in seconds.
    used: f64,
}

/// Stamps what looks as `look` says at a whole pixel. False where it has to be drawn; `draw` draws it around the origin,
/// so that there will be a stamp.
pub fn stamp_ui(painter: &Painter, look: Id, at: Pos2, draw: impl FnOnce(&Painter)) -> bool {
    let Some(stamps) = painter.ctx().plugin_opt::<Stamps>() else {
        return false;
    };
    let now = painter.ctx().input(|input| input.time);
    if let Some(shape) = stamps.lock().stamp(look, at, now) {
        painter.add(shape);
        return true;
    }
    let is_wanted = |stamps: &Stamps| stamps.wanted.iter().any(|(wanted, _)| *wanted == look);
    if is_wanted(&stamps.lock()) {
        return false;
    }
    let first = paint_list(painter, |list| list.next_idx());
    let mut around_origin = painter.clone();
    around_origin.set_clip_rect(Rect::EVERYTHING);
    draw(&around_origin);
    let shapes = paint_list(painter, |list| {
        let mut shapes = Vec::new();
        for i in first.0..list.next_idx().0 {
            list.mutate_shape(ShapeIdx(i), |clipped| {
                shapes.push(std::mem::replace(&mut clipped.shape, Shape::Noop));
            });
        }
        shapes
    });
    stamps.lock().wanted.push((look, shapes));
    false
}

impl Stamps {
    pub fn new(render_state: &RenderState) -> Self {
        Self {
            render_state: render_state.clone(),
            made: HashMap::new(),
            wanted: Vec::new(),
            pixels_per_point: 1.0,
        }
    }

    fn stamp(&mut self, look: Id, at: Pos2, now: f64) -> Option<Shape> {
        let stamp = self.made.get_mut(&look)?;
        stamp.used = now;
        Some(stamp.picture.at(at, self.pixels_per_point))
    }
}

impl Plugin for Stamps {
    fn debug_name(&self) -> &'static str {
        "stamps"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let pixels_per_point = ctx.pixels_per_point();
        if self.pixels_per_point != pixels_per_point {
            self.pixels_per_point = pixels_per_point;
            self.made.clear();
            self.wanted.clear();
        }
        let wanted = std::mem::take(&mut self.wanted);
        if !output.textures_delta.set.is_empty() {
            // Letters that have just come are not on their texture yet.
            return;
        }
        let used = ctx.input(|input| input.time);
        if self.made.len() + wanted.len() > KEPT {
            self.made.retain(|_, stamp| used - stamp.used < LATELY);
        }
        for (look, shapes) in wanted {
            if let Some(picture) = Imprint::of(ctx, &shapes, Pos2::ZERO, &self.render_state) {
                self.made.insert(look, Stamp { picture, used });
            }
        }
    }
}
