//! The places that a name may mean, each in a row to be chosen; the map shows them under the same numbers.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::words::{called, what_is};
use crate::article::candidates;
use crate::article::corrections::Meaning;
use crate::article::mending::Mending;
use crate::texts::{Texts, fill};
use crate::ui::ViewCtx;
use crate::ui::fonts::{self, glyph};
use crate::ui::widgets::{focus_ring, follow_focus, pointing, warmth};

/// A typed name's places that are offered.
const OFFERED: usize = 8;

#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// On the map.
    pub number: Option<usize>,
    pub meaning: Meaning,
    pub is_current: bool,
}

/// What a reader has typed: a name that the gazetteer knows, or degrees north and east.
pub fn typed(mending: &Mending, text: &str) -> Vec<Meaning> {
    let text = text.trim();
    if let Some(point) = point(text) {
        return vec![point];
    }
    let Some(gazetteer) = mending.gazetteer().filter(|_| !text.is_empty()) else {
        return Vec::new();
    };
    let places = candidates(gazetteer, text).into_iter();
    places.take(OFFERED).map(Meaning::Known).collect()
}

/// As in "52.37, 4.9".
fn point(text: &str) -> Option<Meaning> {
    let parts = text.split([',', ' ', '，']).filter(|part| !part.is_empty());
    let numbers: Vec<f64> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match numbers.as_slice() {
        [latitude, longitude] => Meaning::own(*latitude, *longitude),
        _ => None,
    }
}

/// Returns the one that was pressed.
pub fn choices_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    mending: &Mending,
    choices: &[Choice],
) -> Option<Meaning> {
    let mut chosen = None;
    for choice in choices {
        if choice_ui(ctx, ui, mending, *choice) {
            chosen = Some(choice.meaning);
        }
    }
    chosen
}

/// What it is called, in the gazetteer's own words: the story's name is that of all of them.
fn name(texts: &Texts, mending: &Mending, meaning: Meaning) -> String {
    match (meaning, mending.gazetteer()) {
        (Meaning::Known(place), Some(gazetteer)) => called(texts, gazetteer, place).to_owned(),
        _ => meaning.point(None).map_or_else(String::new, |point| {
            format!("{:.4}, {:.4}", point.latitude, point.longitude)
        }),
    }
}

fn choice_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, mending: &Mending, choice: Choice) -> bool {
    const DISC: f32 = 10.0;
    const INDENT: f32 = 40.0;

    let t = ctx.theme;
    let texts = &ctx.texts.mending;
    let name = name(ctx.texts, mending, choice.meaning);
    let what = what_is(ctx.texts, mending, choice.meaning);
    let width = ui.available_width();
    let layout = |text: &str, font| {
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font, Color32::PLACEHOLDER);
        job.wrap = TextWrapping::truncate_at_width(width - INDENT - 30.0);
        ui.painter().layout_job(job)
    };
    let title = layout(&name, fonts::reading(16.0));
    let note = layout(&what, fonts::sans(12.0));
    let height = title.size().y + note.size().y + 14.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let number = choice.number.map(|number| number.to_string());
        let spoken = if choice.is_current {
            &texts.current
        } else if choice.number.is_some() {
            &texts.candidate
        } else {
            &texts.use_this
        };
        let number = number.unwrap_or_default();
        let values = [("name", &*name), ("what", &what), ("n", &number)];
        WidgetInfo::selected(Role::Button, true, choice.is_current, fill(spoken, &values))
    });
    follow_focus(&response);
    let warm = warmth(ui, &response);
    ui.painter()
        .rect_filled(rect, 6.0, t.hover.gamma_multiply(warm));
    let disc = rect.left_center() + vec2(20.0, 0.0);
    if let Some(number) = choice.number {
        let (ground, ink) = if choice.is_current {
            (t.accent, t.on_accent)
        } else {
            (Color32::TRANSPARENT, t.accent_ink)
        };
        ui.painter()
            .circle(disc, DISC, ground, Stroke::new(1.25, t.accent));
        ui.painter().text(
            disc,
            Align2::CENTER_CENTER,
            number,
            fonts::sans_strong(11.5),
            ink,
        );
    } else {
        ui.painter().text(
            disc,
            Align2::CENTER_CENTER,
            glyph::MAP_PIN,
            fonts::icon(16.0),
            t.accent_ink,
        );
    }
    if choice.is_current {
        ui.painter().text(
            rect.right_center() - vec2(16.0, 0.0),
            Align2::CENTER_CENTER,
            glyph::CHECK,
            fonts::icon(16.0),
            t.accent_ink,
        );
    }
    let at = rect.min + vec2(INDENT, 6.0);
    let below = at + vec2(0.0, title.size().y + 2.0);
    ui.painter().galley(at, title, t.ink);
    ui.painter().galley(below, note, t.ink_faint);
    focus_ring(ui, &response, 6);
    let response = if choice.is_current {
        response
    } else {
        pointing(response)
    };
    response.clicked() && !choice.is_current
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_however_they_are_set_apart() {
        let own = Meaning::own(46.05, -14.5);
        for text in ["46.05, -14.5", "46.05 -14.5", "46.05，-14.5"] {
            assert_eq!(point(text), own);
        }
        for text in ["46.05", "46.05, x", "", "99, 0", "1, 2, 3"] {
            assert_eq!(point(text), None);
        }
    }
}
