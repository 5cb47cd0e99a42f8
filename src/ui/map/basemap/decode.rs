//! From a tile's bytes to what is drawn: ground and names.

use std::sync::Arc;

use walkers::{Drawable, Drawables, Tile, TileId};

use super::{
    bands::bands,
    grid::{TILE_SIZE, TileKey},
    labels::Label,
    sheet::Sheet,
    simple::SimpleGround,
    style::Look,
};
use crate::basemap::{PmtilesFile, archive};

/// Where vector tiles come from.
#[derive(Clone)]
pub enum Tileset {
    Embedded,
    File(Arc<PmtilesFile>),
}

/// Of a tile. A stranger's tile may have more than a frame has time for.
const MOST_NAMES: usize = 1000;
/// In bytes.
const LONGEST_NAME: usize = 200;

/// Who puts the ground on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawnBy {
    /// On the GPU, which takes eframe's wgpu renderer.
    Walkers,
    /// Anywhere, at a higher price.
    Egui,
}

/// A tile ready to be drawn, in its own units: [`TILE_SIZE`] to a side.
pub struct Decoded {
    pub ground: Ground,
    pub labels: Vec<Label>,
    bytes: usize,
}

pub enum Ground {
    Walkers(Drawables),
    Egui(SimpleGround),
}

pub struct Decoder {
    tileset: Tileset,
    sheet: Sheet,
    drawn_by: DrawnBy,
}

impl Decoder {
    pub fn new(tileset: Tileset, look: Look, drawn_by: DrawnBy) -> Self {
        let sheet = match tileset {
            // Only our own tiles have coasts apart from their land.
            Tileset::File(ref file) if !file.has_layer("coastline") => Sheet::of_protomaps(look),
            Tileset::Embedded | Tileset::File(_) => Sheet::new(look),
        };
        Self {
            tileset,
            sheet,
            drawn_by,
        }
    }

    pub fn decode(&self, key: TileKey) -> Option<Decoded> {
        let TileId { zoom, x, y } = key.tile;
        let data = match &self.tileset {
            Tileset::Embedded => archive::tile(zoom, x, y)?,
            Tileset::File(file) => file.tile(zoom, x, y)?.into(),
        };
        let decoded = Tile::from_mvt(&data, &self.sheet.style, key.zoom, TILE_SIZE)
            .inspect_err(|error| log::error!("basemap tile {key:?}: {error}"))
            .ok()?;
        let Tile::Vector { drawables, texts } = decoded else {
            return None;
        };
        let mut drawables = Arc::try_unwrap(drawables).unwrap_or_else(|shared| shared.to_vec());
        // Past the last zoom the tile is stretched: its bands are not.
        let scale = 0.5f32.powi(i32::from(key.zoom - key.tile.zoom));
        for drawable in &mut drawables {
            if let Drawable::Lines(lines) = drawable
                && lines.first().is_some_and(|line| self.sheet.is_band(line))
            {
                *drawable = Drawable::Fill(bands(lines, scale));
            }
        }
        // The important ones are last.
        let too_many = texts.len().saturating_sub(MOST_NAMES);
        let labels: Vec<Label> = texts
            .into_iter()
            .skip(too_many)
            .filter(|text| text.text.len() <= LONGEST_NAME)
            .map(|text| Label::new(self.sheet.kind(&text), text))
            .collect();
        Some(Decoded {
            bytes: drawables.iter().map(bytes).sum::<usize>() + labels.len() * size_of::<Label>(),
            ground: match self.drawn_by {
                DrawnBy::Walkers => Ground::Walkers(Drawables::new(drawables)),
                DrawnBy::Egui => Ground::Egui(SimpleGround::new(drawables)),
            },
            labels,
        })
    }
}

impl Decoded {
    /// About what it takes in memory.
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}

fn bytes(drawable: &Drawable) -> usize {
    match drawable {
        Drawable::Fill(mesh) => {
            size_of_val(mesh.vertices.as_slice()) + size_of_val(mesh.indices.as_slice())
        }
        Drawable::Lines(lines) => lines
            .iter()
            .map(|line| size_of_val(line) + size_of_val(line.points.as_slice()))
            .sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::map::basemap::style::Names;

    fn key(zoom: u8, x: u32, y: u32) -> TileKey {
        TileKey {
            tile: TileId { x, y, zoom },
            zoom,
        }
    }

    #[track_caller]
    fn check_tiles(look: Look, last_zoom: u8) {
        let decoder = Decoder::new(Tileset::Embedded, look, DrawnBy::Walkers);
        for zoom in 0..=last_zoom {
            for (x, y) in (0..1 << zoom).flat_map(|x| (0..1 << zoom).map(move |y| (x, y))) {
                let decoded = decoder.decode(key(zoom, x, y));
                assert!(decoded.is_some(), "{zoom}/{x}/{y}, {look:?}");
            }
        }
    }

    #[test]
    fn every_tile_of_the_first_zooms_decodes() {
        let names = Names::Both;
        check_tiles(Look { dark: false, names }, 3);
    }

    #[test]
    fn tiles_decode_in_every_look() {
        for dark in [false, true] {
            for names in [Names::English, Names::Chinese, Names::Both] {
                check_tiles(Look { dark, names }, 1);
            }
        }
    }

    #[test]
    fn past_the_last_zoom_more_towns_are_named() {
        let look = Look {
            dark: false,
            names: Names::English,
        };
        let decoder = Decoder::new(Tileset::Embedded, look, DrawnBy::Walkers);
        let guizhou = key(6, 50, 27);
        let near = TileKey { zoom: 8, ..guizhou };

        let [far, near] = [guizhou, near].map(|key| decoder.decode(key).unwrap().labels.len());

        assert!(near > far, "{near} near, {far} far");
    }
}
