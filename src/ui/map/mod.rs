//! The map panel: walkers shows the basemap and takes the gestures, the story is drawn on top.

mod basemap;
mod camera;
mod connections;
mod controls;
mod flight;
mod groups;
mod keyboard;
mod labels;
mod marker_look;
mod markers;
mod screen;
mod view;

pub use basemap::CREDIT;

use egui::{Role, Stroke, StrokeKind, Ui, WidgetInfo};
use walkers::{Map, lon_lat};

use super::ViewCtx;
use super::theme;
use crate::session::Focus;
use crate::settings::MapNames;
use crate::story::{Item, PlaceId};
use basemap::{Basemap, Look, Names};
use camera::Camera;
use markers::{Pressed, Room};
use screen::Screen;

pub struct MapPanel {
    camera: Camera,
    basemap: Basemap,
    has_focus: bool,
    /// The place that the keyboard is on while the map has the focus.
    current: Option<PlaceId>,
    /// Whether what the lens lets through is to be brought into view.
    shows_lens: bool,
}

/// What eframe draws with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    Wgpu,
    Glow,
}

impl MapPanel {
    pub fn new(ctx: &egui::Context, renderer: Renderer) -> Self {
        // The first frame says which names; until then nothing is decoded.
        let look = look(ctx, MapNames::English);
        let basemap = match renderer {
            Renderer::Wgpu => Basemap::new(ctx.clone(), look),
            Renderer::Glow => Basemap::simple(ctx.clone(), look),
        };
        Self {
            camera: Camera::default(),
            basemap,
            has_focus: false,
            current: None,
            shows_lens: false,
        }
    }

    /// Jumps where it would fly.
    pub fn reduce_motion(&mut self) {
        self.camera.reduce_motion();
    }

    /// Brings into view what the reader asked for.
    pub fn focus(&mut self, focus: Focus) {
        if let Focus::Item(Item::Place(place)) = focus {
            self.current = Some(place);
        }
        match focus {
            Focus::Overview | Focus::Item(_) => self.camera.focus(focus),
            Focus::Lens => self.shows_lens = true,
            Focus::Passage(_) => {}
        }
    }

    /// Closer by so many zooms, or further out; `now` in seconds.
    pub fn zoom_by(&mut self, zooms: f64, now: f64) {
        self.camera.zoom_by(zooms, now);
    }

    /// Whether the map takes the arrow keys.
    pub fn has_focus(&self) -> bool {
        self.has_focus
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
    panel.basemap.set_look(look(ui.ctx(), ctx.map_names()));
    if panel.camera.advance(ctx.story, area.size(), now) {
        ui.ctx().request_repaint();
    }
    let MapPanel {
        camera,
        basemap,
        has_focus,
        current,
        shows_lens,
    } = panel;
    if std::mem::take(shows_lens) {
        show_lens(ctx, camera, now);
    }
    let before = camera.view();
    // walkers zooms without an end, and where the zoom is at its own it would move the map instead.
    let wheel = ui.input(|input| input.smooth_scroll_delta.y + input.zoom_delta() - 1.0);
    let may_zoom = wheel == 0.0 || camera.may_zoom(wheel > 0.0);
    let map = Map::new(None, &mut camera.memory, lon_lat(0.0, 0.0))
        .zoom_with_ctrl(false)
        .zoom_gesture(may_zoom)
        .double_click_to_zoom(true);
    let shown = basemap.under(map).show(ui, |ui, response, projector, _| {
        response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &ctx.texts.map.name));
        let screen = Screen::new(projector);
        let mut taken = controls::legend_ui(ctx, ui, projector, area);
        taken.push(controls::buttons_area(area));
        let lines = connections::connections_ui(ctx, ui, &screen);
        let room = Room {
            taken: &mut taken,
            lines: &lines,
        };
        let focused = keyboard::focused(ctx, response, &screen, current);
        let items = &mut ui.new_child(keyboard::items_of(ui, response));
        let pressed = markers::markers_ui(ctx, items, &screen, room, focused);
        keyboard::speak(items, response, focused);
        taken.extend(lines);
        (taken, pressed)
    });
    let (taken, pressed) = shown.inner;
    if shown.response.changed() {
        camera.taken_over();
        camera.settle_zoom(before);
    }
    controls::buttons_ui(ctx, ui, area);
    basemap.reserve(taken);
    match pressed {
        Some(Pressed::Group(group)) if !camera.open_group(ctx.story, &group, now) => {
            markers::select_next(ctx, &group);
        }
        Some(Pressed::Focus(place)) => {
            *current = Some(place);
            shown.response.request_focus();
        }
        Some(Pressed::Group(_)) | None => {}
    }
    *has_focus = shown.response.has_focus();
    if *has_focus {
        if shown.response.gained_focus()
            && let Some(place) = *current
        {
            camera.bring_into_view(ctx.story, place, now);
        }
        keyboard::keys_ui(ctx, ui, &shown.response, camera, current);
        let ring = Stroke::new(2.0, theme::theme(ui.ctx()).focus);
        ui.painter()
            .rect_stroke(area.shrink(2.0), 2.0, ring, StrokeKind::Inside);
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
