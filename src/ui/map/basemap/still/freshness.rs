//! When the picture of the map is drawn anew: as seldom as the eye allows.

use crate::ui::software::REST;

/// Seconds from one picture to the next while the map zooms, and while tiles arrive.
const IN_MOTION: f64 = 0.4;
const ARRIVING: f64 = 0.1;

/// How the picture lies under the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// There is none, or one of another size, or of so much further out that it cannot be shown.
    Gone,
    /// It does not reach to every edge.
    TooShort,
    /// Closer or further than it was drawn for.
    Scaled,
    Moved,
    /// Exactly as it was drawn.
    On,
}

/// Why the picture is not what would be drawn now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    Nothing,
    /// Room for what of the story has come to lie elsewhere on the view.
    Room,
    /// Tiles that are on their way.
    Waiting,
    /// Tiles that have come.
    Arrived,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Due {
    Now,
    /// Not before so many seconds.
    In(f64),
    Never,
}

/// How a frame finds the picture.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub lie: Lie,
    pub lack: Lack,
    /// Whether the map has moved since the last frame.
    pub has_moved: bool,
}

pub struct Freshness {
    /// When the map began to move, when it moved last, and when the picture was drawn, in seconds.
    set_off: f64,
    moved: f64,
    drawn: f64,
    exact: bool,
}

impl Default for Freshness {
    fn default() -> Self {
        Self {
            set_off: f64::NEG_INFINITY,
            moved: f64::NEG_INFINITY,
            drawn: f64::NEG_INFINITY,
            exact: false,
        }
    }
}

impl Freshness {
    /// Once a frame; `now` in seconds.
    pub fn due(&mut self, found: Found, now: f64) -> Due {
        let Found {
            lie,
            lack,
            has_moved,
        } = found;
        if has_moved {
            if now - self.moved > REST {
                self.set_off = now;
            }
            self.moved = now;
        }
        self.exact = lie == Lie::On && lack == Lack::Nothing;
        if self.exact {
            return Due::Never;
        }
        let until_rest = self.moved + REST - now;
        let wait = match lie {
            Lie::Gone | Lie::TooShort => 0.0,
            Lie::On if lack == Lack::Waiting => return Due::Never,
            Lie::On => self.drawn + ARRIVING - now,
            // It is drawn anyway as soon as the map rests.
            Lie::Moved if lack != Lack::Arrived => until_rest,
            // The picture that the map sets off with does for as long as any other.
            Lie::Moved | Lie::Scaled => {
                until_rest.min(self.drawn.max(self.set_off) + IN_MOTION - now)
            }
        };
        if wait > 0.0 {
            return Due::In(wait);
        }
        self.drawn = now;
        Due::Now
    }

    pub fn is_exact(&self) -> bool {
        self.exact
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUND: Found = Found {
        lie: Lie::On,
        lack: Lack::Nothing,
        has_moved: false,
    };

    /// With a picture drawn at 0 seconds.
    fn drawn() -> Freshness {
        let mut freshness = Freshness::default();
        let gone = Found {
            lie: Lie::Gone,
            ..FOUND
        };
        assert_eq!(freshness.due(gone, 0.0), Due::Now);
        freshness
    }

    /// How often the picture is drawn in frames of a 60th of a second.
    fn count(freshness: &mut Freshness, frames: usize, found: Found) -> usize {
        (1..=frames)
            .filter(|&i| freshness.due(found, i as f64 / 60.0) == Due::Now)
            .count()
    }

    #[test]
    fn a_map_that_is_moved_keeps_its_picture_and_has_a_new_one_at_rest() {
        let mut freshness = drawn();
        let moving = Found {
            lie: Lie::Moved,
            has_moved: true,
            ..FOUND
        };

        assert_eq!(count(&mut freshness, 60, moving), 0);
        // A marker is never where it was on the view.
        let lack = Lack::Room;
        assert_eq!(count(&mut freshness, 60, Found { lack, ..moving }), 0);

        let resting = Found {
            has_moved: false,
            ..moving
        };
        assert!(matches!(freshness.due(resting, 1.1), Due::In(_)));
        assert_eq!(freshness.due(resting, 1.13), Due::Now);
        assert_eq!(freshness.due(FOUND, 1.14), Due::Never);
        assert!(freshness.is_exact());
    }

    #[test]
    fn a_flight_is_drawn_anew_a_few_times_a_second() {
        let flying = Found {
            lie: Lie::Scaled,
            has_moved: true,
            ..FOUND
        };

        let mut freshness = drawn();
        let times = count(&mut freshness, 120, flying);

        assert!((4..=5).contains(&times), "{times}");
        // The next sets off after a rest, with a picture as good as any.
        assert!(matches!(freshness.due(flying, 9.0), Due::In(_)));
    }

    #[test]
    fn what_has_not_come_is_not_drawn_for() {
        let lacking = Found {
            lack: Lack::Waiting,
            ..FOUND
        };

        assert_eq!(drawn().due(lacking, 2.0), Due::Never);
    }

    #[test]
    fn what_has_come_is_shown_though_not_in_every_frame() {
        let mut freshness = drawn();
        let arrived = Found {
            lack: Lack::Arrived,
            ..FOUND
        };

        let wait = freshness.due(arrived, 0.02);
        assert!(
            matches!(wait, Due::In(seconds) if seconds < 0.1),
            "{wait:?}"
        );
        assert_eq!(freshness.due(arrived, 0.11), Due::Now);
    }
}
