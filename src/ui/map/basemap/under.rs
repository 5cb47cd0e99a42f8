//! One frame of the basemap: the ground, and what goes over it.

use egui::{Context, Pos2, Rect, Response, Ui, Vec2};
use walkers::{Canvas, Layer, MapMemory, Plugin, Projector};

use super::{
    Atlas, Overpainting, Painted,
    decode::Ground,
    grid::{self, Slot, Tiling},
    labels::Candidate,
    overlay::Lying,
    placing,
    tiles::Tiles,
    writing,
};

/// Points around the view within which a name may begin that reaches into it.
const NAMES_FROM: f32 = 80.0;

/// Draws the ground, and works out what goes over it.
pub struct Under<'b> {
    /// Sets the names.
    ctx: Context,
    atlas: &'b mut Atlas,
    over: &'b Overpainting,
    /// What will be seen of the map, where that is not all that is drawn.
    seen: Option<Seen>,
}

/// The view, drawn elsewhere than where it stands on the screen.
#[derive(Clone, Copy)]
pub struct Seen {
    pub area: Rect,
    /// From where it stands.
    pub moved: Vec2,
}

impl<'b> Under<'b> {
    pub fn new(
        ctx: Context,
        atlas: &'b mut Atlas,
        over: &'b Overpainting,
        seen: Option<Seen>,
    ) -> Self {
        Self {
            ctx,
            atlas,
            over,
            seen,
        }
    }
}

impl Layer for Under<'_> {
    fn draw(&mut self, canvas: &mut Canvas, projector: &Projector<'_>) {
        let view = projector.clip_rect();
        let seen = self.seen.unwrap_or(Seen {
            area: view,
            moved: Vec2::ZERO,
        });
        let ctx = &self.ctx;
        let mut over = self.over.borrow_mut();
        over.clear();
        let Atlas {
            tiles,
            before,
            overlay,
            reserved,
            ..
        } = &mut *self.atlas;
        let look = tiles.look();
        if let Some(overlay) = overlay {
            overlay.fetch(projector, look);
        }
        let lying = match overlay {
            Some(overlay) => overlay.lying(look),
            None => Lying::default(),
        };
        let mut sheet = Drawn {
            ctx,
            view,
            seen: seen.area,
            canvas,
            over: &mut over,
            candidates: Vec::new(),
        };
        if lying.hides_all {
            tiles.rest();
            *before = None;
        } else {
            let slots = grid::slots(projector, Tiling::EMBEDDED);
            tiles.fetch(&slots, view);
            if tiles.complete() {
                *before = None;
            }
            let shown = before.as_ref().unwrap_or(tiles);
            sheet.lay(shown, slots, &lying.covered);
        }
        if let Some((tiles, slots)) = lying.vector {
            sheet.lay(tiles, slots, &[]);
        }
        let Drawn {
            over, candidates, ..
        } = sheet;
        let pictures = lying.pictures.into_iter();
        over.extend(pictures.map(|(area, picture)| (area.intersect(view), picture)));
        let reserved = reserved
            .iter()
            .map(|area| Rect::from_min_max(area.min + seen.moved, area.max + seen.moved));
        let placed = placing::place(candidates, seen.area, reserved);
        let shown = before.as_ref().unwrap_or(tiles);
        over.push((view, writing::shapes(ctx, shown.look(), &placed)));
    }
}

/// A frame as it is put together.
struct Drawn<'d, 't> {
    ctx: &'d Context,
    view: Rect,
    /// The part of the view in which names are written.
    seen: Rect,
    canvas: &'d mut Canvas,
    over: &'d mut Vec<Painted>,
    /// Names that would like to be written.
    candidates: Vec<Candidate<'t>>,
}

impl<'t> Drawn<'_, 't> {
    /// Tiles over what is there; none of their names where something `covered` them.
    fn lay(&mut self, tiles: &'t Tiles, slots: Vec<Slot>, covered: &[Rect]) {
        for slot in slots {
            let Some((decoded, transform)) = tiles.cover(slot) else {
                continue;
            };
            let clip = slot.shown.intersect(self.view);
            match &decoded.ground {
                Ground::Walkers(drawables) => self.canvas.add_drawables(
                    drawables
                        .clone()
                        .with_transform(transform)
                        .with_clip_rect(clip),
                ),
                Ground::Egui(ground) => self.over.push((clip, ground.shapes(transform))),
            }
            for (order, label) in decoded.labels.iter().enumerate() {
                let at = transform * label.position;
                // A tile stands in for its neighbors too: each name goes with the slot it is on.
                if self.seen.expand(NAMES_FROM).contains(at)
                    && holds(slot.shown, at)
                    && !covered.iter().any(|area| holds(*area, at))
                {
                    let measure = |label: &_| writing::size(self.ctx, label);
                    let candidate = label.candidate(at, transform.scaling, order, measure);
                    self.candidates.extend(candidate);
                }
            }
        }
    }
}

/// Paints what goes over the ground: the last of the basemap, the first above it being the story's.
pub struct Over<'b>(pub &'b Overpainting);

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
