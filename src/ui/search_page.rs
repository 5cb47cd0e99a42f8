//! What the search found: each thing with a few words around the hit.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Role, Sense, Ui, WidgetInfo, vec2};

use super::found_words::snippet;
use super::theme::space;
use super::widgets::{
    focus_ring, follow_focus, group, hairline, line, page_heading, pointing, primary_button, warmth,
};
use super::{ViewCtx, fonts};
use crate::session::Action;
use crate::session::search::Snippet;
use crate::story::{Item, Name};
use crate::texts::fill;

/// Nobody reads more; another word makes them fewer.
const SHOWN: usize = 200;

pub fn search_page_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let t = ctx.theme;
    let texts = &ctx.texts.search;
    let hits = ctx.session.finding().hits();
    if hits.is_empty() {
        let title = &texts.nothing_title;
        let shown = line(ui, title, fonts::reading_strong(19.0), t.ink, 25.0);
        page_heading(ui, &shown, title);
        ui.add_space(6.0);
        line(ui, &texts.nothing, fonts::reading(16.5), t.ink_muted, 26.0);
        ui.add_space(space::MEDIUM);
        if primary_button(ui, &texts.clear, fonts::glyph::CLOSE).clicked() {
            ctx.send(Action::Search(String::new()));
        }
        return;
    }
    let count = count(ctx);
    let shown = line(ui, &count, fonts::display(28.0), t.ink, 34.0);
    page_heading(ui, &shown, &count);
    ui.add_space(18.0);
    let all = hits.items().len();
    group(ui, Role::List, &count, |ui| {
        for (i, &item) in hits.items().iter().take(SHOWN).enumerate() {
            hairline(ui);
            hit_ui(ctx, ui, item, (i, all));
        }
    });
}

/// How much was found, in words.
pub fn count(ctx: &ViewCtx<'_>) -> String {
    let texts = &ctx.texts.search;
    let finding = ctx.session.finding();
    let count = match finding.hits().items().len() {
        0 => return texts.nothing_title.clone(),
        1 => &texts.count_one,
        _ => &texts.count_many,
    };
    let all = finding.hits().items().len().to_string();
    let query: String = finding.query().trim().chars().take(60).collect();
    fill(count, &[("n", &all), ("query", &query)])
}

/// `position`: which of how many.
fn hit_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, item: Item, position: (usize, usize)) {
    let t = ctx.theme;
    let Some((kind, name)) = described(ctx, item) else {
        return;
    };
    let found = snippet(ctx, ui.ctx(), item);
    let snippet = (*found).as_ref();
    let width = ui.available_width();
    let title = ui.painter().layout(
        name.to_owned(),
        fonts::reading_strong(16.5),
        t.ink,
        width - 80.0,
    );
    let words = snippet.map(|snippet| ui.painter().layout_job(job(ctx, snippet, width)));
    let height = 24.0 + title.size().y + words.as_ref().map_or(0.0, |words| words.size().y + 3.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let words = snippet.map_or("", |snippet| &snippet.text);
        WidgetInfo::labeled(Role::Button, true, format!("{kind}: {name}. {words}"))
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
    let at = rect.min + vec2(0.0, 12.0);
    let corner = rect.right_top() + vec2(0.0, 15.0);
    ui.painter().text(
        corner,
        Align2::RIGHT_TOP,
        kind,
        fonts::sans(12.0),
        t.ink_faint,
    );
    let below = at + vec2(0.0, title.size().y + 3.0);
    ui.painter().galley(at, title, t.ink);
    if let Some(words) = words {
        ui.painter().galley(below, words, t.ink_muted);
    }
    focus_ring(ui, &response, 6);
    if pointing(response).clicked() {
        ctx.send(Action::Select(item));
    }
}

fn job(ctx: &ViewCtx<'_>, snippet: &Snippet, width: f32) -> LayoutJob {
    let t = ctx.theme;
    let plain = TextFormat {
        line_height: Some(20.0),
        ..TextFormat::simple(fonts::reading(15.0), t.ink_muted)
    };
    let marked = TextFormat {
        background: t.text_selection,
        color: t.ink,
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut from = 0;
    for mark in &snippet.marks {
        job.append(
            snippet.text.get(from..mark.start).unwrap_or_default(),
            0.0,
            plain.clone(),
        );
        job.append(
            snippet.text.get(mark.clone()).unwrap_or_default(),
            0.0,
            marked.clone(),
        );
        from = mark.end;
    }
    job.append(snippet.text.get(from..).unwrap_or_default(), 0.0, plain);
    job
}

/// What kind of thing it is, and what it is called.
pub fn described<'a>(ctx: &ViewCtx<'a>, item: Item) -> Option<(&'a str, &'a str)> {
    let (story, texts) = (ctx.story, &ctx.texts.search);
    let (kind, name): (&str, &Name) = match item {
        Item::Place(id) => (&texts.place, &story.place(id).name),
        Item::Topic(id) => (&texts.topic, &story.topic(id).name),
        Item::Actor(id) => (&texts.actor, &story.actor(id).name),
        Item::Event(id) => (&texts.event, &story.event(id).name),
        Item::Subject(id) => (&texts.subject, &story.subject(id).name),
        Item::Module(id) => (&texts.module, &story.module(id).name),
        Item::Passage(id) => (&texts.passage, &story.passage(id).title),
        Item::Region(_) | Item::Connection(_) => return None,
    };
    Some((kind, ctx.say(name)))
}
