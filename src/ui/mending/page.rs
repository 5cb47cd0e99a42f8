//! The page of one place that was found: what it is taken for and why, and what the reader can do about it.

use egui::{Id, Ui, vec2};

use super::FoundPage;
use super::candidates::{Choice, choices_ui, typed};
use super::list::count;
use super::mentions::mentions_ui;
use super::words::{certainty, name, what_is, why};
use crate::article::corrections::{Correction, Meaning, Of};
use crate::article::mending::{Certainty, Found, Mending};
use crate::session::Action;
use crate::story::Item;
use crate::texts::fill;
use crate::ui::ViewCtx;
use crate::ui::fonts::{self, glyph};
use crate::ui::theme::space;
use crate::ui::widgets::{
    caption, close_button, kicker, line, page_heading, primary_button, row_button, text_button,
    text_field, toggle_button, two_scripts,
};

/// Places to merge with that are offered; a word makes them fewer.
const OFFERED: usize = 12;

pub fn page_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    (mending, found, item): (&Mending, &Found, Item),
    page: &mut FoundPage,
) {
    if close_button(ui, &ctx.texts.mending.back).clicked() {
        ctx.send(Action::Deselect);
    }
    head_ui(ctx, ui, mending, found);
    ui.add_space(space::MEDIUM);
    scope_ui(ctx, ui, mending, page);
    steps_ui(ctx, ui, (mending, found, item), page);
    if page.is_merging {
        merge_ui(ctx, ui, (mending, found), page);
    }
    ui.add_space(space::LARGE);
    candidates_ui(ctx, ui, (mending, found), page);
    ui.add_space(space::LARGE);
    mentions_ui(ctx, ui, (mending, found), page);
}

fn head_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, mending: &Mending, found: &Found) {
    let t = ctx.theme;
    let ink = if found.certainty == Certainty::Doubtful {
        t.accent_ink
    } else {
        t.ink_faint
    };
    kicker(ui, certainty(ctx.texts, found.certainty), ink);
    ui.add_space(6.0);
    let name = name(ctx.texts, mending, ctx.story, found.meaning);
    let title = two_scripts(ui, &name, None, 36.0);
    page_heading(ui, &title, &name);
    ui.add_space(4.0);
    let what = what_is(ctx.texts, mending, found.meaning);
    line(ui, &what, fonts::sans_medium(13.5), t.ink_muted, 20.0);
    ui.add_space(6.0);
    let why = why(ctx.texts, mending, found);
    line(ui, &why, fonts::reading(16.0), t.ink, 24.0);
}

/// Which mentions the next step is about, where that is only one.
fn scope_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, mending: &Mending, page: &mut FoundPage) {
    let Some(here) = &page.here else {
        return;
    };
    let texts = &ctx.texts.mending;
    let text = &mending.article().text;
    let words = text.get(here.clone()).unwrap_or_default();
    let words = fill(&texts.here, &[("name", words)]);
    line(
        ui,
        &words,
        fonts::sans_medium(13.0),
        ctx.theme.accent_ink,
        19.0,
    );
    if text_button(ui, &texts.everywhere).clicked() {
        page.here = None;
    }
    ui.add_space(space::SMALL);
}

fn of(found: &Found, page: &FoundPage) -> Of {
    let all = || Of::All(found.meaning);
    page.here.clone().map_or_else(all, Of::Here)
}

fn steps_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    (mending, found, _): (&Mending, &Found, Item),
    page: &mut FoundPage,
) {
    let texts = &ctx.texts.mending;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::MEDIUM, space::SMALL);
        let is_settled = found.certainty == Certainty::Settled && page.here.is_none();
        if !is_settled && primary_button(ui, &texts.confirm, glyph::CHECK).clicked() {
            ctx.send(Correction::Confirm {
                of: of(found, page),
            });
        }
        if text_button(ui, &texts.drop).clicked() {
            ctx.send(Correction::Drop {
                of: of(found, page),
            });
        }
        if mending.found().len() > 1 && page.here.is_none() {
            let merge = &texts.merge;
            if toggle_button(ui, merge, merge, page.is_merging).clicked() {
                page.is_merging = !page.is_merging;
            }
        }
        caption(ui, &count(ctx, found));
    });
}

fn merge_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    (mending, found): (&Mending, &Found),
    page: &mut FoundPage,
) {
    let texts = &ctx.texts.mending;
    ui.add_space(space::SMALL);
    text_field(
        ui,
        Id::unique("merge with"),
        &mut page.filter,
        &texts.merge_into,
    );
    ui.add_space(4.0);
    let wanted = page.filter.trim().to_lowercase();
    let others = mending
        .found()
        .iter()
        .filter(|other| other.meaning != found.meaning);
    let named = others.map(|other| (other, name(ctx.texts, mending, ctx.story, other.meaning)));
    let offered: Vec<_> = named
        .filter(|(_, name)| name.to_lowercase().contains(&wanted))
        .take(OFFERED)
        .collect();
    if offered.is_empty() {
        line(
            ui,
            &texts.merge_none,
            fonts::sans(13.0),
            ctx.theme.ink_muted,
            19.0,
        );
    }
    for (other, name) in offered {
        let what = what_is(ctx.texts, mending, other.meaning);
        if row_button(ui, &name, &what).clicked() {
            ctx.send(Correction::Merge {
                from: found.meaning,
                into: other.meaning,
            });
        }
    }
}

fn candidates_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    (mending, found): (&Mending, &Found),
    page: &mut FoundPage,
) {
    let texts = &ctx.texts.mending;
    kicker(ui, &texts.candidates, ctx.theme.ink_faint);
    ui.add_space(4.0);
    let known = mending.candidates(found).into_iter().map(Meaning::Known);
    let choices: Vec<_> = (1..)
        .zip(known)
        .map(|(number, meaning)| Choice {
            number: Some(number),
            meaning,
            is_current: meaning == found.meaning && page.here.is_none(),
        })
        .collect();
    let chosen = choices_ui(ctx, ui, mending, &choices);
    ui.add_space(space::SMALL);
    text_field(ui, Id::unique("other place"), &mut page.other, &texts.other);
    line(
        ui,
        &texts.other_hint,
        fonts::sans(12.5),
        ctx.theme.ink_faint,
        18.0,
    );
    let others: Vec<_> = typed(mending, &page.other)
        .into_iter()
        .map(|meaning| Choice {
            number: None,
            meaning,
            is_current: meaning == found.meaning,
        })
        .collect();
    if others.is_empty() && !page.other.trim().is_empty() {
        line(
            ui,
            &texts.unknown,
            fonts::sans(13.0),
            ctx.theme.ink_muted,
            19.0,
        );
    }
    let other = choices_ui(ctx, ui, mending, &others);
    if let Some(meaning) = chosen.or(other) {
        let of = of(found, page);
        ctx.send(Correction::Choose { of, meaning });
    }
}
