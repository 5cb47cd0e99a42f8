//! A texture that is drawn on as a window is, and copied to the window.

use eframe::egui_wgpu::{
    RenderState, ScreenDescriptor,
    wgpu::{
        Color, CommandEncoderDescriptor, Extent3d, LoadOp, Operations, RenderPassColorAttachment,
        RenderPassDescriptor, StoreOp, TextureDescriptor, TextureDimension, TextureUsages,
        TextureView, TextureViewDescriptor,
    },
};
use egui::{
    ClippedPrimitive, Color32, Pos2, Rect, Shape, TextureId, Vec2, epaint::ImageDelta, vec2,
};

use super::blit::{Blit, Ground, Scale, Source};

/// Primitives drawn in one go. What a processor draws in the place of a GPU it first takes apart as a whole: 30 MiB for the
/// tiles of a window.
const AT_ONCE: usize = 4;

pub struct Picture {
    /// The window's: what it knows, shaders and textures, is known here.
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

impl Picture {
    pub fn new(render_state: RenderState) -> Self {
        let blit = Blit::of(&render_state);
        Self {
            render_state,
            blit,
            target: None,
        }
    }

    /// How many pixels it may have to a side.
    pub fn most_pixels(&self) -> f32 {
        self.render_state.device.limits().max_texture_dimension_2d as f32
    }

    /// Whether it can be copied as large as that; in points.
    pub fn stretches_to(&self, lies: Rect, pixels_per_point: f32) -> bool {
        lies.size().max_elem() * pixels_per_point <= self.most_pixels()
    }

    /// To so many pixels, with whole numbers of them. Returns whether it was another size; it is empty then.
    pub fn resize(&mut self, pixels: Vec2) -> bool {
        let size = whole(pixels);
        if self
            .target
            .as_ref()
            .is_some_and(|target| target.size == size)
        {
            return false;
        }
        let RenderState {
            device,
            target_format,
            ..
        } = &self.render_state;
        let [width, height] = size;
        let texture = device.create_texture(&TextureDescriptor {
            label: Some("picture"),
            size: Extent3d {
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
        true
    }

    /// Makes a texture known to the window's renderer, or a part of it.
    pub fn upload(&self, id: TextureId, delta: &ImageDelta) {
        let RenderState {
            device,
            queue,
            renderer,
            ..
        } = &self.render_state;
        renderer.write().update_texture(device, queue, id, delta);
    }

    /// Over what is there, or over nothing but `ground`.
    pub fn draw(
        &self,
        primitives: &[ClippedPrimitive],
        pixels_per_point: f32,
        ground: Option<Color32>,
    ) {
        let Some(target) = &self.target else { return };
        let ground = ground.map_or(LoadOp::Load, |ground| LoadOp::Clear(as_stored(ground)));
        let mut parts = primitives.chunks(AT_ONCE);
        let first = parts.next().unwrap_or_default();
        self.draw_at_once(target, first, pixels_per_point, ground);
        for part in parts {
            self.draw_at_once(target, part, pixels_per_point, LoadOp::Load);
        }
    }

    fn draw_at_once(
        &self,
        target: &Target,
        primitives: &[ClippedPrimitive],
        pixels_per_point: f32,
        ground: LoadOp<Color>,
    ) {
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
        let mut encoder = device.create_command_encoder(&CommandEncoderDescriptor::default());
        let mut buffers = renderer.update_buffers(device, queue, &mut encoder, primitives, &screen);
        let attachment = RenderPassColorAttachment {
            view: &target.view,
            depth_slice: None,
            resolve_target: None,
            ops: Operations {
                load: ground,
                store: StoreOp::Store,
            },
        };
        let pass = encoder.begin_render_pass(&RenderPassDescriptor {
            label: Some("picture"),
            color_attachments: &[Some(attachment)],
            ..RenderPassDescriptor::default()
        });
        renderer.render(&mut pass.forget_lifetime(), primitives, &screen);
        buffers.push(encoder.finish());
        queue.submit(buffers);
    }

    /// To the pixels of the window nearest to `shown`, where all of it would lie at `lies`; both in points.
    pub fn copy(&self, lies: Rect, shown: Rect, pixels_per_point: f32, ground: Ground) -> Shape {
        let Some(target) = &self.target else {
            return Shape::Noop;
        };
        let round = |at: Pos2| (at * pixels_per_point).round() / pixels_per_point;
        let shown = Rect::from_min_max(round(shown.min), round(shown.max));
        let lies = lies * pixels_per_point;
        let size = Vec2::from(target.size.map(|pixels| pixels as f32));
        if (lies.size() / size - Vec2::splat(1.0)).abs().max_elem() < 1e-4 {
            // It moves by whole pixels and stays as sharp as it is.
            let lies = Rect::from_min_size(lies.min.round(), size);
            return target.source.copy(lies, Scale::Same, shown, ground);
        }
        target.source.copy(lies, Scale::Other, shown, ground)
    }
}

/// As eframe clears its window.
fn as_stored(color: Color32) -> Color {
    let [r, g, b, a] = color.to_normalized_gamma_f32().map(f64::from);
    Color { r, g, b, a }
}

#[expect(
    clippy::cast_sign_loss,
    reason = "a texture has a side of one pixel at least"
)]
fn whole(pixels: Vec2) -> [u32; 2] {
    let Vec2 { x, y } = pixels.round().max(vec2(1.0, 1.0));
    [x as u32, y as u32]
}
