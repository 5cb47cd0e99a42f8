//! What lies around the map, kept as a picture as long as it does not change.

use std::mem;

use eframe::egui_wgpu::RenderState;
use egui::{Context, FullOutput, LayerId, Plugin, Rect, Shape, epaint::ClippedShape};

use super::{fill::Filler, picture::Picture};

/// Frames after which a pane that stays the same is drawn as a picture: what has just come may be on its way elsewhere.
const SAME: u8 = 2;

/// Puts the pictures of panes in the place of what they show, when all of a frame is known. None of the panes knows.
pub struct Panes {
    filler: Filler,
    picture: Picture,
    kept: Vec<Pane>,
    /// How many shapes lie below menus and dialogs.
    below: usize,
    pixels_per_point: f32,
}

struct Pane {
    area: Rect,
    shapes: Vec<ClippedShape>,
    /// For so many frames.
    same: u8,
}

/// At the end of a frame: which parts of the window are panes that do not overlap. Costs nothing where there is a GPU.
pub fn keep_panes(ctx: &Context, areas: impl Iterator<Item = Rect> + Clone) {
    ctx.with_plugin(|panes: &mut Panes| panes.set(ctx, areas));
}

impl Panes {
    pub fn new(render_state: &RenderState) -> Self {
        Self {
            filler: Filler::new(render_state),
            picture: Picture::new(render_state.clone()),
            kept: Vec::new(),
            below: 0,
            pixels_per_point: 1.0,
        }
    }

    fn set(&mut self, ctx: &Context, areas: impl Iterator<Item = Rect> + Clone) {
        let pixels_per_point = ctx.pixels_per_point();
        let is_resized = self
            .picture
            .resize(ctx.viewport_rect().size() * pixels_per_point);
        let is_same = self.kept.iter().map(|pane| pane.area).eq(areas.clone());
        if is_resized || !is_same || self.pixels_per_point != pixels_per_point {
            let pane = |area| Pane {
                area,
                shapes: Vec::new(),
                same: 0,
            };
            self.kept = areas.map(pane).collect();
            self.pixels_per_point = pixels_per_point;
        }
        // What lies behind everything comes first.
        let count = |list: &egui::layers::PaintList| list.all_entries().len();
        self.below = ctx.graphics(|layers| layers.get(LayerId::background()).map_or(0, count));
    }
}

impl Plugin for Panes {
    fn debug_name(&self) -> &'static str {
        "panes"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let mut of_panes: Vec<Vec<ClippedShape>> = vec![Vec::new(); self.kept.len()];
        let mut others = Vec::new();
        for (i, clipped) in mem::take(&mut output.shapes).into_iter().enumerate() {
            let area = clipped
                .clip_rect
                .intersect(clipped.shape.visual_bounding_rect());
            let pane = self
                .kept
                .iter()
                .position(|pane| pane.area.contains_rect(area));
            match pane.and_then(|pane| of_panes.get_mut(pane)) {
                Some(shapes) if i < self.below => shapes.push(clipped),
                _ if clipped.shape == Shape::Noop => {}
                _ => others.push(clipped),
            }
        }
        let whole = ctx.viewport_rect();
        for (pane, shapes) in self.kept.iter_mut().zip(of_panes) {
            if pane.shapes != shapes {
                pane.same = 0;
                pane.shapes = shapes;
            } else if pane.same < SAME {
                pane.same += 1;
                if pane.same == SAME {
                    let shapes = filled(&self.filler, &pane.shapes);
                    let primitives = ctx.tessellate(shapes, self.pixels_per_point);
                    self.picture.draw(&primitives, self.pixels_per_point, None);
                }
            }
            if pane.same == SAME {
                let copy = self.picture.copy(whole, pane.area, self.pixels_per_point);
                output.shapes.push(ClippedShape::new(pane.area, copy));
            } else {
                output.shapes.extend(filled(&self.filler, &pane.shapes));
            }
        }
        output.shapes.extend(others);
    }
}

fn filled(filler: &Filler, shapes: &[ClippedShape]) -> Vec<ClippedShape> {
    let mut shapes = shapes.to_vec();
    for clipped in &mut shapes {
        filler.fill_if_plain(&mut clipped.shape);
    }
    shapes
}
