//! The head of the story page: the story's title and introduction, or what the lens asks for.

use egui::{Ui, vec2};

use super::fonts::{self, glyph};
use super::passage_text::{Around, blocks_ui, in_language};
use super::theme::space;
use super::widgets::{ProseLook, caption, hairline, kicker, line, page_heading, primary_button};
use super::{Command, ViewCtx};
use crate::story::{Block, Story};
use crate::texts::fill;

/// How fast people read, in characters a minute: some 200 English words.
const CHARACTERS_PER_MINUTE: usize = 1200;

pub fn overview_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    if ctx.session.lens().is_empty() {
        title_ui(ctx, ui);
    } else {
        lens_ui(ctx, ui);
    }
}

fn title_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let t = ctx.theme;
    let (story, texts) = (ctx.story, ctx.texts);
    let source = source_line(ctx);
    if !source.is_empty() {
        kicker(ui, &source, t.accent_ink);
        ui.add_space(10.0);
    }
    if !story.title.is_empty() {
        let title = ctx.say(&story.title);
        let shown = line(ui, title, fonts::display(34.0), t.ink, 39.0);
        page_heading(ui, &shown, title);
        if let Some(second) = ctx.say_too(&story.title) {
            ui.add_space(6.0);
            line(ui, second, fonts::display(22.0), t.ink_muted, 31.0);
        }
        ui.add_space(12.0);
    }
    if !story.source.byline.is_empty() {
        line(
            ui,
            ctx.say(&story.source.byline),
            fonts::reading_italic(15.0),
            t.ink_muted,
            20.0,
        );
        ui.add_space(space::MEDIUM);
    }
    let look = ProseLook {
        font: fonts::reading(18.0),
        color: t.ink,
        leading: 28.0,
    };
    let mut shown: Option<&[Block]> = None;
    for language in ctx.languages() {
        if let Some(blocks) = story.introduction_in(language) {
            if shown.is_some() {
                ui.add_space(10.0);
            }
            let around = Around {
                above: shown.unwrap_or_default(),
                ..Around::default()
            };
            blocks_ui(ctx, ui, blocks, &in_language(&look, language), around);
            shown = Some(blocks);
        }
    }
    if shown.is_none() {
        blocks_ui(ctx, ui, &story.introduction, &look, Around::default());
    }
    ui.add_space(20.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::MEDIUM, space::SMALL);
        if primary_button(ui, &texts.reading.start, glyph::ARROW_RIGHT).clicked() {
            ctx.send(Command::FirstPassage);
        }
        caption(ui, &size_line(ctx));
    });
    ui.add_space(14.0);
    line(
        ui,
        &texts.reading.how_to_read,
        fonts::sans(12.5),
        t.ink_faint,
        18.0,
    );
    ui.add_space(space::LARGE);
    hairline(ui);
}

/// Publisher and date, as far as the story gives them.
fn source_line(ctx: &ViewCtx<'_>) -> String {
    let source = &ctx.story.source;
    let date = source
        .date
        .map(|date| ctx.texts.date(date))
        .unwrap_or_default();
    match (source.publisher.is_empty(), date.is_empty()) {
        (true, _) => date,
        (false, true) => ctx.say(&source.publisher).to_owned(),
        (false, false) => fill(
            &ctx.texts.reading.source,
            &[("publisher", ctx.say(&source.publisher)), ("date", &date)],
        ),
    }
}

fn size_line(ctx: &ViewCtx<'_>) -> String {
    let texts = &ctx.texts.reading;
    let counted = |count: usize, one: &str, many: &str| {
        if count == 1 {
            one.to_owned()
        } else {
            fill(many, &[("n", &count.to_string())])
        }
    };
    let minutes = (characters(ctx.story) / CHARACTERS_PER_MINUTE).max(1);
    let parts = [
        (
            "passages",
            counted(
                ctx.story.passages().len(),
                &texts.passages_one,
                &texts.passages_many,
            ),
        ),
        (
            "places",
            counted(
                ctx.story.places().len(),
                &texts.places_one,
                &texts.places_many,
            ),
        ),
        (
            "minutes",
            counted(minutes, &texts.minutes_one, &texts.minutes_many),
        ),
    ];
    fill(
        &texts.size,
        &parts.each_ref().map(|(name, text)| (*name, text.as_str())),
    )
}

/// An estimate from the first thousand passages: no frame walks a whole long story.
fn characters(story: &Story) -> usize {
    let all = story.passages().len();
    let counted = all.clamp(1, 1000);
    let text = |passage: &crate::story::Passage| {
        passage
            .blocks
            .iter()
            .map(|b| b.prose().text.len())
            .sum::<usize>()
    };
    story
        .passages()
        .take(counted)
        .map(|(_, passage)| text(passage))
        .sum::<usize>()
        * all
        / counted
}

/// What the filters ask for, in words.
fn lens_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let t = ctx.theme;
    let (story, lens, texts) = (ctx.story, ctx.session.lens(), &ctx.texts.filters);
    let places: Vec<&str> = lens
        .places()
        .map(|id| ctx.say(&story.place(id).name))
        .collect();
    let topics: Vec<&str> = lens
        .topics()
        .map(|id| ctx.say(&story.topic(id).name))
        .collect();
    let actors: Vec<&str> = lens
        .actors()
        .map(|id| ctx.say(&story.actor(id).name))
        .collect();
    let asked: Vec<String> = [places, topics, actors]
        .iter()
        .filter(|names| !names.is_empty())
        .map(|names| names.join(&texts.or))
        .collect();
    let shown = ctx.session.visible().passages().len().to_string();
    let all = story.passages().len().to_string();
    kicker(
        ui,
        &fill(&texts.count_spoken, &[("n", &shown), ("all", &all)]),
        t.ink_faint,
    );
    ui.add_space(6.0);
    let asked = asked.join(&texts.and);
    let shown = line(ui, &asked, fonts::display(28.0), t.ink, 34.0);
    page_heading(ui, &shown, &asked);
    ui.add_space(18.0);
    hairline(ui);
}
