//! Where the map looks: how it comes to what it frames, and how far a reader may take it.

use std::slice;

use egui::Vec2;
use walkers::{MapMemory, lon_lat};

use super::flight::Flight;
use super::framing::{APART, CLOSE, CLOSEST_BY_ITSELF, Framing, margin, point};
use super::view::{CLOSEST, Point, View, zoom_apart};
use crate::session::Focus;
use crate::settings::Motion;
use crate::story::{Item, PlaceId, Story};

#[derive(Default)]
pub struct Camera {
    pub memory: MapMemory,
    /// What the map frames until the reader moves it; framed again when the window changes its size.
    framed: Option<Focus>,
    flight: Option<Flight>,
    /// The places between which the flight goes.
    leg: Option<(PlaceId, PlaceId)>,
    /// The place the story was at last.
    last: Option<PlaceId>,
    /// The size of the map that the view was made for, in points.
    size: Vec2,
    /// What to frame as soon as the size of the map is known.
    wanted: Option<Focus>,
    /// How it gets there.
    pub motion: Motion,
    /// Zooms closer than usual that the map under it can bear.
    pub closer: f64,
}

impl Camera {
    /// Stays where it is, or is about to be; only of the whole story it still knows how to frame it.
    pub fn forget_story(&mut self) {
        let framed = self.framed.filter(|focus| *focus == Focus::Overview);
        *self = Self {
            framed,
            leg: None,
            last: None,
            wanted: None,
            ..std::mem::take(self)
        };
    }

