//! What the map shows of the story when it goes somewhere by itself.

use egui::{Vec2, epaint::MarginF32};

use super::controls::{ROOM_FOR_BOTH, ROOM_FOR_EITHER};
use super::view::{Point, View, zoom_apart};
use crate::regions::{Bounds, outline};
use crate::session::Focus;
use crate::story::{Item, Place, PlaceId, Region, Story};

/// How close the map comes to a place by itself, and to the markers of a group.
pub const CLOSE: f64 = 6.0;
pub const CLOSEST_BY_ITSELF: f64 = 9.0;
/// How close it comes to a region, and to one of which only a point is known.
const REGION: f64 = 8.0;
const REGION_WITHOUT_OUTLINE: f64 = 5.0;
/// Markers that stand so far apart, in points, are told apart at a glance.
pub const APART: f64 = 44.0;

/// Of a story, on a map of a size.
pub struct Framing<'a> {
    pub story: &'a Story,
    /// In points.
    pub size: Vec2,
    /// The last zoom of the map.
    pub closest: f64,
}

impl Framing<'_> {
    /// Where the map looks for it; none where it stays for it.
    pub fn of(&self, focus: Focus) -> Option<View> {
        let story = self.story;
        let points: Vec<Point> = match focus {
            Focus::Overview => story.places().map(|(_, place)| point(place)).collect(),
            Focus::Item(Item::Place(id)) => return Some(self.close_to(id)),
            Focus::Item(Item::Passage(id)) => {
                let mut places = story.passage(id).places.clone();
                // Both ends of what is told to be connected.
                for (_, connection) in story.connections().filter(|(_, c)| c.passage == Some(id)) {
                    places.extend([connection.from, connection.to]);
                }
                places.sort_unstable();
                places.dedup();
                if let [only] = places.as_slice() {
                    return Some(self.close_to(*only));
                }
                let points = places.into_iter().map(|id| point(story.place(id)));
                points.collect()
            }
            Focus::Item(Item::Region(id)) => return self.whole(story.region(id)),
            Focus::Item(_) | Focus::Lens | Focus::Passage(_) | Focus::Mention(_) => return None,
        };
        View::of_all(&points, self.size, margin(self.size), CLOSE)
    }

    /// All of the region's outline, or the point that is known of it in the middle.
    fn whole(&self, region: &Region) -> Option<View> {
        let margin = MarginF32::same(48.0);
        match region.code.as_deref().and_then(outline) {
            Some(outline) => View::of_all(&edge(outline.main), self.size, margin, REGION),
            None => View::of_all(
                &[region.center?],
                self.size,
                MarginF32::ZERO,
                REGION_WITHOUT_OUTLINE,
            ),
        }
    }

    /// The place in the middle, and close enough for its marker to stand alone.
    fn close_to(&self, id: PlaceId) -> View {
        let at = point(self.story.place(id));
        let nearest = self
            .story
            .places()
            .filter(|(other, _)| *other != id)
            .map(|(_, place)| zoom_apart(at, point(place), APART))
            .fold(CLOSE, f64::max);
        View {
            lat: at.0,
            lon: at.1,
            zoom: nearest.min(CLOSEST_BY_ITSELF),
        }
        .within_world(self.size, self.closest)
    }
}

/// Room for markers, their names, and what floats on the map.
pub fn margin(size: Vec2) -> MarginF32 {
    let (left, right) = match size.x {
        ROOM_FOR_BOTH.. => (74.0, 150.0),
        ROOM_FOR_EITHER.. => (74.0, 110.0),
        // No more than for the buttons.
        _ => (70.0, 24.0),
    };
    let (top, bottom) = match size.y {
        // A narrow map has the scale above the credit.
        200.0.. if size.x < ROOM_FOR_BOTH => (44.0, 84.0),
        200.0.. => (44.0, 64.0),
        _ => (28.0, 36.0),
    };
    MarginF32 {
        left,
        right,
        top,
        bottom,
    }
}

/// Where the place is.
pub fn point(place: &Place) -> Point {
    (place.lat, place.lon)
}

/// Points along the edge, so close to each other that even around half the world it is plain which half.
fn edge(bounds: Bounds) -> Vec<Point> {
    let quarters = [0.0, 0.25, 0.5, 0.75, 1.0];
    let lons = quarters.map(|part| bounds.west + part * bounds.width());
    let round = |lon: f64| (lon + 180.0).rem_euclid(360.0) - 180.0;
    lons.into_iter()
        .flat_map(|lon| [(bounds.south, round(lon)), (bounds.north, round(lon))])
        .collect()
}
