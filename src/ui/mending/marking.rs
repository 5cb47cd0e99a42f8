//! A place that was missed: the words of the text that name it, and which place they mean.

use std::ops::Range;

use egui::{Id, Ui};

use super::candidates::{Choice, choices_ui, typed};
use super::mentions::{here_ui, snippet_ui};
use crate::article::corrections::Correction;
use crate::article::mending::Mending;
use crate::texts::fill;
use crate::ui::theme::space;
use crate::ui::widgets::{close_button, hairline, kicker, line, live, page_heading, text_field};
use crate::ui::{ViewCtx, fonts};

/// Words of the text that are shown where they stand.
const SHOWN: usize = 12;

pub struct Marking {
    words: String,
    /// What to look up instead of the words; empty: the words themselves.
    look_up: String,
    here: Option<Range<usize>>,
    /// What the words were when they were last looked for, and where they stand.
    stands: Option<(String, Vec<Range<usize>>)>,
    /// Not shown yet: the field is to have the keyboard.
    is_new: bool,
}

impl Marking {
    pub fn new(words: String) -> Self {
        Self {
            words,
            look_up: String::new(),
            here: None,
            stands: None,
            is_new: true,
        }
    }

    /// Looks through the text only when the words have changed: it may be a book.
    fn stands(&mut self, mending: &Mending) -> &[Range<usize>] {
        let words = self.words.trim();
        let is_known = self
            .stands
            .as_ref()
            .is_some_and(|(known, _)| known == words);
        if !is_known {
            let found = mending.unmarked(words).collect();
            self.stands = Some((words.to_owned(), found));
            self.here = None;
        }
        self.stands.as_ref().map_or(&[], |(_, stands)| stands)
    }
}

/// Returns whether the reader is done with it.
pub fn marking_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    mending: &Mending,
    marking: &mut Marking,
) -> bool {
    let t = ctx.theme;
    let texts = &ctx.texts.mending;
    let is_closed = close_button(ui, &texts.back).clicked();
    let title = &texts.mark_title;
    let heading = line(ui, title, fonts::display(28.0), t.ink, 34.0);
    page_heading(ui, &heading, title);
    ui.add_space(space::SMALL);
    line(
        ui,
        &texts.mark_hint,
        fonts::reading(15.5),
        t.ink_muted,
        23.0,
    );
    ui.add_space(space::MEDIUM);
    let field = text_field(
        ui,
        Id::unique("words to mark"),
        &mut marking.words,
        &texts.words,
    );
    if std::mem::take(&mut marking.is_new) {
        field.request_focus();
    }
    let stands = marking.stands(mending).to_vec();
    if marking.words.trim().is_empty() {
        return is_closed;
    }
    let count = match stands.len() {
        0 => texts.stands_not.clone(),
        1 => texts.stands_one.clone(),
        n => fill(&texts.stands_many, &[("n", &n.to_string())]),
    };
    ui.add_space(4.0);
    let told = line(ui, &count, fonts::sans(13.0), t.ink_muted, 19.0);
    live(&told);
    if let Some(first) = stands.first() {
        ui.add_space(space::MEDIUM);
        meaning_ui(ctx, ui, (mending, marking), first);
        ui.add_space(space::LARGE);
        stands_ui(ctx, ui, (mending, marking), &stands);
    }
    is_closed
}

fn meaning_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    (mending, marking): (&Mending, &mut Marking),
    first: &Range<usize>,
) {
    let t = ctx.theme;
    let texts = &ctx.texts.mending;
    text_field(
        ui,
        Id::unique("look up"),
        &mut marking.look_up,
        &texts.look_up,
    );
    line(
        ui,
        &texts.look_up_hint,
        fonts::sans(12.5),
        t.ink_faint,
        18.0,
    );
    ui.add_space(space::SMALL);
    let asked = match marking.look_up.trim() {
        "" => marking.words.trim(),
        other => other,
    };
    let choices: Vec<_> = typed(mending, asked)
        .into_iter()
        .map(|meaning| Choice {
            number: None,
            meaning,
            is_current: false,
        })
        .collect();
    if choices.is_empty() {
        line(ui, &texts.unknown, fonts::sans(13.0), t.ink_muted, 19.0);
    }
    if let Some(meaning) = choices_ui(ctx, ui, mending, &choices) {
        ctx.send(Correction::Mark {
            range: marking.here.clone().unwrap_or_else(|| first.clone()),
            everywhere: marking.here.is_none(),
            meaning,
        });
    }
}

fn stands_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    (mending, marking): (&Mending, &mut Marking),
    stands: &[Range<usize>],
) {
    kicker(ui, &ctx.texts.mending.mentions, ctx.theme.ink_faint);
    for range in stands.iter().take(SHOWN) {
        snippet_ui(ctx, ui, mending, range);
        if stands.len() > 1 {
            here_ui(ctx, ui, range, &mut marking.here);
        }
        hairline(ui);
    }
}
