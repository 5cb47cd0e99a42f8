//! What is called like a place and is none: persons, firms, words of the language.

use std::collections::HashSet;

use super::mention::Mention;
use super::names::Names;
use super::token::Token;
use super::usage::{
    DIRECTIONS, DIVISION_WORDS, FIRMS, NEWSPAPERS, OF_NOUNS, PLACE_PREPOSITIONS, PLACE_WORDS,
    SELDOM_PLACES, SMALL_WORDS, SPEECH, STREETS, STRONG_PREPOSITIONS, TITLES, TOWN_NOUNS, WordList,
};
use crate::article::gazetteer::{Kind, Word};

/// A text, and the words beside a mention in it.
pub struct Filter<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token<'a>],
    pub names: &'a mut Names,
    /// Tokens at which mentions begin.
    starts: HashSet<usize>,
    /// Names that the text gives to persons.
    persons: HashSet<String>,
}

/// What is known of a mention while it is judged.
struct Case<'a> {
    word: &'a str,
    before: Option<&'a Token<'a>>,
    after: Option<&'a Token<'a>>,
    is_single: bool,
    is_well_known: bool,
    is_feature: bool,
    begins_sentence: bool,
    prominence: f32,
    known: Word,
}

impl<'a> Filter<'a> {
    pub fn new(text: &'a str, tokens: &'a [Token<'a>], names: &'a mut Names) -> Self {
        Self {
            text,
            tokens,
            names,
            starts: HashSet::new(),
            persons: HashSet::new(),
        }
    }

    /// Marks what is no place, or a doubtful one.
    pub fn apply(mut self, mentions: &mut [Mention]) {
        self.starts = mentions
            .iter()
            .map(|mention| mention.tokens.start)
            .collect();
        for mention in mentions.iter_mut() {
            self.judge(mention);
        }
        for mention in mentions.iter_mut() {
            let Some(name) = self.names.get(mention.name) else {
                continue;
            };
            let is_kept = mention.support >= 2.0
                || name.is_well_known()
                || mention.support >= 1.0 && name.prominence() > 6.0;
            let surface = self.text.get(mention.range.clone()).unwrap_or_default();
            if !is_kept && self.persons.contains(surface) {
                mention.is_dismissed = true;
            }
        }
        let supported: HashSet<_> = mentions
            .iter()
            .filter(|mention| !mention.is_dismissed && mention.support >= 1.0)
            .map(|mention| mention.name)
            .collect();
        for mention in mentions {
            mention.is_weak &= !supported.contains(&mention.name);
        }
    }

    fn judge(&mut self, mention: &mut Mention) {
        let Some(case) = self.case(mention) else {
            return;
        };
        mention.support += support(&case) + self.support_around(mention);
        if mention.support < 2.0 && self.is_person(&case, mention) {
            mention.is_dismissed = true;
            self.persons.insert(case.word.to_owned());
            return;
        }
        if mention.support < 3.0 && self.is_part_of_other_name(&case, mention)
            || is_word_of_the_language(&case, mention)
        {
            mention.is_dismissed = true;
            return;
        }
        if !case.is_single && self.is_of_words(&case, mention) {
            mention.is_dismissed = true;
        }
        mention.is_associative = case.after.is_some_and(|after| FIRMS.has(after.text));
        let is_of_people = case.known.is_of_people();
        mention.is_weak = mention.support < 1.0
            && !case.is_well_known
            && case.is_single
            && (case.prominence < 4.4 || is_of_people && case.prominence < 6.0);
    }

    /// What stands farther around it says for a place.
    fn support_around(&self, mention: &Mention) -> f32 {
        let text = self.text.get(mention.range.end..).unwrap_or_default();
        let lead = self.text.get(..mention.range.start).unwrap_or_default();
        if begins_report(lead, text) {
            return 3.0;
        }
        let word = |back: usize| self.tokens.get(mention.tokens.start.checked_sub(back)?);
        let (Some(last), Some(first)) = (word(1), word(2)) else {
            return 0.0;
        };
        if last.text != "of" || self.text.get(last.range.end..mention.range.start) != Some(" ") {
            return 0.0;
        }
        let gap = self
            .text
            .get(first.range.end..last.range.start)
            .unwrap_or_default();
        // "Rebecca Sears, 41, of Grovetown"; "the town of Akuressa".
        let follows_age = first.is_number() && gap == ", ";
        let follows_noun = OF_NOUNS.has(first.text) && gap == " ";
        if follows_age {
            2.0
        } else if follows_noun {
            1.0
        } else {
            0.3
        }
    }

    fn case(&mut self, mention: &Mention) -> Option<Case<'a>> {
        let range = &mention.tokens;
        let last = self.tokens.get(range.end.checked_sub(1)?)?;
        let word = self.text.get(mention.range.clone())?;
        let name = self.names.get(mention.name)?;
        let prominence = name.prominence();
        let first = name.candidates.first();
        let is_feature = first.is_some_and(|first| first.kind == Kind::Feature);
        let is_well_known = name.is_well_known()
            || mention.is_abbreviation
            || range.len() > 1 && DIVISION_WORDS.has(last.text);
        let lead = self.text.get(..mention.range.start)?.trim_end();
        let begins_sentence =
            lead.is_empty() || lead.ends_with(['.', '!', '?', '"', '”', '“', ':', '—', '•']);
        Some(Case {
            word,
            before: self.before(mention),
            after: self.after(mention),
            is_single: range.len() == 1,
            is_well_known,
            is_feature,
            begins_sentence,
            prominence,
            known: self.names.word(word),
        })
    }

