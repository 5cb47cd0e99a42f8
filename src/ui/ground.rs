//! The ground of a pane: one color.

use eframe::egui_wgpu::{
    Callback, CallbackResources, CallbackTrait, RenderState,
    wgpu::{
        BlendComponent, BlendFactor, BlendOperation, BlendState, Color, RenderPass, RenderPipeline,
    },
};
use egui::{Color32, PaintCallbackInfo, Ui};

use super::quad;

/// Colors come as the constant that is blended with.
const PIXEL: &str = r"
@fragment
fn pixel(in: Corner) -> @location(0) vec4<f32> {
    return vec4<f32>(1.0);
}
";

/// What fills the ground of panes; by default egui does.
#[derive(Default)]
pub struct Ground {
    pipeline: Option<RenderPipeline>,
}

impl Ground {
    /// For where a processor draws, at a thirtieth of the price.
    pub fn without_gpu(render_state: &RenderState) -> Self {
        let constant = BlendComponent {
            src_factor: BlendFactor::Constant,
            dst_factor: BlendFactor::Zero,
            operation: BlendOperation::Add,
        };
        let blend = BlendState {
            color: constant,
            alpha: constant,
        };
        Self {
            pipeline: Some(quad::pipeline(render_state, PIXEL, Some(blend))),
        }
    }

    /// All of the pane, with an opaque color.
    pub fn fill(&self, ui: &Ui, color: Color32) {
        let area = ui.max_rect();
        match &self.pipeline {
            Some(pipeline) => {
                let pipeline = pipeline.clone();
                ui.painter()
                    .add(Callback::new_paint_callback(area, Fill { pipeline, color }));
            }
            None => {
                ui.painter().rect_filled(area, 0.0, color);
            }
        }
    }
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
