//! Shaders over a rectangle of the window, for where a processor draws: egui's own costs it 60 ms for a window full.

use eframe::egui_wgpu::{
    RenderState,
    wgpu::{
        BlendState, ColorTargetState, ColorWrites, FragmentState, MultisampleState,
        PipelineCompilationOptions, PrimitiveState, PrimitiveTopology, RenderPass, RenderPipeline,
        RenderPipelineDescriptor, ShaderModuleDescriptor, ShaderSource, VertexBufferLayout,
        VertexState,
    },
};

const CORNERS: &str = r"
fn corner(index: u32) -> vec2<f32> {
    return vec2<f32>(f32(index & 1u), f32(index >> 1u));
}

fn on_screen(corner: vec2<f32>) -> vec4<f32> {
    return vec4<f32>(2.0 * corner.x - 1.0, 1.0 - 2.0 * corner.y, 0.0, 1.0);
}
";

/// Of a copy of a picture, for `vertex` to say where on it each corner is: what it has there, and nothing else.
pub const COPY: &str = r"
@group(0) @binding(0) var picture: texture_2d<f32>;
@group(0) @binding(1) var between: sampler;

struct Corner {
    @builtin(position) at: vec4<f32>,
    @location(0) on_picture: vec2<f32>,
}

@fragment
fn pixel(in: Corner) -> @location(0) vec4<f32> {
    return textureSample(picture, between, in.on_picture);
}
";

/// `shaders` in WGSL: `vertex`, from the index of one of four corners, which `corner` and `on_screen` know, and from what
/// `buffers` have for each quad; and `pixel`.
pub fn pipeline(
    state: &RenderState,
    shaders: &str,
    blend: Option<BlendState>,
    buffers: &[Option<VertexBufferLayout<'_>>],
) -> RenderPipeline {
    let device = &state.device;
    let module = device.create_shader_module(ShaderModuleDescriptor {
        label: Some("quad"),
        source: ShaderSource::Wgsl(format!("{CORNERS}{shaders}").into()),
    });
    let target = ColorTargetState {
        format: state.target_format,
        blend,
        write_mask: ColorWrites::ALL,
    };
    device.create_render_pipeline(&RenderPipelineDescriptor {
        label: Some("quad"),
        layout: None,
        vertex: VertexState {
            module: &module,
            entry_point: Some("vertex"),
            compilation_options: PipelineCompilationOptions::default(),
            buffers,
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
            targets: &[Some(target)],
        }),
        multiview_mask: None,
        cache: None,
    })
}

/// So many, over all of the viewport where nothing says otherwise.
pub fn draw(pass: &mut RenderPass<'_>, quads: u32) {
    pass.draw(0..4, 0..quads);
}
