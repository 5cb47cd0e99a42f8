//! What the words around a name say for its being a place.

use super::case::{Case, Scene};
use super::english::stands_for;
use super::mention::Mention;
use super::other_name::is_followed_by;
use super::usage::{
    DIRECTIONS, DIVISION_WORDS, NEWSPAPERS, OF_NOUNS, PLACE_PREPOSITIONS, STATE_PARTS,
    STRONG_PREPOSITIONS, TOWN_NOUNS, WordList,
};
use crate::article::gazetteer::Kind;

impl Scene<'_> {
    /// 1 is as much as a preposition of place.
    pub fn support(&self, case: &Case<'_>, mention: &Mention) -> f32 {
        let text = self.text.get(mention.range.end..).unwrap_or_default();
        let lead = self.text.get(..mention.range.start).unwrap_or_default();
        if begins_report(lead, text) || stands_for(self.text, self.tokens, case.first) {
            return 3.0;
        }
        beside(case) + self.behind_of(case, mention)
    }

    /// "Central Washington", "upstate New York": parts of a state, though a great city is called so, too.
    pub fn is_part_of_division(&self, case: &Case<'_>, mention: &Mention) -> bool {
        let is_part = case
            .before
            .is_some_and(|before| STATE_PARTS.has(before.text));
        let name = self.names.get(mention.name);
        is_part && name.is_some_and(|name| name.is_well_known() && name.has_kind(Kind::Division))
    }

    /// "HAMILTON — The town's …"; "the Chillicothe Gazette", but not the papers of great cities, which all quote.
    pub fn is_home(&self, case: &Case<'_>, mention: &Mention) -> bool {
        const GREAT: f32 = 6.0;

        let text = self.text.get(mention.range.end..).unwrap_or_default();
        let lead = self.text.get(..mention.range.start).unwrap_or_default();
        let is_paper = is_followed_by(case, &NEWSPAPERS);
        begins_report(lead, text) || is_paper && case.prominence < GREAT && !case.is_well_known
    }

    /// "Rebecca Sears, 41, of Grovetown"; "the town of Akuressa".
    fn behind_of(&self, case: &Case<'_>, mention: &Mention) -> f32 {
        let word = |back: usize| self.tokens.get(mention.tokens.start.checked_sub(back)?);
        let (Some(last), Some(first)) = (word(1), word(2)) else {
            return 0.0;
        };
        let is_of = last.text == "of" && case.before.is_some_and(|before| before.text == "of");
        match self.gap(first, last) {
            ", " if is_of && first.is_number() => 2.0,
            " " if is_of && OF_NOUNS.has(first.text) => 1.0,
            _ if is_of => 0.3,
            _ => 0.0,
        }
    }
}

fn beside(case: &Case<'_>) -> f32 {
    let before = case.before.map_or(0.0, |before| {
        let lower = before.text.to_lowercase();
        if STRONG_PREPOSITIONS.has(&lower) || DIRECTIONS.has(&lower) {
            1.0
        } else if PLACE_PREPOSITIONS.has(&lower) {
            0.5
        } else if lower == "the" && case.is_feature {
            // The Gulf, the Arctic, the Midlands.
            1.5
        } else {
            0.0
        }
    });
    let is_followed = |list: &WordList| case.after.is_some_and(|after| list.has(after.text));
    if is_followed(&DIVISION_WORDS) || is_followed(&TOWN_NOUNS) {
        before + 1.0
    } else {
        before
    }
}

/// "HAMILTON — The town's …", "BEIJING (Reuters) - …", at the start of a line or sentence.
fn begins_report(lead: &str, rest: &str) -> bool {
    /// Bytes of the name of an agency, with its brackets.
    const AGENCY: usize = 24;

    let lead = lead.trim_end_matches([' ', '\t']);
    if !(lead.is_empty() || lead.ends_with(['.', '\n', '!', '?', '"', '”'])) {
        return false;
    }
    let rest = rest.trim_start();
    let near = rest
        .get(..rest.floor_char_boundary(AGENCY))
        .unwrap_or_default();
    let rest = match near.find(')') {
        Some(end) if near.starts_with('(') => rest.get(end + 1..).unwrap_or_default().trim_start(),
        _ => rest,
    };
    rest.starts_with(['—', '–']) || rest.starts_with("--") || rest.starts_with("- ")
}
