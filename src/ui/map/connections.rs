//! Lines between places, along the great circle.

use std::collections::{HashMap, HashSet};

use egui::epaint::PathStroke;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, Vec2, vec2};

use super::screen::Screen;
use crate::lines::{Line, bounds};
use crate::mercator::Bounds;
use crate::story::{Connection, ConnectionId, PlaceId};
use crate::ui::ViewCtx;
use crate::ui::software::moving_ui;
use crate::ui::theme::Theme;

/// More lines than this cannot be told apart on one map.
const MOST: usize = 60;
/// Lines that may be in view and are looked at for whether they are: a frame must not last for all that go round it.
const TRIED: usize = 4 * MOST;

/// The lines that the reader is to see.
#[derive(Default)]
pub struct Connections {
    /// Those that are told where the reader is, then the weightiest, last those that the lens does not let through.
    shown: Vec<Shown>,
    /// What they are shown for: so many changes of the session.
    changes: Option<u64>,
    /// Those that were looked at last, and little more.
    lines: HashMap<ConnectionId, Line>,
    has_more: bool,
}

#[derive(Clone, Copy)]
struct Shown {
    id: ConnectionId,
    bounds: Bounds,
    quiet: bool,
}

impl Connections {
    /// Draws them; returns where the basemap should write nothing.
    pub fn connections_ui(&mut self, ctx: &ViewCtx<'_>, ui: &Ui, screen: &Screen<'_>) -> Vec<Rect> {
        if self.changes != Some(ctx.session.changes()) {
            self.changes = Some(ctx.session.changes());
            self.shown = shown(ctx);
        }
        let part = screen.part(0.0);
        let in_view = |shown: &Shown| {
            let copies = shown.bounds.copies(part);
            (!copies.is_empty()).then_some((*shown, copies))
        };
        let mut in_view = self.shown.iter().filter_map(in_view);
        let mut taken = Vec::new();
        let mut drawn = Vec::new();
        let mut count = 0;
        for (Shown { id, quiet, .. }, copies) in in_view.by_ref().take(TRIED) {
            let connection = ctx.story.connection(id);
            let line = self.lines.entry(id).or_insert_with(|| {
                Line::between([connection.from, connection.to].map(|id| ctx.story.place(id)))
            });
            let before = taken.len();
            for copy in copies {
                let (from, mut points) = on_screen(line, screen, copy);
                points.truncate(told(ctx, ui, id, connection, points.len()));
                let pieces = points.iter().zip(points.iter().skip(1));
                let areas = pieces.map(|(&a, &b)| Rect::from_two_pos(from + a, from + b));
                let first = taken.len();
                taken.extend(
                    areas
                        .map(|area| area.expand(1.0))
                        .filter(|area| area.intersects(screen.view)),
                );
                // It goes round what is in view.
                if taken.len() == first {
                    continue;
                }
                let id = ui.scope_id().with(("connection", id, copy));
                drawn.push((id, from, points, quiet));
            }
            count += usize::from(taken.len() > before);
            if count == MOST {
                break;
            }
        }
        self.has_more = in_view.next().is_some();
        // The weightiest lie over the others.
        for (id, from, points, quiet) in drawn.into_iter().rev() {
            moving_ui(ui.painter(), id, from, |painter, from| {
                let points = points.iter().map(|point| from + *point);
                draw(painter, ctx.theme, points.collect(), quiet);
            });
        }
        if self.lines.len() > 2 * TRIED {
            self.lines.clear();
        }
        taken
    }

    /// Whether more may be in view than are drawn.
    pub fn has_more(&self) -> bool {
        self.has_more
    }

    /// How many there would be to draw on the whole map.
    pub fn len(&self) -> usize {
        self.shown.len()
    }
}

/// All in the overview; once the reader is somewhere, only those that lead there, and first those that are told there.
fn shown(ctx: &ViewCtx<'_>) -> Vec<Shown> {
    let on: HashSet<PlaceId> = ctx.session.on(ctx.story).iter().copied().collect();
    let is_everywhere = ctx.session.selection().is_none();
    let all = ctx.document.lines.weightiest().filter_map(|(id, bounds)| {
        let connection = ctx.story.connection(id);
        let leads_there = on.contains(&connection.from) || on.contains(&connection.to);
        let quiet = !ctx.session.visible().follows(connection.passage);
        (is_everywhere || leads_there).then_some(Shown { id, bounds, quiet })
    });
    let mut shown: Vec<Shown> = all.collect();
    let here = ctx.session.selected_passage();
    let is_told = |id| here.is_some() && ctx.story.connection(id).passage == here;
    shown.sort_by_key(|shown| (!is_told(shown.id), shown.quiet));
    shown
}

