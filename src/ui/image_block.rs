//! An image in the text: the picture, which a click enlarges, and the words below it.

use egui::emath::GuiRounding as _;
use egui::{Color32, CursorIcon, Frame, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::passage_text::prose_ui;
use super::pictures::{Fault, Found, LARGEST_SIDE, MOST_BYTES, Place, Size};
use super::theme::space;
use super::widgets::{ProseLook, focus_ring, follow_focus, line};
use super::{Request, ViewCtx, fonts};
use crate::files::LARGEST_IMAGE;
use crate::story::Image;
use crate::texts::fill;

/// Height over width of the room that is kept for a picture whose size is not known yet.
pub const USUAL_SHAPE: f32 = 2.0 / 3.0;
/// The most of it: a long chart is read enlarged.
const TALLEST_SHAPE: f32 = 1.25;

/// The picture and its words; what is wrong with it, where it cannot be shown.
pub fn image_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    image: &Image,
    look: &ProseLook,
    current: Option<usize>,
) {
    // Whatever comes of it, what follows keeps its name, and the focus.
    ui.push_id(&image.path, |ui| picture_ui(ctx, ui, image));
    image_words_ui(ctx, ui, image, look, current);
}

/// Caption and credit.
pub fn image_words_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    image: &Image,
    look: &ProseLook,
    current: Option<usize>,
) {
    let t = ctx.theme;
    if !image.caption.text.is_empty() {
        let small = ProseLook {
            font: fonts::reading_italic(look.font.size - 1.5),
            color: t.ink_muted,
            leading: look.leading - 4.0,
        };
        ui.add_space(space::HAIR);
        prose_ui(ctx, ui, &image.caption, &small, current);
    }
    if !image.credit.is_empty() {
        let font = fonts::sans_medium(11.5);
        line(ui, &image.credit, font, t.ink_faint, 18.0);
    }
}

/// What a screen reader calls it.
pub fn image_name<'t>(ctx: &ViewCtx<'t>, image: &'t Image) -> &'t str {
    [&image.alt, &image.caption.text, &ctx.texts.pictures.name]
        .into_iter()
        .find(|text| !text.is_empty())
        .map_or("", String::as_str)
}

fn picture_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, image: &Image) {
    let width = ui.available_width();
    let pictures = ctx.pictures;
    match pictures.find(&image.path, distance(ui, ui.cursor())) {
        Found::Failed(fault) => failed_ui(ctx, ui, image, fault),
        Found::Unknown => {
            let size = vec2(width, width * USUAL_SHAPE);
            let (area, response) = ui.allocate_exact_size(size, Sense::hover());
            name_ui(&response, image_name(ctx, image));
            ui.painter().rect_filled(area, 0.0, ctx.theme.hover);
        }
        Found::Sized(size) => {
            let room = vec2(width, width * TALLEST_SHAPE);
            button_ui(ctx, ui, image, (size, fitted(size, room, 1.0)));
        }
    }
}

/// The size in points that a picture has in a room: no larger than `most` points for each of its own.
pub fn fitted([width, height]: Size, room: Vec2, most: f32) -> Vec2 {
    let own = vec2(width as f32, height as f32);
    own * (room / own).min_elem().min(most)
}

/// A picture is a button that shows it large.
fn button_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, image: &Image, (own, shown): (Size, Vec2)) {
    let (area, response) = ui.allocate_exact_size(shown, Sense::hover());
    let name = image_name(ctx, image);
    name_ui(&response, name);
    draw(ctx, ui, (image, own), area, Place::Text);
    let button = ui.interact(area, response.id.with("enlarge"), Sense::click());
    let spoken = fill(&ctx.texts.pictures.enlarge, &[("name", name)]);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    follow_focus(&button);
    focus_ring(ui, &button, 0);
    if button.on_hover_cursor(CursorIcon::ZoomIn).clicked() {
        ctx.send(Request::Enlarge(image.clone()));
    }
}

/// Draws the picture where it is in view or near it; until it is there, quiet ground.
pub fn draw(ctx: &ViewCtx<'_>, ui: &Ui, (image, own): (&Image, Size), area: Rect, place: Place) {
    let view = ui.clip_rect();
    if !view.expand2(vec2(0.0, view.height())).intersects(area) {
        return;
    }
    let on_screen = area.round_to_pixels(ui.pixels_per_point());
    let wanted = pixels(ui, own, on_screen.size());
    let distance = distance(ui, area);
    match ctx.pictures.texture(&image.path, place, wanted, distance) {
        Some(texture) => {
            let whole = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
            ui.painter()
                .image(texture.id(), on_screen, whole, Color32::WHITE);
        }
        None => {
            ui.painter().rect_filled(on_screen, 0.0, ctx.theme.hover);
        }
    }
}

/// As many as the screen has there: no more than the picture has itself, or than a texture may have.
#[expect(clippy::cast_sign_loss, reason = "a picture is at least one pixel")]
fn pixels(ui: &Ui, own: Size, shown: Vec2) -> Size {
    let most = ui.input(|input| input.max_texture_side) as f32;
    let on_screen = shown * ui.pixels_per_point();
    let [width, height] = own.map(|side| (side as f32).min(most));
    [on_screen.x.min(width), on_screen.y.min(height)].map(|side| side.round().max(1.0) as u32)
}

/// From the middle of the view, in points.
fn distance(ui: &Ui, area: Rect) -> f32 {
    (area.top() - ui.clip_rect().center().y).abs()
}

pub fn name_ui(response: &Response, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
}

/// What it would show, and why it does not.
pub fn failed_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, image: &Image, fault: &Fault) {
    let t = ctx.theme;
    let frame = Frame::NONE
        .stroke(t.hair())
        .corner_radius(4)
        .inner_margin(space::MEDIUM);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if !image.alt.is_empty() {
            line(ui, &image.alt, fonts::reading(15.0), t.ink_muted, 22.0);
            ui.add_space(space::HAIR);
        }
        let why = sentence(ctx, fault, &image.path);
        line(ui, &why, fonts::sans(12.5), t.ink_faint, 18.0);
    });
}

fn sentence(ctx: &ViewCtx<'_>, fault: &Fault, path: &str) -> String {
    const MEBIBYTE: u64 = 1024 * 1024;
    let texts = &ctx.texts.pictures;
    let kind = match fault {
        Fault::Unshown(kind) => kind.as_str(),
        _ => "",
    };
    let text = match fault {
        Fault::NoFolder => &texts.no_folder,
        Fault::Missing => &texts.missing,
        Fault::Outside => &texts.outside,
        Fault::TooLarge => &texts.too_large,
        Fault::Unreadable => &texts.unreadable,
        Fault::Unshown(_) => &texts.unshown,
        Fault::NoPicture => &texts.no_picture,
        Fault::Damaged => &texts.damaged,
    };
    let values = [
        ("path", path),
        ("kind", kind),
        ("side", &LARGEST_SIDE.to_string()),
        ("file", &(LARGEST_IMAGE / MEBIBYTE).to_string()),
        ("memory", &(MOST_BYTES / MEBIBYTE).to_string()),
    ];
    fill(text, &values)
}
