//! For where the processor does the drawing: the map as a picture a little wider than the view, moved with the map and
//! drawn anew only when it no longer does.
//!
//! A frame then costs a copy of the picture. `freshness` says when it is drawn anew, `offscreen` draws it.

mod freshness;
mod offscreen;

use eframe::egui_wgpu::RenderState;
use egui::{Rect, Response, Ui, Vec2, pos2};
use walkers::{Map, MapMemory, Plugin, Position, Projector};

use super::under::{Over, Seen, Under};
use super::{Atlas, Overpainting};
use crate::ui::map::screen::Screen;
use freshness::{Due, Found, Freshness, Lack, Lie};
use offscreen::Offscreen;

/// Points around the view that the picture shows, too: how far the map moves before it is drawn anew.
const MARGIN: f32 = 128.0;

pub struct Still {
    offscreen: Offscreen,
    freshness: Freshness,
    taken: Option<Taken>,
    /// Middle and zoom of the last frame.
    last: Option<(Position, f64)>,
}

/// Of what the picture was taken.
struct Taken {
    middle: Position,
    zoom: f64,
    /// In points.
    size: Vec2,
    pixels_per_point: f32,
    /// What was reserved, in points from the middle of the view.
    reserved: Vec<Rect>,
    /// Whether there was nothing more to come.
    whole: bool,
}

impl Still {
    pub fn new(render_state: RenderState) -> Self {
        Self {
            offscreen: Offscreen::new(render_state),
            freshness: Freshness::default(),
            taken: None,
            last: None,
        }
    }

    /// The picture no longer shows what is to be seen.
    pub fn spoil(&mut self) {
        if let Some(taken) = &mut self.taken {
            taken.whole = false;
        }
    }

    /// Whether the last frame showed the map as it would be without a picture between.
    pub fn is_exact(&self) -> bool {
        self.freshness.is_exact()
    }

    fn show(&mut self, ui: &Ui, projector: &Projector<'_>, atlas: &mut Atlas, over: &Overpainting) {
        let view = projector.clip_rect();
        let pixels_per_point = ui.pixels_per_point();
        let room = self.offscreen.room(view.size(), pixels_per_point);
        let area = around(view, room, pixels_per_point);
        let lie = self.taken.as_ref().and_then(|taken| {
            let is_same = taken.size == area.size() && taken.pixels_per_point == pixels_per_point;
            is_same.then(|| taken.lies(projector))
        });
        let lie = match lie {
            None => Lie::Gone,
            Some(lies) if !self.offscreen.stretches_to(lies, pixels_per_point) => Lie::Gone,
            Some(lies) if !lies.expand(0.01).contains_rect(view) => Lie::TooShort,
            Some(lies) if is_scaled(lies, area) => Lie::Scaled,
            Some(lies) if !is_on(lies, area, pixels_per_point) => Lie::Moved,
            Some(_) => Lie::On,
        };
        let middle = view.center().to_vec2();
        let lack = match &self.taken {
            Some(taken) if taken.whole => {
                let reserved = atlas.reserved.iter().map(|area| area.translate(-middle));
                if reserved.eq(taken.reserved.iter().copied()) {
                    Lack::Nothing
                } else {
                    Lack::Room
                }
            }
            Some(_) if !atlas.has_news() => Lack::Waiting,
            _ => Lack::Arrived,
        };
        let motion = Some((projector.unproject(middle), projector.zoom()));
        let found = Found {
            lie,
            lack,
            has_moved: self.last != motion,
        };
        self.last = motion;
        match self.freshness.due(found, ui.input(|input| input.time)) {
            Due::Now => self.take(ui, projector, area, atlas, over),
            Due::In(seconds) => ui.ctx().request_repaint_after_secs(seconds as f32),
            Due::Never => {}
        }
        if let Some(taken) = &self.taken {
            let lies = taken.lies(projector);
            let copy = self.offscreen.copy(lies, view, pixels_per_point);
            ui.painter().add(copy);
        }
    }

    fn take(
        &mut self,
        ui: &Ui,
        projector: &Projector<'_>,
        area: Rect,
        atlas: &mut Atlas,
        over: &Overpainting,
    ) {
        let was_idle = atlas.overlay.is_none() || atlas.idle();
        let by = -area.min.to_vec2();
        let view = projector.clip_rect();
        let middle = projector.unproject(area.center().to_vec2());
        let zoom = projector.zoom();
        let mut memory = MapMemory::default();
        memory.center_at(middle);
        if memory.set_zoom(zoom).is_err() {
            return;
        }
        let sea = atlas.tiles.look().sea();
        self.offscreen.draw(ui.ctx(), area.size(), sea, |ui| {
            let seen = Seen {
                area: view.translate(by),
                moved: by,
            };
            let ctx = ui.ctx().clone();
            let map = Map::new(None, &mut memory, middle)
                .with_layer(Under::new(ctx, atlas, over, Some(seen)), 1.0)
                .with_plugin(Over(over));
            map.show(ui, |_, _, _, _| ());
        });
        let center = view.center().to_vec2();
        self.taken = Some(Taken {
            middle,
            zoom,
            size: area.size(),
            pixels_per_point: ui.pixels_per_point(),
            reserved: atlas
                .reserved
                .iter()
                .map(|area| area.translate(-center))
                .collect(),
            // Pictures that have just come in are drawn from the next frame on.
            whole: was_idle && atlas.idle(),
        });
    }
}

impl Taken {
    /// Where the picture is on the screen now, in points.
    fn lies(&self, projector: &Projector<'_>) -> Rect {
        let scale = (projector.zoom() - self.zoom).exp2() as f32;
        let middle = Screen::new(projector).at(self.middle.y(), self.middle.x());
        Rect::from_center_size(middle, self.size * scale)
    }
}

/// The view with room around it, from whole pixel to whole pixel.
fn around(view: Rect, room: Vec2, pixels_per_point: f32) -> Rect {
    let low = |at: f32| (at * pixels_per_point).floor() / pixels_per_point;
    let high = |at: f32| (at * pixels_per_point).ceil() / pixels_per_point;
    let Rect { min, max } = view.expand2(room);
    Rect::from_min_max(pos2(low(min.x), low(min.y)), pos2(high(max.x), high(max.y)))
}

fn is_scaled(lies: Rect, area: Rect) -> bool {
    (lies.size() - area.size()).abs().max_elem() > 0.01
}

/// Less than a hundredth of a pixel off.
fn is_on(lies: Rect, area: Rect, pixels_per_point: f32) -> bool {
    (lies.min - area.min).abs().max_elem() * pixels_per_point < 0.01
}

/// Shows the picture under all that is drawn on the map.
pub struct Shown<'b> {
    pub still: &'b mut Still,
    pub atlas: &'b mut Atlas,
    pub over: &'b Overpainting,
}

impl Plugin for Shown<'_> {
    fn run(
        self: Box<Self>,
        ui: &mut Ui,
        _response: &Response,
        projector: &Projector<'_>,
        _memory: &MapMemory,
    ) {
        self.still.show(ui, projector, self.atlas, self.over);
    }
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;

    #[test]
    fn the_picture_begins_and_ends_at_a_pixel() {
        let view = Rect::from_min_size(pos2(0.0, 97.3), vec2(801.7, 600.0));
        let area = around(view, Vec2::splat(MARGIN), 1.25);
        for at in [area.min.x, area.min.y, area.max.x, area.max.y] {
            let pixel = at * 1.25;
            assert!((pixel - pixel.round()).abs() < 1e-3, "{area}");
        }
        assert!(area.contains_rect(view.expand(MARGIN)));
    }
}
