//! Which places lie together on the map, at any zoom: what one marker for several stands for.
//!
//! A place joins the nearest one of more importance as soon as that lies closer than two markers may, unless that one has
//! joined a third by then. (How far the nearest more important one is, is what geographers call a summit's isolation.) So
//! whoever has joined stays joined as the map zooms out, and one list of the places, each followed by those that join it,
//! the nearest first, has every group of every zoom as a stretch of it.

mod nearest;

use std::cmp::Reverse;
use std::iter;
use std::ops::Range;

use crate::lists::Lists;
use crate::mercator::{Bounds, Part, x_from_lon, y_from_lat};
use crate::story::{Place, PlaceId, Story};
use nearest::{Near, Point, Tree};

/// Places further apart than this part of the world's width never share a marker.
const FURTHEST: f32 = 0.1;
/// Of so many places equals are put in order. In a larger story they come as they halve the map, which spreads them almost as
/// well: the order would take as long as all the rest.
const COMPARED: usize = 10_000;

#[derive(Clone, Debug, Default)]
pub struct Clusters {
    places: Vec<PlaceId>,
    /// Of each, on the unit square of the world.
    at: Vec<[f32; 2]>,
    /// How far each is from the one it joins, in widths of the world; infinite where it joins none.
    isolation: Vec<f32>,
    /// By place: where it is in the list.
    positions: Vec<u32>,
    /// The list in pieces, of which most can be passed over.
    blocks: Vec<Block>,
}

/// Places in a block.
const BLOCK: usize = 64;

/// A piece of the list.
#[derive(Clone, Copy, Debug)]
struct Block {
    /// What its places lie within.
    bounds: Bounds,
    /// The most isolation in it: no group of a wider zoom begins here.
    furthest: f32,
}

impl Clusters {
    pub fn of(story: &Story) -> Self {
        let on_map: Vec<Point> = story.places().map(|(_, place)| on_map(place)).collect();
        let at = |id: PlaceId| on_map.get(id.index()).copied().unwrap_or_default();
        let mut tree = Tree::new(&on_map);
        let ranked = ranked(story, at, &mut tree);
        let joined = joined(&ranked, at, &mut tree);

        let mut clusters = Self {
            positions: vec![0; ranked.len()],
            ..Self::default()
        };
        for rank in in_order(&joined) {
            if let (Some(&place), Some(near)) = (ranked.get(rank), joined.get(rank)) {
                if let Some(position) = clusters.positions.get_mut(place.index()) {
                    *position = clusters.places.len() as u32;
                }
                clusters.places.push(place);
                clusters.at.push(at(place));
                let isolation = near.map_or(f32::INFINITY, |near| near.square.sqrt());
                clusters.isolation.push(isolation);
            }
        }
        let pieces = clusters.at.chunks(BLOCK);
        let blocks = pieces.zip(clusters.isolation.chunks(BLOCK));
        clusters.blocks = blocks
            .map(|(at, isolation)| Block {
                bounds: Bounds::of(at),
                furthest: isolation.iter().copied().fold(0.0, f32::max),
            })
            .collect();
        clusters
    }

    /// The groups whose first place stands in a part of the map, where markers closer than `apart`, in widths of the world,
    /// are one: each a stretch of the list.
    pub fn groups(&self, part: Part, apart: f64) -> impl Iterator<Item = Range<usize>> {
        let apart = apart as f32;
        let mut next = 0;
        iter::from_fn(move || {
            loop {
                let first = self
                    .first_of_group(next, apart, |block| !block.bounds.copies(part).is_empty())?;
                let end = self.first_of_group(first + 1, apart, |_| true);
                next = end.unwrap_or(self.places.len());
                if part.holds(*self.at.get(first)?) {
                    return Some(first..next);
                }
            }
        })
    }

    /// Where the next group begins, from here on, among the blocks that are looked at.
    fn first_of_group(
        &self,
        from: usize,
        apart: f32,
        looked_at: impl Fn(&Block) -> bool,
    ) -> Option<usize> {
        let blocks = self.blocks.iter().enumerate().skip(from / BLOCK);
        let mut worth = blocks.filter(|(_, block)| block.furthest >= apart && looked_at(block));
        worth.find_map(|(number, _)| {
            let start = from.max(number * BLOCK);
            let places = self.isolation.get(start..)?;
            let mut first = places.iter().take((number + 1) * BLOCK - start);
            Some(start + first.position(|&isolation| isolation >= apart)?)
        })
    }

