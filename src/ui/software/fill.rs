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
        Self(quad::pipeline(render_state, SHADERS, Some(blend), &[]))
    }

    /// The same to the eye: large, plain, opaque rectangles are filled by this shader instead of egui's.
    pub fn fill_plain(&self, shape: &mut Shape) {
        match shape {
            Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| self.fill_plain(shape)),
            Shape::Rect(rect) if is_plain(rect) => *shape = self.filled(rect),
            _ => {}
        }
    }

    /// Above and below as egui draws it, as far as its corners are round.
    fn filled(&self, shape: &RectShape) -> Shape {
        let CornerRadius { nw, ne, sw, se } = shape.corner_radius;
        if shape.corner_radius == CornerRadius::ZERO {
            return self.fill(shape.rect, shape.fill);
        }
        // A corner takes half the height at most.
        let (top, bottom) = (2.0 * f32::from(nw.max(ne)), 2.0 * f32::from(sw.max(se)));
        let Rect { min, max } = shape.rect;
        let part = |rect, corner_radius| RectShape {
            rect,
            corner_radius,
            ..shape.clone()
        };
        let (above, below) = (
            CornerRadius {
                nw,
                ne,
                sw: 0,
                se: 0,
            },
            CornerRadius {
                nw: 0,
                ne: 0,
                sw,
                se,
            },
        );
        Shape::Vec(vec![
            part(shape.rect.with_max_y(min.y + top), above).into(),
            self.fill(
                Rect::from_x_y_ranges(min.x..=max.x, min.y + top..=max.y - bottom),
                shape.fill,
            ),
            part(shape.rect.with_min_y(max.y - bottom), below).into(),
        ])
    }

    /// In the place of what is there, also where the color is transparent.
    pub fn fill(&self, area: Rect, color: Color32) -> Shape {
        let pipeline = self.0.clone();
        Callback::new_paint_callback(area, Fill { pipeline, color }).into()
    }
}

fn is_plain(shape: &RectShape) -> bool {
    let RectShape {
        rect,
        corner_radius: CornerRadius { nw, ne, sw, se },
        fill,
        stroke,
        blur_width,
        brush,
        angle,
        ..
    } = shape;
    let round = f32::from(*nw.max(ne).max(sw).max(se));
    rect.area() > LARGE
        && rect.height() > 4.0 * round
        && fill.is_opaque()
        && stroke.is_empty()
        && *blur_width == 0.0
        && *angle == 0.0
        && brush.is_none()
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
        quad::draw(pass, 1);
    }
}
