//! Wide lines as one mesh: the shallows along the coasts.

use std::f32::consts::TAU;

use egui::{Pos2, Vec2};
use walkers::{Line, Mesh, Vertex};

/// Corners of the disc that rounds a bend.
const CORNERS: u32 = 8;

/// Radii between two points: what lies closer is not seen in a band, and coasts are full of it.
const STEP: f32 = 0.3;

/// Cosine of the turn below which a bend is left as it is: nothing of a gap is seen in it.
const STRAIGHT: f32 = 0.97;

/// Walkers draws each segment of a line by itself, without joins, which shows on wide ones. Here the
/// width is that of the ground: `scale` turns the line's width, in points, into the tile's units.
pub fn bands(lines: &[Line], scale: f32) -> Mesh {
    let mut mesh = Mesh::default();
    for line in lines {
        band(&mut mesh, line, line.width * 0.5 * scale);
    }
    mesh
}

fn band(mesh: &mut Mesh, line: &Line, radius: f32) {
    let points = thinned(&line.points, radius * STEP);
    let mut points = points.into_iter().peekable();
    let mut came_along: Option<Vec2> = None;
    while let Some(at) = points.next() {
        let next = points.peek().copied();
        let goes_along = next.map(|next| (next - at).normalized());
        let straight =
            matches!((came_along, goes_along), (Some(a), Some(b)) if a.dot(b) > STRAIGHT);
        if !straight {
            disc(mesh, line, at, radius);
        }
        if let (Some(next), Some(along)) = (next, goes_along) {
            let across = along.rot90() * radius;
            quad(
                mesh,
                line,
                [at + across, at - across, next + across, next - across],
            );
        }
        came_along = goes_along;
    }
}

/// Without the points that are nearer than `step` to the one before. The ends stay.
fn thinned(points: &[Pos2], step: f32) -> Vec<Pos2> {
    let mut kept: Vec<Pos2> = Vec::new();
    for &point in points {
        if kept.last().is_none_or(|last| last.distance(point) >= step) {
            kept.push(point);
        }
    }
    if let (Some(&end), Some(last)) = (points.last(), kept.last_mut()) {
        *last = end;
    }
    kept
}

fn disc(mesh: &mut Mesh, line: &Line, center: Pos2, radius: f32) {
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend((0..CORNERS).map(|corner| Vertex {
        position: center + Vec2::angled(corner as f32 * TAU / CORNERS as f32) * radius,
        color: line.color,
    }));
    mesh.indices
        .extend((1..CORNERS - 1).flat_map(|corner| [first, first + corner, first + corner + 1]));
}

fn quad(mesh: &mut Mesh, line: &Line, corners: [Pos2; 4]) {
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend(corners.map(|position| Vertex {
        position,
        color: line.color,
    }));
    mesh.indices
        .extend([0, 1, 2, 2, 1, 3].map(|corner| first + corner));
}

#[cfg(test)]
mod tests {
    use egui::{Color32, Rect, pos2};

    use super::*;

    fn line(points: Vec<Pos2>) -> Line {
        Line {
            points,
            width: 10.0,
            color: Color32::WHITE,
            dasharray: Vec::new(),
        }
    }

    #[test]
    fn a_band_is_as_wide_as_its_line_on_the_ground() {
        let mesh = bands(&[line(vec![pos2(0.0, 0.0), pos2(100.0, 0.0)])], 0.5);

        let around =
            Rect::from_points(&mesh.vertices.iter().map(|v| v.position).collect::<Vec<_>>());
        assert!((around.height() - 5.0).abs() < 0.01, "{around:?}");
        assert!((around.width() - 105.0).abs() < 0.01, "{around:?}");
    }

    #[test]
    fn only_bends_and_ends_are_rounded() {
        let straight = vec![pos2(0.0, 0.0), pos2(50.0, 0.0), pos2(100.0, 0.0)];
        let bent = vec![pos2(0.0, 0.0), pos2(50.0, 0.0), pos2(50.0, 50.0)];

        let discs =
            |points| (bands(&[line(points)], 1.0).vertices.len() - 2 * 4) / CORNERS as usize;

        assert_eq!(discs(straight), 2);
        assert_eq!(discs(bent), 3);
    }

    #[test]
    fn what_is_too_fine_for_a_band_is_left_out_but_not_its_ends() {
        let fine: Vec<Pos2> = (0..=100).map(|x| pos2(x as f32 * 0.1, 0.0)).collect();

        let kept = thinned(&fine, 3.0);

        assert_eq!(kept.first(), fine.first());
        assert_eq!(kept.last(), fine.last());
        assert!(kept.len() < 6, "{kept:?}");
    }
}
