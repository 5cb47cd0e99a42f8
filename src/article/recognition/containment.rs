//! "Reading, Pennsylvania", "Edmonton (Canada)", "Amsterdam in the Netherlands": a place and what it lies in, side by side.

use super::mention::{Candidate, Mention, Within};
use super::names::Names;
use crate::article::gazetteer::Kind;

/// What being named so counts, for the part and for the whole.
const PART: f32 = 3.0;
const WHOLE: f32 = 2.0;
const LOOSE_PART: f32 = 1.0;

pub fn join(text: &str, names: &mut Names, mentions: &mut [Mention]) {
    for index in 1..mentions.len() {
        let Some([part, whole]) = mentions.get_mut(index - 1..=index) else {
            continue;
        };
        let Some(gap) = text.get(part.range.end..whole.range.start) else {
            continue;
        };
        let support = match gap.trim() {
            "," | "(" | "（" => PART,
            // People are in states, too: "Clinton in Wisconsin".
            "in" | "in the" | ", in" => LOOSE_PART,
            "" if whole.is_abbreviation || part.tokens.is_empty() => PART,
            _ => continue,
        };
        if part.tokens.is_empty() && gap.trim().is_empty() {
            // Chinese names the whole first: 浙江杭州.
            if let Some(within) = best(names, whole, part) {
                whole.within = Some(within);
                whole.support += PART;
                part.support += WHOLE;
            }
        } else if let Some(within) = best(names, part, whole) {
            part.within = Some(within);
            part.support += support;
            whole.support += WHOLE;
        } else if whole.is_abbreviation && is_town(names, part) {
            part.within = names.put_within(part.name, whole.name);
            part.support += support;
            whole.support += WHOLE;
        }
    }
}

fn is_town(names: &Names, mention: &Mention) -> bool {
    let name = names.get(mention.name);
    name.is_some_and(|name| !name.is_well_known() && !mention.is_abbreviation)
}

/// The most prominent pair of which one lies in the other.
fn best(names: &Names, part: &Mention, whole: &Mention) -> Option<Within> {
    /// Prominence by which a country or state is ahead of the towns that are called like it.
    const AHEAD: f32 = 1.5;

    let name = names.get(part.name)?;
    // "China, Japan" and "Oklahoma, Pennsylvania" are lists, though Japan has a town of China; "Washington, Pa." is none.
    let first = name.candidates.first()?;
    let is_region = first.kind >= Kind::Division && name.is_well_known();
    let least = if is_region && !whole.is_abbreviation {
        first.prominence - AHEAD
    } else {
        0.0
    };
    let parts = name
        .candidates
        .iter()
        .filter(|candidate| candidate.prominence >= least);
    let wholes = &names.get(whole.name)?.candidates;
    parts
        .flat_map(|part| wholes.iter().map(move |whole| (part, whole)))
        .filter(|(part, whole)| lies_in(part, whole))
        .max_by(|a, b| {
            (a.0.prominence + a.1.prominence).total_cmp(&(b.0.prominence + b.1.prominence))
        })
        .map(|(part, whole)| Within {
            place: part.place,
            container: whole.place,
        })
}

fn lies_in(part: &Candidate, whole: &Candidate) -> bool {
    if part.kind >= whole.kind || part.kind == Kind::Feature {
        return false;
    }
    match whole.kind {
        Kind::County => part.county == Some(whole.place),
        Kind::Division => part.division == Some(whole.place),
        Kind::Country => part.country == Some(whole.place),
        Kind::City | Kind::Feature => false,
    }
}