    fn framing<'a>(&self, story: &'a Story) -> Framing<'a> {
        Framing {
            story,
            size: self.size,
            closest: self.closest(),
        }
    }

    fn closest(&self) -> f64 {
        CLOSEST + self.closer
    }

    /// Brings into view what the reader asked for.
    pub fn focus(&mut self, focus: Focus) {
        self.wanted = Some(focus);
    }

    /// Moves only where one of the places does not show.
    pub fn show_all(&mut self, story: &Story, places: &[PlaceId], now: f64) {
        let points: Vec<Point> = places.iter().map(|&id| point(story.place(id))).collect();
        self.show_points(&points, now);
    }

    /// The same for points that are no places of the story.
    pub fn show_points(&mut self, points: &[Point], now: f64) {
        let goal = self
            .flight
            .map_or_else(|| self.view(), |flight| flight.to());
        if points.iter().all(|&point| goal.shows(point, self.size)) {
            return;
        }
        if let Some(view) = View::of_all(points, self.size, margin(self.size), CLOSE) {
            self.framed = None;
            self.fly(view, now);
        }
    }

    /// Moves, without a zoom, where the place does not show.
    pub fn bring_into_view(&mut self, story: &Story, place: PlaceId, now: f64) {
        let goal = self
            .flight
            .map_or_else(|| self.view(), |flight| flight.to());
        let at = point(story.place(place));
        if !goal.shows(at, self.size) {
            self.framed = None;
            let (lat, lon) = at;
            self.fly(View { lat, lon, ..goal }, now);
        }
    }

    /// What a gesture may do to the zoom in this frame: at its end, nothing but to come back.
    pub fn may_zoom(&self, closer: bool) -> bool {
        let view = self.view();
        let step = if closer { 0.01 } else { -0.01 };
        let wanted = View {
            zoom: view.zoom + step,
            ..view
        };
        (wanted.within_world(self.size, self.closest()).zoom - wanted.zoom).abs() < 1e-9
    }

    /// After a gesture: where it went past the last zoom, as far as that, about the same point.
    pub fn settle_zoom(&mut self, before: View) {
        let after = self.view();
        let allowed = after.within_world(self.size, self.closest()).zoom;
        if (allowed - after.zoom).abs() < 1e-9 {
            return;
        }
        self.look(
            before
                .zoomed_like(after, allowed)
                .within_world(self.size, self.closest()),
        );
    }

    /// Before the map is shown; `now` in seconds. Whether it is on its way.
    pub fn advance(&mut self, story: &Story, size: Vec2, now: f64) -> bool {
        let first = self.size == Vec2::ZERO;
        if self.size != size {
            self.size = size;
            if let Some(view) = self
                .framed
                .filter(|_| self.wanted.is_none())
                .and_then(|focus| self.framing(story).of(focus))
            {
                self.jump(view);
            }
        }
        if let Some(focus) = self.wanted.take()
            && let Some(view) = self.framing(story).of(focus)
        {
            self.framed = Some(focus);
            let to = lead(story, focus);
            self.leg = self.last.zip(to).filter(|(from, to)| from != to);
            self.last = to.or(self.last);
            if first {
                self.jump(view);
            } else {
                self.fly(view, now);
            }
        }
        if let Some(flight) = self.flight {
            match flight.at(now).filter(|_| self.motion == Motion::Full) {
                Some(view) => self.look(view),
                None => self.jump(flight.to()),
            }
        } else {
            let view = self.view();
            let allowed = view.within_world(size, self.closest());
            if view != allowed {
                self.look(allowed);
            }
        }
        self.flight.is_some()
    }

    pub fn fly(&mut self, to: View, now: f64) {
        let to = to.within_world(self.size, self.closest());
        match self.motion {
            Motion::Full => self.flight = Some(Flight::new(self.view(), to, self.size, now)),
            Motion::Reduced => self.jump(to),
        }
    }

    /// Closer by so many zooms, or further out.
    pub fn zoom_by(&mut self, zooms: f64, now: f64) {
        let goal = self
            .flight
            .map_or_else(|| self.view(), |flight| flight.to());
        self.taken_over();
        self.fly(
            View {
                zoom: goal.zoom + zooms,
                ..goal
            },
            now,
        );
    }

    /// By points on the screen.
    pub fn move_by(&mut self, points: Vec2) {
        self.taken_over();
        self.jump(
            self.view()
                .moved(points)
                .within_world(self.size, self.closest()),
        );
    }

    /// Close enough to tell the places apart; `false` where they stand too close for that, or it shows already.
    pub fn open_group(&mut self, story: &Story, places: &[PlaceId], now: f64) -> bool {
        let points: Vec<Point> = places.iter().map(|&id| point(story.place(id))).collect();
        // Of a large group some members are enough: it opens step by step.
        let some = points.get(..points.len().min(64)).unwrap_or_default();
        let apart = some
            .iter()
            .enumerate()
            .flat_map(|(i, &a)| {
                some.iter()
                    .skip(i + 1)
                    .map(move |&b| zoom_apart(a, b, APART))
            })
            .fold(0.0, f64::max);
        let closest = (apart + 1.0).min(CLOSEST_BY_ITSELF);
        let Some(view) = View::of_all(&points, self.size, margin(self.size), closest) else {
            return false;
        };
        if view.zoom < self.view().zoom + 0.1 {
            return false;
        }
        self.framed = None;
        self.fly(view, now);
        true
    }

    /// The places between which it is under way, from the one the story was at last to the next.
    pub fn leg(&self) -> Option<(PlaceId, PlaceId)> {
        self.leg.filter(|_| self.flight.is_some())
    }

    /// Whether the reader has moved the map off what is selected.
    pub fn has_strayed(&self, story: &Story, selection: Option<Item>) -> bool {
        if self.framed.is_some() || self.flight.is_some() {
            return false;
        }
        let places = match &selection {
            Some(Item::Place(place)) => slice::from_ref(place),
            Some(Item::Passage(passage)) => story.passage(*passage).places.as_slice(),
            _ => return false,
        };
        let view = self.view();
        let shows = |&place: &PlaceId| view.shows(point(story.place(place)), self.size);
        !places.iter().all(shows)
    }

    /// The reader moves the map: nothing else does any more.
    pub fn taken_over(&mut self) {
        self.framed = None;
        self.flight = None;
    }

    pub fn view(&self) -> View {
        let zoom = self.memory.zoom();
        self.memory.detached().map_or(
            View {
                lat: 30.0,
                lon: 60.0,
                zoom,
            },
            |at| View {
                lat: at.y(),
                lon: at.x(),
                zoom,
            },
        )
    }

    fn jump(&mut self, view: View) {
        self.flight = None;
        self.look(view);
    }

    fn look(&mut self, view: View) {
        self.memory.center_at(lon_lat(view.lon, view.lat));
        // Only a zoom beyond walkers' own limits is refused, and those are wider than ours.
        if self.memory.set_zoom(view.zoom).is_err() {
            log::warn!("the map cannot show zoom {}", view.zoom);
        }
    }
}

/// The place that something leads with.
fn lead(story: &Story, focus: Focus) -> Option<PlaceId> {
    match focus {
        Focus::Item(Item::Place(place)) => Some(place),
        Focus::Item(Item::Passage(passage)) => story.passage(passage).places.first().copied(),
        _ => None,
    }
}