    /// The places of a stretch of the list.
    pub fn places(&self, stretch: Range<usize>) -> &[PlaceId] {
        self.places.get(stretch).unwrap_or_default()
    }

    /// Where the place is in the list.
    pub fn position(&self, place: PlaceId) -> Option<usize> {
        self.positions.get(place.index()).map(|&at| at as usize)
    }
}

fn on_map(place: &Place) -> Point {
    [x_from_lon(place.lon), y_from_lat(place.lat)].map(|part| part as f32)
}

/// By importance: those that more passages tell of; of equals, those further off from what is more important.
fn ranked(story: &Story, at: impl Fn(PlaceId) -> Point, tree: &mut Tree) -> Vec<PlaceId> {
    let mentions = |id| story.passages_of_place(id).len();
    let mut ranked: Vec<PlaceId> = story.places().map(|(id, _)| id).collect();
    if ranked.len() > COMPARED {
        let place = |point| ranked.get(point).copied();
        ranked = tree.halving().into_iter().filter_map(place).collect();
    }
    ranked.sort_by_cached_key(|&id| Reverse(mentions(id)));
    let mut compared = 0;
    for equals in ranked.chunk_by_mut(|&a, &b| mentions(a) == mentions(b)) {
        compared += equals.len();
        if compared > COMPARED {
            break;
        }
        let square = |id| tree.nearest(at(id), FURTHEST).map(|near| near.square);
        // As bits, numbers that are not negative are in the same order.
        equals.sort_by_cached_key(|&id| Reverse(square(id).unwrap_or(f32::INFINITY).to_bits()));
        for place in equals {
            tree.set_reach(place.index(), f32::INFINITY);
        }
    }
    tree.forget_reaches();
    ranked
}

/// Which rank each joins, in the order of importance.
fn joined(ranked: &[PlaceId], at: impl Fn(PlaceId) -> Point, tree: &mut Tree) -> Vec<Option<Near>> {
    let mut ranks = vec![0; ranked.len()];
    for (rank, place) in ranked.iter().enumerate() {
        if let Some(of_place) = ranks.get_mut(place.index()) {
            *of_place = rank;
        }
    }
    let join = |&place: &PlaceId| {
        let near = tree.nearest(at(place), FURTHEST);
        // Once it has itself joined another, none joins it any more.
        let reach = near.map_or(f32::INFINITY, |near| near.square);
        tree.set_reach(place.index(), reach);
        let near = near?;
        let point = ranks.get(near.point).copied()?;
        Some(Near { point, ..near })
    };
    ranked.iter().map(join).collect()
}

