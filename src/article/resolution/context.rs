//! What a text is about: the countries and states that its names speak for.

use rustc_hash::FxHashMap;

use crate::article::gazetteer::{Kind, PlaceId, Role};
use crate::article::recognition::{Candidate, Mention, Name, Recognised};

/// Prominence from which a division is meant by its name, unless something speaks against it.
const PROMINENT: f32 = 7.0;

/// What might be said for other places: votes that are few are no more than a hint.
const UNSAID: f32 = 0.3;

/// How many towns the place counts where the text was written.
const HOME: f32 = 1.0;

/// Votes of one name, or of all: more for countries and divisions that are named than for those of towns.
#[derive(Clone, Debug, Default)]
struct Votes {
    by_place: FxHashMap<PlaceId, f32>,
    countries: f32,
    divisions: f32,
}

/// The votes of a text; a name has none in its own case.
pub struct Context {
    all: Votes,
    by_name: Vec<Votes>,
    /// What the words of the text say for countries; part of all.
    by_words: FxHashMap<PlaceId, f32>,
}

/// A town that a name may mean, and how likely among all that are called so, from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Likely {
    pub candidate: Candidate,
    pub share: f32,
}

impl Likely {
    /// Of candidates and their scores, the best first.
    pub fn among(scored: impl Iterator<Item = (Candidate, f32)>) -> Vec<Self> {
        /// Of those behind, none counts.
        const MOST: usize = 8;

        let mut best = None;
        let mut all: Vec<_> = scored
            .take(MOST)
            .map(|(candidate, score)| Self {
                candidate,
                share: 10f32.powf(score - *best.get_or_insert(score)),
            })
            .collect();
        let sum: f32 = all.iter().map(|likely| likely.share).sum();
        for likely in &mut all {
            likely.share /= sum;
        }
        all.retain(|likely| matches!(likely.candidate.kind, Kind::City | Kind::County));
        all
    }
}

/// What the other names say for a place, as shares of their votes from 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub struct Favour {
    pub country: f32,
    /// Whether only the words of the text speak for the country, and no name.
    pub is_by_words: bool,
    pub division: f32,
    /// Whether the division is named, or two of its towns are.
    pub names_division: bool,
}

impl Context {
    /// `towns` are those that each name may mean, by the name's index.
    pub fn of(recognised: &Recognised, towns: &[Vec<Likely>]) -> Self {
        let mut by_name = vec![Votes::default(); recognised.names.len()];
        let mut seen = vec![false; recognised.names.len()];
        for mention in recognised
            .mentions
            .iter()
            .filter(|mention| !mention.is_weak)
        {
            let (Some(name), Some(votes), Some(seen)) = (
                recognised.names.get(mention.name),
                by_name.get_mut(mention.name),
                seen.get_mut(mention.name),
            ) else {
                continue;
            };
            votes.of_regions(name, mention);
            if let Some(within) = mention.within
                && let Some(candidate) = name.candidates.iter().find(|c| c.place == within.place)
            {
                votes.add(candidate, 1.0, 1.5);
            }
            if !std::mem::replace(seen, true) {
                for town in towns.get(mention.name).into_iter().flatten() {
                    votes.add(&town.candidate, 0.4 * town.share, 0.5 * town.share);
                }
            }
        }
        for &home in &recognised.homes {
            for town in towns.get(home).into_iter().flatten() {
                if let Some(votes) = by_name.get_mut(home) {
                    votes.add(
                        &town.candidate,
                        HOME * 0.4 * town.share,
                        HOME * 0.5 * town.share,
                    );
                }
            }
        }
        let mut all = Votes::default();
        for votes in &by_name {
            all.take(votes);
        }
        for &(country, votes) in &recognised.written_as_in {
            *all.by_place.entry(country).or_default() += votes;
            all.countries += votes;
        }
        Self {
            all,
            by_name,
            by_words: recognised.written_as_in.iter().copied().collect(),
        }
    }

    pub fn favour(&self, name: usize, candidate: &Candidate) -> Favour {
        let Some(own) = self.by_name.get(name) else {
            return Favour::default();
        };
        let votes = |place: Option<PlaceId>| {
            place
                .map_or(0.0, |place| self.all.of(place) - own.of(place))
                .max(0.0)
        };
        let share = |votes: f32, all: f32| votes / (all.max(0.0) + UNSAID);
        let country = votes(candidate.country);
        let by_words = candidate
            .country
            .and_then(|country| self.by_words.get(&country));
        let division = votes(candidate.division);
        Favour {
            country: share(country, self.all.countries - own.countries),
            is_by_words: by_words.is_some_and(|by_words| country - by_words < 0.01),
            division: share(division, self.all.divisions - own.divisions),
            names_division: division >= 0.99,
        }
    }
}

impl Votes {
    fn of(&self, place: PlaceId) -> f32 {
        self.by_place.get(&place).copied().unwrap_or_default()
    }

    fn add(&mut self, candidate: &Candidate, country: f32, division: f32) {
        if let Some(place) = candidate.country {
            *self.by_place.entry(place).or_default() += country;
            self.countries += country;
        }
        if let Some(place) = candidate.division {
            *self.by_place.entry(place).or_default() += division;
            self.divisions += division;
        }
    }

    fn take(&mut self, other: &Self) {
        #[expect(
            clippy::iter_over_hash_type,
            reason = "sums are the same in any order, but for rounding"
        )]
        for (&place, &votes) in &other.by_place {
            *self.by_place.entry(place).or_default() += votes;
        }
        self.countries += other.countries;
        self.divisions += other.divisions;
    }

    /// Countries and states by their own names, and by those of their people; less where the name has two of them.
    fn of_regions(&mut self, name: &Name, mention: &Mention) {
        let prominent = name
            .candidates
            .iter()
            .filter(|candidate| candidate.prominence > PROMINENT);
        let is_ambiguous = prominent.count() > 1;
        for candidate in &name.candidates {
            let full = if is_ambiguous { 0.5 } else { 1.0 };
            match (candidate.role, candidate.kind) {
                (Role::Demonym, _) => self.add(candidate, 0.5, 0.0),
                (_, Kind::Country) => self.add(candidate, full, 0.0),
                (_, Kind::Division)
                    if candidate.prominence > PROMINENT || mention.is_abbreviation =>
                {
                    self.add(candidate, 0.7 * full, full);
                }
                _ => {}
            }
        }
    }
}
