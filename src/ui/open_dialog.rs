//! Stories to open: those opened last, the built-in one, and any file by its path.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Role, Ui};

use super::command::command_key;
use super::fonts::{self, glyph};
use super::theme::space;
use super::widgets::{group, kicker, line, primary_button, row_button, text_button, text_field};
use super::{Command, Request, ViewCtx};
use crate::format::printed;
use crate::texts::fill;

/// What the reader has written into the dialog so far.
#[derive(Default)]
pub struct OpenForm {
    path: String,
    /// Whether the system has no dialog of its own.
    cannot_browse: bool,
}

impl OpenForm {
    pub fn without_browsing() -> Self {
        Self {
            cannot_browse: true,
            ..Self::default()
        }
    }

    /// The line to write the path in, where there is no other way.
    pub fn field(&self) -> Option<Id> {
        self.cannot_browse.then(field_id)
    }
}

fn field_id() -> Id {
    Id::unique("path to open")
}

/// Whether the reader has chosen.
pub fn open_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, form: &mut OpenForm) -> bool {
    let before = ctx.requests().len();
    let t = ctx.theme;
    let texts = &ctx.texts.open;
    if form.cannot_browse {
        line(ui, &texts.no_browsing, fonts::sans(13.5), t.ink, 20.0);
    } else if primary_button(ui, &texts.browse, glyph::ARROW_RIGHT).clicked() {
        ctx.send(Command::Open);
    }
    ui.add_space(space::MEDIUM);
    let texts = &ctx.texts.open;
    if let Some(path) = path_ui(ctx, ui, form, &texts.open) {
        ctx.send(Request::Open(path));
    }
    ui.add_space(space::MEDIUM);
    recent_ui(ctx, ui);
    ui.add_space(space::MEDIUM);
    let command = command_key(&ctx.texts.keys);
    let others = fill(&texts.other_ways, &[("command", command)]);
    line(ui, &others, fonts::sans(12.5), t.ink_faint, 18.0);
    ctx.requests().len() > before
}

/// The path of a file, once the reader wants it; `take` is what the button says.
pub(super) fn path_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    form: &mut OpenForm,
    take: &str,
) -> Option<PathBuf> {
    let texts = &ctx.texts.open;
    let field = text_field(ui, field_id(), &mut form.path, &texts.path);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.add_space(2.0);
    let pressed = text_button(ui, take).clicked();
    let path = form.path.trim();
    ((entered || pressed) && !path.is_empty()).then(|| PathBuf::from(path))
}

fn recent_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = &ctx.texts.open;
    kicker(ui, &texts.recent, ctx.theme.ink_faint);
    ui.add_space(4.0);
    group(ui, Role::List, &texts.recent, |ui| {
        for recent in &ctx.settings.recent {
            let path = Path::new(recent);
            let name = printed(path.file_name().unwrap_or_default());
            let folder = printed(path.parent().unwrap_or(Path::new("")));
            if row_button(ui, &name, &folder).clicked() {
                ctx.send(Request::Open(path.to_owned()));
            }
        }
        if row_button(ui, &texts.builtin, &texts.builtin_note).clicked() {
            ctx.send(Request::OpenBuiltin);
        }
    });
}
