//! The story saved as a file of its own: where it is to lie, and what becomes of the doubts.

use std::path::{Path, PathBuf};

use egui::Ui;

use crate::export::Export;
use crate::format::Format;
use crate::ui::destination::{Destination, destination_ui};
use crate::ui::export_dialog::{losses_in_words, losses_ui};
use crate::ui::theme::space;
use crate::ui::widgets::{line, live};
use crate::ui::{Exporting, Request, ViewCtx, fonts};

pub struct SaveForm {
    destination: Destination,
    /// A path, and whether there was a file when it was last changed.
    there: Option<(PathBuf, bool)>,
    /// What the file cannot hold, once it was looked for.
    losses: Option<Vec<String>>,
}

impl SaveForm {
    pub fn new(suggested: &Path) -> Self {
        Self {
            destination: Destination::new(suggested),
            there: None,
            losses: None,
        }
    }

    pub fn destination(&mut self) -> &mut Destination {
        &mut self.destination
    }

    /// Asks the disk only where the path is another than in the frame before.
    fn is_there(&mut self) -> bool {
        let path = self.destination.path();
        match &self.there {
            Some((asked, is_there)) if asked == path => *is_there,
            _ => {
                let is_there = path.exists();
                self.there = Some((path.to_owned(), is_there));
                is_there
            }
        }
    }
}

pub fn save_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, form: &mut SaveForm) {
    let t = ctx.theme;
    line(ui, &ctx.texts.save.what, fonts::reading(15.5), t.ink, 23.0);
    ui.add_space(space::SMALL);
    let losses = form
        .losses
        .get_or_insert_with(|| losses_in_words(ctx, Format::Native));
    losses_ui(ctx, ui, losses, &ctx.texts.save.losses);
    ui.add_space(space::SMALL);
    let exists = form.is_there();
    if exists {
        let texts = &ctx.texts.export;
        let warning = line(
            ui,
            &texts.exists,
            fonts::sans_medium(13.0),
            t.accent_ink,
            19.0,
        );
        live(&warning);
        ui.add_space(space::SMALL);
    }
    let write = if exists {
        &ctx.texts.export.replace
    } else {
        &ctx.texts.save.write
    };
    if let Some(path) = destination_ui(ctx, ui, &mut form.destination, write) {
        ctx.send(Request::Export(Exporting {
            export: Export::default(),
            path,
            replaces: exists,
            opens: true,
        }));
    }
}
