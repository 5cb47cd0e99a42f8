//! What lies around the map and floats on it, kept as a picture as long as it does not change.

use std::mem;

use eframe::egui_wgpu::RenderState;
use egui::{Color32, Context, FullOutput, LayerId, Plugin, Rect, Shape, epaint::ClippedShape};

use super::{blit::Ground, fill::Filler, picture::Picture};

/// Frames after which a pane that stays the same is drawn as a picture: what has just come may be on its way elsewhere.
const SAME: u8 = 2;

/// Puts the pictures of panes in the place of what they show, when all of a frame is known. None of the panes knows.
pub struct Panes {
    filler: Filler,
    /// Of the whole window.
    picture: Picture,
    kept: Vec<Pane>,
    /// What floats in this frame.
    floats: Vec<Spot>,
    /// How many shapes lie below menus and dialogs.
    below: usize,
    pixels_per_point: f32,
}

struct Pane {
    spot: Spot,
    shapes: Vec<ClippedShape>,
    /// For so many frames.
    same: u8,
}

/// Where a pane is.
#[derive(Clone, Copy)]
struct Spot {
    area: Rect,
    /// Its first shape, among all below menus and dialogs.
    first: usize,
    ground: Ground,
}

/// At the end of a frame: which parts of the window are panes that do not overlap. Costs nothing where there is a GPU.
pub fn keep_panes(ctx: &Context, areas: impl Iterator<Item = Rect>) {
    ctx.with_plugin(|panes: &mut Panes| panes.set(ctx, areas));
}

/// Before something is drawn that floats within the area, over what changes under it.
pub fn keep_float(ctx: &Context, area: Rect) {
    ctx.with_plugin(|panes: &mut Panes| {
        panes.floats.push(Spot {
            area,
            first: shapes_so_far(ctx),
            ground: Ground::Clear,
        });
    });
}

/// Of what lies behind everything, which comes first.
fn shapes_so_far(ctx: &Context) -> usize {
    let count = |list: &egui::layers::PaintList| list.all_entries().len();
    ctx.graphics(|layers| layers.get(LayerId::background()).map_or(0, count))
}

impl Panes {
    pub fn new(render_state: &RenderState) -> Self {
        Self {
            filler: Filler::new(render_state),
            picture: Picture::new(render_state.clone()),
            kept: Vec::new(),
            floats: Vec::new(),
            below: 0,
            pixels_per_point: 1.0,
        }
    }

    fn set(&mut self, ctx: &Context, areas: impl Iterator<Item = Rect>) {
        let pixels_per_point = ctx.pixels_per_point();
        let is_resized = self
            .picture
            .resize(ctx.viewport_rect().size() * pixels_per_point);
        if is_resized || self.pixels_per_point != pixels_per_point {
            self.kept.clear();
            self.pixels_per_point = pixels_per_point;
        }
        let solid = |area| Spot {
            area,
            first: 0,
            ground: Ground::Solid,
        };
        let mut before = mem::take(&mut self.kept);
        for spot in areas.map(solid).chain(self.floats.drain(..)) {
            // There is room for one on the picture.
            if self.kept.iter().any(|pane| pane.spot.overlaps(&spot)) {
                continue;
            }
            let known = before.iter_mut().find(|pane| pane.spot.area == spot.area);
            let (shapes, same) = known.map_or_else(Default::default, |pane| {
                (mem::take(&mut pane.shapes), pane.same)
            });
            self.kept.push(Pane { spot, shapes, same });
        }
        self.below = shapes_so_far(ctx);
    }
}

impl Spot {
    fn overlaps(&self, other: &Self) -> bool {
        self.area.intersect(other.area).is_positive()
    }
}

impl Plugin for Panes {
    fn debug_name(&self) -> &'static str {
        "panes"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let mut found: Vec<Found> = self.kept.iter().map(|_| Found::default()).collect();
        let mut others = Vec::new();
        for (i, clipped) in mem::take(&mut output.shapes).into_iter().enumerate() {
            let area = clipped
                .clip_rect
                .intersect(clipped.shape.visual_bounding_rect());
            let holds = |pane: &Pane| pane.spot.first <= i && pane.spot.area.contains_rect(area);
            let pane = self.kept.iter().position(holds);
            match pane.and_then(|pane| found.get_mut(pane)) {
                Some(found) if i < self.below => {
                    if found.shapes.is_empty() {
                        found.after = others.len();
                    }
                    found.shapes.push(clipped);
                }
                _ if clipped.shape == Shape::Noop => {}
                _ => others.push(clipped),
            }
        }
        output.shapes = others;
        // Those that have just come are not on their texture yet.
        let letters_are_there = output.textures_delta.set.is_empty();
        let whole = ctx.viewport_rect();
        // From the last, so that what is put in moves nothing that is still to be found.
        for (pane, found) in self.kept.iter_mut().zip(found).rev() {
            let Spot { area, ground, .. } = pane.spot;
            let after = match ground {
                Ground::Solid => 0,
                Ground::Clear => found.after,
            };
            if pane.shapes != found.shapes {
                pane.same = 0;
                pane.shapes = found.shapes;
            } else if pane.same < SAME && letters_are_there {
                pane.same += 1;
                if pane.same == SAME {
                    let mut shapes = filled(&self.filler, &pane.shapes);
                    if ground == Ground::Clear {
                        let empty =
                            ClippedShape::new(area, self.filler.fill(area, Color32::TRANSPARENT));
                        shapes.insert(0, empty);
                    }
                    let primitives = ctx.tessellate(shapes, self.pixels_per_point);
                    self.picture.draw(&primitives, self.pixels_per_point, None);
                }
            }
            if pane.same == SAME {
                let copy = self
                    .picture
                    .copy(whole, area, self.pixels_per_point, ground);
                let copy = ClippedShape::new(area, copy);
                output.shapes.splice(after..after, [copy]);
            } else {
                let shapes = filled(&self.filler, &pane.shapes);
                output.shapes.splice(after..after, shapes);
            }
        }
    }
}

/// What a pane shows in this frame.
#[derive(Default)]
struct Found {
    shapes: Vec<ClippedShape>,
    /// So many of the other shapes lie under it, where it floats.
    after: usize,
}

fn filled(filler: &Filler, shapes: &[ClippedShape]) -> Vec<ClippedShape> {
    let mut shapes = shapes.to_vec();
    for clipped in &mut shapes {
        filler.fill_plain(&mut clipped.shape);
    }
    shapes
}
