//! Everything but the text.

use smol_str::SmolStr;

use super::toml_text::Toml;
use crate::story::{ActorKind, PassageId, Source, Story, both_ends};

pub fn write(story: &Story) -> String {
    let mut toml = Toml::default();
    head(&mut toml, story);
    places(&mut toml, story);
    regions(&mut toml, story);
    topics(&mut toml, story);
    actors(&mut toml, story);
    events(&mut toml, story);
    connections(&mut toml, story);
    for (_, subject) in story.subjects() {
        toml.table("[[subject]]");
        toml.text("id", &subject.key);
        toml.name("name", &subject.name);
        passage(&mut toml, story, subject.passage);
        toml.name("note", &subject.note);
        toml.name("context", &subject.context);
    }
    for (_, module) in story.modules() {
        toml.table("[[module]]");
        toml.text("id", &module.key);
        toml.name("name", &module.name);
        passage(&mut toml, story, module.passage);
        toml.name("note", &module.note);
        toml.name("context", &module.context);
    }
    format!("+++\n{}+++\n", toml.text)
}

/// The names are in the story's own file.
pub fn write_translation(story: &Story, language: &str) -> String {
    let mut toml = Toml::default();
    toml.line(format_args!("format = 1"));
    toml.text("language", language);
    let title = story.title.translations.get(language);
    toml.text("title", title.map(SmolStr::as_str).unwrap_or_default());
    format!("+++\n{}+++\n", toml.text)
}

fn head(toml: &mut Toml, story: &Story) {
    toml.line(format_args!("format = 1"));
    toml.name("title", &story.title);
    toml.text("language", &story.language);
    let source = &story.source;
    if *source != Source::default() {
        toml.table("[source]");
        toml.name("title", &source.title);
        toml.name("publisher", &source.publisher);
        if let Some(date) = source.date {
            toml.date("date", date);
        }
        toml.text("time", source.time.as_deref().unwrap_or_default());
        toml.list("authors", source.authors.iter().map(String::as_str));
        toml.name("byline", &source.byline);
        toml.text("url", source.url.as_deref().unwrap_or_default());
    }
    if let Some(actor) = story.curriculum {
        toml.table("[curriculum]");
        toml.text("actor", &story.actor(actor).key);
    }
}

fn places(toml: &mut Toml, story: &Story) {
    for (_, place) in story.places() {
        toml.table("[[place]]");
        toml.text("id", &place.key);
        toml.name("name", &place.name);
        toml.number("lat", place.lat);
        toml.number("lon", place.lon);
        toml.name("region", &place.region);
        toml.text("kind", &place.kind);
        toml.name("note", &place.note);
        toml.name("context", &place.context);
    }
}

fn regions(toml: &mut Toml, story: &Story) {
    for (_, region) in story.regions() {
        toml.table("[[region]]");
        toml.text("id", &region.key);
        toml.name("name", &region.name);
        toml.text("kind", &region.kind);
        toml.text("code", region.code.as_deref().unwrap_or_default());
        if let Some((lat, lon)) = region.center {
            toml.number("lat", lat);
            toml.number("lon", lon);
        }
        toml.name("context", &region.context);
    }
}

fn topics(toml: &mut Toml, story: &Story) {
    for (_, topic) in story.topics() {
        toml.table("[[topic]]");
        toml.text("id", &topic.key);
        toml.name("name", &topic.name);
    }
}

fn actors(toml: &mut Toml, story: &Story) {
    for (_, actor) in story.actors() {
        toml.table("[[actor]]");
        toml.text("id", &actor.key);
        toml.name("name", &actor.name);
        match actor.kind {
            ActorKind::Person => toml.text("kind", "person"),
            ActorKind::Organisation => toml.text("kind", "organisation"),
        }
        toml.name("role", &actor.role);
        let places = actor.places.iter();
        toml.list("places", places.map(|&id| story.place(id).key.as_str()));
        toml.name("context", &actor.context);
    }
}

fn events(toml: &mut Toml, story: &Story) {
    for (_, event) in story.events() {
        toml.table("[[event]]");
        toml.text("id", &event.key);
        toml.name("name", &event.name);
        toml.date("date", event.date);
        passage(toml, story, event.passage);
        let places = event.places.iter();
        toml.list("places", places.map(|&id| story.place(id).key.as_str()));
        let actors = event.actors.iter();
        toml.list("actors", actors.map(|&id| story.actor(id).key.as_str()));
        toml.name("context", &event.context);
    }
}

fn connections(toml: &mut Toml, story: &Story) {
    for (_, connection) in story.connections() {
        toml.table("[[connection]]");
        toml.text("id", &connection.key);
        toml.text("from", &story.place(connection.from).key);
        toml.text("to", &story.place(connection.to).key);
        if connection.name != both_ends(story, connection.from, connection.to) {
            toml.name("name", &connection.name);
        }
        passage(toml, story, connection.passage);
        toml.name("context", &connection.context);
    }
}

fn passage(toml: &mut Toml, story: &Story, id: Option<PassageId>) {
    let key = id.map(|id| story.passage(id).key.as_str());
    toml.text("passage", key.unwrap_or_default());
}
