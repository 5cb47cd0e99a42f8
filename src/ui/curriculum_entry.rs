//! One entry of the curriculum, laid out: its name, what it covers, and what the source says of it.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Galley, Pos2, Ui};

use super::{ViewCtx, fonts};
use crate::story::{Module, Name, Subject};

/// A name, what it covers, and what the source has to say: one under the other.
pub struct Entry(Vec<Arc<Galley>>);

impl Entry {
    pub fn of_subject(ctx: &ViewCtx<'_>, ui: &Ui, subject: &Subject, width: f32) -> Self {
        Self::new(
            ctx,
            ui,
            [&subject.name, &subject.context, &subject.note],
            (ctx.theme.ink, width),
        )
    }

    pub fn of_module(ctx: &ViewCtx<'_>, ui: &Ui, module: &Module, width: f32) -> Self {
        let done = ctx.settings.is_studied(ctx.story_key, &module.key);
        let ink = if done {
            ctx.theme.ink_muted
        } else {
            ctx.theme.ink
        };
        Self::new(
            ctx,
            ui,
            [&module.name, &module.context, &module.note],
            (ink, width),
        )
    }

    fn new(
        ctx: &ViewCtx<'_>,
        ui: &Ui,
        [name, cover, note]: [&Name; 3],
        (ink, width): (Color32, f32),
    ) -> Self {
        let t = ctx.theme;
        let lines = [
            (name, fonts::reading_strong(16.5), ink, 22.0),
            (cover, fonts::sans(12.5), t.ink_muted, 18.0),
            (note, fonts::reading_italic(13.5), t.ink_faint, 18.0),
        ];
        let layout = |(text, font, color, leading): (&Name, FontId, Color32, f32)| {
            let format = TextFormat {
                line_height: Some(leading),
                ..TextFormat::simple(font, color)
            };
            let mut job = LayoutJob::single_section(ctx.say(text).to_owned(), format);
            job.wrap.max_width = width;
            ui.painter().layout_job(job)
        };
        Self(
            lines
                .into_iter()
                .filter(|(text, ..)| !text.is_empty())
                .map(layout)
                .collect(),
        )
    }

    /// In points.
    pub fn height(&self) -> f32 {
        self.0.iter().map(|galley| galley.size().y).sum::<f32>() + 2.0
    }

    pub fn paint(self, ctx: &ViewCtx<'_>, ui: &Ui, mut at: Pos2) {
        for galley in self.0 {
            let height = galley.size().y;
            ui.painter().galley(at, galley, ctx.theme.ink);
            at.y += height + 1.0;
        }
    }
}
