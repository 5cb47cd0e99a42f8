//! What is wrong with the story's file: where, the line with the part that is meant, and what would be right.

use egui::text::{LayoutJob, TextFormat};
use egui::{Role, Ui};

use super::theme::space;
use super::widgets::{group, hairline, line, page_heading, quiet_button};
use super::{Request, ViewCtx, fonts};
use crate::files::FileProblem;
use crate::format::Shown;
use crate::sentences::{Said as _, Sentences};
use crate::story::Severity;
use crate::texts::{Problems, fill};

/// So many are shown; those mended make room for more.
const SHOWN: usize = 200;

pub fn problems_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let t = ctx.theme;
    let texts = &ctx.texts.problems;
    let heading = line(ui, &texts.title, fonts::display(28.0), t.ink, 34.0);
    page_heading(ui, &heading, &texts.title);
    ui.add_space(space::SMALL);
    let document = ctx.document;
    if document.is_behind {
        line(ui, &texts.behind, fonts::reading(16.0), t.ink_muted, 24.0);
        ui.add_space(space::SMALL);
    }
    if document.problems.is_empty() {
        line(ui, &texts.none, fonts::reading(16.0), t.ink_muted, 24.0);
    }
    group(ui, Role::List, &texts.title, |ui| {
        for problem in document.problems.iter().take(SHOWN) {
            problem_ui(ctx, ui, problem);
        }
    });
}

fn problem_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, problem: &FileProblem) {
    let t = ctx.theme;
    let texts = &ctx.texts.problems;
    hairline(ui);
    ui.add_space(space::SMALL);
    let (kind, ink) = match problem.kind.severity() {
        Severity::Fault => (&texts.fault, t.accent_ink),
        Severity::Hint => (&texts.hint, t.ink_muted),
    };
    ui.horizontal_wrapped(|ui| {
        line(ui, kind, fonts::sans_strong(12.0), ink, 24.0);
        let copy = fill(&texts.copy, &[("place", &problem.place)]);
        if quiet_button(ui, &short(&problem.place), &copy)
            .on_hover_text(&copy)
            .clicked()
        {
            ctx.send(Request::Copy(problem.place.clone()));
        }
    });
    let Sentences { message, remedy } = problem.kind.said(ctx.texts.said_in());
    let message = sentence(texts, &message);
    line(ui, &message, fonts::reading_strong(16.0), t.ink, 23.0);
    if let Some(written) = &problem.line {
        ui.add_space(4.0);
        written_ui(ctx, ui, written);
        ui.add_space(4.0);
    }
    if !remedy.is_empty() {
        let remedy = sentence(texts, &remedy);
        line(ui, &remedy, fonts::reading(15.5), t.ink_muted, 23.0);
    }
    ui.add_space(space::SMALL);
}

/// The line of the file, the part that is meant marked and underlined.
fn written_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, written: &Shown) {
    let t = ctx.theme;
    let plain = TextFormat {
        line_height: Some(20.0),
        ..TextFormat::simple(fonts::sans(13.0), t.ink)
    };
    let marked = TextFormat {
        background: t.text_selection,
        underline: egui::Stroke::new(1.5, t.accent_ink),
        ..plain.clone()
    };
    let part = |range| written.text.get(range).unwrap_or_default();
    let mark = written.mark.clone();
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width() - 16.0;
    job.append(part(0..mark.start), 0.0, plain.clone());
    // Where something is missing there is nothing to mark but the place.
    let meant = if mark.is_empty() {
        "‸"
    } else {
        part(mark.clone())
    };
    job.append(meant, 0.0, marked);
    job.append(part(mark.end..written.text.len()), 0.0, plain);
    egui::Frame::NONE
        .fill(t.selection.gamma_multiply(0.35))
        .inner_margin(8)
        .corner_radius(4)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(job);
        });
}

/// Without the folders, for the eye.
fn short(place: &str) -> String {
    let name = place.rsplit(['/', '\\']).next();
    name.unwrap_or(place).to_owned()
}

/// Problems are told without a capital and a period, as compilers tell them.
fn sentence(texts: &Problems, told: &str) -> String {
    let mut characters = told.chars();
    let first = characters.next().map(char::to_uppercase);
    let rest = characters.as_str();
    let text: String = first.into_iter().flatten().chain(rest.chars()).collect();
    if rest.ends_with(['.', '?', '!', '。', '？', '！']) {
        text
    } else {
        fill(&texts.sentence, &[("text", &text)])
    }
}
