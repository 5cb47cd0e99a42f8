//! What a name of an article may mean, while its place is looked through: a numbered ring where each candidate lies, the
//! numbers being those of the rows beside the map. A press takes the candidate for the place.

use egui::{
    Align2, Color32, CursorIcon, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

use super::marker_look::haloed;
use super::screen::Screen;
use super::view::Point;
use crate::article::corrections::{Correction, Meaning, Of};
use crate::article::gazetteer::PlaceId;
use crate::texts::fill;
use crate::ui::mending::{examined, within};
use crate::ui::{ViewCtx, fonts};

const RADIUS: f32 = 11.0;

/// Which place they are of, and where they lie; kept while it is looked at.
#[derive(Default)]
pub struct Candidates {
    of: Option<Meaning>,
    places: Vec<(PlaceId, Point)>,
}

impl Candidates {
    /// Where all of them lie, once for each place that the reader looks at.
    pub fn newly_examined(&mut self, ctx: &ViewCtx<'_>) -> Option<Vec<Point>> {
        let Some((mending, found, _)) = examined(ctx) else {
            *self = Self::default();
            return None;
        };
        if self.of == Some(found.meaning) {
            return None;
        }
        // The same ones after one of them was chosen: the map goes there.
        let was_among = found
            .meaning
            .known()
            .is_some_and(|place| self.places.iter().any(|(known, _)| *known == place));
        let gazetteer = mending.gazetteer()?;
        let places = mending.candidates(found).into_iter().map(|place| {
            let point = gazetteer.point(place);
            (place, (point.latitude, point.longitude))
        });
        *self = Self {
            of: Some(found.meaning),
            places: places.collect(),
        };
        let points: Vec<Point> = self.places.iter().map(|(_, point)| *point).collect();
        (points.len() > 1 && !was_among).then_some(points)
    }

    /// Where they stand on the screen.
    pub fn areas(&self, screen: &Screen<'_>) -> impl Iterator<Item = Rect> {
        let points = self.places.iter().map(|(_, point)| point);
        points.map(|(lat, lon)| area(screen.at(*lat, *lon)))
    }

    /// Over the markers: the reader is choosing.
    pub fn candidates_ui(&self, ctx: &mut ViewCtx<'_>, ui: &Ui, screen: &Screen<'_>) {
        let Some((mending, found, _)) = examined(ctx) else {
            return;
        };
        let Some(gazetteer) = mending.gazetteer() else {
            return;
        };
        let t = ctx.theme;
        for (number, &(place, (lat, lon))) in (1..).zip(&self.places) {
            let at = screen.at(lat, lon);
            if !screen.view.contains(at) {
                continue;
            }
            // Over its marker, which says something else with its number.
            if found.meaning == Meaning::Known(place) {
                ui.painter().circle_filled(at, RADIUS + 1.0, t.accent);
                number_ui(ui, at, number, t.on_accent);
                continue;
            }
            let response = ui.interact(
                area(at),
                ui.scope_id().with(("candidate", place)),
                Sense::CLICK,
            );
            let name = within(ctx.texts, gazetteer, place);
            response.widget_info(|| {
                let number = number.to_string();
                let values = [("name", &*name), ("what", ""), ("n", &number)];
                let spoken = fill(&ctx.texts.mending.candidate, &values);
                WidgetInfo::labeled(Role::Button, true, spoken)
            });
            let hovered = response.hovered();
            let ground = if hovered { t.selection } else { t.raised };
            let edge = Stroke::new(if hovered { 2.0 } else { 1.25 }, t.accent);
            ui.painter().circle(at, RADIUS, ground, edge);
            number_ui(ui, at, number, t.accent_ink);
            if hovered {
                let font = fonts::sans_strong(13.0);
                let galley = ui.painter().layout_no_wrap(name, font, t.ink);
                let above = at - vec2(0.0, RADIUS + 12.0);
                haloed(ui.painter(), t, above, &galley, t.ink);
            }
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                let of = Of::All(found.meaning);
                let meaning = Meaning::Known(place);
                ctx.send(Correction::Choose { of, meaning });
            }
        }
    }
}

fn number_ui(ui: &Ui, at: Pos2, number: usize, ink: Color32) {
    let font = fonts::sans_strong(11.5);
    ui.painter()
        .text(at, Align2::CENTER_CENTER, number, font, ink);
}

fn area(at: Pos2) -> Rect {
    Rect::from_center_size(at, Vec2::splat(2.0 * RADIUS + 6.0))
}
