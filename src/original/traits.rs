//! What a text can be known by again after it was retold: its places, numbers and words.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use crate::article::fold::fold;
use crate::article::gazetteer::PlaceId;
use crate::article::places;
use crate::story::{Block, Item, Link, Name, PassageId, Story};

/// One thing that two texts may share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trait {
    /// The same in every language.
    Place(PlaceId),
    /// Its digits alone.
    Number(String),
    /// The beginning of a word in Latin letters: "develop" and "development" begin alike.
    Word(String),
    /// Two Chinese characters in a row: where words end is not written.
    Characters(char, char),
}

impl Trait {
    /// How much it says beside a word that is as rare.
    pub fn weight(&self) -> f32 {
        match self {
            // A number has no other words to be told in.
            Self::Number(_) => 1.5,
            Self::Place(_) | Self::Word(_) => 1.0,
            // Every other pair is the end of one word and the beginning of the next.
            Self::Characters(..) => 0.5,
        }
    }
}

/// Letters of a word that count. Cognates are told by their first four in Simard, Foster and Isabelle, "Using cognates to
/// align sentences in bilingual corpora" (1992); in one language one more tells more words apart.
const BEGINNING: usize = 5;
/// Shorter words say next to nothing.
const SHORTEST: usize = 3;

/// Numbers that are written as words.
const NUMBERS: [(&str, &str); 19] = [
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
];

/// Of each paragraph.
pub fn of_paragraphs(paragraphs: &[String]) -> Vec<BTreeSet<Trait>> {
    let mut traits = vec![BTreeSet::new(); paragraphs.len()];
    add(&mut traits, paragraphs);
    traits
}

/// Of each passage, in all the story's languages. What a story adds to its source says nothing of it.
pub fn of_passages(story: &Story) -> Vec<BTreeSet<Trait>> {
    let mut traits = vec![BTreeSet::new(); story.passages().len()];
    for language in story.languages() {
        let texts: Vec<_> = story
            .passages()
            .map(|(id, _)| text_in(story, id, language))
            .collect();
        add(&mut traits, &texts);
    }
    for ((id, passage), traits) in story.passages().zip(&mut traits) {
        for block in retold(&passage.blocks) {
            for (_, link) in block.prose().links() {
                let name = name_of(story, link).filter(|_| link.item() != Some(Item::Passage(id)));
                for text in name.into_iter().flat_map(texts_of) {
                    add_words(traits, text);
                }
            }
        }
    }
    traits
}

fn text_in(story: &Story, id: PassageId, language: &str) -> String {
    let title = story.passage(id).title.in_language(language);
    let blocks = story.blocks_in(id, language).unwrap_or_default();
    let texts = retold(blocks).map(|block| block.prose().text.as_str());
    let texts: Vec<_> = [title].into_iter().chain(texts).collect();
    texts.join("\n")
}

fn retold(blocks: &[Block]) -> impl Iterator<Item = &Block> {
    blocks
        .iter()
        .filter(|block| !matches!(block, Block::Context(_)))
}

/// In all its languages: the original may be in another than the story.
fn name_of<'s>(story: &'s Story, link: &Link) -> Option<&'s Name> {
    match link {
        Link::Place(id) => Some(&story.place(*id).name),
        Link::Region(id) => Some(&story.region(*id).name),
        Link::Actor(id) => Some(&story.actor(*id).name),
        Link::Passage(_) | Link::Web(_) => None,
    }
}

fn texts_of(name: &Name) -> impl Iterator<Item = &str> {
    let translations = name.translations.values().map(SmolStr::as_str);
    [name.text.as_str()].into_iter().chain(translations)
}

fn add(traits: &mut [BTreeSet<Trait>], texts: &[String]) {
    add_places(traits, texts);
    for (traits, text) in traits.iter_mut().zip(texts) {
        add_words(traits, text);
    }
}

/// All texts at once: what a name means is told by the others.
fn add_places(traits: &mut [BTreeSet<Trait>], texts: &[String]) {
    const BETWEEN: &str = "\n\n";

    let Some(places) = places(&texts.join(BETWEEN)) else {
        return;
    };
    let mut ends = texts.iter().scan(0, |end, text| {
        *end += text.len() + BETWEEN.len();
        Some(*end)
    });
    let mut traits = traits.iter_mut();
    let (mut end, mut current) = (ends.next(), traits.next());
    for toponym in places.toponyms() {
        while end.is_some_and(|end| toponym.range.start >= end) {
            (end, current) = (ends.next(), traits.next());
        }
        if let Some(current) = &mut current {
            current.insert(Trait::Place(toponym.place));
        }
    }
}

fn add_words(traits: &mut BTreeSet<Trait>, text: &str) {
    for (first, second) in text.chars().zip(text.chars().skip(1)) {
        if is_chinese(first) && is_chinese(second) {
            traits.insert(Trait::Characters(first, second));
        }
    }
    let is_apart =
        |c: char| is_chinese(c) || !(c.is_alphanumeric() || POINTS_IN_NUMBERS.contains(&c));
    for token in text.split(is_apart) {
        let token = token.trim_matches(POINTS_IN_NUMBERS);
        if token.starts_with(|c: char| c.is_ascii_digit()) {
            traits.insert(Trait::Number(token.replace(',', "")));
        } else {
            traits.extend(token.split(POINTS_IN_NUMBERS).filter_map(word));
        }
    }
}

const POINTS_IN_NUMBERS: [char; 2] = [',', '.'];

fn word(text: &str) -> Option<Trait> {
    let key = fold(text);
    if let Some((_, number)) = NUMBERS.iter().find(|(word, _)| *word == key) {
        return Some(Trait::Number((*number).to_owned()));
    }
    let is_long = key.chars().count() >= SHORTEST;
    is_long.then(|| Trait::Word(key.chars().take(BEGINNING).collect()))
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}
