//! The areas already written on, kept in cells of the screen so that asking is cheap.

use std::ops::RangeInclusive;

use egui::{Rect, Vec2, vec2};

/// Points. A name is one or two cells high, and as many wide.
const CELL: Vec2 = vec2(96.0, 24.0);

/// How far around the view is kept apart; what lies further out falls into the outermost cells.
const MARGIN: f32 = 96.0;

pub struct Taken {
    around: Rect,
    columns: usize,
    rows: usize,
    /// Row by row.
    cells: Vec<Vec<Rect>>,
}

impl Taken {
    #[expect(clippy::cast_sign_loss, reason = "there is at least one")]
    pub fn new(view: Rect) -> Self {
        let around = view.expand(MARGIN);
        let [columns, rows] = [around.width() / CELL.x, around.height() / CELL.y]
            .map(|cells| cells.ceil().clamp(1.0, 1000.0) as usize);
        Self {
            around,
            columns,
            rows,
            cells: vec![Vec::new(); columns * rows],
        }
    }

    pub fn add(&mut self, area: Rect) {
        let (columns, rows) = self.span(area);
        for row in rows {
            let first = row * self.columns;
            let cells = self
                .cells
                .get_mut(first + columns.start()..=first + columns.end());
            for cell in cells.into_iter().flatten() {
                cell.push(area);
            }
        }
    }

    pub fn is_free(&self, area: Rect) -> bool {
        !self.on(area).any(|other| other.intersects(area))
    }

    /// The same for what may lie on its `own`.
    pub fn is_free_but_for(&self, own: Rect, area: Rect) -> bool {
        let mut others = self.on(area).filter(|other| **other != own);
        !others.any(|other| other.intersects(area))
    }

    /// What lies in the same cells, once for each of them.
    fn on(&self, area: Rect) -> impl Iterator<Item = &Rect> {
        let (columns, rows) = self.span(area);
        let cells = rows.filter_map(move |row| {
            let first = row * self.columns;
            self.cells
                .get(first + columns.start()..=first + columns.end())
        });
        cells.flatten().flatten()
    }

    /// How many lie on this area, where each of them is a point.
    pub fn count_points(&self, area: Rect) -> usize {
        self.on(area).filter(|other| other.intersects(area)).count()
    }

    /// The columns and rows of the area's cells.
    #[expect(clippy::cast_sign_loss, reason = "cut off at the first cell")]
    fn span(&self, area: Rect) -> (RangeInclusive<usize>, RangeInclusive<usize>) {
        let span = |from: f32, to: f32, cell: f32, cells: usize| {
            let at = |along: f32| ((along / cell).max(0.0) as usize).min(cells - 1);
            let first = at(from);
            first..=at(to).max(first)
        };
        let (min, max) = (area.min - self.around.min, area.max - self.around.min);
        (
            span(min.x, max.x, CELL.x, self.columns),
            span(min.y, max.y, CELL.y, self.rows),
        )
    }
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    const VIEW: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(400.0, 300.0),
    };

    fn area(x: f32, y: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(40.0, height))
    }

    #[test]
    fn what_overlaps_is_found_however_high_it_is() {
        let mut taken = Taken::new(VIEW);
        taken.add(area(100.0, 20.0, 200.0));

        assert!(!taken.is_free(area(120.0, 210.0, 14.0)));
        assert!(taken.is_free(area(120.0, 221.0, 14.0)));
        assert!(taken.is_free(area(141.0, 100.0, 14.0)));
    }

    #[test]
    fn areas_far_outside_the_view_are_told_apart_too() {
        let mut taken = Taken::new(VIEW);
        taken.add(area(0.0, -5000.0, 14.0));

        assert!(!taken.is_free(area(10.0, -4990.0, 14.0)));
        assert!(taken.is_free(area(10.0, -4000.0, 14.0)));
        assert!(taken.is_free(area(10.0, 9000.0, 14.0)));
    }

    #[test]
    fn an_area_without_end_takes_its_columns() {
        let mut taken = Taken::new(VIEW);
        taken.add(Rect::from_x_y_ranges(
            50.0..=60.0,
            f32::NEG_INFINITY..=f32::INFINITY,
        ));

        assert!(!taken.is_free(area(20.0, 150.0, 14.0)));
        assert!(taken.is_free(area(70.0, 150.0, 14.0)));
    }
}
