//! Everything a reader can do to a session.

use super::Page;
use crate::story::{ActorId, Item, PlaceId, TopicId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Select(Item),
    /// To the page of people and organisations, and to this one on it.
    Meet(ActorId),
    /// Back to the whole story.
    Deselect,
    Turn(Page),
    TogglePlace(PlaceId),
    ToggleTopic(TopicId),
    ToggleActor(ActorId),
    ClearLens,
    /// What the reader has typed into the search so far; blank ends it.
    Search(String),
    /// To another thing that the search found.
    StepHit(HitStep),
    Step(Step),
    /// One step out, as of the selection and then of the lens.
    Back,
}

/// Where to go among the passages that the lens lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    First,
    Previous,
    Next,
    Last,
}

/// Where to go among the things that the search found; after the last comes the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitStep {
    Previous,
    Next,
}
