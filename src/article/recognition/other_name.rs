//! Words of the language, and parts of names of other things.

use super::case::{Case, Scene};
use super::mention::Mention;
use super::usage::{
    DATES, DIRECTIONS, DIVISION_WORDS, FIRMS, NATURE_OF, NEWSPAPERS, OF_NATURE, PLACE_WORDS,
    SELDOM_PLACES, SMALL_WORDS, SPOKEN, STREETS, TOWN_NOUNS, WordList,
};

/// Prominence of cities that lend their names to more than they are part of other names: "Baseball Toronto".
const LENDS_NAME: f32 = 5.5;

impl Scene<'_> {
    /// A street, a paper, or more words in capitals than the place has.
    pub fn is_part_of_other_name(&mut self, case: &Case<'_>) -> bool {
        if is_language(case) || is_of_american(case) {
            return true;
        }
        if is_followed_by(case, &NEWSPAPERS)
            || is_followed_by(case, &STREETS) && !is_followed_by_authority(case)
        {
            return true;
        }
        if case.is_well_known {
            return false;
        }
        if self.is_initials(case) || self.is_saints(case) {
            return true;
        }
        if let Some(before) = case.before.filter(|before| before.is_capitalised()) {
            let lower = before.text.to_lowercase();
            let is_usual = SMALL_WORDS.has(&lower)
                || DIRECTIONS.has(&lower)
                || PLACE_WORDS.has(before.text)
                || self.follows_place(case);
            if !is_usual && case.prominence < LENDS_NAME {
                return true;
            }
        }
        case.prominence < LENDS_NAME && self.is_followed_by_name(case)
    }

    /// "Seattle Seahawks": a word in capitals that is in no dictionary, and says nothing of a place.
    pub fn is_followed_by_name(&mut self, case: &Case<'_>) -> bool {
        let lists: [&WordList; 4] = [&DIVISION_WORDS, &PLACE_WORDS, &TOWN_NOUNS, &FIRMS];
        case.after.is_some_and(|after| {
            after.is_capitalised()
                && !DATES.has(after.text)
                && !lists.iter().any(|list| list.has(after.text))
                && !self.names.word(after.text).is_in_dictionary()
                && !self.is_followed_by_place(case)
        })
    }

    /// "NATO", "TASS": a short word in capitals among words in small letters; a dateline says that it is a place.
    fn is_initials(&self, case: &Case<'_>) -> bool {
        const LONGEST: usize = 5;

        let is_in_capitals = case.is_single
            && case.word.len() <= LONGEST
            && case.word.len() > 1
            && !case.word.contains(char::is_lowercase);
        let beside = [case.first.checked_sub(1), Some(case.end)];
        let beside = beside.map(|index| index.and_then(|index| self.tokens.get(index)));
        let is_headline = beside
            .into_iter()
            .flatten()
            .any(|word| word.is_all_capitals() && word.text.contains(char::is_alphabetic));
        is_in_capitals && !is_headline && case.prominence < LENDS_NAME
    }

    /// "St. Mark's": a church or a school.
    fn is_saints(&self, case: &Case<'_>) -> bool {
        let rest = self.tokens.get(case.end.saturating_sub(1));
        let rest = rest
            .and_then(|last| self.text.get(last.range.end..))
            .unwrap_or_default();
        let is_saint = ["St ", "St. ", "Saint "]
            .iter()
            .any(|saint| case.word.starts_with(saint));
        is_saint && rest.starts_with(['\'', '’']) && case.prominence < 5.0
    }

    /// "Far North", "Central District": only a direction, of which every country has one.
    pub fn is_direction(&self, case: &Case<'_>) -> bool {
        let tokens = self.tokens.get(case.first..case.end).unwrap_or_default();
        tokens.iter().all(|token| {
            DIVISION_WORDS.has(token.text) || DIRECTIONS.has(&token.text.to_lowercase())
        })
    }

    /// A name of several words, each of which is a word or a person's name.
    pub fn is_of_words(&mut self, case: &Case<'_>, mention: &Mention) -> bool {
        let tokens = self.tokens.get(mention.tokens.clone()).unwrap_or_default();
        if case.is_well_known || case.prominence >= 4.3 || mention.support >= 1.0 {
            return false;
        }
        tokens.iter().all(|token| {
            let word = self.names.word(token.text);
            word.is_in_dictionary() || word.is_of_people()
        })
    }
}

