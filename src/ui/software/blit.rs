//! Copies a picture to the window.
//!
//! The shaders do nothing else: egui's own costs a processor 60 ms for a window full, a copy 2.

use std::sync::Arc;

use eframe::egui_wgpu::{
    Callback, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor,
    wgpu::{
        BindGroup, BindGroupDescriptor, BindGroupEntry, BindingResource, BlendState, Buffer,
        BufferDescriptor, BufferUsages, CommandBuffer, CommandEncoder, Device, FilterMode, Queue,
        RenderPass, RenderPipeline, Sampler, SamplerDescriptor, TextureView,
    },
};
use egui::{PaintCallbackInfo, Rect, Shape, Vec2, vec2};

use super::quad;

/// What the picture has there, and nothing else.
const SHADERS: &str = r"
/// Where on the picture the window's first corner lies, and its last one, in sizes of the picture.
@group(0) @binding(0) var<uniform> corners: vec4<f32>;
@group(0) @binding(1) var picture: texture_2d<f32>;
@group(0) @binding(2) var between: sampler;

struct Corner {
    @builtin(position) at: vec4<f32>,
    @location(0) on_picture: vec2<f32>,
}

@vertex
fn vertex(@builtin(vertex_index) index: u32) -> Corner {
    let corner = corner(index);
    return Corner(on_screen(corner), mix(corners.xy, corners.zw, corner));
}

@fragment
fn pixel(in: Corner) -> @location(0) vec4<f32> {
    return textureSample(picture, between, in.on_picture);
}
";

/// What a picture lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// It hides what it lies on.
    Solid,
    /// It shows what it lies on where nothing is drawn on it. Pixel for pixel only.
    Clear,
}

/// What copies pictures to where the window is drawn.
#[derive(Clone)]
pub struct Blit {
    solid: RenderPipeline,
    clear: RenderPipeline,
    nearest: Sampler,
    linear: Sampler,
}

/// The way from pixels of the window to those of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Where the first pixel of the window is on the picture.
    pub offset: Vec2,
    /// Pixels of the picture to one of the window.
    pub scale: Vec2,
}

impl Blit {
    /// The window's only one, made for the first picture: a processor takes long to compile a shader.
    pub fn of(render_state: &RenderState) -> Self {
        let resources = &mut render_state.renderer.write().callback_resources;
        let blit = resources.entry().or_insert_with(|| Self::new(render_state));
        blit.clone()
    }

    fn new(render_state: &RenderState) -> Self {
        let sampler = |filter| {
            render_state.device.create_sampler(&SamplerDescriptor {
                mag_filter: filter,
                min_filter: filter,
                ..SamplerDescriptor::default()
            })
        };
        let pipeline = |blend| quad::pipeline(render_state, SHADERS, blend);
        Self {
            solid: pipeline(None),
            clear: pipeline(Some(BlendState::PREMULTIPLIED_ALPHA_BLENDING)),
            nearest: sampler(FilterMode::Nearest),
            linear: sampler(FilterMode::Linear),
        }
    }

    /// Ready to be copied from; `size` in pixels.
    pub fn source(&self, device: &Device, picture: &TextureView, size: Vec2) -> Source {
        let corners = device.create_buffer(&BufferDescriptor {
            label: Some("corners on a picture"),
            size: 16,
            usage: BufferUsages::UNIFORM | BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        let bound = |pipeline: &RenderPipeline, sampler| {
            let entry = |binding, resource| BindGroupEntry { binding, resource };
            Bound {
                pipeline: pipeline.clone(),
                group: device.create_bind_group(&BindGroupDescriptor {
                    label: Some("picture"),
                    layout: &pipeline.get_bind_group_layout(0),
                    entries: &[
                        entry(0, corners.as_entire_binding()),
                        entry(1, BindingResource::TextureView(picture)),
                        entry(2, BindingResource::Sampler(sampler)),
                    ],
                }),
            }
        };
        Source(Arc::new(Shared {
            solid: bound(&self.solid, &self.nearest),
            clear: bound(&self.clear, &self.nearest),
            scaled: bound(&self.solid, &self.linear),
            corners,
            size,
        }))
    }
}

/// A picture to copy from.
pub struct Source(Arc<Shared>);

struct Shared {
    solid: Bound,
    clear: Bound,
    scaled: Bound,
    corners: Buffer,
    size: Vec2,
}

struct Bound {
    pipeline: RenderPipeline,
    group: BindGroup,
}

impl Source {
    /// To `target`, whole pixels, in points. All copies of a frame have the same `place`.
    pub fn copy(&self, place: Place, target: Rect, ground: Ground) -> Shape {
        let source = Arc::clone(&self.0);
        let copy = Copy {
            source,
            place,
            ground,
        };
        Callback::new_paint_callback(target, copy).into()
    }
}

struct Copy {
    source: Arc<Shared>,
    place: Place,
    ground: Ground,
}

impl CallbackTrait for Copy {
    fn prepare(
        &self,
        _device: &Device,
        queue: &Queue,
        screen: &ScreenDescriptor,
        _encoder: &mut CommandEncoder,
        _resources: &mut CallbackResources,
    ) -> Vec<CommandBuffer> {
        let Place { offset, scale } = self.place;
        let Shared { corners, size, .. } = &*self.source;
        let [width, height] = screen.size_in_pixels.map(|pixels| pixels as f32);
        let (first, last) = (
            offset / *size,
            (offset + vec2(width, height) * scale) / *size,
        );
        let places = [first.x, first.y, last.x, last.y].map(f32::to_ne_bytes);
        queue.write_buffer(corners, 0, places.as_flattened());
        Vec::new()
    }

    fn paint(
        &self,
        info: PaintCallbackInfo,
        pass: &mut RenderPass<'static>,
        _resources: &CallbackResources,
    ) {
        let Shared {
            solid,
            clear,
            scaled,
            ..
        } = &*self.source;
        let Bound { pipeline, group } = match self.ground {
            _ if self.place.scale != Vec2::splat(1.0) => scaled,
            Ground::Solid => solid,
            Ground::Clear => clear,
        };
        // All of the window is laid on the picture, and cut to what is to be seen by the clip rectangle.
        let [width, height] = info.screen_size_px.map(|pixels| pixels as f32);
        pass.set_viewport(0.0, 0.0, width, height, 0.0, 1.0);
        pass.set_pipeline(pipeline);
        pass.set_bind_group(0, group, &[]);
        quad::draw(pass);
    }
}
