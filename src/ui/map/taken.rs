//! The areas already written on, kept in bands across the screen so that asking is cheap.

use egui::Rect;

/// Points. A name is one or two bands high.
const BAND: f32 = 24.0;

/// How far around the view is kept apart; what lies further out falls into the outermost bands.
const MARGIN: f32 = 4.0 * BAND;

pub struct Taken {
    top: f32,
    bands: Vec<Vec<Rect>>,
}

impl Taken {
    #[expect(clippy::cast_sign_loss, reason = "there is at least one band")]
    pub fn new(view: Rect) -> Self {
        let around = view.expand(MARGIN);
        let bands = (around.height() / BAND).ceil().clamp(1.0, 1000.0) as usize;
        Self {
            top: around.top(),
            bands: vec![Vec::new(); bands],
        }
    }

    pub fn add(&mut self, area: Rect) {
        let (first, count) = self.span(area);
        for band in self.bands.iter_mut().skip(first).take(count) {
            band.push(area);
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

    /// What lies in the same bands.
    fn on(&self, area: Rect) -> impl Iterator<Item = &Rect> {
        let (first, count) = self.span(area);
        self.bands.iter().skip(first).take(count).flatten()
    }

    /// How many lie on this area, where each of them is a point.
    pub fn count_points(&self, area: Rect) -> usize {
        self.on(area).filter(|other| other.intersects(area)).count()
    }

    /// The first of the area's bands, and how many there are.
    #[expect(clippy::cast_sign_loss, reason = "cut off at the first band")]
    fn span(&self, area: Rect) -> (usize, usize) {
        let last = self.bands.len() - 1;
        let band = |y: f32| (((y - self.top) / BAND).max(0.0) as usize).min(last);
        let (first, last) = (band(area.top()), band(area.bottom()));
        (first, last.saturating_sub(first) + 1)
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
