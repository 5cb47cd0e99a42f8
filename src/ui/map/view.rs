//! What the map shows: where its middle is and how close, and how to show some places whole.

use egui::{Vec2, epaint::MarginF32};

use crate::mercator::{lat_from_y, lon_from_x, x_from_lon, y_from_lat};

/// Side of the whole world at zoom 0, in points.
const WORLD: f64 = 256.0;
/// How close the world inside the program bears to be looked at.
pub const CLOSEST: f64 = 9.0;

/// Middle of the map in degrees, and zoom: one more is twice as close.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pub lat: f64,
    pub lon: f64,
    pub zoom: f64,
}

/// Degrees north and east.
pub type Point = (f64, f64);

impl View {
    /// All points inside the map less its margins, as close as that allows, but no closer than `closest`.
    /// `None` without points.
    pub fn of_all(points: &[Point], size: Vec2, margin: MarginF32, closest: f64) -> Option<Self> {
        let (west, east) = span(points.iter().map(|(_, lon)| x_from_lon(*lon)).collect())?;
        let (mut north, mut south) = (f64::INFINITY, f64::NEG_INFINITY);
        for y in points.iter().map(|(lat, _)| y_from_lat(*lat)) {
            (north, south) = (north.min(y), south.max(y));
        }
        let room = (size - margin.sum()).max(Vec2::splat(40.0));
        let fits = |room: f32, length: f64| (f64::from(room) / (WORLD * length.max(1e-9))).log2();
        let zoom = fits(room.x, east - west)
            .min(fits(room.y, south - north))
            .min(closest);
        // Unequal margins move the middle.
        let world = WORLD * zoom.exp2();
        let aside = f64::from(margin.right - margin.left) / 2.0 / world;
        let down = f64::from(margin.bottom - margin.top) / 2.0 / world;
        let x = f64::midpoint(west, east) + aside;
        let y = f64::midpoint(north, south) + down;
        Some(
            Self {
                lat: lat_from_y(y),
                lon: lon_from_x(x),
                zoom,
            }
            .within_world(size, closest),
        )
    }

    /// The nearest view that shows nothing beyond the world's north and south, and is no closer than `closest`; longitude
    /// wraps.
    #[must_use]
    pub fn within_world(self, size: Vec2, closest: f64) -> Self {
        let finite = |value: f64, otherwise: f64| if value.is_finite() { value } else { otherwise };
        // Wide enough, too, that no place shows twice.
        let furthest = (f64::from(size.max_elem().max(1.0)) / WORLD)
            .log2()
            .max(0.0);
        let zoom = finite(self.zoom, furthest).clamp(furthest, closest.max(furthest));
        let half = f64::from(size.y) / 2.0 / (WORLD * zoom.exp2());
        let y = y_from_lat(finite(self.lat, 0.0)).clamp(half.min(0.5), (1.0 - half).max(0.5));
        let lon = lon_from_x(x_from_lon(finite(self.lon, 0.0)).rem_euclid(1.0));
        Self {
            lat: lat_from_y(y),
            lon,
            zoom,
        }
    }

    /// Whether the point stands on the map, clear of its edges.
    pub fn shows(self, (lat, lon): Point, size: Vec2) -> bool {
        const EDGE: f64 = 24.0;
        let (x, y) = self.center();
        let world = self.world_width();
        let across = ((x_from_lon(lon) - x + 0.5).rem_euclid(1.0) - 0.5) * world;
        let down = (y_from_lat(lat) - y) * world;
        across.abs() < f64::from(size.x) / 2.0 - EDGE && down.abs() < f64::from(size.y) / 2.0 - EDGE
    }

    /// Zoomed about the point about which zooming from here to `after` went, but to another zoom.
    #[must_use]
    pub fn zoomed_like(self, after: Self, zoom: f64) -> Self {
        let shrunk = (self.zoom - after.zoom).exp2();
        if (1.0 - shrunk).abs() < 1e-9 {
            return Self { zoom, ..self };
        }
        let ((x0, y0), (x1, y1)) = (self.center(), after.center());
        let x1 = x0 + (x1 - x0 + 0.5).rem_euclid(1.0) - 0.5;
        let about = |from: f64, to: f64| (to - shrunk * from) / (1.0 - shrunk);
        let rest = (self.zoom - zoom).exp2();
        let at = |from: f64, to: f64| about(from, to) + (from - about(from, to)) * rest;
        Self::from_center((at(x0, x1), at(y0, y1)), zoom)
    }

    /// Moved by points on the screen.
    #[must_use]
    pub fn moved(self, by: Vec2) -> Self {
        let world = WORLD * self.zoom.exp2();
        let x = x_from_lon(self.lon) + f64::from(by.x) / world;
        let y = y_from_lat(self.lat) + f64::from(by.y) / world;
        Self {
            lat: lat_from_y(y),
            lon: lon_from_x(x),
            ..self
        }
    }

    /// On the unit square of the world: x to the east, y to the south.
    pub fn center(self) -> (f64, f64) {
        (x_from_lon(self.lon), y_from_lat(self.lat))
    }

