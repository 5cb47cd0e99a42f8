//! A name in the text that may mean a place.

use std::ops::Range;

use crate::article::gazetteer::{Gazetteer, Kind, PlaceId, Reference, Role};

/// A place that a name may mean, and how likely before anything of the text is known.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    pub place: PlaceId,
    pub role: Role,
    pub kind: Kind,
    /// As a power of ten of people.
    pub size: f32,
    /// The same, and more for kinds of places that are written of more often.
    pub prominence: f32,
    pub county: Option<PlaceId>,
    pub division: Option<PlaceId>,
    pub country: Option<PlaceId>,
}

/// A name as it is looked up, with all that may be called so; the most prominent first.
#[derive(Clone, Debug)]
pub struct Name {
    pub key: String,
    pub candidates: Vec<Candidate>,
}

/// Where a name stands, and what speaks for its being a place.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "found out one by one, in any combination"
)]
pub struct Mention {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Of the text's tokens; empty in Chinese.
    pub tokens: Range<usize>,
    /// Among the names of the text.
    pub name: usize,
    /// Whether it stands as a short form that only places have.
    pub is_abbreviation: bool,
    /// Whether the text says what kind of a place it is: `County`, 市.
    pub says_kind: Option<Kind>,
    /// What the words around say: 1 as much as a preposition of place, 3 as much as "…, Ohio".
    pub support: f32,
    /// Part of the name of a person or thing, or a word of the language.
    pub is_dismissed: bool,
    /// More likely a word of the language, unless the text says elsewhere that it is a place.
    pub is_word: bool,
    /// A small place of which nothing says that it is one.
    pub is_weak: bool,
    /// Where the text was written: a dateline, or the paper's name, which is no place itself.
    pub is_home: bool,
    /// Inside the name of something else: a firm, a university.
    pub is_associative: bool,
    /// What stands behind it with a comma, as in "Reading, Pennsylvania", and which place that makes it.
    pub within: Option<Within>,
}

#[derive(Clone, Copy, Debug)]
pub struct Within {
    pub place: PlaceId,
    pub container: PlaceId,
}

/// Candidates of one name that are weighed: some names have hundreds.
const MOST_CANDIDATES: usize = 64;
/// Countries that newspapers abroad write of by their states and provinces.
const KNOWN_BY_DIVISIONS: [&str; 8] = ["US", "CN", "RU", "CA", "BR", "AU", "IN", "GB"];

impl Name {
    pub fn new(
        gazetteer: &Gazetteer,
        key: &str,
        references: impl Iterator<Item = Reference>,
    ) -> Self {
        let candidates = references.take(MOST_CANDIDATES);
        let mut candidates: Vec<_> = candidates
            .map(|reference| candidate(gazetteer, reference.place, reference.role))
            .collect();
        raise_city_states(gazetteer, &mut candidates);
        raise_waters(key, &mut candidates);
        candidates.sort_by(|a, b| b.prominence.total_cmp(&a.prominence));
        Self {
            key: key.to_owned(),
            candidates,
        }
    }

    pub fn prominence(&self) -> f32 {
        self.candidates
            .first()
            .map_or(0.0, |candidate| candidate.prominence)
    }

    pub fn has_kind(&self, kind: Kind) -> bool {
        self.candidates
            .iter()
            .any(|candidate| candidate.kind == kind)
    }

    /// What people and things of a place are called.
    pub fn is_demonym(&self) -> bool {
        let first = self.candidates.first();
        first.is_some_and(|first| first.role == Role::Demonym)
    }

    /// A country, what its people are called, or a large state: words that mean little else.
    pub fn is_well_known(&self) -> bool {
        const LARGE_DIVISION: f32 = 7.0;

        self.candidates.iter().any(|candidate| {
            candidate.kind == Kind::Country
                || candidate.role == Role::Demonym
                || candidate.kind == Kind::Division && self.prominence() > LARGE_DIVISION
        })
    }
}

/// Beijing, Berlin, Zürich: the city is meant where most of a division lives in the city that it is called after, and
/// where its country is not known by its divisions.
fn raise_city_states(gazetteer: &Gazetteer, candidates: &mut [Candidate]) {
    const MOST: f32 = 0.45;

    let divisions: Vec<_> = candidates
        .iter()
        .filter(|candidate| candidate.kind == Kind::Division)
        .copied()
        .collect();
    for division in divisions {
        let is_known = is_known_by_divisions(gazetteer, division.country);
        let city = candidates.iter_mut().find(|candidate| {
            candidate.kind == Kind::City
                && candidate.division == Some(division.place)
                && (!is_known || division.size - candidate.size < MOST)
        });
        if let Some(city) = city {
            city.prominence = city.prominence.max(division.prominence + 0.3);
        }
    }
}

/// The Red Sea is a sea, though two governorates are called after it.
fn raise_waters(key: &str, candidates: &mut [Candidate]) {
    const WATER: f32 = 2.0;

    let is_water = [" sea", " ocean", " river", " gulf"]
        .iter()
        .any(|water| key.ends_with(water));
    for candidate in candidates {
        if is_water && candidate.kind == Kind::Feature {
            candidate.prominence += WATER;
        }
    }
}

fn is_known_by_divisions(gazetteer: &Gazetteer, country: Option<PlaceId>) -> bool {
    let code = country.and_then(|country| gazetteer.iso_code(country));
    code.is_some_and(|code| KNOWN_BY_DIVISIONS.contains(&code))
}

fn candidate(gazetteer: &Gazetteer, place: PlaceId, role: Role) -> Candidate {
    let kind = gazetteer.kind(place);
    let country = gazetteer.country_of(place);
    let by_kind = match kind {
        Kind::City => 0.0,
        Kind::County => -2.0,
        Kind::Division if is_known_by_divisions(gazetteer, country) => 2.0,
        Kind::Division => -0.3,
        Kind::Country => 3.0,
        Kind::Feature => 0.3,
    };
    let by_role = match (role, kind) {
        (Role::Main | Role::Abbreviation | Role::Postal, _) => 0.0,
        (Role::Alternate, Kind::City) => -1.6,
        (Role::Alternate, _) => -0.3,
        (Role::Demonym, Kind::Feature) => 1.0,
        (Role::Demonym, _) => -1.0,
        (Role::Famous, _) => 4.0,
    };
    let size = gazetteer.size(place);
    Candidate {
        place,
        role,
        kind,
        size,
        prominence: size + by_kind + by_role,
        county: gazetteer.county_of(place),
        division: gazetteer.division_of(place),
        country,
    }
}
