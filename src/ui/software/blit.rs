//! Copies a picture to the window.
//!
//! The shaders do nothing else: egui's own costs a processor 60 ms for a window full, a copy 2.

use std::sync::Arc;

use eframe::egui_wgpu::{
    Callback, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor,
    wgpu::{
        BindGroup, BindGroupDescriptor, BindGroupEntry, BindingResource, Buffer, BufferDescriptor,
        BufferUsages, CommandBuffer, CommandEncoder, Device, FilterMode, Queue, RenderPass,
        RenderPipeline, Sampler, SamplerDescriptor, TextureView,
    },
};
use egui::{PaintCallbackInfo, Rect, Shape, Vec2};

use super::quad;

/// Pixel for pixel.
const WHOLE: &str = r"
@group(0) @binding(0) var<uniform> place: vec4<f32>;
@group(0) @binding(1) var picture: texture_2d<f32>;

@fragment
fn pixel(in: Corner) -> @location(0) vec4<f32> {
    return textureLoad(picture, vec2<i32>(in.at.xy + place.xy), 0);
}
";

/// Larger or smaller.
const SCALED: &str = r"
@group(0) @binding(0) var<uniform> place: vec4<f32>;
@group(0) @binding(1) var picture: texture_2d<f32>;
@group(0) @binding(2) var between: sampler;

@fragment
fn pixel(in: Corner) -> @location(0) vec4<f32> {
    let at = (in.at.xy * place.zw + place.xy) / vec2<f32>(textureDimensions(picture));
    return textureSampleLevel(picture, between, at, 0.0);
}
";

/// What copies pictures to where the window is drawn.
#[derive(Clone)]
pub struct Blit {
    whole: RenderPipeline,
    scaled: RenderPipeline,
    sampler: Sampler,
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
        let sampler = render_state.device.create_sampler(&SamplerDescriptor {
            mag_filter: FilterMode::Linear,
            min_filter: FilterMode::Linear,
            ..SamplerDescriptor::default()
        });
        Self {
            whole: quad::pipeline(render_state, WHOLE, None),
            scaled: quad::pipeline(render_state, SCALED, None),
            sampler,
        }
    }

    /// Ready to be copied from.
    pub fn source(&self, device: &Device, picture: &TextureView) -> Source {
        let place = device.create_buffer(&BufferDescriptor {
            label: Some("place of a picture"),
            size: 16,
            usage: BufferUsages::UNIFORM | BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        let entry = |binding, resource| BindGroupEntry { binding, resource };
        let entries = [
            entry(0, place.as_entire_binding()),
            entry(1, BindingResource::TextureView(picture)),
            entry(2, BindingResource::Sampler(&self.sampler)),
        ];
        let bound = |pipeline: &RenderPipeline, entries: &[BindGroupEntry<'_>]| Bound {
            pipeline: pipeline.clone(),
            group: device.create_bind_group(&BindGroupDescriptor {
                label: Some("picture"),
                layout: &pipeline.get_bind_group_layout(0),
                entries,
            }),
        };
        let [place_of, picture, between] = entries;
        Source(Arc::new(Shared {
            whole: bound(&self.whole, &[place_of.clone(), picture.clone()]),
            scaled: bound(&self.scaled, &[place_of, picture, between]),
            place,
        }))
    }
}

/// A picture to copy from.
pub struct Source(Arc<Shared>);

struct Shared {
    whole: Bound,
    scaled: Bound,
    place: Buffer,
}

struct Bound {
    pipeline: RenderPipeline,
    group: BindGroup,
}

impl Source {
    /// To `target`, whole pixels, in points. All copies of a frame have the same `place`.
    pub fn copy(&self, place: Place, target: Rect) -> Shape {
        let source = Arc::clone(&self.0);
        Callback::new_paint_callback(target, Copy { source, place }).into()
    }
}

struct Copy {
    source: Arc<Shared>,
    place: Place,
}

impl CallbackTrait for Copy {
    fn prepare(
        &self,
        _device: &Device,
        queue: &Queue,
        _screen: &ScreenDescriptor,
        _encoder: &mut CommandEncoder,
        _resources: &mut CallbackResources,
    ) -> Vec<CommandBuffer> {
        let Place { offset, scale } = self.place;
        let place = [offset.x, offset.y, scale.x, scale.y].map(f32::to_ne_bytes);
        queue.write_buffer(&self.source.place, 0, place.as_flattened());
        Vec::new()
    }

    fn paint(
        &self,
        _info: PaintCallbackInfo,
        pass: &mut RenderPass<'static>,
        _resources: &CallbackResources,
    ) {
        let Shared { whole, scaled, .. } = &*self.source;
        let Bound { pipeline, group } = if self.place.scale == Vec2::splat(1.0) {
            whole
        } else {
            scaled
        };
        pass.set_pipeline(pipeline);
        pass.set_bind_group(0, group, &[]);
        quad::draw(pass);
    }
}
