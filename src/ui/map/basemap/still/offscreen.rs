//! Draws as a picture what egui would draw into a window.

use std::num::NonZeroUsize;

use eframe::egui_wgpu::RenderState;
use egui::{
    ClippedPrimitive, Color32, Context, FullOutput, Pos2, RawInput, Rect, Shape, TextureId,
    TexturesDelta, Ui, Vec2, ViewportId, ViewportInfo, epaint::Primitive,
};

use super::MARGIN;
use crate::ui::{
    fonts,
    software::{Ground, Picture},
};

/// What the window's renderer, which draws here too, knows the letters of this place by: the window has its own, and
/// counts its textures up from zero.
const LETTERS: TextureId = TextureId::User(u64::MAX);
/// What egui knows the letters of each window by.
const WINDOW_LETTERS: TextureId = TextureId::Managed(0);

/// As how many a picture counts. walkers keeps what it drew until it has not drawn it in 120 passes, which is a second of
/// a window's, and would be minutes of pictures.
const PASSES: usize = 60;

pub struct Offscreen {
    /// A window that nobody sees: letters, time and shapes of its own.
    ctx: Context,
    picture: Picture,
}

impl Offscreen {
    pub fn new(render_state: RenderState) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        ctx.options_mut(|options| options.max_passes = NonZeroUsize::MIN);
        Self {
            ctx,
            picture: Picture::new(render_state),
        }
    }

    /// Points around a view of that size for which there is room on a texture.
    pub fn room(&self, view: Vec2, pixels_per_point: f32) -> Vec2 {
        let most = self.picture.most_pixels();
        let room = (Vec2::splat(most / pixels_per_point - 2.0) - view) / 2.0;
        room.min(Vec2::splat(MARGIN)).max(Vec2::ZERO)
    }

    /// What `add_contents` draws, over nothing but `ground`. `size` is in points of the `window`.
    pub fn draw(
        &mut self,
        window: &Context,
        size: Vec2,
        ground: Color32,
        add_contents: impl FnOnce(&mut Ui),
    ) {
        let pixels_per_point = window.pixels_per_point();
        self.picture.resize(size * pixels_per_point);
        let mut textures = TexturesDelta::default();
        for _ in 1..PASSES {
            textures.append(self.run(window, size, |_| ()).textures_delta);
        }
        let FullOutput {
            shapes,
            textures_delta,
            ..
        } = self.run(window, size, add_contents);
        textures.append(textures_delta);
        let letters = textures.set.remove(&WINDOW_LETTERS);
        // There are no other textures.
        textures.clear();
        for delta in letters.iter().flatten() {
            self.picture.upload(LETTERS, delta);
        }
        let mut primitives = self.ctx.tessellate(shapes, pixels_per_point);
        primitives.iter_mut().for_each(use_own_letters);
        self.picture
            .draw(&primitives, pixels_per_point, Some(ground));
    }

    fn run(&self, window: &Context, size: Vec2, add_contents: impl FnOnce(&mut Ui)) -> FullOutput {
        let pixels_per_point = window.pixels_per_point();
        // What text looks like goes with the theme.
        self.ctx.set_global_style(window.global_style());
        let viewport = ViewportInfo {
            native_pixels_per_point: Some(pixels_per_point),
            ..ViewportInfo::default()
        };
        let (time, max_texture_side) = window.input(|input| (input.time, input.max_texture_side));
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            viewports: [(ViewportId::ROOT, viewport)].into_iter().collect(),
            max_texture_side: Some(max_texture_side),
            time: Some(time),
            ..RawInput::default()
        };
        let mut add_contents = Some(add_contents);
        self.ctx.run_ui(input, |ui| {
            if let Some(add_contents) = add_contents.take() {
                add_contents(ui);
            }
        })
    }

    /// Whether the picture can be shown as large as that; in points.
    pub fn stretches_to(&self, lies: Rect, pixels_per_point: f32) -> bool {
        self.picture.stretches_to(lies, pixels_per_point)
    }

    /// The picture, which lies on the window at `lies`, as far as `shown`; both in points.
    pub fn copy(&self, lies: Rect, shown: Rect, pixels_per_point: f32) -> Shape {
        self.picture
            .copy(lies, shown, pixels_per_point, Ground::Solid)
    }
}

/// Pictures of tiles are the window's.
fn use_own_letters(primitive: &mut ClippedPrimitive) {
    if let Primitive::Mesh(mesh) = &mut primitive.primitive
        && mesh.texture_id == WINDOW_LETTERS
    {
        mesh.texture_id = LETTERS;
    }
}
