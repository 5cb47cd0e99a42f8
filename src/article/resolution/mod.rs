//! Resolution: which place a name means.

mod context;
mod neighbours;
mod ranking;

pub use ranking::Ranked;

use std::collections::HashMap;

use super::evidence::{Doubt, Reason};
use super::gazetteer::{Gazetteer, Kind, PlaceId, Role};
use super::recognition::{Mention, Recognised};
use super::toponym::Toponym;

/// Toponyms in the order of the text, and the candidates of each of its names.
pub struct Resolved {
    pub toponyms: Vec<Toponym>,
    pub rankings: Vec<Vec<Ranked>>,
}

pub fn resolve(gazetteer: &Gazetteer, recognised: &Recognised) -> Resolved {
    let rankings = ranking::rank(gazetteer, recognised);
    let said = said_places(&recognised.mentions);
    let homes = recognised
        .homes
        .iter()
        .filter_map(|&home| rankings.get(home)?.first());
    let homes: Vec<_> = homes.map(|ranked| ranked.candidate.place).collect();
    let toponyms = recognised.mentions.iter().filter_map(|mention| {
        let ranking = rankings.get(mention.name)?;
        if mention.is_weak && !is_supported(ranking) {
            return None;
        }
        toponym(mention, ranking, &said, &homes)
    });
    Resolved {
        toponyms: toponyms.collect(),
        rankings,
    }
}

/// For each name that the text says the container of, the place that is said most often.
fn said_places(mentions: &[Mention]) -> HashMap<usize, (PlaceId, PlaceId)> {
    let mut counts: HashMap<usize, Vec<(PlaceId, PlaceId, usize)>> = HashMap::new();
    for mention in mentions {
        let Some(within) = mention.within else {
            continue;
        };
        let places = counts.entry(mention.name).or_default();
        match places.iter_mut().find(|(place, ..)| *place == within.place) {
            Some((.., count)) => *count += 1,
            None => places.push((within.place, within.container, 1)),
        }
    }
    let most = counts.into_iter().filter_map(|(name, places)| {
        // The first of those that are said equally often.
        let most = places.iter().rev().max_by_key(|(.., count)| *count)?;
        Some((name, (most.0, most.1)))
    });
    most.collect()
}

/// Whether the other names of the text speak for a small place.
fn is_supported(ranking: &[Ranked]) -> bool {
    /// People from which a city of a country that is named needs no more.
    const CITY: f32 = 5.0;

    ranking.first().is_some_and(|first| {
        let is_city_of_named_country = first.favour.country > 0.5 && first.candidate.size > CITY;
        first.favour.names_division || first.near.is_some() || is_city_of_named_country
    })
}

/// What must speak for another place of the name than the one that the text says once: who writes "Washington, D.C."
/// may mean the state with "Washington".
const OTHERWISE: f32 = 4.0;

fn toponym(
    mention: &Mention,
    ranking: &[Ranked],
    said: &HashMap<usize, (PlaceId, PlaceId)>,
    homes: &[PlaceId],
) -> Option<Toponym> {
    let mut reasons = Vec::new();
    let first = ranking.first()?;
    let mut chosen = first;
    let of = |place: PlaceId| {
        ranking
            .iter()
            .find(|ranked| ranked.candidate.place == place)
    };
    let mut is_said = false;
    let mut is_only_within = false;
    if let Some(within) = mention.within
        && let Some(ranked) = of(within.place)
    {
        chosen = ranked;
        is_said = true;
        is_only_within = within.place == within.container;
        reasons.push(Reason::Within(within.container));
    } else if let Some(&(place, container)) = said.get(&mention.name)
        && let Some(ranked) = of(place)
        && first.score - ranked.score < OTHERWISE
    {
        chosen = ranked;
        is_said = true;
        is_only_within = place == container;
        reasons.push(Reason::SaidElsewhere(container));
    }
    reasons.extend(reasons_of(mention, chosen, ranking, homes));
    let rival = ranking
        .iter()
        .find(|ranked| ranked.candidate.place != chosen.candidate.place);
    let margin = match rival {
        // The gazetteer does not have the place itself, but what it lies in.
        _ if is_only_within => 0.0,
        Some(_) if is_said => 3.0,
        Some(rival) => chosen.score - rival.score,
        None => 3.0,
    };
    let mut doubts = Vec::new();
    if margin < 0.5 {
        doubts.extend(rival.map(|rival| Doubt::Rival(rival.candidate.place)));
    }
    if mention.is_weak {
        doubts.push(Doubt::NothingSaysPlace);
    }
    if mention.is_associative {
        doubts.push(Doubt::PartOfOtherName);
    }
    Some(Toponym {
        range: mention.range.clone(),
        place: chosen.candidate.place,
        name: mention.name,
        role: chosen.candidate.role,
        confidence: confidence(margin, mention),
        reasons,
        doubts,
    })
}

fn reasons_of(
    mention: &Mention,
    chosen: &Ranked,
    ranking: &[Ranked],
    homes: &[PlaceId],
) -> Vec<Reason> {
    let candidate = chosen.candidate;
    let mut reasons = Vec::new();
    match candidate.role {
        Role::Demonym => reasons.push(Reason::Demonym),
        Role::Abbreviation | Role::Postal => reasons.push(Reason::Abbreviation),
        Role::Famous => reasons.push(Reason::Famous),
        Role::Main | Role::Alternate => {}
    }
    if mention.says_kind == Some(candidate.kind) {
        reasons.push(Reason::SaysKind);
    }
    if chosen.favour.division > 0.0 && candidate.kind < Kind::Division {
        reasons.extend(candidate.division.map(Reason::SameDivision));
    } else if chosen.favour.country > 0.0 && candidate.kind < Kind::Country {
        let reason = if chosen.favour.is_by_words {
            Reason::WrittenThere
        } else {
            Reason::SameCountry
        };
        reasons.extend(candidate.country.map(reason));
    }
    reasons.extend(chosen.near.map(|near| {
        if homes.contains(&near) {
            Reason::NearHome(near)
        } else {
            Reason::Near(near)
        }
    }));
    let is_most_prominent = ranking
        .iter()
        .all(|other| other.candidate.prominence <= candidate.prominence);
    if ranking.len() == 1 {
        reasons.push(Reason::Only);
    } else if is_most_prominent {
        reasons.push(Reason::MostProminent { of: ranking.len() });
    }
    reasons
}

/// From 0 to 1.
fn confidence(margin: f32, mention: &Mention) -> f32 {
    let is_this_one = 1.0 / (1.0 + (-0.5 - 1.5 * margin).exp());
    let is_place = if mention.is_weak {
        0.6
    } else if mention.support >= 1.0 {
        0.98
    } else {
        0.9
    };
    is_this_one * is_place
}
