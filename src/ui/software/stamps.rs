//! What lies on whole pixels and looks the same in many places is drawn once, and stamped wherever it is.

use std::collections::HashMap;

use eframe::egui_wgpu::RenderState;
use egui::{
    Context, FullOutput, Id, Painter, Plugin, Pos2, Rect, Shape, epaint::ClippedShape,
    layers::ShapeIdx,
};

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
    /// What is to be drawn on the sheet in this frame.
    new: Vec<ClippedShape>,
    /// Whether something found no room in this frame.
    is_full: bool,
    /// None where there is nothing to be kept of the sheet: before its first frame, and once it is full of what is mostly
    /// no longer seen.
    pixels_per_point: Option<f32>,
}

/// Stamps of one frame that follow each other: they are drawn in one go.
pub struct Stamping {
    painter: Painter,
    copies: Vec<(Patch, Pos2)>,
    /// How many more may be drawn for the first time.
    new: usize,
    /// Whether any more were asked for.
    waits: bool,
}

impl Stamping {
    pub fn begin(painter: &Painter) -> Self {
        Self {
            painter: painter.clone(),
            copies: Vec::new(),
            new: usize::MAX,
            waits: false,
        }
    }

    /// With one new one at most, for a frame that is to be short: a name takes 2 ms the first time. What is left out comes
    /// with the next frames.
    #[must_use]
    pub fn one_by_one(self) -> Self {
        Self { new: 1, ..self }
    }

    /// Stamps what looks as `look` says at a whole pixel; `draw` draws it around the origin, once. False where it has to be
    /// drawn where it is, and at once.
    pub fn stamp(&mut self, look: Id, at: Pos2, draw: impl FnOnce(&Painter)) -> bool {
        let Some(stamps) = self.painter.ctx().plugin_opt::<Stamps>() else {
            return false;
        };
        let ctx = self.painter.ctx();
        let pixels_per_point = ctx.pixels_per_point();
        let now = ctx.input(|input| input.time);
        let made = stamps.lock().patch(look, pixels_per_point, now);
        if made.is_none() && self.new == 0 {
            self.waits = true;
            return true;
        }
        let patch = made.or_else(|| {
            self.new -= 1;
            // It may draw pictures, which lock what knows them.
            let shapes = around_origin(&self.painter, draw);
            stamps.lock().make(look, shapes, pixels_per_point)
        });
        self.copies.extend(patch.map(|patch| (patch, at)));
        patch.is_some()
    }

    pub fn end(self) {
        let Self {
            painter,
            copies,
            waits,
            ..
        } = self;
        if waits {
            painter.ctx().request_repaint();
        }
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
            new: Vec::new(),
            is_full: false,
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

    fn make(&mut self, look: Id, shapes: Vec<Shape>, pixels_per_point: f32) -> Option<Patch> {
        let Some((patch, moved)) = self.sheet.patch(shapes, pixels_per_point) else {
            self.is_full = true;
            return None;
        };
        self.made.insert(look, patch);
        self.new.extend(moved);
        Some(patch)
    }
}

/// The shapes that something consists of, around the origin and out of the frame.
fn around_origin(painter: &Painter, draw: impl FnOnce(&Painter)) -> Vec<Shape> {
    let first = paint_list(painter, |list| list.next_idx());
    let mut around_origin = painter.clone();
    around_origin.set_clip_rect(Rect::EVERYTHING);
    draw(&around_origin);
    paint_list(painter, |list| {
        let mut shapes = Vec::new();
        for i in first.0..list.next_idx().0 {
            list.mutate_shape(ShapeIdx(i), |clipped| {
                shapes.push(std::mem::replace(&mut clipped.shape, Shape::Noop));
            });
        }
        shapes
    })
}

impl Plugin for Stamps {
    fn debug_name(&self) -> &'static str {
        "stamps"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        if !self.new.is_empty() {
            let new = std::mem::take(&mut self.new);
            self.sheet.draw(ctx, new, &output.textures_delta);
        }
        let now = ctx.input(|input| input.time);
        if std::mem::take(&mut self.is_full) && now - self.emptied > KEPT {
            self.pixels_per_point = None;
        }
    }
}
