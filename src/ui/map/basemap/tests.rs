//! The whole basemap in a window without a screen.

use std::sync::mpsc;

use egui::{Color32, Context, Pos2, RawInput, vec2};
use walkers::{MapMemory, lon_lat};

use super::*;
use crate::basemap::online::Timing;

pub const LIGHT: Look = Look {
    dark: false,
    names: Names::English,
};
pub const DARK: Look = Look {
    dark: true,
    names: Names::English,
};

/// A basemap in a window of its own, without a screen.
pub struct Window {
    pub ctx: Context,
    pub basemap: Basemap,
    pub memory: MapMemory,
    repaint: mpsc::Receiver<()>,
}

impl Window {
    fn new() -> Self {
        let disk = None;
        let timing = Timing::USUAL;
        Self::with(Network { timing, disk })
    }

    pub fn with(network: Network) -> Self {
        let ctx = Context::default();
        let (ask, repaint) = mpsc::channel();
        ctx.set_request_repaint_callback(move |_| {
            ask.send(()).ok();
        });
        let mut memory = MapMemory::default();
        memory.center_at(lon_lat(105.0, 27.0));
        memory.set_zoom(5.0).unwrap();
        Self {
            basemap: Basemap::simple(ctx.clone(), LIGHT, network),
            ctx,
            memory,
            repaint,
        }
    }

    pub fn frame(&mut self) -> Vec<Shape> {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0))),
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, |ui| {
            let map = Map::new(None, &mut self.memory, lon_lat(0.0, 0.0));
            self.basemap.under(map).show(ui, |_, _, _, _| ());
        });
        output.textures_delta.clear();
        output
            .shapes
            .into_iter()
            .map(|clipped| clipped.shape)
            .collect()
    }

    /// Until the basemap wants to be shown again, now or later.
    pub fn wait(&self) {
        self.repaint.recv().unwrap();
    }

    /// The frame in which all is shown. `each` sees those before.
    pub fn settle(&mut self, mut each: impl FnMut(&[Shape])) -> Vec<Shape> {
        loop {
            let shapes = self.frame();
            if self.basemap.idle() {
                return shapes;
            }
            each(&shapes);
            self.wait();
        }
    }
}

pub fn oceans(shapes: &[Shape]) -> Vec<Color32> {
    let meshes = shapes.iter().filter_map(|shape| match shape {
        Shape::Mesh(mesh) => mesh.vertices.first(),
        _ => None,
    });
    meshes.map(|vertex| vertex.color).collect()
}

pub fn ocean(look: Look) -> Color32 {
    style::rgb(look.palette().ocean)
}

pub fn names(shapes: &[Shape]) -> Vec<&str> {
    let texts = shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text.galley.text()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn once_idle_the_ground_and_its_names_are_there() {
    let mut window = Window::new();

    let shapes = window.settle(|_| ());

    assert!(oceans(&shapes).contains(&ocean(LIGHT)));
    assert!(
        names(&shapes).contains(&"Chongqing"),
        "{:?}",
        names(&shapes)
    );
}

#[test]
fn the_old_look_stays_until_the_new_one_is_whole() {
    let mut window = Window::new();
    window.settle(|_| ());

    window.basemap.set_look(DARK);
    let shapes = window.settle(|before| {
        assert!(oceans(before).contains(&ocean(LIGHT)));
        assert!(!oceans(before).contains(&ocean(DARK)));
    });

    assert!(oceans(&shapes).contains(&ocean(DARK)));
    assert!(!oceans(&shapes).contains(&ocean(LIGHT)));
}

#[test]
fn the_look_before_can_be_had_back_at_once() {
    let mut window = Window::new();
    window.settle(|_| ());

    window.basemap.set_look(DARK);
    window.frame();
    window.basemap.set_look(LIGHT);
    let shapes = window.frame();

    assert!(window.basemap.idle());
    assert!(oceans(&shapes).contains(&ocean(LIGHT)));
}

#[test]
fn what_is_reserved_has_no_names() {
    let mut window = Window::new();
    window.settle(|_| ());

    window.basemap.reserve(vec![Rect::EVERYTHING]);

    assert!(names(&window.frame()).is_empty());
}
