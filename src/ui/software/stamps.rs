//! What lies on whole pixels and looks the same in many places is drawn once, and stamped wherever it is.

use std::collections::HashMap;

use eframe::egui_wgpu::RenderState;
use egui::{Context, FullOutput, Id, Painter, Plugin, Pos2, Rect, Shape, layers::ShapeIdx};

use super::moving::paint_list;
use super::sheet::{Patch, Sheet};

/// Seconds for which a sheet is kept at least: one that is full of what is seen need not be drawn again.
const KEPT: f64 = 1.0;

pub struct Stamps {
    sheet: Sheet,
    /// When it was empty, in seconds.
    emptied: f64,
    /// By what they look like.
    made: HashMap<Id, Patch>,
    /// Those there are to be, each with its shapes around the origin.
    wanted: Vec<(Id, Vec<Shape>)>,
    /// None where there is nothing to be kept of the sheet: before its first frame, and once it is full of what is mostly
    /// no longer seen.
    pixels_per_point: Option<f32>,
}

/// Stamps of one frame that follow each other: they are drawn in one go.
pub struct Stamping {
    painter: Painter,
    copies: Vec<(Patch, Pos2)>,
}

impl Stamping {
    pub fn begin(painter: &Painter) -> Self {
        Self {
            painter: painter.clone(),
            copies: Vec::new(),
        }
    }

    /// Stamps what looks as `look` says at a whole pixel. False where it has to be drawn; `draw` draws it around the
    /// origin, so that there will be a stamp.
    pub fn stamp(&mut self, look: Id, at: Pos2, draw: impl FnOnce(&Painter)) -> bool {
        let Some(stamps) = self.painter.ctx().plugin_opt::<Stamps>() else {
            return false;
        };
        let ctx = self.painter.ctx();
        let now = ctx.input(|input| input.time);
        if let Some(patch) = stamps.lock().patch(look, ctx.pixels_per_point(), now) {
            self.copies.push((patch, at));
            return true;
        }
        let is_wanted = |stamps: &Stamps| stamps.wanted.iter().any(|(wanted, _)| *wanted == look);
        if is_wanted(&stamps.lock()) {
            return false;
        }
        let painter = &self.painter;
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

    pub fn end(self) {
        let Self { painter, copies } = self;
        if let Some(stamps) = painter.ctx().plugin_opt::<Stamps>()
            && !copies.is_empty()
        {
            let pixels_per_point = painter.pixels_per_point();
            let sheet = &stamps.lock().sheet;
            painter.add(sheet.copies(&copies, painter.clip_rect(), pixels_per_point));
        }
    }
}

impl Stamps {
    pub fn new(render_state: &RenderState) -> Self {
        Self {
            sheet: Sheet::new(render_state),
            emptied: 0.0,
            made: HashMap::new(),
            wanted: Vec::new(),
            pixels_per_point: None,
        }
    }

    fn patch(&mut self, look: Id, pixels_per_point: f32, now: f64) -> Option<Patch> {
        if self.pixels_per_point != Some(pixels_per_point) {
            self.pixels_per_point = Some(pixels_per_point);
            self.emptied = now;
            self.made.clear();
            self.sheet.clear(pixels_per_point);
        }
        self.made.get(&look).copied()
    }
}

impl Plugin for Stamps {
    fn debug_name(&self) -> &'static str {
        "stamps"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let wanted = std::mem::take(&mut self.wanted);
        // Letters that have just come are not on their texture yet.
        if wanted.is_empty() || !output.textures_delta.set.is_empty() {
            return;
        }
        let now = ctx.input(|input| input.time);
        let mut shapes = Vec::new();
        for (look, drawn) in wanted {
            if let Some((patch, moved)) = self.sheet.patch(drawn, ctx.pixels_per_point()) {
                self.made.insert(look, patch);
                shapes.extend(moved);
            } else if now - self.emptied > KEPT {
                self.pixels_per_point = None;
            }
        }
        self.sheet.draw(ctx, shapes);
    }
}
