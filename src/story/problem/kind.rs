//! The kinds of things in a story.

use crate::sentences::{Language, Said};
use crate::story::limits;

/// A kind of thing that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Place,
    Region,
    Topic,
    Actor,
    Event,
    Connection,
    Subject,
    Module,
    Passage,
}

impl Kind {
    /// How many kinds there are.
    pub(in crate::story) const COUNT: usize = Self::Passage as usize + 1;

    /// As tables of a story file are called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Region => "region",
            Self::Topic => "topic",
            Self::Actor => "actor",
            Self::Event => "event",
            Self::Connection => "connection",
            Self::Subject => "subject",
            Self::Module => "module",
            Self::Passage => "passage",
        }
    }

    /// How many a story may have.
    pub fn limit(self) -> usize {
        match self {
            Self::Place | Self::Connection => limits::PLACES,
            Self::Event | Self::Passage => limits::PASSAGES,
            Self::Region | Self::Topic | Self::Actor | Self::Subject | Self::Module => {
                limits::OTHERS
            }
        }
    }
}

/// In English with its article.
impl Said for Kind {
    type Words<'a> = &'static str;

    fn said(&self, language: Language) -> &'static str {
        match (language, self) {
            (Language::English, Self::Place) => "a place",
            (Language::English, Self::Region) => "a region",
            (Language::English, Self::Topic) => "a topic",
            (Language::English, Self::Actor) => "an actor",
            (Language::English, Self::Event) => "an event",
            (Language::English, Self::Connection) => "a connection",
            (Language::English, Self::Subject) => "a subject",
            (Language::English, Self::Module) => "a module",
            (Language::English, Self::Passage) => "a passage",
            (Language::Chinese, Self::Place) => "地点",
            (Language::Chinese, Self::Region) => "地区",
            (Language::Chinese, Self::Topic) => "话题",
            (Language::Chinese, Self::Actor) => "人物或机构",
            (Language::Chinese, Self::Event) => "事件",
            (Language::Chinese, Self::Connection) => "连线",
            (Language::Chinese, Self::Subject) => "科目",
            (Language::Chinese, Self::Module) => "模块",
            (Language::Chinese, Self::Passage) => "段落",
        }
    }
}
