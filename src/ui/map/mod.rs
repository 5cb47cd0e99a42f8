//! The map panel: walkers shows the basemap and takes the gestures, the story is drawn on top.

mod basemap;
mod camera;
mod connections;
mod controls;
mod flight;
mod groups;
mod labels;
mod marker_look;
mod markers;
mod region_shape;
mod regions;
mod screen;
mod view;

pub use basemap::CREDIT;

use egui::{
    EventFilter, Key, Rect, Response, Role, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};
use walkers::{Map, lon_lat};

use super::ViewCtx;
use super::theme;
use crate::session::{Action, Focus, Tour};
use crate::settings::{MapNames, Wheel};
use basemap::{Basemap, Look, Names};
use camera::Camera;
use markers::Pressed;
use regions::Regions;
use screen::Screen;

/// Points that an arrow key moves the map.
const STEP: f32 = 80.0;

pub struct MapPanel {
    camera: Camera,
    basemap: Basemap,
    regions: Regions,
    has_focus: bool,
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
            regions: Regions::default(),
            has_focus: false,
            shows_lens: false,
        }
    }

    /// Brings into view what the reader asked for.
    pub fn focus(&mut self, focus: Focus) {
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
    panel.camera.motion = ctx.settings.motion;
    if panel.camera.advance(ctx.story, area.size(), now) {
        ui.ctx().request_repaint();
    }
    let MapPanel {
        camera,
        basemap,
        regions,
        has_focus,
        shows_lens,
    } = panel;
    if std::mem::take(shows_lens) {
        let visible = ctx.session.visible();
        let places: Vec<_> = ctx
            .story
            .places()
            .map(|(id, _)| id)
            .filter(|&id| visible.mentions(id) > 0)
            .collect();
        camera.show_all(ctx.story, &places, now);
    }
    let before = camera.view();
    let leg = camera.leg();
    // walkers zooms without an end, and where the zoom is at its own it would move the map instead.
    let closer = wheel_ui(ui, area, ctx.settings.wheel);
    let may_zoom = closer == 0.0 || camera.may_zoom(closer > 0.0);
    let map = Map::new(None, &mut camera.memory, lon_lat(0.0, 0.0))
        .zoom_with_ctrl(ctx.settings.wheel == Wheel::Move)
        .zoom_gesture(may_zoom)
        .double_click_to_zoom(true);
    let shown = basemap.under(map).show(ui, |ui, response, projector, _| {
        response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &ctx.texts.map.name));
        let screen = Screen::new(projector);
        let mut taken = controls::legend_ui(ctx, ui, projector, area);
        taken.push(controls::buttons_area(area));
        regions.outlines_ui(ctx, ui, &screen);
        let lines = connections::connections_ui(ctx, ui, &screen);
        if let Some(leg) = leg {
            connections::leg_ui(ctx, ui, &screen, leg);
        }
        let pressed = markers::markers_ui(ctx, ui, &screen, &mut taken, &lines);
        regions.names_ui(ctx, ui, &screen, &mut taken);
        taken.extend(lines);
        (taken, pressed)
    });
    let (taken, pressed) = shown.inner;
    // Of a move by wheel walkers does not say that it has changed anything.
    if shown.response.changed() || camera.view() != before {
        camera.taken_over();
        camera.settle_zoom(before);
        if ctx.session.tour() == Tour::Playing {
            ctx.send(Action::Stray);
        }
    }
    controls::buttons_ui(ctx, ui, area);
    let waits = ctx.session.tour() == Tour::Interrupted;
    if waits || camera.has_strayed(ctx.story, ctx.session.selection()) {
        controls::continue_ui(ctx, ui, area);
    }
    basemap.reserve(taken);
    if let Some(Pressed { group }) = pressed
        && !camera.open_group(ctx.story, &group, now)
    {
        markers::select_next(ctx, &group);
    }
    *has_focus = shown.response.has_focus();
    if *has_focus {
        keys_ui(ui, &shown.response, camera);
        let ring = Stroke::new(2.0, theme::theme(ui.ctx()).focus);
        ui.painter()
            .rect_stroke(area.shrink(2.0), 2.0, ring, StrokeKind::Inside);
    }
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

/// While the map has the focus, the arrows move it.
fn keys_ui(ui: &Ui, response: &Response, camera: &mut Camera) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let by: Vec2 = [
        (Key::ArrowLeft, vec2(-STEP, 0.0)),
        (Key::ArrowRight, vec2(STEP, 0.0)),
        (Key::ArrowUp, vec2(0.0, -STEP)),
        (Key::ArrowDown, vec2(0.0, STEP)),
    ]
    .into_iter()
    .filter(|(key, _)| ui.input(|input| input.key_pressed(*key)))
    .fold(Vec2::ZERO, |sum, (_, by)| sum + by);
    if by != Vec2::ZERO {
        camera.move_by(by);
        ui.ctx().request_repaint();
    }
}
