//! A story from a plain article: its own words, with its places on the map.

mod date;
mod front;
mod links;
pub(crate) mod paragraphs;
mod passages;
mod topics;

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

pub use links::{Ids, around, within};

use super::corrections::{Correction, Mention, mentions};
use super::fold::fold;
use super::{Places, places};
use crate::story::draft::{self, Block, BlockKind, Draft, Entry, Field, Located, Passage, Source};
use crate::story::slug;
use front::Front;
use links::named;
use paragraphs::is_wide;
use passages::{Part, Piece};
use topics::Topic;

/// An article that was read.
pub struct Article {
    /// Its paragraphs, a blank line between two: what the places' bytes count.
    pub text: String,
    /// None where the gazetteer cannot be read.
    pub places: Option<Places>,
    paragraphs: Vec<String>,
    /// The byte of the text at which each paragraph begins.
    starts: Vec<usize>,
    front: Front,
    parts: Vec<Part>,
    topics: Vec<Topic>,
    is_chinese: bool,
}

/// What an article becomes with the corrections of its reader.
pub struct Mended {
    pub mentions: Vec<Mention>,
    /// Which id each of its places has in the draft.
    pub ids: Ids,
    pub draft: Draft,
}

const BETWEEN: &str = "\n\n";

/// Reads a text as an article. `name` is its title where it has none.
pub fn read(text: &str, name: &str) -> Article {
    let paragraphs = paragraphs::paragraphs(text);
    let text = paragraphs.join(BETWEEN);
    let front = front::front(&paragraphs, name);
    let left_out: Vec<_> = front.used.iter().chain(&front.lead).copied().collect();
    let mut article = Article {
        starts: starts(&paragraphs),
        parts: passages::parts(&paragraphs, &left_out),
        is_chinese: is_chinese(&text),
        places: places(&text),
        text,
        paragraphs,
        front,
        topics: Vec::new(),
    };
    // From the places as they were found: topics stay what they are while the places are mended.
    article.topics = found_topics(&article.draft(&[]));
    article
}

impl Article {
    /// The story that it becomes with these corrections.
    pub fn draft(&self, steps: &[Correction]) -> Draft {
        self.mended(steps).draft
    }

    /// The same, with what the draft was made from.
    pub fn mended(&self, steps: &[Correction]) -> Mended {
        let mut draft = Draft {
            title: named(&self.front.title),
            language: Field::from(if self.is_chinese { "zh" } else { "en" }.to_owned()),
            source: source(&self.front),
            ..Draft::default()
        };
        let places = self.places.as_ref();
        let mentions = mentions(&self.text, places, steps);
        let ids = links::add_places(&mut draft, &self.text, places, &mentions, self.is_chinese);
        let written = Written {
            starts: &self.starts,
            places,
            mentions: &mentions,
            ids: &ids,
        };
        let lead = self.front.lead.iter().filter_map(|&paragraph| {
            let text = self.paragraphs.get(paragraph)?.clone();
            Some(written.block(&Piece {
                paragraph,
                start: 0,
                text,
            }))
        });
        draft.introduction = lead.collect();
        draft.passages = self
            .parts
            .iter()
            .map(|part| written.passage(part))
            .collect();
        add_topics(&mut draft, &ids, &self.topics, steps);
        Mended {
            mentions,
            ids,
            draft,
        }
    }

    /// Among the draft's passages, the one that has this byte of the text; none before the first.
    pub fn passage_at(&self, byte: usize) -> Option<usize> {
        let starts = |piece: &Piece| {
            let start = self.starts.get(piece.paragraph);
            start.map_or(0, |start| start + piece.start)
        };
        let first = |part: &Part| part.blocks.first().map_or(0, starts);
        let after = self.parts.partition_point(|part| first(part) <= byte);
        after.checked_sub(1)
    }
}

/// All else follows from them.
impl PartialEq for Article {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, &self.front) == (&other.text, &other.front)
    }
}

impl fmt::Debug for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Article")
            .field("text", &self.text)
            .finish_non_exhaustive()
    }
}

/// Whether most of the text's letters are Chinese.
fn is_chinese(text: &str) -> bool {
    let (wide, all) = text
        .chars()
        .filter(|character| character.is_alphabetic())
        .fold((0, 0), |(wide, all), character| {
            (wide + usize::from(is_wide(character)), all + 1)
        });
    wide * 3 > all
}

