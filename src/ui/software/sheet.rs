//! Many small pictures on a large one, of which all that are seen are copied in one go: a processor takes a tenth of a
//! millisecond for each go, whatever is drawn in it.

use std::sync::OnceLock;

use eframe::egui_wgpu::{
    Callback, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor,
    wgpu::{
        BindGroup, BlendState, Buffer, BufferUsages, CommandBuffer, CommandEncoder, Device,
        Extent3d, Origin3d, Queue, RenderPass, RenderPipeline, TexelCopyBufferLayout,
        TexelCopyTextureInfo, Texture, TextureDescriptor, TextureDimension, TextureFormat,
        TextureUsages, TextureViewDescriptor, VertexAttribute, VertexBufferLayout, VertexStepMode,
        util::{BufferInitDescriptor, DeviceExt as _},
        vertex_attr_array,
    },
};
use egui::{Color32, ColorImage, PaintCallbackInfo, Pos2, Rect, Shape, Vec2};

use super::{blit::Blit, quad};

/// Points to a side of the sheet.
const SIDE: f32 = 1024.0;

/// Between the corners of a copy, in the window and on the sheet, whose sides are 1.
const CORNERS: &str = r"
@vertex
fn vertex(
    @builtin(vertex_index) index: u32,
    @location(0) lies: vec4<f32>,
    @location(1) on_sheet: vec4<f32>,
) -> Corner {
    let corner = corner(index);
    return Corner(
        on_screen(mix(lies.xy, lies.zw, corner)),
        mix(on_sheet.xy, on_sheet.zw, corner),
    );
}
";

const OF_A_COPY: [VertexAttribute; 2] = vertex_attr_array![0 => Float32x4, 1 => Float32x4];

pub struct Sheet {
    render_state: RenderState,
    pipeline: RenderPipeline,
    /// None before it has a size.
    paper: Option<Paper>,
    /// Where the next one lies, in pixels.
    next: Pos2,
    /// Where those of the row end that is being filled, in pixels.
    row_end: f32,
}

struct Paper {
    texture: Texture,
    group: BindGroup,
    /// In pixels.
    side: f32,
}

/// One of the small pictures.
#[derive(Clone, Copy)]
pub struct Patch {
    /// In pixels of the sheet.
    on_sheet: Rect,
    /// In pixels from the point that it is drawn around, whole ones.
    around: Rect,
}

impl Sheet {
    pub fn new(render_state: &RenderState) -> Self {
        let buffers = VertexBufferLayout {
            array_stride: size_of::<[f32; 8]>() as u64,
            step_mode: VertexStepMode::Instance,
            attributes: &OF_A_COPY,
        };
        let shaders = [quad::COPY, CORNERS].concat();
        let blend = Some(BlendState::PREMULTIPLIED_ALPHA_BLENDING);
        Self {
            render_state: render_state.clone(),
            pipeline: quad::pipeline(render_state, &shaders, blend, &[Some(buffers)]),
            paper: None,
            next: Pos2::ZERO,
            row_end: 0.0,
        }
    }

    /// There is room everywhere again.
    pub fn clear(&mut self, pixels_per_point: f32) {
        (self.next, self.row_end) = (Pos2::ZERO, 0.0);
        let device = &self.render_state.device;
        let side = (SIDE * pixels_per_point).min(device.limits().max_texture_dimension_2d as f32);
        if self.paper.as_ref().is_some_and(|paper| paper.side == side) {
            return;
        }
        let texture = device.create_texture(&TextureDescriptor {
            label: Some("sheet"),
            size: extent(Vec2::splat(side)),
            mip_level_count: 1,
            sample_count: 1,
            dimension: TextureDimension::D2,
            format: TextureFormat::Rgba8Unorm,
            usage: TextureUsages::COPY_DST | TextureUsages::TEXTURE_BINDING,
            view_formats: &[],
        });
        let view = texture.create_view(&TextureViewDescriptor::default());
        let group = Blit::of(&self.render_state).bound_to(device, &self.pipeline, &view);
        self.paper = Some(Paper {
            texture,
            group,
            side,
        });
    }

    /// Room for what lies within the area, in whole pixels from the point that it is drawn around; none where it is full.
    pub fn patch(&mut self, around: Rect) -> Option<Patch> {
        let on_sheet = self.room(around.size())?;
        Some(Patch { on_sheet, around })
    }

