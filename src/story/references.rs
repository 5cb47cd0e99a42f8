//! References: what an id in a draft stands for.

use smol_str::SmolStr;

use super::FileSpan;
use super::check::Check;
use super::draft::{Field, Located};
use super::keys::shortened;
use super::problem::{Kind, Kinds, ProblemKind, Severity, nearest};
use super::{ActorId, Item, PassageId, PlaceId, TopicId, limits};

impl Item {
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Place(_) => Kind::Place,
            Self::Region(_) => Kind::Region,
            Self::Topic(_) => Kind::Topic,
            Self::Actor(_) => Kind::Actor,
            Self::Event(_) => Kind::Event,
            Self::Connection(_) => Kind::Connection,
            Self::Subject(_) => Kind::Subject,
            Self::Module(_) => Kind::Module,
            Self::Passage(_) => Kind::Passage,
        }
    }
}

impl Check {
    pub fn place(&mut self, id: &Located<SmolStr>) -> Option<PlaceId> {
        match self.item(&id.value, id.span, &[Kind::Place])? {
            Item::Place(place) => Some(place),
            _ => None,
        }
    }

    pub fn topic(&mut self, id: &Located<SmolStr>) -> Option<TopicId> {
        match self.item(&id.value, id.span, &[Kind::Topic])? {
            Item::Topic(topic) => Some(topic),
            _ => None,
        }
    }

    pub fn actor(&mut self, id: &Located<SmolStr>) -> Option<ActorId> {
        match self.item(&id.value, id.span, &[Kind::Actor])? {
            Item::Actor(actor) => Some(actor),
            _ => None,
        }
    }

    pub fn passage(&mut self, id: Field<SmolStr>) -> Option<PassageId> {
        let id = id.given()?;
        match self.item(&id.value, id.span, &[Kind::Passage])? {
            Item::Passage(passage) => Some(passage),
            _ => None,
        }
    }

    /// What an id stands for, if it is one of the kinds. Nothing is said of an id whose own thing was left out:
    /// that has been said.
    pub fn item(&mut self, id: &str, span: Option<FileSpan>, kinds: &[Kind]) -> Option<Item> {
        match self.ids.get(id) {
            Some(found) if kinds.contains(&found.kind()) => found.item(),
            Some(found) => {
                let found = found.kind();
                self.problems.push(
                    ProblemKind::WrongKind {
                        id: shortened(id),
                        found,
                        expected: Kinds(kinds.to_vec()),
                    },
                    span,
                );
                None
            }
            None => {
                let nearest = self.nearest(id, kinds);
                self.problems.push(
                    ProblemKind::UnknownId {
                        id: shortened(id),
                        nearest,
                    },
                    span,
                );
                None
            }
        }
    }

    fn nearest(&self, id: &str, kinds: &[Kind]) -> Option<String> {
        if self.problems.is_full(Severity::Fault) || self.ids.len() > limits::SUGGESTIONS {
            return None;
        }
        let candidates = self
            .ids
            .iter()
            .filter(|(_, taken)| kinds.contains(&taken.kind()))
            .map(|(id, _)| id);
        nearest(id, candidates)
    }
}
