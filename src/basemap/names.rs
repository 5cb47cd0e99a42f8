//! What things on the map are called, for who writes it down.

use geo_types::Geometry;
use mvt_reader::feature::Feature;

use super::tiles::{self, TileAt, number, text};
use super::{Point, Window};

/// Something on the ground that has a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    pub kind: NamedKind,
    pub at: Point,
    pub english: String,
    pub chinese: Option<String>,
    /// Among others of its kind, the lowest first.
    rank: u8,
}

/// From what is named first to what is named where there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedKind {
    Country,
    Sea,
    Capital,
    City,
    Region,
    Town,
}

impl Named {
    /// `zh` and its kinds, or else English.
    pub fn in_language(&self, language: &str) -> &str {
        let chinese = self
            .chinese
            .as_deref()
            .filter(|_| language.starts_with("zh"));
        chinese.unwrap_or(&self.english)
    }
}

/// What a map of that zoom names, the most important first.
pub fn names(window: &Window, zoom: u8) -> Vec<Named> {
    let mut names = Vec::new();
    tiles::each(window, zoom, |tile| add(tile, zoom, &mut names));
    names.sort_by(|a, b| {
        let order = |named: &Named| (named.kind, named.rank);
        order(a)
            .cmp(&order(b))
            .then_with(|| a.english.cmp(&b.english))
    });
    // A name at the edge of a tile is in both.
    names.dedup_by(|a, b| a.kind == b.kind && a.english == b.english && near(a.at, b.at));
    names
}

fn near(a: Point, b: Point) -> bool {
    (a.0 - b.0).hypot(a.1 - b.1) < 1e-6
}

fn add(tile: &TileAt<'_>, zoom: u8, names: &mut Vec<Named>) -> Option<()> {
    for layer in tile.reader.get_layer_metadata().ok()? {
        if !["places", "water"].contains(&layer.name.as_str()) {
            continue;
        }
        for feature in tile.reader.get_features(layer.layer_index).ok()? {
            let point = match &feature.geometry {
                Geometry::Point(point) => Some(*point),
                Geometry::MultiPoint(points) => points.0.first().copied(),
                _ => None,
            };
            let Some(point) = point else {
                continue;
            };
            let is_shown = number(&feature, "min_zoom").is_none_or(|from| from <= zoom);
            let named = named(&feature, tile.point(point.0, layer.extent));
            names.extend(named.filter(|_| is_shown));
        }
    }
    Some(())
}

fn named(feature: &Feature, at: Point) -> Option<Named> {
    /// Natural Earth's ranks of population: a million people.
    const CITY: u8 = 12;
    /// OpenStreetMap's level of a country.
    const OF_A_COUNTRY: u8 = 2;

    let people = number(feature, "population_rank").unwrap_or(0);
    let kind = match text(feature, "kind")? {
        "country" => NamedKind::Country,
        "region" => NamedKind::Region,
        "locality" if number(feature, "capital") == Some(OF_A_COUNTRY) => NamedKind::Capital,
        "locality" if people >= CITY => NamedKind::City,
        "locality" => NamedKind::Town,
        "ocean" | "sea" | "bay" | "strait" => NamedKind::Sea,
        _ => return None,
    };
    let rank = match kind {
        NamedKind::Capital | NamedKind::City | NamedKind::Town => u8::MAX - people,
        NamedKind::Country | NamedKind::Sea | NamedKind::Region => {
            number(feature, "rank").unwrap_or(u8::MAX)
        }
    };
    Some(Named {
        kind,
        at,
        english: text(feature, "name:en")
            .or_else(|| text(feature, "name"))?
            .to_owned(),
        chinese: text(feature, "name:zh").map(str::to_owned),
        rank,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basemap::world_position;

    #[test]
    fn a_map_of_china_names_the_country_its_cities_and_its_seas_in_both_languages() {
        let window = Window {
            west: 0.76,
            north: 0.35,
            width: 0.1,
            height: 0.1,
        };

        let names = names(&window, 5);

        let found = |english: &str| names.iter().find(|named| named.english == english);
        for (english, chinese, kind) in [
            ("China", "中国", NamedKind::Country),
            ("Chongqing", "重庆", NamedKind::City),
            ("Yellow Sea", "黄海", NamedKind::Sea),
        ] {
            let named = found(english);
            assert_eq!(named.map(|named| named.kind), Some(kind), "{english}");
            assert_eq!(
                named.map(|named| named.in_language("zh")),
                Some(chinese),
                "{english}"
            );
        }
        let chongqing = found("Chongqing").unwrap();
        let (x, y) = world_position(29.56, 106.55);
        assert!((chongqing.at.0 - x).hypot(chongqing.at.1 - y) < 0.002);
        assert_eq!(
            names
                .iter()
                .filter(|named| named.english == "Chongqing")
                .count(),
            1
        );
    }
}
