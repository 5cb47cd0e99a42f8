//! Outlines of countries and their divisions, by ISO 3166 code; decoded when one is asked for, and never before.

mod file;

/// Degrees north and east.
pub type Point = (f64, f64);

/// The shape of an area on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The largest first. A ring goes back to its first point, which is not repeated; lakes are rings too.
    /// What crosses 180° is cut there.
    pub rings: Vec<Vec<Point>>,
    /// Around what a map should show of it: islands far from the rest stay outside.
    pub main: Bounds,
}

/// In degrees. An area across 180° has an `east` above 180 or a `west` below -180.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub south: f64,
    pub west: f64,
    pub north: f64,
    pub east: f64,
}

/// The outline of a country or of a division, as in `NL` or `CN-GZ`.
pub fn outline(code: &str) -> Option<Outline> {
    let rings = file::rings(code)?;
    let main = main_part(&rings)?;
    Some(Outline { rings, main })
}

/// Around the largest part, those almost as large, and what lies near to them.
fn main_part(rings: &[Vec<Point>]) -> Option<Bounds> {
    /// Of the area of the largest part.
    const ALMOST: f64 = 0.25;
    /// Of the size of the largest part.
    const NEAR: f64 = 0.5;

    let (largest, others) = rings.split_first()?;
    let least = ALMOST * area(largest);
    let mut main = Bounds::around(largest)?;
    let reach = Bounds {
        south: main.south - NEAR * main.height(),
        west: main.west - NEAR * main.width(),
        north: main.north + NEAR * main.height(),
        east: main.east + NEAR * main.width(),
    };
    for ring in others {
        let part = Bounds::around(ring)?.beside(main);
        if reach.contains(part) || area(ring) >= least {
            main = main.union(part);
        }
    }
    Some(main)
}

/// In square degrees, however the ring turns.
fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let twice: f64 = ring
        .iter()
        .zip(next)
        .map(|(&(lat, lon), &(next_lat, next_lon))| lon * next_lat - next_lon * lat)
        .sum();
    twice.abs() / 2.0
}

impl Bounds {
    fn around(points: &[Point]) -> Option<Self> {
        let &(lat, lon) = points.first()?;
        let first = Self {
            south: lat,
            west: lon,
            north: lat,
            east: lon,
        };
        Some(points.iter().fold(first, |bounds, &(lat, lon)| Self {
            south: bounds.south.min(lat),
            west: bounds.west.min(lon),
            north: bounds.north.max(lat),
            east: bounds.east.max(lon),
        }))
    }

    pub fn width(self) -> f64 {
        self.east - self.west
    }

    pub fn height(self) -> f64 {
        self.north - self.south
    }

    /// Its middle, in degrees north and east; the east may be beyond 180.
    pub fn middle(self) -> Point {
        (
            f64::midpoint(self.south, self.north),
            f64::midpoint(self.west, self.east),
        )
    }

    /// Of the copies around the world, the one nearest to `other`.
    fn beside(self, other: Self) -> Self {
        let turns = ((other.middle().1 - self.middle().1) / 360.0).round() * 360.0;
        Self {
            west: self.west + turns,
            east: self.east + turns,
            ..self
        }
    }

    fn contains(self, other: Self) -> bool {
        self.south <= other.south
            && self.west <= other.west
            && self.north >= other.north
            && self.east >= other.east
    }

    fn union(self, other: Self) -> Self {
        Self {
            south: self.south.min(other.south),
            west: self.west.min(other.west),
            north: self.north.max(other.north),
            east: self.east.max(other.east),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a ray from the point to the east leaves the rings once more than it enters them.
    fn has_inside(outline: &Outline, (lat, lon): Point) -> bool {
        let crossings = outline.rings.iter().flat_map(|ring| {
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).filter(move |&(&a, &b)| {
                (a.0 > lat) != (b.0 > lat) && lon < a.1 + (lat - a.0) / (b.0 - a.0) * (b.1 - a.1)
            })
        });
        crossings.count() % 2 == 1
    }

    #[test]
    fn every_outline_is_of_closed_rings_within_the_world() {
        let mut count = 0;
        for code in file::codes() {
            let outline = outline(code).unwrap();
            let points: usize = outline.rings.iter().map(Vec::len).sum();
            assert!((3..=4000).contains(&points), "{code} has {points} points");
            for ring in &outline.rings {
                assert!(ring.len() >= 3 && area(ring) > 0.0, "{code}");
                assert_ne!(ring.first(), ring.last(), "{code} closes by itself");
                let in_world = |(lat, lon): &Point| lat.abs() <= 90.0 && lon.abs() <= 180.0;
                assert!(ring.iter().all(in_world), "{code}");
            }
            count += 1;
        }
        assert!(count > 4000, "{count} outlines");
    }

    #[test]
    fn provinces_lie_in_their_country_and_hold_their_cities() {
        let (china, guizhou) = (outline("CN").unwrap(), outline("CN-GZ").unwrap());
        for (place, in_guizhou) in [
            ((26.5, 107.7), true),
            ((27.302, 105.286), true),
            ((30.294, 120.161), false),
        ] {
            assert!(has_inside(&china, place), "{place:?}");
            assert_eq!(has_inside(&guizhou, place), in_guizhou, "{place:?}");
        }
        assert!(!has_inside(&china, (52.37, 4.89)));
    }

    #[test]
    fn islands_far_away_are_outlined_but_not_framed() {
        let netherlands = outline("NL").unwrap();
        let bonaire = (12.2, -68.3);
        assert!(has_inside(&netherlands, bonaire));
        let Bounds {
            south,
            west,
            north,
            east,
        } = netherlands.main;
        assert!(south > 50.0 && north < 54.0 && west > 3.0 && east < 8.0);
    }

    #[test]
    fn what_is_cut_at_180_degrees_is_framed_in_one_piece() {
        let russia = outline("RU").unwrap().main;
        assert!(russia.west > 15.0 && russia.east > 185.0 && russia.width() < 180.0);
    }

    #[test]
    fn what_is_no_code_of_the_file_has_no_outline() {
        for code in ["", "XX", "CN-", "CN-QQ", "cn", "a code too long", "贵州"] {
            assert_eq!(outline(code), None, "{code}");
        }
    }
}
