//! The decoded tiles of one look: which are there, which are on their way, and which may go.

use std::{cell::Cell, collections::HashMap, num::NonZeroUsize, thread};

use egui::{Rect, emath::TSTransform};

use super::{
    decode::{Decoded, Decoder, DrawnBy, Tileset},
    grid::{Slot, TileKey, WORLD},
    style::Look,
};
use crate::ui::budget::oldest_to_keep;
use crate::ui::workers::Workers;

/// Two keep ahead of a hand on the mouse; one core is the window's.
const THREADS: usize = 2;

/// How much decoded tiles may take, in bytes: two windows full of the largest.
const BUDGET: usize = 20 << 20;

pub struct Tiles {
    look: Look,
    workers: Workers<TileKey, Decoded>,
    cache: HashMap<TileKey, Cached>,
    /// What the last frame lacked, its middle first.
    missing: Vec<TileKey>,
    frame: u64,
}

struct Cached {
    /// None where decoding failed: asking again would not help.
    decoded: Option<Decoded>,
    /// The frame it was last drawn in.
    used: Cell<u64>,
}

impl Tiles {
    pub fn new(ctx: &egui::Context, tileset: Tileset, look: Look, drawn_by: DrawnBy) -> Self {
        let decoder = Decoder::new(tileset, look, drawn_by);
        let ctx = ctx.clone();
        let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let threads = (cores - 1).clamp(1, THREADS);
        Self {
            look,
            workers: Workers::start(
                (threads, "basemap"),
                move |&key| decoder.decode(key),
                move || ctx.request_repaint(),
            ),
            cache: HashMap::new(),
            missing: Vec::new(),
            frame: 0,
        }
    }

    pub fn look(&self) -> Look {
        self.look
    }

    /// Whether the last frame had all it asked for.
    pub fn complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// Whether some of what it lacked has come since.
    pub fn has_news(&self) -> bool {
        self.workers.has_done()
    }

    /// Begins a frame: takes in what was decoded, asks for what the slots lack.
    pub fn fetch(&mut self, slots: &[Slot], view: Rect) {
        self.frame += 1;
        for (key, decoded) in self.workers.take_done() {
            let used = Cell::new(self.frame);
            self.cache.insert(key, Cached { decoded, used });
        }
        self.forget_the_oldest();

        self.missing.clear();
        let wanted = slots
            .iter()
            .filter(|slot| !self.cache.contains_key(&slot.key));
        let mut wanted: Vec<&Slot> = wanted.collect();
        wanted.sort_by(|a, b| {
            let [a, b] = [a, b].map(|slot| slot.on_screen.center().distance_sq(view.center()));
            a.total_cmp(&b)
        });
        if !self.cache.contains_key(&WORLD) {
            self.missing.push(WORLD);
        }
        for slot in wanted {
            // A world that repeats shows a tile twice.
            if !self.missing.contains(&slot.key) {
                self.missing.push(slot.key);
            }
        }
        self.workers.want(&self.missing);
    }

    /// For a frame in which none of them is to be seen.
    pub fn rest(&mut self) {
        if !self.missing.is_empty() {
            self.missing.clear();
            self.workers.want(&[]);
        }
    }

    /// Whether there is no such tile.
    pub fn lacks(&self, slot: &Slot) -> bool {
        let cached = self.cache.get(&slot.key);
        cached.is_some_and(|cached| cached.decoded.is_none())
    }

    /// The sharpest that is there for the slot, and the way from its units to the screen.
    pub fn cover(&self, slot: Slot) -> Option<(&Decoded, TSTransform)> {
        slot.covers().find_map(|(key, transform)| {
            let cached = self.cache.get(&key)?;
            cached.used.set(self.frame);
            Some((cached.decoded.as_ref()?, transform))
        })
    }

    /// Never the world, nor what the last frame showed.
    fn forget_the_oldest(&mut self) {
        let tiles = self.cache.values();
        let ages = tiles.map(|cached| (cached.used.get(), cached.bytes()));
        if let Some(keep_from) = oldest_to_keep(ages.collect(), BUDGET) {
            let keep_from = keep_from.min(self.frame - 1);
            self.cache
                .retain(|key, cached| *key == WORLD || cached.used.get() >= keep_from);
        }
    }
}

impl Cached {
    fn bytes(&self) -> usize {
        self.decoded.as_ref().map_or(0, Decoded::bytes)
    }
}
