//! Outlines of land, lakes and countries in a part of the world.

use geo_types::{Geometry, LineString, Polygon};
use mvt_reader::{
    Reader,
    feature::{Feature, Value},
};

use super::archive;

/// A place on the map's plane: east and south of its corner, the whole world being 1 wide and 1 high. Beyond 1 the
/// world begins again.
pub type Point = (f64, f64);

/// A part of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub west: f64,
    pub north: f64,
    pub width: f64,
    pub height: f64,
}

/// What is drawn in a window; it reaches over its edges.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// Closed; holes turn the other way.
    pub land: Vec<Vec<Point>>,
    /// On land.
    pub lakes: Vec<Vec<Point>>,
    /// Lines between countries.
    pub borders: Vec<Vec<Point>>,
}

/// In the projection of the tiles, Web Mercator. `lat` and `lon` are degrees.
pub fn world_position(lat: f64, lon: f64) -> Point {
    let south = 0.5 - lat.to_radians().tan().asinh() / std::f64::consts::TAU;
    (lon / 360.0 + 0.5, south)
}

impl Outlines {
    pub fn of(window: &Window) -> Self {
        /// Tiles from edge to edge, about: four are some thousand points.
        const TILES: f64 = 3.0;

        let zoom = (0..=archive::LAST_ZOOM)
            .rev()
            .find(|&zoom| window.width * 2.0_f64.powi(i32::from(zoom)) <= TILES)
            .unwrap_or(0);
        let side = 0.5_f64.powi(i32::from(zoom));
        let count = 1_i64 << zoom;
        let tiles = |from: f64, length: f64| {
            let [first, last] = [from, from + length].map(|edge| (edge / side).floor() as i64);
            first..=last
        };
        let mut outlines = Self::default();
        for row in tiles(window.north, window.height) {
            // Above and below the world there is nothing.
            let Some(y) = u32::try_from(row).ok().filter(|_| row < count) else {
                continue;
            };
            for column in tiles(window.west, window.width) {
                let x = u32::try_from(column.rem_euclid(count)).unwrap_or_default();
                let corner = (column as f64 * side, row as f64 * side);
                let read = archive::tile(zoom, x, y)
                    .and_then(|data| Reader::new(data.to_vec()).ok())
                    .and_then(|reader| outlines.add(&reader, corner, side));
                if read.is_none() {
                    log::error!("no outlines in tile {zoom}/{x}/{y}");
                }
            }
        }
        outlines
    }

    fn add(&mut self, reader: &Reader, corner: Point, side: f64) -> Option<()> {
        for layer in reader.get_layer_metadata().ok()? {
            if !["earth", "water", "boundaries"].contains(&layer.name.as_str()) {
                continue;
            }
            let scale = side / f64::from(layer.extent);
            let point = |at: geo_types::Coord<f32>| {
                (
                    corner.0 + f64::from(at.x) * scale,
                    corner.1 + f64::from(at.y) * scale,
                )
            };
            for feature in reader.get_features(layer.layer_index).ok()? {
                match layer.name.as_str() {
                    "earth" => self.land.extend(rings(&feature, point)),
                    "water" if is(&feature, "kind", "lake") => {
                        self.lakes.extend(rings(&feature, point));
                    }
                    "boundaries" if is(&feature, "kind", "country") => {
                        self.borders.extend(lines(&feature, point));
                    }
                    _ => {}
                }
            }
        }
        Some(())
    }
}

fn is(feature: &Feature, key: &str, value: &str) -> bool {
    let property = feature.properties.as_ref().and_then(|all| all.get(key));
    matches!(property, Some(Value::String(found)) if found == value)
}

fn rings(feature: &Feature, point: impl Fn(geo_types::Coord<f32>) -> Point) -> Vec<Vec<Point>> {
    let of = |polygon: &Polygon<f32>| {
        let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
        rings.map(|ring| moved(ring, &point)).collect::<Vec<_>>()
    };
    match &feature.geometry {
        Geometry::Polygon(polygon) => of(polygon),
        Geometry::MultiPolygon(polygons) => polygons.iter().flat_map(of).collect(),
        _ => Vec::new(),
    }
}

fn lines(feature: &Feature, point: impl Fn(geo_types::Coord<f32>) -> Point) -> Vec<Vec<Point>> {
    match &feature.geometry {
        Geometry::LineString(line) => vec![moved(line, &point)],
        Geometry::MultiLineString(lines) => lines.iter().map(|line| moved(line, &point)).collect(),
        _ => Vec::new(),
    }
}

fn moved(line: &LineString<f32>, point: impl Fn(geo_types::Coord<f32>) -> Point) -> Vec<Point> {
    line.0.iter().map(|&at| point(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORLD: Window = Window {
        west: 0.0,
        north: 0.0,
        width: 1.0,
        height: 1.0,
    };

    /// By the rule that counts how often outlines go around it.
    fn is_inside((x, y): Point, rings: &[Vec<Point>]) -> bool {
        let mut turns = 0;
        for ring in rings {
            for (&(x1, y1), &(x2, y2)) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let is_right = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1) > 0.0;
                turns += match (y1 <= y, y2 <= y) {
                    (true, false) if is_right => 1,
                    (false, true) if !is_right => -1,
                    _ => 0,
                };
            }
        }
        turns != 0
    }

    #[test]
    fn a_town_is_on_land_and_a_ship_is_not() {
        let close = Window {
            west: 0.75,
            north: 0.38,
            width: 0.1,
            height: 0.08,
        };
        for outlines in [Outlines::of(&WORLD), Outlines::of(&close)] {
            assert!(
                is_inside(world_position(27.3, 105.3), &outlines.land),
                "Bijie"
            );
            let ship = world_position(20.0, 115.0);
            assert!(!is_inside(ship, &outlines.land), "South China Sea");
        }
        let outlines = Outlines::of(&WORLD);
        assert!(!outlines.lakes.is_empty(), "lakes");
        assert!(!outlines.borders.is_empty(), "borders");
    }

    #[test]
    fn the_world_goes_on_beyond_its_edge() {
        let pacific = Window { west: 0.9, ..WORLD };

        let outlines = Outlines::of(&pacific);

        let (x, y) = world_position(39.9, -105.0);
        assert!(
            is_inside((x + 1.0, y), &outlines.land),
            "Denver, further on"
        );
    }
}
