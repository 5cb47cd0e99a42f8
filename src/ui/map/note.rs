//! A sentence on the map, in a frame of its own.

use std::sync::Arc;

use egui::{Align2, Galley, Id, Pos2, Rect, StrokeKind, Ui, vec2};

use crate::ui::widgets::announced;
use crate::ui::{ViewCtx, fonts};

pub struct Note {
    words: String,
    galley: Arc<Galley>,
    /// Where the words stand.
    at: Rect,
}

impl Note {
    /// At a point, and no wider than so many points.
    pub fn new(
        ctx: &ViewCtx<'_>,
        ui: &Ui,
        words: String,
        (align, at, width): (Align2, Pos2, f32),
    ) -> Self {
        let color = ctx.theme.ink_muted;
        let galley = ui
            .painter()
            .layout(words.clone(), fonts::sans(12.0), color, width);
        Self {
            words,
            at: align.anchor_size(at, galley.size()),
            galley,
        }
    }

    /// What it takes of the map.
    pub fn area(&self) -> Rect {
        self.at.expand2(vec2(14.0, 9.0))
    }

    /// Draws it, and has it spoken when it comes or changes.
    pub fn show(self, ctx: &ViewCtx<'_>, ui: &Ui, id: Id) {
        let (area, t) = (self.at.expand2(vec2(10.0, 5.0)), ctx.theme);
        ui.painter()
            .rect(area, 6.0, t.raised, t.hair(), StrokeKind::Inside);
        ui.painter().galley(self.at.min, self.galley, t.ink_muted);
        announced(ui, area, id, &self.words);
    }
}
