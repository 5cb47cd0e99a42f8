//! What a reader puts right in an article: a list of steps that can be undone and done again.
//!
//! Nothing is changed in place. The steps that are in force and the text are all that the [draft](super::draft) follows
//! from, so that undoing one is to leave it out.

mod meaning;
mod mentions;

pub use meaning::Meaning;
pub use mentions::{Mention, mentions, occurrences};

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// What a correction is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    /// Every mention that is taken for it: within a text, a name has one meaning.
    All(Meaning),
    /// The one that stands at these bytes.
    Here(Range<usize>),
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "step")]
pub enum Correction {
    /// It is what it is taken for.
    Confirm {
        of: Of,
    },
    /// It is this; of the mentions of one place, those that may be called so.
    Choose {
        of: Of,
        meaning: Meaning,
    },
    /// It is no place of the story.
    Drop {
        of: Of,
    },
    /// Two are one place, whatever it is called.
    Merge {
        from: Meaning,
        into: Meaning,
    },
    /// A place that was not found.
    Mark {
        /// Bytes of the text.
        range: Range<usize>,
        /// Also wherever else the same words stand.
        everywhere: bool,
        meaning: Meaning,
    },
    /// By the topic's id.
    DropTopic {
        topic: String,
    },
    RenameTopic {
        topic: String,
        name: String,
    },
}

impl Correction {
    /// Whether it is about a certain part of the text, and holds for no other text.
    pub fn is_of_bytes(&self) -> bool {
        match self {
            Self::Confirm { of } | Self::Choose { of, .. } | Self::Drop { of } => {
                matches!(of, Of::Here(_))
            }
            Self::Mark { .. } => true,
            Self::Merge { .. } | Self::DropTopic { .. } | Self::RenameTopic { .. } => false,
        }
    }
}

/// Steps more than these are none that a reader took.
const MOST: usize = 10_000;

/// The steps, of which those behind the cursor are undone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    steps: Vec<Correction>,
    done: usize,
}

impl Corrections {
    /// All of them in force.
    pub fn of(mut steps: Vec<Correction>) -> Self {
        steps.truncate(MOST);
        let done = steps.len();
        Self { steps, done }
    }

    pub fn in_force(&self) -> &[Correction] {
        self.steps.get(..self.done).unwrap_or_default()
    }

    /// Takes a step; those that were undone are gone.
    pub fn push(&mut self, step: Correction) {
        self.steps.truncate(self.done.min(MOST - 1));
        self.steps.push(step);
        self.done = self.steps.len();
    }

    /// Whether there was one.
    pub fn undo(&mut self) -> bool {
        let has_any = self.done > 0;
        self.done = self.done.saturating_sub(1);
        has_any
    }

    pub fn redo(&mut self) -> bool {
        let has_any = self.done < self.steps.len();
        self.done += usize::from(has_any);
        has_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_step_takes_the_place_of_those_undone() {
        let drop = |topic: &str| Correction::DropTopic {
            topic: topic.to_owned(),
        };
        let mut corrections = Corrections::default();
        assert!(!corrections.undo() && !corrections.redo());
        for topic in ["a", "b", "c"] {
            corrections.push(drop(topic));
        }

        assert!(corrections.undo() && corrections.undo());
        assert_eq!(corrections.in_force(), [drop("a")]);
        assert!(corrections.redo());
        assert_eq!(corrections.in_force(), [drop("a"), drop("b")]);
        corrections.push(drop("d"));

        assert!(!corrections.redo());
        assert_eq!(corrections.in_force(), [drop("a"), drop("b"), drop("d")]);
    }
}
