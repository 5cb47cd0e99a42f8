//! A draft from another program's file, thing by thing: ids are made, and what stands at one point is one place.

mod ids;
mod mention;
mod position;
mod things;
mod values;

pub(super) use position::Position;
pub(super) use values::{degrees, topics_in};

use std::collections::{BTreeMap, HashMap};

use smol_str::SmolStr;

use ids::Ids;
use mention::mention;
use position::{position, square};

use super::prose_html::HtmlText;
use crate::story::FileSpan;
use crate::story::draft::{Block, Draft, Entry, Field, Located, Name, Passage, Place, Style};
use crate::story::problem::Problems;
use crate::story::{ByLanguage, limits};

/// Places that one passage is made to mention; a file may have ever so many points for it.
const MENTIONS: usize = 50;

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
    pub span: Option<FileSpan>,
}

impl Collector {
    /// The position, unless the map cannot show it, which is told.
    pub fn position(&mut self, lat: f64, lon: f64, span: Option<FileSpan>) -> Option<Position> {
        position(lat, lon, span, &mut self.draft.problems)
    }

    /// Index of the place at the position: one that is there already, unless both have names and these differ. None
    /// for those that no story has room for: of the first of them, the draft's check will tell.
    pub fn place(&mut self, id: Option<&str>, name: &str, position: Position) -> Option<usize> {
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
            return Some(index);
        }

        let index = self.draft.places.len();
        if index > limits::PLACES {
            return None;
        }
        let key = self.ids.make(id, name, "place", index);
        if let Some(id) = id {
            self.place_ids.entry(id.to_owned()).or_insert(index);
        }
        self.first_at.entry(square).or_insert(index);
        self.named.insert((square, name.to_owned()), index);
        let Position { lat, lon, span } = position;
        let degrees = |value| Field::Given(Located { value, span });
        self.draft.places.push(Place {
            entry: entry(key, name.to_owned(), span),
            lat: degrees(lat),
            lon: degrees(lon),
            ..Place::default()
        });
        Some(index)
    }

    /// The same, for a point whose name is only known from what it is about: it is what is there already, if anything.
    pub fn place_or(&mut self, name: &str, otherwise: &str, position: Position) -> Option<usize> {
        if !name.trim().is_empty() {
            return self.place(None, name, position);
        }
        let there = self.place_at(&position);
        there.or_else(|| self.place(None, otherwise, position))
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
    pub fn note(&mut self, index: usize, note: String, span: FileSpan) {
        if let Some(place) = self.draft.places.get_mut(index)
            && !note.is_empty()
        {
            place.note.text = Field::Given(Located {
                value: note.into(),
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

    /// Adds a passage, the topics and the event that come with it. Says whether there was anything to add.
    pub fn passage(&mut self, found: Found) -> bool {
        // One more than the limit, so that the draft's check tells of it.
        if self.draft.passages.len() > limits::PASSAGES {
            return true;
        }
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
        for &place in places.iter().take(MENTIONS) {
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
            mention(&mut blocks, &self.place_id(place), &name, span);
        }
        let title = if title.is_empty() {
            let place = places.first().map(|&place| self.place_name(place));
            place.map_or_else(|| beginning(&blocks), str::to_owned)
        } else {
            title
        };
        if title.is_empty() && blocks.is_empty() {
            return false;
        }

        let index = self.draft.passages.len();
        let key = self.ids.make(id.as_deref(), &title, "passage", index);
        let topics = topics.iter().filter_map(|topic| self.topic(topic));
        let topics: Vec<_> = topics.collect();
        self.event((date, until), &title, &key, &places, span);
        self.draft.passages.push(Passage {
            entry: entry(key, title, span),
            topics,
            blocks,
            ..Passage::default()
        });
        true
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
            let index = position
                .and_then(|position| self.place(Some(&mention.id), &mention.name, position));
            let id = index.map(|index| self.place_id(index));
            renamed.insert(mention.id, id);
        }
        for block in &mut blocks {
            block.spans.retain_mut(|span| match &mut span.style {
                Style::Link(link) => match link.value.strip_prefix('#') {
                    None => true,
                    Some(id) => match renamed.get(id) {
                        Some(Some(id)) => {
                            link.value = format!("#{id}").into();
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
        let mut title = title.trim().to_owned();
        // The name of a file or of a layer.
        if !title.contains(' ') {
            let words = title.replace('_', " ");
            words.trim().clone_into(&mut title);
        }
        if !title.is_empty() {
            self.draft.title = name(title);
        }
        if matches!(self.draft.language, Field::Missing) && is_chinese(&self.draft) {
            self.draft.language = "zh".to_owned().into();
        }
        self.draft
    }
}

/// Whether most of what is written first is Chinese, where the file does not say its language.
fn is_chinese(draft: &Draft) -> bool {
    /// Letters that are looked at.
    const MANY: usize = 4_000;

    let passages = draft.passages.iter().flat_map(|passage| &passage.blocks);
    let texts = draft.introduction.iter().chain(passages);
    let letters = texts.flat_map(|block| block.text.chars());
    let (mut chinese, mut others) = (0, 0);
    for letter in letters.filter(|letter| letter.is_alphabetic()).take(MANY) {
        match letter {
            '\u{4E00}'..='\u{9FFF}' => chinese += 1,
            // Japanese has Chinese characters too.
            '\u{3040}'..='\u{30FF}' => return false,
            _ => others += 1,
        }
    }
    chinese > others
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

fn entry(id: String, name_of_thing: String, span: Option<FileSpan>) -> Entry {
    Entry {
        id: id.into(),
        name: name(name_of_thing),
        span,
    }
}

pub(super) fn name(text: String) -> Name {
    Name {
        text: text.into(),
        translations: ByLanguage::default(),
    }
}

fn located(value: impl Into<SmolStr>) -> Located<SmolStr> {
    Located {
        value: value.into(),
        span: None,
    }
}

fn id_of(entry: &Entry) -> String {
    match &entry.id {
        Field::Given(id) => id.value.to_string(),
        Field::Missing | Field::Wrong => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

        let first = collector.place(None, "", here()).unwrap();
        assert_eq!(collector.place(None, "Bijie", there), Some(first));
        assert_eq!(collector.place_name(first), "Bijie");
        assert_ne!(collector.place(None, "College", here()), Some(first));
    }
}
