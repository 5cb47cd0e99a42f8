//! Passages in reading order: number in the margin, title, text, then what they are about in one quiet line.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Align2, Color32, Context, Event, Id, Rangef, Rect, Response, Role, Sense, Shape, Ui,
    Vec2, WidgetInfo, pos2,
};

use super::image_block::USUAL_SHAPE;
use super::original_text::worded_ui;
use super::theme::space;
use super::widgets::{
    ProseLook, current, focus_ring, follow_focus, group, hairline, is_read_aloud, place_button,
    pointing, quiet_button,
};
use super::{ViewCtx, fonts};
use crate::session::{Action, Carry};
use crate::story::{Block, Item, Passage, PassageId, Story};
use crate::texts::fill;

/// How far outside the view passages are still laid out, in points, for Tab to find; and for a screen reader, which
/// looks further ahead.
const OVERSCAN: f32 = 1_000.0;
const READ_ALOUD: f32 = 6_000.0;

/// Less than this, in points, is what rounding does.
pub const ROUNDING: f32 = 0.5;
/// A passage of which no more than this is in view, in points, has been read.
const LOWER_EDGE: f32 = 28.0;

/// The heights of the passages, so that those far from the view need not be laid out.
#[derive(Default)]
pub struct PassageList {
    /// As last laid out; before that, about what they will be.
    heights: Vec<f32>,
    /// Of the column, when the heights were taken.
    width: f32,
    /// Of the first, below the top of the page.
    start: f32,
    /// How much taller than it was taken for what lies above the view has turned out to be, in points.
    grown: f32,
    /// The passage that the text is on its way to.
    goal: Option<PassageId>,
}

impl PassageList {
    /// Whether the text now wraps at another width, and stands elsewhere for it.
    fn fit(&mut self, story: &Story, width: f32) -> bool {
        let changed = self.width != width || self.heights.len() != story.passages().len();
        if changed {
            self.width = width;
            let passages = story.passages();
            self.heights = passages
                .map(|(_, passage)| likely_height(passage, width))
                .collect();
        }
        changed
    }

    fn height(&self, id: PassageId) -> f32 {
        self.heights.get(id.index()).copied().unwrap_or_default()
    }

    pub fn carry(&mut self, carry: Carry<'_>) {
        let passages = carry.to.passages();
        let mut heights: Vec<f32> = passages
            .map(|(_, passage)| likely_height(passage, self.width))
            .collect();
        for (before, _) in carry.from.passages() {
            let after = carry
                .passage(before)
                .and_then(|after| heights.get_mut(after.index()));
            if let (Some(slot), Some(height)) = (after, self.heights.get(before.index())) {
                *slot = *height;
            }
        }
        self.heights = heights;
        self.goal = self.goal.and_then(|goal| carry.passage(goal));
    }

    /// How far the text has moved down under the reader's eye since it was last asked.
    pub fn take_grown(&mut self) -> f32 {
        std::mem::take(&mut self.grown)
    }

    /// Scrolls to the goal until it is where it is to be, and what is above it has stopped growing.
    fn go_to(&mut self, ui: &Ui, area: Rect, moves: bool) {
        let top = area.top() - space::SMALL;
        if moves {
            ui.scroll_to_rect(area.with_min_y(top), Some(Align::TOP));
        } else if (top - ui.clip_rect().top()).abs() < ROUNDING {
            self.goal = None;
        }
    }

    fn measured(&mut self, id: PassageId, height: f32) {
        if let Some(slot) = self.heights.get_mut(id.index()) {
            *slot = height;
        }
    }
}

/// Of a passage that was not laid out yet, in points.
fn likely_height(passage: &Passage, width: f32) -> f32 {
    let characters: usize = passage
        .blocks
        .iter()
        .map(|block| block.prose().text.len())
        .sum();
    let rows = characters as f32 * 7.5 / width.max(100.0);
    let is_image = |block: &&Block| matches!(block, Block::Image(_));
    let images = passage.blocks.iter().filter(is_image).count();
    110.0 + rows.ceil() * 26.0 + images as f32 * width * USUAL_SHAPE
}

