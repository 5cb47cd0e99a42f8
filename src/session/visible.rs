//! What the lens lets through, worked out once for each lens.

use super::Lens;
use crate::story::{PassageId, PlaceId, Story};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visible {
    /// In reading order.
    passages: Vec<PassageId>,
    /// By passage.
    passes: Vec<bool>,
    /// By place: how many of the visible passages mention it.
    mentioned: Vec<usize>,
}

impl Visible {
    pub fn new(story: &Story, lens: &Lens) -> Self {
        let mut visible = Self {
            passages: Vec::new(),
            passes: Vec::with_capacity(story.passages().len()),
            mentioned: vec![0; story.places().len()],
        };
        for (id, passage) in story.passages() {
            let passes = lens.passes(passage);
            visible.passes.push(passes);
            if passes {
                visible.passages.push(id);
                for place in &passage.places {
                    if let Some(count) = visible.mentioned.get_mut(place.index()) {
                        *count += 1;
                    }
                }
            }
        }
        visible
    }

    /// The passages that pass, in reading order.
    pub fn passages(&self) -> &[PassageId] {
        &self.passages
    }

    pub fn passage(&self, passage: PassageId) -> bool {
        self.passes.get(passage.index()).copied().unwrap_or(false)
    }

    /// Modules and subjects follow their passage; without one they always show.
    pub fn follows(&self, passage: Option<PassageId>) -> bool {
        passage.is_none_or(|passage| self.passage(passage))
    }

    /// How many of the visible passages mention the place; none for a dimmed one.
    pub fn mentions(&self, place: PlaceId) -> usize {
        self.mentioned.get(place.index()).copied().unwrap_or(0)
    }
}
