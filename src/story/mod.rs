//! What a story is: plain data that is whole by construction.
//!
//! A [`Story`] is made only by [`Draft::finish`], which turns names into ids and leaves out what does not hold.
//! So every id in a story leads somewhere, and look-ups need no error. [`Draft::translate`] adds languages to it.

mod by_language;
mod check;
mod clean;
mod date;
mod file_span;
mod finish;
mod id;
mod ids;
mod image_path;
mod keys;
mod languages;
mod mentions;
mod name;
mod prose;
mod references;
mod spans;
mod things;
mod timeline;
mod translate;
mod web_address;

pub mod draft;
pub mod limits;
pub mod problem;

pub use by_language::ByLanguage;
pub use check::is_language;
pub(crate) use clean::{printable, printed_as};
pub use date::Date;
pub use draft::Draft;
pub use file_span::FileSpan;
#[cfg(test)]
pub use id::testing;
pub use id::{
    ActorId, ConnectionId, EventId, ModuleId, PassageId, PlaceId, RegionId, SubjectId, TopicId,
};
pub(crate) use keys::{is_id, slug};
pub use name::Name;
pub use problem::{Problem, Severity};
pub use prose::{Block, Image, Link, Prose, Span, Style};
pub(crate) use things::both_ends;
pub use timeline::{DateRange, Stop};
pub use web_address::{host, is_web_address};

use std::collections::BTreeMap;

use smol_str::SmolStr;

use crate::lists::Lists;
use ids::Ids;

/// A story, checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    pub title: Name,
    /// Language of the story's own text, as in `en` or `zh`.
    pub language: String,
    pub source: Source,
    /// What stands before the first passage.
    pub introduction: Vec<Block>,

    places: Vec<Place>,
    regions: Vec<Region>,
    topics: Vec<Topic>,
    actors: Vec<Actor>,
    events: Vec<Event>,
    connections: Vec<Connection>,
    subjects: Vec<Subject>,
    modules: Vec<Module>,
    passages: Vec<Passage>,

    /// Who teaches the subjects and modules.
    pub curriculum: Option<ActorId>,

    /// The passages that mention a place, in reading order.
    passages_of_place: Lists<PassageId>,
    /// The places that most passages mention, in the story's order.
    prominent_places: Vec<PlaceId>,
    passages_of_region: Lists<PassageId>,
    passages_of_topic: Lists<PassageId>,
    passages_of_actor: Lists<PassageId>,
    timeline: Vec<Stop>,
    /// Of the introduction and the passages, by language; never the story's own, and never without any text.
    texts: BTreeMap<String, languages::Texts>,
    /// Ids as the file writes them, to what they stand for.
    by_key: Ids,
}

/// Anything in a story that has an id of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    Place(PlaceId),
    Region(RegionId),
    Topic(TopicId),
    Actor(ActorId),
    Event(EventId),
    Connection(ConnectionId),
    Subject(SubjectId),
    Module(ModuleId),
    Passage(PassageId),
}

/// What the story retells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub title: Name,
    pub publisher: Name,
    pub date: Option<Date>,
    /// Time of day as printed, as in `10:06`.
    pub time: Option<String>,
    pub authors: Vec<String>,
    /// One line on who reported from where, in the story's own words.
    pub byline: Name,
    /// Only `http` or `https`.
    pub url: Option<String>,
}

/// A point on the map with a marker of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub key: SmolStr,
    pub name: Name,
    /// Degrees north, at most 85.0511 from the equator: beyond, the map cannot show it.
    pub lat: f64,
    /// Degrees east, from -180 to 180.
    pub lon: f64,
    /// Where it lies, as in "Guizhou, China".
    pub region: Name,
    /// A word for what it is, as in `city`.
    pub kind: SmolStr,
    /// Why it is in the story.
    pub note: Name,
    /// What the story adds to its source about it.
    pub context: Name,
    /// Why it may be another place than its source means; none where a person has placed it.
    pub doubt: Option<Doubt>,
}

/// Why a place that a program found in a text may not be what the text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Another place that is called so is almost as likely: as in "Bijie, Guizhou, China".
    Rival(String),
    /// Nothing in the text says that the name is a place's.
    NothingSaysPlace,
}

/// An area that the text names; never a marker.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    pub key: SmolStr,
    pub name: Name,
    /// Where its name stands, in degrees north and east.
    pub center: Option<(f64, f64)>,
    /// A word for what it is, as in `country` or `province`.
    pub kind: SmolStr,
    /// Of ISO 3166, as in `NL` or `CN-GZ`; there may be an outline of that code or not.
    pub code: Option<String>,
    pub context: Name,
    pub doubt: Option<Doubt>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    pub key: SmolStr,
    pub name: Name,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActorKind {
    #[default]
    Person,
    Organisation,
}