pub fn passages_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    passages: &[PassageId],
    list: &mut PassageList,
    scroll_to: Option<PassageId>,
) {
    let rewrapped = list.fit(ctx.story, ui.available_width());
    // The reader keeps the passage they are on.
    let scroll_to = scroll_to.or(ctx.session.selected_passage().filter(|_| rewrapped));
    let is_new = scroll_to.is_some();
    if is_new || is_taken_over(ui) {
        list.goal = scroll_to;
    }
    let goal = list.goal;
    // Whether something before the goal is taller or lower than it was.
    let start = ui.cursor().top() - ui.max_rect().top();
    let mut has_moved = (list.start - start).abs() >= ROUNDING;
    list.start = start;
    let near = ui.clip_rect().y_range().expand(overscan(ui.ctx()));
    // What is far from the view takes its room, and nothing else.
    let mut gap = 0.0;
    for &id in passages {
        let height = list.height(id);
        let top = ui.cursor().top() + gap;
        if goal != Some(id) && !near.intersects(Rangef::new(top, top + height)) {
            gap += height;
            continue;
        }
        ui.add_space(std::mem::take(&mut gap));
        let area = ui.push_id(id, |ui| passage_ui(ctx, ui, id)).inner;
        list.measured(id, area.height());
        let growth = if rewrapped {
            0.0
        } else {
            area.height() - height
        };
        if goal.is_none() {
            // Where it was before what is above it grew.
            let bottom = area.top() - list.grown + height;
            if bottom <= ui.clip_rect().top() + LOWER_EDGE {
                list.grown += growth;
            }
        } else if goal == Some(id) {
            // In view already, it stays where it is: nothing jumps about under the reader's eye. Of one that is on its way,
            // what is in view says nothing: a scroll of the last frame moves it yet.
            if is_new && ui.clip_rect().contains_rect(area) {
                list.goal = None;
            } else {
                list.go_to(ui, area, is_new || has_moved);
            }
        } else {
            has_moved |= growth.abs() >= ROUNDING;
        }
    }
    ui.add_space(gap);
}

/// How far outside the view a list is laid out, in points.
pub fn overscan(ctx: &Context) -> f32 {
    if is_read_aloud(ctx) {
        READ_ALOUD
    } else {
        OVERSCAN
    }
}

/// Whether the reader scrolls, or turns to something else.
fn is_taken_over(ui: &Ui) -> bool {
    ui.input(|input| {
        let is_key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        input.pointer.any_down()
            || input.smooth_scroll_delta() != Vec2::ZERO
            || input.events.iter().any(is_key)
    })
}

fn passage_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: PassageId) -> Rect {
    let t = ctx.theme;
    let passage = ctx.story.passage(id);
    let ground = ui.painter().add(Shape::Noop);
    let card = ui.scope(|ui| {
        ui.add_space(22.0);
        title_ui(ctx, ui, id, passage);
        ui.add_space(6.0);
        let look = ProseLook {
            font: fonts::reading(16.5),
            color: t.ink,
            leading: 26.0,
        };
        worded_ui(ctx, ui, id, &look);
        ui.add_space(4.0);
        about_ui(ctx, ui, passage);
        ui.add_space(16.0);
        hairline(ui);
    });
    let rect = card.response.rect;
    if ctx.session.is_selected(Item::Passage(id)) {
        ui.painter().set(ground, current(t, rect));
    }
    rect
}