fn starts(paragraphs: &[String]) -> Vec<usize> {
    let start_and_next = |next: &mut usize, paragraph: &String| {
        let start = *next;
        *next += paragraph.len() + BETWEEN.len();
        Some(start)
    };
    paragraphs.iter().scan(0, start_and_next).collect()
}

fn source(front: &Front) -> Source {
    let dated = front.dated.as_ref();
    let field =
        |text: Option<&String>| text.map_or(Field::Missing, |text| Field::from(text.clone()));
    let authors = front.authors.iter().map(|author| Located {
        value: author.into(),
        span: None,
    });
    Source {
        publisher: named(front.publisher.as_deref().unwrap_or_default()),
        date: field(dated.map(|dated| &dated.date)),
        time: field(dated.and_then(|dated| dated.time.as_ref())),
        authors: authors.collect(),
        byline: named(front.byline.as_deref().unwrap_or_default()),
        ..Source::default()
    }
}

/// What blocks are made with.
struct Written<'a> {
    starts: &'a [usize],
    places: Option<&'a Places>,
    mentions: &'a [Mention],
    ids: &'a Ids,
}

impl Written<'_> {
    fn passage(&self, part: &Part) -> Passage {
        let mut numbers: Vec<_> = part
            .blocks
            .iter()
            .map(|piece| piece.paragraph as u32 + 1)
            .collect();
        numbers.dedup();
        Passage {
            entry: Entry {
                name: named(&part.title),
                ..Entry::default()
            },
            paragraphs: numbers,
            topics: Vec::new(),
            blocks: part.blocks.iter().map(|piece| self.block(piece)).collect(),
        }
    }

    fn block(&self, piece: &Piece) -> Block {
        let start = self
            .starts
            .get(piece.paragraph)
            .map_or(0, |start| start + piece.start);
        let bytes: Range<usize> = start..start + piece.text.len();
        Block {
            kind: BlockKind::Paragraph,
            text: piece.text.clone(),
            spans: links::links(self.places, self.mentions, self.ids, &bytes),
            span: None,
        }
    }
}

/// What the passages keep talking about, but for the places.
fn found_topics(draft: &Draft) -> Vec<Topic> {
    let texts: Vec<String> = draft
        .passages
        .iter()
        .map(|passage| {
            let texts: Vec<_> = passage.blocks.iter().map(|block| &*block.text).collect();
            texts.join("\n")
        })
        .collect();
    let names = draft.places.iter().map(|place| &place.entry);
    let names = names.chain(draft.regions.iter().map(|region| &region.entry));
    let names: HashSet<_> = names
        .filter_map(|entry| entry.name.text.clone().given())
        .map(|name| fold(&name.value))
        .collect();
    topics::topics(&texts, &names)
}

/// Gives the draft topics, and its passages theirs.
fn add_topics(draft: &mut Draft, ids: &Ids, topics: &[Topic], steps: &[Correction]) {
    let mut taken: HashSet<String> = ids.values().cloned().collect();
    for (number, topic) in (1..).zip(topics) {
        let mut id = slug(&topic.name).unwrap_or_else(|| format!("topic-{number}"));
        while !taken.insert(id.clone()) {
            id.push_str("-topic");
        }
        let Some(name) = name_of_topic(topic, &id, steps) else {
            continue;
        };
        for &passage in &topic.passages {
            if let Some(passage) = draft.passages.get_mut(passage) {
                passage.topics.push(Located {
                    value: id.as_str().into(),
                    span: None,
                });
            }
        }
        draft.topics.push(draft::Topic {
            entry: Entry {
                id: Field::from(id.clone()),
                name: named(&name),
                span: None,
            },
        });
    }
}

/// As the reader left it; none for one that was dropped.
fn name_of_topic(topic: &Topic, id: &str, steps: &[Correction]) -> Option<String> {
    let mut name = capitalised(&topic.name);
    for step in steps {
        match step {
            Correction::DropTopic { topic } if topic == id => return None,
            Correction::RenameTopic { topic, name: new } if topic == id && !new.is_empty() => {
                name.clone_from(new);
            }
            _ => {}
        }
    }
    Some(name)
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}