/// The ranks, each followed by those that join it, the nearest first, each of them followed likewise.
fn in_order(joined: &[Option<Near>]) -> Vec<usize> {
    let ranks = joined.iter().enumerate();
    let joining =
        ranks.filter_map(|(rank, near)| near.map(|near| (near.point, (near.square, rank))));
    let joining = Lists::new(joined.len(), joining);
    // Of what stands last on the stack it is the turn first.
    let ranks = joined.iter().enumerate().rev();
    let mut waiting: Vec<usize> = ranks
        .filter_map(|(rank, near)| near.is_none().then_some(rank))
        .collect();
    let mut order = Vec::with_capacity(joined.len());
    let mut own = Vec::new();
    while let Some(rank) = waiting.pop() {
        order.push(rank);
        own.clear();
        own.extend_from_slice(joining.of(rank));
        own.sort_unstable_by(|(a, a_rank), (b, b_rank)| b.total_cmp(a).then(b_rank.cmp(a_rank)));
        waiting.extend(own.iter().map(|(_, joining)| *joining));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;
    use std::fmt::Write as _;

    const WORLD: Part = Part {
        middle: (0.5, 0.5),
        half: (0.5, 0.5),
    };

    /// Places named by their number, the first mentioned most.
    fn story(places: &[(f64, f64)]) -> Story {
        let mut file = String::from("+++\nformat = 1\ntitle = \"T\"\nlanguage = \"en\"\n");
        for (i, (lat, lon)) in places.iter().enumerate() {
            let place = "[[place]]\nid = \"p";
            writeln!(
                file,
                "{place}{i}\"\nname = \"{i}\"\nlat = {lat:?}\nlon = {lon:?}"
            )
            .unwrap();
        }
        file.push_str("+++\n");
        for passage in 0..places.len() {
            writeln!(file, "# Passage {passage}\n").unwrap();
            for place in 0..=passage.min(4) {
                writeln!(file, "[it](#p{place})").unwrap();
            }
        }
        format::read(file.as_bytes()).unwrap().story
    }

    /// Evenly over a part of the world, close to one another.
    fn spread(places: i32) -> Vec<(f64, f64)> {
        let place = |i: i32| {
            let part = |step: f64| (f64::from(i) * step).fract();
            (part(0.754_877) * 60.0, part(0.569_84) * 300.0 - 120.0)
        };
        (0..places).map(place).collect()
    }

    fn names<'a>(story: &'a Story, clusters: &Clusters, apart: f64) -> Vec<Vec<&'a str>> {
        let name = |&id: &PlaceId| story.place(id).name.text.as_str();
        let of = |group| clusters.places(group).iter().map(name).collect();
        clusters.groups(WORLD, apart).map(of).collect()
    }

    #[test]
    fn places_closer_than_markers_may_be_stand_under_the_most_mentioned() {
        // Two towns of a county, one far off.
        let story = story(&[(27.0, 105.0), (27.0, 106.0), (52.0, 5.0)]);
        let clusters = Clusters::of(&story);

        let degree = 1.0 / 360.0;
        assert_eq!(
            names(&story, &clusters, 2.0 * degree),
            [vec!["0", "1"], vec!["2"]]
        );
        assert_eq!(
            names(&story, &clusters, 0.5 * degree),
            [vec!["0"], vec!["1"], vec!["2"]]
        );
    }

    #[test]
    fn neighbours_across_180_degrees_share_a_marker() {
        let story = story(&[(0.0, 179.9), (0.0, -179.9)]);
        assert_eq!(names(&story, &Clusters::of(&story), 0.01), [["0", "1"]]);
    }

    #[test]
    fn what_shares_a_marker_shares_it_from_further_off_and_no_two_markers_lie_on_one_another() {
        let story = story(&spread(300));
        let clusters = Clusters::of(&story);
        let mut closer: Vec<Range<usize>> = (0..300).map(|i| i..i + 1).collect();
        for zoom in (0..40).rev() {
            let apart = 24.0 / 256.0 / (f64::from(zoom) / 4.0).exp2();
            let groups: Vec<_> = clusters.groups(WORLD, apart).collect();
            assert_eq!(
                groups.iter().map(ExactSizeIterator::len).sum::<usize>(),
                300
            );
            for group in &closer {
                let holds =
                    |wide: &&Range<usize>| wide.start <= group.start && group.end <= wide.end;
                assert_eq!(groups.iter().filter(holds).count(), 1, "{group:?}");
            }
            for (i, group) in groups.iter().enumerate() {
                let [x, y] = clusters.at[group.start];
                let clear = |other: &Range<usize>| {
                    let [a, b] = clusters.at[other.start];
                    f64::from((x - a).hypot(y - b)) > apart * 0.999
                };
                assert!(groups.iter().skip(i + 1).all(clear), "at zoom {zoom}/4");
            }
            closer = groups;
        }
        assert!(closer.len() < 150, "some share: {}", closer.len());
    }

    #[test]
    fn only_groups_in_the_part_of_the_map_are_given() {
        let story = story(&[(0.0, -179.0), (0.0, 90.0), (60.0, 179.0)]);
        let clusters = Clusters::of(&story);
        let part = Part {
            middle: (1.0, 0.5),
            half: (0.1, 0.1),
        };
        let groups: Vec<_> = clusters.groups(part, 0.001).collect();
        let places: Vec<_> = groups.into_iter().flatten().collect();
        assert_eq!(places, [0], "beyond 180 degrees, too");
    }

    #[test]
    fn a_part_of_the_map_has_the_groups_that_all_of_it_has_there() {
        let story = story(&spread(300));
        let clusters = Clusters::of(&story);
        for (x, apart) in [(0.3, 0.001), (0.98, 0.01), (0.6, 0.05)] {
            let part = Part {
                middle: (x, 0.45),
                half: (0.1, 0.07),
            };
            let there = |group: &Range<usize>| part.holds(clusters.at[group.start]);
            let all: Vec<_> = clusters.groups(WORLD, apart).filter(there).collect();
            assert!(all.len() > 1, "at {x}");
            assert_eq!(clusters.groups(part, apart).collect::<Vec<_>>(), all);
        }
    }
}
