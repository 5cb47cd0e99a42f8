//! A window over the page. Until it is closed nothing behind it can be reached, and then the keyboard is where it was.

use egui::accesskit::Role;
use egui::{
    Color32, Context, FocusDirection, Frame, Id, Key, Modal, ScrollArea, Ui, UiKind, Vec2, vec2,
};

use super::command::arrows_are_claimed;
use super::destination::{self, Destination};
use super::enlarged::{enlarged_size, enlarged_ui};
use super::export_dialog::{ExportForm, export_ui};
use super::fonts::{self, glyph};
use super::image_block::image_name;
use super::keys_window::keys_ui;
use super::licences::Licences;
use super::mending::{SaveForm, save_ui};
use super::new_dialog::new_ui;
use super::open_dialog::{OpenForm, open_ui};
use super::original_dialog::original_ui;
use super::settings_window::{Undo, settings_ui};
use super::widgets::{as_heading, icon_button, line, name_scroll_bar};
use super::{ViewCtx, theme::space};
use crate::story::Image;

/// Points that an arrow key scrolls.
const STEP: f32 = 56.0;
const TITLE_HEIGHT: f32 = 34.0;
/// What it leaves free of the window on each side, in points.
const OUTSIDE: f32 = 16.0;
/// Room for the words below a picture, in points.
const NARROWEST: f32 = 320.0;
/// Lower windows, in points, have no room for a wide edge.
const ROOM_FOR_EDGE: f32 = 420.0;

pub struct Dialog {
    content: Content,
    /// What had the keyboard's focus before.
    focus_before: Option<Id>,
    stage: Stage,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Not shown yet.
    New,
    Open,
    /// Shown no more. What is behind it takes the focus a frame later: egui still keeps it off in this one.
    Closing,
}

pub enum Content {
    Keys(Licences),
    Settings(Undo),
    Open(OpenForm),
    /// For the text that the open story retells.
    Original(OpenForm),
    New(Destination),
    Export(ExportForm),
    Save(SaveForm),
    /// Large, with what belongs to it.
    Picture(Image),
}

impl Dialog {
    pub fn open(ctx: &Context, content: Content) -> Self {
        Self {
            content,
            focus_before: ctx.memory(egui::Memory::focused),
            stage: Stage::New,
        }
    }

    /// Where it asks to write a file, if it does.
    pub fn destination(&mut self) -> Option<&mut Destination> {
        self.content.destination()
    }
}

impl Content {
    /// Where a file is to be written, in a dialog that asks for it.
    fn destination(&mut self) -> Option<&mut Destination> {
        match self {
            Self::New(destination) => Some(destination),
            Self::Export(form) => Some(form.destination()),
            Self::Save(form) => Some(form.destination()),
            Self::Keys(_)
            | Self::Settings(_)
            | Self::Open(_)
            | Self::Original(_)
            | Self::Picture(_) => None,
        }
    }

    fn title<'t>(&'t self, ctx: &ViewCtx<'t>) -> &'t str {
        match self {
            Self::Keys(_) => &ctx.texts.menu.keys,
            Self::Settings(_) => &ctx.texts.settings.title,
            Self::Open(_) => &ctx.texts.open.title,
            Self::Original(_) => &ctx.texts.original.title,
            Self::New(_) => &ctx.texts.new.title,
            Self::Export(_) => &ctx.texts.export.title,
            Self::Save(_) => &ctx.texts.save.title,
            Self::Picture(image) => image_name(ctx, image),
        }
    }

    /// A picture speaks for itself.
    fn has_heading(&self) -> bool {
        match self {
            Self::Keys(_)
            | Self::Settings(_)
            | Self::Open(_)
            | Self::Original(_)
            | Self::New(_)
            | Self::Export(_)
            | Self::Save(_) => true,
            Self::Picture(_) => false,
        }
    }

    /// The line that waits for a path.
    fn field(&self) -> Option<Id> {
        match self {
            Self::Open(form) | Self::Original(form) => form.field(),
            Self::New(_) | Self::Save(_) => Some(destination::field_id()),
            Self::Export(_) | Self::Keys(_) | Self::Settings(_) | Self::Picture(_) => None,
        }
    }

    /// In points, in the room there is.
    fn width(&self, ctx: &ViewCtx<'_>, room: Vec2) -> f32 {
        let wanted = match self {
            Self::Keys(_) => 440.0,
            Self::Settings(_)
            | Self::Open(_)
            | Self::Original(_)
            | Self::New(_)
            | Self::Export(_)
            | Self::Save(_) => 540.0,
            Self::Picture(image) => enlarged_size(ctx, image, room).x.max(NARROWEST),
        };
        room.x.min(wanted).max(1.0)
    }
}

