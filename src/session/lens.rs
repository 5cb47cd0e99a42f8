//! The filter in force.

use std::collections::BTreeSet;

use crate::story::{ActorId, Date, DateRange, Passage, PlaceId, TopicId};

/// Of one kind any will do, the kinds must all agree: "Bijie or Hangzhou, and Education".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    pub(super) places: BTreeSet<PlaceId>,
    pub(super) topics: BTreeSet<TopicId>,
    pub(super) actors: BTreeSet<ActorId>,
    pub(super) dates: Option<DateRange>,
}

impl Lens {
    pub(super) fn toggle_place(&mut self, place: PlaceId) {
        toggle(&mut self.places, place);
    }

    pub(super) fn toggle_topic(&mut self, topic: TopicId) {
        toggle(&mut self.topics, topic);
    }

    pub(super) fn toggle_actor(&mut self, actor: ActorId) {
        toggle(&mut self.actors, actor);
    }

    pub(super) fn set_dates(&mut self, dates: Option<DateRange>) {
        self.dates = dates;
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub fn dates(&self) -> Option<DateRange> {
        self.dates
    }

    /// Whether a date may lie within those asked for.
    pub fn passes_date(&self, date: Date) -> bool {
        self.dates.is_none_or(|dates| dates.may_hold(date))
    }

    pub fn has_place(&self, place: PlaceId) -> bool {
        self.places.contains(&place)
    }

    pub fn has_topic(&self, topic: TopicId) -> bool {
        self.topics.contains(&topic)
    }

    pub fn has_actor(&self, actor: ActorId) -> bool {
        self.actors.contains(&actor)
    }

    /// In the story's order.
    pub fn actors(&self) -> impl Iterator<Item = ActorId> {
        self.actors.iter().copied()
    }

    /// In the story's order.
    pub fn places(&self) -> impl Iterator<Item = PlaceId> {
        self.places.iter().copied()
    }

    /// In the story's order.
    pub fn topics(&self) -> impl Iterator<Item = TopicId> {
        self.topics.iter().copied()
    }

    pub fn passes(&self, passage: &Passage) -> bool {
        any_of(&self.places, &passage.places)
            && any_of(&self.topics, &passage.topics)
            && any_of(&self.actors, &passage.actors)
            && (self.dates.is_none() || passage.dates.iter().any(|&date| self.passes_date(date)))
    }
}

fn toggle<T: Ord>(wanted: &mut BTreeSet<T>, thing: T) {
    if !wanted.remove(&thing) {
        wanted.insert(thing);
    }
}

/// Whether one of the wanted is there; nothing wanted is always there.
fn any_of<T: Ord>(wanted: &BTreeSet<T>, there: &[T]) -> bool {
    wanted.is_empty() || there.iter().any(|thing| wanted.contains(thing))
}