    /// The word right before it, in the same phrase.
    fn before(&self, mention: &Mention) -> Option<&'a Token<'a>> {
        let token = self.tokens.get(mention.tokens.start.checked_sub(1)?)?;
        let gap = self.text.get(token.range.end..mention.range.start)?;
        matches!(gap, " " | ". " | "-" | "\u{a0}").then_some(token)
    }

    fn after(&self, mention: &Mention) -> Option<&'a Token<'a>> {
        let token = self.tokens.get(mention.tokens.end)?;
        let gap = self.text.get(mention.range.end..token.range.start)?;
        matches!(gap, " " | "-" | "\u{a0}").then_some(token)
    }

    fn is_person(&mut self, case: &Case<'_>, mention: &mut Mention) -> bool {
        let firm = case.is_well_known;
        if let Some(before) = case.before {
            let word = before.text.trim_end_matches('.');
            if TITLES.has(word) && !firm {
                return true;
            }
            let is_direction = DIRECTIONS.has(&word.to_lowercase());
            if before.is_capitalised() && !is_direction && word.len() > 1 {
                let known = self.names.word(word);
                let is_first_name =
                    self.text.get(before.range.end..mention.range.start) == Some(" ");
                if is_first_name && known.is_given_name() && !(firm && !case.known.is_surname()) {
                    return true;
                }
            }
            let is_party = before.text.len() <= 4
                && (before.is_all_capitals() || before.text.len() == 1)
                && self.text.get(before.range.end..mention.range.start) == Some("-");
            if is_party {
                mention.support += 3.0;
                return false;
            }
            let is_initial =
                word.len() == 1 && before.is_capitalised() && !matches!(word, "A" | "I");
            if is_initial && !firm {
                return true;
            }
        }
        let Some(after) = case.after.filter(|_| case.is_single) else {
            return false;
        };
        let is_next_word = self.text.get(mention.range.end..after.range.start) == Some(" ");
        if case.known.is_given_name() && after.is_capitalised() && is_next_word {
            let next = self.names.word(after.text);
            let is_place_word = DIVISION_WORDS.has(after.text)
                || PLACE_WORDS.has(after.text)
                || FIRMS.has(after.text)
                || self.starts.contains(&mention.tokens.end) && !next.is_frequent_surname();
            let is_surname = next.is_surname() || !next.is_in_dictionary();
            let is_safe = !firm || next.is_frequent_surname() || !next.is_in_dictionary();
            if !is_place_word && is_surname && is_safe {
                self.persons.insert(after.text.to_owned());
                return true;
            }
        }
        if SPEECH.has(after.text) && case.known.is_given_name() && self.says_of_themselves(mention)
        {
            return true;
        }
        !firm && mention.support < 1.0 && SPEECH.has(after.text) && case.known.is_of_people()
    }

    /// "Jordan said he": countries are no he and no she.
    fn says_of_themselves(&self, mention: &Mention) -> bool {
        let word = self.tokens.get(mention.tokens.end + 1);
        word.is_some_and(|word| matches!(word.text, "he" | "she" | "his" | "her"))
    }

