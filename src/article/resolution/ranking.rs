//! The places of a name, ranked by what the text says for each.

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::{Context, Favour, Likely};
use super::neighbours;
use crate::article::gazetteer::{Gazetteer, Kind, PlaceId, Role};
use crate::article::recognition::{Candidate, Name, Recognised};

/// A place that a name may mean, and what speaks for it.
#[derive(Clone, Copy, Debug)]
pub struct Ranked {
    pub candidate: Candidate,
    /// As a power of ten: one more is ten times as likely.
    pub score: f32,
    pub favour: Favour,
    /// Another place of the text that lies near.
    pub near: Option<PlaceId>,
}

/// What is said of a name itself, wherever it stands.
#[derive(Clone, Debug, Default)]
struct Said {
    kind: Option<Kind>,
    /// Places that others are said to lie in.
    containers: Vec<PlaceId>,
}

/// For each name, the likeliest first. What is found in a first round speaks in the second.
pub fn rank(gazetteer: &Gazetteer, recognised: &Recognised) -> Vec<Vec<Ranked>> {
    let said = said(recognised);
    let names = named(recognised);
    let by_size = recognised.names.iter().map(|name| {
        let all = name.candidates.iter();
        Likely::among(all.map(|candidate| (*candidate, candidate.prominence)))
    });
    let first = round(
        gazetteer,
        recognised,
        &names,
        &said,
        &by_size.collect::<Vec<_>>(),
    );
    let by_text = first.iter().map(|ranking| {
        let all = ranking.iter();
        Likely::among(all.map(|ranked| (ranked.candidate, ranked.score)))
    });
    round(
        gazetteer,
        recognised,
        &names,
        &said,
        &by_text.collect::<Vec<_>>(),
    )
}

fn round(
    gazetteer: &Gazetteer,
    recognised: &Recognised,
    names: &[usize],
    said: &[Said],
    towns: &[Vec<Likely>],
) -> Vec<Vec<Ranked>> {
    let context = Context::of(recognised, towns);
    let of_name = |(index, (name, said)): (usize, (&Name, &Said))| {
        let ranked = name.candidates.iter().map(|candidate| {
            let favour = context.favour(index, candidate);
            Ranked {
                candidate: *candidate,
                score: score(candidate, favour, said),
                favour,
                near: None,
            }
        });
        ranked.collect()
    };
    let pairs = recognised.names.iter().zip(said);
    let mut rankings: Vec<Vec<Ranked>> = pairs.enumerate().map(of_name).collect();
    sort_all(&mut rankings);
    join_names_of_one_place(names, &mut rankings);
    neighbours::bring_together(gazetteer, names, &mut rankings);
    sort_all(&mut rankings);
    rankings
}

/// The names that are mentioned, in order, and those of the papers.
fn named(recognised: &Recognised) -> Vec<usize> {
    let mut seen = FxHashSet::default();
    let names = recognised.mentions.iter().map(|mention| mention.name);
    let names = names.chain(recognised.homes.iter().copied());
    names.filter(|&name| seen.insert(name)).collect()
}

fn sort_all(rankings: &mut [Vec<Ranked>]) {
    for ranking in rankings {
        ranking.sort_by(|a, b| b.score.total_cmp(&a.score));
    }
}

fn said(recognised: &Recognised) -> Vec<Said> {
    let mut said = vec![Said::default(); recognised.names.len()];
    let mut containers = Vec::new();
    for mention in &recognised.mentions {
        if let Some(said) = said.get_mut(mention.name) {
            said.kind = said.kind.or(mention.says_kind);
        }
        containers.extend(mention.within.map(|within| within.container));
    }
    for (said, name) in said.iter_mut().zip(&recognised.names) {
        let own = name.candidates.iter().map(|candidate| candidate.place);
        said.containers = own.filter(|place| containers.contains(place)).collect();
    }
    said
}

fn score(candidate: &Candidate, favour: Favour, said: &Said) -> f32 {
    let mut score = candidate.prominence;
    score += match candidate.kind {
        _ if candidate.role == Role::Demonym => 1.0,
        Kind::Country => 2.0 * favour.country,
        Kind::Division => 2.0 * favour.country + 1.5 * favour.division,
        _ => {
            let any_country = if favour.country > 0.0 { 0.5 } else { 0.0 };
            // A great city is meant abroad, too; a county hardly ever outside of its state.
            let division = if candidate.kind == Kind::County {
                3.0
            } else {
                2.5
            };
            let named = if favour.names_division { 0.6 } else { 0.0 };
            1.5 * favour.country + any_country + division * favour.division + named
        }
    };
    if said.kind == Some(candidate.kind) {
        score += match candidate.kind {
            Kind::County => 6.0,
            // More than the fame of a capital: Washington state.
            Kind::Division => 4.0,
            _ => 3.0,
        };
    }
    if said.containers.contains(&candidate.place) {
        score += 4.0;
    }
    score
}

/// The text calls a place by two of its names.
fn join_names_of_one_place(names: &[usize], rankings: &mut [Vec<Ranked>]) {
    const SAME: f32 = 3.0;

    let mut first_of: FxHashMap<PlaceId, usize> = FxHashMap::default();
    let mut twice = Vec::new();
    for &name in names {
        let Some(first) = rankings.get(name).and_then(|ranking| ranking.first()) else {
            continue;
        };
        if first.candidate.kind == Kind::City && first.candidate.role != Role::Demonym {
            first_of.entry(first.candidate.place).or_insert(name);
        }
    }
    for &name in names {
        let candidates = rankings.get(name).map(Vec::as_slice).unwrap_or_default();
        let named = candidates.iter().enumerate().find(|(_, ranked)| {
            let other = first_of.get(&ranked.candidate.place);
            ranked.candidate.role == Role::Main && other.is_some_and(|&other| other != name)
        });
        twice.extend(named.map(|(index, _)| (name, index)));
    }
    for (name, index) in twice {
        if let Some(ranked) = rankings
            .get_mut(name)
            .and_then(|ranking| ranking.get_mut(index))
        {
            ranked.score += SAME;
        }
    }
}
