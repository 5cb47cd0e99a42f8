//! Fills a rectangle with one color.

use eframe::egui_wgpu::{
    Callback, CallbackResources, CallbackTrait, RenderState,
    wgpu::{
        BlendComponent, BlendFactor, BlendOperation, BlendState, Color, RenderPass, RenderPipeline,
    },
};
use egui::{Color32, CornerRadius, PaintCallbackInfo, Rect, Shape, epaint::RectShape};

use super::quad;

/// The color comes as the constant that is blended with.
const SHADERS: &str = r"
@vertex
fn vertex(@builtin(vertex_index) index: u32) -> @builtin(position) vec4<f32> {
    return on_screen(corner(index));
}

@fragment
fn pixel() -> @location(0) vec4<f32> {
    return vec4<f32>(1.0);
}
";

/// Of smaller rectangles egui makes one mesh with what is on them.
const LARGE: f32 = 10_000.0;

pub struct Filler(RenderPipeline);

impl Filler {
    pub fn new(render_state: &RenderState) -> Self {
        let constant = BlendComponent {
            src_factor: BlendFactor::Constant,
            dst_factor: BlendFactor::Zero,
            operation: BlendOperation::Add,
        };
        let blend = BlendState {
            color: constant,
            alpha: constant,
        };
        Self(quad::pipeline(render_state, SHADERS, Some(blend)))
    }

    /// The same to the eye: a large, plain, opaque rectangle is filled by this shader instead of egui's.
    pub fn fill_if_plain(&self, shape: &mut Shape) {
        let Shape::Rect(rect) = shape else { return };
        if let Some((area, color)) = plain(rect) {
            *shape = self.fill(area, color);
        }
    }

    /// In the place of what is there, also where the color is transparent.
    pub fn fill(&self, area: Rect, color: Color32) -> Shape {
        let pipeline = self.0.clone();
        Callback::new_paint_callback(area, Fill { pipeline, color }).into()
    }
}

fn plain(shape: &RectShape) -> Option<(Rect, Color32)> {
    let RectShape {
        rect,
        corner_radius,
        fill,
        stroke,
        blur_width,
        brush,
        angle,
        ..
    } = shape;
    let is_plain = rect.area() > LARGE
        && fill.is_opaque()
        && *corner_radius == CornerRadius::ZERO
        && stroke.is_empty()
        && *blur_width == 0.0
        && *angle == 0.0
        && brush.is_none();
    is_plain.then_some((*rect, *fill))
}

struct Fill {
    pipeline: RenderPipeline,
    color: Color32,
}

impl CallbackTrait for Fill {
    fn paint(
        &self,
        _info: PaintCallbackInfo,
        pass: &mut RenderPass<'static>,
        _resources: &CallbackResources,
    ) {
        let [r, g, b, a] = self.color.to_normalized_gamma_f32().map(f64::from);
        pass.set_pipeline(&self.pipeline);
        pass.set_blend_constant(Color { r, g, b, a });
        quad::draw(pass);
    }
}
