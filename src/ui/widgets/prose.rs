//! Reading text whose mentions are links: it can be marked and copied, its links clicked and tabbed through.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, FontId, Galley, Label, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui,
    WidgetInfo, WidgetText, pos2, vec2,
};

use super::{focus_ring, follow_focus, pointing};
use crate::story::{Item, Link, Prose, Story, Style, host};
use crate::texts::fill;
use crate::ui::fonts;
use crate::ui::theme::theme;

/// How a text is set.
#[derive(Clone)]
pub struct ProseLook {
    pub font: FontId,
    pub color: Color32,
    /// From line to line, in points.
    pub leading: f32,
}

/// Which mentions of a text stand out.
#[derive(Clone, Copy, Default)]
pub struct Lit<'s> {
    pub item: Option<Item>,
    /// Among the mentions of the selected thing in this text, the one the reader has walked to.
    pub current: Option<usize>,
    /// Whether it is to be brought into view and given the focus.
    pub reach: bool,
    /// Whose mentions they are, and the words for one that may mean another place: as in "{name}, uncertain".
    pub uncertain: Option<(&'s Story, &'s str)>,
}

impl Lit<'_> {
    /// The name as it is spoken, where it may mean another place.
    fn doubted(&self, item: Option<Item>, name: &str) -> Option<String> {
        let (story, words) = self.uncertain?;
        story.doubt(item?)?;
        Some(fill(words, &[("name", name)]))
    }
}

/// What the reader did to the links of a text.
#[derive(Default)]
pub struct LinkClick {
    /// What is mentioned under the pointer or the focus.
    pub hovered: Option<Item>,
    /// The span whose link was clicked.
    pub clicked: Option<Link>,
}

/// Shows the text; the mentions that are `lit` stand out, and `marks`, in bytes, are on a ground of their own.
pub fn prose(
    ui: &mut Ui,
    prose: &Prose,
    look: &ProseLook,
    lit: Lit<'_>,
    marks: &[Range<usize>],
) -> LinkClick {
    let t = theme(ui.ctx());
    let galley = ui.painter().layout_job(job(ui, prose, look, marks));
    // The ground of lit mentions lies below the text, but where it goes is known only after.
    let ground = ui.painter().add(Shape::Noop);
    let label = ui.add(Label::new(WidgetText::Galley(Arc::clone(&galley))));
    let mut grounds = Vec::new();
    let mut result = LinkClick::default();
    let mut mentions = 0;
    for (i, (range, link)) in prose.links().enumerate() {
        let item = link.item();
        let is_lit = lit.item.is_some() && lit.item == item;
        let is_current = is_lit && lit.current == Some(mentions);
        mentions += usize::from(is_lit);
        let name = prose.text.get(range.clone()).unwrap_or_default();
        let doubted = lit.doubted(item, name);
        let spoken = doubted.as_deref().unwrap_or(name);
        for (part, area) in spans(&galley, label.rect.min, range)
            .into_iter()
            .enumerate()
        {
            let response = ui.interact(area.rect, label.id.with((i, part)), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, spoken));
            follow_focus(&response);
            let here = response.hovered() || response.has_focus();
            let on = here || is_lit;
            if is_current && lit.reach && part == 0 {
                response.request_focus();
                response.scroll_to_me(Some(Align::Center));
            }
            if on {
                grounds.push(Shape::rect_filled(
                    area.rect.expand2(vec2(3.0, -2.0)),
                    4.0,
                    if is_current {
                        t.text_selection
                    } else {
                        t.selection
                    },
                ));
            }
            underline(ui, &area, (link, doubted.is_some()), on);
            focus_ring(ui, &response, 4);
            if here {
                result.hovered = item;
            }
            let mut response = pointing(response);
            if let Link::Web(address) = link {
                response = told_host(response, &host(address));
            }
            if response.clicked() {
                result.clicked = Some(link.clone());
            }
        }
    }
    ui.painter().set(ground, Shape::Vec(grounds));
    result
}

