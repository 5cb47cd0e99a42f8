//! Names in Latin letters that a place of the gazetteer has: at each capital, the longest.

use std::ops::Range;

use super::mention::{Candidate, Mention, Name};
use super::names::{Form, Names};
use super::token::Token;
use super::usage::{
    CITY_OFFICES, CONNECTING, DIVISION_WORDS, PHRASES, PLACE_PREPOSITIONS, STRONG_PREPOSITIONS,
};
use crate::article::gazetteer::{Kind, Role};

/// Before "of" and a name: what it is, and no part of the name.
const TOWNS: [&str; 6] = ["City", "Town", "Township", "Village", "Borough", "County"];
/// Words that a name may have.
const LONGEST: usize = 6;

pub fn mentions(text: &str, tokens: &[Token<'_>], names: &mut Names) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut first = 0;
    while let Some(token) = tokens.get(first) {
        let found = token
            .is_capitalised()
            .then(|| longest(text, tokens, first, names))
            .flatten();
        match found {
            Some(mention) => {
                first = mention.tokens.end;
                if !is_phrase(names, &mention) {
                    mentions.push(mention);
                }
            }
            None => first += 1,
        }
    }
    mentions
}

fn longest(text: &str, tokens: &[Token<'_>], first: usize, names: &mut Names) -> Option<Mention> {
    let reach = reach(text, tokens, first);
    if let Some(mention) = spaced_initials(text, tokens, first, names) {
        return Some(mention);
    }
    (1..=reach).rev().find_map(|count| {
        let range = first..first + count;
        let words = tokens.get(range.clone())?;
        let (start, last) = (words.first()?, words.last()?);
        // "City of Richmond" is Richmond.
        let is_said =
            words.get(1).is_some_and(|word| word.text == "of") && TOWNS.contains(&start.text);
        if is_said {
            return None;
        }
        let can_end = last.is_capitalised() || last.is_number() || DIVISION_WORDS.has(last.text);
        if !can_end {
            return None;
        }
        let bytes = start.range.start..last.range.end;
        if count == 1 {
            return single(text, tokens, first, names);
        }
        let surface = text.get(bytes.clone())?;
        let name = match names.find(surface) {
            Some(name) if is_citys_own(tokens, first + count, names.get(name)) => return None,
            Some(name) => own_name(text, words, names).unwrap_or(name),
            None => named_with_kind(text, words, names)?,
        };
        let mut mention = Mention::new(bytes, range, name);
        mention.says_kind = said_kind(last.text);
        Some(mention)
    })
}

/// How many words from the first on may belong to one name.
fn reach(text: &str, tokens: &[Token<'_>], first: usize) -> usize {
    let mut reach = 1;
    while reach < LONGEST {
        let (Some(word), Some(next)) = (tokens.get(first + reach - 1), tokens.get(first + reach))
        else {
            break;
        };
        let gap = text
            .get(word.range.end..next.range.start)
            .unwrap_or_default();
        let is_joined = match gap {
            " " | "-" | "\n" | "’" | "\u{a0}" | "-\n" | "\r\n" => true,
            ". " => matches!(
                word.text,
                "St" | "Ste" | "Mt" | "Ft" | "Pt" | "ST" | "MT" | "FT"
            ),
            _ => false,
        };
        let belongs = next.is_capitalised()
            || next.is_number()
            || CONNECTING.has(next.text)
            || DIVISION_WORDS.has(next.text);
        if !is_joined || !belongs {
            break;
        }
        reach += 1;
    }
    reach
}

/// "Guizhou Province", where only "Guizhou" is listed.
fn named_with_kind(text: &str, words: &[Token<'_>], names: &mut Names) -> Option<usize> {
    let (last, before) = words.split_last()?;
    let kind = said_kind(last.text)?;
    let bytes = before.first()?.range.start..before.last()?.range.end;
    let name = names.find(text.get(bytes)?)?;
    names.get(name)?.has_kind(kind).then_some(name)
}

/// "Karak district": the place that is called Karak, of which many countries have one; one of them lists it so.
fn own_name(text: &str, words: &[Token<'_>], names: &mut Names) -> Option<usize> {
    let (last, before) = words.split_last()?;
    if last.text != "district" {
        return None;
    }
    names.find(text.get(before.first()?.range.start..before.last()?.range.end)?)
}

/// "Springfield City Council": the council of the city of Springfield, and no place called Springfield City; but Kansas
/// City has one, too.
fn is_citys_own(tokens: &[Token<'_>], end: usize, name: Option<&Name>) -> bool {
    let is_city = tokens
        .get(end.saturating_sub(1))
        .is_some_and(|last| last.text == "City");
    let has_office = tokens
        .get(end)
        .is_some_and(|next| CITY_OFFICES.has(next.text));
    let is_known = name.is_some_and(|name| {
        let is_one =
            |candidate: &Candidate| candidate.role == Role::Main && candidate.kind == Kind::City;
        name.candidates.iter().any(is_one)
    });
    is_city && has_office && !is_known
}

fn said_kind(word: &str) -> Option<Kind> {
    match word.to_ascii_lowercase().as_str() {
        "province" | "oblast" | "prefecture" | "governorate" | "state" => Some(Kind::Division),
        "county" | "parish" => Some(Kind::County),
        _ => None,
    }
}

/// A name of one word.
fn single(text: &str, tokens: &[Token<'_>], first: usize, names: &mut Names) -> Option<Mention> {
    let token = tokens.get(first)?;
    if let Some((bytes, form)) = short_form(text, tokens, first)
        && let Some(name) = names.find_short(token.text, form)
    {
        let mut mention = Mention::new(bytes, first..first + 1, name);
        mention.is_abbreviation = true;
        return Some(mention);
    }
    let is_money = text
        .get(..token.range.start)
        .is_some_and(|lead| lead.ends_with('$'))
        || text
            .get(token.range.end..)
            .is_some_and(|rest| rest.starts_with('$'));
    if is_money {
        return None;
    }
    let name = names.find(token.text)?;
    let found = names.get(name)?;
    if found.key.len() <= 3 && !is_short_name(token, found) {
        return None;
    }
    let mut bytes = token.range.clone();
    if token.text.contains('.')
        && text
            .get(bytes.end..)
            .is_some_and(|rest| rest.starts_with('.'))
    {
        bytes.end += 1;
    }
    Some(Mention::new(bytes, first..first + 1, name))
}

/// Us and US, LA and La: of the short names, those in capitals are of countries, states and a few cities.
fn is_short_name(token: &Token<'_>, name: &Name) -> bool {
    let is_any = |kinds: &[Kind]| {
        let is_one = |c: &Candidate| {
            c.role == Role::Famous || c.role == Role::Main && kinds.contains(&c.kind)
        };
        name.candidates.iter().any(is_one)
    };
    if token.is_all_capitals() {
        is_any(&[Kind::Country, Kind::Feature, Kind::Division])
    } else {
        name.key.len() > 1 && !is_any(&[Kind::Country, Kind::Feature])
    }
}

/// "W. Va.", "N. C.", ", R. I.": a state's short form, written apart.
fn spaced_initials(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    names: &mut Names,
) -> Option<Mention> {
    let [initial, second] = tokens.get(first..first + 2)? else {
        return None;
    };
    let is_initial = initial.text.len() == 2 && initial.text.ends_with('.');
    let bytes = initial.range.start..second.range.end;
    let gap = text.get(initial.range.end..second.range.start)?;
    if !is_initial || gap != " " || second.text.len() > 3 || !second.is_capitalised() {
        return None;
    }
    let lead = text.get(..bytes.start)?.trim_end();
    let rest = text.get(bytes.end..)?;
    let is_short = second.text.ends_with('.') || rest.starts_with('.');
    let before = first.checked_sub(1).and_then(|index| tokens.get(index));
    let follows_name = before.is_some_and(Token::is_capitalised);
    if !is_short || !lead.ends_with(',') || !follows_name {
        return None;
    }
    let name = names.find_short(
        text.get(bytes.clone())?.replace(' ', "").as_str(),
        Form::Short,
    )?;
    let end = bytes.end + usize::from(!second.text.ends_with('.'));
    let mut mention = Mention::new(bytes.start..end, first..first + 2, name);
    mention.is_abbreviation = true;
    Some(mention)
}

/// The bytes of a short form, with its period, where it stands as one: "Ala.", "N.Y.", ", AL".
fn short_form(text: &str, tokens: &[Token<'_>], first: usize) -> Option<(Range<usize>, Form)> {
    let token = tokens.get(first)?;
    let lead = text.get(..token.range.start)?.trim_end();
    let rest = text.get(token.range.end..)?;
    let follows_comma = lead.ends_with(',') || stands_for(text, tokens, first);
    if token.is_all_capitals() && token.text.len() == 2 {
        let before = tokens.get(first.checked_sub(1)?)?;
        let follows_preposition = (PLACE_PREPOSITIONS.has(before.text)
            || STRONG_PREPOSITIONS.has(before.text))
            && text.get(before.range.end..token.range.start) == Some(" ");
        let is_word = matches!(
            token.text,
            "IN" | "OR" | "ME" | "HI" | "OH" | "OK" | "PA" | "MA" | "LA" | "ON" | "AL"
        );
        let stands = follows_comma || follows_preposition && !is_word;
        return stands.then(|| (token.range.clone(), Form::Postal));
    }
    let end = token.range.end + usize::from(rest.starts_with('.') && !token.text.ends_with('.'));
    let bytes = token.range.start..end;
    let has_inner_period = token.text.trim_end_matches('.').contains('.');
    if has_inner_period || matches!(token.text, "NSW" | "Qld") {
        return Some((bytes, Form::Short));
    }
    // A sentence would end there, were it not for the small letter behind: "Mass. legislators".
    let has_period = rest.starts_with('.');
    let goes_on = rest
        .strip_prefix(". ")
        .is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let is_long = token.text.len() >= 4;
    let stands = follows_comma && (has_period || is_long) || goes_on && token.text.len() >= 3;
    stands.then_some((bytes, Form::Short))
}

/// "D-Calif.", "R-Ohio", "DFL-Minneapolis": whom a politician stands for.
pub fn stands_for(text: &str, tokens: &[Token<'_>], first: usize) -> bool {
    let party = first.checked_sub(1).and_then(|before| tokens.get(before));
    let (Some(party), Some(own)) = (party, tokens.get(first)) else {
        return false;
    };
    let is_party = party.text.len() == 1 && party.is_capitalised() || party.is_all_capitals();
    is_party && party.text.len() <= 4 && text.get(party.range.end..own.range.start) == Some("-")
}

fn is_phrase(names: &Names, mention: &Mention) -> bool {
    let name = names.get(mention.name);
    name.is_some_and(|name| PHRASES.contains(&format!("|{}|", name.key)))
}

impl Mention {
    pub fn new(range: Range<usize>, tokens: Range<usize>, name: usize) -> Self {
        Self {
            range,
            tokens,
            name,
            is_abbreviation: false,
            says_kind: None,
            support: 0.0,
            is_dismissed: false,
            is_word: false,
            is_home: false,
            is_weak: false,
            is_associative: false,
            within: None,
        }
    }
}
