//! A draft from another program's file, thing by thing: ids are made, and what stands at one point is one place.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::prose_html::HtmlText;
use crate::story::draft::{
    Block, Connection, Draft, Entry, Event, Field, Located, Name, Passage, Place, Span, Style,
};
use crate::story::problem::{ProblemKind, Problems};
use crate::story::{Date, is_id, limits, slug};

/// A draft in the making.
#[derive(Default)]
pub(super) struct Collector {
    pub draft: Draft,
    ids: Ids,
    /// The first place in each square of about ten metres.
    first_at: HashMap<(i64, i64), usize>,
    named: HashMap<((i64, i64), String), usize>,
    /// Ids as the file gives them, to the place's index.
    place_ids: HashMap<String, usize>,
    /// Ids by the topic's name.
    topics: HashMap<String, String>,
}

/// A point on the Earth that the map can show, in degrees.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Position {
    pub lat: f64,
    pub lon: f64,
    pub span: Option<Range<usize>>,
}

/// What is known of a passage.
#[derive(Default)]
pub(super) struct Found {
    /// As the file has it.
    pub id: Option<String>,
    pub title: String,
    /// From [`Collector::with_marked_places`].
    pub blocks: Vec<Block>,
    /// Indices of places that it is about, by its position.
    pub places: Vec<usize>,
    pub topics: Vec<String>,
    /// Of an event, as written; and until when it lasted.
    pub date: Option<String>,
    pub until: Option<String>,
    pub span: Option<Range<usize>>,
}

impl Collector {
    /// The position, unless the map cannot show it, which is told.
    pub fn position(&mut self, lat: f64, lon: f64, span: Option<Range<usize>>) -> Option<Position> {
        position(lat, lon, span, &mut self.draft.problems)
    }

    /// Index of the place at the position: one that is there already, unless both have names and these differ.
    pub fn place(&mut self, id: Option<&str>, name: &str, position: Position) -> usize {
        let name = name.trim();
        let square = square(&position);
        let same_id = id.and_then(|id| self.place_ids.get(id).copied());
        let found = same_id.filter(|&index| self.square_of(index) == Some(square));
        let found = found.or_else(|| {
            let same = self.named.get(&(square, name.to_owned()));
            let first = self.first_at.get(&square);
            let first =
                first.filter(|&&index| name.is_empty() || self.place_name(index).is_empty());
            same.or(first).copied()
        });
        if let Some(index) = found {
            if self.place_name(index).is_empty() {
                self.name_place(index, name);
            }
            return index;
        }

        let index = self.draft.places.len();
        let key = self.ids.make(id, name, "place", index);
        if let Some(id) = id {
            self.place_ids.entry(id.to_owned()).or_insert(index);
        }
        self.first_at.entry(square).or_insert(index);
        self.named.insert((square, name.to_owned()), index);
        let Position { lat, lon, span } = position;
        let degrees = |value| {
            Field::Given(Located {
                value,
                span: span.clone(),
            })
        };
        self.draft.places.push(Place {
            entry: entry(key, name.to_owned(), span.clone()),
            lat: degrees(lat),
            lon: degrees(lon),
            ..Place::default()
        });
        index
    }

    /// The same, for a point whose name is only known from what it is about: it is what is there already, if anything.
    pub fn place_or(
        &mut self,
        name: &str,
        otherwise: &str,
        position: Position,
    ) -> usize {
        if !name.trim().is_empty() {
            return self.place(None, name, position);
        }
        let there = self.place_at(&position);
        there.unwrap_or_else(|| self.place(None, otherwise, position))
    }

    /// Index of the place that came first at the position, if there is one.
    pub fn place_at(&self, position: &Position) -> Option<usize> {
        self.first_at.get(&square(position)).copied()
    }

    pub fn place_name(&self, index: usize) -> &str {
        match self
            .draft
            .places
            .get(index)
            .map(|place| &place.entry.name.text)
        {
            Some(Field::Given(name)) => &name.value,
            _ => "",
        }
    }

    fn name_place(&mut self, index: usize, name: &str) {
        if let Some(square) = self.square_of(index) {
            self.named.entry((square, name.to_owned())).or_insert(index);
        }
        if let Some(place) = self.draft.places.get_mut(index) {
            place.entry.name.text = name.to_owned().into();
        }
    }

