//! How the window is shared out, by its size in points.

use egui::{CursorIcon, Key, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::command::claim_arrows;
use super::filter_bar::{Kind, filter_rows};
use super::{Request, ViewCtx};

/// Narrower windows have the map above and the text below.
const SIDE_BY_SIDE_FROM: f32 = 720.0;
/// Of the reading panel, in points, and as a part of a window that has no room for that beside a map.
const NARROWEST_PANEL: f32 = 300.0;
const PART_OF_SMALL: f32 = 0.6;
const WIDEST_PANEL: f32 = 900.0;
/// What a panel of whatever width leaves to the map.
const NARROWEST_MAP: f32 = 280.0;
/// Height of the bars above and below, about.
const BARS: f32 = 180.0;
/// An arrow key moves the divider by so much.
const STEP: f32 = 24.0;

pub struct Layout {
    /// Map above, text below.
    pub narrow: bool,
    /// Width of the reading panel, or its height in a narrow window.
    pub panel_size: f32,
    pub filter_rows: &'static [&'static [Kind]],
}

impl Layout {
    /// `chosen`: the width that the reader gave the panel.
    pub fn of(window: Vec2, chosen: Option<f32>) -> Self {
        // A low window has no room for one above the other.
        let narrow = window.x < SIDE_BY_SIDE_FROM && window.y > window.x * 0.75;
        let panel_size = if narrow {
            (window.y - BARS) * 0.58
        } else {
            let narrowest = NARROWEST_PANEL.min(window.x * PART_OF_SMALL);
            let widest = (window.x - NARROWEST_MAP).clamp(narrowest, WIDEST_PANEL);
            let own = (window.x * 0.39).clamp(360.0, 620.0);
            chosen.unwrap_or(own).clamp(narrowest, widest)
        };
        Self {
            narrow,
            panel_size,
            filter_rows: filter_rows(window),
        }
    }
}

/// The line between map and panel: dragged, or moved by arrow keys, it shares out the width; a double click gives it back.
pub fn divider_ui(ctx: &mut ViewCtx<'_>, ui: &Ui, layout: &Layout, map: Rect) {
    let t = ctx.theme;
    if layout.narrow {
        ui.painter().hline(map.x_range(), map.bottom(), t.hair());
        return;
    }
    let x = map.right();
    ui.painter().hline(map.x_range(), map.top() - 0.5, t.hair());
    let grip = Rect::from_min_max(pos2(x - 3.0, map.top()), pos2(x + 5.0, map.bottom()));
    let response = ui.interact(grip, ui.scope_id().with("divider"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &ctx.texts.reading.divider));
    let warm = response.hovered() || response.dragged();
    let stroke = match (response.has_focus(), warm) {
        (true, _) => Stroke::new(2.0, t.focus),
        (false, true) => Stroke::new(1.5, t.control),
        (false, false) => t.hair(),
    };
    ui.painter().vline(x, map.y_range(), stroke);
    if response.double_clicked() {
        ctx.send(Request::PanelWidth(None));
    } else if response.dragged() {
        let left = layout.panel_size - response.drag_delta().x;
        ctx.send(Request::PanelWidth(Some(left)));
    } else if response.has_focus() {
        claim_arrows(&response);
        for (key, by) in [(Key::ArrowLeft, STEP), (Key::ArrowRight, -STEP)] {
            if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key)) {
                ctx.send(Request::PanelWidth(Some(layout.panel_size + by)));
            }
        }
    }
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[test]
    fn the_panel_leaves_room_for_the_map_whatever_the_reader_chose() {
        for width in [720.0, 800.0, 1280.0, 1920.0, 3840.0] {
            for chosen in [None, Some(1.0), Some(500.0), Some(1e6)] {
                let layout = Layout::of(vec2(width, 800.0), chosen);
                assert!(!layout.narrow);
                assert!(
                    (NARROWEST_PANEL..=width - NARROWEST_MAP).contains(&layout.panel_size),
                    "{width} {chosen:?}"
                );
            }
        }
    }

    #[test]
    fn at_twice_the_text_size_a_small_window_has_room_for_map_and_text() {
        // 800 by 600 dots on the screen.
        let layout = Layout::of(vec2(400.0, 300.0), None);
        assert!(!layout.narrow);
        assert!(layout.panel_size >= 220.0 && 400.0 - layout.panel_size >= 150.0);
    }

    #[test]
    fn a_narrow_window_has_the_map_above() {
        assert!(Layout::of(vec2(640.0, 900.0), Some(500.0)).narrow);
    }
}
