//! Which id each thing of a draft goes by: its own, or one made for it.

use std::collections::HashMap;

use super::FileSpan;
use super::draft::{Draft, Entry, Field};
use super::ids::{Id, Ids};
use super::limits;
use super::problem::{Kind, ProblemKind, Problems};

/// The ids of a draft's things; none where a thing is left out.
#[derive(Default)]
pub(super) struct Keys {
    /// By kind, each list in the draft's order.
    lists: [Vec<Option<Id>>; Kind::COUNT],
}

impl Keys {
    /// Of the thing with this position in its list.
    pub fn get(&self, kind: Kind, index: usize) -> Option<Id> {
        *self.lists.get(kind as usize)?.get(index)?
    }

    fn set(&mut self, kind: Kind, index: usize, id: Id) {
        if let Some(list) = self.lists.get_mut(kind as usize) {
            if list.len() <= index {
                list.resize(index + 1, None);
            }
            if let Some(slot) = list.get_mut(index) {
                *slot = Some(id);
            }
        }
    }
}

/// Gives every thing its id. `ids` learns who has which, spellings that cannot be ids included, so that
/// nothing more need be said where something refers to them.
pub(super) fn assign(draft: &Draft, ids: &mut Ids, problems: &mut Problems) -> Keys {
    let mut keys = Keys::default();
    let mut nameless = Vec::new();
    let entries = in_file_order(draft);
    ids.reserve(entries.len());
    for (kind, index, entry) in entries {
        match own_id((kind, index), entry, ids, problems) {
            Own::Key(id) => keys.set(kind, index, id),
            Own::None(alias) => nameless.push((kind, index, entry, alias)),
            Own::LeftOut => {}
        }
    }

    // Only now, so that no made id takes one that is written further down.
    let mut numbers = HashMap::new();
    for (kind, index, entry, alias) in nameless {
        let made = made_id((kind, index), entry, ids, &mut numbers);
        if let Ok(id) = ids.take(&made, kind) {
            keys.set(kind, index, id);
        }
        if let Some(alias) = alias {
            ids.take(alias, kind).ok();
        }
    }
    keys
}

/// What a thing's own id comes to.
enum Own<'d> {
    Key(Id),
    /// It needs one made; the spelling that could not be an id, if there is one.
    None(Option<&'d str>),
    LeftOut,
}

fn in_file_order(draft: &Draft) -> Vec<(Kind, usize, &Entry)> {
    fn of<'a, T>(
        kind: Kind,
        things: &'a [T],
        entry: fn(&'a T) -> &'a Entry,
    ) -> impl Iterator<Item = (Kind, usize, &'a Entry)> {
        things
            .iter()
            .enumerate()
            .map(move |(index, thing)| (kind, index, entry(thing)))
    }

    let mut entries: Vec<_> = of(Kind::Place, &draft.places, |place| &place.entry)
        .chain(of(Kind::Region, &draft.regions, |region| &region.entry))
        .chain(of(Kind::Topic, &draft.topics, |topic| &topic.entry))
        .chain(of(Kind::Actor, &draft.actors, |actor| &actor.entry))
        .chain(of(Kind::Event, &draft.events, |event| &event.entry))
        .chain(of(Kind::Connection, &draft.connections, |connection| {
            &connection.entry
        }))
        .chain(of(Kind::Subject, &draft.subjects, |subject| &subject.entry))
        .chain(of(Kind::Module, &draft.modules, |module| &module.entry))
        .chain(of(Kind::Passage, &draft.passages, |passage| &passage.entry))
        .collect();
    entries.sort_by_key(|(_, _, entry)| entry.span.map(FileSpan::start));
    entries
}

