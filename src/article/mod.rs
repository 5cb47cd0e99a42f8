//! Plain articles: the places that a text names, found and told apart by rules and a gazetteer inside the program.
//!
//! [`recognition`] finds names that may be places, [`resolution`] chooses which place each means and keeps the
//! [`evidence`]; [`gazetteer`] is what both look up. [`draft`] makes a story of it, with the [`corrections`] of its
//! reader, who is [`mending`] it. Nothing here learns, and nothing is fetched.

pub mod corrections;
pub mod draft;
pub mod evidence;
pub(crate) mod fold;
pub mod gazetteer;
pub mod mending;
mod recognition;
mod resolution;
mod toponym;

pub use toponym::Toponym;

use std::collections::HashSet;

use gazetteer::{Gazetteer, PlaceId, References};
use recognition::Name;
use resolution::Resolved;

/// The places of a text.
pub struct Places {
    gazetteer: &'static Gazetteer,
    resolved: Resolved,
}

/// Finds the places that a text names. None where the gazetteer cannot be read.
pub fn places(text: &str) -> Option<Places> {
    let gazetteer = Gazetteer::open()?;
    let recognised = recognition::recognise(gazetteer, text);
    let resolved = resolution::resolve(gazetteer, &recognised);
    Some(Places {
        gazetteer,
        resolved,
    })
}

/// All places that a name may mean, the most prominent first.
pub fn candidates(gazetteer: &Gazetteer, name: &str) -> Vec<PlaceId> {
    let key = fold::fold(name);
    let references = gazetteer.places(&key);
    let name = Name::new(
        gazetteer,
        &key,
        references.into_iter().flat_map(References::iter),
    );
    let mut places: Vec<_> = name.candidates.iter().map(|named| named.place).collect();
    let mut seen = HashSet::new();
    places.retain(|&place| seen.insert(place));
    places
}

impl Places {
    pub fn gazetteer(&self) -> &'static Gazetteer {
        self.gazetteer
    }

    /// In the order of the text; none overlaps another.
    pub fn toponyms(&self) -> &[Toponym] {
        &self.resolved.toponyms
    }

    /// All places that the toponym may mean, the likeliest first.
    pub fn candidates(&self, toponym: &Toponym) -> impl Iterator<Item = PlaceId> {
        let ranking = self.resolved.rankings.get(toponym.name);
        ranking
            .into_iter()
            .flatten()
            .map(|ranked| ranked.candidate.place)
    }
}
