//! Lines between places, along the great circle: the straight way on the globe.

use std::iter;
use std::ops::Range;

use egui::epaint::PathStroke;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, Vec2, vec2};

use super::screen::Screen;
use crate::mercator::{x_from_lon, y_from_lat};
use crate::story::{Connection, ConnectionId, Place, PlaceId};
use crate::ui::ViewCtx;
use crate::ui::software::moving_ui;
use crate::ui::theme::Theme;

/// Degrees of a great circle that are drawn as one straight piece, and the most and fewest pieces of a line.
const PIECE: f64 = 1.5;
const FEWEST: f64 = 8.0;
const MOST: f64 = 96.0;

/// The ways along the globe, worked out when they are first drawn.
#[derive(Default)]
pub struct Connections {
    lines: Vec<Line>,
}

/// From one end to the other, in worlds from the map's north west, without a leap at 180°: it may go on into the next copy.
struct Line {
    points: Vec<(f64, f64)>,
    west: f64,
    east: f64,
    north: f64,
    south: f64,
}

impl Connections {
    /// Draws them; returns where the basemap should write nothing.
    pub fn connections_ui(&mut self, ctx: &ViewCtx<'_>, ui: &Ui, screen: &Screen<'_>) -> Vec<Rect> {
        if self.lines.len() != ctx.story.connections().len() {
            let ends = |connection: &Connection| {
                [connection.from, connection.to].map(|id| ctx.story.place(id))
            };
            let all = ctx.story.connections();
            self.lines = all
                .map(|(_, connection)| Line::new(ends(connection)))
                .collect();
        }
        let mut taken = Vec::new();
        for ((id, connection), line) in ctx.story.connections().zip(&self.lines) {
            let Some(quiet) = shown(ctx, connection) else {
                continue;
            };
            for copy in line.copies(screen) {
                let (from, mut points) = line.on(screen, copy);
                points.truncate(drawn(ctx, ui, id, connection, points.len()));
                let pieces = points.iter().zip(points.iter().skip(1));
                taken.extend(
                    pieces
                        .map(|(&a, &b)| Rect::from_two_pos(from + a, from + b).expand(1.0))
                        .filter(|area| area.intersects(screen.view)),
                );
                let id = ui.scope_id().with(("connection", id, copy));
                moving_ui(ui.painter(), id, from, |painter, from| {
                    draw(
                        painter,
                        ctx.theme,
                        points.iter().map(|point| from + *point).collect(),
                        quiet,
                    );
                });
            }
        }
        taken
    }
}

impl Line {
    fn new([from, to]: [&Place; 2]) -> Self {
        let (a, b) = (on_globe(from), on_globe(to));
        let angle = a
            .iter()
            .zip(b)
            .map(|(a, b)| a * b)
            .sum::<f64>()
            .clamp(-1.0, 1.0)
            .acos();
        let pieces = (angle / PIECE.to_radians()).ceil().clamp(FEWEST, MOST);
        let mut x = x_from_lon(from.lon);
        let mut line = Self {
            points: Vec::new(),
            west: x,
            east: x,
            north: 1.0,
            south: 0.0,
        };
        let parts = iter::successors(Some(0.0), |piece| Some(piece + 1.0));
        for piece in parts.take_while(|piece| *piece <= pieces) {
            let (lat, lon) = between(a, b, angle, piece / pieces);
            let next = x_from_lon(lon);
            // The copy nearest to the point before.
            x = next + (x - next).round();
            let y = y_from_lat(lat);
            line.points.push((x, y));
            (line.west, line.east) = (line.west.min(x), line.east.max(x));
            (line.north, line.south) = (line.north.min(y), line.south.max(y));
        }
        line
    }

