//! A draft: a story as its file tells it, before anything is checked.
//!
//! Every format is read into a [`Draft`], and [`Draft::finish`] is the only way from there to a story. Ids are
//! still texts here, dates and numbers may be nonsense, and each value knows where in the file it stands.

use std::ops::Range;

use smol_str::SmolStr;

use super::FileSpan;
use super::problem::Problems;
use super::{ByLanguage, Doubt};

/// A story that has not been checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    pub title: Name,
    /// English where it is missing.
    pub language: Field<SmolStr>,
    pub source: Source,
    pub introduction: Vec<Block>,
    pub places: Vec<Place>,
    pub regions: Vec<Region>,
    pub topics: Vec<Topic>,
    pub actors: Vec<Actor>,
    pub events: Vec<Event>,
    pub connections: Vec<Connection>,
    pub subjects: Vec<Lesson>,
    pub modules: Vec<Lesson>,
    pub passages: Vec<Passage>,
    /// Id of the actor who teaches.
    pub curriculum: Field<SmolStr>,
    /// What the reader of the format found wrong.
    pub problems: Problems,
}

/// A value and the bytes of the file it was read from, where the format can tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Located<T> {
    pub value: T,
    pub span: Option<FileSpan>,
}

/// What a file has for one key.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Field<T> {
    #[default]
    Missing,
    /// There, but not to be read; its problem is told already.
    Wrong,
    Given(Located<T>),
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Given(Located { value, span: None })
    }
}

impl From<String> for Field<SmolStr> {
    fn from(value: String) -> Self {
        SmolStr::from(value).into()
    }
}

impl From<&str> for Field<SmolStr> {
    fn from(value: &str) -> Self {
        SmolStr::from(value).into()
    }
}

impl<T> Field<T> {
    pub fn given(self) -> Option<Located<T>> {
        match self {
            Self::Given(located) => Some(located),
            Self::Missing | Self::Wrong => None,
        }
    }
}

/// A short text, and its translations by language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Name {
    pub text: Field<SmolStr>,
    pub translations: ByLanguage<Located<SmolStr>>,
}

/// What all things with an id have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    pub id: Field<SmolStr>,
    pub name: Name,
    /// Where the thing begins.
    pub span: Option<FileSpan>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    pub title: Name,
    pub publisher: Name,
    pub date: Field<SmolStr>,
    pub time: Field<SmolStr>,
    pub authors: Vec<Located<SmolStr>>,
    pub byline: Name,
    pub url: Field<SmolStr>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub entry: Entry,
    pub lat: Field<f64>,
    pub lon: Field<f64>,
    pub region: Name,
    pub kind: Field<SmolStr>,
    pub note: Name,
    pub context: Name,
    pub doubt: Option<Doubt>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    pub entry: Entry,
    pub lat: Field<f64>,
    pub lon: Field<f64>,
    pub kind: Field<SmolStr>,
    pub code: Field<SmolStr>,
    pub context: Name,
    pub doubt: Option<Doubt>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topic {
    pub entry: Entry,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actor {
    pub entry: Entry,
    /// `person` or `organisation`; a person where it is missing.
    pub kind: Field<SmolStr>,
    pub role: Name,
    pub context: Name,
    pub places: Vec<Located<SmolStr>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    pub entry: Entry,
    pub date: Field<SmolStr>,
    pub passage: Field<SmolStr>,
    pub places: Vec<Located<SmolStr>>,
    pub actors: Vec<Located<SmolStr>>,
    pub context: Name,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Connection {
    pub entry: Entry,
    pub from: Field<SmolStr>,
    pub to: Field<SmolStr>,
    pub passage: Field<SmolStr>,
    pub context: Name,
}

/// A subject or a module of the curriculum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lesson {
    pub entry: Entry,
    pub passage: Field<SmolStr>,
    pub note: Name,
    pub context: Name,
}

/// The entry's name is its title.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    pub entry: Entry,
    pub paragraphs: Vec<u32>,
    pub topics: Vec<Located<SmolStr>>,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum BlockKind {
    #[default]
    Paragraph,
    Quote,
    Item,
    Context,
    /// The block's text is its caption. By itself: most blocks are words, and take less room so.
    Image(Box<Image>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// As written.
    pub path: Located<SmolStr>,
    pub alt: String,
    pub credit: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    pub kind: BlockKind,
    pub text: String,
    pub spans: Vec<Span>,
    /// Where it stands in the file.
    pub span: Option<FileSpan>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Bytes of the block's text.
    pub range: Range<usize>,
    pub style: Style,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Style {
    Emphasis,
    Strong,
    /// As written: `#` and an id, or an address on the web.
    Link(Located<SmolStr>),
}
