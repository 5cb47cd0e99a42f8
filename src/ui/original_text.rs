//! What a passage retells, word for word, beside or instead of the retelling.

use egui::{Frame, Role, Ui};

use super::passage_list::numbers;
use super::passage_text::{in_language, text_ui};
use super::widgets::{Choices, ProseLook, group, line, switch};
use super::{ViewCtx, fonts};
use crate::original::Aligned;
use crate::settings::{Setting, Wording};
use crate::story::PassageId;
use crate::texts::fill;

/// The passage in the words that the reader wants.
pub fn worded_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: PassageId, look: &ProseLook) {
    let Some(original) = ctx.original else {
        text_ui(ctx, ui, id, look);
        return;
    };
    match ctx.settings.wording {
        Wording::Retelling => text_ui(ctx, ui, id, look),
        Wording::Original => original_ui(ctx, ui, (id, original), look),
        Wording::Both => {
            text_ui(ctx, ui, id, look);
            ui.add_space(10.0);
            original_ui(ctx, ui, (id, original), look);
        }
    }
}

/// Set on a ground of its own, and called what it is.
fn original_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    (id, original): (PassageId, &Aligned),
    look: &ProseLook,
) {
    let t = ctx.theme;
    let texts = &ctx.texts.original;
    let passage = ctx.story.passage(id);
    let paragraphs: Vec<_> = original.paragraphs(&passage.key).collect();
    let label_font = fonts::sans_medium(11.5);
    if paragraphs.is_empty() {
        line(ui, &texts.nothing, label_font, t.ink_faint, 18.0);
        return;
    }
    let which: Vec<_> = paragraphs.iter().map(|of| of.number as u32).collect();
    let publisher = ctx.say(&ctx.story.source.publisher);
    let values = [
        ("publisher", publisher),
        ("paragraph", &numbers(ctx, &which)),
    ];
    let label = if publisher.is_empty() {
        fill(&texts.label, &values)
    } else {
        fill(&texts.label_of, &values)
    };
    group(ui, Role::Blockquote, &label, |ui| {
        let frame = Frame::NONE
            .fill(t.hover)
            .stroke(t.hair())
            .corner_radius(6)
            .inner_margin(12);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            line(ui, &label, label_font, t.ink_muted, 18.0);
            for paragraph in paragraphs {
                ui.add_space(6.0);
                let language = if paragraph.is_chinese() { "zh" } else { "en" };
                let look = in_language(look, language);
                line(ui, paragraph.text, look.font, t.ink, look.leading);
            }
        });
    });
}

/// In points; where there is less room beside the tabs, it stands below them.
pub const SWITCH_WIDTH: f32 = 200.0;

/// Which words are shown: of all passages alike.
pub fn wording_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = &ctx.texts.original;
    let values = [
        (Wording::Retelling, texts.retelling.as_str()),
        (Wording::Original, &texts.original),
        (Wording::Both, &texts.both),
    ];
    let options = values.map(|(_, words)| (words, words));
    let chosen = values
        .iter()
        .position(|(wording, _)| *wording == ctx.settings.wording);
    let choices = Choices {
        name: &texts.wording,
        options: &options,
        chosen: chosen.unwrap_or_default(),
        room: f32::INFINITY,
    };
    if let Some((wording, _)) = switch(ui, &choices).and_then(|i| values.get(i)) {
        ctx.send(Setting::Wording(*wording));
    }
}