    /// By how many worlds it has to be moved to the east to show: not at all, once, or twice where both its ends are in
    /// view and it goes round behind them.
    fn copies(&self, screen: &Screen<'_>) -> Range<i32> {
        let (x, y) = screen.middle();
        let half = screen.view.size() / 2.0 / screen.world();
        let (half_width, half_height) = (f64::from(half.x), f64::from(half.y));
        if self.south < y - half_height || self.north > y + half_height {
            return 0..0;
        }
        let first = (x - half_width - self.east).ceil();
        let last = (x + half_width - self.west).floor();
        first as i32..last as i32 + 1
    }

    /// Where on the screen its point nearest to the middle is, in that copy of the world, and the way from there to each of
    /// its points: the far end would leave the near one without precision.
    fn on(&self, screen: &Screen<'_>, copy: i32) -> (Pos2, Vec<Vec2>) {
        let (x, y) = screen.middle();
        let middle = (x - f64::from(copy), y);
        let distance = |&(east, south): &(f64, f64)| (east - middle.0).hypot(south - middle.1);
        let nearest = self
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
        (
            from,
            self.points
                .iter()
                .map(|point| way(nearest, point))
                .collect(),
        )
    }
}

/// Whether it is drawn quietly; none for not at all.
/// All are drawn in the overview; once the reader is somewhere, only those that lead there.
fn shown(ctx: &ViewCtx<'_>, connection: &Connection) -> Option<bool> {
    let ends = [connection.from, connection.to];
    let on = ends
        .into_iter()
        .any(|place| ctx.session.on(ctx.story).contains(&place));
    if ctx.session.selection().is_some() && !on {
        return None;
    }
    Some(!ctx.session.visible().follows(connection.passage))
}

/// How many of a line's points show: the line grows as it is told.
fn drawn(
    ctx: &ViewCtx<'_>,
    ui: &Ui,
    id: ConnectionId,
    connection: &Connection,
    all: usize,
) -> usize {
    const SECONDS: f32 = 1.2;
    let here = ctx.session.selected_passage();
    let told = here.is_some() && connection.passage == here;
    let still = ui.style().animation_time == 0.0;
    let seconds = if told && !still { SECONDS } else { 0.0 };
    let id = ui.scope_id().with(("told", id));
    let part = ui.ctx().animate_bool_with_time(id, told, seconds);
    if told {
        let end = part * all as f32;
        (0..all).take_while(|&i| (i as f32) < end).count()
    } else {
        all
    }
}

/// While the map flies: a quiet line from where the story was to where it goes.
pub fn leg_ui(ctx: &ViewCtx<'_>, ui: &Ui, screen: &Screen<'_>, (from, to): (PlaceId, PlaceId)) {
    let line = Line::new([from, to].map(|id| ctx.story.place(id)));
    let stroke = Stroke::new(1.5, ctx.theme.ink_muted);
    for copy in line.copies(screen) {
        let (from, points) = line.on(screen, copy);
        let points: Vec<Pos2> = points.into_iter().map(|point| from + point).collect();
        ui.painter()
            .extend(Shape::dashed_line(&points, stroke, 2.0, 6.0));
    }
}

/// Degrees north and east of what is a part of the way along the great circle, whose `angle` is in radians.
fn between(a: [f64; 3], b: [f64; 3], angle: f64, part: f64) -> (f64, f64) {
    let (p, q) = if angle < 1e-9 {
        (1.0 - part, part)
    } else {
        (
            ((1.0 - part) * angle).sin() / angle.sin(),
            (part * angle).sin() / angle.sin(),
        )
    };
    let [east, north, up] = std::array::from_fn(|i| {
        let of = |vector: &[f64; 3]| vector.get(i).copied().unwrap_or(0.0);
        of(&a) * p + of(&b) * q
    });
    let lat = up.atan2(east.hypot(north)).to_degrees();
    (lat, north.atan2(east).to_degrees())
}

/// A unit vector from the middle of the globe.
fn on_globe(place: &Place) -> [f64; 3] {
    let (lat, lon) = (place.lat.to_radians(), place.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
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
