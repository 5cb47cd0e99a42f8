//! All places that were found, the doubtful ones first.

use egui::{Align2, Role, Sense, Ui, WidgetInfo, vec2};

use super::FoundPage;
use super::topics::topics_ui;
use super::words::{certainty, name, what_is, why};
use crate::article::mending::{Certainty, Found, Mending};
use crate::session::Action;
use crate::texts::fill;
use crate::ui::theme::space;
use crate::ui::widgets::{
    focus_ring, follow_focus, group, hairline, kicker, line, page_heading, pointing, text_button,
    warmth,
};
use crate::ui::{Command, ViewCtx, fonts};

/// So many are shown; those looked through make room for more.
const SHOWN: usize = 200;

pub fn list_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, mending: &Mending, page: &mut FoundPage) {
    *page = FoundPage::default();
    let t = ctx.theme;
    let texts = &ctx.texts.mending;
    let all = mending.found();
    let title = if all.is_empty() {
        &texts.none_title
    } else {
        &texts.title
    };
    let heading = line(ui, title, fonts::display(28.0), t.ink, 34.0);
    page_heading(ui, &heading, title);
    ui.add_space(space::SMALL);
    let about = if all.is_empty() {
        texts.none.clone()
    } else {
        summary(ctx, mending)
    };
    line(ui, &about, fonts::reading(16.0), t.ink_muted, 24.0);
    let mark = Command::MarkPlace.hint(&texts.mark, ctx.texts);
    if text_button(ui, &mark).clicked() {
        ctx.send(Command::MarkPlace);
    }
    ui.add_space(space::SMALL);
    group(ui, Role::List, title, |ui| {
        let mut above = None;
        for (index, found) in all.iter().take(SHOWN).enumerate() {
            if above != Some(found.certainty) {
                above = Some(found.certainty);
                heading_ui(ctx, ui, found.certainty);
            }
            found_ui(ctx, ui, mending, found, (index, all.len()));
            hairline(ui);
        }
    });
    if let Some(more) = all.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        ui.add_space(space::SMALL);
        let more = fill(&texts.more, &[("n", &more.to_string())]);
        line(ui, &more, fonts::sans(13.0), t.ink_muted, 19.0);
    }
    topics_ui(ctx, ui);
}

fn summary(ctx: &ViewCtx<'_>, mending: &Mending) -> String {
    let texts = &ctx.texts.mending;
    let (all, doubtful) = (mending.found().len(), mending.doubtful());
    let all_text = if all == 1 {
        &texts.summary_one
    } else {
        &texts.summary_many
    };
    let all = fill(all_text, &[("n", &all.to_string())]);
    let doubtful_text = match doubtful {
        0 => return all,
        1 => &texts.uncertain_one,
        _ => &texts.uncertain_many,
    };
    let doubtful = fill(doubtful_text, &[("n", &doubtful.to_string())]);
    let between = if ctx.texts.language == "zh" { "" } else { " " };
    format!("{all}{between}{doubtful}")
}

fn heading_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, of: Certainty) {
    let t = ctx.theme;
    let ink = if of == Certainty::Doubtful {
        t.accent_ink
    } else {
        t.ink_faint
    };
    ui.add_space(space::MEDIUM);
    kicker(ui, certainty(ctx.texts, of), ink);
    ui.add_space(2.0);
}

/// How often it is named.
pub fn count(ctx: &ViewCtx<'_>, found: &Found) -> String {
    let texts = &ctx.texts.mending;
    let count = found.mentions.len();
    if count == 1 {
        texts.mentions_one.clone()
    } else {
        fill(&texts.mentions_many, &[("n", &count.to_string())])
    }
}

/// `position`: which of how many.
fn found_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    mending: &Mending,
    found: &Found,
    position: (usize, usize),
) {
    let t = ctx.theme;
    let Some(item) = ctx.story.find(&found.id) else {
        return;
    };
    let name = name(ctx.texts, mending, ctx.story, found.meaning);
    let what = what_is(ctx.texts, mending, found.meaning);
    let why = why(ctx.texts, mending, found);
    let count = count(ctx, found);
    let width = ui.available_width();
    let layout = |text: &str, font, ink, room: f32| {
        let text = text.to_owned();
        ui.painter()
            .layout(text, font, ink, (width - room).max(60.0))
    };
    let title = layout(&name, fonts::reading_strong(16.5), t.ink, 110.0);
    let what_text = layout(&what, fonts::sans(12.5), t.ink_muted, 0.0);
    let why_text = layout(&why, fonts::reading(14.5), t.ink_muted, 0.0);
    let height = title.size().y + what_text.size().y + why_text.size().y + 26.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let values = [
            ("name", &*name),
            ("certainty", certainty(ctx.texts, found.certainty)),
            ("count", &count),
            ("what", &what),
            ("why", &why),
        ];
        let spoken = fill(&ctx.texts.mending.row, &values);
        WidgetInfo::labeled(Role::Button, true, spoken)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_position_in_set(position.0);
        node.set_size_of_set(position.1);
    });
    follow_focus(&response);
    let warm = warmth(ui, &response);
    let ground = rect.expand2(vec2(10.0, -2.0));
    ui.painter()
        .rect_filled(ground, 6.0, t.hover.gamma_multiply(warm));
    let corner = rect.right_top() + vec2(0.0, 13.0);
    ui.painter().text(
        corner,
        Align2::RIGHT_TOP,
        &count,
        fonts::sans(12.0),
        t.ink_faint,
    );
    let mut at = rect.min + vec2(0.0, 10.0);
    for text in [title, what_text, why_text] {
        let below = at + vec2(0.0, text.size().y + 3.0);
        ui.painter().galley(at, text, t.ink);
        at = below;
    }
    focus_ring(ui, &response, 6);
    if response.hovered() || response.has_focus() {
        ctx.hover(item);
    }
    if pointing(response).clicked() {
        ctx.send(Action::Examine(item));
    }
}
