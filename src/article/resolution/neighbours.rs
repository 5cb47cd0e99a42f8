//! Places of a text that lie together: of all that its names may mean, those near one another are likelier.
//!
//! "Athens" and "Henderson County" each mean many places, but only in Texas does one lie in the other.

use rustc_hash::FxHashMap;

use super::ranking::Ranked;
use crate::article::gazetteer::{Gazetteer, Kind, PlaceId, Point};

/// Candidates of a name that are compared with others.
const COMPARED: usize = 32;
/// Names that are compared: a text of more is about many things.
const MOST_NAMES: usize = 200;
/// Kilometres at which two places are half as near as neighbours: e-folding of the closeness.
const REACH: f64 = 40.0;
/// What a neighbour counts that is surely meant.
const WEIGHT: f32 = 2.2;
/// What all neighbours count together at most.
const MOST: f32 = 4.4;
/// Of candidates, with a second place ten times less likely counting a third.
const DOUBT: f32 = 0.5;

/// A candidate, where it lies, and how likely it is, from 0 to 1.
struct Spot {
    name: usize,
    index: usize,
    place: PlaceId,
    county: Option<PlaceId>,
    kind: Kind,
    point: Point,
}

/// What a candidate gains, and from which place of the text most.
#[derive(Clone, Copy, Default)]
struct Gain {
    sum: f32,
    most: f32,
    from: Option<PlaceId>,
}

/// Raises candidates that lie by candidates of other names. `names` are those that the text has.
pub fn bring_together(gazetteer: &Gazetteer, names: &[usize], rankings: &mut [Vec<Ranked>]) {
    let spots = spots(gazetteer, names, rankings);
    let neighbours = neighbours(&spots);
    let base: Vec<_> = spots.iter().map(|spot| score(rankings, spot)).collect();
    let mut gains = vec![Gain::default(); spots.len()];
    for _ in 0..3 {
        let likelihoods = likelihoods(&spots, &base, &gains);
        gains = gather(&spots, &neighbours, &likelihoods);
    }
    for (spot, gain) in spots.iter().zip(gains) {
        let ranked = rankings
            .get_mut(spot.name)
            .and_then(|ranking| ranking.get_mut(spot.index));
        if let Some(ranked) = ranked {
            ranked.score += gain.sum;
            ranked.near = gain.from;
        }
    }
}

fn score(rankings: &[Vec<Ranked>], spot: &Spot) -> f32 {
    let ranked = rankings
        .get(spot.name)
        .and_then(|ranking| ranking.get(spot.index));
    ranked.map_or(0.0, |ranked| ranked.score)
}

fn spots(gazetteer: &Gazetteer, names: &[usize], rankings: &[Vec<Ranked>]) -> Vec<Spot> {
    let mut spots = Vec::new();
    for &name in names.iter().take(MOST_NAMES) {
        let ranking = rankings.get(name).map(Vec::as_slice).unwrap_or_default();
        for (index, ranked) in ranking.iter().enumerate().take(COMPARED) {
            let candidate = &ranked.candidate;
            if matches!(candidate.kind, Kind::City | Kind::County | Kind::Feature) {
                spots.push(Spot {
                    name,
                    index,
                    place: candidate.place,
                    county: candidate.county,
                    kind: candidate.kind,
                    point: gazetteer.point(candidate.place),
                });
            }
        }
    }
    spots
}

/// Of a spot, another one that may be near.
struct Neighbour {
    of: usize,
    /// Its name.
    name: usize,
    spot: usize,
    /// How near, from 0 to 1; more where one is a part of the other.
    closeness: f32,
}

/// Pairs of spots of different names, each both ways, found by a grid of whole degrees; spot by spot, name by name.
fn neighbours(spots: &[Spot]) -> Vec<Neighbour> {
    let cell = |point: Point| {
        (
            point.latitude.floor() as i16,
            point.longitude.floor() as i16,
        )
    };
    let mut cells: FxHashMap<(i16, i16), Vec<usize>> = FxHashMap::default();
    let mut neighbours = Vec::new();
    for (second, spot) in spots.iter().enumerate() {
        let (north, east) = cell(spot.point);
        for (y, x) in (-1..=1).flat_map(|y| (-1..=1).map(move |x| (y, x))) {
            let here = cells.get(&(north + y, east + x));
            for &first in here.into_iter().flatten() {
                let Some(other) = spots.get(first) else {
                    continue;
                };
                let closeness = closeness(other, spot);
                if other.name != spot.name && closeness > 0.05 {
                    for (of, other, name) in
                        [(first, second, spot.name), (second, first, other.name)]
                    {
                        neighbours.push(Neighbour {
                            of,
                            name,
                            spot: other,
                            closeness,
                        });
                    }
                }
            }
        }
        cells.entry((north, east)).or_default().push(second);
    }
    neighbours.sort_by_key(|neighbour| (neighbour.of, neighbour.name));
    neighbours
}

fn closeness(a: &Spot, b: &Spot) -> f32 {
    let is_part = a.county.is_some()
        && a.county == b.county
        && (a.kind == Kind::County) != (b.kind == Kind::County);
    if is_part {
        return 1.8;
    }
    (-a.point.distance(b.point) / REACH).exp() as f32
}

/// Of each spot among those of its name.
fn likelihoods(spots: &[Spot], base: &[f32], gains: &[Gain]) -> Vec<f32> {
    let scores: Vec<_> = base
        .iter()
        .zip(gains)
        .map(|(base, gain)| base + gain.sum)
        .collect();
    // A name's spots stand together.
    let mut rest = scores.as_slice();
    let of_name = spots.chunk_by(|a, b| a.name == b.name).flat_map(|spots| {
        let (own, others) = rest.split_at_checked(spots.len()).unwrap_or_default();
        rest = others;
        let best = own.iter().copied().fold(f32::MIN, f32::max);
        own.iter()
            .map(move |score| 10f32.powf(DOUBT * (score - best)))
    });
    of_name.collect()
}

/// What each spot gains from the nearest of each other name.
fn gather(spots: &[Spot], neighbours: &[Neighbour], likelihoods: &[f32]) -> Vec<Gain> {
    let mut gains = vec![Gain::default(); spots.len()];
    for of_name in neighbours.chunk_by(|a, b| (a.of, a.name) == (b.of, b.name)) {
        let valued = of_name.iter().map(|neighbour| {
            let likelihood = likelihoods.get(neighbour.spot).copied().unwrap_or_default();
            (neighbour.closeness * likelihood, neighbour)
        });
        // The first of those that are equally near.
        let nearest = valued.rev().max_by(|(a, _), (b, _)| a.total_cmp(b));
        let Some((value, neighbour)) = nearest else {
            continue;
        };
        if let Some(gain) = gains.get_mut(neighbour.of) {
            gain.sum = (gain.sum + WEIGHT * value).min(MOST);
            if value > gain.most.max(0.2) {
                gain.most = value;
                gain.from = spots.get(neighbour.spot).map(|spot| spot.place);
            }
        }
    }
    gains
}