/// A click on the title makes the passage the current one.
fn title_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: PassageId, passage: &Passage) {
    const ROOM_FOR_NUMBER: f32 = 52.0;
    let t = ctx.theme;
    let number = paragraph(ctx, passage);
    let width = ui.available_width()
        - if number.is_empty() {
            0.0
        } else {
            ROOM_FOR_NUMBER
        };
    let title = (ctx.say(&passage.title), ctx.say_too(&passage.title));
    let response = group(ui, Role::Heading, title.0, |ui| {
        heading_ui(ui, passage_title_id(id), title, width)
    });
    let spoken = fill(
        &ctx.texts.reading.passage,
        &[("title", ctx.say(&passage.title))],
    );
    let selected = ctx.session.is_selected(Item::Passage(id));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &spoken));
    follow_focus(&response);
    focus_ring(ui, &response, 4);
    let right = pos2(ui.max_rect().right(), response.rect.top() + 5.0);
    ui.painter().text(
        right,
        Align2::RIGHT_TOP,
        number,
        fonts::sans_medium(12.0),
        t.ink_faint,
    );
    if pointing(response).clicked() {
        ctx.send(Action::Select(Item::Passage(id)));
    }
}

/// Of a passage's title, to give it the focus by.
pub fn passage_title_id(passage: PassageId) -> Id {
    Id::unique(("passage title", passage))
}

/// The second language follows on the same line where both have room on it, and else has a line of its own.
fn heading_ui(ui: &mut Ui, id: Id, (title, second): (&str, Option<&str>), width: f32) -> Response {
    /// Between the two, in points.
    const GAP: f32 = 10.0;
    let t = super::theme::theme(ui.ctx());
    let format = |font, color| TextFormat {
        line_height: Some(25.0),
        ..TextFormat::simple(font, color)
    };
    let mut job = LayoutJob::default();
    job.append(
        title,
        0.0,
        format(fonts::reading_strong(19.0), Color32::PLACEHOLDER),
    );
    if let Some(second) = second {
        let muted = format(fonts::reading(16.0), t.ink_muted);
        let one_line = {
            let mut job = job.clone();
            job.append(second, GAP, muted.clone());
            ui.painter().layout_job(job).size().x <= width
        };
        if one_line {
            job.append(second, GAP, muted);
        } else {
            job.append("\n", 0.0, muted.clone());
            job.append(second, 0.0, muted);
        }
    }
    job.wrap.max_width = width;
    let galley = ui.painter().layout_job(job);
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    let ink = if response.hovered() {
        t.accent_ink
    } else {
        t.ink
    };
    ui.painter().galley(rect.min, galley, ink);
    response
}

/// As in "¶6", or "¶6–7".
pub fn paragraph(ctx: &ViewCtx<'_>, passage: &Passage) -> String {
    numbers(ctx, &passage.paragraphs)
}

/// The same for any paragraphs of the source.
pub fn numbers(ctx: &ViewCtx<'_>, paragraphs: &[u32]) -> String {
    let numbers = match paragraphs {
        [] => return String::new(),
        [one] => one.to_string(),
        [first, .., last] => format!("{first}–{last}"),
    };
    fill(&ctx.texts.reading.paragraph, &[("n", &numbers)])
}

/// What a link to the passage is called.
pub fn reads(ctx: &ViewCtx<'_>, passage: PassageId) -> String {
    let passage = ctx.story.passage(passage);
    let number = paragraph(ctx, passage);
    fill(
        &ctx.texts.reading.read,
        &[("paragraph", &number), ("title", ctx.say(&passage.title))],
    )
}

/// The places and topics of a passage: a click goes there, or filters by it.
fn about_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, passage: &Passage) {
    let (story, texts) = (ctx.story, &ctx.texts.reading);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for &place in &passage.places {
            let name = ctx.say(&story.place(place).name);
            let response = place_button(ui, name, &fill(&texts.place_chip, &[("name", name)]));
            if response.hovered() || response.has_focus() {
                ctx.hover(Item::Place(place));
            }
            if response.clicked() {
                ctx.send(Action::Select(Item::Place(place)));
            }
        }
        for &topic in &passage.topics {
            let name = ctx.say(&story.topic(topic).name);
            if quiet_button(ui, name, &fill(&texts.topic_chip, &[("name", name)])).clicked() {
                ctx.send(Action::ToggleTopic(topic));
            }
        }
    });
}
