//! The tiles that cover a part of the world, one after the other.

use mvt_reader::{
    Reader,
    feature::{Feature, Value},
};

use super::{Window, archive};

/// A place on the map's plane: east and south of its corner, the whole world being 1 wide and 1 high. Beyond 1 the
/// world begins again.
pub type Point = (f64, f64);

/// The closest zoom at which a part of the world that is so wide needs no more than so many tiles from edge to edge.
pub fn tile_zoom(width: f64, tiles: f64) -> u8 {
    (0..=archive::LAST_ZOOM)
        .rev()
        .find(|&zoom| width * 2.0_f64.powi(i32::from(zoom)) <= tiles)
        .unwrap_or(0)
}

/// A tile on the plane.
pub struct TileAt<'a> {
    pub reader: &'a Reader,
    corner: Point,
    side: f64,
}

impl TileAt<'_> {
    /// On the plane, of a point in a layer that counts so many steps from edge to edge.
    pub fn point(&self, at: geo_types::Coord<f32>, extent: u32) -> Point {
        let scale = self.side / f64::from(extent);
        (
            self.corner.0 + f64::from(at.x) * scale,
            self.corner.1 + f64::from(at.y) * scale,
        )
    }
}

/// Where `read` has nothing to give, the tile is not what it should be.
pub fn each(window: &Window, zoom: u8, mut read: impl FnMut(&TileAt<'_>) -> Option<()>) {
    let side = 0.5_f64.powi(i32::from(zoom));
    let count = 1_i64 << zoom;
    let tiles = |from: f64, length: f64| {
        let [first, last] = [from, from + length].map(|edge| (edge / side).floor() as i64);
        first..=last
    };
    for row in tiles(window.north, window.height) {
        // Above and below the world there is nothing.
        let Some(y) = u32::try_from(row).ok().filter(|_| row < count) else {
            continue;
        };
        for column in tiles(window.west, window.width) {
            let x = u32::try_from(column.rem_euclid(count)).unwrap_or_default();
            let corner = (column as f64 * side, row as f64 * side);
            let done = archive::tile(zoom, x, y)
                .and_then(|data| Reader::new(data.to_vec()).ok())
                .and_then(|reader| {
                    read(&TileAt {
                        reader: &reader,
                        corner,
                        side,
                    })
                });
            if done.is_none() {
                log::error!("nothing in basemap tile {zoom}/{x}/{y}");
            }
        }
    }
}

pub fn is(feature: &Feature, key: &str, value: &str) -> bool {
    text(feature, key) == Some(value)
}

pub fn text<'a>(feature: &'a Feature, key: &str) -> Option<&'a str> {
    match feature.properties.as_ref()?.get(key)? {
        Value::String(text) => Some(text),
        Value::Float(_)
        | Value::Double(_)
        | Value::Int(_)
        | Value::UInt(_)
        | Value::SInt(_)
        | Value::Bool(_)
        | Value::Null => None,
    }
}

/// A small whole number.
pub fn number(feature: &Feature, key: &str) -> Option<u8> {
    match *feature.properties.as_ref()?.get(key)? {
        Value::Int(number) | Value::SInt(number) => u8::try_from(number).ok(),
        Value::UInt(number) => u8::try_from(number).ok(),
        Value::Float(number) => u8::try_from(number as i64).ok(),
        Value::Double(number) => u8::try_from(number as i64).ok(),
        Value::String(_) | Value::Bool(_) | Value::Null => None,
    }
}

pub fn has(feature: &Feature, key: &str) -> bool {
    let properties = feature.properties.as_ref();
    properties.is_some_and(|all| all.contains_key(key))
}