/// "Zion National Park", "Jerome Township", "Lake Cumberland": called like a town, which need not be near.
pub fn is_part_of_nature(case: &Case<'_>) -> bool {
    let is_before = case.before.is_some_and(|before| NATURE_OF.has(before.text));
    (is_before || is_followed_by(case, &OF_NATURE)) && !case.is_well_known
}

/// "In English", "she speaks French": not "in French cities".
fn is_language(case: &Case<'_>) -> bool {
    let is_spoken = case.before.is_some_and(|before| SPOKEN.has(before.text));
    case.is_demonym && is_spoken && case.after.is_none()
}

/// "Meigs County Court", "Florida Highway Patrol", "Ohio House": what a state or county has, and no street.
fn is_followed_by_authority(case: &Case<'_>) -> bool {
    let is_court = case
        .after
        .is_some_and(|after| matches!(after.text, "Court" | "House" | "Highway" | "State"));
    is_court && (case.is_well_known || case.says_kind)
}

/// "African-Americans", "Irish American": where their forebears came from, which is not what is written of.
fn is_of_american(case: &Case<'_>) -> bool {
    let is_american = |text: &str| matches!(text, "American" | "Americans");
    case.is_demonym && case.after.is_some_and(|after| is_american(after.text))
}

/// As the paper writes it, or in the capitals of a headline.
pub fn is_followed_by(case: &Case<'_>, list: &WordList) -> bool {
    case.after.is_some_and(|after| {
        let mut usual = after.text.to_lowercase();
        if let Some(first) = usual.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        list.has(after.text) || after.is_all_capitals() && list.has(&usual)
    })
}

/// Whether a word of the language is more likely.
pub enum Verdict {
    Place,
    /// Unless the rest of the text says that it is one.
    Doubtful,
    Word,
}

pub fn verdict(case: &Case<'_>, mention: &Mention) -> Verdict {
    if !case.is_single || mention.is_abbreviation {
        return Verdict::Place;
    }
    let (support, prominence) = (mention.support, case.prominence);
    let is_only_direction = DIRECTIONS.has(&case.word.to_lowercase());
    if is_only_direction || SELDOM_PLACES.has(case.word) || DATES.has(case.word) {
        let is_clear = support >= 3.0 || !is_only_direction && support >= 1.0 && prominence > 6.3;
        return if is_clear {
            Verdict::Place
        } else {
            Verdict::Word
        };
    }
    if case.is_well_known || !case.known.is_in_dictionary() {
        return Verdict::Place;
    }
    let is_common = case.known.is_common();
    let is_in_capitals = case.word.len() > 3 && !case.word.contains(char::is_lowercase);
    // A rare word that stands in capitals in the middle of a sentence is a name.
    let is_rare_in_the_middle = !is_common && !case.begins_sentence && prominence > 5.0;
    let is_plain = !is_rare_in_the_middle
        && support < 1.0
        && prominence <= 6.8
        && (case.begins_sentence || prominence < 6.0 || is_common);
    let is_word = is_plain
        || is_common && support < 2.0 && prominence < LENDS_NAME
        || is_in_capitals && support < 3.0 && prominence < 6.0;
    // In the middle of a sentence, behind a preposition: "from London to Reading".
    let is_like_a_place =
        support >= 0.5 && !case.begins_sentence && !is_in_capitals && prominence > 4.8;
    if !is_word || is_like_a_place && support >= 1.5 {
        Verdict::Place
    } else if is_like_a_place {
        Verdict::Doubtful
    } else {
        Verdict::Word
    }
}
