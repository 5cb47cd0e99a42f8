//! What a name means: a place of the gazetteer, or a point that the reader gave.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::article::fold::fold;
use crate::article::gazetteer::{Gazetteer, PlaceId, Point};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    Known(PlaceId),
    /// Ten thousandths of degrees north and east: about ten metres.
    Own {
        north: i32,
        east: i32,
    },
}

const STEPS: f64 = 1e4;
/// The most northern point that the map shows, in degrees.
const LAST_LATITUDE: f64 = 85.0511;

impl Meaning {
    /// Of degrees that are on the map.
    pub fn own(latitude: f64, longitude: f64) -> Option<Self> {
        let is_on_map = latitude.abs() <= LAST_LATITUDE && longitude.abs() <= 180.0;
        is_on_map.then(|| Self::Own {
            north: (latitude * STEPS).round() as i32,
            east: (longitude * STEPS).round() as i32,
        })
    }

    pub fn known(self) -> Option<PlaceId> {
        match self {
            Self::Known(place) => Some(place),
            Self::Own { .. } => None,
        }
    }

    /// Rounded as stories are.
    pub fn point(self, gazetteer: Option<&Gazetteer>) -> Option<Point> {
        let round = |value: f64| (value * STEPS).round() / STEPS;
        match self {
            Self::Known(place) => gazetteer.map(|gazetteer| {
                let point = gazetteer.point(place);
                Point {
                    latitude: round(point.latitude),
                    longitude: round(point.longitude),
                }
            }),
            Self::Own { north, east } => Some(Point {
                latitude: f64::from(north) / STEPS,
                longitude: f64::from(east) / STEPS,
            }),
        }
    }
}

/// As it is kept: a place's number changes with the gazetteer, its name and where it lies hardly do.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    kind: String,
    lat: f64,
    lon: f64,
}

impl Serialize for Meaning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let gazetteer = Gazetteer::open();
        let point = self.point(gazetteer);
        let known = self.known().zip(gazetteer);
        let (name, kind) = known.map_or(("", ""), |(place, gazetteer)| {
            (gazetteer.name(place), gazetteer.kind(place).word())
        });
        Kept {
            name: name.to_owned(),
            kind: kind.to_owned(),
            lat: point.map_or(0.0, |point| point.latitude),
            lon: point.map_or(0.0, |point| point.longitude),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Meaning {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Kept::deserialize(deserializer)?;
        let meaning = if kept.name.is_empty() {
            Self::own(kept.lat, kept.lon)
        } else {
            found(&kept).map(Self::Known)
        };
        meaning.ok_or_else(|| D::Error::custom("no such place"))
    }
}

/// Of the places that are called so, the one that lies there.
fn found(kept: &Kept) -> Option<PlaceId> {
    /// In kilometres.
    const NEAR: f64 = 25.0;

    let gazetteer = Gazetteer::open()?;
    let there = Point {
        latitude: kept.lat,
        longitude: kept.lon,
    };
    let called = gazetteer.places(&fold(&kept.name))?.iter();
    let called = called.map(|reference| {
        let place = reference.place;
        // A city and its district may have one name and one middle.
        let is_other =
            gazetteer.name(place) != kept.name || gazetteer.kind(place).word() != kept.kind;
        (is_other, gazetteer.point(place).distance(there), place)
    });
    let near = called.filter(|(_, distance, _)| *distance < NEAR);
    near.min_by(|a, b| (a.0.cmp(&b.0)).then(a.1.total_cmp(&b.1)))
        .map(|(.., place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct File {
        meaning: Meaning,
    }

    fn kept(meaning: Meaning) -> Option<Meaning> {
        let text = toml::to_string(&File { meaning }).unwrap();
        Some(toml::from_str::<File>(&text).ok()?.meaning)
    }

    #[test]
    fn nearly_every_place_is_found_again_by_what_it_is_called_and_where_it_lies() {
        let gazetteer = Gazetteer::open().unwrap();
        let (mut all, mut found) = (0, 0);
        let named = gazetteer
            .all()
            .filter(|&place| !gazetteer.name(place).is_empty());
        for place in named.step_by(53) {
            let meaning = Meaning::Known(place);
            all += 1;
            found += usize::from(kept(meaning) == Some(meaning));
        }
        assert!(found * 100 >= all * 99, "{found} of {all}");
    }

    #[test]
    fn a_point_is_kept_and_one_off_the_map_is_none() {
        let own = Meaning::own(-41.28664, 174.77557).unwrap();
        assert_eq!(kept(own), Some(own));
        assert_eq!(Meaning::own(89.0, 0.0), None);
        assert_eq!(Meaning::own(f64::NAN, 0.0), None);
        assert!(
            toml::from_str::<File>("meaning = { name = \"Nowhereville\", lat = 1.0, lon = 2.0 }")
                .is_err()
        );
    }
}
