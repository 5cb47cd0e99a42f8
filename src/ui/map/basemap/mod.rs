//! The map under the story: the world, embedded, as an atlas draws it, and what the reader laid over it.
//!
//! Tiles come out of the `archive`, are decoded by threads after a style `sheet`, kept in `tiles`,
//! laid out on the screen by the `grid`, named by `placing`, and drawn `under` the story. Over them an `overlay` may lie: a file of such tiles, or
//! of `pictures`, or the pictures of a server.

mod bands;
mod decode;
mod grid;
mod labels;
mod name_layer;
mod names;
mod overlay;
#[cfg(test)]
mod overlay_tests;
mod pictures;
mod placing;
mod protomaps;
mod sheet;
mod simple;
mod still;
mod style;
#[cfg(test)]
mod tests;
mod tiles;
mod under;
mod writing;

use std::{borrow::Cow, cell::RefCell};

use eframe::egui_wgpu::RenderState;
use egui::{Context, Rect, Shape};
use walkers::Map;

use crate::basemap::{Source, online::Network};
use crate::ui::software::REST;
use decode::{DrawnBy, Tileset};
use overlay::Overlay;
use still::{Shown, Still};
use tiles::Tiles;
use under::{Over, Under};

pub use overlay::Condition;
pub use style::{Look, Names};

/// Of the world inside.
pub const CREDIT: &str = "Natural Earth · GeoNames (CC BY 4.0) · Unicode CLDR";

pub struct Basemap {
    atlas: Atlas,
    /// What goes over walkers' own canvas, put there by the layer for the plugin to paint.
    over: Overpainting,
    /// Where the processor draws.
    still: Option<Still>,
}

/// Shapes and the part of the screen they are clipped to.
type Painted = (Rect, Vec<Shape>);
type Overpainting = RefCell<Vec<Painted>>;

struct Atlas {
    ctx: Context,
    drawn_by: DrawnBy,
    tiles: Tiles,
    /// The tiles of the look before, shown until those of the new one are there: a map half light
    /// and half dark would flicker.
    before: Option<Tiles>,
    overlay: Option<Overlay>,
    network: Network,
    reserved: Vec<Rect>,
}

impl Basemap {
    /// Takes eframe's wgpu renderer and `walkers::install_renderer`.
    pub fn new(ctx: Context, look: Look, network: Network) -> Self {
        Self::drawn_by(DrawnBy::Walkers, ctx, look, network)
    }

    /// The same where the processor draws for wgpu: as a picture that is moved.
    pub fn still(ctx: Context, look: Look, network: Network, render_state: RenderState) -> Self {
        let still = Some(Still::new(render_state));
        Self {
            still,
            ..Self::new(ctx, look, network)
        }
    }

    /// For eframe's glow renderer: the same map, at a higher price a frame.
    pub fn simple(ctx: Context, look: Look, network: Network) -> Self {
        Self::drawn_by(DrawnBy::Egui, ctx, look, network)
    }

    fn drawn_by(drawn_by: DrawnBy, ctx: Context, look: Look, network: Network) -> Self {
        let tiles = Tiles::new(&ctx, Tileset::Embedded, look, drawn_by);
        Self {
            atlas: Atlas {
                ctx,
                drawn_by,
                tiles,
                before: None,
                overlay: None,
                network,
                reserved: Vec::new(),
            },
            over: RefCell::default(),
            still: None,
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
        if let Some(still) = &mut self.still {
            still.spoil();
        }
        if let Some(same) = before.take_if(|before| before.look() == look) {
            *tiles = same;
        } else {
            let new = Tiles::new(ctx, Tileset::Embedded, look, *drawn_by);
            let old = std::mem::replace(tiles, new);
            before.get_or_insert(old);
        }
    }

    /// Lays over the world what the reader chose, and takes away what lay there.
    pub fn set_source(&mut self, source: Source) {
        let Atlas {
            ctx,
            drawn_by,
            overlay,
            network,
            ..
        } = &mut self.atlas;
        *overlay = Overlay::new(ctx, source, *drawn_by, network.clone());
        if let Some(still) = &mut self.still {
            still.spoil();
        }
    }

    /// How it is with what the reader chose.
    pub fn condition(&self) -> Condition {
        let overlay = self.atlas.overlay.as_ref();
        overlay.map(Overlay::condition).unwrap_or_default()
    }

    /// Whether something lies over the world inside, or is about to.
    pub fn is_overlaid(&self) -> bool {
        self.atlas.overlay.is_some()
    }

    /// The zoom up to which something new is to be seen, and a little beyond; none where the world inside is all.
    pub fn closest(&self) -> f64 {
        self.atlas.overlay.as_ref().map_or(0.0, Overlay::closest)
    }

    /// To be shown wherever the map is.
    pub fn credit(&self) -> Cow<'static, str> {
        let overlay = self.atlas.overlay.as_ref();
        match overlay
            .map(Overlay::credit)
            .filter(|credit| !credit.is_empty())
        {
            // The world inside shows where the other has gaps.
            Some(credit) => format!("{credit} · {CREDIT}").into(),
            None => CREDIT.into(),
        }
    }

    /// Where the story's markers and labels stand from now on: no names are written there. May be
    /// called after the map was shown: it asks for another frame where that makes a difference.
    pub fn reserve(&mut self, areas: Vec<Rect>) {
        let Atlas { ctx, reserved, .. } = &mut self.atlas;
        if *reserved == areas {
            return;
        }
        *reserved = areas;
        if self.still.is_some() {
            // Names make room once the map rests: not in every second frame of a drag.
            ctx.request_repaint_after_secs(REST as f32);
        } else {
            ctx.request_repaint();
        }
    }

    /// Whether the last frame showed all there is to show.
    pub fn idle(&self) -> bool {
        self.still
            .as_ref()
            .map_or_else(|| self.atlas.idle(), Still::is_exact)
    }

    /// The map with the basemap under all that is drawn on it.
    pub fn under<'a, 'b>(&'b mut self, map: Map<'a, 'b, 'b>) -> Map<'a, 'b, 'b> {
        let Self { atlas, over, still } = self;
        let over = &*over;
        if let Some(still) = still {
            return map.with_plugin(Shown { still, atlas, over });
        }
        let ctx = atlas.ctx.clone();
        map.with_layer(Under::new(ctx, atlas, over, None), 1.0)
            .with_plugin(Over(over))
    }
}

impl Atlas {
    /// Whether all there is to show was there when it was last drawn.
    fn idle(&self) -> bool {
        let overlay = self.overlay.as_ref();
        self.before.is_none() && self.tiles.complete() && overlay.is_none_or(Overlay::idle)
    }

    /// Whether drawing it now would show more.
    fn has_news(&self) -> bool {
        let overlay = self.overlay.as_ref();
        self.tiles.has_news() || overlay.is_some_and(|overlay| !overlay.idle())
    }
}
