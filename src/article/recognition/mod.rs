//! Recognition: where a text names a place.

mod case;
mod chinese;
mod containment;
mod english;
mod filter;
mod mention;
mod names;
mod other_name;
mod person;
mod series;
mod support;
mod token;
mod usage;
mod vocabulary;

pub use mention::{Candidate, Mention, Name};

use crate::article::gazetteer::{Gazetteer, PlaceId};
use names::Names;

/// The names of a text that may be places, and where they stand; in the order of the text.
pub struct Recognised {
    pub names: Vec<Name>,
    pub mentions: Vec<Mention>,
    /// Names of places where the text was written, by datelines and by the names of papers.
    pub homes: Vec<usize>,
    /// Countries whose words the text has, and what they count; a country that is named counts 1.
    pub written_as_in: Vec<(PlaceId, f32)>,
}

pub fn recognise(gazetteer: &'static Gazetteer, text: &str) -> Recognised {
    let mut names = Names::new(gazetteer);
    let tokens = token::tokens(text);
    let written_as_in = vocabulary::countries(gazetteer, text, &tokens);
    let mut mentions = english::mentions(text, &tokens, &mut names);
    containment::join(text, &mut names, &mut mentions);
    series::join(text, &tokens, &mut names, &mut mentions);
    filter::filter(text, &tokens, &mut names, &mut mentions);
    let mut in_chinese = chinese::mentions(text, &mut names);
    if !in_chinese.is_empty() {
        containment::join(text, &mut names, &mut in_chinese);
        chinese::mark_weak(&names, &mut in_chinese);
        mentions.append(&mut in_chinese);
        mentions.sort_by_key(|mention| mention.range.start);
    }
    let mut homes: Vec<_> = mentions
        .iter()
        .filter(|mention| mention.is_home)
        .map(|mention| mention.name)
        .collect();
    homes.sort_unstable();
    homes.dedup();
    mentions.retain(|mention| !mention.is_dismissed);
    Recognised {
        names: names.into_names(),
        mentions,
        homes,
        written_as_in,
    }
}
