//! Draws into a texture what egui would draw into a window.

use eframe::egui_wgpu::{
    RenderState, Renderer, ScreenDescriptor,
    wgpu::{
        self, Color, CommandEncoder, CommandEncoderDescriptor, LoadOp, Operations,
        RenderPassColorAttachment, RenderPassDescriptor, StoreOp, TextureDescriptor,
        TextureDimension, TextureUsages, TextureView, TextureViewDescriptor,
    },
};
use egui::{
    ClippedPrimitive, Color32, Context, FullOutput, Pos2, RawInput, Rect, Shape, TextureId, Ui,
    Vec2, ViewportId, ViewportInfo, epaint::Primitive, vec2,
};

use super::{
    MARGIN,
    blit::{Blit, Source},
};
use crate::ui::fonts;

/// What the window's renderer, which draws here too, knows the letters of this place by: the window has its own, and
/// counts its textures up from zero.
const LETTERS: TextureId = TextureId::User(u64::MAX);
/// What egui knows the letters of each window by.
const WINDOW_LETTERS: TextureId = TextureId::Managed(0);

pub struct Offscreen {
    /// A window that nobody sees: letters, time and shapes of its own.
    ctx: Context,
    render_state: RenderState,
    blit: Blit,
    target: Option<Target>,
}

struct Target {
    view: TextureView,
    source: Source,
    /// In pixels.
    size: [u32; 2],
}

impl Offscreen {
    pub fn new(window: &Context, render_state: RenderState) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        ctx.set_global_style(window.global_style());
        ctx.options_mut(|options| options.max_passes = 1.try_into().unwrap_or(options.max_passes));
        let blit = Blit::new(&render_state);
        Self {
            ctx,
            render_state,
            blit,
            target: None,
        }
    }

    /// Points around a view of that size for which there is room on a texture.
    pub fn room(&self, view: Vec2, pixels_per_point: f32) -> Vec2 {
        let most = self.render_state.device.limits().max_texture_dimension_2d as f32;
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
        let pixels = size * pixels_per_point;
        self.resize(whole(pixels));
        let FullOutput {
            shapes,
            mut textures_delta,
            ..
        } = self.run(window, size, add_contents);
        let letters = textures_delta.set.remove(&WINDOW_LETTERS);
        // There are no other textures.
        textures_delta.clear();
        let mut primitives = self.ctx.tessellate(shapes, pixels_per_point);
        let Some(target) = &self.target else { return };
        let screen = ScreenDescriptor {
            size_in_pixels: target.size,
            pixels_per_point,
        };
        let RenderState {
            device,
            queue,
            renderer,
            ..
        } = &self.render_state;
        let mut renderer = renderer.write();
        for delta in letters.iter().flatten() {
            renderer.update_texture(device, queue, LETTERS, delta);
        }
        primitives.iter_mut().for_each(use_own_letters);
        let mut encoder = device.create_command_encoder(&CommandEncoderDescriptor::default());
        let mut buffers =
            renderer.update_buffers(device, queue, &mut encoder, &primitives, &screen);
        render(
            &renderer,
            &mut encoder,
            &target.view,
            ground,
            &primitives,
            &screen,
        );
        buffers.push(encoder.finish());
        queue.submit(buffers);
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

    fn resize(&mut self, size: [u32; 2]) {
        if self
            .target
            .as_ref()
            .is_some_and(|target| target.size == size)
        {
            return;
        }
        let RenderState {
            device,
            target_format,
            ..
        } = &self.render_state;
        let [width, height] = size;
        let texture = device.create_texture(&TextureDescriptor {
            label: Some("picture of the map"),
            size: wgpu::Extent3d {
                width,
                height,
                depth_or_array_layers: 1,
            },
            mip_level_count: 1,
            sample_count: 1,
            dimension: TextureDimension::D2,
            format: *target_format,
            usage: TextureUsages::RENDER_ATTACHMENT | TextureUsages::TEXTURE_BINDING,
            view_formats: &[],
        });
        let view = texture.create_view(&TextureViewDescriptor::default());
        let source = self.blit.source(device, &view);
        self.target = Some(Target { view, source, size });
    }

    /// The picture, which lies on the window at `lies`, as far as `shown`; both in points.
    pub fn copy(&self, lies: Rect, shown: Rect) -> Shape {
        let Some(target) = &self.target else {
            return Shape::Noop;
        };
        let part = |at: Pos2| ((at - lies.min) / lies.size()).to_pos2();
        let part = Rect::from_min_max(part(shown.min), part(shown.max));
        target.source.copy(part, shown)
    }
}

fn render(
    renderer: &Renderer,
    encoder: &mut CommandEncoder,
    view: &TextureView,
    ground: Color32,
    primitives: &[ClippedPrimitive],
    screen: &ScreenDescriptor,
) {
    // As eframe clears its window: the numbers as they are stored.
    let [r, g, b, a] = ground.to_normalized_gamma_f32().map(f64::from);
    let attachment = RenderPassColorAttachment {
        view,
        depth_slice: None,
        resolve_target: None,
        ops: Operations {
            load: LoadOp::Clear(Color { r, g, b, a }),
            store: StoreOp::Store,
        },
    };
    let pass = encoder.begin_render_pass(&RenderPassDescriptor {
        label: Some("picture of the map"),
        color_attachments: &[Some(attachment)],
        ..RenderPassDescriptor::default()
    });
    renderer.render(&mut pass.forget_lifetime(), primitives, screen);
}

/// Pictures of tiles are the window's.
fn use_own_letters(primitive: &mut ClippedPrimitive) {
    if let Primitive::Mesh(mesh) = &mut primitive.primitive
        && mesh.texture_id == WINDOW_LETTERS
    {
        mesh.texture_id = LETTERS;
    }
}

#[expect(
    clippy::cast_sign_loss,
    reason = "a texture has a side of one pixel at least"
)]
fn whole(pixels: Vec2) -> [u32; 2] {
    let Vec2 { x, y } = pixels.round().max(vec2(1.0, 1.0));
    [x as u32, y as u32]
}
