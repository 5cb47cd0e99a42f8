//! What lies on whole pixels and looks the same in many places is drawn once, and stamped wherever it is.

use std::collections::HashMap;

use eframe::egui_wgpu::RenderState;
use egui::{Context, FullOutput, Id, Painter, Plugin, Pos2};

use super::drawing::{Drawing, letters};
use super::sheet::{Patch, Sheet};

/// Seconds for which a sheet is kept at least: one that is full of what is seen need not be drawn again.
const KEPT: f64 = 1.0;

pub struct Stamps {
    sheet: Sheet,
    /// When it was empty, in seconds.
    emptied: f64,
    /// By what they look like.
    made: HashMap<Id, Patch>,
    /// What is to be put on the sheet in this frame.
    new: Vec<(Patch, Drawing)>,
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
}

impl Stamping {
    pub fn begin(painter: &Painter) -> Self {
        Self {
            painter: painter.clone(),
            copies: Vec::new(),
        }
    }

    /// Stamps what looks as `look` says at a whole pixel; `draw` draws it around the point, once. False where it has to be
    /// drawn where it is, and at once.
    pub fn stamp(&mut self, look: Id, at: Pos2, draw: impl FnOnce(&mut Drawing)) -> bool {
        let ctx = self.painter.ctx();
        let Some(stamps) = ctx.plugin_opt::<Stamps>() else {
            return false;
        };
        let pixels_per_point = ctx.pixels_per_point();
        let now = ctx.input(|input| input.time);
        let made = stamps.lock().patch(look, pixels_per_point, now);
        let patch = made.or_else(|| {
            let mut drawing = Drawing::new(pixels_per_point);
            draw(&mut drawing);
            stamps.lock().make(look, drawing)
        });
        self.copies.extend(patch.map(|patch| (patch, at)));
        patch.is_some()
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

    fn make(&mut self, look: Id, drawing: Drawing) -> Option<Patch> {
        let Some(patch) = self.sheet.patch(drawing.area()) else {
            self.is_full = true;
            return None;
        };
        self.made.insert(look, patch);
        self.new.push((patch, drawing));
        Some(patch)
    }
}

impl Plugin for Stamps {
    fn debug_name(&self) -> &'static str {
        "stamps"
    }

    fn output_hook(&mut self, ctx: &Context, _output: &mut FullOutput) {
        if !self.new.is_empty() {
            let letters = letters(ctx);
            for (patch, drawing) in self.new.drain(..) {
                self.sheet.put(patch, &drawing.drawn(&letters));
            }
        }
        let now = ctx.input(|input| input.time);
        if std::mem::take(&mut self.is_full) && now - self.emptied > KEPT {
            self.pixels_per_point = None;
        }
    }
}