    /// What is said of a place, at `span` of the file.
    pub fn note(&mut self, index: usize, note: String, span: Range<usize>) {
        if let Some(place) = self.draft.places.get_mut(index)
            && !note.is_empty()
        {
            place.note.text = Field::Given(Located {
                value: note,
                span: Some(span),
            });
        }
    }

    fn square_of(&self, index: usize) -> Option<(i64, i64)> {
        let place = self.draft.places.get(index)?;
        let (lat, lon) = (place.lat.clone().given()?, place.lon.clone().given()?);
        Some(square(&Position {
            lat: lat.value,
            lon: lon.value,
            span: None,
        }))
    }

    fn place_id(&self, index: usize) -> String {
        let entry = self.draft.places.get(index).map(|place| &place.entry);
        entry.map(id_of).unwrap_or_default()
    }

    /// Adds a passage, the topics and the event that come with it; its id.
    pub fn passage(&mut self, found: Found) -> Option<String> {
        let Found {
            id,
            title,
            mut blocks,
            places,
            topics,
            date,
            until,
            span,
        } = found;
        let title = title.trim().to_owned();
        for &place in &places {
            // A place must go by something.
            if self.place_name(place).is_empty() {
                let name = if title.is_empty() {
                    beginning(&blocks)
                } else {
                    title.clone()
                };
                self.name_place(place, &name);
            }
            let name = self.place_name(place).to_owned();
            mention(&mut blocks, &self.place_id(place), &name, span.as_ref());
        }
        let title = if title.is_empty() {
            let place = places.first().map(|&place| self.place_name(place));
            place.map_or_else(|| beginning(&blocks), str::to_owned)
        } else {
            title
        };
        if title.is_empty() && blocks.is_empty() {
            return None;
        }

        let index = self.draft.passages.len();
        let key = self.ids.make(id.as_deref(), &title, "passage", index);
        let topics = topics.iter().filter_map(|topic| self.topic(topic));
        let topics: Vec<_> = topics.collect();
        self.event(date, until, &title, &key, &places, span.as_ref());
        self.draft.passages.push(Passage {
            entry: entry(key.clone(), title, span),
            topics,
            blocks,
            ..Passage::default()
        });
        Some(key)
    }

    /// The blocks, with the places that are marked in them; what the file calls them may not be their id here.
    pub fn with_marked_places(&mut self, text: HtmlText) -> Vec<Block> {
        let HtmlText {
            mut blocks,
            mentions,
        } = text;
        let mut renamed = BTreeMap::new();
        for mention in mentions {
            let mut told = Problems::default();
            let position = position(mention.lat, mention.lon, None, &mut told);
            let id = position.map(|position| {
                let index = self.place(Some(&mention.id), &mention.name, position);
                self.place_id(index)
            });
            renamed.insert(mention.id, id);
        }
        for block in &mut blocks {
            block.spans.retain_mut(|span| match &mut span.style {
                Style::Link(link) => match link.value.strip_prefix('#') {
                    None => true,
                    Some(id) => match renamed.get(id) {
                        Some(Some(id)) => {
                            link.value = format!("#{id}");
                            true
                        }
                        Some(None) | None => false,
                    },
                },
                Style::Emphasis | Style::Strong => true,
            });
        }
        blocks
    }

    fn topic(&mut self, name: &str) -> Option<Located<String>> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        let id = if let Some(id) = self.topics.get(name) {
            id.clone()
        } else {
            let index = self.draft.topics.len();
            let id = self.ids.make(None, name, "topic", index);
            self.topics.insert(name.to_owned(), id.clone());
            self.draft.topics.push(crate::story::draft::Topic {
                entry: entry(id.clone(), name.to_owned(), None),
            });
            id
        };
        Some(located(id))
    }

    fn event(
        &mut self,
        date: Option<String>,
        until: Option<String>,
        title: &str,
        passage: &str,
        places: &[usize],
        span: Option<&Range<usize>>,
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
                .push(ProblemKind::DateNotRead { text }, span.cloned());
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
        span: Range<usize>,
    ) {
        let index = self.draft.connections.len();
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

    /// The draft; places that nothing names go by their position.
    pub fn finish(mut self, title: &str) -> Draft {
        for place in &mut self.draft.places {
            let is_nameless =
                matches!(&place.entry.name.text, Field::Given(name) if name.value.is_empty());
            if is_nameless && let (Field::Given(lat), Field::Given(lon)) = (&place.lat, &place.lon)
            {
                place.entry.name = name(format!("{}, {}", lat.value, lon.value));
            }
        }
        let title = title.trim();
        if !title.is_empty() {
            self.draft.title = name(title.to_owned());
        }
        self.draft
    }
}

