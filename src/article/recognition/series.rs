//! "Jackson and Barrow counties", "in Foua, Kfraya and Idlib": names in a row, of which one says what all are.

use super::mention::Mention;
use super::names::Names;
use super::token::Token;
use super::usage::{OF_NOUNS, PLACE_PREPOSITIONS, STRONG_PREPOSITIONS};
use crate::article::gazetteer::Kind;

/// What being a county among counties counts.
const COUNTIES: f32 = 3.0;
/// "The cities of Newark, Heath and Pataskala".
const SAID_PLACES: f32 = 2.0;
/// What a preposition before the first of several counts for the others.
const IN_A_ROW: f32 = 1.0;

pub fn join(text: &str, tokens: &[Token<'_>], names: &mut Names, mentions: &mut [Mention]) {
    let mut start = 0;
    while start < mentions.len() {
        let mut end = start + 1;
        while is_joined(text, mentions.get(end - 1..=end)) {
            end += 1;
        }
        if let Some(row) = mentions.get_mut(start..end)
            && end - start > 1
        {
            speak_for_all(text, tokens, names, row);
        }
        start = end;
    }
}

fn is_joined(text: &str, pair: Option<&[Mention]>) -> bool {
    let Some([first, second]) = pair else {
        return false;
    };
    // "Reading, Pennsylvania" is no row.
    let gap = text
        .get(first.range.end..second.range.start)
        .unwrap_or_default();
    first.within.is_none() && matches!(gap, ", " | " and " | ", and " | " or " | " & " | " to ")
}

fn speak_for_all(text: &str, tokens: &[Token<'_>], names: &mut Names, row: &mut [Mention]) {
    let (Some(first), Some(last)) = (row.first(), row.last()) else {
        return;
    };
    let before = first
        .tokens
        .start
        .checked_sub(1)
        .and_then(|index| tokens.get(index));
    let after = tokens.get(last.tokens.end);
    let are_counties =
        after.is_some_and(|after| matches!(after.text, "counties" | "Counties" | "parishes"));
    let are_places = before.is_some_and(|before| {
        PLACE_PREPOSITIONS.has(before.text) || STRONG_PREPOSITIONS.has(before.text)
    });
    let are_said_places = before.is_some_and(|before| before.text == "of")
        && first
            .tokens
            .start
            .checked_sub(2)
            .and_then(|index| tokens.get(index))
            .is_some_and(|noun| OF_NOUNS.has(noun.text) && noun.text.ends_with('s'));
    let are_cities = row
        .iter()
        .any(|mention| is_clearly_a_place(text, names, mention));
    for mention in row {
        let own = text.get(mention.range.clone()).unwrap_or_default();
        if are_counties && let Some(county) = names.find(&format!("{own} County")) {
            mention.name = county;
            mention.says_kind = Some(Kind::County);
            mention.support += COUNTIES;
        } else if are_said_places {
            mention.support += SAID_PLACES;
        } else if are_places || are_cities {
            mention.support += IN_A_ROW;
        }
    }
}

/// A known city whose name is no word and no person's: "Florence and Venice".
fn is_clearly_a_place(text: &str, names: &mut Names, mention: &Mention) -> bool {
    const KNOWN: f32 = 5.0;

    let word = names.word(text.get(mention.range.clone()).unwrap_or_default());
    let is_other = word.is_in_dictionary() || word.is_of_people();
    let name = names.get(mention.name);
    !is_other && name.is_some_and(|name| name.prominence() > KNOWN)
}
