//! Copies a part of a texture to a part of the window.
//!
//! Its shader does nothing else: egui's own costs a processor 60 ms for a window full, this one 2.

use std::sync::Arc;

use eframe::egui_wgpu::{
    Callback, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor,
    wgpu::{
        BindGroup, BindGroupDescriptor, BindGroupEntry, BindingResource, Buffer, BufferDescriptor,
        BufferUsages, CommandBuffer, CommandEncoder, Device, FilterMode, Queue, RenderPass,
        RenderPipeline, Sampler, SamplerDescriptor, TextureView,
    },
};
use egui::{PaintCallbackInfo, Rect, Shape};

use crate::ui::quad;

const PIXEL: &str = r"
@group(0) @binding(0) var<uniform> part: vec4<f32>;
@group(0) @binding(1) var picture: texture_2d<f32>;
@group(0) @binding(2) var between: sampler;

@fragment
fn pixel(in: Corner) -> @location(0) vec4<f32> {
    return textureSample(picture, between, mix(part.xy, part.zw, in.on_quad));
}
";

/// What copies textures to where the window is drawn.
pub struct Blit {
    pipeline: RenderPipeline,
    sampler: Sampler,
}

impl Blit {
    pub fn new(render_state: &RenderState) -> Self {
        let pipeline = quad::pipeline(render_state, PIXEL, None);
        let device = &render_state.device;
        let sampler = device.create_sampler(&SamplerDescriptor {
            mag_filter: FilterMode::Linear,
            min_filter: FilterMode::Linear,
            ..SamplerDescriptor::default()
        });
        Self { pipeline, sampler }
    }

    /// Ready to be copied from.
    pub fn source(&self, device: &Device, texture: &TextureView) -> Source {
        let part = device.create_buffer(&BufferDescriptor {
            label: Some("part of the picture"),
            size: 16,
            usage: BufferUsages::UNIFORM | BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        let group = device.create_bind_group(&BindGroupDescriptor {
            label: Some("picture"),
            layout: &self.pipeline.get_bind_group_layout(0),
            entries: &[
                BindGroupEntry {
                    binding: 0,
                    resource: part.as_entire_binding(),
                },
                BindGroupEntry {
                    binding: 1,
                    resource: BindingResource::TextureView(texture),
                },
                BindGroupEntry {
                    binding: 2,
                    resource: BindingResource::Sampler(&self.sampler),
                },
            ],
        });
        Source(Arc::new(Bound {
            pipeline: self.pipeline.clone(),
            group,
            part,
        }))
    }
}

/// A texture to copy from.
pub struct Source(Arc<Bound>);

struct Bound {
    pipeline: RenderPipeline,
    group: BindGroup,
    part: Buffer,
}

impl Source {
    /// To `target` in points, whole pixels. Of the texture the `part`, of which 0 to 1 is all.
    pub fn copy(&self, part: Rect, target: Rect) -> Shape {
        let bound = Arc::clone(&self.0);
        Callback::new_paint_callback(target, Copy { bound, part }).into()
    }
}

struct Copy {
    bound: Arc<Bound>,
    part: Rect,
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
        let Rect { min, max } = self.part;
        let part = [min.x, min.y, max.x, max.y].map(f32::to_ne_bytes);
        queue.write_buffer(&self.bound.part, 0, part.as_flattened());
        Vec::new()
    }

    fn paint(
        &self,
        _info: PaintCallbackInfo,
        pass: &mut RenderPass<'static>,
        _resources: &CallbackResources,
    ) {
        pass.set_pipeline(&self.bound.pipeline);
        pass.set_bind_group(0, &self.bound.group, &[]);
        quad::draw(pass);
    }
}
