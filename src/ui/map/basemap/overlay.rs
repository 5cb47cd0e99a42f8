//! What the reader laid over the world inside the program, and how that is going.

use std::{
    path::PathBuf,
    sync::{Arc, mpsc},
    thread,
};

use egui::{Color32, Rect};
use walkers::Projector;

use super::{
    Painted,
    decode::{DrawnBy, Tileset},
    grid::{self, Slot, Tiling},
    pictures::{PictureTiles, Pictures},
    style::Look,
    tiles::Tiles,
};
use crate::basemap::{
    Bounds, Content, FileProblem, PmtilesFile, Source,
    online::{Network, Online, Refusal},
};

/// What pictures made for paper are darkened by beside dark bars.
const NIGHT: Color32 = Color32::from_gray(165);

/// Closer, a city block fills the view.
const CLOSEST: f64 = 19.0;

/// How it is with the map that the reader chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    #[default]
    Fine,
    /// The file is being opened.
    Opening,
    /// The file cannot be shown.
    File(FileProblem),
    /// The server of that name sends no tiles.
    Server(String, Refusal),
}

pub struct Overlay {
    ctx: egui::Context,
    drawn_by: DrawnBy,
    layer: Layer,
    /// Of the view, those that lie in its part of the world.
    slots: Vec<Slot>,
    /// How many there are in the view, with those outside.
    in_view: usize,
}

enum Layer {
    Opening(mpsc::Receiver<Result<PmtilesFile, FileProblem>>),
    Broken(FileProblem),
    Pictures(PictureTiles),
    Vector(Arc<PmtilesFile>, Tiles),
}

/// What of it lies in the view.
#[derive(Default)]
pub struct Lying<'a> {
    pub vector: Option<(&'a Tiles, Vec<Slot>)>,
    /// Each with its part of the screen.
    pub pictures: Vec<Painted>,
    /// The parts of the screen it lies on: its names stand there, no others.
    pub covered: Vec<Rect>,
    /// Whether nothing of what is under it is to be seen.
    pub hides_all: bool,
}

impl Overlay {
    /// None where nothing is to lie over the world inside.
    pub fn new(
        ctx: &egui::Context,
        source: Source,
        drawn_by: DrawnBy,
        network: Network,
    ) -> Option<Self> {
        let layer = match source {
            Source::Embedded => return None,
            Source::File(path) => opening(ctx, path),
            Source::Online(server) => {
                let online = Arc::new(Online::new(server, network));
                Layer::Pictures(PictureTiles::new(ctx, Pictures::Online(online)))
            }
        };
        Some(Self {
            ctx: ctx.clone(),
            drawn_by,
            layer,
            slots: Vec::new(),
            in_view: 0,
        })
    }

    pub fn condition(&self) -> Condition {
        match &self.layer {
            Layer::Opening(_) => Condition::Opening,
            Layer::Broken(problem) => Condition::File(problem.clone()),
            Layer::Vector(..) => Condition::Fine,
            Layer::Pictures(tiles) => tiles.refusal().map_or(Condition::Fine, |(host, refusal)| {
                Condition::Server(host.to_owned(), refusal)
            }),
        }
    }

    pub fn credit(&self) -> &str {
        match &self.layer {
            Layer::Opening(_) | Layer::Broken(_) => "",
            Layer::Pictures(tiles) => tiles.credit(),
            Layer::Vector(file, _) => file.credit(),
        }
    }

    /// Whether the last frame showed all there is to show for now.
    pub fn idle(&self) -> bool {
        match &self.layer {
            Layer::Opening(_) => false,
            Layer::Broken(_) => true,
            Layer::Pictures(tiles) => tiles.complete(),
            Layer::Vector(_, tiles) => tiles.complete(),
        }
    }