    pub fn from_center((x, y): (f64, f64), zoom: f64) -> Self {
        Self {
            lat: lat_from_y(y),
            lon: lon_from_x(x),
            zoom,
        }
    }

    /// Points on the screen from one world to the next.
    pub fn world_width(self) -> f64 {
        WORLD * self.zoom.exp2()
    }
}

/// The zoom at which two points stand so many points apart on the screen.
pub fn zoom_apart(a: Point, b: Point, points: f64) -> f64 {
    let across = (x_from_lon(a.1) - x_from_lon(b.1)).abs();
    let across = across.min(1.0 - across);
    let distance = across.hypot(y_from_lat(a.0) - y_from_lat(b.0));
    (points / (WORLD * distance.max(1e-12))).log2()
}

/// The shortest stretch of the round world that holds all, which may cross 180°.
fn span(mut xs: Vec<f64>) -> Option<(f64, f64)> {
    xs.sort_by(f64::total_cmp);
    let (first, last) = (*xs.first()?, *xs.last()?);
    // What the widest gap between neighbours leaves.
    let mut widest = (1.0 - (last - first), first, last);
    for (&west, &east) in xs.iter().zip(xs.iter().skip(1)) {
        if east - west > widest.0 {
            widest = (east - west, east, west + 1.0);
        }
    }
    Some((widest.1, widest.2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    const SIZE: Vec2 = vec2(800.0, 600.0);

    /// Where a point stands on the screen, from the map's middle.
    fn on_screen(view: View, (lat, lon): Point) -> Vec2 {
        let (x, y) = view.center();
        let across = (x_from_lon(lon) - x + 0.5).rem_euclid(1.0) - 0.5;
        let down = y_from_lat(lat) - y;
        vec2(
            (across * view.world_width()) as f32,
            (down * view.world_width()) as f32,
        )
    }

    #[test]
    fn every_point_stands_inside_the_margins() {
        let margin = MarginF32 {
            left: 40.0,
            right: 160.0,
            top: 50.0,
            bottom: 70.0,
        };
        for points in [
            vec![(39.9, 116.4), (52.37, 4.9), (27.3, 105.3)],
            vec![(-17.8, 178.0), (21.3, -157.8), (-36.8, 174.8)],
            vec![(60.0, -150.0), (-33.9, 151.2), (0.0, 20.0)],
        ] {
            let view = View::of_all(&points, SIZE, margin, 6.0).unwrap();
            for point in points {
                let at = on_screen(view, point) + SIZE / 2.0;
                assert!(
                    at.x >= 39.0 && at.x <= 641.0 && at.y >= 49.0 && at.y <= 531.0,
                    "{point:?} at {at}"
                );
            }
        }
    }

    #[test]
    fn places_on_both_sides_of_180_degrees_are_shown_close_together() {
        let view =
            View::of_all(&[(0.0, 179.0), (0.0, -179.0)], SIZE, MarginF32::ZERO, 9.0).unwrap();
        assert!(view.zoom > 7.0 && view.lon.abs() > 179.9, "{view:?}");
    }

    #[test]
    fn one_place_is_shown_as_close_as_asked() {
        let view = View::of_all(&[(52.37, 4.9)], SIZE, MarginF32::ZERO, 6.0).unwrap();
        assert_eq!(view.zoom, 6.0);
        assert!((view.lat - 52.37).abs() < 1e-6 && (view.lon - 4.9).abs() < 1e-6);
    }

    #[test]
    fn no_view_shows_what_lies_beyond_the_world() {
        for (lat, zoom) in [
            (89.0, 2.0),
            (-84.0, 1.5),
            (0.0, 0.0),
            (80.0, 0.3),
            (f64::NAN, f64::INFINITY),
        ] {
            let view = View {
                lat,
                lon: 500.0,
                zoom,
            }
            .within_world(SIZE, CLOSEST);
            let half = 300.0 / view.world_width();
            let (_, y) = view.center();
            assert!(y - half >= -1e-9 && y + half <= 1.0 + 1e-9, "{view:?}");
            assert!((-180.0..=180.0).contains(&view.lon));
        }
    }

    #[test]
    fn a_zoom_cut_short_keeps_the_point_it_was_about() {
        let before = View {
            lat: 30.0,
            lon: 100.0,
            zoom: 8.0,
        };
        let pointer = (31.0, 101.0);
        let at = on_screen(before, pointer);
        // The wheel keeps what is under the pointer where it is.
        let after = View {
            lat: pointer.0,
            lon: pointer.1,
            zoom: 9.5,
        }
        .moved(-at);

        let cut = before.zoomed_like(after, 9.0);

        assert_eq!(cut.zoom, 9.0);
        assert!((on_screen(cut, pointer) - at).length() < 0.01);
    }

    #[test]
    fn the_zoom_for_a_distance_gives_that_distance() {
        let (a, b) = ((27.302, 105.286), (26.647, 106.63));
        let zoom = zoom_apart(a, b, 44.0);
        let view = View {
            lat: a.0,
            lon: a.1,
            zoom,
        };
        assert!((on_screen(view, b).length() - 44.0).abs() < 0.01);
    }
}
