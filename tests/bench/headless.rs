//! The whole program without a window: what it shows is worked out and cut into triangles, and drawn by nobody.

use std::thread;
use std::time::Duration;

use std::sync::Arc;

use dateline::app::{App, Start};
use dateline::files::Document;
use dateline::format::Reading;
use dateline::renderer::Renderer;
use dateline::settings::Found;
use dateline::story::Story;
use eframe::App as _;
use egui::{
    ClippedPrimitive, Context, Event, FullOutput, Key, Modifiers, PointerButton, Pos2, RawInput,
    Rect,
};

pub const SIZE: [f32; 2] = [1280.0, 800.0];
const STEP: f64 = 1.0 / 60.0;

pub struct Headless {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    seconds: f64,
}

impl Headless {
    pub fn open(story: Story) -> Self {
        let reading = Reading {
            story,
            ..Reading::default()
        };
        let start = Start {
            not_opened: None,
            open_at: None,
            document: Document::known_as("a story".to_owned(), reading),
            settings: Found::default(),
            settings_file: None,
            system_language: dateline::settings::Language::English,
            chooser: Arc::new(|_| Box::pin(async { None })),
        };
        let ctx = Context::default();
        Self {
            app: App::new(&ctx, Renderer::Wgpu, start),
            ctx,
            // The only one to be had outside eframe.
            frame: eframe::Frame::_new_kittest(),
            seconds: 0.0,
        }
    }

    /// One frame at 60 a second.
    pub fn frame(&mut self, events: Vec<Event>) -> Vec<ClippedPrimitive> {
        self.seconds += STEP;
        let shown = self.show(events);
        self.ctx.tessellate(shown.shapes, shown.pixels_per_point)
    }

    fn show(&mut self, events: Vec<Event>) -> FullOutput {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE.into())),
            max_texture_side: Some(8192),
            time: Some(self.seconds),
            predicted_dt: STEP as f32,
            events,
            ..RawInput::default()
        };
        let Self {
            ctx, app, frame, ..
        } = self;
        let mut shown = ctx.run_ui(input, |ui| {
            app.logic(ui.ctx(), frame);
            app.ui(ui, frame);
        });
        // Nothing is drawn, so no textures are either; egui wants to hear that this is meant.
        shown.textures_delta.clear();
        shown
    }

    /// Until the map is complete where it is: no time passes for the program.
    pub fn wait_for_map(&mut self) {
        loop {
            self.show(Vec::new());
            if self.app.is_map_complete() {
                break;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Until nothing moves and nothing is missing.
    pub fn settle(&mut self) {
        for _ in 0..600 {
            self.wait_for_map();
            self.frame(Vec::new());
            if !self.is_moving() {
                return;
            }
        }
        panic!("no rest: {:?}", self.ctx.repaint_causes());
    }

    /// Whether the program wants another frame.
    pub fn is_moving(&self) -> bool {
        self.ctx.has_requested_repaint()
    }

    /// Of the story that is open.
    pub fn places(&self) -> usize {
        self.app.story().places().len()
    }

    pub fn is_dragging(&self) -> bool {
        self.ctx.dragged_id().is_some()
    }

    pub fn key(&mut self, key: Key, modifiers: Modifiers) {
        self.frame(vec![Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }]);
        self.frame(Vec::new());
    }

    pub fn press(&mut self, at: Pos2) {
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(at, true)]);
    }
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}
