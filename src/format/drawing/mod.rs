//! The map of a story as vectors: ground, connections, numbered markers. Of it pages and pictures are made.
//!
//! What it looks like is up to the style sheet of whoever shows it: everything here has a class and no color.

mod ground;
mod markers;
mod names;
mod view;

pub use ground::Ground;
pub use view::View;

use super::markup::{Html, escaped};
use crate::basemap::Point;
use crate::story::{PlaceId, Story};
use markers::{Area, Marker, Placed, RADIUS, Taken};

/// Of the names of places. What shows the drawing sets them in this size.
pub const NAME_SIZE: f64 = 15.0;

/// What is drawn.
pub struct Drawing<'a> {
    pub story: &'a Story,
    pub view: View,
    pub ground: Ground,
    /// The language of the ground's own names, where it has any.
    pub ground_names: Option<&'a str>,
    /// Of a place, as the map calls it; it may be empty.
    pub name: &'a dyn Fn(PlaceId) -> String,
    /// How wide words are at most, in heights of the letters.
    pub measure: &'a dyn Fn(&str) -> f64,
}

impl Drawing<'_> {
    /// Elements for an `svg` of the view's size.
    pub fn write(&self, svg: &mut Html) {
        ground::write(&self.view, self.ground, svg);
        let places = self.story.prominent_places();
        let markers: Vec<_> = places
            .iter()
            .map(|&id| Marker {
                at: self.view.place(self.story, id),
                name_width: (self.measure)(&(self.name)(id)) * NAME_SIZE,
            })
            .collect();
        let (placed, mut taken) = markers::place(&markers, self.view.size);
        if let Some(language) = self.ground_names {
            let discs: Vec<_> = markers.iter().map(|marker| marker.at).collect();
            self.take_curves(&mut taken);
            names::write(self, language, &discs, &mut taken, svg);
        }
        self.connections(svg);
        self.others(svg);
        leaders(&markers, &placed, svg);
        for (placed, &id) in placed.iter().zip(places) {
            self.marker(placed, id, svg);
        }
    }

    fn connections(&self, svg: &mut Html) {
        for [(x1, y1), (x, y), (x2, y2)] in self.curves() {
            svg.add(format_args!(
                "<path class=\"connection\" d=\"M{x1:.1} {y1:.1}Q{x:.1} {y:.1} {x2:.1} {y2:.1}\"/>\n"
            ));
        }
    }

    /// From where, by which point, to where: a slight bow tells a connection apart from a border.
    fn curves(&self) -> impl Iterator<Item = [Point; 3]> {
        self.story.connections().map(|(_, connection)| {
            let [from, to] =
                [connection.from, connection.to].map(|end| self.view.place(self.story, end));
            let by = (
                f64::midpoint(from.0, to.0) + (to.1 - from.1) * 0.12,
                f64::midpoint(from.1, to.1) - (to.0 - from.0) * 0.12,
            );
            [from, by, to]
        })
    }

    /// So that no name of the ground is struck through.
    fn take_curves(&self, taken: &mut Taken) {
        const STEPS: u32 = 60;
        const ROOM: f64 = 3.0;

        for [from, by, to] in self.curves() {
            for step in 0..=STEPS {
                let t = f64::from(step) / f64::from(STEPS);
                let at = |from: f64, by: f64, to: f64| {
                    (1.0 - t).powi(2) * from + 2.0 * t * (1.0 - t) * by + t.powi(2) * to
                };
                let point = (at(from.0, by.0, to.0), at(from.1, by.1, to.1));
                taken.take(Area::around(point, ROOM, ROOM));
            }
        }
    }

    /// Of very large stories most places are dots only.
    fn others(&self, svg: &mut Html) {
        let prominent = self.story.prominent_places();
        for (id, _) in self.story.places() {
            if prominent.binary_search(&id).is_err() {
                let (x, y) = self.view.place(self.story, id);
                svg.add(format_args!(
                    "<circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2\"/>\n"
                ));
            }
        }
    }

    fn marker(&self, placed: &Placed, id: PlaceId, svg: &mut Html) {
        let ((x, y), number) = (placed.disc, id.index() + 1);
        let foot = y + 4.0;
        svg.add(format_args!(
            "<circle class=\"marker\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{RADIUS}\"/>\
             <text class=\"number\" x=\"{x:.1}\" y=\"{foot:.1}\">{number}</text>\n"
        ));
        if let Some(((x, y), anchor)) = placed.name {
            let (anchor, name) = (anchor.word(), escaped(&(self.name)(id)));
            svg.add(format_args!(
                "<text class=\"name\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{name}</text>\n"
            ));
        }
    }
}

/// Below all discs: from a disc that had to make room to where its place is.
fn leaders(markers: &[Marker], placed: &[Placed], svg: &mut Html) {
    for (marker, placed) in markers.iter().zip(placed) {
        let ((from_x, from_y), (x, y)) = (marker.at, placed.disc);
        if marker.at != placed.disc {
            svg.add(format_args!(
                "<path class=\"leader\" d=\"M{from_x:.1} {from_y:.1}L{x:.1} {y:.1}\"/>\
                 <circle class=\"dot\" cx=\"{from_x:.1}\" cy=\"{from_y:.1}\" r=\"2.5\"/>\n"
            ));
        }
    }
}
