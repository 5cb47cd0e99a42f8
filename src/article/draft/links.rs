//! The places of an article as things of its story, and the links to them.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::article::gazetteer::{Gazetteer, Kind, PlaceId, Role};
use crate::article::{Places, Toponym};
use crate::story::draft::{Draft, Entry, Field, Located, Name, Place, Region, Span, Style};
use crate::story::slug;

/// Which id each place of the article has in its story.
pub type Ids = BTreeMap<PlaceId, String>;

/// Adds the places to the draft: cities as places, all else as regions.
///
/// A place is in the story if the article names it outright: one that only lends its name to a firm, or to a dish,
/// is not.
pub fn add_places(draft: &mut Draft, text: &str, places: &Places, is_chinese: bool) -> Ids {
    let gazetteer = places.gazetteer();
    let mut ids = Ids::new();
    let mut taken = HashSet::new();
    for toponym in places
        .toponyms()
        .iter()
        .filter(|toponym| is_outright(toponym))
    {
        if ids.contains_key(&toponym.place) {
            continue;
        }
        let own = text.get(toponym.range.clone()).unwrap_or_default();
        let name = if is_chinese {
            own
        } else {
            gazetteer.name(toponym.place)
        };
        let id = id(gazetteer, toponym.place, &mut taken);
        let entry = Entry {
            id: Field::from(id.clone()),
            name: named(name),
            span: None,
        };
        add(draft, gazetteer, toponym.place, entry, is_chinese);
        ids.insert(toponym.place, id);
    }
    ids
}

fn is_outright(toponym: &Toponym) -> bool {
    toponym.role != Role::Demonym && !toponym.is_associative()
}

/// From its name, each once.
fn id(gazetteer: &Gazetteer, place: PlaceId, taken: &mut HashSet<String>) -> String {
    let base = slug(gazetteer.name(place)).unwrap_or_else(|| "place".to_owned());
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let mut all = std::iter::once(base.clone()).chain(numbered);
    let free = all.find(|id| !taken.contains(id)).unwrap_or(base);
    taken.insert(free.clone());
    free
}

fn add(draft: &mut Draft, gazetteer: &Gazetteer, place: PlaceId, entry: Entry, is_chinese: bool) {
    let point = gazetteer.point(place);
    let (lat, lon) = (degrees(point.latitude), degrees(point.longitude));
    if gazetteer.kind(place) != Kind::City {
        let code = gazetteer.iso_code(place);
        draft.regions.push(Region {
            entry,
            lat,
            lon,
            code: code.map_or(Field::Missing, |code| Field::from(code.to_owned())),
            ..Region::default()
        });
        return;
    }
    // What the place lies in is known in English only.
    let around = if is_chinese {
        String::new()
    } else {
        around(gazetteer, place)
    };
    draft.places.push(Place {
        entry,
        lat,
        lon,
        region: named(&around),
        ..Place::default()
    });
}

/// As in "Guizhou, China".
fn around(gazetteer: &Gazetteer, place: PlaceId) -> String {
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

/// To about ten metres.
fn degrees(value: f64) -> Field<f64> {
    Field::from((value * 1e4).round() / 1e4)
}

pub fn named(text: &str) -> Name {
    Name {
        text: if text.is_empty() {
            Field::Missing
        } else {
            Field::from(text.to_owned())
        },
        translations: BTreeMap::new(),
    }
}

/// Links in a piece of the article, which stands at `bytes` of its text.
pub fn links(places: &Places, ids: &Ids, bytes: &Range<usize>) -> Vec<Span> {
    let toponyms = places.toponyms();
    let first = toponyms.partition_point(|toponym| toponym.range.start < bytes.start);
    let inside = toponyms
        .get(first..)
        .unwrap_or_default()
        .iter()
        .take_while(|toponym| toponym.range.end <= bytes.end)
        .filter(|toponym| !toponym.is_associative());
    let links = inside.filter_map(|toponym| {
        let id = ids.get(&toponym.place)?;
        Some(Span {
            range: toponym.range.start - bytes.start..toponym.range.end - bytes.start,
            style: Style::Link(Located {
                value: format!("#{id}"),
                span: None,
            }),
        })
    });
    links.collect()
}
