//! A list of which only what is near the view is laid out, however long it is.

use egui::{Rangef, Ui};

use super::passage_list::overscan;

/// Shorter lists are laid out whole.
const SHORT: usize = 100;

/// The heights of the rows, so that those far from the view need not be laid out.
#[derive(Default)]
pub struct LazyRows {
    /// In points, by the row's number, as last laid out; none before that.
    heights: Vec<Option<f32>>,
    /// Of the column, when the heights were taken, in points.
    width: f32,
}

/// What a list shows.
pub struct Rows<'a, Row> {
    pub shown: &'a [Row],
    /// The number a row keeps, whichever others are shown.
    pub number: fn(&Row) -> usize,
    /// Points that a row is likely to be high before it was laid out.
    pub likely: f32,
    /// All are laid out, so that one of them is where it will be.
    pub whole: bool,
}

impl LazyRows {
    pub fn show<Row>(
        &mut self,
        ui: &mut Ui,
        list: &Rows<'_, Row>,
        mut row_ui: impl FnMut(&mut Ui, &Row),
    ) {
        if self.width != ui.available_width() {
            self.width = ui.available_width();
            self.heights.clear();
        }
        let is_whole = list.whole || list.shown.len() <= SHORT;
        let near = ui.clip_rect().y_range().expand(overscan(ui.ctx()));
        let mut gap = 0.0;
        for row in list.shown {
            let number = (list.number)(row);
            let known = self.heights.get(number).copied().flatten();
            let height = known.unwrap_or(list.likely);
            let top = ui.cursor().top() + gap;
            if !is_whole && !near.intersects(Rangef::new(top, top + height)) {
                gap += height;
                continue;
            }
            ui.add_space(std::mem::take(&mut gap));
            let before = ui.cursor().top();
            row_ui(ui, row);
            if self.heights.len() <= number {
                self.heights.resize(number + 1, None);
            }
            if let Some(height) = self.heights.get_mut(number) {
                *height = Some(ui.cursor().top() - before);
            }
        }
        ui.add_space(gap);
    }
}
