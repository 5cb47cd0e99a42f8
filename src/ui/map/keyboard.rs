//! The map by keyboard: one stop for Tab, on which the arrows go from place to place, or move the map.

use std::cmp::Ordering;

use egui::accesskit::Action;
use egui::{Event, Key, PointerButton, Response, Ui, UiBuilder, Vec2, vec2};

use super::camera::Camera;
use super::markers;
use super::screen::Screen;
use crate::story::{Place, PlaceId, Story};
use crate::ui::ViewCtx;
use crate::ui::command::claim_arrows;

/// Points that Shift and an arrow move the map.
const STEP: f32 = 80.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    East,
    West,
    South,
    North,
}

impl Way {
    const KEYS: [(Key, Self); 4] = [
        (Key::ArrowRight, Self::East),
        (Key::ArrowLeft, Self::West),
        (Key::ArrowDown, Self::South),
        (Key::ArrowUp, Self::North),
    ];

    /// On the screen.
    fn direction(self) -> Vec2 {
        match self {
            Self::East => vec2(1.0, 0.0),
            Self::West => vec2(-1.0, 0.0),
            Self::South => vec2(0.0, 1.0),
            Self::North => vec2(0.0, -1.0),
        }
    }

    /// The degrees that grow along the way or against it.
    fn degrees(self, place: &Place) -> f64 {
        match self {
            Self::East | Self::West => place.lon,
            Self::South | Self::North => place.lat,
        }
    }

    /// The next place this way. Every place has one degree of its own: of those on the same, the ids decide. So all of them
    /// are come by, those too that no zoom tells apart.
    fn next(self, story: &Story, from: PlaceId) -> Option<PlaceId> {
        let order = |a: PlaceId, b: PlaceId| -> Ordering {
            let degrees = |id| self.degrees(story.place(id));
            let growing = degrees(a).total_cmp(&degrees(b)).then(a.cmp(&b));
            match self {
                Self::East | Self::North => growing,
                Self::West | Self::South => growing.reverse(),
            }
        };
        story
            .places()
            .map(|(id, _)| id)
            .filter(|&id| order(id, from).is_gt())
            .min_by(|&a, &b| order(a, b))
    }
}

/// The place that has the focus while the map has it; to begin with, the most important in view.
pub fn focused(
    ctx: &ViewCtx<'_>,
    map: &Response,
    screen: &Screen<'_>,
    current: &mut Option<PlaceId>,
) -> Option<PlaceId> {
    if !map.has_focus() {
        return None;
    }
    // Another story may have fewer.
    *current = current
        .filter(|place| place.index() < ctx.story.places().len())
        .or_else(|| markers::most_important(ctx, screen));
    *current
}

/// Where the markers are drawn: to a screen reader they are the items of the map.
pub fn items_of(ui: &Ui, map: &Response) -> UiBuilder {
    UiBuilder::new()
        .id_salt("markers")
        .max_rect(ui.max_rect())
        .accessibility_parent(map.id)
}

/// To a screen reader the focus of the map is on the place's marker.
pub fn speak(items: &Ui, map: &Response, focused: Option<PlaceId>) {
    if let Some(place) = focused {
        let marker = markers::marker_id(items, place).accesskit_id();
        items
            .ctx()
            .accesskit_node_builder(map.id, |map| map.set_active_descendant(marker));
    }
}

/// The place whose marker a screen reader wants the focus on.
pub fn wanted(ui: &Ui, story: &Story) -> Option<PlaceId> {
    let target = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::AccessKitActionRequest(request) if request.action == Action::Focus => {
                Some(request.target_node)
            }
            _ => None,
        })
    })?;
    let mut places = story.places().map(|(place, _)| place);
    places.find(|&place| markers::marker_id(ui, place).accesskit_id() == target)
}

/// While the map has the focus: an arrow goes to another place, Enter selects it, Shift and an arrow move the map.
pub fn keys_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &Ui,
    map: &Response,
    camera: &mut Camera,
    current: &mut Option<PlaceId>,
) {
    claim_arrows(map);
    let now = ui.input(|input| input.time);
    for (way, shift) in pressed(ui) {
        match *current {
            Some(from) if !shift => {
                if let Some(place) = way.next(ctx.story, from) {
                    *current = Some(place);
                    camera.bring_into_view(ctx.story, place, now);
                }
            }
            Some(_) | None => camera.move_by(way.direction() * STEP),
        }
        ui.ctx().request_repaint();
    }
    // Enter and Space are clicks to egui; one by hand is none on a place.
    if map.clicked()
        && !map.clicked_by(PointerButton::Primary)
        && let Some(place) = *current
    {
        markers::toggle(ctx, place);
    }
}

/// The arrows pressed since the last frame, each with whether Shift was held: it may be up again by now.
fn pressed(ui: &Ui) -> Vec<(Way, bool)> {
    let way = |event: &Event| match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } if !modifiers.alt && !modifiers.command => {
            let (_, way) = Way::KEYS.into_iter().find(|(arrow, _)| arrow == key)?;
            Some((way, modifiers.shift))
        }
        _ => None,
    };
    ui.input(|input| input.events.iter().filter_map(way).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;

    /// Two of the five places stand on one another, two share a longitude.
    fn story() -> Story {
        let mut file = String::from("+++\nformat = 1\ntitle = \"T\"\nlanguage = \"en\"\n");
        for (id, lat, lon) in [
            ("a", 10.0, 20.0),
            ("b", 10.0, 20.0),
            ("c", 30.0, 20.0),
            ("d", -5.0, -170.0),
            ("e", 60.0, 170.0),
        ] {
            let place = format!(
                "[[place]]\nid = \"{id}\"\nname = \"{id}\"\nlat = {lat:?}\nlon = {lon:?}\n"
            );
            file.push_str(&place);
        }
        file.push_str("+++\n# One\nWords.\n");
        format::read(file.as_bytes()).unwrap().story
    }

    fn all_the(way: Way, story: &Story, from: PlaceId) -> Vec<&str> {
        let names = std::iter::successors(Some(from), |&here| way.next(story, here));
        names.map(|id| story.place(id).name.text.as_str()).collect()
    }

    #[test]
    fn each_way_comes_by_every_place_once_and_ends() {
        let story = story();
        let ids: Vec<PlaceId> = story.places().map(|(id, _)| id).collect();

        assert_eq!(
            all_the(Way::East, &story, ids[3]),
            ["d", "a", "b", "c", "e"]
        );
        assert_eq!(
            all_the(Way::West, &story, ids[4]),
            ["e", "c", "b", "a", "d"]
        );
        assert_eq!(
            all_the(Way::South, &story, ids[4]),
            ["e", "c", "b", "a", "d"]
        );
        assert_eq!(
            all_the(Way::North, &story, ids[3]),
            ["d", "a", "b", "c", "e"]
        );
    }
}
