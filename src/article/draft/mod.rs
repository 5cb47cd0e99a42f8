//! A story from a plain article: its own words, with its places on the map.

mod date;
mod front;
mod links;
pub(crate) mod paragraphs;
mod passages;
mod topics;

use std::collections::HashSet;
use std::ops::Range;

pub use links::Ids;

use super::fold::fold;
use super::{Places, places};
use crate::story::draft::{self, Block, BlockKind, Draft, Entry, Field, Located, Passage, Source};
use crate::story::slug;
use front::Front;
use links::named;
use paragraphs::is_wide;
use passages::{Part, Piece};

/// An article that was read.
pub struct Article {
    /// Its paragraphs, a blank line between two: what the places' bytes count.
    pub text: String,
    /// None where the gazetteer cannot be read.
    pub places: Option<Places>,
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
    let parts = passages::parts(&paragraphs, &left_out);
    let is_chinese = is_chinese(&text);

    let mut draft = Draft {
        title: named(&front.title),
        language: Field::from(if is_chinese { "zh" } else { "en" }.to_owned()),
        source: source(&front),
        ..Draft::default()
    };
    let places = places(&text);
    let ids = match &places {
        Some(places) => links::add_places(&mut draft, &text, places, is_chinese),
        None => Ids::new(),
    };
    let written = Written {
        starts: starts(&paragraphs),
        places: places.as_ref(),
        ids: &ids,
    };
    let lead = front.lead.iter().filter_map(|&paragraph| {
        let text = paragraphs.get(paragraph)?.clone();
        Some(written.block(&Piece {
            paragraph,
            start: 0,
            text,
        }))
    });
    draft.introduction = lead.collect();
    draft.passages = parts.iter().map(|part| written.passage(part)).collect();
    add_topics(&mut draft, &ids);
    Article {
        text,
        places,
        ids,
        draft,
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

/// The byte of the text at which each paragraph begins.
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
        value: author.clone(),
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
    starts: Vec<usize>,
    places: Option<&'a Places>,
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
        let links = self
            .places
            .map(|places| links::links(places, self.ids, &bytes));
        Block {
            kind: BlockKind::Paragraph,
            text: piece.text.clone(),
            spans: links.unwrap_or_default(),
            span: None,
        }
    }
}

/// Gives the draft topics, and its passages theirs.
fn add_topics(draft: &mut Draft, ids: &Ids) {
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
    let mut taken: HashSet<String> = ids.values().cloned().collect();
    for (number, topic) in topics::topics(&texts, &names).into_iter().enumerate() {
        let mut id = slug(&topic.name).unwrap_or_else(|| format!("topic-{}", number + 1));
        while !taken.insert(id.clone()) {
            id.push_str("-topic");
        }
        for passage in topic.passages {
            if let Some(passage) = draft.passages.get_mut(passage) {
                passage.topics.push(Located {
                    value: id.clone(),
                    span: None,
                });
            }
        }
        draft.topics.push(draft::Topic {
            entry: Entry {
                id: Field::from(id),
                name: named(&capitalised(&topic.name)),
                span: None,
            },
        });
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}
