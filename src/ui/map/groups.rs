//! The markers that the map has room for: places, and groups of those that would lie on one another.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use egui::{Pos2, Rect, Vec2};

use super::marker_name::joined;
use super::screen::Screen;
use crate::clusters::Clusters;
use crate::settings::{Language, MapNames};
use crate::story::PlaceId;
use crate::ui::ViewCtx;

/// Closer than this, in points, markers are drawn as one: their discs would lie on each other.
pub const TOGETHER_WITHIN: f32 = 24.0;
/// What a marker that stands alone keeps free around it, in points: it is larger, and has a ring.
const ALONE_WITHIN: f32 = 34.0;
/// Square points of the map for each marker, at the least: what is fuller is no longer read.
const ROOM: f32 = 64.0 * 64.0;
/// Points around the map within which a marker may stand that reaches into it.
const AROUND: f32 = 30.0;
/// Of a larger group the rest is reached by opening it.
const FIRST: usize = 12;
/// Groups that are remembered; those of one frame are far fewer.
const REMEMBERED: usize = 4096;
/// Zooms off the map's own that groups may be, as it zooms.
const HELD: f32 = 0.5;
/// Halves of a zoom: from so much further out even the whole world is one group.
const WIDEST: u8 = 16;

/// What a marker stands for: a place, or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Those that most passages tell of, the most first.
    pub first: Vec<PlaceId>,
    pub places: usize,
    /// Over all its places, how many of the passages that the lens lets through tell of one.
    pub mentions: usize,
    /// Whether any of it passes lens and search.
    pub shows: bool,
    /// Whether any of it is surely the place that is meant.
    pub is_sure: bool,
    /// How it is named, the longest first.
    pub names: Vec<String>,
    /// Where the clusters list its places, those that stand alone among them.
    pub stretch: Range<usize>,
}

/// A marker on the screen.
#[derive(Clone, Debug)]
pub struct Spot {
    pub at: Pos2,
    pub group: Rc<Group>,
    /// Whether the reader or the keyboard's focus is on it.
    pub alone: bool,
}

/// What is kept of the groups from frame to frame.
#[derive(Default)]
pub struct Grouping {
    /// By how many halves of a zoom further out the groups are those of, so that there is room for all.
    wider: u8,
    /// The zoom that the groups are those of.
    zoom: f32,
    /// The map's own when it was last shown.
    zoom_shown: f32,
    known: HashMap<Range<usize>, Rc<Group>>,
    /// What the known ones hold for.
    holds: Option<Held>,
    alone: Vec<Alone>,
    stretches: Vec<Range<usize>>,
}

/// While this stays, so does what is known of a group.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    session: u64,
    focus: Option<PlaceId>,
    names: MapNames,
    language: Language,
}

/// A place that never joins.
#[derive(Clone, Copy)]
struct Alone {
    position: usize,
    place: PlaceId,
}

impl Grouping {
    /// The markers in view: first those that stand alone, on which the reader or the `focus` is, then those that most
    /// passages tell of.
    pub fn spots(
        &mut self,
        ctx: &ViewCtx<'_>,
        screen: &Screen<'_>,
        focus: Option<PlaceId>,
    ) -> Vec<Spot> {
        self.forget(ctx, focus);
        let clusters = &ctx.document.clusters;
        self.find_stretches(clusters, screen);
        let mut spots = Vec::new();
        let near = screen.view.expand(AROUND);
        for alone in &self.alone {
            let at = at(ctx, screen, alone.place);
            if near.contains(at) {
                let stretch = alone.position..alone.position + 1;
                let group = Group::of(ctx, stretch, &mut vec![alone.place]);
                spots.push(Spot {
                    at,
                    group: Rc::new(group),
                    alone: true,
                });
            }
        }
        let fixed = spots.len();
        for stretch in self.stretches.drain(..) {
            let known = self.known.entry(stretch).or_insert_with_key(|stretch| {
                let mut places = without(&self.alone, clusters, stretch);
                Rc::new(Group::of(ctx, stretch.clone(), &mut places))
            });
            if let Some(stand) = stand(&self.alone, clusters, &known.stretch) {
                spots.push(Spot {
                    at: at(ctx, screen, stand),
                    group: Rc::clone(known),
                    alone: false,
                });
            }
        }
        let (alone, groups) = spots.split_at_mut(fixed);
        clear_of(alone, groups);
        spots.sort_by_key(|spot| {
            let first = spot.group.first.first().copied();
            let mentions = first.map(|place| ctx.session.visible().mentions(place));
            (!spot.alone, Reverse(mentions), first)
        });
        spots
    }

    fn forget(&mut self, ctx: &ViewCtx<'_>, focus: Option<PlaceId>) {
        let held = Held {
            session: ctx.session.changes(),
            focus,
            names: ctx.map_names(),
            language: ctx.language,
        };
        if self.holds == Some(held) && self.known.len() < REMEMBERED {
            return;
        }
        self.holds = Some(held);
        self.known.clear();
        let on = ctx.session.on(ctx.story).iter().copied().chain(focus);
        let alone = on.filter_map(|place| {
            let position = ctx.document.clusters.position(place)?;
            Some(Alone { position, place })
        });
        self.alone = alone.collect();
        self.alone.sort_unstable_by_key(|alone| alone.position);
        self.alone.dedup_by_key(|alone| alone.position);
    }

