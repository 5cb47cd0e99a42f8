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
pub struct Spot {
    pub at: Pos2,
    pub places: Vec<PlaceId>,
}

/// Each place goes to the first spot near it; `places` are in order of importance. Those that are `alone` never join.
pub fn spots(places: &[(PlaceId, Pos2)], alone: impl Fn(PlaceId) -> bool) -> Vec<Spot> {
    // By cells as large as the distance: a near spot is in the same cell or one beside it.
    let cell = |at: Pos2| {
        (
            (at.x / TOGETHER_WITHIN).floor() as i32,
            (at.y / TOGETHER_WITHIN).floor() as i32,
        )
    };
    let mut by_cell: HashMap<(i32, i32), Vec<usize>> = HashMap::new();
    let mut spots: Vec<Spot> = Vec::new();
    for &(id, at) in places {
        let (column, row) = cell(at);
        let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (column + x, row + y)));
        let near = around
            .filter_map(|cell| by_cell.get(&cell))
            .flatten()
            .copied()
            .filter(|&i| {
                spots
                    .get(i)
                    .is_some_and(|spot| spot.at.distance(at) < TOGETHER_WITHIN)
            })
            .min();
        match near.and_then(|i| spots.get_mut(i)) {
            Some(spot) if !alone(id) => spot.places.push(id),
            _ => {
                if !alone(id) {
                    by_cell.entry((column, row)).or_default().push(spots.len());
                }
                spots.push(Spot {
                    at,
                    places: vec![id],
                });
            }
        }
    }
    spots
}

/// Moves what would lie half under a marker that stands alone aside, as little as shows both.
pub fn clear_of(alone: &[Pos2], spots: &mut [Spot]) {
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
        let spots = spots(
            &[
                (ids[2], pos2(0.0, 0.0)),
                (ids[0], pos2(15.0, 5.0)),
                (ids[1], pos2(90.0, 0.0)),
            ],
            |_| false,
        );
        let places: Vec<_> = spots.into_iter().map(|spot| spot.places).collect();
        assert_eq!(places, [vec![ids[2], ids[0]], vec![ids[1]]]);
    }

    #[test]
    fn a_place_that_stands_alone_is_in_no_group() {
        let ids = place_ids(3);
        let here = pos2(5.0, 5.0);
        let spots = spots(&[(ids[0], here), (ids[1], here), (ids[2], here)], |id| {
            id == ids[0]
        });
        let places: Vec<_> = spots.into_iter().map(|spot| spot.places).collect();
        assert_eq!(places, [vec![ids[0]], vec![ids[1], ids[2]]]);
    }

    #[test]
    fn a_marker_close_to_one_that_stands_alone_moves_aside() {
        let alone = pos2(50.0, 50.0);
        let spot = |x| Spot {
            at: pos2(x, 50.0),
            places: place_ids(1),
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
        let places: Vec<_> = ids
            .iter()
            .enumerate()
            .map(|(i, &id)| (id, scattered(i)))
            .collect();
        let spots = spots(&places, |_| false);
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
