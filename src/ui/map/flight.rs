//! A flight from one view to another: out, across and in, at an even pace to the eye.
//!
//! After van Wijk and Nuij, "Smooth and efficient zooming and panning", IEEE `InfoVis` 2003.

use egui::Vec2;

use super::view::View;

/// How much zooming out one accepts for less panning; the paper found 1.42 to please most.
const RHO: f64 = 1.42;
const SHORTEST_SECONDS: f64 = 0.25;
const LONGEST_SECONDS: f64 = 0.7;
/// Seconds for each unit of the paper's path length.
const PACE: f64 = 0.22;

#[derive(Clone, Copy, Debug)]
pub struct Flight {
    from: View,
    to: View,
    /// Across the world's unit square, the short way round.
    across: (f64, f64),
    /// Of the map, in points.
    width: f64,
    started: f64,
    seconds: f64,
}

impl Flight {
    /// `now` in seconds.
    pub fn new(from: View, to: View, size: Vec2, now: f64) -> Self {
        let ((x0, y0), (x1, y1)) = (from.center(), to.center());
        let across = ((x1 - x0 + 0.5).rem_euclid(1.0) - 0.5, y1 - y0);
        let mut flight = Self {
            from,
            to,
            across,
            width: f64::from(size.x.max(1.0)),
            started: now,
            seconds: 0.0,
        };
        flight.seconds = (flight.path().length * PACE).clamp(SHORTEST_SECONDS, LONGEST_SECONDS);
        flight
    }

    /// The view at a time in seconds; none once it has arrived, or where the clock was put back.
    pub fn at(&self, now: f64) -> Option<View> {
        let part = (now - self.started) / self.seconds;
        (0.0..1.0).contains(&part).then(|| self.part(part))
    }

    pub fn to(&self) -> View {
        self.to
    }

    fn part(&self, part: f64) -> View {
        let eased = part * part * (3.0 - 2.0 * part);
        let path = self.path();
        let (along, width) = path.at(eased * path.length);
        let (x, y) = self.from.center();
        let center = (x + self.across.0 * along, y + self.across.1 * along);
        View::from_center(center, self.from.zoom + (path.start / width).log2())
    }

    fn path(&self) -> Path {
        // Widths of what is seen, in units of the world.
        let (w0, w1) = (
            self.width / self.from.world_width(),
            self.width / self.to.world_width(),
        );
        let distance = self.across.0.hypot(self.across.1);
        if distance < 1e-9 {
            return Path {
                start: w0,
                distance: 0.0,
                r0: 0.0,
                length: (w1 / w0).ln().abs() / RHO,
                closer: w1 < w0,
            };
        }
        let rho2 = RHO * RHO;
        let b = |w: f64, sign: f64| {
            let square = sign * rho2 * rho2 * distance * distance;
            (w1 * w1 - w0 * w0 + square) / (2.0 * w * rho2 * distance)
        };
        let r = |b: f64| -b.asinh();
        let (r0, r1) = (r(b(w0, 1.0)), r(b(w1, -1.0)));
        Path {
            start: w0,
            distance,
            r0,
            length: (r1 - r0) / RHO,
            closer: false,
        }
    }
}

/// The paper's path; lengths in its own unit.
struct Path {
    start: f64,
    distance: f64,
    r0: f64,
    length: f64,
    /// Only where the middle stays: whether it flies in.
    closer: bool,
}

impl Path {
    /// How much of the way lies behind, from 0 to 1, and the width of what is seen.
    fn at(&self, s: f64) -> (f64, f64) {
        if self.distance == 0.0 {
            let sign = if self.closer { -1.0 } else { 1.0 };
            return (0.0, self.start * (sign * RHO * s).exp());
        }
        let r = RHO * s + self.r0;
        let across = self.start / (RHO * RHO) * (self.r0.cosh() * r.tanh() - self.r0.sinh());
        (
            across / self.distance,
            self.start * self.r0.cosh() / r.cosh(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    const SIZE: Vec2 = vec2(780.0, 620.0);

    fn near(a: View, b: View) -> bool {
        (a.lat - b.lat).abs() < 1e-4
            && (a.lon - b.lon).abs() < 1e-4
            && (a.zoom - b.zoom).abs() < 1e-4
    }

    #[test]
    fn a_flight_leaves_from_one_view_and_arrives_at_the_other() {
        let (bijie, amsterdam) = (
            View {
                lat: 27.3,
                lon: 105.3,
                zoom: 6.0,
            },
            View {
                lat: 52.4,
                lon: 4.9,
                zoom: 5.0,
            },
        );
        for (from, to) in [
            (bijie, amsterdam),
            (amsterdam, bijie),
            (bijie, View { zoom: 2.0, ..bijie }),
        ] {
            let flight = Flight::new(from, to, SIZE, 10.0);
            assert!(near(flight.part(0.0), from), "{:?}", flight.part(0.0));
            assert!(near(flight.part(1.0), to), "{:?}", flight.part(1.0));
            assert!(flight.at(10.0).is_some() && flight.at(10.8).is_none());
        }
    }

    #[test]
    fn a_long_way_is_flown_from_further_out() {
        let from = View {
            lat: 27.3,
            lon: 105.3,
            zoom: 6.0,
        };
        let flight = Flight::new(
            from,
            View {
                lat: 52.4,
                lon: 4.9,
                zoom: 6.0,
            },
            SIZE,
            0.0,
        );
        assert!(flight.part(0.5).zoom < 4.0);
    }

    #[test]
    fn the_way_over_180_degrees_is_the_short_one() {
        let from = View {
            lat: 0.0,
            lon: 170.0,
            zoom: 3.0,
        };
        let flight = Flight::new(
            from,
            View {
                lat: 0.0,
                lon: -170.0,
                zoom: 3.0,
            },
            SIZE,
            0.0,
        );
        assert!(flight.part(0.5).lon.abs() > 170.0);
    }

    #[test]
    fn nothing_on_the_way_is_infinite() {
        let from = View {
            lat: 10.0,
            lon: 10.0,
            zoom: 3.0,
        };
        for to in [
            from,
            View {
                lon: 10.000_000_001,
                ..from
            },
            View {
                lat: -60.0,
                zoom: 11.0,
                ..from
            },
        ] {
            let flight = Flight::new(from, to, SIZE, 0.0);
            for i in 0..=10 {
                let view = flight.part(f64::from(i) / 10.0);
                assert!(
                    view.lat.is_finite() && view.lon.is_finite() && view.zoom.is_finite(),
                    "{view:?}"
                );
            }
        }
    }
}
