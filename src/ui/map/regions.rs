//! The regions the reader is on or points at: an outline, and the name in the middle of it.

use egui::epaint::PathStroke;
use egui::text::{LayoutJob, TextFormat};
use egui::{Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::marker_look::haloed;
use super::marker_name::written;
use super::region_shape::RegionShape;
use super::screen::Screen;
use crate::regions::{Point, outline};
use crate::story::{Item, Region, RegionId};
use crate::texts::fill;
use crate::ui::software::moving_ui;
use crate::ui::{ViewCtx, fonts};

/// Between the letters of a name, in points.
const SPACING: f32 = 2.5;

/// The regions of the last frame, kept ready while they are lit.
#[derive(Default)]
pub struct Regions {
    lit: Vec<Lit>,
}

struct Lit {
    id: RegionId,
    /// None where there is no outline of its code.
    shape: Option<RegionShape>,
    /// Where its name stands, in degrees north and east: where the story wants it, or in the middle of the outline.
    middle: Option<Point>,
}

impl Regions {
    /// Draws the outlines: below all else of the story.
    pub fn outlines_ui(&mut self, ctx: &ViewCtx<'_>, ui: &Ui, screen: &Screen<'_>) {
        self.light(ctx);
        let t = ctx.theme;
        let lines = [
            PathStroke::new(4.0, t.land.gamma_multiply(0.8)),
            PathStroke::new(1.4, t.accent),
        ];
        let ground = t.accent.gamma_multiply(0.07);
        for shape in self.lit.iter().filter_map(|lit| lit.shape.as_ref()) {
            shape.draw(ui.painter(), screen, ground, &lines);
        }
    }

    /// Writes the names where the markers leave room, and adds where they stand to `taken`.
    pub fn names_ui(&self, ctx: &ViewCtx<'_>, ui: &Ui, screen: &Screen<'_>, taken: &mut Vec<Rect>) {
        for lit in &self.lit {
            let area = name_ui(ctx, ui, screen, lit, taken);
            taken.extend(area);
        }
    }

    /// Keeps the outlines that are still wanted, and gets those that are not there yet.
    fn light(&mut self, ctx: &ViewCtx<'_>) {
        let pointed_at = match ctx.hovered {
            Some(Item::Region(region)) => Some(region),
            _ => None,
        };
        let wanted = [ctx.session.selected_region(), pointed_at];
        self.lit.retain(|lit| wanted.contains(&Some(lit.id)));
        for id in wanted.into_iter().flatten() {
            if !self.lit.iter().any(|lit| lit.id == id) {
                self.lit.push(Lit::new(id, ctx.story.region(id)));
            }
        }
    }
}

impl Lit {
    fn new(id: RegionId, region: &Region) -> Self {
        let outline = region.code.as_deref().and_then(outline);
        let own = outline.as_ref().map(|outline| outline.main.middle());
        Self {
            id,
            shape: outline.as_ref().map(RegionShape::new),
            middle: region.center.or(own),
        }
    }
}

/// Returns where it stands, if it is in view.
fn name_ui(
    ctx: &ViewCtx<'_>,
    ui: &Ui,
    screen: &Screen<'_>,
    lit: &Lit,
    taken: &[Rect],
) -> Option<Rect> {
    let t = ctx.theme;
    let region = ctx.story.region(lit.id);
    let (lat, lon) = lit.middle?;
    let format = TextFormat {
        extra_letter_spacing: SPACING,
        ..TextFormat::simple(fonts::sans_strong(13.0), t.accent_ink)
    };
    let name = written(ctx, &region.name).to_uppercase();
    let galley = ui
        .painter()
        .layout_job(LayoutJob::single_section(name, format));
    let area = Rect::from_center_size(screen.at(lat, lon), galley.size());
    if !screen.view.contains_rect(area) {
        return None;
    }
    let area = beside(area, screen.view, taken);
    let id = ui.scope_id().with(("region", lit.id));
    moving_ui(ui.painter(), id, area.min, |painter, at| {
        haloed(painter, t, at, &galley, t.accent_ink);
    });
    let response = ui.interact(area, id, Sense::hover());
    response.widget_info(|| {
        let name = ctx.say(&region.name);
        WidgetInfo::labeled(
            Role::Label,
            true,
            fill(&ctx.texts.map.region, &[("name", name)]),
        )
    });
    Some(area)
}

/// A place near it that nothing else takes, straight above or below if there is one; itself where there is none.
fn beside(area: Rect, view: Rect, taken: &[Rect]) -> Rect {
    const STEP: f32 = 22.0;
    let free = |place: &Rect| {
        view.contains_rect(*place) && !taken.iter().any(|other| other.intersects(*place))
    };
    let aside = area.width() / 2.0 + STEP;
    [0.0, aside, -aside]
        .into_iter()
        .flat_map(|across| [0.0, 1.0, -1.0, 2.0, -2.0].map(|down| vec2(across, down * STEP)))
        .map(|by| area.translate(by))
        .find(free)
        .unwrap_or(area)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_name_keeps_off_markers() {
        let view = Rect::from_min_size(pos2(0.0, 0.0), vec2(600.0, 400.0));
        let name = Rect::from_center_size(pos2(300.0, 200.0), vec2(80.0, 16.0));
        assert_eq!(beside(name, view, &[]), name);
        let marker = Rect::from_center_size(pos2(270.0, 205.0), vec2(28.0, 28.0));
        let moved = beside(name, view, &[marker]);
        assert!(!moved.intersects(marker) && moved.center().distance(name.center()) < 80.0);
        assert_eq!(beside(name, view, &[view]), name);
    }
}
