//! One of few.

use egui::{Color32, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{focus_ring, follow_focus, group, pointing, warmth};
use crate::ui::fonts;
use crate::ui::theme::theme;

const EDGE: f32 = 2.0;
const PART_HEIGHT: f32 = 28.0;

/// One of few: what they are together, then what is written and what is spoken of each.
pub struct Choices<'a> {
    pub name: &'a str,
    pub options: &'a [(&'a str, &'a str)],
    pub chosen: usize,
    /// In points; where it is too narrow, they stand on more lines than one.
    pub room: f32,
}

/// The choices side by side; returns the one just picked.
pub fn switch(ui: &mut Ui, choices: &Choices<'_>) -> Option<usize> {
    group(ui, Role::RadioGroup, choices.name, |ui| {
        parts_ui(ui, choices)
    })
}

fn parts_ui(ui: &mut Ui, choices: &Choices<'_>) -> Option<usize> {
    let t = theme(ui.ctx());
    let &Choices {
        options,
        chosen,
        room,
        ..
    } = choices;
    let text = |(label, _): &(&str, &str)| {
        ui.painter().layout_no_wrap(
            (*label).to_owned(),
            fonts::sans_medium(12.5),
            Color32::PLACEHOLDER,
        )
    };
    let galleys: Vec<_> = options.iter().map(text).collect();
    let widths: Vec<f32> = galleys
        .iter()
        .map(|galley| galley.size().x + 20.0)
        .collect();
    let (parts, size) = parts(&widths, room - 2.0 * EDGE);
    let (rect, whole) = ui.allocate_exact_size(size + vec2(2.0 * EDGE, 2.0 * EDGE), Sense::hover());
    ui.painter().rect_filled(rect, 8.0, t.well);
    let mut picked = None;
    for (i, ((galley, part), (_, spoken))) in
        galleys.into_iter().zip(parts).zip(options).enumerate()
    {
        let part = part.translate(rect.min.to_vec2() + vec2(EDGE, EDGE));
        let response = ui.interact(part, whole.id.with(i), Sense::click());
        let on = chosen == i;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, *spoken));
        follow_focus(&response);
        if on {
            ui.painter()
                .rect(part, 6.0, t.raised, t.hair(), StrokeKind::Inside);
        }
        let ink = if on {
            t.ink
        } else {
            t.ink_muted.lerp_to_gamma(t.ink, warmth(ui, &response))
        };
        ui.painter()
            .galley(part.center() - galley.size() / 2.0, galley, ink);
        focus_ring(ui, &response, 6);
        if pointing(response).clicked() {
            picked = Some(i);
        }
    }
    picked
}

/// Where parts of these widths stand, and the room that they take.
fn parts(widths: &[f32], room: f32) -> (Vec<Rect>, egui::Vec2) {
    let (mut left, mut top, mut right) = (0.0, 0.0, 0.0_f32);
    let mut parts = Vec::new();
    for &width in widths {
        if left > 0.0 && left + width > room {
            (left, top) = (0.0, top + PART_HEIGHT);
        }
        parts.push(Rect::from_min_size(
            pos2(left, top),
            vec2(width, PART_HEIGHT),
        ));
        left += width;
        right = right.max(left);
    }
    (parts, vec2(right, top + PART_HEIGHT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_beside_goes_below() {
        let (beside, size) = parts(&[60.0, 50.0, 40.0], f32::INFINITY);
        assert!(beside.iter().all(|part| part.top() == 0.0));
        assert_eq!(size, vec2(150.0, PART_HEIGHT));

        let (below, size) = parts(&[60.0, 50.0, 40.0], 120.0);
        let lefts: Vec<f32> = below.iter().map(Rect::left).collect();
        assert_eq!(lefts, [0.0, 60.0, 0.0]);
        assert_eq!(size, vec2(110.0, 2.0 * PART_HEIGHT));

        let (one_each, _) = parts(&[60.0, 50.0], 10.0);
        assert!(one_each.iter().all(|part| part.left() == 0.0));
    }
}
