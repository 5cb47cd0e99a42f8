//! Where the text names a place: a few words around each mention, which lead to its passage.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::FoundPage;
use crate::article::mending::{Found, Mending};
use crate::session::Action;
use crate::story::Item;
use crate::texts::fill;
use crate::ui::theme::space;
use crate::ui::widgets::{
    focus_ring, follow_focus, group, hairline, kicker, line, pointing, toggle_button, warmth,
};
use crate::ui::{ViewCtx, fonts};

/// So many are shown.
const SHOWN: usize = 40;
/// Bytes before and after a mention, about.
const CONTEXT: usize = 70;

pub fn mentions_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    (mending, found): (&Mending, &Found),
    page: &mut FoundPage,
) {
    let texts = &ctx.texts.mending;
    kicker(ui, &texts.mentions, ctx.theme.ink_faint);
    ui.add_space(4.0);
    let all = found.mentions.len();
    group(ui, Role::List, &texts.mentions, |ui| {
        for &index in found.mentions.iter().take(SHOWN) {
            let Some(mention) = mending.mention(index) else {
                continue;
            };
            snippet_ui(ctx, ui, mending, &mention.range);
            if all > 1 {
                here_ui(ctx, ui, &mention.range, &mut page.here);
            }
            hairline(ui);
        }
    });
    if let Some(more) = all.checked_sub(SHOWN).filter(|more| *more > 0) {
        ui.add_space(space::SMALL);
        let more = fill(&texts.more, &[("n", &more.to_string())]);
        line(ui, &more, fonts::sans(13.0), ctx.theme.ink_muted, 19.0);
    }
}

/// Switches whether the next step is about this mention only.
pub fn here_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    range: &Range<usize>,
    here: &mut Option<Range<usize>>,
) {
    let is_here = here.as_ref() == Some(range);
    let label = &ctx.texts.mending.only_here;
    if toggle_button(ui, label, label, is_here).clicked() {
        *here = (!is_here).then(|| range.clone());
    }
}

/// Leads to the passage.
pub fn snippet_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, mending: &Mending, range: &Range<usize>) {
    let t = ctx.theme;
    let (around, mark) = snippet(&mending.article().text, range);
    let width = ui.available_width();
    let plain = TextFormat {
        line_height: Some(21.0),
        ..TextFormat::simple(fonts::reading(15.0), t.ink_muted)
    };
    let marked = TextFormat {
        background: t.text_selection,
        color: t.ink,
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let part = |range: Range<usize>| around.get(range).unwrap_or_default();
    job.append(part(0..mark.start), 0.0, plain.clone());
    job.append(part(mark.clone()), 0.0, marked);
    job.append(part(mark.end..around.len()), 0.0, plain);
    let words = ui.painter().layout_job(job);
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, words.size().y + 14.0), Sense::click());
    response.widget_info(|| {
        let spoken = fill(&ctx.texts.mending.shows, &[("words", &around)]);
        WidgetInfo::labeled(Role::Button, true, spoken)
    });
    follow_focus(&response);
    let warm = warmth(ui, &response);
    let ground = rect.expand2(vec2(10.0, -1.0));
    ui.painter()
        .rect_filled(ground, 6.0, t.hover.gamma_multiply(warm));
    ui.painter().galley(rect.min + vec2(0.0, 7.0), words, t.ink);
    focus_ring(ui, &response, 6);
    if pointing(response).clicked() {
        let passage = mending.article().passage_at(range.start).unwrap_or(0);
        if let Some((id, _)) = ctx.story.passages().nth(passage) {
            ctx.send(Action::Select(Item::Passage(id)));
        }
    }
}

/// A few words of the paragraph, and where in them the mention stands.
fn snippet(text: &str, range: &Range<usize>) -> (String, Range<usize>) {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let paragraph = before.rfind('\n').map_or(0, |at| at + 1);
    let start = before.len().saturating_sub(CONTEXT);
    let (start, is_cut) = if start <= paragraph {
        (paragraph, false)
    } else {
        (word_from(before, start), true)
    };
    let end = after.find('\n').unwrap_or(after.len());
    let (end, goes_on) = if end <= CONTEXT {
        (end, false)
    } else {
        (word_to(after, CONTEXT), true)
    };
    let dots = |is_there: bool| if is_there { "…" } else { "" };
    let before = before.get(start..).unwrap_or_default();
    let after = after.get(..end).unwrap_or_default();
    let name = text.get(range.clone()).unwrap_or_default();
    let mark = dots(is_cut).len() + before.len();
    let words = format!("{}{before}{name}{after}{}", dots(is_cut), dots(goes_on));
    (words, mark..mark + name.len())
}

/// Where the first word behind so many bytes begins; Chinese has no blanks to begin behind.
fn word_from(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    let rest = text.get(byte..).unwrap_or_default();
    let blank = rest.bytes().take(CONTEXT / 3).position(|byte| byte == b' ');
    blank.map_or(byte, |blank| byte + blank + 1)
}

fn word_to(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    let kept = text.get(..byte).unwrap_or_default();
    let blank = kept.rfind(' ').filter(|blank| byte - blank < CONTEXT / 3);
    blank.unwrap_or(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_stays_in_its_paragraph_and_marks_the_name() {
        let text = "One.\n\nThe bridge in Springfield is closed.\n\nTwo.";
        let at = text.find("Springfield").unwrap();
        let (words, mark) = snippet(text, &(at..at + 11));
        assert_eq!(words, "The bridge in Springfield is closed.");
        assert_eq!(&words[mark], "Springfield");

        let long = format!("{0} 毕节 {0}", "word 字字 ".repeat(40));
        let at = long.find("毕节").unwrap();
        let (words, mark) = snippet(&long, &(at..at + 6));
        assert_eq!(&words[mark], "毕节");
        assert!(words.starts_with('…') && words.ends_with('…') && words.len() < 200);
    }
}
