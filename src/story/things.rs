//! The things of a story, one kind after the other: what does not hold is left out.

use smol_str::SmolStr;

use super::FileSpan;
use super::draft::{self, Field, Located};
use super::finish::{Finish, each_once};
use super::keys::shortened;
use super::problem::{Kind, ProblemKind};
use super::{
    Actor, ActorId, ActorKind, Connection, ConnectionId, Event, EventId, Item, Module, ModuleId,
    Name, Place, PlaceId, Region, RegionId, Story, Subject, SubjectId, Topic, TopicId,
};

impl Finish {
    pub fn places(&mut self, places: Vec<draft::Place>) {
        let mut count = 0;
        let placed = |(index, place)| {
            let place = self.placed(index, place, PlaceId::new(count))?;
            count += 1;
            Some(place)
        };
        // Collected into the room that the draft's had, the most that a large story takes: it is not touched twice.
        let mut places: Vec<Place> = places.into_iter().enumerate().filter_map(placed).collect();
        places.shrink_to_fit();
        self.story.places = places;
    }

    fn placed(&mut self, index: usize, mut place: draft::Place, id: PlaceId) -> Option<Place> {
        let (own, key) = self.key(Kind::Place, index, &mut place.entry)?;
        let span = place.entry.span;
        let name = self.named(Kind::Place, place.entry, &key);
        let (lat, lon) = self
            .check
            .position(Kind::Place, place.lat, place.lon, span)?;
        self.check.ids.stands_for(own, Item::Place(id));
        Some(Place {
            key,
            name,
            lat,
            lon,
            region: self.check.name(place.region),
            kind: self.check.word(place.kind),
            note: self.check.note(place.note),
            context: self.check.note(place.context),
            doubt: place.doubt,
        })
    }

    pub fn regions(&mut self, regions: Vec<draft::Region>) {
        for (index, mut region) in regions.into_iter().enumerate() {
            let Some((own, key)) = self.key(Kind::Region, index, &mut region.entry) else {
                continue;
            };
            let span = region.entry.span;
            let name = self.named(Kind::Region, region.entry, &key);
            let has_position = region.lat != Field::Missing || region.lon != Field::Missing;
            let center = has_position
                .then(|| {
                    self.check
                        .position(Kind::Region, region.lat, region.lon, span)
                })
                .flatten();
            let id = RegionId::new(self.story.regions.len());
            self.check.ids.stands_for(own, Item::Region(id));
            self.story.regions.push(Region {
                key,
                name,
                center,
                kind: self.check.word(region.kind),
                code: self.check.region_code(region.code),
                context: self.check.note(region.context),
                doubt: region.doubt,
            });
        }
    }

    pub fn topics(&mut self, topics: Vec<draft::Topic>) {
        for (index, mut topic) in topics.into_iter().enumerate() {
            let Some((own, key)) = self.key(Kind::Topic, index, &mut topic.entry) else {
                continue;
            };
            let name = self.named(Kind::Topic, topic.entry, &key);
            let id = TopicId::new(self.story.topics.len());
            self.check.ids.stands_for(own, Item::Topic(id));
            self.story.topics.push(Topic { key, name });
        }
    }

    pub fn actors(&mut self, actors: Vec<draft::Actor>) {
        for (index, mut actor) in actors.into_iter().enumerate() {
            let Some((own, key)) = self.key(Kind::Actor, index, &mut actor.entry) else {
                continue;
            };
            let name = self.named(Kind::Actor, actor.entry, &key);
            let id = ActorId::new(self.story.actors.len());
            self.check.ids.stands_for(own, Item::Actor(id));
            let actor = Actor {
                key,
                name,
                kind: self.actor_kind(actor.kind),
                role: self.check.name(actor.role),
                context: self.check.note(actor.context),
                places: self.place_ids(actor.places),
            };
            self.story.actors.push(actor);
        }
    }

    fn actor_kind(&mut self, kind: Field<SmolStr>) -> ActorKind {
        let Some(kind) = kind.given() else {
            return ActorKind::default();
        };
        match kind.value.as_str() {
            "person" => ActorKind::Person,
            "organisation" => ActorKind::Organisation,
            other => {
                self.check.problems.push(
                    ProblemKind::WrongActorKind {
                        text: shortened(other),
                    },
                    kind.span,
                );
                ActorKind::default()
            }
        }
    }

    fn place_ids(&mut self, ids: Vec<Located<SmolStr>>) -> Vec<PlaceId> {
        each_once(ids.into_iter().filter_map(|id| self.check.place(&id)))
    }