fn own_id<'d>(
    (kind, index): (Kind, usize),
    entry: &'d Entry,
    ids: &mut Ids,
    problems: &mut Problems,
) -> Own<'d> {
    let limit = kind.limit();
    if index >= limit {
        if index == limit {
            problems.push(ProblemKind::TooMany { kind, limit }, entry.span);
        }
        if let Field::Given(id) = &entry.id {
            ids.take(&id.value, kind).ok();
        }
        return Own::LeftOut;
    }
    let id = match &entry.id {
        Field::Given(id) => id,
        Field::Missing => {
            if needs_id(kind) {
                problems.push(ProblemKind::NoId { kind }, entry.span);
            }
            return Own::None(None);
        }
        Field::Wrong => return Own::None(None),
    };
    if !is_id(&id.value) {
        problems.push(
            ProblemKind::WrongId {
                id: shortened(&id.value),
            },
            id.span,
        );
        return Own::None(Some(&id.value));
    }
    let first = match ids.take(&id.value, kind) {
        Ok(id) => return Own::Key(id),
        Err(first) => first,
    };
    problems.push(
        ProblemKind::RepeatedId {
            id: id.value.to_string(),
            first: first.kind(),
        },
        id.span,
    );
    // A passage's text is never lost.
    if kind == Kind::Passage {
        Own::None(None)
    } else {
        Own::LeftOut
    }
}

/// Whether things of this kind are there to be referred to.
fn needs_id(kind: Kind) -> bool {
    match kind {
        Kind::Place | Kind::Region | Kind::Topic | Kind::Actor | Kind::Subject | Kind::Module => {
            true
        }
        Kind::Event | Kind::Connection | Kind::Passage => false,
    }
}

pub(crate) fn is_id(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.len() <= limits::ID
        && text.bytes().next().is_some_and(is_plain)
        && text
            .bytes()
            .all(|byte| is_plain(byte) || byte == b'-' || byte == b'_')
}

/// From the name where it is written in ASCII letters, else from the kind; with a number where that is taken.
fn made_id(
    (kind, index): (Kind, usize),
    entry: &Entry,
    ids: &Ids,
    numbers: &mut HashMap<String, usize>,
) -> String {
    let slug = match &entry.name.text {
        Field::Given(name) => slug(&name.value),
        Field::Missing | Field::Wrong => None,
    };
    let base = slug.unwrap_or_else(|| format!("{}-{}", kind.word(), index + 1));
    if ids.get(&base).is_none() {
        return base;
    }
    let number = numbers.entry(base.clone()).or_insert(1);
    loop {
        *number += 1;
        let key = format!("{base}-{number}");
        if ids.get(&key).is_none() {
            return key;
        }
    }
}

/// `None` for a name with other letters than those from a to z, of which too little would be left.
pub(crate) fn slug(name: &str) -> Option<String> {
    // Room for a number behind it.
    const LONGEST: usize = limits::ID - 8;

    let mut slug = String::new();
    for character in name.chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if character.is_alphanumeric() {
            return None;
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() == LONGEST {
            break;
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    (!slug.is_empty()).then_some(slug)
}

/// So that a problem's sentence stays a sentence.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;

    super::clean::line(text.to_owned(), LONGEST).text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_small_letters_digits_and_joiners() {
        for id in ["bijie", "2022", "a-b_c", &"a".repeat(64)] {
            assert!(is_id(id), "{id}");
        }
        for text in [
            "",
            "Bijie",
            "-a",
            "_a",
            "a b",
            "毕节",
            "a.b",
            &"a".repeat(65),
        ] {
            assert!(!is_id(text), "{text}");
        }
    }

    #[test]
    fn a_made_id_is_an_id() {
        for (name, made) in [
            (
                "A first college — for Guizhou!",
                Some("a-first-college-for-guizhou"),
            ),
            ("毕节 2022", None),
            ("…", None),
            ("", None),
        ] {
            assert_eq!(slug(name).as_deref(), made);
        }
        assert!(
            is_id(&slug(&"long name ".repeat(100)).unwrap()),
            "cut to size"
        );
    }
}
