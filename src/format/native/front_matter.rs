//! The front matter of a story file: everything but its text.

use std::ops::Range;

use super::fields::Fields;
use super::sections::Sections;
use super::table::Table;
use super::toml_source::Toml;
use super::toml_table;
use crate::story::draft::{
    Actor, Connection, Draft, Event, Field, Lesson, Place, Region, Source, Topic,
};
use crate::story::problem::{ProblemKind, Problems, Term};

/// The newest format this version knows.
const FORMAT: i64 = 1;

/// The things that [`things`] reads.
const THINGS: [&str; 8] = [
    "place",
    "region",
    "topic",
    "actor",
    "event",
    "connection",
    "subject",
    "module",
];

/// Front matters of so many bytes are read thing by thing.
const LONG: usize = 256 * 1024;

/// Fills an empty draft.
pub(super) fn read(file: &str, span: Range<usize>, draft: &mut Draft) {
    let offset = span.start;
    let text = file.get(span).unwrap_or_default();
    if text.len() > LONG
        && let Some(sections) = Sections::of(text, &THINGS)
    {
        let (toml, table) = Toml::parse(&sections.rest, offset, Problems::default());
        let is_sound = read_all(toml.with(sections.things), table, draft);
        // What was taken for a header may be a line of a longer text.
        if is_sound || !toml_table::is_sound(text) {
            return;
        }
        *draft = Draft::default();
    }
    let (toml, table) = Toml::parse(text, offset, Problems::default());
    read_all(toml, table, draft);
}

/// Says whether there were no syntax errors.
fn read_all<'t>(mut toml: Toml<'t>, table: Table<'t>, draft: &mut Draft) -> bool {
    let mut fields = Fields::new(table, Term::FrontMatter, &mut toml);
    let format = fields.integer("format");
    head(&mut fields, draft);
    things(&mut fields, draft);
    fields.finish();

    check_format(format, &mut toml);
    let is_sound = toml.is_sound;
    draft.problems = toml.finish();
    is_sound
}

fn check_format(format: Field<i64>, toml: &mut Toml<'_>) {
    match format {
        Field::Missing => toml.tell(ProblemKind::NoFormat {}, None),
        Field::Given(format) if format.value > FORMAT => {
            toml.tell(
                ProblemKind::NewerFormat {
                    format: format.value,
                },
                format.span,
            );
        }
        Field::Given(format) if format.value < FORMAT => {
            toml.tell(
                ProblemKind::WrongFormat {
                    format: format.value,
                },
                format.span,
            );
        }
        Field::Wrong | Field::Given(_) => {}
    }
}

fn head(fields: &mut Fields<'_, '_>, draft: &mut Draft) {
    draft.title = fields.name("title");
    draft.language = fields.text("language");
    if let Some(mut source) = fields.table("source", Term::SourceTable) {
        draft.source = Source {
            title: source.name("title"),
            publisher: source.name("publisher"),
            date: source.moment("date"),
            time: source.moment("time"),
            authors: source.texts("authors"),
            byline: source.name("byline"),
            url: source.text("url"),
        };
        source.finish();
    }
    if let Some(mut curriculum) = fields.table("curriculum", Term::CurriculumTable) {
        draft.curriculum = curriculum.text("actor");
        curriculum.finish();
    }
}

fn things(fields: &mut Fields<'_, '_>, draft: &mut Draft) {
    draft.places.reserve_exact(fields.count("place"));
    fields.tables("place", Term::PlaceTable, |place, span| {
        draft.places.push(Place {
            entry: place.entry(span),
            lat: place.number("lat"),
            lon: place.number("lon"),
            region: place.name("region"),
            kind: place.text("kind"),
            note: place.name("note"),
            context: place.name("context"),
            doubt: None,
        });
    });
    fields.tables("region", Term::RegionTable, |region, span| {
        draft.regions.push(Region {
            entry: region.entry(span),
            lat: region.number("lat"),
            lon: region.number("lon"),
            kind: region.text("kind"),
            code: region.text("code"),
            context: region.name("context"),
            doubt: None,
        });
    });
    fields.tables("topic", Term::TopicTable, |topic, span| {
        draft.topics.push(Topic {
            entry: topic.entry(span),
        });
    });
    fields.tables("actor", Term::ActorTable, |actor, span| {
        draft.actors.push(Actor {
            entry: actor.entry(span),
            kind: actor.text("kind"),
            role: actor.name("role"),
            context: actor.name("context"),
            places: actor.texts("places"),
        });
    });
    fields.tables("event", Term::EventTable, |event, span| {
        draft.events.push(Event {
            entry: event.entry(span),
            date: event.moment("date"),
            passage: event.text("passage"),
            places: event.texts("places"),
            actors: event.texts("actors"),
            context: event.name("context"),
        });
    });
    fields.tables("connection", Term::ConnectionTable, |connection, span| {
        draft.connections.push(Connection {
            entry: connection.entry(span),
            from: connection.text("from"),
            to: connection.text("to"),
            passage: connection.text("passage"),
            context: connection.name("context"),
        });
    });
    fields.tables("subject", Term::SubjectTable, |subject, span| {
        draft.subjects.push(lesson(subject, span));
    });
    fields.tables("module", Term::ModuleTable, |module, span| {
        draft.modules.push(lesson(module, span));
    });
}

fn lesson(fields: &mut Fields<'_, '_>, span: &Range<usize>) -> Lesson {
    Lesson {
        entry: fields.entry(span),
        passage: fields.text("passage"),
        note: fields.name("note"),
        context: fields.name("context"),
    }
}
