//! Outlines of land, lakes and countries in a part of the world.

use geo_types::{Coord, Geometry, LineString, Polygon};
use mvt_reader::feature::Feature;

use super::Point;
use super::tiles::{self, TileAt, has, is, number};
use crate::mercator::{x_from_lon, y_from_lat};

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
    /// Lines between countries that both sides agree on, and those in dispute.
    pub borders: Vec<Vec<Point>>,
    pub disputed: Vec<Vec<Point>>,
    /// Lines between the provinces of a country.
    pub divisions: Vec<Vec<Point>>,
    /// The larger ones.
    pub rivers: Vec<Vec<Point>>,
    /// Along the land, without the edges of tiles.
    pub coasts: Vec<Vec<Point>>,
}

/// In the projection of the tiles, Web Mercator. `lat` and `lon` are degrees.
pub fn world_position(lat: f64, lon: f64) -> Point {
    (x_from_lon(lon), y_from_lat(lat))
}

impl Outlines {
    /// As fine as the tiles of that zoom.
    pub fn of(window: &Window, zoom: u8) -> Self {
        let mut outlines = Self::default();
        tiles::each(window, zoom, |tile| outlines.add(tile));
        outlines
    }

    fn add(&mut self, tile: &TileAt<'_>) -> Option<()> {
        for layer in tile.reader.get_layer_metadata().ok()? {
            let name = layer.name.as_str();
            if !["earth", "water", "boundaries", "coastline"].contains(&name) {
                continue;
            }
            let point = |at: Coord<f32>| tile.point(at, layer.extent);
            for feature in tile.reader.get_features(layer.layer_index).ok()? {
                self.add_feature(name, &feature, point);
            }
        }
        Some(())
    }

    fn add_feature(&mut self, layer: &str, feature: &Feature, point: impl Fn(Coord<f32>) -> Point) {
        /// Natural Earth's; 0 is the Amazon.
        const LEAST_RIVER: u8 = 7;
        /// OpenStreetMap's.
        const PROVINCE: u8 = 4;

        match layer {
            "earth" => self.land.extend(rings(feature, point)),
            "water" if is(feature, "kind", "lake") => self.lakes.extend(rings(feature, point)),
            "water"
                if is(feature, "kind", "river")
                    && number(feature, "rank").is_some_and(|rank| rank <= LEAST_RIVER) =>
            {
                self.rivers.extend(lines(feature, point));
            }
            "coastline" if is(feature, "kind", "coastline") => {
                self.coasts.extend(lines(feature, point));
            }
            "boundaries" if is(feature, "kind", "country") => {
                let borders = if has(feature, "disputed") {
                    &mut self.disputed
                } else {
                    &mut self.borders
                };
                borders.extend(lines(feature, point));
            }
            "boundaries" if number(feature, "kind_detail") == Some(PROVINCE) => {
                self.divisions.extend(lines(feature, point));
            }
            _ => {}
        }
    }
}

fn rings(feature: &Feature, point: impl Fn(Coord<f32>) -> Point) -> Vec<Vec<Point>> {
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

fn lines(feature: &Feature, point: impl Fn(Coord<f32>) -> Point) -> Vec<Vec<Point>> {
    match &feature.geometry {
        Geometry::LineString(line) => vec![moved(line, &point)],
        Geometry::MultiLineString(lines) => lines.iter().map(|line| moved(line, &point)).collect(),
        _ => Vec::new(),
    }
}

fn moved(line: &LineString<f32>, point: impl Fn(Coord<f32>) -> Point) -> Vec<Point> {
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
        for outlines in [Outlines::of(&WORLD, 1), Outlines::of(&close, 5)] {
            assert!(
                is_inside(world_position(27.3, 105.3), &outlines.land),
                "Bijie"
            );
            let ship = world_position(20.0, 115.0);
            assert!(!is_inside(ship, &outlines.land), "South China Sea");
        }
        let outlines = Outlines::of(&WORLD, 1);
        assert!(!outlines.lakes.is_empty(), "lakes");
        assert!(!outlines.borders.is_empty(), "borders");
    }

    #[test]
    fn the_world_goes_on_beyond_its_edge() {
        let pacific = Window { west: 0.9, ..WORLD };

        let outlines = Outlines::of(&pacific, 1);

        let (x, y) = world_position(39.9, -105.0);
        assert!(
            is_inside((x + 1.0, y), &outlines.land),
            "Denver, further on"
        );
    }
}
