//! The least that eframe and walkers make of a story: a window, a map without tiles, six markers and a panel of text. What
//! Dateline costs is measured beside it, by `window_cost.py`.

use eframe::egui::{
    Align2, CentralPanel, Color32, FontId, Key, Panel, Response, Ui, ViewportBuilder, vec2,
};
use walkers::{Map, MapMemory, Plugin, Position, Projector, lon_lat};

const PLACES: [(&str, f64, f64); 6] = [
    ("Beijing", 116.41, 39.90),
    ("Guiyang", 106.63, 26.65),
    ("Bijie", 105.29, 27.30),
    ("Lianyungang", 119.22, 34.60),
    ("Hangzhou", 120.16, 30.27),
    ("Amsterdam", 4.89, 52.37),
];
const PARAGRAPHS: usize = 12;
const PARAGRAPH: &str = "A window, a map and a panel of text: whatever else a program does, it does it above this. The \
                         words are here to be laid out and drawn, as many as fill the panel of a story.";
/// Of a flight, in seconds.
const FLIGHT: f64 = 1.5;

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        ..eframe::NativeOptions::default()
    };
    eframe::run_native("bare", options, Box::new(|_| Ok(Box::<Bare>::default())))
}

#[derive(Default)]
struct Bare {
    memory: MapMemory,
    /// Since when it flies, in seconds.
    flying: Option<f64>,
}

impl Bare {
    /// The right arrow flies from the middle of the story to Bijie.
    fn fly(&mut self, ui: &Ui) {
        let now = ui.input(|input| input.time);
        if ui.input(|input| input.key_pressed(Key::ArrowRight)) {
            self.flying = Some(now);
        }
        let Some(since) = self.flying else { return };
        let part = ((now - since) / FLIGHT).min(1.0);
        let between = |from: f64, to: f64| from + (to - from) * part;
        self.memory
            .center_at(lon_lat(between(60.0, 105.29), between(40.0, 27.30)));
        // Out, and closer again; a zoom that is out of range is none.
        self.memory.set_zoom(3.0 + 4.0 * (part - 0.5).abs()).ok();
        self.flying = (part < 1.0).then_some(since);
        ui.ctx().request_repaint();
    }
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.fly(ui);
        Panel::right("text").exact_size(480.0).show(ui, |ui| {
            for _ in 0..PARAGRAPHS {
                ui.label(PARAGRAPH);
            }
        });
        CentralPanel::default().show(ui, |ui| {
            let map = Map::new(None, &mut self.memory, lon_lat(60.0, 40.0));
            ui.add(map.with_plugin(Markers));
        });
    }
}

struct Markers;

impl Plugin for Markers {
    fn run(
        self: Box<Self>,
        ui: &mut Ui,
        _response: &Response,
        projector: &Projector<'_>,
        _memory: &MapMemory,
    ) {
        for (name, lon, lat) in PLACES {
            let place: Position = lon_lat(lon, lat);
            let at = projector.project(place).to_pos2();
            ui.painter().circle_filled(at, 12.0, Color32::DARK_RED);
            let (beside, font) = (at + vec2(16.0, 0.0), FontId::proportional(13.5));
            ui.painter()
                .text(beside, Align2::LEFT_CENTER, name, font, Color32::BLACK);
        }
    }
}
