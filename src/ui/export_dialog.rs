//! The story in another format: which, what that cannot hold, and where the file is to lie.

use std::path::{Path, PathBuf};

use egui::{Id, Ui};

use super::destination::{Destination, destination_ui};
use super::theme::space;
use super::widgets::{Choices, kicker, line, live, switch, text_field};
use super::{Exporting, Request, ViewCtx, fonts};
use crate::export::Export;
use crate::format::picture::PictureSize;
use crate::format::{self, Format};
use crate::texts::fill;

const FORMATS: [Format; 7] = [
    Format::Html,
    Format::Png,
    Format::Native,
    Format::StoryMapJs,
    Format::GeoJson,
    Format::Kml,
    Format::Csv,
];
/// So many things that are lost are named.
const NAMED: usize = 12;

pub struct ExportForm {
    format: Format,
    /// Of a picture, as the reader writes it.
    size: String,
    dark: bool,
    destination: Destination,
    /// What the format cannot hold, once it was looked for: not in every frame.
    losses: Option<Vec<String>>,
    /// A path, and whether there was a file when it was last changed.
    there: Option<(PathBuf, bool)>,
}

impl ExportForm {
    pub fn new(suggested: &Path) -> Self {
        Self {
            format: Format::Html,
            size: PictureSize::default().to_string(),
            dark: false,
            destination: Destination::new(&suggested.with_extension(Format::Html.extension())),
            losses: None,
            there: None,
        }
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

    pub fn destination(&mut self) -> &mut Destination {
        &mut self.destination
    }

    fn choose(&mut self, format: Format) {
        self.format = format;
        self.losses = None;
        let path = self.destination.path().with_extension(format.extension());
        self.destination.set_path(&path);
    }
}

pub fn export_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, form: &mut ExportForm) {
    format_ui(ctx, ui, form);
    ui.add_space(space::SMALL);
    if form.format == Format::Png {
        picture_ui(ctx, ui, form);
        ui.add_space(space::SMALL);
    }
    let losses = form
        .losses
        .get_or_insert_with(|| losses_in_words(ctx, form.format));
    let heading = &ctx.texts.losses.heading;
    let heading = fill(heading, &[("format", &form.format.to_string())]);
    losses_ui(ctx, ui, losses, &heading);
    let exists = form.is_there();
    let texts = &ctx.texts.export;
    if exists {
        let warning = line(
            ui,
            &texts.exists,
            fonts::sans_medium(13.0),
            ctx.theme.accent_ink,
            19.0,
        );
        live(&warning);
        ui.add_space(space::SMALL);
    }
    let write = if exists { &texts.replace } else { &texts.write };
    let Some(path) = destination_ui(ctx, ui, &mut form.destination, write) else {
        return;
    };
    let size = match form.size.parse() {
        Ok(size) => size,
        Err(_) if form.format != Format::Png => PictureSize::default(),
        Err(wrong) => {
            let why = fill(&texts.undrawn, &[("reason", &wrong.to_string())]);
            return form.destination.refuse(why);
        }
    };
    ctx.send(Request::Export(Exporting {
        export: Export {
            format: form.format,
            size,
            dark: form.dark,
            languages: Vec::new(),
        },
        path,
        replaces: exists,
        opens: false,
    }));
}

fn format_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, form: &mut ExportForm) {
    let texts = &ctx.texts.export;
    let names = FORMATS.map(|format| match format {
        Format::Html => texts.page.clone(),
        Format::Png => texts.picture.clone(),
        Format::Native => texts.dateline.clone(),
        other => other.to_string(),
    });
    let options: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (name.as_str(), name.as_str()))
        .collect();
    let choices = Choices {
        name: &texts.format,
        options: &options,
        chosen: FORMATS
            .iter()
            .position(|format| *format == form.format)
            .unwrap_or(0),
        room: ui.available_width(),
    };
    if let Some(format) = switch(ui, &choices).and_then(|i| FORMATS.get(i)) {
        form.choose(*format);
    }
}

fn picture_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, form: &mut ExportForm) {
    let texts = &ctx.texts.export;
    text_field(
        ui,
        Id::unique("size of the picture"),
        &mut form.size,
        &texts.size,
    );
    ui.add_space(space::SMALL);
    let choices = Choices {
        name: &texts.shade,
        options: &[(&texts.light, &texts.light), (&texts.dark, &texts.dark)],
        chosen: usize::from(form.dark),
        room: ui.available_width(),
    };
    if let Some(shade) = switch(ui, &choices) {
        form.dark = shade == 1;
    }
}

/// Not in every frame: it looks through all of the story.
pub fn losses_in_words(ctx: &ViewCtx<'_>, format: Format) -> Vec<String> {
    let losses = format::losses(format, ctx.story);
    losses.iter().map(|loss| ctx.texts.loss(loss)).collect()
}

pub fn losses_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, losses: &[String], heading: &str) {
    if losses.is_empty() {
        return;
    }
    kicker(ui, heading, ctx.theme.ink_faint);
    ui.add_space(4.0);
    for loss in losses.iter().take(NAMED) {
        line(
            ui,
            &format!("·  {loss}"),
            fonts::sans(13.0),
            ctx.theme.ink_muted,
            19.0,
        );
    }
    ui.add_space(space::SMALL);
}