    /// Whether the groups are those of another zoom, until the map rests.
    pub fn is_behind(&self) -> bool {
        self.zoom != self.zoom_shown
    }

    /// While the map zooms the groups are those of a zoom not far off: nothing flickers, and most of what is drawn stays as
    /// it is.
    fn hold_zoom(&mut self, zoom: f32) -> f32 {
        let is_zooming = self.zoom_shown != zoom;
        self.zoom_shown = zoom;
        if !is_zooming || (self.zoom - zoom).abs() > HELD {
            self.zoom = zoom;
        }
        self.zoom
    }

    /// As many groups as there is room for. Once they are fewer than a third of that they may be closer again: half a zoom
    /// at most doubles them, and so nothing flickers while the map is moved.
    fn find_stretches(&mut self, clusters: &Clusters, screen: &Screen<'_>) {
        let most = most(screen.view);
        let part = screen.part(AROUND);
        let world = self.hold_zoom(screen.world().log2()).exp2();
        let stretches = &mut self.stretches;
        let mut find = |wider: u8| {
            let apart = f64::from(TOGETHER_WITHIN) * (f64::from(wider) / 2.0).exp2();
            let groups = clusters.groups(part, apart / f64::from(world));
            stretches.clear();
            stretches.extend(groups.take(most + 1));
            stretches.len()
        };
        let mut count = find(self.wider);
        while count * 3 < most && self.wider > 0 {
            self.wider -= 1;
            count = find(self.wider);
        }
        while count > most && self.wider < WIDEST {
            self.wider += 1;
            count = find(self.wider);
        }
    }
}

impl Group {
    fn of(ctx: &ViewCtx<'_>, stretch: Range<usize>, places: &mut Vec<PlaceId>) -> Self {
        let visible = ctx.session.visible();
        let order = |&place: &PlaceId| (Reverse(visible.mentions(place)), place);
        let mut group = Self {
            first: Vec::new(),
            places: places.len(),
            mentions: places.iter().map(|&place| visible.mentions(place)).sum(),
            shows: places.iter().any(|&place| shows(ctx, place)),
            is_sure: places
                .iter()
                .any(|&place| ctx.story.place(place).doubt.is_none()),
            names: Vec::new(),
            stretch,
        };
        if places.len() > FIRST {
            places.select_nth_unstable_by_key(FIRST, order);
            places.truncate(FIRST);
        }
        places.sort_unstable_by_key(order);
        group.first = std::mem::take(places);
        group.names = joined(ctx, &group.first, group.places);
        group
    }
}

/// Whether the lens lets the place through, and the search has to do with it.
pub fn shows(ctx: &ViewCtx<'_>, place: PlaceId) -> bool {
    let finding = ctx.session.finding();
    ctx.session.visible().mentions(place) > 0 && (!finding.is_on() || finding.touches(place))
}

fn at(ctx: &ViewCtx<'_>, screen: &Screen<'_>, place: PlaceId) -> Pos2 {
    let place = ctx.story.place(place);
    screen.at(place.lat, place.lon)
}

/// How many markers the map has room for.
#[expect(clippy::cast_sign_loss, reason = "at least one")]
fn most(view: Rect) -> usize {
    (view.area() / ROOM).max(1.0) as usize
}

/// The places of a stretch, less those that stand alone.
fn without(alone: &[Alone], clusters: &Clusters, stretch: &Range<usize>) -> Vec<PlaceId> {
    let all = stretch.clone().zip(clusters.places(stretch.clone()));
    all.filter(|(position, _)| !stands_alone(alone, *position))
        .map(|(_, place)| *place)
        .collect()
}

/// The place where a group stands: its first, or the one nearest to that.
fn stand(alone: &[Alone], clusters: &Clusters, stretch: &Range<usize>) -> Option<PlaceId> {
    let position = stretch.clone().find(|&at| !stands_alone(alone, at))?;
    clusters.places(position..position + 1).first().copied()
}

fn stands_alone(alone: &[Alone], position: usize) -> bool {
    alone
        .binary_search_by_key(&position, |alone| alone.position)
        .is_ok()
}

/// Moves what would lie half under a marker that stands alone aside, as little as shows both.
fn clear_of(alone: &[Spot], groups: &mut [Spot]) {
    for group in groups {
        for alone in alone {
            group.at = clear(group.at, alone.at);
        }
    }
}

/// What stands on the very same point moves to the right.
fn clear(at: Pos2, alone: Pos2) -> Pos2 {
    let away = at - alone;
    let distance = away.length();
    if distance >= ALONE_WITHIN {
        return at;
    }
    let way = if distance > 0.0 {
        away / distance
    } else {
        Vec2::RIGHT
    };
    alone + way * ALONE_WITHIN
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_marker_close_to_one_that_stands_alone_moves_aside() {
        let alone = pos2(50.0, 50.0);
        assert_eq!(clear(pos2(40.0, 50.0), alone), pos2(16.0, 50.0));
        assert_eq!(clear(pos2(200.0, 50.0), alone), pos2(200.0, 50.0));
        assert_eq!(clear(alone, alone), pos2(84.0, 50.0));
    }
}
