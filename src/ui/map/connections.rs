//! Lines between places, along the great circle: the straight way on the globe.

use egui::epaint::PathStroke;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, vec2};

use super::screen::Screen;
use crate::story::{Connection, ConnectionId, Place, PlaceId};
use crate::ui::ViewCtx;
use crate::ui::theme::Theme;

/// Into how many straight pieces a line is cut.
const PIECES: u8 = 96;

/// Draws them; returns where the basemap should write nothing.
pub fn connections_ui(ctx: &ViewCtx<'_>, ui: &Ui, screen: &Screen<'_>) -> Vec<Rect> {
    let mut taken = Vec::new();
    for (id, connection) in ctx.story.connections() {
        let Some(quiet) = shown(ctx, connection) else {
            continue;
        };
        let ends = [connection.from, connection.to].map(|id| ctx.story.place(id));
        let mut points = line(ends, screen);
        let last = points.last().copied();
        points.truncate(drawn(ctx, ui, id, connection, points.len()));
        draw(ui.painter(), ctx.theme, &points, quiet);
        // Where the other end shows in another copy of the world, the line is there too.
        let end = screen.at(
            ctx.story.place(connection.to).lat,
            ctx.story.place(connection.to).lon,
        );
        if let Some(aside) = last
            .map(|last| end - last)
            .filter(|aside| aside.x.abs() > 1.0)
        {
            let copy: Vec<Pos2> = points.iter().map(|point| *point + aside).collect();
            draw(ui.painter(), ctx.theme, &copy, quiet);
        }
        let pieces = points.iter().zip(points.iter().skip(1));
        taken.extend(
            pieces
                .map(|(&a, &b)| Rect::from_two_pos(a, b).expand(1.0))
                .filter(|area| area.intersects(screen.view)),
        );
    }
    taken
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
    let points = line([from, to].map(|id| ctx.story.place(id)), screen);
    let stroke = Stroke::new(1.5, ctx.theme.ink_muted);
    ui.painter()
        .extend(Shape::dashed_line(&points, stroke, 2.0, 6.0));
}

/// Points on the screen, from one end to the other, without a leap at 180°.
fn line([from, to]: [&Place; 2], screen: &Screen<'_>) -> Vec<Pos2> {
    let (a, b) = (on_globe(from), on_globe(to));
    let angle = a
        .iter()
        .zip(b)
        .map(|(a, b)| a * b)
        .sum::<f64>()
        .clamp(-1.0, 1.0)
        .acos();
    let mut near = screen.at(from.lat, from.lon).x;
    let mut points = Vec::with_capacity(usize::from(PIECES) + 1);
    for piece in 0..=PIECES {
        let part = f64::from(piece) / f64::from(PIECES);
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
        let at = screen.near(
            up.atan2(east.hypot(north)).to_degrees(),
            north.atan2(east).to_degrees(),
            near,
        );
        near = at.x;
        if at.is_finite() {
            points.push(at);
        }
    }
    points
}

/// A unit vector from the middle of the globe.
fn on_globe(place: &Place) -> [f64; 3] {
    let (lat, lon) = (place.lat.to_radians(), place.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

fn draw(painter: &Painter, t: &Theme, points: &[Pos2], quiet: bool) {
    let color = if quiet {
        t.marker_dim.gamma_multiply(0.6)
    } else {
        t.accent.gamma_multiply(0.7)
    };
    painter.add(Shape::line(
        points.to_vec(),
        PathStroke::new(4.0, t.land.gamma_multiply(0.7)),
    ));
    if quiet {
        painter.extend(Shape::dashed_line(
            points,
            Stroke::new(1.25, color),
            4.0,
            4.0,
        ));
        return;
    }
    painter.add(Shape::line(points.to_vec(), PathStroke::new(1.4, color)));
    arrow(painter, points, color);
}

/// A small head two thirds along, where no marker covers it.
fn arrow(painter: &Painter, points: &[Pos2], color: Color32) {
    const LEAST_LENGTH: f32 = 90.0;
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return;
    };
    let (Some(&tail), Some(&tip)) = (points.get(60), points.get(62)) else {
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
