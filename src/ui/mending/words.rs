//! What was found, and what was done about it, in words.

use crate::article::corrections::{Correction, Meaning, Of};
use crate::article::draft;
use crate::article::evidence::{Doubt, Reason};
use crate::article::gazetteer::{Gazetteer, Kind, PlaceId};
use crate::article::mending::{Certainty, Found, Mending};
use crate::story::{self, Item, Story};
use crate::texts::{Texts, fill};

/// A place's name in the reader's language, as far as it is known.
pub fn called<'g>(texts: &Texts, gazetteer: &'g Gazetteer, place: PlaceId) -> &'g str {
    let chinese = gazetteer.chinese_name(place).filter(|_| is_chinese(texts));
    chinese.unwrap_or(gazetteer.name(place))
}

/// The same, and where it lies.
pub fn within(texts: &Texts, gazetteer: &Gazetteer, place: PlaceId) -> String {
    if is_chinese(texts) {
        gazetteer.within_in_chinese(place)
    } else {
        draft::within(gazetteer, place)
    }
}

fn around(texts: &Texts, gazetteer: &Gazetteer, place: PlaceId) -> String {
    if is_chinese(texts) {
        gazetteer.around_in_chinese(place)
    } else {
        draft::around(gazetteer, place)
    }
}

fn is_chinese(texts: &Texts) -> bool {
    texts.language == "zh"
}

/// How sure it is.
pub fn certainty(texts: &Texts, certainty: Certainty) -> &str {
    match certainty {
        Certainty::Doubtful => &texts.mending.doubtful,
        Certainty::Likely => &texts.mending.likely,
        Certainty::Sure => &texts.mending.sure,
        Certainty::Settled => &texts.mending.settled,
    }
}

