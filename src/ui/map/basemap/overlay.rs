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
    Content, FileProblem, PmtilesFile, Source,
    online::{Network, Online, Refusal},
};

/// What pictures made for paper are darkened by beside dark bars.
const NIGHT: Color32 = Color32::from_gray(165);

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
    /// In the view as it is now.
    slots: Vec<Slot>,
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
                self.slots = grid::slots(projector, tiles.tiling());
                tiles.fetch(&self.slots, view);
            }
            Layer::Vector(file, tiles) => {
                if tiles.look() != look {
                    let tileset = Tileset::File(Arc::clone(file));
                    *tiles = Tiles::new(&self.ctx, tileset, look, self.drawn_by);
                }
                self.slots = grid::slots(projector, Tiling::vector(file.last_zoom()));
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

    pub fn lying(&self, look: Look) -> Lying<'_> {
        let mut lying = Lying::default();
        let mut opaque = 0;
        match &self.layer {
            Layer::Opening(_) | Layer::Broken(_) => {}
            Layer::Pictures(tiles) => {
                let tint = if look.dark { NIGHT } else { Color32::WHITE };
                for slot in &self.slots {
                    if let Some((picture, is_opaque)) = tiles.cover(slot, tint) {
                        lying.pictures.push((slot.on_screen, vec![picture]));
                        opaque += usize::from(is_opaque);
                    }
                }
                let areas = lying.pictures.iter().map(|(area, _)| *area);
                lying.covered = areas.collect();
            }
            Layer::Vector(_, tiles) => {
                let is_there = |slot: &Slot| !tiles.lacks(slot) && tiles.cover(*slot).is_some();
                let slots: Vec<Slot> = self.slots.iter().copied().filter(is_there).collect();
                opaque = slots.len();
                lying.covered = slots.iter().map(|slot| slot.on_screen).collect();
                lying.vector = Some((tiles, slots));
            }
        }
        lying.hides_all = opaque > 0 && opaque == self.slots.len();
        lying
    }
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
