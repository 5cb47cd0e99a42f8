//! The places of an article as things of its story, and the links to them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::article::corrections::{Meaning, Mention};
use crate::article::evidence::Doubt;
use crate::article::gazetteer::{Gazetteer, Kind, PlaceId};
use crate::article::{Places, Toponym};
use crate::story::draft::{Draft, Entry, Field, Located, Name, Place, Region, Span, Style};
use crate::story::{self, ByLanguage, slug};

/// Which id each place of the article has in its story.
pub type Ids = BTreeMap<Meaning, String>;

/// Adds the places to the draft: cities as places, all else as regions.
///
/// A place is in the story if the article names it outright: one that only lends its name to a firm, or to a dish,
/// is not.
pub fn add_places(
    draft: &mut Draft,
    text: &str,
    places: Option<&Places>,
    mentions: &[Mention],
    is_chinese: bool,
) -> Ids {
    let gazetteer = places.map(Places::gazetteer);
    let mut ids = Ids::new();
    let mut taken = HashSet::new();
    let doubts = doubts(places, mentions, is_chinese);
    let outright = mentions
        .iter()
        .filter(|mention| mention.is_outright(places));
    for mention in outright {
        if ids.contains_key(&mention.meaning) {
            continue;
        }
        let own = text.get(mention.range.clone()).unwrap_or_default();
        let known = mention.meaning.known().zip(gazetteer);
        let name = match known {
            Some((place, gazetteer)) if !is_chinese => gazetteer.name(place),
            _ => own,
        };
        let base = known.map_or(own, |(place, gazetteer)| gazetteer.name(place));
        let id = id(base, &mut taken);
        let entry = Entry {
            id: Field::from(id.clone()),
            name: named(name),
            span: None,
        };
        let doubt = doubts.get(&mention.meaning).cloned().flatten();
        add(
            draft,
            (entry, doubt),
            (mention.meaning, gazetteer),
            is_chinese,
        );
        ids.insert(mention.meaning, id);
    }
    ids
}

/// Of each place that is doubtful wherever the text names it: why.
fn doubts(
    places: Option<&Places>,
    mentions: &[Mention],
    is_chinese: bool,
) -> HashMap<Meaning, Option<story::Doubt>> {
    let mut doubts = HashMap::new();
    for mention in mentions
        .iter()
        .filter(|mention| mention.is_outright(places))
    {
        let doubt = doubt(places, mention, is_chinese);
        let known = doubts
            .entry(mention.meaning)
            .or_insert_with(|| doubt.clone());
        if doubt.is_none() {
            *known = None;
        }
    }
    doubts
}

fn doubt(places: Option<&Places>, mention: &Mention, is_chinese: bool) -> Option<story::Doubt> {
    let toponym = mention.judged(places)?;
    let gazetteer = places?.gazetteer();
    if !toponym.is_doubtful() {
        return None;
    }
    toponym.doubts.iter().find_map(|doubt| match doubt {
        Doubt::Rival(rival) => Some(story::Doubt::Rival(if is_chinese {
            gazetteer.within_in_chinese(*rival)
        } else {
            within(gazetteer, *rival)
        })),
        Doubt::NothingSaysPlace => Some(story::Doubt::NothingSaysPlace),
        Doubt::PartOfOtherName => None,
    })
}

/// From its name, each once.
fn id(name: &str, taken: &mut HashSet<String>) -> String {
    let base = slug(name).unwrap_or_else(|| "place".to_owned());
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let mut all = std::iter::once(base.clone()).chain(numbered);
    let free = all.find(|id| !taken.contains(id)).unwrap_or(base);
    taken.insert(free.clone());
    free
}

fn add(
    draft: &mut Draft,
    (entry, doubt): (Entry, Option<story::Doubt>),
    (meaning, gazetteer): (Meaning, Option<&Gazetteer>),
    is_chinese: bool,
) {
    let point = meaning.point(gazetteer);
    let lat = point.map_or(Field::Missing, |point| Field::from(point.latitude));
    let lon = point.map_or(Field::Missing, |point| Field::from(point.longitude));
    let known = meaning.known().zip(gazetteer);
    if let Some((place, gazetteer)) = known
        && gazetteer.kind(place) != Kind::City
    {
        let code = gazetteer.iso_code(place);
        draft.regions.push(Region {
            entry,
            lat,
            lon,
            code: code.map_or(Field::Missing, |code| Field::from(code.to_owned())),
            doubt,
            ..Region::default()
        });
        return;
    }
    // What the place lies in is known in English only.
    let around = match known {
        Some((place, gazetteer)) if !is_chinese => around(gazetteer, place),
        _ => String::new(),
    };
    draft.places.push(Place {
        entry,
        lat,
        lon,
        region: named(&around),
        doubt,
        ..Place::default()
    });
}

/// As in "Guizhou, China".
pub fn around(gazetteer: &Gazetteer, place: PlaceId) -> String {
    let own = gazetteer.name(place);
    let outer = [gazetteer.division_of(place), gazetteer.country_of(place)];
    let names = outer
        .into_iter()
        .flatten()
        .map(|place| gazetteer.name(place));
    let names: Vec<_> = names
        .filter(|name| !name.is_empty() && *name != own)
        .collect();
    names.join(", ")
}

/// As in "Bijie, Guizhou, China".
pub fn within(gazetteer: &Gazetteer, place: PlaceId) -> String {
    let around = around(gazetteer, place);
    let between = if around.is_empty() { "" } else { ", " };
    format!("{}{between}{around}", gazetteer.name(place))
}

pub fn named(text: &str) -> Name {
    Name {
        text: if text.is_empty() {
            Field::Missing
        } else {
            Field::from(text.to_owned())
        },
        translations: ByLanguage::default(),
    }
}

/// Links in a piece of the article, which stands at `bytes` of its text.
pub fn links(
    places: Option<&Places>,
    mentions: &[Mention],
    ids: &Ids,
    bytes: &Range<usize>,
) -> Vec<Span> {
    let first = mentions.partition_point(|mention| mention.range.start < bytes.start);
    let is_part_of_other_name = |mention: &Mention| {
        let toponym = mention.judged(places);
        toponym.is_some_and(Toponym::is_associative)
    };
    let inside = mentions
        .get(first..)
        .unwrap_or_default()
        .iter()
        .take_while(|mention| mention.range.end <= bytes.end)
        .filter(|mention| !is_part_of_other_name(mention));
    let links = inside.filter_map(|mention| {
        let id = ids.get(&mention.meaning)?;
        Some(Span {
            range: mention.range.start - bytes.start..mention.range.end - bytes.start,
            style: Style::Link(Located {
                value: format!("#{id}").into(),
                span: None,
            }),
        })
    });
    links.collect()
}
