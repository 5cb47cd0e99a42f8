//! A place as a text names it.

use std::ops::Range;

use super::evidence::{Doubt, Reason};
use super::gazetteer::{PlaceId, Role};

/// A name in a text, and the place that it is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Toponym {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub place: PlaceId,
    /// Among the names of the text: the same for all that are looked up alike.
    pub name: usize,
    pub role: Role,
    /// From 0 to 1.
    pub confidence: f32,
    pub reasons: Vec<Reason>,
    pub doubts: Vec<Doubt>,
}

/// Below it, a reader should be told.
const SURE: f32 = 0.65;

impl Toponym {
    /// Whether it stands inside the name of something else: a firm, a university.
    pub fn is_associative(&self) -> bool {
        self.doubts.contains(&Doubt::PartOfOtherName)
    }

    pub fn is_doubtful(&self) -> bool {
        self.confidence < SURE
    }
}
