//! The map panel: walkers shows the basemap and takes the gestures, the story is drawn on top.

mod basemap;
mod camera;
mod candidates;
mod connections;
mod controls;
mod disc;
mod disc_picture;
mod flight;
mod framing;
mod groups;
mod keyboard;
mod labels;
mod marker_look;
mod marker_name;
mod markers;
mod note;
mod region_shape;
mod regions;
mod screen;
mod taken;
mod view;

pub use basemap::{CREDIT, Condition};

use egui::{Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo};
use walkers::{Map, lon_lat};

use super::ViewCtx;
use super::theme;
use crate::basemap::online::Network;
use crate::renderer::Renderer;
use crate::session::{Action, Focus, Tour};
use crate::settings::{BasemapChoice, MapNames, Wheel};
use crate::story::{Item, PlaceId};
use basemap::{Basemap, Look, Names};
use camera::Camera;
use candidates::Candidates;
use connections::Connections;
use controls::Legend;
use disc_picture::DiscPictures;
use groups::Grouping;
use markers::Room;
use note::Note;
use regions::Regions;
use screen::Screen;

pub struct MapPanel {
    camera: Camera,
    basemap: Basemap,
    /// What the basemap was made for.
    chosen: BasemapChoice,
    regions: Regions,
    grouping: Grouping,
    discs: DiscPictures,
    connections: Connections,
    candidates: Candidates,
    /// The place that the keyboard is on while the map has the focus.
    current: Option<PlaceId>,
    /// Whether what the lens lets through is to be brought into view.
    shows_lens: bool,
}

impl MapPanel {
    pub fn new(ctx: &egui::Context, renderer: Renderer, network: Network) -> Self {
        // The first frame says which names; until then nothing is decoded.
        let look = look(ctx, MapNames::English);
        let basemap = match renderer {
            Renderer::Wgpu => Basemap::new(ctx.clone(), look, network),
            Renderer::Software(state) => Basemap::still(ctx.clone(), look, network, *state),
            Renderer::Glow => Basemap::simple(ctx.clone(), look, network),
        };
        Self {
            camera: Camera::default(),
            basemap,
            chosen: BasemapChoice::default(),
            regions: Regions::default(),
            grouping: Grouping::default(),
            discs: DiscPictures::default(),
            connections: Connections::default(),
            candidates: Candidates::default(),
            current: None,
            shows_lens: false,
        }
    }

    /// Another story is open, or this one has changed: the map stays where it is, and knows nothing of it.
    pub fn forget_story(&mut self) {
        self.camera.forget_story();
        self.regions = Regions::default();
        self.grouping = Grouping::default();
        self.connections = Connections::default();
        self.current = None;
        self.shows_lens = false;
    }

    /// Brings into view what the reader asked for.
    pub fn focus(&mut self, focus: Focus) {
        if let Focus::Item(Item::Place(place)) = focus {
            self.current = Some(place);
        }
        match focus {
            Focus::Overview | Focus::Item(_) => self.camera.focus(focus),
            Focus::Lens => self.shows_lens = true,
            Focus::Passage(_) | Focus::Mention(_) => {}
        }
    }

    /// Closer by so many zooms, or further out; `now` in seconds.
    pub fn zoom_by(&mut self, zooms: f64, now: f64) {
        self.camera.zoom_by(zooms, now);
    }

    /// How it is with the map that the reader chose.
    pub fn condition(&self) -> Condition {
        self.basemap.condition()
    }

    /// Lays what the reader has just chosen over the world inside; an address that is none lays nothing there.
    fn choose(&mut self, choice: &BasemapChoice) {
        if self.chosen != *choice {
            self.chosen = choice.clone();
            self.basemap.set_source(choice.source().unwrap_or_default());
        }
    }

    fn take_settings(&mut self, ctx: &ViewCtx<'_>, ui: &Ui) {
        self.choose(&ctx.settings.basemap);
        self.basemap.set_look(look(ui.ctx(), ctx.map_names()));
        self.camera.motion = ctx.motion;
        self.camera.closer = (self.basemap.closest() - view::CLOSEST).max(0.0);
    }

    /// Whether the last frame showed all of the basemap there is to show.
    pub fn is_complete(&self) -> bool {
        self.basemap.idle()
    }
}

fn look(ctx: &egui::Context, names: MapNames) -> Look {
    let names = match names {
        MapNames::English => Names::English,
        MapNames::Chinese => Names::Chinese,
        MapNames::Both => Names::Both,
    };
    Look {
        dark: ctx.global_style().visuals.dark_mode,
        names,
    }
}

