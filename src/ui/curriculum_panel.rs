//! What the college teaches: subjects, and modules that a reader can tick as studied.

use egui::{
    Align, Align2, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_extras::{Size, StripBuilder};

use super::curriculum_entry::Entry;
use super::lazy_rows::{LazyRows, Rows};
use super::passage_list::{paragraph, reads};
use super::theme::space;
use super::widgets::{
    as_heading, focus_ring, follow_focus, hairline, kicker, line, page_heading, pointing, progress,
    quiet_button, tick, warmth,
};
use super::{Request, ViewCtx, fonts};
use crate::session::Action;
use crate::story::{Item, Module, ModuleId, Subject, SubjectId};
use crate::texts::fill;

const TICK_WIDTH: f32 = 36.0;
const NUMBER_WIDTH: f32 = 40.0;
/// Of a subject or a module whose name takes one line, in points.
const LIKELY: f32 = 44.0;

/// Subjects and modules in the order they are listed in.
#[derive(Default)]
pub struct CurriculumRows {
    subjects: LazyRows,
    modules: LazyRows,
}

pub fn curriculum_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, rows: &mut CurriculumRows) {
    let t = ctx.theme;
    let (story, texts) = (ctx.story, &ctx.texts.curriculum);
    let title = line(ui, &texts.title, fonts::display(30.0), t.ink, 34.0);
    page_heading(ui, &title, &texts.title);
    if let Some(actor) = story.curriculum {
        ui.add_space(6.0);
        let by = fill(&texts.by, &[("name", ctx.say(&story.actor(actor).name))]);
        line(ui, &by, fonts::reading_italic(15.0), t.ink_muted, 20.0);
    }
    ui.add_space(18.0);
    let all = story.modules().len();
    if all + story.subjects().len() == 0 {
        line(ui, &texts.empty, fonts::reading(16.5), t.ink_muted, 26.0);
        return;
    }
    progress_ui(ctx, ui, all);
    let visible = ctx.session.visible();
    let subjects: Vec<_> = story
        .subjects()
        .filter(|(_, subject)| visible.follows(subject.passage))
        .collect();
    let modules: Vec<_> = story
        .modules()
        .filter(|(_, module)| visible.follows(module.passage))
        .collect();
    let hidden = story.subjects().len() + all - subjects.len() - modules.len();
    if !subjects.is_empty() {
        section(ctx, ui, &texts.subjects);
        subjects_ui(ctx, ui, &subjects, &mut rows.subjects);
    }
    if !modules.is_empty() {
        section(ctx, ui, &texts.modules);
        modules_ui(ctx, ui, &modules, &mut rows.modules);
    }
    ui.add_space(space::MEDIUM);
    if hidden > 0 {
        let text = fill(&texts.hidden, &[("n", &hidden.to_string())]);
        line(ui, &text, fonts::sans(12.5), t.ink_muted, 18.0);
        ui.add_space(space::SMALL);
    }
    line(
        ui,
        &texts.ours,
        fonts::reading_italic(14.0),
        t.ink_faint,
        19.0,
    );
}

fn progress_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, all: usize) {
    let t = ctx.theme;
    let texts = &ctx.texts.curriculum;
    let done = ctx
        .story
        .modules()
        .filter(|(_, module)| ctx.settings.is_studied(ctx.story_key, &module.key))
        .count();
    let (n, total) = (done.to_string(), all.to_string());
    let values = [("n", n.as_str()), ("all", total.as_str())];
    line(
        ui,
        &fill(&texts.progress, &values),
        fonts::sans_medium(12.5),
        t.ink_muted,
        18.0,
    );
    ui.add_space(space::SMALL);
    progress(
        ui,
        done as f32 / all.max(1) as f32,
        &fill(&texts.progress_spoken, &values),
    );
}

fn section(ctx: &ViewCtx<'_>, ui: &mut Ui, title: &str) {
    ui.add_space(space::LARGE);
    as_heading(&kicker(ui, title, ctx.theme.ink_faint), 2, title);
    ui.add_space(10.0);
    hairline(ui);
}

/// Two columns where there is room for two.
fn subjects_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    subjects: &[(SubjectId, &Subject)],
    rows: &mut LazyRows,
) {
    const GAP: f32 = 24.0;
    let columns = if ui.available_width() < 360.0 { 1 } else { 2 };
    let width = (ui.available_width() - GAP * (columns - 1) as f32) / columns as f32;
    let shown: Vec<_> = subjects.chunks(columns).collect();
    let list = Rows {
        shown: &shown,
        number: |row| row.first().map_or(0, |(id, _)| id.index()),
        likely: LIKELY,
        whole: false,
    };
    rows.show(ui, &list, |ui, row| {
        ui.add_space(10.0);
        let origin = ui.cursor().min;
        let entries: Vec<Entry> = row
            .iter()
            .map(|(_, subject)| Entry::of_subject(ctx, ui, subject, width - NUMBER_WIDTH))
            .collect();
        let height = entries.iter().map(Entry::height).fold(0.0, f32::max);
        for (column, ((id, subject), entry)) in row.iter().zip(entries).enumerate() {
            let min = origin + vec2(column as f32 * (width + GAP), 0.0);
            subject_ui(
                ctx,
                ui,
                Rect::from_min_size(min, vec2(width, height)),
                (*id, subject),
                entry,
            );
        }
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    });
}

