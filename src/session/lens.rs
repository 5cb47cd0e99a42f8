//! The filter in force.

use std::collections::BTreeSet;

use crate::story::{Passage, PlaceId, TopicId};

/// Of one kind any will do, the kinds must all agree: "Bijie or Hangzhou, and Education".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    places: BTreeSet<PlaceId>,
    topics: BTreeSet<TopicId>,
}

impl Lens {
    pub(super) fn toggle_place(&mut self, place: PlaceId) {
        if !self.places.remove(&place) {
            self.places.insert(place);
        }
    }

    pub(super) fn toggle_topic(&mut self, topic: TopicId) {
        if !self.topics.remove(&topic) {
            self.topics.insert(topic);
        }
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty() && self.topics.is_empty()
    }

    pub fn has_place(&self, place: PlaceId) -> bool {
        self.places.contains(&place)
    }

    pub fn has_topic(&self, topic: TopicId) -> bool {
        self.topics.contains(&topic)
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
        let place =
            self.places.is_empty() || passage.places.iter().any(|p| self.places.contains(p));
        let topic =
            self.topics.is_empty() || passage.topics.iter().any(|t| self.topics.contains(t));
        place && topic
    }
}