/// Where on the screen its point nearest to the middle is, in that copy of the world, and the way from there to each of its
/// points: the far end would leave the near one without precision.
fn on_screen(line: &Line, screen: &Screen<'_>, copy: i32) -> (Pos2, Vec<Vec2>) {
    let (x, y) = screen.middle();
    let middle = (x - f64::from(copy), y);
    let distance = |&(east, south): &(f64, f64)| (east - middle.0).hypot(south - middle.1);
    let nearest = line
        .points
        .iter()
        .min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let Some(&nearest) = nearest else {
        return (screen.view.center(), Vec::new());
    };
    let world = f64::from(screen.world());
    let way = |(x, y): (f64, f64), &(east, south): &(f64, f64)| {
        vec2(((east - x) * world) as f32, ((south - y) * world) as f32)
    };
    let from = screen.view.center() + way(middle, &nearest);
    let points = line.points.iter().map(|point| way(nearest, point));
    (from, points.collect())
}

/// How many of a line's points show: the line grows as it is told.
fn told(
    ctx: &ViewCtx<'_>,
    ui: &Ui,
    id: ConnectionId,
    connection: &Connection,
    all: usize,
) -> usize {
    const SECONDS: f32 = 1.2;
    let here = ctx.session.selected_passage();
    let is_told = here.is_some() && connection.passage == here;
    let still = ui.style().animation_time == 0.0;
    let seconds = if is_told && !still { SECONDS } else { 0.0 };
    let id = ui.scope_id().with(("told", id));
    let part = ui.ctx().animate_bool_with_time(id, is_told, seconds);
    if is_told {
        let end = part * all as f32;
        (0..all).take_while(|&i| (i as f32) < end).count()
    } else {
        all
    }
}

/// While the map flies: a quiet line from where the story was to where it goes.
pub fn leg_ui(ctx: &ViewCtx<'_>, ui: &Ui, screen: &Screen<'_>, (from, to): (PlaceId, PlaceId)) {
    let ends = [from, to].map(|id| ctx.story.place(id));
    let line = Line::between(ends);
    let stroke = Stroke::new(1.5, ctx.theme.ink_muted);
    for copy in bounds(ends).copies(screen.part(0.0)) {
        let (from, points) = on_screen(&line, screen, copy);
        let points: Vec<Pos2> = points.into_iter().map(|point| from + point).collect();
        ui.painter()
            .extend(Shape::dashed_line(&points, stroke, 2.0, 6.0));
    }
}

fn draw(painter: &Painter, t: &Theme, points: Vec<Pos2>, quiet: bool) {
    let color = if quiet {
        t.marker_dim.gamma_multiply(0.6)
    } else {
        t.accent.gamma_multiply(0.7)
    };
    painter.add(Shape::line(
        points.clone(),
        PathStroke::new(4.0, t.land.gamma_multiply(0.7)),
    ));
    if quiet {
        painter.extend(Shape::dashed_line(
            &points,
            Stroke::new(1.25, color),
            4.0,
            4.0,
        ));
        return;
    }
    arrow(painter, &points, color);
    painter.add(Shape::line(points, PathStroke::new(1.4, color)));
}

/// A small head two thirds along, where no marker covers it.
fn arrow(painter: &Painter, points: &[Pos2], color: Color32) {
    const LEAST_LENGTH: f32 = 90.0;
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return;
    };
    let along = points.len() * 5 / 8;
    let (Some(&tail), Some(&tip)) = (points.get(along), points.get(along + 1)) else {
        return;
    };
    if first.distance(last) < LEAST_LENGTH {
        return;
    }
    let along = (tip - tail).normalized();
    let across = vec2(-along.y, along.x) * 4.0;
    let back = tip - along * 8.0;
    painter.add(Shape::convex_polygon(
        vec![tip, back + across, back - across],
        color,
        Stroke::NONE,
    ));
}
