//! Tiles that are pictures: which are on the graphics card, which are on their way, and which are to be asked for again.

use std::{
    cell::Cell,
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

use egui::{Color32, ColorImage, Mesh, Rect, Shape, TextureHandle, TextureId, TextureOptions};
use walkers::TileId;

use super::grid::Slot;
use crate::basemap::{
    Bounds, Picture, PmtilesFile,
    online::{Answer, CONNECTIONS, Online, Refusal},
};
use crate::ui::{budget::oldest_to_keep, workers::Workers};

/// What is at hand is read and decoded by so many.
const READERS: usize = 2;
/// How much the pictures may take on the graphics card, in bytes: some windows full.
const BUDGET: usize = 96 << 20;
/// About what is remembered of a tile besides its picture, in bytes.
const NOTE: usize = 100;
/// Levels by which a tile further out is drawn larger where a sharper one is missing.
const STRETCHED: usize = 4;

/// Where the pictures come from.
#[derive(Clone)]
pub enum Pictures {
    File(Arc<PmtilesFile>),
    Online(Arc<Online>),
}

pub struct PictureTiles {
    ctx: egui::Context,
    pictures: Pictures,
    /// They read what is at hand: a file, or what was kept of a server.
    near: Workers<TileId, Loaded>,
    /// They ask the server; none are needed for a file.
    far: Option<Workers<TileId, Told>>,
    cache: HashMap<TileId, Cached>,
    /// What the last frame lacked, and did not have to wait for.
    missing: usize,
    frame: u64,
}

/// A picture as egui takes it, made so by a worker.
struct Loaded {
    image: ColorImage,
    is_opaque: bool,
}

enum Told {
    Loaded(Loaded),
    Nothing,
    Later(Instant),
}

struct Cached {
    state: State,
    /// The frame it was last wanted in.
    used: Cell<u64>,
}

enum State {
    Shown {
        texture: TextureHandle,
        is_opaque: bool,
    },
    /// There is no such tile.
    Nothing,
    /// It is not at hand, so the server is to be asked.
    Far,
    /// The server is not to be asked before then.
    Waiting(Instant),
}

impl PictureTiles {
    pub fn new(ctx: &egui::Context, pictures: Pictures) -> Self {
        let announce = |ctx: &egui::Context| {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        let from = pictures.clone();
        let near = Workers::start(
            (READERS, "map pictures"),
            move |&tile| from.at_hand(tile).as_ref().map(Loaded::new),
            announce(ctx),
        );
        let far = match &pictures {
            Pictures::File(_) => None,
            Pictures::Online(online) => {
                let online = Arc::clone(online);
                let ask = move |&TileId { x, y, zoom }: &TileId| {
                    Some(match online.ask(zoom, x, y) {
                        Answer::Picture(picture) => Told::Loaded(Loaded::new(&picture)),
                        Answer::Nothing => Told::Nothing,
                        Answer::Later(until) => Told::Later(until),
                    })
                };
                Some(Workers::start(
                    (CONNECTIONS, "map server"),
                    ask,
                    announce(ctx),
                ))
            }
        };
        Self {
            ctx: ctx.clone(),
            pictures,
            near,
            far,
            cache: HashMap::new(),
            missing: 0,
            frame: 0,
        }
    }

    pub fn last_zoom(&self) -> u8 {
        match &self.pictures {
            Pictures::File(file) => file.last_zoom(),
            Pictures::Online(online) => online.server().last_zoom,
        }
    }

    pub fn bounds(&self) -> Bounds {
        match &self.pictures {
            Pictures::File(file) => file.bounds(),
            Pictures::Online(_) => Bounds::WORLD,
        }
    }

    pub fn credit(&self) -> &str {
        match &self.pictures {
            Pictures::File(file) => file.credit(),
            Pictures::Online(online) => &online.server().credit,
        }
    }

    /// The host, and why it sends nothing.
    pub fn refusal(&self) -> Option<(&str, Refusal)> {
        match &self.pictures {
            Pictures::File(_) => None,
            Pictures::Online(online) => Some((online.server().template.host(), online.refusal()?)),
        }
    }

    /// Whether the last frame had all that there is for now.
    pub fn complete(&self) -> bool {
        self.missing == 0
    }

    /// Begins a frame: takes in what has come, asks for what the slots lack, and for nothing else.
    pub fn fetch(&mut self, slots: &[Slot], view: Rect) {
        self.frame += 1;
        self.take_in();
        self.forget_the_oldest();

        let mut nearest_first: Vec<&Slot> = slots.iter().collect();
        nearest_first.sort_by(|a, b| {
            let [a, b] = [a, b].map(|slot| slot.on_screen.center().distance_sq(view.center()));
            a.total_cmp(&b)
        });
        let now = Instant::now();
        let (mut near, mut far) = (Vec::new(), Vec::new());
        let mut next_try: Option<Duration> = None;
        for Slot { key, .. } in nearest_first {
            let Some(cached) = self.cache.get(&key.tile) else {
                near.push(key.tile);
                continue;
            };
            cached.used.set(self.frame);
            match cached.state {
                State::Shown { .. } | State::Nothing => {}
                State::Far => far.push(key.tile),
                State::Waiting(until) => {
                    let wait = until.saturating_duration_since(now);
                    if wait.is_zero() {
                        far.push(key.tile);
                    } else {
                        next_try = Some(next_try.map_or(wait, |earlier| earlier.min(wait)));
                    }
                }
            }
        }
        self.missing = near.len() + far.len();
        self.near.want(&near);
        if let Some(workers) = &self.far {
            workers.want(&far);
        }
        if let Some(wait) = next_try {
            self.ctx.request_repaint_after(wait);
        }
    }

    fn take_in(&mut self) {
        let is_online = self.far.is_some();
        for (tile, loaded) in self.near.take_done() {
            let state = match loaded {
                Some(loaded) => self.shown(tile, loaded),
                None if is_online => State::Far,
                None => State::Nothing,
            };
            self.keep(tile, state);
        }
        let told = self.far.as_ref().map(Workers::take_done);
        for (tile, told) in told.into_iter().flatten() {
            let state = match told {
                Some(Told::Loaded(loaded)) => self.shown(tile, loaded),
                Some(Told::Later(until)) => State::Waiting(until),
                Some(Told::Nothing) | None => State::Nothing,
            };
            self.keep(tile, state);
        }
    }

    fn shown(&self, tile: TileId, loaded: Loaded) -> State {
        let TileId { x, y, zoom } = tile;
        let name = format!("tile {zoom}/{x}/{y}");
        let Loaded { image, is_opaque } = loaded;
        let texture = self.ctx.load_texture(name, image, TextureOptions::LINEAR);
        State::Shown { texture, is_opaque }
    }

    fn keep(&mut self, tile: TileId, state: State) {
        let used = Cell::new(self.frame);
        self.cache.insert(tile, Cached { state, used });
    }

    /// The slot with a picture on it, and whether nothing shows through that: the tile's own or, until it has come, one
    /// further out drawn larger.
    pub fn cover(&self, slot: &Slot, tint: Color32) -> Option<(Shape, bool)> {
        let own = self.cache.get(&slot.key.tile);
        if own.is_some_and(|cached| matches!(cached.state, State::Nothing)) {
            return None;
        }
        slot.parts().take(STRETCHED + 1).find_map(|(tile, part)| {
            let cached = self.cache.get(&tile)?;
            let State::Shown { texture, is_opaque } = &cached.state else {
                return None;
            };
            cached.used.set(self.frame);
            Some((
                picture(texture.id(), slot.on_screen, part, tint),
                *is_opaque,
            ))
        })
    }

    /// Never what the last frame showed.
    fn forget_the_oldest(&mut self) {
        let tiles = self.cache.values();
        let ages = tiles.map(|cached| (cached.used.get(), cached.bytes()));
        if let Some(keep_from) = oldest_to_keep(ages.collect(), BUDGET) {
            let keep_from = keep_from.min(self.frame - 1);
            self.cache
                .retain(|_, cached| cached.used.get() >= keep_from);
        }
    }
}

impl Pictures {
    fn at_hand(&self, TileId { x, y, zoom }: TileId) -> Option<Picture> {
        match self {
            Self::File(file) => Picture::decode(&file.tile(zoom, x, y)?),
            Self::Online(online) => online.kept(zoom, x, y),
        }
    }
}

impl Loaded {
    fn new(picture: &Picture) -> Self {
        let size = [picture.width, picture.height];
        Self {
            image: ColorImage::from_rgba_unmultiplied(size, &picture.rgba),
            is_opaque: picture.is_opaque,
        }
    }
}

impl Cached {
    fn bytes(&self) -> usize {
        NOTE + match &self.state {
            State::Shown { texture, .. } => texture.byte_size(),
            State::Nothing | State::Far | State::Waiting(_) => 0,
        }
    }
}

/// A part of a texture; neighbors share their edges to the last bit, so none shows between them.
fn picture(texture: TextureId, on_screen: Rect, part: Rect, tint: Color32) -> Shape {
    let mut mesh = Mesh::with_texture(texture);
    mesh.add_rect_with_uv(on_screen, part, tint);
    Shape::mesh(mesh)
}
