//! The places of a name, ranked by what the text says for each.

use super::context::{Context, Favour};
use crate::article::gazetteer::{Gazetteer, Kind, PlaceId, Role};
use crate::article::recognition::{Candidate, Mention, Recognised};

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

/// Candidates of a name that are compared with the places around.
const COMPARED: usize = 25;
/// Places of the text that candidates are compared with.
const MOST_ANCHORS: usize = 60;

/// For each name, the likeliest first.
pub fn rank(gazetteer: &Gazetteer, recognised: &Recognised, context: &Context) -> Vec<Vec<Ranked>> {
    let said = said(recognised);
    let mut rankings: Vec<Vec<Ranked>> = recognised
        .names
        .iter()
        .zip(&said)
        .enumerate()
        .map(|(index, (name, said))| {
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
        })
        .collect();
    for ranking in &mut rankings {
        sort(ranking);
    }
    bring_together(gazetteer, recognised, &mut rankings);
    rankings
}

fn sort(ranking: &mut [Ranked]) {
    ranking.sort_by(|a, b| b.score.total_cmp(&a.score));
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
            let named = if favour.names_division { 0.6 } else { 0.0 };
            1.5 * favour.country + any_country + 3.0 * favour.division + named
        }
    };
    if said.kind == Some(candidate.kind) {
        score += if candidate.kind == Kind::County {
            6.0
        } else {
            3.0
        };
    }
    if said.containers.contains(&candidate.place) {
        score += 4.0;
    }
    score
}

/// A place that the text is likely to mean, to measure distances from.
struct Anchor {
    name: usize,
    place: PlaceId,
    weight: f64,
}

/// Of places with the same name, the text means the one near to others that it names.
fn bring_together(gazetteer: &Gazetteer, recognised: &Recognised, rankings: &mut [Vec<Ranked>]) {
    let anchors: Vec<_> = anchors(&recognised.mentions, rankings)
        .into_iter()
        .map(|anchor| (gazetteer.point(anchor.place), anchor))
        .collect();
    for (index, ranking) in rankings.iter_mut().enumerate() {
        if ranking.len() < 2 {
            continue;
        }
        for ranked in ranking.iter_mut().take(COMPARED) {
            if matches!(ranked.candidate.kind, Kind::Country | Kind::Division) {
                continue;
            }
            let point = gazetteer.point(ranked.candidate.place);
            let (mut sum, mut nearest) = (0.0, (0.05, None));
            for (other, anchor) in anchors.iter().filter(|(_, anchor)| anchor.name != index) {
                if anchor.place == ranked.candidate.place {
                    // The text calls it by another name, too.
                    ranked.score += 3.0;
                }
                let closeness = closeness(point.distance(*other));
                sum += anchor.weight * closeness;
                if closeness > nearest.0 {
                    nearest = (closeness, Some(anchor.place));
                }
            }
            ranked.near = nearest.1;
            ranked.score += 1.3 * sum.min(1.6) as f32;
        }
        sort(ranking);
    }
}

/// From 1 at no distance to a third at a hundred kilometres.
fn closeness(kilometres: f64) -> f64 {
    (-kilometres / 100.0).exp()
}

fn anchors(mentions: &[Mention], rankings: &[Vec<Ranked>]) -> Vec<Anchor> {
    let mut anchors: Vec<_> = mentions
        .iter()
        .filter_map(|mention| {
            let within = mention.within?;
            Some(Anchor {
                name: mention.name,
                place: within.place,
                weight: 2.0,
            })
        })
        .collect();
    for (name, ranking) in rankings.iter().enumerate() {
        let Some(first) = ranking.first() else {
            continue;
        };
        let is_named = mentions.iter().any(|mention| mention.name == name);
        let is_settled = matches!(
            first.candidate.kind,
            Kind::City | Kind::County | Kind::Division
        );
        if is_named && is_settled {
            let is_clear = ranking
                .get(1)
                .is_none_or(|second| first.score - second.score > 1.2);
            anchors.push(Anchor {
                name,
                place: first.candidate.place,
                weight: if is_clear { 1.0 } else { 0.35 },
            });
        }
    }
    anchors.truncate(MOST_ANCHORS);
    anchors
}
