//! Where a new file is to lie: its path, the system's dialog to choose it in, and why it was not written.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Ui};

use super::fonts::{self, glyph};
use super::theme::space;
use super::widgets::{line, live, primary_button, text_button, text_field};
use super::{Request, ViewCtx};

pub struct Destination {
    path: String,
    /// Whether the system has no dialog of its own.
    cannot_browse: bool,
    /// Why nothing was written there: a whole sentence.
    refused: Option<String>,
}

impl Destination {
    pub fn new(suggested: &Path) -> Self {
        Self {
            path: suggested.display().to_string(),
            cannot_browse: false,
            refused: None,
        }
    }

    pub fn path(&self) -> &Path {
        Path::new(self.path.trim())
    }

    pub fn set_path(&mut self, path: &Path) {
        self.path = path.display().to_string();
        self.refused = None;
    }

    pub fn without_browsing(&mut self) {
        self.cannot_browse = true;
    }

    pub fn refuse(&mut self, why: String) {
        self.refused = Some(why);
    }
}

/// Of the line that the path is written in.
pub fn field_id() -> Id {
    Id::unique("path to write")
}

/// The path to write to, once the reader wants it written; `write` is what the button says.
pub fn destination_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    destination: &mut Destination,
    write: &str,
) -> Option<PathBuf> {
    let t = ctx.theme;
    let texts = &ctx.texts.open;
    let field = text_field(ui, field_id(), &mut destination.path, &texts.path);
    if field.changed() {
        destination.refused = None;
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.add_space(2.0);
    if destination.cannot_browse {
        line(
            ui,
            &texts.no_browsing_to_write,
            fonts::sans(12.5),
            t.ink_faint,
            18.0,
        );
    } else if text_button(ui, &texts.browse).clicked() {
        ctx.send(Request::Browse(destination.path().to_owned()));
    }
    ui.add_space(space::SMALL);
    if let Some(why) = &destination.refused {
        let shown = line(ui, why, fonts::sans_medium(13.0), t.accent_ink, 19.0);
        live(&shown);
        ui.add_space(space::SMALL);
    }
    let pressed = primary_button(ui, write, glyph::ARROW_RIGHT).clicked();
    let path = destination.path();
    ((entered || pressed) && !path.as_os_str().is_empty()).then(|| path.to_owned())
}