/// Who would be asked: what a reader wants to know before following a link that leads out of the story.
fn told_host(response: Response, host: &str) -> Response {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_description(host);
    });
    response.on_hover_text(host)
}

/// Areas and people are in every other sentence: only a dotted line shows that they lead somewhere.
fn is_quiet(link: &Link) -> bool {
    match link {
        Link::Region(_) | Link::Actor(_) => true,
        Link::Place(_) | Link::Passage(_) | Link::Web(_) => false,
    }
}

/// egui's own hangs at the bottom of the leading, too far from the word.
fn underline(ui: &Ui, area: &Area, (link, is_doubtful): (&Link, bool), on: bool) {
    let t = theme(ui.ctx());
    let y = (area.baseline + 3.0).round() + 0.5;
    let ends = [pos2(area.rect.left(), y), pos2(area.rect.right(), y)];
    if is_doubtful {
        let line = Stroke::new(1.25, t.accent_ink);
        ui.painter()
            .extend(Shape::dashed_line(&ends, line, 3.5, 3.0));
    } else if is_quiet(link) {
        let ink = if on { t.accent_ink } else { t.control };
        ui.painter()
            .extend(Shape::dotted_line(&ends, ink, 4.0, 0.75));
    } else {
        let ink = t.accent_ink.gamma_multiply(if on { 1.0 } else { 0.5 });
        ui.painter()
            .hline(area.rect.x_range(), y, Stroke::new(1.0, ink));
    }
}

fn job(ui: &Ui, prose: &Prose, look: &ProseLook, marks: &[Range<usize>]) -> LayoutJob {
    let t = theme(ui.ctx());
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let plain = TextFormat {
        line_height: Some(look.leading),
        ..TextFormat::simple(look.font.clone(), look.color)
    };
    // The text falls into runs at the ends of its spans; each run has the styles of the spans over it.
    let mut cuts: Vec<usize> = prose
        .spans
        .iter()
        .flat_map(|span| [span.range.start, span.range.end])
        .collect();
    cuts.extend([0, prose.text.len()]);
    cuts.extend(marks.iter().flat_map(|mark| [mark.start, mark.end]));
    cuts.sort_unstable();
    cuts.dedup();
    for (&start, &end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let mut format = plain.clone();
        for span in prose
            .spans
            .iter()
            .filter(|span| span.range.start <= start && end <= span.range.end)
        {
            match &span.style {
                Style::Emphasis => format.font_id = fonts::reading_italic(look.font.size),
                Style::Strong => format.font_id = fonts::reading_strong(look.font.size),
                Style::Link(link) if is_quiet(link) => {}
                Style::Link(_) => format.color = t.accent_ink,
            }
        }
        if marks
            .iter()
            .any(|mark| mark.start <= start && end <= mark.end)
        {
            format.background = t.text_selection;
        }
        job.append(prose.text.get(start..end).unwrap_or_default(), 0.0, format);
    }
    job
}

struct Area {
    rect: Rect,
    /// On the screen, in points.
    baseline: f32,
}

/// The boxes around some bytes of the text, one for each row they touch.
fn spans(galley: &Galley, origin: Pos2, bytes: &Range<usize>) -> Vec<Area> {
    let text = galley.text();
    let before = |byte: usize| text.get(..byte).map_or(0, |text| text.chars().count());
    let range = before(bytes.start)..before(bytes.end);
    let mut areas = Vec::new();
    let mut index = 0;
    for row in &galley.rows {
        let (mut rect, mut baseline) = (Rect::NOTHING, 0.0);
        let corner = origin + row.pos.to_vec2();
        for glyph in &row.row.glyphs {
            if range.contains(&index) {
                let size = vec2(glyph.advance_width, row.row.size.y);
                rect = rect.union(Rect::from_min_size(corner + vec2(glyph.pos.x, 0.0), size));
                baseline = corner.y + glyph.pos.y;
            }
            index += 1;
        }
        index += usize::from(row.ends_with_newline);
        if rect.is_positive() {
            areas.push(Area { rect, baseline });
        }
    }
    areas
}
