//! Where markers and their names stand on the map, so that none lies on another.

use crate::basemap::Point;

/// A marker to be placed; lengths and positions are units of the drawing.
pub struct Marker {
    pub at: Point,
    /// None is written where it is nothing.
    pub name_width: f64,
}

/// Where it went.
pub struct Placed {
    pub disc: Point,
    /// A point on the line its name stands on; none where there was no room.
    pub name: Option<(Point, Anchor)>,
}

/// Which part of a name is at its point: however wide the letters are, that part stays beside the disc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// As SVG calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Of a numbered disc.
pub const RADIUS: f64 = 11.0;
/// Of the names.
const LINE: f64 = 17.0;

/// In order: those that come first have the best of it. With what is taken afterwards.
pub fn place(markers: &[Marker], size: Point) -> (Vec<Placed>, Taken) {
    let mut taken = Taken::default();
    let discs: Vec<Point> = markers
        .iter()
        .map(|marker| {
            let disc = free_disc(marker.at, &taken, size);
            taken.take(Area::around(disc, RADIUS + 1.0, RADIUS + 1.0));
            disc
        })
        .collect();
    let placed = markers.iter().zip(discs).map(|(marker, disc)| Placed {
        disc,
        name: free_name(disc, marker.name_width, &mut taken, size),
    });
    let placed = placed.collect();
    (placed, taken)
}

fn free_name(disc: Point, width: f64, taken: &mut Taken, size: Point) -> Option<(Point, Anchor)> {
    if width <= 0.0 {
        return None;
    }
    let half = width / 2.0;
    let aside = RADIUS + 5.0 + half;
    let above = RADIUS + LINE / 2.0 + 1.0;
    let spots = [
        ((disc.0 + aside, disc.1), Anchor::Start),
        ((disc.0 - aside, disc.1), Anchor::End),
        ((disc.0, disc.1 - above), Anchor::Middle),
        ((disc.0, disc.1 + above), Anchor::Middle),
        ((disc.0 + half, disc.1 - above), Anchor::Start),
        ((disc.0 - half, disc.1 - above), Anchor::End),
        ((disc.0 + half, disc.1 + above), Anchor::Start),
        ((disc.0 - half, disc.1 + above), Anchor::End),
    ];
    spots.into_iter().find_map(|(center, anchor)| {
        let area = Area::around(center, half, LINE / 2.0);
        if !area.is_within(size) || !taken.is_free(&area) {
            return None;
        }
        let x = match anchor {
            Anchor::Start => area.left,
            Anchor::Middle => center.0,
            Anchor::End => area.right,
        };
        let y = area.bottom - LINE * 0.28;
        taken.take(area);
        Some(((x, y), anchor))
    })
}

/// The nearest free spot around a place, in rings.
fn free_disc(at: Point, taken: &Taken, size: Point) -> Point {
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
            disc.is_within(size) && taken.is_free(&disc)
        })
        .unwrap_or(at)
}

/// What something is written or drawn on already.
#[derive(Default)]
pub struct Taken(Vec<Area>);

impl Taken {
    pub fn is_free(&self, area: &Area) -> bool {
        !self.0.iter().any(|other| other.touches(area))
    }

    pub fn take(&mut self, area: Area) {
        self.0.push(area);
    }
}

/// A rectangle.
pub struct Area {
    pub left: f64,
    top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    pub fn around(center: Point, half_width: f64, half_height: f64) -> Self {
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

    /// Inside a drawing of that size.
    pub fn is_within(&self, (width, height): Point) -> bool {
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

        let (placed, _) = place(&markers, (400.0, 300.0));

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