/// A person or an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    pub key: SmolStr,
    pub name: Name,
    pub kind: ActorKind,
    /// What they do or are in the story.
    pub role: Name,
    pub context: Name,
    pub places: Vec<PlaceId>,
}

/// A dated fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub key: SmolStr,
    pub name: Name,
    pub date: Date,
    pub passage: Option<PassageId>,
    pub places: Vec<PlaceId>,
    pub actors: Vec<ActorId>,
    pub context: Name,
}

/// A line between two different places, with a reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Connection {
    pub key: SmolStr,
    pub from: PlaceId,
    pub to: PlaceId,
    pub name: Name,
    pub passage: Option<PassageId>,
    pub context: Name,
}

/// A field of study of the curriculum.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    pub key: SmolStr,
    pub name: Name,
    pub passage: Option<PassageId>,
    pub note: Name,
    pub context: Name,
}

/// A module of the curriculum, which a reader can tick as studied.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    pub key: SmolStr,
    pub name: Name,
    pub passage: Option<PassageId>,
    /// What the source says of it.
    pub note: Name,
    /// What the story adds: what the module covers.
    pub context: Name,
}

/// A titled section, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    pub key: SmolStr,
    pub title: Name,
    /// Numbers of the source's paragraphs that it retells.
    pub paragraphs: Vec<u32>,
    pub topics: Vec<TopicId>,
    pub blocks: Vec<Block>,
    /// The places its text mentions, in order of first mention, each once.
    pub places: Vec<PlaceId>,
    pub regions: Vec<RegionId>,
    pub actors: Vec<ActorId>,
    /// Of the events it tells of, in the story's order.
    pub dates: Vec<Date>,
}

/// Look-ups by id: one getter and one walk per kind of thing.
macro_rules! lookups {
    ($($one:ident, $all:ident: $thing:ident, $id:ident;)*) => {
        impl Story {
            $(
                #[expect(clippy::indexing_slicing, reason = "only `Draft::finish` makes ids, from these very lists")]
                pub fn $one(&self, id: $id) -> &$thing {
                    &self.$all[id.index()]
                }

                pub fn $all(&self) -> impl ExactSizeIterator<Item = ($id, &$thing)> + DoubleEndedIterator {
                    self.$all.iter().enumerate().map(|(index, thing)| ($id::new(index), thing))
                }
            )*
        }
    };
}

lookups! {
    place, places: Place, PlaceId;
    region, regions: Region, RegionId;
    topic, topics: Topic, TopicId;
    actor, actors: Actor, ActorId;
    event, events: Event, EventId;
    connection, connections: Connection, ConnectionId;
    subject, subjects: Subject, SubjectId;
    module, modules: Module, ModuleId;
    passage, passages: Passage, PassageId;
}

impl Story {
    /// The passages that mention the place, in reading order.
    pub fn passages_of_place(&self, id: PlaceId) -> &[PassageId] {
        self.passages_of_place.of(id.index())
    }

    /// The places that most passages mention, in the story's order: all of them, but for very large stories.
    pub fn prominent_places(&self) -> &[PlaceId] {
        &self.prominent_places
    }

    pub fn passages_of_region(&self, id: RegionId) -> &[PassageId] {
        self.passages_of_region.of(id.index())
    }

    pub fn passages_of_topic(&self, id: TopicId) -> &[PassageId] {
        self.passages_of_topic.of(id.index())
    }

    pub fn passages_of_actor(&self, id: ActorId) -> &[PassageId] {
        self.passages_of_actor.of(id.index())
    }

    /// Why a place or region may be another than the story's source means.
    pub fn doubt(&self, item: Item) -> Option<&Doubt> {
        match item {
            Item::Place(id) => self.place(id).doubt.as_ref(),
            Item::Region(id) => self.region(id).doubt.as_ref(),
            Item::Topic(_)
            | Item::Actor(_)
            | Item::Event(_)
            | Item::Connection(_)
            | Item::Subject(_)
            | Item::Module(_)
            | Item::Passage(_) => None,
        }
    }

    /// Every date of the story once, in order of time, that of its source among them.
    pub fn timeline(&self) -> &[Stop] {
        &self.timeline
    }

    /// The id as the file writes it: the way back from an id to what outlasts a change of the file.
    pub fn key(&self, item: Item) -> &str {
        match item {
            Item::Place(id) => &self.place(id).key,
            Item::Region(id) => &self.region(id).key,
            Item::Topic(id) => &self.topic(id).key,
            Item::Actor(id) => &self.actor(id).key,
            Item::Event(id) => &self.event(id).key,
            Item::Connection(id) => &self.connection(id).key,
            Item::Subject(id) => &self.subject(id).key,
            Item::Module(id) => &self.module(id).key,
            Item::Passage(id) => &self.passage(id).key,
        }
    }

    /// What an id written in the file stands for.
    pub fn find(&self, key: &str) -> Option<Item> {
        self.by_key.get(key)?.item()
    }
}
