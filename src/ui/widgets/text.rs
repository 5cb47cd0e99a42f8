//! Text that is only read: lines, kickers, headings in two scripts.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Galley, Label, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::ui::fonts;
use crate::ui::theme::theme;

/// A text in one font, wrapped; the leading in points.
pub fn line(ui: &mut Ui, text: &str, font: FontId, color: Color32, leading: f32) -> Response {
    let format = TextFormat {
        line_height: Some(leading),
        ..TextFormat::simple(font, color)
    };
    ui.add(Label::new(job(ui, text, format)))
}

/// A few quiet words that stay together on one line.
pub fn caption(ui: &mut Ui, text: &str) {
    let t = theme(ui.ctx());
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), fonts::sans(12.5), t.ink_faint);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().galley(rect.min, galley, t.ink_faint);
}

/// A small heading in spaced capitals.
pub fn kicker(ui: &mut Ui, text: &str, color: Color32) -> Response {
    let format = TextFormat {
        extra_letter_spacing: 0.9,
        line_height: Some(16.0),
        ..TextFormat::simple(fonts::sans_strong(11.0), color)
    };
    let shown = ui.add(Label::new(job(ui, &text.to_uppercase(), format)));
    // Capitals may be spelled out.
    ui.ctx()
        .accesskit_node_builder(shown.id, |node| node.set_value(text));
    shown
}

fn job(ui: &Ui, text: &str, format: TextFormat) -> LayoutJob {
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = ui.available_width();
    job
}

pub fn hairline(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.center().y, theme(ui.ctx()).hair());
}

/// A large name with its other script beside it, on one baseline whatever the two fonts' heights;
/// below it, where there is no room beside.
pub fn two_scripts(ui: &mut Ui, name: &str, other: Option<&str>, size: f32) -> Response {
    const GAP: f32 = 14.0;
    let t = theme(ui.ctx());
    let width = ui.available_width();
    let layout = |text: &str, size: f32| {
        ui.painter()
            .layout(text.to_owned(), fonts::display(size), t.ink, width)
    };
    let first = layout(name, size);
    let second = other.map(|other| layout(other, (size * 0.64).round()));
    let spoken = other.map_or_else(|| name.to_owned(), |other| format!("{name} {other}"));
    let Some(second) = second else {
        let (rect, response) = ui.allocate_exact_size(first.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        ui.painter().galley(rect.min, first, t.ink);
        return response;
    };
    let beside = first.size().x + GAP + second.size().x <= width;
    let offset = if beside {
        vec2(
            first.size().x + GAP,
            (baseline(&first) - baseline(&second)).round(),
        )
    } else {
        vec2(0.0, first.size().y + 2.0)
    };
    let area = if beside {
        vec2(offset.x + second.size().x, first.size().y)
    } else {
        vec2(
            first.size().x.max(second.size().x),
            offset.y + second.size().y,
        )
    };
    let (rect, response) = ui.allocate_exact_size(area, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    ui.painter().galley(rect.min, first, t.ink);
    ui.painter()
        .galley_with_override_text_color(rect.min + offset, second, t.ink_muted);
    response
}

/// Of the first row, in points below the galley's top.
fn baseline(galley: &Galley) -> f32 {
    galley
        .rows
        .first()
        .and_then(|row| row.row.glyphs.first())
        .map_or(0.0, |glyph| glyph.pos.y)
}