/// The position, unless the map cannot show it, which is told. Once around the Earth is where one began.
fn position(
    lat: f64,
    lon: f64,
    span: Option<Range<usize>>,
    problems: &mut Problems,
) -> Option<Position> {
    if !(-limits::LATITUDE..=limits::LATITUDE).contains(&lat) {
        let swapped = (-limits::LATITUDE..=limits::LATITUDE).contains(&lon)
            && (-limits::LONGITUDE..=limits::LONGITUDE).contains(&lat);
        problems.push(ProblemKind::WrongLatitude { lat, swapped }, span);
        return None;
    }
    if !(-2.0 * limits::LONGITUDE..=2.0 * limits::LONGITUDE).contains(&lon) {
        problems.push(ProblemKind::WrongLongitude { lon }, span);
        return None;
    }
    let lon = if lon > limits::LONGITUDE {
        lon - 2.0 * limits::LONGITUDE
    } else if lon < -limits::LONGITUDE {
        lon + 2.0 * limits::LONGITUDE
    } else {
        lon
    };
    Some(Position { lat, lon, span })
}

/// Degrees as a text: with a point or, in tables, a comma.
pub(super) fn degrees(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('°');
    let number = match text.parse::<f64>() {
        Err(_) if !text.contains('.') => text.replacen(',', ".", 1).parse().ok()?,
        parsed => parsed.ok()?,
    };
    number.is_finite().then_some(number)
}

/// The date that a text begins with: `2022-02-22T10:06Z`, `2022/2/22`, `2022年2月`.
pub(super) fn date_in(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let mut parts = day
        .split(['-', '/', '.', '年', '月', '日'])
        .filter(|part| !part.is_empty())
        .map(|part| {
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then_some(part)
        });
    let year = parts.next()?.filter(|year| year.len() == 4)?.parse().ok()?;
    let mut part = || match parts.next() {
        None => Some(None),
        Some(part) => Some(Some(part?.parse().ok()?)),
    };
    let (month, day) = (part()?, part()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, month, day)
}

/// Topics in one text, as in `Trade; Education`.
pub(super) fn topics_in(text: &str) -> Vec<String> {
    let topics = text.split([';', '|', '；']).map(str::trim);
    topics
        .filter(|topic| !topic.is_empty())
        .map(str::to_owned)
        .collect()
}

fn square(position: &Position) -> (i64, i64) {
    const PER_DEGREE: f64 = 10_000.0;
    let whole = |degrees: f64| (degrees * PER_DEGREE).round() as i64;
    // The two sides of the antimeridian are one.
    let lon = if position.lon <= -limits::LONGITUDE {
        limits::LONGITUDE
    } else {
        position.lon
    };
    (whole(position.lat), whole(lon))
}

/// Makes sure that the text links to the place: where its name stands first, or else by a line that is its name,
/// as reports begin with where they come from.
fn mention(blocks: &mut Vec<Block>, id: &str, name: &str, span: Option<&Range<usize>>) {
    let address = format!("#{id}");
    let is_linked = blocks
        .iter()
        .flat_map(|block| &block.spans)
        .any(|span| matches!(&span.style, Style::Link(link) if link.value == address));
    if is_linked || name.is_empty() {
        return;
    }
    let link = |range| Span {
        range,
        style: Style::Link(Located {
            value: address.clone(),
            span: span.cloned(),
        }),
    };
    for block in blocks.iter_mut() {
        if let Some(range) = word_in(block, name) {
            block.spans.push(link(range));
            block
                .spans
                .sort_by_key(|span| (span.range.start, std::cmp::Reverse(span.range.end)));
            return;
        }
    }
    let line = Block {
        text: name.to_owned(),
        spans: vec![link(0..name.len())],
        span: span.cloned(),
        ..Block::default()
    };
    blocks.insert(0, line);
}