/// What a place is and where it lies, as in "City · Guizhou, China · 1,200,000 people".
pub fn what(texts: &Texts, gazetteer: &Gazetteer, place: PlaceId) -> String {
    let words = &texts.mending;
    let kind = match gazetteer.kind(place) {
        Kind::City => &words.city,
        Kind::County => &words.county,
        Kind::Division => &words.division,
        Kind::Country => &words.country,
        Kind::Feature => &words.feature,
    };
    let people =
        people(gazetteer, place).map(|people| fill(&words.people, &[("n", &grouped(people))]));
    let parts = [
        kind.clone(),
        around(texts, gazetteer, place),
        people.unwrap_or_default(),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// To two figures: the gazetteer knows no more.
fn people(gazetteer: &Gazetteer, place: PlaceId) -> Option<f64> {
    if gazetteer.kind(place) == Kind::Feature {
        return None;
    }
    let people = (10_f64.powf(f64::from(gazetteer.size(place))) - 10.0).max(0.0);
    let step = 10_f64.powf((people.max(1.0).log10().floor() - 1.0).max(0.0));
    let rounded = (people / step).round() * step;
    (rounded >= 1.0).then_some(rounded)
}

/// With a comma after each three digits.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What any meaning is: of a point, where it lies.
pub fn what_is(texts: &Texts, mending: &Mending, meaning: Meaning) -> String {
    match (meaning, mending.gazetteer()) {
        (Meaning::Known(place), Some(gazetteer)) => what(texts, gazetteer, place),
        _ => fill(&texts.mending.own, &[("point", &degrees(mending, meaning))]),
    }
}

fn degrees(mending: &Mending, meaning: Meaning) -> String {
    let point = meaning.point(mending.gazetteer());
    point.map_or_else(String::new, |point| {
        format!("{:.4}, {:.4}", point.latitude, point.longitude)
    })
}

/// As the story calls it, or the gazetteer does.
pub fn name(texts: &Texts, mending: &Mending, story: &Story, meaning: Meaning) -> String {
    let item = mending.id(meaning).and_then(|id| story.find(id));
    let name = match item {
        Some(Item::Place(id)) => Some(&story.place(id).name),
        Some(Item::Region(id)) => Some(&story.region(id).name),
        _ => None,
    };
    match (name, meaning, mending.gazetteer()) {
        (Some(name), ..) => name.in_language(&texts.language).to_owned(),
        (None, Meaning::Known(place), Some(gazetteer)) => {
            called(texts, gazetteer, place).to_owned()
        }
        _ => degrees(mending, meaning),
    }
}

/// Why it is taken for the place, in one sentence; and what speaks against it, in another.
pub fn why(texts: &Texts, mending: &Mending, found: &Found) -> String {
    let words = &texts.evidence;
    if found.certainty == Certainty::Settled {
        return words.settled.clone();
    }
    let gazetteer = mending.gazetteer();
    let name_of =
        |place: PlaceId| gazetteer.map_or("", |gazetteer| called(texts, gazetteer, place));
    let reasons = found
        .reasons
        .iter()
        .map(|reason| reason_words(texts, *reason, &name_of));
    let reasons: Vec<_> = reasons.collect();
    let doubts = found.doubts.iter().map(|doubt| match doubt {
        Doubt::Rival(rival) => {
            let rival =
                gazetteer.map_or_else(String::new, |gazetteer| within(texts, gazetteer, *rival));
            fill(&words.rival, &[("place", &rival)])
        }
        Doubt::NothingSaysPlace => words.nothing_says.clone(),
        Doubt::PartOfOtherName => words.inside_name.clone(),
    });
    let doubts: Vec<_> = doubts.collect();
    let (reasons, doubts) = (reasons.join(&words.join), doubts.join(&words.join));
    match (reasons.is_empty(), doubts.is_empty()) {
        (_, true) => sentence(texts, &reasons),
        (true, false) => sentence(texts, &doubts),
        (false, false) => sentence(
            texts,
            &fill(&words.but, &[("reasons", &reasons), ("doubts", &doubts)]),
        ),
    }
}

fn reason_words<'g>(texts: &Texts, reason: Reason, called: &impl Fn(PlaceId) -> &'g str) -> String {
    let words = &texts.evidence;
    let with_place = |text: &str, place: PlaceId| fill(text, &[("place", called(place))]);
    match reason {
        Reason::Only => words.only.clone(),
        Reason::MostProminent { of } => fill(&words.most_prominent, &[("n", &of.to_string())]),
        Reason::Within(place) => with_place(&words.within, place),
        Reason::SaidElsewhere(place) => with_place(&words.said_elsewhere, place),
        Reason::SaysKind => words.says_kind.clone(),
        Reason::SameCountry(place) | Reason::SameDivision(place) => {
            with_place(&words.named_around, place)
        }
        Reason::WrittenThere(place) => with_place(&words.written_there, place),
        Reason::Near(place) => with_place(&words.near, place),
        Reason::NearHome(place) => with_place(&words.near_home, place),
        Reason::Famous => words.famous.clone(),
        Reason::Demonym => words.demonym.clone(),
        Reason::Abbreviation => words.abbreviation.clone(),
    }
}

/// What speaks against a place of the story, as a sentence.
pub fn doubt_words(texts: &Texts, doubt: &story::Doubt) -> String {
    let words = match doubt {
        story::Doubt::Rival(place) => fill(&texts.evidence.rival, &[("place", place)]),
        story::Doubt::NothingSaysPlace => texts.evidence.nothing_says.clone(),
    };
    fill(
        &texts.mending.uncertain,
        &[("why", &sentence(texts, &words))],
    )
}

/// With a capital and a period.
fn sentence(texts: &Texts, words: &str) -> String {
    let mut characters = words.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    let period = if is_chinese(texts) { "。" } else { "." };
    let mut sentence: String = first.chain(characters).collect();
    if !sentence.is_empty() {
        sentence.push_str(period);
    }
    sentence
}

/// What a step is about to do, told as done; `story` is the one before it.
pub fn done_words(texts: &Texts, mending: &Mending, story: &Story, step: &Correction) -> String {
    let words = &texts.mending;
    let name_of = |meaning| name(texts, mending, story, meaning);
    let of_name = |of: &Of| match of {
        Of::All(meaning) => name_of(*meaning),
        Of::Here(range) => mending
            .article()
            .text
            .get(range.clone())
            .unwrap_or_default()
            .to_owned(),
    };
    let place = |meaning: Meaning| match (meaning, mending.gazetteer()) {
        (Meaning::Known(place), Some(gazetteer)) => within(texts, gazetteer, place),
        _ => degrees(mending, meaning),
    };
    let topic = |key: &str| match story.find(key) {
        Some(Item::Topic(id)) => story.topic(id).name.text.to_string(),
        _ => key.to_owned(),
    };
    let (text, name, place) = match step {
        Correction::Confirm { of } => (&words.did_confirm, of_name(of), String::new()),
        Correction::Choose { of, meaning } => (&words.did_choose, of_name(of), place(*meaning)),
        Correction::Drop { of } => (&words.did_drop, of_name(of), String::new()),
        Correction::Merge { from, into } => (&words.did_merge, name_of(*from), name_of(*into)),
        Correction::Mark { range, meaning, .. } => (
            &words.did_mark,
            of_name(&Of::Here(range.clone())),
            place(*meaning),
        ),
        Correction::DropTopic { topic: key } => (&words.did_drop_topic, topic(key), String::new()),
        Correction::RenameTopic { topic: key, name } => {
            (&words.did_rename_topic, topic(key), name.clone())
        }
    };
    fill(text, &[("name", &name), ("place", &place)])
}
