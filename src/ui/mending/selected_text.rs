//! Words of the text that the reader has selected, to be marked as a place.

use egui::{Context, FullOutput, OutputCommand, Plugin, Rect, Ui, UiBuilder, vec2};

use crate::texts::fill;
use crate::ui::fonts::glyph;
use crate::ui::widgets::pill;
use crate::ui::{Request, ViewCtx};

/// Characters that a name of a place has at most.
const LONGEST: usize = 60;

/// Hears from egui what was selected: labels tell it to nobody else.
#[derive(Default)]
pub struct SelectedText {
    words: String,
}

impl Plugin for SelectedText {
    fn debug_name(&self) -> &'static str {
        "SelectedText"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let mut commands = output.platform_output.commands.iter().rev();
        let selected = commands.find_map(|command| match command {
            OutputCommand::TextSelectionSettled(text) => Some(text),
            _ => None,
        });
        let before = std::mem::take(&mut self.words);
        if let Some(text) = selected {
            text.trim().clone_into(&mut self.words);
        } else if !ctx.input(|input| input.pointer.any_released()) {
            self.words.clone_from(&before);
        }
        if self.words != before {
            ctx.request_repaint();
        }
    }
}

/// Over the lower edge of the text: what can be done with the words that are selected in it.
pub fn selected_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, area: Rect) {
    let Some(mending) = &ctx.document.mending else {
        return;
    };
    let Some(plugin) = ui.ctx().plugin_opt::<SelectedText>() else {
        return;
    };
    let words = plugin.lock().words.clone();
    let is_name = !words.is_empty() && words.chars().count() <= LONGEST && !words.contains('\n');
    if !is_name || mending.unmarked(&words).next().is_none() {
        return;
    }
    let foot = Rect::from_min_max(area.left_bottom() - vec2(0.0, 60.0), area.right_bottom());
    let mut foot = ui.new_child(UiBuilder::new().id_salt("selected").max_rect(foot));
    let label = fill(&ctx.texts.mending.selected, &[("words", &words)]);
    if pill(&mut foot, &label, glyph::MAP_PIN).clicked() {
        ctx.send(Request::MarkPlace(words));
    }
}
