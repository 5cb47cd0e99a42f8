//! Where markers and their names stand on the page's map, so that none lies on another.

use crate::basemap::Point;

/// A marker to be placed; lengths and positions are units of the picture.
pub struct Marker {
    pub at: Point,
    pub name_width: f64,
}

/// Where it went.
pub struct Placed {
    pub disc: Point,
    /// The left end of the line its name stands on; none where there was no room.
    pub name: Option<Point>,
}

/// Of a numbered disc.
pub const RADIUS: f64 = 11.0;
/// Of the names.
pub const LINE: f64 = 17.0;

/// In order: those that come first have the best of it.
pub fn place(markers: &[Marker], (width, height): Point) -> Vec<Placed> {
    let mut taken: Vec<Area> = Vec::new();
    let discs: Vec<Point> = markers
        .iter()
        .map(|marker| {
            let disc = free_disc(marker.at, &taken, (width, height));
            taken.push(Area::around(disc, RADIUS + 1.0, RADIUS + 1.0));
            disc
        })
        .collect();
    let placed = markers.iter().zip(discs).map(|(marker, disc)| {
        let half = marker.name_width / 2.0;
        let far = RADIUS + 5.0 + half;
        let centers = [
            (disc.0 + far, disc.1),
            (disc.0 - far, disc.1),
            (disc.0, disc.1 - RADIUS - LINE / 2.0 - 1.0),
            (disc.0, disc.1 + RADIUS + LINE / 2.0 + 1.0),
        ];
        let areas = centers.map(|center| Area::around(center, half, LINE / 2.0));
        let free = areas.into_iter().find(|area| {
            area.is_within(width, height) && !taken.iter().any(|other| other.touches(area))
        });
        let name = free.map(|area| {
            let start = (area.left, area.bottom - LINE * 0.28);
            taken.push(area);
            start
        });
        Placed { disc, name }
    });
    placed.collect()
}

/// The nearest free spot around a place, in rings.
fn free_disc(at: Point, taken: &[Area], (width, height): Point) -> Point {
    const RINGS: u32 = 8;
    const SPOTS: u32 = 16;

    let around = (1..=RINGS).flat_map(|ring| {
        (0..SPOTS).map(move |spot| {
            let turn = std::f64::consts::TAU * f64::from(spot) / f64::from(SPOTS);
            let far = f64::from(ring) * RADIUS;
            (at.0 + far * turn.cos(), at.1 + far * turn.sin())
        })
    });
    std::iter::once(at)
        .chain(around)
        .find(|&spot| {
            let disc = Area::around(spot, RADIUS, RADIUS);
            disc.is_within(width, height) && !taken.iter().any(|area| area.touches(&disc))
        })
        .unwrap_or(at)
}

struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn around(center: Point, half_width: f64, half_height: f64) -> Self {
        Self {
            left: center.0 - half_width,
            top: center.1 - half_height,
            right: center.0 + half_width,
            bottom: center.1 + half_height,
        }
    }

    fn touches(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn is_within(&self, width: f64, height: f64) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= width && self.bottom <= height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_stand_beside_each_other() {
        let markers = [(100.0, 100.0), (101.0, 100.0), (100.0, 101.0)].map(|at| Marker {
            at,
            name_width: 60.0,
        });

        let placed = place(&markers, (400.0, 300.0));

        for (i, one) in placed.iter().enumerate() {
            assert!(one.name.is_some(), "a name for {i}");
            for other in placed.iter().skip(i + 1) {
                let far = (one.disc.0 - other.disc.0).hypot(one.disc.1 - other.disc.1);
                assert!(far >= 2.0 * RADIUS, "{far}");
            }
        }
        assert_eq!(placed[0].disc, (100.0, 100.0));
    }
}
