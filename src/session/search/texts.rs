//! The texts of a story that are searched, thing by thing.

use crate::story::{Item, Name, Story};

/// One text of a thing.
pub struct Text<'s> {
    pub content: &'s str,
    /// The story's own where none is given.
    pub language: Option<&'s str>,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What the thing is called: found by its sound too.
    Name,
    /// What is said of it.
    Prose,
}

impl Text<'_> {
    pub fn is_in(&self, story: &Story, language: &str) -> bool {
        self.language.unwrap_or(&story.language) == language
    }
}

/// What is searched, in the order of [`Item`]: kind by kind, each in the story's order.
pub fn items(story: &Story) -> impl Iterator<Item = Item> {
    let places = story.places().map(|(id, _)| Item::Place(id));
    places
        .chain(story.topics().map(|(id, _)| Item::Topic(id)))
        .chain(story.actors().map(|(id, _)| Item::Actor(id)))
        .chain(story.events().map(|(id, _)| Item::Event(id)))
        .chain(story.subjects().map(|(id, _)| Item::Subject(id)))
        .chain(story.modules().map(|(id, _)| Item::Module(id)))
        .chain(story.passages().map(|(id, _)| Item::Passage(id)))
}

/// Hands on every text of a thing that is searched; a new one needs one line here and nothing else.
pub fn each_text<'s>(story: &'s Story, item: Item, see: impl FnMut(Text<'s>)) {
    let mut texts = Texts { see };
    match item {
        Item::Place(id) => {
            let place = story.place(id);
            texts.name(&place.name);
            texts.prose(&place.region);
            texts.prose(&place.note);
            texts.prose(&place.context);
        }
        Item::Topic(id) => texts.name(&story.topic(id).name),
        Item::Actor(id) => {
            let actor = story.actor(id);
            texts.name(&actor.name);
            texts.prose(&actor.role);
            texts.prose(&actor.context);
        }
        Item::Event(id) => {
            let event = story.event(id);
            texts.name(&event.name);
            texts.prose(&event.context);
        }
        Item::Subject(id) => {
            let subject = story.subject(id);
            texts.name(&subject.name);
            texts.prose(&subject.note);
            texts.prose(&subject.context);
        }
        Item::Module(id) => {
            let module = story.module(id);
            texts.name(&module.name);
            texts.prose(&module.note);
            texts.prose(&module.context);
        }
        Item::Passage(id) => {
            texts.name(&story.passage(id).title);
            for language in story.languages() {
                for block in story.blocks_in(id, language).unwrap_or_default() {
                    texts.add(&block.prose().text, Some(language), Kind::Prose);
                }
            }
        }
        Item::Region(_) | Item::Connection(_) => {}
    }
}

struct Texts<F> {
    see: F,
}

impl<'s, F: FnMut(Text<'s>)> Texts<F> {
    fn name(&mut self, name: &'s Name) {
        self.all(name, Kind::Name);
    }

    fn prose(&mut self, text: &'s Name) {
        self.all(text, Kind::Prose);
    }

    fn all(&mut self, name: &'s Name, kind: Kind) {
        self.add(&name.text, None, kind);
        for (language, text) in &name.translations {
            self.add(text, Some(language), kind);
        }
    }

    fn add(&mut self, content: &'s str, language: Option<&'s str>, kind: Kind) {
        if !content.is_empty() {
            (self.see)(Text {
                content,
                language,
                kind,
            });
        }
    }
}
