//! The mentions of an article as the corrections leave them.

use std::ops::Range;

use super::{Correction, Meaning, Of};
use crate::article::gazetteer::Role;
use crate::article::{Places, Toponym};

/// Where the text names a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub meaning: Meaning,
    /// What the rules made of it, by its index; none where the reader marked it.
    pub toponym: Option<usize>,
    /// Whether the reader has said what it is.
    pub is_settled: bool,
}

impl Mention {
    /// What the rules say of it, where they still have a say.
    pub fn judged<'p>(&self, places: Option<&'p Places>) -> Option<&'p Toponym> {
        let toponym = places?.toponyms().get(self.toponym?)?;
        (!self.is_settled).then_some(toponym)
    }

    /// Whether it names the place itself, not its people or a firm that is called after it.
    pub fn is_outright(&self, places: Option<&Places>) -> bool {
        self.judged(places)
            .is_none_or(|toponym| toponym.role != Role::Demonym && !toponym.is_associative())
    }
}

/// In the order of the text; none overlaps another.
pub fn mentions(text: &str, places: Option<&Places>, steps: &[Correction]) -> Vec<Mention> {
    let toponyms = places.map(Places::toponyms).unwrap_or_default();
    let mut mentions: Vec<_> = toponyms
        .iter()
        .enumerate()
        .map(|(index, toponym)| Mention {
            range: toponym.range.clone(),
            meaning: Meaning::Known(toponym.place),
            toponym: Some(index),
            is_settled: false,
        })
        .collect();
    for step in steps {
        match step {
            Correction::Confirm { of } => {
                for mention in all_of(&mut mentions, of) {
                    mention.is_settled = true;
                }
            }
            Correction::Choose { of, meaning } => choose(&mut mentions, of, *meaning, places),
            Correction::Drop { of } => mentions.retain(|mention| !is_meant(mention, of)),
            Correction::Merge { from, into } => {
                settle(all_of(&mut mentions, &Of::All(*from)), *into);
            }
            Correction::Mark {
                range,
                everywhere,
                meaning,
            } => mark(text, &mut mentions, (range, *everywhere), *meaning),
            Correction::DropTopic { .. } | Correction::RenameTopic { .. } => {}
        }
    }
    mentions
}

fn is_meant(mention: &Mention, of: &Of) -> bool {
    match of {
        Of::All(meaning) => mention.meaning == *meaning,
        Of::Here(range) => mention.range == *range,
    }
}

fn all_of<'m>(mentions: &'m mut [Mention], of: &Of) -> impl Iterator<Item = &'m mut Mention> {
    mentions
        .iter_mut()
        .filter(move |mention| is_meant(mention, of))
}

fn settle<'m>(mentions: impl Iterator<Item = &'m mut Mention>, meaning: Meaning) {
    for mention in mentions {
        mention.meaning = meaning;
        mention.is_settled = true;
    }
}

/// Of several names, those that the place has; all of them where none is one of its.
fn choose(mentions: &mut [Mention], of: &Of, meaning: Meaning, places: Option<&Places>) {
    let may_mean = |mention: &Mention| {
        let name = places.and_then(|places| {
            let toponym = places.toponyms().get(mention.toponym?)?;
            Some(places.candidates(toponym))
        });
        name.into_iter()
            .flatten()
            .any(|place| Meaning::Known(place) == meaning)
    };
    let is_name_of_any = all_of(mentions, of).any(|mention| may_mean(mention));
    let meant = all_of(mentions, of).filter(|mention| !is_name_of_any || may_mean(mention));
    settle(meant, meaning);
}

/// What the reader points at takes the place of what was found there; elsewhere what was found stays.
fn mark(
    text: &str,
    mentions: &mut Vec<Mention>,
    (range, everywhere): (&Range<usize>, bool),
    meaning: Meaning,
) {
    let Some(words) = text.get(range.clone()).filter(|words| !words.is_empty()) else {
        return;
    };
    let overlaps = |mention: &Mention, with: &Range<usize>| {
        mention.range.start < with.end && with.start < mention.range.end
    };
    let settled = |range: Range<usize>| Mention {
        range,
        meaning,
        toponym: None,
        is_settled: true,
    };
    mentions.retain(|mention| !overlaps(mention, range));
    let at = mentions.partition_point(|mention| mention.range.end <= range.start);
    mentions.insert(at, settled(range.clone()));
    if !everywhere {
        return;
    }
    let is_free = |found: &Range<usize>| {
        let after = mentions.partition_point(|mention| mention.range.end <= found.start);
        let next = mentions.get(after);
        next.is_none_or(|mention| !overlaps(mention, found))
    };
    let mut others: Vec<_> = occurrences(text, words)
        .filter(is_free)
        .map(settled)
        .collect();
    mentions.append(&mut others);
    mentions.sort_by_key(|mention| mention.range.start);
}

/// Where the words stand in the text as words, not inside of longer ones.
pub fn occurrences<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |inside: Option<char>, outside: Option<char>| {
        let goes_on = |character: Option<char>| {
            // Chinese has no blanks between words.
            character.is_some_and(|character| {
                character.is_alphanumeric() && !matches!(character, '\u{3000}'..='\u{9FFF}')
            })
        };
        goes_on(inside) && goes_on(outside)
    };
    let found = text.match_indices(words).filter(move |(start, words)| {
        if words.is_empty() {
            return false;
        }
        let before = text.get(..*start).and_then(|text| text.chars().next_back());
        let after = text.get(start + words.len()..);
        let after = after.and_then(|text| text.chars().next());
        !is_part(words.chars().next(), before) && !is_part(words.chars().next_back(), after)
    });
    found.map(|(start, words)| start..start + words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_words() {
        let found = |text, words| {
            occurrences(text, words)
                .map(|range| range.start)
                .collect::<Vec<_>>()
        };
        assert_eq!(found("Nice is nice, not Nicer. Nice!", "Nice"), [0, 25]);
        assert_eq!(found("朝阳在朝阳区。", "朝阳"), [0, 9]);
        assert_eq!(found("a", ""), Vec::<usize>::new());
    }
}
