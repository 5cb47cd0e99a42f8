//! Names of persons that are names of places, too.

use super::case::{Case, Scene};
use super::usage::{
    DATES, DIRECTIONS, DIVISION_WORDS, FIRMS, PLACE_WORDS, SMALL_WORDS, SPEECH, TITLES,
};

impl Scene<'_> {
    pub fn is_person(&mut self, case: &Case<'_>) -> bool {
        self.ends_name(case)
            || self.begins_name(case)
            || self.speaks(case)
            || self.has_age(case)
            || self.follows_particle(case)
    }

    /// "Senator Jackson", "Theresa May", "J. Lincoln", "Denzel Washington".
    fn ends_name(&mut self, case: &Case<'_>) -> bool {
        let Some(before) = case.before.filter(|before| before.is_capitalised()) else {
            return TITLES.has(case.before.map_or("", |before| before.text)) && !case.is_well_known;
        };
        let word = before.text.trim_end_matches('.');
        if TITLES.has(word) {
            return !case.is_well_known;
        }
        if word.len() == 1 {
            return !matches!(word, "A" | "I") && !case.is_well_known;
        }
        let lower = word.to_lowercase();
        let is_adjacent = self.tokens.get(case.first).map(|own| self.gap(before, own)) == Some(" ");
        if !is_adjacent || DIRECTIONS.has(&lower) || SMALL_WORDS.has(&lower) {
            return false;
        }
        let known = self.names.word(word);
        if known.is_given_name() {
            return !case.is_well_known || case.known.is_surname();
        }
        // An unknown word before a surname is a given name.
        case.is_single
            && !case.is_country
            && case.known.is_surname()
            && !before.is_all_capitals()
            && !known.is_in_dictionary()
            && !self.follows_place(case)
    }

    /// "Paris Hilton", "Georgia Smith".
    fn begins_name(&mut self, case: &Case<'_>) -> bool {
        let Some(after) = case
            .after
            .filter(|after| after.is_capitalised() && case.is_single)
        else {
            return false;
        };
        let is_adjacent = self.tokens.get(case.first).map(|own| self.gap(own, after)) == Some(" ");
        if !is_adjacent || !case.known.is_given_name() {
            return false;
        }
        let next = self.names.word(after.text);
        // "in Alexandria Friday", "in Austin April 4".
        let is_thing = DATES.has(after.text)
            || DIVISION_WORDS.has(after.text)
            || PLACE_WORDS.has(after.text)
            || FIRMS.has(after.text)
            || self.is_followed_by_place(case) && !next.is_surname();
        let is_surname = next.is_surname() || !next.is_in_dictionary();
        let is_safe = !case.is_well_known || next.is_frequent_surname() || !next.is_in_dictionary();
        if is_thing || !is_surname || !is_safe {
            return false;
        }
        self.persons.insert(after.text.to_owned());
        true
    }

    /// "Parker, 8, and her brother"; "37-year-old Helen Sun".
    fn has_age(&self, case: &Case<'_>) -> bool {
        const OLDEST: usize = 110;

        if case.is_well_known || !case.known.is_of_people() {
            return false;
        }
        let token = |index: Option<usize>| index.and_then(|index| self.tokens.get(index));
        let is_old = token(case.first.checked_sub(1)).is_some_and(|before| before.text == "old")
            && token(case.first.checked_sub(2)).is_some_and(|before| before.text == "year");
        let (Some(own), Some(age)) = (token(case.end.checked_sub(1)), token(Some(case.end))) else {
            return is_old;
        };
        let rest = self.text.get(age.range.end..).unwrap_or_default();
        let years = age.text.parse().is_ok_and(|years: usize| years < OLDEST);
        let is_whole = rest.starts_with([',', ';']) || rest.starts_with(". ");
        is_old || self.gap(own, age) == ", " && years && is_whole
    }

    /// "Philippe de Marigny", "Osama bin Laden": a particle behind a name that is no place.
    fn follows_particle(&self, case: &Case<'_>) -> bool {
        let is_particle = case.before.is_some_and(|before| {
            matches!(
                before.text,
                "de" | "du" | "von" | "van" | "der" | "bin" | "ibn" | "di" | "della"
            )
        });
        let earlier = case
            .first
            .checked_sub(2)
            .and_then(|index| self.tokens.get(index));
        is_particle
            && !case.is_well_known
            && earlier.is_some_and(|earlier| {
                earlier.is_capitalised() || matches!(earlier.text, "de" | "van" | "von")
            })
    }

    /// "Jordan said he": countries speak, too, but they are no he and no she.
    fn speaks(&self, case: &Case<'_>) -> bool {
        let says = case.is_single && case.after.is_some_and(|after| SPEECH.has(after.text));
        let next = self.tokens.get(case.end + 1).map_or("", |next| next.text);
        let of_themselves =
            matches!(next, "he" | "she" | "his" | "her") && case.known.is_given_name();
        let is_after_preposition = case
            .before
            .is_some_and(|before| super::usage::STRONG_PREPOSITIONS.has(before.text));
        let is_likely = !case.is_well_known && !is_after_preposition && case.known.is_of_people();
        says && (of_themselves || is_likely)
    }
}
