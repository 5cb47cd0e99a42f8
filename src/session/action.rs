//! Everything a reader can do to a session.

use super::Page;
use crate::story::{ActorId, DateRange, Item, PlaceId, TopicId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Select(Item),
    /// To the page of people and organisations, and to this one on it.
    Meet(ActorId),
    /// To what was found out about a place or region.
    Examine(Item),
    /// Back to the whole story.
    Deselect,
    Turn(Page),
    TogglePlace(PlaceId),
    ToggleTopic(TopicId),
    ToggleActor(ActorId),
    /// Only what is dated within; none: whatever its date.
    SetDates(Option<DateRange>),
    ClearLens,
    /// What the reader has typed into the search so far; blank ends it.
    Search(String),
    /// To another thing that the search found.
    StepHit(Direction),
    /// To another mention of the selected place, in the text of that language.
    StepMention(Direction, &'static str),
    Step(Step),
    /// The tour starts, or goes on from where the reader is.
    Play,
    Pause,
    /// The tour's own next step; after the last passage it ends.
    PlayOn,
    /// The reader took the map into their own hands.
    Stray,
    /// Back to where the story is, from wherever the map was taken.
    Continue,
    /// To where the reader was before, or came back from.
    Travel(Direction),
    /// One step out: of the tour, the search, the selection, then of the lens.
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

/// Which way to go, among what the search found, the mentions of a place, or where the reader has been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Previous,
    Next,
}

impl Action {
    /// Whether it takes the reader out of a tour that plays: they go somewhere of their own.
    pub(super) fn leaves_tour(&self) -> bool {
        match self {
            Self::Select(_)
            | Self::Examine(_)
            | Self::Deselect
            | Self::Meet(_)
            | Self::Turn(_)
            | Self::Search(_)
            | Self::StepHit(_)
            | Self::StepMention(..)
            | Self::Travel(_) => true,
            Self::TogglePlace(_)
            | Self::ToggleTopic(_)
            | Self::ToggleActor(_)
            | Self::SetDates(_)
            | Self::ClearLens
            | Self::Step(_)
            | Self::Play
            | Self::Pause
            | Self::PlayOn
            | Self::Stray
            | Self::Continue
            | Self::Back => false,
        }
    }
}
