//! The words problems use for the parts of a story.

use std::fmt;

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

/// With its article, as in "a place".
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let article = match self {
            Self::Actor | Self::Event => "an",
            Self::Place
            | Self::Region
            | Self::Topic
            | Self::Connection
            | Self::Subject
            | Self::Module
            | Self::Passage => "a",
        };
        write!(f, "{article} {}", self.word())
    }
}

/// Markdown that a passage does not show as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unshown {
    Table,
    Code,
    Image,
    Html,
    LinkInTitle,
}

/// What becomes of it.
impl fmt::Display for Unshown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Table => "a table is shown as lines of text",
            Self::Code => "code is shown as plain text",
            Self::Image => "an image within a text is shown as its description only",
            Self::Html => "HTML is not shown",
            Self::LinkInTitle => "a link in a heading is shown as plain text",
        })
    }
}

impl Unshown {
    pub(super) fn instead(self) -> &'static str {
        match self {
            Self::Table => "write a list, one line for each row",
            Self::Code => "take the backquotes or the indentation away",
            Self::Image => {
                "leave an empty line before and after the image, outside of quotations and lists"
            }
            Self::Html => "write Markdown, as in `*emphasis*`; remarks in `<!-- -->` may stay",
            Self::LinkInTitle => "put the link into the text below the heading",
        }
    }
}
