//! The outline of a region made ready to draw: projected and cut into triangles once, then only scaled and moved.

use egui::epaint::{PathStroke, Vertex, WHITE_UV};
use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Vec2, vec2};
use lyon_tessellation::math::point;
use lyon_tessellation::path::Path;
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillRule, FillTessellator, FillVertex, VertexBuffers,
};

use super::screen::Screen;
use super::view::Point;
use crate::mercator::{x_from_lon, y_from_lat};
use crate::regions::Outline;

/// Points of a line closer together than this on the screen are one, in points.
const NEAREST: f32 = 0.75;

pub struct RegionShape {
    /// In degrees; everything else is counted from here, in worlds.
    origin: Point,
    /// Its border, without the cuts at 180°.
    lines: Vec<Line>,
    triangles: Triangles,
    area: Rect,
}

struct Line {
    points: Vec<Vec2>,
    area: Rect,
}

type Triangles = VertexBuffers<Vec2, u32>;

impl RegionShape {
    pub fn new(outline: &Outline) -> Self {
        let origin = outline.main.middle();
        let project = |&(lat, lon): &Point| {
            let x = x_from_lon(lon) - x_from_lon(origin.1);
            let y = y_from_lat(lat) - y_from_lat(origin.0);
            vec2(x as f32, y as f32)
        };
        let mut lines = Vec::new();
        let mut rings = Vec::new();
        for ring in &outline.rings {
            for run in without_cuts(ring) {
                lines.push(Line::new(run.iter().map(project).collect()));
            }
            rings.push(ring.iter().map(project).collect());
        }
        let area = lines
            .iter()
            .fold(Rect::NOTHING, |area, line| area.union(line.area));
        Self {
            origin,
            triangles: triangles(&rings),
            lines,
            area,
        }
    }

    /// A ground, and lines on it from the lowest to the highest.
    pub fn draw(
        &self,
        painter: &Painter,
        screen: &Screen<'_>,
        fill: Color32,
        lines: &[PathStroke],
    ) {
        let world = screen.world();
        let middle = screen.at(self.origin.0, self.origin.1);
        // Near the edge of the world a part may show in the next copy of it.
        for copy in [-1.0, 0.0, 1.0] {
            let origin = middle + vec2(copy * world, 0.0);
            let on_screen = |area: Rect| {
                Rect::from_min_max(
                    origin + area.min.to_vec2() * world,
                    origin + area.max.to_vec2() * world,
                )
            };
            if !on_screen(self.area).intersects(screen.view) {
                continue;
            }
            painter.add(self.ground(origin, world, fill));
            let near = screen.view.expand(8.0);
            let seen: Vec<Vec<Pos2>> = self
                .lines
                .iter()
                .filter(|line| on_screen(line.area).intersects(near))
                .map(|line| line.on_screen(origin, world))
                .collect();
            for stroke in lines {
                painter.extend(
                    seen.iter()
                        .map(|points| Shape::line(points.clone(), stroke.clone())),
                );
            }
        }
    }

    fn ground(&self, origin: Pos2, world: f32, color: Color32) -> Mesh {
        let vertex = |place: &Vec2| Vertex {
            pos: origin + *place * world,
            uv: WHITE_UV,
            color,
        };
        Mesh {
            indices: self.triangles.indices.clone(),
            vertices: self.triangles.vertices.iter().map(vertex).collect(),
            ..Mesh::default()
        }
    }
}

impl Line {
    fn new(points: Vec<Vec2>) -> Self {
        let area = points.iter().fold(Rect::NOTHING, |mut area, point| {
            area.extend_with(point.to_pos2());
            area
        });
        Self { points, area }
    }

    /// Its points far enough apart to be seen; the last is always there.
    fn on_screen(&self, origin: Pos2, world: f32) -> Vec<Pos2> {
        let mut seen: Vec<Pos2> = Vec::new();
        let mut places = self.points.iter().map(|&place| origin + place * world);
        let last = places.next_back();
        for place in places {
            if seen
                .last()
                .is_none_or(|before| before.distance(place) >= NEAREST)
            {
                seen.push(place);
            }
        }
        seen.extend(last);
        seen
    }
}

/// The ring as closed line; in pieces where it runs along 180°, where it is only cut.
fn without_cuts(ring: &[Point]) -> Vec<Vec<Point>> {
    let on_edge = |(_, lon): Point| lon.abs() >= 180.0;
    let mut runs = Vec::new();
    let mut run: Vec<Point> = Vec::new();
    for &place in ring.iter().chain(ring.first()) {
        if run.last().is_some_and(|&before| on_edge(before)) && on_edge(place) {
            runs.push(std::mem::take(&mut run));
        }
        run.push(place);
    }
    runs.push(run);
    runs.retain(|run| run.len() > 1);
    runs
}

fn triangles(rings: &[Vec<Vec2>]) -> Triangles {
    let mut path = Path::builder();
    for ring in rings {
        let mut places = ring.iter().map(|place| point(place.x, place.y));
        if let Some(first) = places.next() {
            path.begin(first);
            for place in places {
                path.line_to(place);
            }
            path.close();
        }
    }
    let options = FillOptions::default().with_fill_rule(FillRule::EvenOdd);
    let mut triangles = Triangles::new();
    let mut output = BuffersBuilder::new(&mut triangles, |vertex: FillVertex<'_>| {
        vec2(vertex.position().x, vertex.position().y)
    });
    // Without its ground an outline still shows.
    if let Err(error) = FillTessellator::new().tessellate_path(&path.build(), &options, &mut output)
    {
        log::warn!("the ground of a region cannot be drawn: {error}");
        return Triangles::new();
    }
    triangles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regions::outline;

    #[test]
    fn the_cut_at_180_degrees_is_no_border() {
        let ring = [(60.0, 170.0), (65.0, 180.0), (70.0, 180.0), (70.0, 170.0)];
        let runs = without_cuts(&ring);
        assert_eq!(
            runs,
            [
                vec![(60.0, 170.0), (65.0, 180.0)],
                vec![(70.0, 180.0), (70.0, 170.0), (60.0, 170.0)]
            ]
        );
        let whole = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)];
        assert_eq!(without_cuts(&whole).len(), 1);
    }

    #[test]
    fn the_ground_is_as_large_as_the_outline() {
        for code in ["NL", "CN-GZ", "CN", "RU"] {
            let shape = RegionShape::new(&outline(code).unwrap());
            let corners = &shape.triangles.vertices;
            let covered: f32 = shape
                .triangles
                .indices
                .chunks(3)
                .map(|corner| {
                    let [a, b, c] = [0, 1, 2].map(|i| corners[corner[i] as usize]);
                    let (b, c) = (b - a, c - a);
                    (b.x * c.y - b.y * c.x).abs() / 2.0
                })
                .sum();
            let part = covered / shape.area.area();
            assert!((0.001..1.0).contains(&part), "{code}: {part}");
        }
    }
}