/// Where the name stands as a word of its own, outside of links.
fn word_in(block: &Block, name: &str) -> Option<Range<usize>> {
    let is_letter = |character: Option<char>| {
        character.is_some_and(|character| character.is_alphabetic() && character < '\u{2E80}')
    };
    block
        .text
        .match_indices(name)
        .map(|(start, name)| start..start + name.len())
        .find(|range| {
            let before = block
                .text
                .get(..range.start)
                .and_then(|text| text.chars().next_back());
            let after = block
                .text
                .get(range.end..)
                .and_then(|text| text.chars().next());
            let is_word = !is_letter(before) && !is_letter(after);
            is_word
                && !block.spans.iter().any(|span| {
                    let is_link = matches!(span.style, Style::Link(_));
                    let overlaps = span.range.start < range.end && range.start < span.range.end;
                    let is_inside = span.range.start <= range.start && range.end <= span.range.end;
                    overlaps && (is_link || !is_inside)
                })
        })
}

/// The first words of a text, for what has no title.
fn beginning(blocks: &[Block]) -> String {
    const LONGEST: usize = 60;
    let text = blocks.first().map_or("", |block| block.text.as_str());
    let line = text.lines().next().unwrap_or_default();
    if line.chars().nth(LONGEST).is_none() {
        return line.to_owned();
    }
    let mut cut: String = line.chars().take(LONGEST - 1).collect();
    cut.push('…');
    cut
}

fn entry(id: String, name_of_thing: String, span: Option<Range<usize>>) -> Entry {
    Entry {
        id: id.into(),
        name: name(name_of_thing),
        span,
    }
}

pub(super) fn name(text: String) -> Name {
    Name {
        text: text.into(),
        translations: BTreeMap::new(),
    }
}

fn located(value: String) -> Located<String> {
    Located { value, span: None }
}

fn id_of(entry: &Entry) -> String {
    match &entry.id {
        Field::Given(id) => id.value.clone(),
        Field::Missing | Field::Wrong => String::new(),
    }
}

/// Ids that are taken.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    numbers: HashMap<String, usize>,
}

impl Ids {
    /// The file's own where it can be one, else one from the name, else from the kind; each once.
    fn make(&mut self, own: Option<&str>, name: &str, kind: &str, index: usize) -> String {
        if let Some(own) = own
            && is_id(own)
            && self.taken.insert(own.to_owned())
        {
            return own.to_owned();
        }
        let base = slug(name).unwrap_or_else(|| format!("{kind}-{}", index + 1));
        if self.taken.insert(base.clone()) {
            return base;
        }
        let number = self.numbers.entry(base.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{base}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_programs_write_them() {
        for (text, date) in [
            ("2022-02-22T10:06:00Z", "2022-02-22"),
            ("2022-5-1 8:00:00", "2022-05-01"),
            ("2022/02", "2022-02"),
            ("2022年2月22日", "2022-02-22"),
            ("2016", "2016"),
        ] {
            assert_eq!(
                date_in(text).map(|date| date.to_string()).as_deref(),
                Some(date)
            );
        }
        for text in ["", "May 2022", "22.2.2022", "2022-02-30", "2022-x"] {
            assert_eq!(date_in(text), None, "{text}");
        }
    }

    #[test]
    fn degrees_have_a_point_or_a_comma() {
        assert_eq!(degrees(" 27.3° "), Some(27.3));
        assert_eq!(degrees("27,3"), Some(27.3));
        for text in ["", "x", "1.5,3", "inf", "NaN"] {
            assert_eq!(degrees(text), None, "{text}");
        }
    }

    #[test]
    fn a_point_is_one_place_unless_its_names_differ() {
        let mut collector = Collector::default();
        let here = || Position {
            lat: 27.3,
            lon: 180.0,
            span: None,
        };
        let there = Position {
            lon: -180.0,
            ..here()
        };

        let first = collector.place(None, "", here());
        assert_eq!(collector.place(None, "Bijie", there), first);
        assert_eq!(collector.place_name(first), "Bijie");
        assert_ne!(collector.place(None, "College", here()), first);
    }
}
