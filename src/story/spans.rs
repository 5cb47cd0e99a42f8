//! Spans in their one form: within the words, nested, and none that adds nothing.
//!
//! Formats that mark text in other ways than Markdown may give any ranges. After this each text has one way to be
//! marked as it is, and so a file that is written says the same when it is read again.

use std::cmp::Reverse;
use std::ops::Range;

use super::{Prose, Span, Style};

pub(super) fn tidy(prose: &mut Prose) {
    if is_tidy(prose) {
        return;
    }
    trim(prose);
    let Prose { text, spans } = prose;
    for span in spans.iter_mut() {
        span.range = words(text, &span.range);
    }
    spans.retain(|span| !span.range.is_empty());
    sort(spans);
    merge(spans, &Style::Emphasis);
    merge(spans, &Style::Strong);
    keep_first_links(spans);
    nest(spans);
    for span in spans.iter_mut() {
        span.range = words(text, &span.range);
    }
    spans.retain(|span| !span.range.is_empty());
    sort(spans);
}

/// Whether one span follows another, each around words: so most are, and nothing is left to do.
fn is_tidy(Prose { text, spans }: &Prose) -> bool {
    let mut end = None;
    let mut is_apart = |range: &Range<usize>| end.replace(range.end) < Some(range.start);
    text.trim().len() == text.len()
        && spans.iter().all(|Span { range, .. }| {
            is_apart(range) && !range.is_empty() && words(text, range) == *range
        })
}

/// The blanks around a text go, and the spans with them.
fn trim(prose: &mut Prose) {
    let Prose { text, spans } = prose;
    let blanks = text.len() - text.trim_start().len();
    text.truncate(text.trim_end().len());
    text.drain(..blanks.min(text.len()));
    for span in spans {
        let within = |byte: usize| byte.saturating_sub(blanks).min(text.len());
        span.range = within(span.range.start)..within(span.range.end);
    }
}

/// The range without the blanks at its ends.
fn words(text: &str, range: &Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    let start = range.start + inside.len() - inside.trim_start().len();
    start..start + inside.trim().len()
}

/// By start, the longer first; of equal ones the inner first, as they end first. Emphasis is outside of the strong one,
/// as `***both***` is read.
fn sort(spans: &mut [Span]) {
    spans.sort_by_key(|span| (span.range.start, Reverse(span.range.end)));
    for at in 1..spans.len() {
        if let Some([first, second]) = spans.get_mut(at - 1..=at)
            && first.range == second.range
            && (&first.style, &second.style) == (&Style::Emphasis, &Style::Strong)
        {
            std::mem::swap(first, second);
        }
    }
}

/// Styles of a kind that touch are one.
fn merge(spans: &mut Vec<Span>, style: &Style) {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for span in spans.iter().filter(|span| span.style == *style) {
        match merged.last_mut() {
            Some(last) if span.range.start <= last.end => last.end = last.end.max(span.range.end),
            _ => merged.push(span.range.clone()),
        }
    }
    let mut merged = merged.into_iter().peekable();
    spans.retain_mut(|span| {
        if span.style != *style {
            return true;
        }
        match merged.next_if(|range| range.start == span.range.start) {
            Some(range) => {
                span.range = range;
                true
            }
            None => false,
        }
    });
    sort(spans);
}

/// A link in a link leads nowhere of its own.
fn keep_first_links(spans: &mut Vec<Span>) {
    let mut end = 0;
    spans.retain(|span| match span.style {
        Style::Link(_) if span.range.start < end => false,
        Style::Link(_) => {
            end = span.range.end;
            true
        }
        Style::Emphasis | Style::Strong => true,
    });
}

/// Where two cross, a link stays whole, and of two styles the later ends with the earlier.
fn nest(spans: &mut [Span]) {
    let mut open: Vec<usize> = Vec::new();
    for index in 0..spans.len() {
        let Some(Span { mut range, style }) = spans.get(index).cloned() else {
            return;
        };
        open.retain(|&outer| {
            let Some(outer) = spans.get_mut(outer) else {
                return false;
            };
            if outer.range.end > range.start && outer.range.end < range.end {
                match style {
                    Style::Link(_) => outer.range.end = range.start,
                    Style::Emphasis | Style::Strong => range.end = outer.range.end,
                }
            }
            outer.range.end > range.start
        });
        if let Some(span) = spans.get_mut(index) {
            span.range = range;
        }
        open.push(index);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Link;
    use super::*;

    fn link(to: &str) -> Style {
        Style::Link(Link::Web(to.to_owned()))
    }

    #[track_caller]
    fn check(text: &str, spans: &[(Range<usize>, Style)], expected: &str) {
        let mut prose = Prose {
            text: text.to_owned(),
            spans: spans
                .iter()
                .map(|(range, style)| Span {
                    range: range.clone(),
                    style: style.clone(),
                })
                .collect(),
        };

        tidy(&mut prose);

        let parts: Vec<_> = prose
            .spans
            .iter()
            .map(|span| {
                let mark = match &span.style {
                    Style::Emphasis => "*",
                    Style::Strong => "**",
                    Style::Link(_) => "#",
                };
                format!("{mark}{}", &prose.text[span.range.clone()])
            })
            .collect();
        assert_eq!(parts.join(" | "), expected);
        let once = prose.clone();
        tidy(&mut prose);
        assert_eq!(prose, once, "nothing is left to do");
    }

    #[test]
    fn spans_cover_words_and_not_the_blanks_around_them() {
        check(
            " one two ",
            &[(0..5, Style::Strong), (4..9, link("a")), (4..5, link("b"))],
            "**one | #two",
        );
    }

    #[test]
    fn styles_that_touch_are_one_and_links_in_links_are_none() {
        check(
            "abcdefgh",
            &[
                (0..3, Style::Emphasis),
                (1..2, Style::Emphasis),
                (3..5, Style::Emphasis),
                (2..6, link("a")),
                (3..4, link("b")),
                (6..8, Style::Emphasis),
            ],
            "*ab | #cdef | *gh",
        );
    }

    #[test]
    fn spans_that_cross_are_nested() {
        check(
            "abcdefgh",
            &[(0..4, Style::Emphasis), (2..6, Style::Strong)],
            "*abcd | **cd",
        );
        check(
            "abcdefgh",
            &[(0..4, Style::Emphasis), (2..6, link("a"))],
            "*ab | #cdef",
        );
        check(
            "abcdefgh",
            &[(0..4, link("a")), (2..6, Style::Emphasis)],
            "#abcd | *cd",
        );
    }
}
