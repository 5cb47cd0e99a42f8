//! What comes with passages: topics, events, and lines between their places.

use smol_str::SmolStr;

use super::values::date_in;
use super::{Collector, entry, located, name};
use crate::story::FileSpan;
use crate::story::draft::{Connection, Entry, Event, Located, Name, Topic};
use crate::story::limits;
use crate::story::problem::ProblemKind;

impl Collector {
    /// The id of the topic of that name; none for those that no story has room for.
    pub(super) fn topic(&mut self, name: &str) -> Option<Located<SmolStr>> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        let id = if let Some(id) = self.topics.get(name) {
            id.clone()
        } else {
            let index = self.draft.topics.len();
            if index > limits::OTHERS {
                return None;
            }
            let id = self.ids.make(None, name, "topic", index);
            self.topics.insert(name.to_owned(), id.clone());
            self.draft.topics.push(Topic {
                entry: entry(id.clone(), name.to_owned(), None),
            });
            id
        };
        Some(located(id))
    }

    /// The event of a dated passage, from its date to the other one.
    pub(super) fn event(
        &mut self,
        (date, until): (Option<String>, Option<String>),
        title: &str,
        passage: &str,
        places: &[usize],
        span: Option<FileSpan>,
    ) {
        let given = |date: &String| !date.trim().is_empty();
        let (from, until) = match (date.filter(given), until.filter(given)) {
            (None, until) => (until, None),
            (from, until) => (from, until),
        };
        let Some(written) = from else { return };
        let Some(date) = date_in(&written) else {
            let text = written.chars().take(80).collect();
            self.draft
                .problems
                .push(ProblemKind::DateNotRead { text }, span);
            return;
        };
        let until = until.as_deref().and_then(date_in);
        let context = until
            .filter(|until| *until != date)
            .map_or_else(Name::default, |until| name(format!("{date} – {until}")));
        self.draft.events.push(Event {
            entry: Entry {
                name: name(title.to_owned()),
                ..Entry::default()
            },
            date: date.to_string().into(),
            passage: passage.to_owned().into(),
            places: places
                .iter()
                .map(|&place| located(self.place_id(place)))
                .collect(),
            context,
            ..Event::default()
        });
    }

    /// A line between two places of the file, given by their indices.
    pub fn connection(
        &mut self,
        id: Option<&str>,
        name: &str,
        (from, to): (usize, usize),
        span: FileSpan,
    ) {
        let index = self.draft.connections.len();
        if index > limits::PLACES {
            return;
        }
        let key = self.ids.make(id, name, "connection", index);
        let mut entry = entry(key, name.to_owned(), Some(span));
        if name.is_empty() {
            // It goes by its places then.
            entry.name = Name::default();
        }
        self.draft.connections.push(Connection {
            entry,
            from: self.place_id(from).into(),
            to: self.place_id(to).into(),
            ..Connection::default()
        });
    }
}
