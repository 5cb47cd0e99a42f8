//! What floats on the map: buttons, scale bar, credit, and a sentence where there is something to say.

use std::borrow::Cow;

use egui::epaint::PathStroke;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, Direction, Id, Layout, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};
use walkers::Projector;

use super::Condition;
use super::basemap::Basemap;
use super::connections::Connections;
use super::markers::BESIDE;
use super::note::Note;
use crate::session::Tour;
use crate::story::Item;
use crate::texts::fill;
use crate::ui::command_button::command_button;
use crate::ui::fonts::{self, glyph};
use crate::ui::map_condition::condition_words;
use crate::ui::software::keep_float;
use crate::ui::widgets::pill;
use crate::ui::{Command, ViewCtx};

/// Longest scale bar, in points.
const LONGEST: f32 = 110.0;
/// Around what floats, in points.
const SHADOW: f32 = 14.0;
/// A narrower map has the scale bar above the credit, not beside it.
pub const ROOM_FOR_BOTH: f32 = 520.0;
/// A still smaller one has the beginning of the credit only, and no scale; the list of keys has all of it.
pub const ROOM_FOR_EITHER: f32 = 260.0;

/// What is written on the map about the map: placed before the markers, whose names keep off it, and drawn over them.
pub struct Written {
    writings: Vec<Writing>,
    /// Where the buttons stand, and what is drawn before the markers.
    others: Vec<Rect>,
    is_overlaid: bool,
    ground: Color32,
}

struct Writing {
    area: Rect,
    shapes: Vec<Shape>,
}

impl Written {
    /// What it takes of the map, and the buttons.
    pub fn areas(&self) -> Vec<Rect> {
        let writings = self.writings.iter().map(|writing| writing.area);
        writings.chain(self.others.iter().copied()).collect()
    }

    /// Draws it, legibly where one of the `markers`, of which it is told what is beside them too, lies under it.
    pub fn show(self, painter: &Painter, markers: &[Rect]) {
        for Writing { area, shapes } in self.writings {
            let covers = |marker: &Rect| marker.shrink(BESIDE).intersects(area);
            if self.is_overlaid || markers.iter().any(covers) {
                painter.rect_filled(area, 3.0, self.ground);
            }
            painter.extend(shapes);
        }
    }
}

/// What there is to write on the map about the map.
pub struct Legend {
    credit: Cow<'static, str>,
    condition: Condition,
    /// Whether the map under the words is another than the one that was made for them.
    is_overlaid: bool,
    /// Under the words there, and over a marker.
    ground: Color32,
}

impl Legend {
    pub fn of(ctx: &ViewCtx<'_>, basemap: &Basemap) -> Self {
        Self {
            credit: basemap.credit(),
            condition: basemap.condition(),
            is_overlaid: basemap.is_overlaid(),
            ground: ctx.theme.paper.gamma_multiply(0.85),
        }
    }
}

/// Where the buttons stand on the map.
fn buttons_area(map: Rect) -> Rect {
    Rect::from_min_size(map.left_bottom() + vec2(14.0, -116.0), vec2(36.0, 102.0))
}

/// What lies over the markers: a sentence on the lines, the buttons, and the way back from wherever the reader took the map.
pub fn controls_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    map: Rect,
    (lines, strayed): (Option<Note>, bool),
) {
    if let Some(note) = lines {
        note.show(ctx, ui, Id::unique("lines on the map"));
    }
    buttons_ui(ctx, ui, map);
    if strayed || ctx.session.tour() == Tour::Interrupted {
        continue_ui(ctx, ui, map);
    }
}

/// + − and the whole story.
fn buttons_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, map: Rect) {
    let area = buttons_area(map);
    keep_float(ui.ctx(), area.expand(SHADOW).intersect(map));
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ctx.theme.float().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (icon, command) in [
                (glyph::PLUS, Command::ZoomIn),
                (glyph::MINUS, Command::ZoomOut),
                (glyph::HOME, Command::Overview),
            ] {
                command_button(ctx, ui, icon, command);
            }
        });
    });
}

/// Above the map's middle: back to what is being read.
fn continue_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, map: Rect) {
    let name = match ctx.session.selection() {
        Some(Item::Place(place)) => &ctx.story.place(place).name,
        Some(Item::Passage(passage)) => &ctx.story.passage(passage).title,
        _ => &ctx.story.title,
    };
    let text = fill(&ctx.texts.tour.go_on, &[("title", ctx.say(name))]);
    let width = (map.width() - 32.0).min(360.0);
    let middle = map.center_top() + vec2(0.0, 30.0);
    let area = Rect::from_center_size(middle, vec2(width, 34.0));
    keep_float(ui.ctx(), area.expand(SHADOW).intersect(map));
    let layout = Layout::centered_and_justified(Direction::LeftToRight);
    let builder = UiBuilder::new()
        .id_salt("continue")
        .max_rect(area)
        .layout(layout);
    if pill(&mut ui.new_child(builder), &text, glyph::ARROW_RIGHT).clicked() {
        ctx.send(Command::Continue);
    }
}