    /// A street, a firm, or more words in capitals than the place has.
    fn is_part_of_other_name(&mut self, case: &Case<'_>, mention: &Mention) -> bool {
        let is_other = |after: &Token<'_>| STREETS.has(after.text) || NEWSPAPERS.has(after.text);
        if case.after.is_some_and(is_other) {
            return true;
        }
        if let Some(before) = case.before
            && before.is_capitalised()
            && !case.is_well_known
        {
            let lower = before.text.to_lowercase();
            let is_usual = SMALL_WORDS.has(&lower)
                || DIRECTIONS.has(&lower)
                || PLACE_WORDS.has(before.text)
                || self.starts.contains(&(mention.tokens.start - 1));
            // Large cities lend their names to more than they are part of other names: "Baseball Toronto".
            if !is_usual && case.prominence < 5.5 {
                return true;
            }
        }
        let Some(after) = case.after.filter(|after| after.is_capitalised()) else {
            return false;
        };
        !case.is_well_known
            && case.prominence < 6.0
            && !DIVISION_WORDS.has(after.text)
            && !PLACE_WORDS.has(after.text)
            && !TOWN_NOUNS.has(after.text)
            && !FIRMS.has(after.text)
            && !self.names.word(after.text).is_in_dictionary()
            && !self.starts.contains(&mention.tokens.end)
    }

    /// A name of several words, each of which is a word or a person's name.
    fn is_of_words(&mut self, case: &Case<'_>, mention: &Mention) -> bool {
        let tokens = self.tokens.get(mention.tokens.clone()).unwrap_or_default();
        let is_general = tokens.iter().all(|token| {
            DIVISION_WORDS.has(token.text) || DIRECTIONS.has(&token.text.to_lowercase())
        });
        if is_general && mention.support < 3.0 {
            return true;
        }
        if case.is_well_known || case.prominence >= 4.3 || mention.support >= 1.0 {
            return false;
        }
        tokens.iter().all(|token| {
            let word = self.names.word(token.text);
            word.is_in_dictionary() || word.is_of_people()
        })
    }
}

/// "HAMILTON — The town's …", "BEIJING (Reuters) - …", at the start of a line or sentence.
fn begins_report(lead: &str, rest: &str) -> bool {
    let lead = lead.trim_end_matches([' ', '\t']);
    if !(lead.is_empty() || lead.ends_with(['.', '\n', '!', '?', '"', '”'])) {
        return false;
    }
    let rest = rest.trim_start();
    let rest = match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((agency, after)) if agency.len() <= 20 => after.trim_start(),
        _ => rest,
    };
    rest.starts_with(['—', '–']) || rest.starts_with("--") || rest.starts_with("- ")
}

/// What the words beside it say for a place.
fn support(case: &Case<'_>) -> f32 {
    let mut support = 0.0;
    if let Some(before) = case.before {
        let lower = before.text.to_lowercase();
        if STRONG_PREPOSITIONS.has(&lower) || DIRECTIONS.has(&lower) {
            support += 1.0;
        } else if PLACE_PREPOSITIONS.has(&lower) {
            support += 0.5;
        } else if lower == "the" && case.is_feature {
            // The Gulf, the Arctic, the Midlands.
            support += 1.5;
        }
    }
    let is_followed = |list: &WordList| case.after.is_some_and(|after| list.has(after.text));
    if is_followed(&DIVISION_WORDS) || is_followed(&TOWN_NOUNS) {
        support += 1.0;
    }
    support
}

fn is_word_of_the_language(case: &Case<'_>, mention: &Mention) -> bool {
    if !case.is_single || mention.is_abbreviation {
        return false;
    }
    let (support, prominence) = (mention.support, case.prominence);
    if DIRECTIONS.has(&case.word.to_lowercase()) {
        return support < 3.0;
    }
    if SELDOM_PLACES.has(case.word) {
        return support < 3.0 && !(support >= 1.0 && prominence > 6.3);
    }
    if case.is_well_known || !case.known.is_in_dictionary() {
        return false;
    }
    let is_common = case.known.is_common();
    let is_in_capitals = case.word.len() > 3 && !case.word.contains(char::is_lowercase);
    support < 1.0 && prominence <= 6.8 && (case.begins_sentence || prominence < 6.0 || is_common)
        || is_common && support < 2.0 && prominence < 5.7
        || is_in_capitals && prominence < 6.0
}
