//! The topics that an article was given: to be called otherwise, or left out.

use egui::Ui;

use crate::article::corrections::Correction;
use crate::texts::fill;
use crate::ui::ViewCtx;
use crate::ui::fonts::glyph;
use crate::ui::theme::space;
use crate::ui::widgets::{TypedLine, icon_button, kicker, typed_line};

/// As many as an article has.
const FIELDS: [&str; 6] = [
    "topic 1", "topic 2", "topic 3", "topic 4", "topic 5", "topic 6",
];

pub fn topics_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let story = ctx.story;
    if story.topics().len() == 0 {
        return;
    }
    let texts = &ctx.texts.mending;
    ui.add_space(space::LARGE);
    kicker(ui, &texts.topics, ctx.theme.ink_faint);
    ui.add_space(4.0);
    for ((_, topic), id) in story.topics().zip(FIELDS) {
        let name = &topic.name.text;
        ui.horizontal(|ui| {
            let room = (ui.available_width() - 48.0).max(80.0);
            let field = TypedLine {
                id,
                name: &fill(&ctx.texts.mending.topic_name, &[("name", name)]),
                hint: "",
                text: name,
            };
            let renamed = ui.allocate_ui(egui::vec2(room, 30.0), |ui| typed_line(ui, &field));
            if let Some(name) = renamed.inner {
                ctx.send(Correction::RenameTopic {
                    topic: topic.key.to_string(),
                    name: name.trim().to_owned(),
                });
            }
            let drop = fill(&ctx.texts.mending.drop_topic, &[("name", name)]);
            if icon_button(ui, glyph::CLOSE, &drop).clicked() {
                ctx.send(Correction::DropTopic {
                    topic: topic.key.to_string(),
                });
            }
        });
        ui.add_space(4.0);
    }
}