    pub fn events(&mut self, events: Vec<draft::Event>) {
        for (index, mut event) in events.into_iter().enumerate() {
            let Some((own, key)) = self.key(Kind::Event, index, &mut event.entry) else {
                continue;
            };
            let span = event.entry.span;
            let name = self.named(Kind::Event, event.entry, &key);
            if event.date == Field::Missing {
                self.check.problems.push(
                    ProblemKind::NoKey {
                        kind: Kind::Event,
                        key: "date",
                    },
                    span,
                );
            }
            let Some(date) = self.check.date(event.date) else {
                continue;
            };
            let id = EventId::new(self.story.events.len());
            self.check.ids.stands_for(own, Item::Event(id));
            let event = Event {
                key,
                name,
                date,
                passage: self.check.passage(event.passage),
                places: self.place_ids(event.places),
                actors: each_once(
                    event
                        .actors
                        .into_iter()
                        .filter_map(|id| self.check.actor(&id)),
                ),
                context: self.check.note(event.context),
            };
            self.story.events.push(event);
        }
    }

    pub fn connections(&mut self, connections: Vec<draft::Connection>) {
        for (index, mut connection) in connections.into_iter().enumerate() {
            let Some((own, key)) = self.key(Kind::Connection, index, &mut connection.entry) else {
                continue;
            };
            let span = connection.entry.span;
            let name = self.named(Kind::Connection, connection.entry, &key);
            let from = self.end("from", connection.from, span);
            let to_span = connection.to.clone().given().and_then(|to| to.span);
            let to = self.end("to", connection.to, span);
            let (Some(from), Some(to)) = (from, to) else {
                continue;
            };
            if from == to {
                let id = self.story.place(from).key.to_string();
                self.check
                    .problems
                    .push(ProblemKind::ConnectionToItself { id }, to_span);
                continue;
            }
            let id = ConnectionId::new(self.story.connections.len());
            self.check.ids.stands_for(own, Item::Connection(id));
            self.story.connections.push(Connection {
                key,
                from,
                to,
                name: if name.is_empty() {
                    both_ends(&self.story, from, to)
                } else {
                    name
                },
                passage: self.check.passage(connection.passage),
                context: self.check.note(connection.context),
            });
        }
    }

    /// The place where a connection begins or ends.
    fn end(
        &mut self,
        key: &'static str,
        id: Field<SmolStr>,
        span: Option<FileSpan>,
    ) -> Option<PlaceId> {
        if id == Field::Missing {
            self.check.problems.push(
                ProblemKind::NoKey {
                    kind: Kind::Connection,
                    key,
                },
                span,
            );
        }
        self.check.place(&id.given()?)
    }

    pub fn subjects(&mut self, subjects: Vec<draft::Lesson>) {
        for (index, mut subject) in subjects.into_iter().enumerate() {
            let Some((own, key)) = self.key(Kind::Subject, index, &mut subject.entry) else {
                continue;
            };
            let name = self.named(Kind::Subject, subject.entry, &key);
            let id = SubjectId::new(self.story.subjects.len());
            self.check.ids.stands_for(own, Item::Subject(id));
            self.story.subjects.push(Subject {
                key,
                name,
                passage: self.check.passage(subject.passage),
                note: self.check.note(subject.note),
                context: self.check.note(subject.context),
            });
        }
    }

    pub fn modules(&mut self, modules: Vec<draft::Lesson>) {
        for (index, mut module) in modules.into_iter().enumerate() {
            let Some((own, key)) = self.key(Kind::Module, index, &mut module.entry) else {
                continue;
            };
            let name = self.named(Kind::Module, module.entry, &key);
            let id = ModuleId::new(self.story.modules.len());
            self.check.ids.stands_for(own, Item::Module(id));
            self.story.modules.push(Module {
                key,
                name,
                passage: self.check.passage(module.passage),
                note: self.check.note(module.note),
                context: self.check.note(module.context),
            });
        }
    }
}

/// A connection's name made from its places', as in "Bijie – Hangzhou".
pub(crate) fn both_ends(story: &Story, from: PlaceId, to: PlaceId) -> Name {
    let (from, to) = (&story.place(from).name, &story.place(to).name);
    let translations = from
        .translations
        .keys()
        .chain(to.translations.keys())
        .map(|language| {
            let text = format!(
                "{} – {}",
                from.in_language(language),
                to.in_language(language)
            );
            (language, text.into())
        })
        .collect();
    Name {
        text: format!("{} – {}", from.text, to.text).into(),
        translations,
    }
}