/// Scale bar and credit, and what is wrong with the map that the reader chose.
pub fn written(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    projector: &Projector<'_>,
    map: Rect,
    legend: &Legend,
) -> Written {
    let mut writings = vec![credit(ctx, ui, map, legend)];
    if map.width() >= ROOM_FOR_EITHER {
        let up = if map.width() < ROOM_FOR_BOTH {
            40.0
        } else {
            20.0
        };
        let left = map.left_bottom() + vec2(66.0, -up);
        writings.push(scale_bar(ctx, ui, projector, left));
    }
    let condition = condition_ui(ctx, ui, map, &legend.condition);
    Written {
        writings,
        others: condition.into_iter().chain([buttons_area(map)]).collect(),
        is_overlaid: legend.is_overlaid,
        ground: legend.ground,
    }
}

/// A narrow map has it on two lines, beside the buttons.
fn credit(ctx: &ViewCtx<'_>, ui: &mut Ui, map: Rect, legend: &Legend) -> Writing {
    let corner = map.right_bottom() - vec2(10.0, 8.0);
    let width = map.width() - 76.0;
    let color = ctx.theme.ink_muted;
    let mut job = LayoutJob::simple(legend.credit.to_string(), fonts::sans(10.5), color, width);
    if map.width() < ROOM_FOR_EITHER {
        job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    }
    let galley = ui.painter().layout_job(job);
    let at = Align2::RIGHT_BOTTOM.anchor_size(corner, galley.size());
    let response = ui.allocate_rect(at, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &*legend.credit));
    Writing {
        area: at.expand(4.0),
        shapes: vec![Shape::galley(at.min, galley, color)],
    }
}

fn condition_ui(ctx: &ViewCtx<'_>, ui: &Ui, map: Rect, condition: &Condition) -> Option<Rect> {
    let words = condition_words(&ctx.texts.basemap, condition)?;
    let width = (map.width() - 32.0).clamp(0.0, 460.0);
    let top = map.center_top() + vec2(0.0, 17.0);
    let note = Note::new(ctx, ui, words, (Align2::CENTER_TOP, top, width));
    let area = note.area();
    note.show(ctx, ui, Id::unique("map condition"));
    Some(area)
}

/// That more lines are in view than are drawn, where there is room to say so: above scale and credit.
pub fn lines_note(
    ctx: &ViewCtx<'_>,
    ui: &Ui,
    map: Rect,
    connections: &Connections,
) -> Option<Note> {
    if !connections.has_more() || map.width() < ROOM_FOR_EITHER {
        return None;
    }
    let up = if map.width() < ROOM_FOR_BOTH {
        68.0
    } else {
        36.0
    };
    let corner = map.right_bottom() - vec2(20.0, up);
    let width = (map.width() - 96.0).min(520.0);
    let n = connections.len().to_string();
    let words = fill(&ctx.texts.map.lines, &[("n", &n)]);
    let place = (Align2::RIGHT_BOTTOM, corner, width);
    Some(Note::new(ctx, ui, words, place))
}

/// A round distance, drawn to the scale of the map's middle.
fn scale_bar(ctx: &ViewCtx<'_>, ui: &mut Ui, projector: &Projector<'_>, left: Pos2) -> Writing {
    let t = ctx.theme;
    let middle = projector.unproject(projector.clip_rect().center().to_vec2());
    let points_per_metre = projector.scale_pixel_per_meter(middle);
    let metres = round_below(LONGEST / points_per_metre.max(1e-9));
    let words = if metres >= 1000.0 {
        fill(
            &ctx.texts.map.kilometres,
            &[("n", &(metres / 1000.0).to_string())],
        )
    } else {
        fill(&ctx.texts.map.metres, &[("n", &metres.to_string())])
    };
    let right = pos2(left.x + metres * points_per_metre, left.y);
    let tick = vec2(0.0, 5.0);
    let stroke = Stroke::new(1.25, t.ink_faint);
    let line = Shape::line(
        vec![left - tick, left, right, right - tick],
        PathStroke::from(stroke),
    );
    let spoken = fill(&ctx.texts.map.scale, &[("length", &words)]);
    let words = ui
        .painter()
        .layout_no_wrap(words, fonts::sans(11.0), t.ink_muted);
    let at = Align2::LEFT_BOTTOM.anchor_size(left + vec2(5.0, -4.0), words.size());
    let area = at.union(Rect::from_two_pos(left, right));
    let response = ui.allocate_rect(area, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    Writing {
        area: area.expand(4.0),
        shapes: vec![line, Shape::galley(at.min, words, t.ink_muted)],
    }
}

/// The largest of 1, 2 and 5 with zeros that is not above the value.
fn round_below(value: f32) -> f32 {
    let power = 10_f32.powf(value.log10().floor());
    let digit = [5.0, 2.0]
        .into_iter()
        .find(|digit| digit * power <= value)
        .unwrap_or(1.0);
    (digit * power).round().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_a_round_number() {
        for (value, round) in [
            (999.0, 500.0),
            (1000.0, 1000.0),
            (4_300_000.0, 2_000_000.0),
            (23.0, 20.0),
            (0.2, 1.0),
        ] {
            assert_eq!(round_below(value), round);
        }
    }
}
