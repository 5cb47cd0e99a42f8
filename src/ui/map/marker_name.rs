//! What a marker is called on the map: a place's name, or some of a group's.

use std::borrow::Cow;

use crate::settings::MapNames;
use crate::story::{Name, PlaceId};
use crate::ui::ViewCtx;

/// Names joined on the label of a group; the rest are a number.
const NAMES_ON_LABEL: usize = 3;

/// The ways to write the name of a group, the longest first: names of the first of its places, and how many more there are.
pub fn joined(ctx: &ViewCtx<'_>, first: &[PlaceId], places: usize) -> Vec<String> {
    let names: Vec<Cow<'_, str>> = first
        .iter()
        .take(NAMES_ON_LABEL)
        .map(|&place| on_map(ctx, place))
        .collect();
    let way = |most: usize| {
        let joined = names.get(..most)?.join(&ctx.texts.map.join);
        Some(match places - most {
            0 => joined,
            more => format!("{joined} +{more}"),
        })
    };
    (1..=names.len()).rev().filter_map(way).collect()
}

/// A place's, which says where it may be another.
fn on_map<'a>(ctx: &ViewCtx<'a>, place: PlaceId) -> Cow<'a, str> {
    let place = ctx.story.place(place);
    let name = written(ctx, &place.name);
    if place.doubt.is_some() {
        Cow::from(format!("{name} ?"))
    } else {
        name
    }
}

/// A name in the script of the map's own names.
pub fn written<'a>(ctx: &ViewCtx<'_>, name: &'a Name) -> Cow<'a, str> {
    let chinese = name.in_language("zh");
    match ctx.map_names() {
        MapNames::English => Cow::from(name.text.as_str()),
        MapNames::Chinese => Cow::from(chinese),
        MapNames::Both if chinese == name.text => Cow::from(name.text.as_str()),
        MapNames::Both => Cow::from(format!("{} {chinese}", name.text)),
    }
}