    /// Begins a frame.
    pub fn fetch(&mut self, projector: &Projector<'_>, look: Look) {
        if let Layer::Opening(opened) = &self.layer
            && let Ok(opened) = opened.try_recv()
        {
            self.layer = match opened {
                Ok(file) => self.opened(Arc::new(file), look),
                Err(problem) => Layer::Broken(problem),
            };
            // Panels drawn before the map have not seen how it went.
            self.ctx.request_repaint();
        }
        let view = projector.clip_rect();
        match &mut self.layer {
            Layer::Opening(_) | Layer::Broken(_) => {}
            Layer::Pictures(tiles) => {
                let slots = grid::slots(projector, Tiling::pictures(tiles.last_zoom()));
                self.in_view = slots.len();
                self.slots = inside(slots, tiles.bounds());
                tiles.fetch(&self.slots, view);
            }
            Layer::Vector(file, tiles) => {
                if tiles.look() != look {
                    let tileset = Tileset::File(Arc::clone(file));
                    *tiles = Tiles::new(&self.ctx, tileset, look, self.drawn_by);
                }
                let slots = grid::slots(projector, Tiling::vector(file.last_zoom()));
                self.in_view = slots.len();
                self.slots = inside(slots, file.bounds());
                tiles.fetch(&self.slots, view);
            }
        }
    }

    fn opened(&self, file: Arc<PmtilesFile>, look: Look) -> Layer {
        match file.content() {
            Content::Pictures => {
                Layer::Pictures(PictureTiles::new(&self.ctx, Pictures::File(file)))
            }
            Content::Vector => {
                let tileset = Tileset::File(Arc::clone(&file));
                let tiles = Tiles::new(&self.ctx, tileset, look, self.drawn_by);
                Layer::Vector(file, tiles)
            }
        }
    }

    /// What there is to be drawn in this frame.
    pub fn lying(&self, look: Look) -> Lying<'_> {
        let mut lying = Lying::default();
        let mut hidden = 0;
        match &self.layer {
            Layer::Opening(_) | Layer::Broken(_) => {}
            Layer::Pictures(tiles) => {
                let tint = if look.dark { NIGHT } else { Color32::WHITE };
                for slot in &self.slots {
                    if let Some((picture, is_opaque)) = tiles.cover(slot, tint) {
                        lying.pictures.push((slot.shown, vec![picture]));
                        lying.covered.push(slot.shown);
                        hidden += usize::from(is_opaque && slot.is_whole());
                    }
                }
            }
            Layer::Vector(_, tiles) => {
                // What the file lacks is not drawn from further out: it may be all that is outside of its bounds.
                let is_there = |slot: &Slot| !tiles.lacks(slot) && tiles.cover(*slot).is_some();
                let slots: Vec<Slot> = self.slots.iter().copied().filter(is_there).collect();
                lying.covered = slots.iter().map(|slot| slot.shown).collect();
                hidden = slots.iter().filter(|slot| slot.is_whole()).count();
                lying.vector = Some((tiles, slots));
            }
        }
        lying.hides_all = hidden > 0 && hidden == self.in_view;
        lying
    }

    /// The zoom up to which it has something new to show, and a little beyond.
    pub fn closest(&self) -> f64 {
        let last_zoom = match &self.layer {
            Layer::Opening(_) | Layer::Broken(_) => return 0.0,
            Layer::Pictures(tiles) => tiles.last_zoom(),
            Layer::Vector(file, _) => file.last_zoom() + 1,
        };
        f64::from(last_zoom + 1).min(CLOSEST)
    }
}

fn inside(slots: Vec<Slot>, bounds: Bounds) -> Vec<Slot> {
    slots
        .into_iter()
        .filter_map(|slot| slot.within(bounds))
        .collect()
}

fn opening(ctx: &egui::Context, path: PathBuf) -> Layer {
    let (tell, opened) = mpsc::channel();
    let ctx = ctx.clone();
    let started = thread::Builder::new()
        .name("map file".to_owned())
        .spawn(move || {
            // The reader may have chosen another by now.
            tell.send(PmtilesFile::open(&path)).ok();
            ctx.request_repaint();
        });
    match started {
        Ok(_) => Layer::Opening(opened),
        Err(error) => Layer::Broken(FileProblem::Unreadable(error.to_string())),
    }
}
