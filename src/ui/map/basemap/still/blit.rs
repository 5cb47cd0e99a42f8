//! Copies a part of a texture to a part of the window.
//!
//! Its shader does nothing else: egui's own costs a processor 60 ms for a window full, this one 2.

use std::sync::Arc;

use eframe::egui_wgpu::{
    Callback, CallbackResources, CallbackTrait, ScreenDescriptor,
    wgpu::{
        BindGroup, BindGroupDescriptor, BindGroupEntry, BindingResource, Buffer, BufferDescriptor,
        BufferUsages, CommandBuffer, CommandEncoder, Device, FilterMode, FragmentState,
        MultisampleState, PipelineCompilationOptions, PrimitiveState, PrimitiveTopology, Queue,
        RenderPass, RenderPipeline, RenderPipelineDescriptor, Sampler, SamplerDescriptor,
        ShaderModuleDescriptor, ShaderSource, TextureFormat, TextureView, VertexState,
    },
};
use egui::{PaintCallbackInfo, Rect, Shape};

const SHADER: &str = r"
@group(0) @binding(0) var<uniform> part: vec4<f32>;
@group(0) @binding(1) var picture: texture_2d<f32>;
@group(0) @binding(2) var between: sampler;

struct Corner {
    @builtin(position) at: vec4<f32>,
    @location(0) on_picture: vec2<f32>,
}

@vertex
fn corner(@builtin(vertex_index) index: u32) -> Corner {
    let corner = vec2<f32>(f32(index & 1u), f32(index >> 1u));
    let at = vec4<f32>(2.0 * corner.x - 1.0, 1.0 - 2.0 * corner.y, 0.0, 1.0);
    return Corner(at, mix(part.xy, part.zw, corner));
}

@fragment
fn pixel(in: Corner) -> @location(0) vec4<f32> {
    return textureSample(picture, between, in.on_picture);
}
";

/// What copies textures into targets of one format.
pub struct Blit {
    pipeline: RenderPipeline,
    sampler: Sampler,
}

impl Blit {
    pub fn new(device: &Device, format: TextureFormat) -> Self {
        let module = device.create_shader_module(ShaderModuleDescriptor {
            label: Some("blit"),
            source: ShaderSource::Wgsl(SHADER.into()),
        });
        let pipeline = device.create_render_pipeline(&RenderPipelineDescriptor {
            label: Some("blit"),
            layout: None,
            vertex: VertexState {
                module: &module,
                entry_point: Some("corner"),
                compilation_options: PipelineCompilationOptions::default(),
                buffers: &[],
            },
            primitive: PrimitiveState {
                topology: PrimitiveTopology::TriangleStrip,
                ..PrimitiveState::default()
            },
            depth_stencil: None,
            multisample: MultisampleState::default(),
            fragment: Some(FragmentState {
                module: &module,
                entry_point: Some("pixel"),
                compilation_options: PipelineCompilationOptions::default(),
                targets: &[Some(format.into())],
            }),
            multiview_mask: None,
            cache: None,
        });
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
        pass.draw(0..4, 0..1);
    }
}
