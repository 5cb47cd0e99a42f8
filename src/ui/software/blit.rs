//! Copies a picture to the window.
//!
//! The shaders do nothing else: egui's own costs a processor 60 ms for a window full, a copy 7.

use std::sync::Arc;

use eframe::egui_wgpu::{
    Callback, CallbackResources, CallbackTrait, RenderState,
    wgpu::{
        BindGroup, BindGroupDescriptor, BindGroupEntry, BindingResource, BlendState, Device,
        FilterMode, RenderPass, RenderPipeline, Sampler, SamplerDescriptor, TextureView,
    },
};
use egui::{PaintCallbackInfo, Rect, Shape};

use super::quad;

/// All of the picture.
const CORNERS: &str = r"
@vertex
fn vertex(@builtin(vertex_index) index: u32) -> Corner {
    let corner = corner(index);
    return Corner(on_screen(corner), corner);
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
        let shaders = [quad::COPY, CORNERS].concat();
        let pipeline = |blend| quad::pipeline(render_state, &shaders, blend, &[]);
        Self {
            solid: pipeline(None),
            clear: pipeline(Some(BlendState::PREMULTIPLIED_ALPHA_BLENDING)),
            nearest: sampler(FilterMode::Nearest),
            linear: sampler(FilterMode::Linear),
        }
    }

    /// Ready to be copied from.
    pub fn source(&self, device: &Device, picture: &TextureView) -> Source {
        let bound = |pipeline: &RenderPipeline, sampler| Bound {
            pipeline: pipeline.clone(),
            group: bind(device, pipeline, picture, sampler),
        };
        Source(Arc::new(Shared {
            solid: bound(&self.solid, &self.nearest),
            clear: bound(&self.clear, &self.nearest),
            scaled: bound(&self.solid, &self.linear),
        }))
    }

    /// For another pipeline that takes a picture pixel for pixel.
    pub fn bound_to(
        &self,
        device: &Device,
        pipeline: &RenderPipeline,
        picture: &TextureView,
    ) -> BindGroup {
        bind(device, pipeline, picture, &self.nearest)
    }
}

fn bind(
    device: &Device,
    pipeline: &RenderPipeline,
    picture: &TextureView,
    sampler: &Sampler,
) -> BindGroup {
    let entry = |binding, resource| BindGroupEntry { binding, resource };
    device.create_bind_group(&BindGroupDescriptor {
        label: Some("picture"),
        layout: &pipeline.get_bind_group_layout(0),
        entries: &[
            entry(0, BindingResource::TextureView(picture)),
            entry(1, BindingResource::Sampler(sampler)),
        ],
    })
}

/// A picture to copy from.
pub struct Source(Arc<Shared>);

struct Shared {
    solid: Bound,
    clear: Bound,
    scaled: Bound,
}

struct Bound {
    pipeline: RenderPipeline,
    group: BindGroup,
}

/// Whether a pixel of the picture is one of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    Same,
    Other,
}

impl Source {
    /// All of it lies at `lies`, in pixels of the window; what is `shown` of that, whole pixels, is in points.
    pub fn copy(&self, lies: Rect, scale: Scale, shown: Rect, ground: Ground) -> Shape {
        let source = Arc::clone(&self.0);
        let copy = Copy {
            source,
            lies,
            scale,
            ground,
        };
        Callback::new_paint_callback(shown, copy).into()
    }
}

struct Copy {
    source: Arc<Shared>,
    lies: Rect,
    scale: Scale,
    ground: Ground,
}

impl CallbackTrait for Copy {
    fn paint(
        &self,
        _info: PaintCallbackInfo,
        pass: &mut RenderPass<'static>,
        _resources: &CallbackResources,
    ) {
        let Shared {
            solid,
            clear,
            scaled,
        } = &*self.source;
        let Bound { pipeline, group } = match (self.scale, self.ground) {
            (Scale::Other, _) => scaled,
            (Scale::Same, Ground::Solid) => solid,
            (Scale::Same, Ground::Clear) => clear,
        };
        // All of the picture is laid on the window, and cut to what is to be seen by the clip rectangle.
        let Rect { min, max } = self.lies;
        pass.set_viewport(min.x, min.y, max.x - min.x, max.y - min.y, 0.0, 1.0);
        pass.set_pipeline(pipeline);
        pass.set_bind_group(0, group, &[]);
        quad::draw(pass, 1);
    }
}
