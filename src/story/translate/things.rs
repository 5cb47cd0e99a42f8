//! The names and notes of a story's things in another language, one kind after the other.

use super::Translate;
use crate::story::problem::Kind;
use crate::story::things::both_ends;
use crate::story::{Connection, ConnectionId, Item, Name, Story, draft};

impl Translate {
    pub fn places(&mut self, places: Vec<draft::Place>, story: &mut Story) {
        for place in places {
            let Some(Item::Place(id)) = self.original(Kind::Place, &place.entry) else {
                continue;
            };
            let Some(original) = story.places.get_mut(id.index()) else {
                continue;
            };
            self.name("name", place.entry.name, &mut original.name);
            self.name("region", place.region, &mut original.region);
            self.note("note", place.note, &mut original.note);
            self.note("context", place.context, &mut original.context);
            self.storys_own("lat", place.lat);
            self.storys_own("lon", place.lon);
            self.storys_own("kind", place.kind);
        }
    }

    pub fn regions(&mut self, regions: Vec<draft::Region>, story: &mut Story) {
        for region in regions {
            let Some(Item::Region(id)) = self.original(Kind::Region, &region.entry) else {
                continue;
            };
            let Some(original) = story.regions.get_mut(id.index()) else {
                continue;
            };
            self.name("name", region.entry.name, &mut original.name);
            self.note("context", region.context, &mut original.context);
            self.storys_own("lat", region.lat);
            self.storys_own("lon", region.lon);
            self.storys_own("kind", region.kind);
            self.storys_own("code", region.code);
        }
    }

    pub fn topics(&mut self, topics: Vec<draft::Topic>, story: &mut Story) {
        for topic in topics {
            let Some(Item::Topic(id)) = self.original(Kind::Topic, &topic.entry) else {
                continue;
            };
            let Some(original) = story.topics.get_mut(id.index()) else {
                continue;
            };
            self.name("name", topic.entry.name, &mut original.name);
        }
    }

    pub fn actors(&mut self, actors: Vec<draft::Actor>, story: &mut Story) {
        for actor in actors {
            let Some(Item::Actor(id)) = self.original(Kind::Actor, &actor.entry) else {
                continue;
            };
            let Some(original) = story.actors.get_mut(id.index()) else {
                continue;
            };
            self.name("name", actor.entry.name, &mut original.name);
            self.name("role", actor.role, &mut original.role);
            self.note("context", actor.context, &mut original.context);
            self.storys_own("kind", actor.kind);
            self.storys_own_list("places", actor.places);
        }
    }

    pub fn events(&mut self, events: Vec<draft::Event>, story: &mut Story) {
        for event in events {
            let Some(Item::Event(id)) = self.original(Kind::Event, &event.entry) else {
                continue;
            };
            let Some(original) = story.events.get_mut(id.index()) else {
                continue;
            };
            self.name("name", event.entry.name, &mut original.name);
            self.note("context", event.context, &mut original.context);
            self.storys_own("date", event.date);
            self.storys_own("passage", event.passage);
            self.storys_own_list("places", event.places);
            self.storys_own_list("actors", event.actors);
        }
    }

    /// The connections without a name of their own in this language.
    pub fn unnamed(&self, story: &Story) -> Vec<ConnectionId> {
        let is_made = |connection: &Connection| {
            let made = both_ends(story, connection.from, connection.to);
            let in_language = |name: &Name| name.translations.get(&self.language).cloned();
            connection.name.text == made.text && in_language(&connection.name) == in_language(&made)
        };
        let connections = story.connections();
        connections
            .filter(|(_, connection)| is_made(connection))
            .map(|(id, _)| id)
            .collect()
    }

    /// After the places, whose names are part of those of the `unnamed`.
    pub fn connections(
        &mut self,
        connections: Vec<draft::Connection>,
        unnamed: Vec<ConnectionId>,
        story: &mut Story,
    ) {
        for id in unnamed {
            let connection = story.connection(id);
            let mut made = both_ends(story, connection.from, connection.to).translations;
            if let Some(connection) = story.connections.get_mut(id.index())
                && let Some(name) = made.remove(&self.language)
            {
                let translations = &mut connection.name.translations;
                translations.insert(&self.language, name);
            }
        }
        for connection in connections {
            let entry = connection.entry;
            let Some(Item::Connection(id)) = self.original(Kind::Connection, &entry) else {
                continue;
            };
            let Some(original) = story.connections.get_mut(id.index()) else {
                continue;
            };
            self.name("name", entry.name, &mut original.name);
            self.note("context", connection.context, &mut original.context);
            self.storys_own("from", connection.from);
            self.storys_own("to", connection.to);
            self.storys_own("passage", connection.passage);
        }
    }

    pub fn subjects(&mut self, subjects: Vec<draft::Lesson>, story: &mut Story) {
        for subject in subjects {
            let Some(Item::Subject(id)) = self.original(Kind::Subject, &subject.entry) else {
                continue;
            };
            let Some(original) = story.subjects.get_mut(id.index()) else {
                continue;
            };
            self.name("name", subject.entry.name, &mut original.name);
            self.note("note", subject.note, &mut original.note);
            self.note("context", subject.context, &mut original.context);
            self.storys_own("passage", subject.passage);
        }
    }

    pub fn modules(&mut self, modules: Vec<draft::Lesson>, story: &mut Story) {
        for module in modules {
            let Some(Item::Module(id)) = self.original(Kind::Module, &module.entry) else {
                continue;
            };
            let Some(original) = story.modules.get_mut(id.index()) else {
                continue;
            };
            self.name("name", module.entry.name, &mut original.name);
            self.note("note", module.note, &mut original.note);
            self.note("context", module.context, &mut original.context);
            self.storys_own("passage", module.passage);
        }
    }
}