/// The whole subject leads to its passage.
fn subject_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &Ui,
    area: Rect,
    (id, subject): (SubjectId, &Subject),
    entry: Entry,
) {
    let response = ui.interact(area, ui.scope_id().with(id), Sense::click());
    response.widget_info(|| {
        let link = subject
            .passage
            .map(|passage| reads(ctx, passage))
            .unwrap_or_default();
        WidgetInfo::labeled(
            Role::Button,
            true,
            format!("{}. {link}", ctx.say(&subject.name)),
        )
    });
    follow_focus(&response);
    row_ground(ctx, ui, &response, area.expand2(vec2(8.0, 2.0)));
    entry.paint(ctx, ui, area.min);
    let Some(passage) = subject.passage else {
        return;
    };
    let number = paragraph(ctx, ctx.story.passage(passage));
    let corner = area.right_top() + vec2(0.0, 4.0);
    ui.painter().text(
        corner,
        Align2::RIGHT_TOP,
        number,
        fonts::sans_medium(12.0),
        ctx.theme.ink_faint,
    );
    if pointing(response).clicked() {
        ctx.send(Action::Select(Item::Passage(passage)));
    }
}

fn modules_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    modules: &[(ModuleId, &Module)],
    rows: &mut LazyRows,
) {
    const PADDING: f32 = 10.0;
    let width = ui.available_width() - TICK_WIDTH - NUMBER_WIDTH;
    ui.spacing_mut().item_spacing.x = 0.0;
    let list = Rows {
        shown: modules,
        number: |(id, _)| id.index(),
        likely: LIKELY,
        whole: false,
    };
    rows.show(ui, &list, |ui, &(id, module)| {
        let entry = Entry::of_module(ctx, ui, module, width);
        let row = vec2(ui.available_width(), entry.height() + 2.0 * PADDING);
        let builder = UiBuilder::new()
            .id_salt(id)
            .max_rect(Rect::from_min_size(ui.cursor().min, row));
        ui.scope_builder(builder, |ui| {
            let columns = StripBuilder::new(ui)
                .size(Size::remainder())
                .size(Size::exact(NUMBER_WIDTH));
            columns.horizontal(|mut strip| {
                strip.cell(|ui| module_ui(ctx, ui, (id, module), entry));
                strip.cell(|ui| number_ui(ctx, ui, module));
            });
        });
    });
}

/// The row ticks the module.
fn module_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, (id, module): (ModuleId, &Module), entry: Entry) {
    let done = ctx.settings.is_studied(ctx.story_key, &module.key);
    let cell = ui.max_rect();
    let response = ui.interact(cell, ui.scope_id().with(id), Sense::click());
    response.widget_info(|| {
        let spoken = fill(
            &ctx.texts.curriculum.studied,
            &[("name", ctx.say(&module.name))],
        );
        WidgetInfo::selected(Role::CheckBox, true, done, spoken)
    });
    follow_focus(&response);
    let whole = cell
        .with_max_x(cell.right() + NUMBER_WIDTH)
        .expand2(vec2(10.0, -2.0));
    row_ground(ctx, ui, &response, whole);
    tick(
        ui,
        &response,
        pos2(cell.left() + 11.0, cell.center().y),
        done,
    );
    let middle = cell.center().y - entry.height() / 2.0;
    entry.paint(ctx, ui, pos2(cell.left() + TICK_WIDTH, middle));
    ui.painter()
        .hline(cell.x_range(), cell.bottom() - 0.5, ctx.theme.hair());
    if pointing(response).clicked() {
        ctx.send(Request::ToggleStudied(id));
    }
}

/// The number leads to the module's passage.
fn number_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, module: &Module) {
    let cell = ui.max_rect();
    ui.painter()
        .hline(cell.x_range(), cell.bottom() - 0.5, ctx.theme.hair());
    let Some(passage) = module.passage else {
        return;
    };
    let number = paragraph(ctx, ctx.story.passage(passage));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if quiet_button(ui, &number, &reads(ctx, passage)).clicked() {
            ctx.send(Action::Select(Item::Passage(passage)));
        }
    });
}

fn row_ground(ctx: &ViewCtx<'_>, ui: &Ui, response: &Response, area: Rect) {
    let warm = warmth(ui, response);
    if warm > 0.0 {
        ui.painter()
            .rect_filled(area, 6.0, ctx.theme.hover.gamma_multiply(warm));
    }
    focus_ring(ui, response, 6);
}