    fn room(&mut self, size: Vec2) -> Option<Rect> {
        let side = self.paper.as_ref()?.side;
        if self.next.x + size.x > side {
            self.next = Pos2::new(0.0, self.row_end);
        }
        let room = Rect::from_min_size(self.next, size);
        let sheet = Rect::from_min_size(Pos2::ZERO, Vec2::splat(side));
        if !room.is_positive() || !sheet.contains_rect(room) {
            return None;
        }
        self.next.x = room.right();
        self.row_end = self.row_end.max(room.bottom());
        Some(room)
    }

    /// What is seen of a patch from now on; as large as that.
    pub fn put(&self, patch: Patch, picture: &ColorImage) {
        let Some(Paper { texture, .. }) = &self.paper else {
            return;
        };
        let [x, y] = whole(patch.on_sheet.min.to_vec2());
        let size = extent(patch.on_sheet.size());
        let to = TexelCopyTextureInfo {
            origin: Origin3d { x, y, z: 0 },
            ..texture.as_image_copy()
        };
        let rows = TexelCopyBufferLayout {
            bytes_per_row: Some(size.width * size_of::<Color32>() as u32),
            ..TexelCopyBufferLayout::default()
        };
        let queue = &self.render_state.queue;
        queue.write_texture(to, picture.as_raw(), rows, size);
    }

    /// Copies of some within the `view`, each around the pixel nearest to its point, the first lowest.
    pub fn copies(&self, copies: &[(Patch, Pos2)], view: Rect, pixels_per_point: f32) -> Shape {
        let Some(Paper { group, side, .. }) = &self.paper else {
            return Shape::Noop;
        };
        let lies = |(patch, at): &(Patch, Pos2)| {
            let middle = (*at * pixels_per_point).round();
            let lies = patch.around.translate(middle.to_vec2());
            (lies, patch.on_sheet * (1.0 / side))
        };
        let copies = Copies {
            pipeline: self.pipeline.clone(),
            group: group.clone(),
            all: copies.iter().map(lies).collect(),
            buffer: OnceLock::new(),
        };
        Callback::new_paint_callback(view, copies).into()
    }
}

struct Copies {
    pipeline: RenderPipeline,
    group: BindGroup,
    /// Where each lies, in pixels of the window, and what it is, in sides of the sheet.
    all: Vec<(Rect, Rect)>,
    buffer: OnceLock<Buffer>,
}

impl CallbackTrait for Copies {
    fn prepare(
        &self,
        device: &Device,
        _queue: &Queue,
        screen: &ScreenDescriptor,
        _encoder: &mut CommandEncoder,
        _resources: &mut CallbackResources,
    ) -> Vec<CommandBuffer> {
        let window = Vec2::from(screen.size_in_pixels.map(|pixels| pixels as f32));
        let corners = |(lies, on_sheet): &(Rect, Rect)| {
            let [min, max] = [lies.min, lies.max].map(|corner| corner.to_vec2() / window);
            let Rect { min: from, max: to } = *on_sheet;
            [min.x, min.y, max.x, max.y, from.x, from.y, to.x, to.y]
        };
        let numbers = self.all.iter().flat_map(corners);
        let bytes: Vec<u8> = numbers.flat_map(f32::to_ne_bytes).collect();
        self.buffer.get_or_init(|| {
            device.create_buffer_init(&BufferInitDescriptor {
                label: Some("copies"),
                contents: &bytes,
                usage: BufferUsages::VERTEX,
            })
        });
        Vec::new()
    }

    fn paint(
        &self,
        info: PaintCallbackInfo,
        pass: &mut RenderPass<'static>,
        _resources: &CallbackResources,
    ) {
        let Some(buffer) = self.buffer.get() else {
            return;
        };
        let [width, height] = info.screen_size_px.map(|pixels| pixels as f32);
        pass.set_viewport(0.0, 0.0, width, height, 0.0, 1.0);
        pass.set_pipeline(&self.pipeline);
        pass.set_bind_group(0, &self.group, &[]);
        pass.set_vertex_buffer(0, buffer.slice(..));
        quad::draw(pass, self.all.len() as u32);
    }
}

fn extent(pixels: Vec2) -> Extent3d {
    let [width, height] = whole(pixels);
    Extent3d {
        width,
        height,
        depth_or_array_layers: 1,
    }
}

#[expect(clippy::cast_sign_loss, reason = "within the sheet")]
fn whole(pixels: Vec2) -> [u32; 2] {
    [pixels.x as u32, pixels.y as u32]
}