pub fn map_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, panel: &mut MapPanel) {
    let area = ui.max_rect();
    let now = ui.input(|input| input.time);
    panel.take_settings(ctx, ui);
    if panel.camera.advance(ctx.story, area.size(), now) {
        ui.ctx().request_repaint();
    }
    let MapPanel {
        camera,
        basemap,
        regions,
        grouping,
        discs,
        connections,
        candidates,
        current,
        shows_lens,
        ..
    } = panel;
    if std::mem::take(shows_lens) {
        show_lens(ctx, camera, now);
    }
    if let Some(points) = candidates.newly_examined(ctx) {
        camera.show_points(&points, now);
    }
    let before = camera.view();
    let leg = camera.leg();
    let legend = Legend::of(ctx, basemap);
    let lines = controls::lines_note(ctx, ui, area, connections);
    let map = moved_by(ui, area, ctx.settings.wheel, camera);
    let shown = basemap.under(map).show(ui, |ui, response, projector, _| {
        response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &ctx.texts.map.name));
        let screen = Screen::new(projector);
        let written = controls::written(ctx, ui, projector, area, &legend);
        let mut taken = written.areas();
        taken.extend(lines.as_ref().map(Note::area));
        taken.extend(candidates.areas(&screen));
        regions.outlines_ui(ctx, ui, &screen);
        let lines = connections.connections_ui(ctx, ui, &screen);
        if let Some(leg) = leg {
            connections::leg_ui(ctx, ui, &screen, leg);
        }
        let markers = taken.len()..;
        let room = Room {
            grouping,
            discs,
            taken: &mut taken,
            lines: &lines,
        };
        let focused = keyboard::focused(ctx, response, &screen, current);
        let items = &mut ui.new_child(keyboard::items_of(ui, response));
        let group = markers::markers_ui(ctx, items, &screen, room, focused);
        let wanted = keyboard::wanted(items, ctx.story);
        keyboard::speak(items, response, focused);
        written.show(ui.painter(), taken.get(markers).unwrap_or_default());
        candidates.candidates_ui(ctx, ui, &screen);
        regions.names_ui(ctx, ui, &screen, &mut taken);
        taken.extend(lines);
        (taken, group, wanted)
    });
    let (taken, group, wanted) = shown.inner;
    // Of a move by wheel walkers does not say that it has changed anything.
    if shown.response.changed() || camera.view() != before {
        camera.taken_over();
        camera.settle_zoom(before);
        stray(ctx);
    }
    let strayed = camera.has_strayed(ctx.story, ctx.session.selection());
    controls::controls_ui(ctx, ui, area, (lines, strayed));
    basemap.reserve(taken);
    if let Some(group) = group
        && !camera.open_group(ctx.story, &group, now)
    {
        // No zoom opens it.
        markers::select_next(ctx, &group);
    }
    if let Some(place) = wanted {
        *current = Some(place);
        shown.response.request_focus();
    }
    if shown.response.has_focus() {
        focused_ui(ctx, ui, &shown.response, camera, current);
    }
}

/// While the map has the keyboard.
fn focused_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &Ui,
    map: &Response,
    camera: &mut Camera,
    current: &mut Option<PlaceId>,
) {
    if map.gained_focus()
        && let Some(place) = *current
    {
        let now = ui.input(|input| input.time);
        camera.bring_into_view(ctx.story, place, now);
    }
    keyboard::keys_ui(ctx, ui, map, camera, current);
    let ring = Stroke::new(2.0, theme::theme(ui.ctx()).focus);
    let area = ui.max_rect().shrink(2.0);
    ui.painter()
        .rect_stroke(area, 2.0, ring, StrokeKind::Inside);
}

/// The map, as gestures and the wheel move it.
fn moved_by<'m>(ui: &Ui, area: Rect, wheel: Wheel, camera: &'m mut Camera) -> Map<'m, 'm, 'm> {
    // walkers zooms without an end, and where the zoom is at its own it would move the map instead.
    let closer = wheel_ui(ui, area, wheel);
    let may_zoom = closer == 0.0 || camera.may_zoom(closer > 0.0);
    Map::new(None, &mut camera.memory, lon_lat(0.0, 0.0))
        .zoom_with_ctrl(wheel == Wheel::Move)
        .zoom_gesture(may_zoom)
        .double_click_to_zoom(true)
}

/// Turns the wheel as the reader wants it on the map; returns how much closer it zooms, negative for further out.
fn wheel_ui(ui: &Ui, area: Rect, wheel: Wheel) -> f32 {
    if wheel == Wheel::PushFurther && ui.rect_contains_pointer(area) {
        ui.input_mut(|input| input.smooth_scroll_delta.y *= -1.0);
    }
    ui.input(|input| {
        let scrolled = match wheel {
            Wheel::PushCloser | Wheel::PushFurther => input.smooth_scroll_delta.y,
            Wheel::Move => 0.0,
        };
        scrolled + input.zoom_delta() - 1.0
    })
}

/// A tour waits for whoever takes the map into their own hands.
fn stray(ctx: &mut ViewCtx<'_>) {
    if ctx.session.tour() == Tour::Playing {
        ctx.send(Action::Stray);
    }
}

/// Brings what the lens lets through into view.
fn show_lens(ctx: &ViewCtx<'_>, camera: &mut Camera, now: f64) {
    let visible = ctx.session.visible();
    let places: Vec<PlaceId> = ctx
        .story
        .places()
        .map(|(id, _)| id)
        .filter(|&id| visible.mentions(id) > 0)
        .collect();
    camera.show_all(ctx.story, &places, now);
}
