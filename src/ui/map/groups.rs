//! Markers that would lie on one another, put together.

use std::collections::HashMap;

use egui::Pos2;

use crate::story::PlaceId;

/// Closer than this, in points, markers are drawn as one: their discs would lie on each other.
pub const TOGETHER_WITHIN: f32 = 24.0;
/// What a marker that stands alone keeps free around it, in points: it is larger, and has a ring.
const ALONE_WITHIN: f32 = 34.0;

/// One marker, or several drawn as one where the first stands.
#[derive(Debug, PartialEq)]
pub struct Spot<'a> {
    pub at: Pos2,
    pub places: &'a [PlaceId],
}

/// Puts together what lies together. Its lists are kept from frame to frame: however many places a story has, a frame
/// allocates no more than what there is room for on the screen.
#[derive(Default)]
pub struct Grouping {
    /// In order of importance, each with where it stands on the screen.
    pub places: Vec<(PlaceId, Pos2)>,
    /// By place: which spot it is of.
    spot_of: Vec<usize>,
    heads: Vec<Head>,
    /// The places of the first spot, then those of the second, and so on.
    members: Vec<PlaceId>,
}

struct Head {
    at: Pos2,
    count: usize,
}

impl Grouping {
    /// Each place goes to the first spot near it. Those that are `alone` never join.
    pub fn spots(&mut self, alone: impl Fn(PlaceId) -> bool) -> Vec<Spot<'_>> {
        self.assign(alone);
        self.gather();
        let mut rest = self.members.as_slice();
        let spot = |head: &Head| {
            let (places, after) = rest.split_at_checked(head.count)?;
            rest = after;
            Some(Spot {
                at: head.at,
                places,
            })
        };
        self.heads.iter().filter_map(spot).collect()
    }

    fn assign(&mut self, alone: impl Fn(PlaceId) -> bool) {
        let Self {
            places,
            spot_of,
            heads,
            ..
        } = self;
        // By cells as large as the distance: a near spot is in the same cell or one beside it.
        let cell = |at: Pos2| {
            (
                (at.x / TOGETHER_WITHIN).floor() as i32,
                (at.y / TOGETHER_WITHIN).floor() as i32,
            )
        };
        let mut by_cell: HashMap<(i32, i32), Vec<usize>> = HashMap::new();
        heads.clear();
        spot_of.clear();
        for &(id, at) in &*places {
            let (column, row) = cell(at);
            let is_alone = alone(id);
            let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (column + x, row + y)));
            let near = around
                .filter_map(|cell| by_cell.get(&cell))
                .flatten()
                .copied()
                .filter(|&i| {
                    let head = heads.get(i);
                    head.is_some_and(|head| head.at.distance(at) < TOGETHER_WITHIN)
                })
                .min()
                .filter(|_| !is_alone);
            if let Some((i, head)) = near.and_then(|i| Some((i, heads.get_mut(i)?))) {
                head.count += 1;
                spot_of.push(i);
                continue;
            }
            if !is_alone {
                by_cell.entry((column, row)).or_default().push(heads.len());
            }
            spot_of.push(heads.len());
            heads.push(Head { at, count: 1 });
        }
    }

    /// The places spot by spot; within one they stay in order.
    fn gather(&mut self) {
        let Some(&(any, _)) = self.places.first() else {
            self.members.clear();
            return;
        };
        self.members.clear();
        self.members.resize(self.places.len(), any);
        let mut free: Vec<usize> = self
            .heads
            .iter()
            .scan(0, |from, head| {
                let here = *from;
                *from += head.count;
                Some(here)
            })
            .collect();
        for (&(id, _), &spot) in self.places.iter().zip(&self.spot_of) {
            if let Some(slot) = free.get_mut(spot) {
                if let Some(member) = self.members.get_mut(*slot) {
                    *member = id;
                }
                *slot += 1;
            }
        }
    }
}

/// Moves what would lie half under a marker that stands alone aside, as little as shows both.
pub fn clear_of(alone: &[Pos2], spots: &mut [Spot<'_>]) {
    for spot in spots {
        for &at in alone {
            let away = spot.at - at;
            let distance = away.length();
            if distance > 0.0 && distance < ALONE_WITHIN {
                spot.at = at + away * (ALONE_WITHIN / distance);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::testing::place_ids;
    use egui::pos2;

    #[test]
    fn markers_on_one_another_are_put_together_under_the_first() {
        let ids = place_ids(3);
        let mut grouping = Grouping {
            places: vec![
                (ids[2], pos2(0.0, 0.0)),
                (ids[1], pos2(90.0, 0.0)),
                (ids[0], pos2(15.0, 5.0)),
            ],
            ..Grouping::default()
        };
        let spots = grouping.spots(|_| false);
        let places: Vec<_> = spots.iter().map(|spot| spot.places).collect();
        assert_eq!(places, [vec![ids[2], ids[0]], vec![ids[1]]]);
    }

    #[test]
    fn a_place_that_stands_alone_is_in_no_group() {
        let ids = place_ids(3);
        let here = pos2(5.0, 5.0);
        let mut grouping = Grouping {
            places: ids.iter().map(|&id| (id, here)).collect(),
            ..Grouping::default()
        };
        let spots = grouping.spots(|id| id == ids[0]);
        let places: Vec<_> = spots.iter().map(|spot| spot.places).collect();
        assert_eq!(places, [vec![ids[0]], vec![ids[1], ids[2]]]);
    }

    #[test]
    fn a_marker_close_to_one_that_stands_alone_moves_aside() {
        let alone = pos2(50.0, 50.0);
        let ids = place_ids(1);
        let spot = |x| Spot {
            at: pos2(x, 50.0),
            places: &ids,
        };
        let mut spots = [spot(40.0), spot(50.0), spot(200.0)];

        clear_of(&[alone], &mut spots);

        let x = spots.map(|spot| spot.at.x);
        assert_eq!(
            x,
            [16.0, 50.0, 200.0],
            "the one that stands there itself stays"
        );
    }

    #[test]
    fn no_two_groups_lie_on_one_another() {
        let ids = place_ids(400);
        let scattered = |i: usize| pos2((i * 37 % 211) as f32, (i * 53 % 173) as f32);
        let places = ids.iter().enumerate();
        let mut grouping = Grouping {
            places: places.map(|(i, &id)| (id, scattered(i))).collect(),
            ..Grouping::default()
        };
        let spots = grouping.spots(|_| false);
        for (i, a) in spots.iter().enumerate() {
            for b in spots.iter().skip(i + 1) {
                assert!(a.at.distance(b.at) >= TOGETHER_WITHIN);
            }
        }
        assert_eq!(
            spots.iter().map(|spot| spot.places.len()).sum::<usize>(),
            400
        );
    }
}
