//! The map under the story: the world, embedded, as an atlas draws it.
//!
//! Tiles come out of the `archive`, are decoded by threads after a style `sheet`, kept in `tiles`,
//! laid out on the screen by the `grid`, and named by `placing`.

mod bands;
mod decode;
mod grid;
mod labels;
mod name_layer;
mod names;
mod placing;
mod sheet;
mod simple;
mod style;
mod taken;
#[cfg(test)]
mod tests;
mod tiles;
mod writing;

use std::cell::RefCell;

use egui::{Pos2, Rect, Response, Shape, Ui};
use walkers::{Canvas, Layer, Map, MapMemory, Plugin, Projector};

use decode::{DrawnBy, Ground};
use grid::Slot;
use labels::Candidate;
use tiles::Tiles;

pub use style::{Look, Names};

/// To be shown wherever the map is.
pub const CREDIT: &str = "Natural Earth · GeoNames (CC BY 4.0) · Unicode CLDR";

/// Points around the view within which a name may begin that reaches into it.
const NAMES_FROM: f32 = 80.0;

pub struct Basemap {
    atlas: Atlas,
    /// What goes over walkers' own canvas, put there by the layer for the plugin to paint.
    over: RefCell<Vec<Painted>>,
}

/// Shapes and the part of the screen they are clipped to.
type Painted = (Rect, Vec<Shape>);

struct Atlas {
    ctx: egui::Context,
    drawn_by: DrawnBy,
    tiles: Tiles,
    /// The tiles of the look before, shown until those of the new one are there: a map half light
    /// and half dark would flicker.
    before: Option<Tiles>,
    reserved: Vec<Rect>,
}

impl Basemap {
    /// Takes eframe's wgpu renderer and `walkers::install_renderer`.
    pub fn new(ctx: egui::Context, look: Look) -> Self {
        Self::drawn_by(DrawnBy::Walkers, ctx, look)
    }

    /// For eframe's glow renderer: the same map, at a higher price a frame.
    pub fn simple(ctx: egui::Context, look: Look) -> Self {
        Self::drawn_by(DrawnBy::Egui, ctx, look)
    }

    fn drawn_by(drawn_by: DrawnBy, ctx: egui::Context, look: Look) -> Self {
        let tiles = Tiles::new(&ctx, look, drawn_by);
        Self {
            atlas: Atlas {
                ctx,
                drawn_by,
                tiles,
                before: None,
                reserved: Vec::new(),
            },
            over: RefCell::default(),
        }
    }

    /// Costs nothing where the look is the same.
    pub fn set_look(&mut self, look: Look) {
        let Atlas {
            ctx,
            drawn_by,
            tiles,
            before,
            ..
        } = &mut self.atlas;
        if tiles.look() == look {
            return;
        }
        if let Some(same) = before.take_if(|before| before.look() == look) {
            *tiles = same;
        } else {
            let old = std::mem::replace(tiles, Tiles::new(ctx, look, *drawn_by));
            before.get_or_insert(old);
        }
    }

    /// Where the story's markers and labels stand from now on: no names are written there. May be
    /// called after the map was shown: it asks for another frame where that makes a difference.
    pub fn reserve(&mut self, areas: Vec<Rect>) {
        if self.atlas.reserved != areas {
            self.atlas.reserved = areas;
            self.atlas.ctx.request_repaint();
        }
    }

    /// Whether the last frame showed all there is to show.
    pub fn idle(&self) -> bool {
        self.atlas.before.is_none() && self.atlas.tiles.complete()
    }

    /// The map with the basemap under all that is drawn on it.
    pub fn under<'a, 'b>(&'b mut self, map: Map<'a, 'b, 'b>) -> Map<'a, 'b, 'b> {
        let Self { atlas, over } = self;
        let over = &*over;
        map.with_layer(Under { atlas, over }, 1.0)
            .with_plugin(Over(over))
    }
}

/// Draws the ground, and works out what goes over it.
struct Under<'b> {
    atlas: &'b mut Atlas,
    over: &'b RefCell<Vec<Painted>>,
}

impl Layer for Under<'_> {
    fn draw(&mut self, canvas: &mut Canvas, projector: &Projector<'_>) {
        let view = projector.clip_rect();
        let slots = grid::slots(projector);
        let mut over = self.over.borrow_mut();
        over.clear();
        self.atlas.fetch(&slots, view);

        let tiles = self.atlas.shown();
        let ctx = &self.atlas.ctx;
        let mut candidates: Vec<Candidate<'_>> = Vec::new();
        for slot in slots {
            let Some((decoded, transform)) = tiles.cover(slot) else {
                continue;
            };
            let clip = slot.on_screen.intersect(view);
            match &decoded.ground {
                Ground::Walkers(drawables) => canvas.add_drawables(
                    drawables
                        .clone()
                        .with_transform(transform)
                        .with_clip_rect(clip),
                ),
                Ground::Egui(ground) => over.push((clip, ground.shapes(transform))),
            }
            for (order, label) in decoded.labels.iter().enumerate() {
                let at = transform * label.position;
                // A tile stands in for its neighbors too: each name goes with the slot it is on.
                if view.expand(NAMES_FROM).contains(at) && holds(slot.on_screen, at) {
                    let measure = |label: &_| writing::size(ctx, label);
                    candidates.extend(label.candidate(at, transform.scaling, order, measure));
                }
            }
        }
        let placed = placing::place(candidates, view, &self.atlas.reserved);
        over.push((view, writing::shapes(ctx, tiles.look(), &placed)));
    }
}

impl Atlas {
    fn fetch(&mut self, slots: &[Slot], view: Rect) {
        self.tiles.fetch(slots, view);
        if self.tiles.complete() {
            self.before = None;
        }
    }

    fn shown(&self) -> &Tiles {
        self.before.as_ref().unwrap_or(&self.tiles)
    }
}

/// Paints what goes over the ground: the last of the basemap, the first above it being the story's.
struct Over<'b>(&'b RefCell<Vec<Painted>>);

impl Plugin for Over<'_> {
    fn run(
        self: Box<Self>,
        ui: &mut Ui,
        _response: &Response,
        _projector: &Projector<'_>,
        _memory: &MapMemory,
    ) {
        for (clip, shapes) in self.0.borrow_mut().drain(..) {
            let clip = clip.intersect(ui.clip_rect());
            ui.painter().with_clip_rect(clip).extend(shapes);
        }
    }
}

/// Left and top edges are in, right and bottom ones belong to the neighbors.
fn holds(area: Rect, at: Pos2) -> bool {
    area.min.x <= at.x && at.x < area.max.x && area.min.y <= at.y && at.y < area.max.y
}