/// Shows it over the window, after all that is behind it; returns whether the reader is done with it.
pub fn dialog_ui(ctx: &mut ViewCtx<'_>, ui: &Ui, dialog: &mut Dialog) -> bool {
    if dialog.stage == Stage::Closing {
        if let Some(id) = dialog.focus_before {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        ui.ctx().request_repaint();
        return true;
    }
    let room = ui.ctx().content_rect().size();
    let edge: i8 = if room.min_elem() < ROOM_FOR_EDGE {
        16
    } else {
        24
    };
    let outside = 2.0 * (f32::from(edge) + OUTSIDE);
    let frame = Frame::NONE
        .fill(ctx.theme.raised)
        .stroke(ctx.theme.hair())
        .corner_radius(8)
        .inner_margin(edge);
    let modal = Modal::new(Id::unique("dialog"))
        .frame(frame)
        .backdrop_color(Color32::from_black_alpha(70));
    let shown = modal.show(ui.ctx(), |ui| {
        let around_text = outside + TITLE_HEIGHT + 3.0 * space::SMALL;
        let inside = (room - vec2(outside, around_text)).max(vec2(1.0, 1.0));
        ui.set_width(dialog.content.width(ctx, inside));
        name_ui(ui, dialog.content.title(ctx));
        let scroll_by = keys_pressed(ui, room.y / 2.0);
        let is_closed = title_ui(ctx, ui, &dialog.content, dialog.stage == Stage::New);
        ui.add_space(space::SMALL);
        let area = ScrollArea::vertical()
            .max_height(inside.y)
            .min_scrolled_height(inside.y)
            .show(ui, |ui| {
                ui.scroll_with_delta(vec2(0.0, -scroll_by));
                ui.set_width(ui.available_width());
                match &mut dialog.content {
                    Content::Keys(licences) => keys_ui(ctx, ui, licences),
                    Content::Settings(undo) => settings_ui(ctx, ui, undo),
                    Content::New(destination) => new_ui(ctx, ui, destination),
                    Content::Export(form) => export_ui(ctx, ui, form),
                    Content::Original(form) => return original_ui(ctx, ui, form),
                    Content::Save(form) => save_ui(ctx, ui, form),
                    Content::Open(form) => return open_ui(ctx, ui, form),
                    Content::Picture(image) => return enlarged_ui(ctx, ui, image, inside),
                }
                false
            });
        name_scroll_bar(ui, area.id, &ctx.texts.panes.scroll_bar);
        if dialog.stage == Stage::New
            && let Some(field) = dialog.content.field()
        {
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        is_closed || area.inner
    });
    dialog.stage = if shown.inner || shown.should_close() {
        ui.ctx().request_repaint();
        Stage::Closing
    } else {
        Stage::Open
    };
    false
}

/// What a screen reader calls it.
fn name_ui(ui: &Ui, title: &str) {
    let modal = ui
        .stack()
        .iter()
        .find(|above| above.kind() == Some(UiKind::Modal));
    if let Some(modal) = modal {
        ui.ctx().accesskit_node_builder(modal.unique_id, |node| {
            node.set_role(Role::Dialog);
            node.set_label(title);
            node.set_modal();
        });
    }
}

/// The title and the way out, which has the keyboard's focus at first where nothing is to be written; whether it was
/// taken.
fn title_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, content: &Content, is_new: bool) -> bool {
    let width = ui.available_width();
    let row = ui.allocate_ui_with_layout(
        vec2(width, TITLE_HEIGHT),
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            let words = vec2((width - 40.0).max(0.0), TITLE_HEIGHT);
            ui.allocate_ui(words, |ui| {
                ui.set_width(words.x);
                if content.has_heading() {
                    let title = content.title(ctx);
                    let font = fonts::display(28.0);
                    let heading = line(ui, title, font, ctx.theme.ink, TITLE_HEIGHT);
                    as_heading(&heading, 1, title);
                }
            });
            let close = icon_button(ui, glyph::CLOSE, &ctx.texts.menu.close);
            if is_new {
                close.request_focus();
            }
            close.clicked()
        },
    );
    row.inner
}

/// ← → walk as Tab does, where egui would jump from row to row; the others scroll, by the returned points.
/// In a line that is being typed in they move in the text.
fn keys_pressed(ui: &Ui, page: f32) -> f32 {
    if arrows_are_claimed(ui.ctx()) {
        return 0.0;
    }
    let walks = [
        (Key::ArrowLeft, FocusDirection::Previous),
        (Key::ArrowRight, FocusDirection::Next),
        (Key::ArrowUp, FocusDirection::None),
        (Key::ArrowDown, FocusDirection::None),
    ];
    for (key, direction) in walks {
        if ui.input(|input| input.key_pressed(key)) {
            ui.memory_mut(|memory| memory.move_focus(direction));
        }
    }
    let scrolls = [
        (Key::ArrowUp, -STEP),
        (Key::ArrowDown, STEP),
        (Key::PageUp, -page),
        (Key::PageDown, page),
    ];
    scrolls
        .into_iter()
        .filter(|(key, _)| ui.input(|input| input.key_pressed(*key)))
        .map(|(_, by)| by)
        .sum()
}
