//! What is called like a place and is none: persons, firms, words of the language.

use std::collections::HashSet;

use super::case::Scene;
use super::mention::Mention;
use super::names::Names;
use super::other_name::{Verdict, is_followed_by, is_part_of_nature, verdict};
use super::token::Token;
use super::usage::FIRMS;
use crate::article::gazetteer::Kind;

/// Support by which a text says so clearly that it means a place that it means it wherever the name stands.
const SAID: f32 = 3.0;

/// Marks what is no place, or a doubtful one.
pub fn filter(text: &str, tokens: &[Token<'_>], names: &mut Names, mentions: &mut [Mention]) {
    let starts = mentions.iter().map(|mention| mention.tokens.start);
    let mut scene = Scene {
        text,
        tokens,
        names,
        starts: starts.collect(),
        persons: HashSet::new(),
    };
    for mention in mentions.iter_mut() {
        judge(&mut scene, mention);
    }
    dismiss_persons(&scene, mentions);
    let supported: HashSet<_> = mentions
        .iter()
        .filter(|mention| !mention.is_dismissed && !mention.is_word && mention.support >= 1.0)
        .map(|mention| mention.name)
        .collect();
    let said: HashSet<_> = mentions
        .iter()
        .filter(|mention| !mention.is_dismissed && !mention.is_word && mention.support >= SAID)
        .map(|mention| mention.name)
        .collect();
    for mention in mentions {
        mention.is_weak &= !supported.contains(&mention.name);
        mention.is_dismissed |= mention.is_word && !said.contains(&mention.name);
    }
}

fn judge(scene: &mut Scene<'_>, mention: &mut Mention) {
    let Some(case) = scene.case(mention) else {
        return;
    };
    mention.support += scene.support(&case, mention);
    if scene.is_part_of_division(&case, mention) {
        mention.says_kind = Some(Kind::Division);
    }
    if mention.support < 2.0 && scene.is_person(&case) {
        mention.is_dismissed = true;
        scene.persons.insert(case.word.to_owned());
        return;
    }
    let verdict = verdict(&case, mention);
    let is_other =
        scene.is_part_of_other_name(&case) || !case.is_single && scene.is_direction(&case);
    mention.is_dismissed = mention.support < 3.0 && is_other;
    mention.is_word = matches!(verdict, Verdict::Word);
    mention.is_home = scene.is_home(&case, mention);
    mention.is_associative =
        is_followed_by(&case, &FIRMS) || !case.is_well_known && scene.is_followed_by_name(&case);
    let is_small = case.prominence < 4.4 || case.known.is_of_people() && case.prominence < 6.0;
    let nothing_says_place =
        mention.support < 1.0 && !case.is_well_known && case.is_single && is_small;
    mention.is_weak = nothing_says_place
        || matches!(verdict, Verdict::Doubtful)
        || !case.is_single && scene.is_of_words(&case, mention)
        || is_part_of_nature(&case);
}

/// Persons are later called by their last names alone.
fn dismiss_persons(scene: &Scene<'_>, mentions: &mut [Mention]) {
    for mention in mentions {
        let Some(name) = scene.names.get(mention.name) else {
            continue;
        };
        let is_kept = mention.support >= 2.0
            || name.is_well_known()
            || mention.support >= 1.0 && name.prominence() > 5.3;
        let word = scene.text.get(mention.range.clone()).unwrap_or_default();
        if !is_kept && scene.persons.contains(word) {
            mention.is_dismissed = true;
        }
    }
}
