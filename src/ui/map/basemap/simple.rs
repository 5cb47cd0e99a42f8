//! The ground drawn by egui itself, for when there is no wgpu: walkers draws nothing then.

use egui::{Mesh, Pos2, Shape, Stroke, emath::TSTransform, epaint::Vertex};
use walkers::{Drawable, Line};

/// What a tile decoded into, moved to the screen on the CPU in every frame.
pub struct SimpleGround(Vec<Drawable>);

impl SimpleGround {
    pub fn new(drawables: Vec<Drawable>) -> Self {
        Self(drawables)
    }

    /// In the order they are painted. A tile reaches over its edges: the shapes are to be clipped.
    pub fn shapes(&self, transform: TSTransform) -> Vec<Shape> {
        let mut shapes = Vec::new();
        for drawable in &self.0 {
            match drawable {
                Drawable::Fill(mesh) => shapes.push(Shape::mesh(fill(mesh, transform))),
                Drawable::Lines(lines) => {
                    for line in lines {
                        stroke(line, transform, &mut shapes);
                    }
                }
            }
        }
        shapes
    }
}

fn fill(mesh: &walkers::Mesh, transform: TSTransform) -> Mesh {
    let vertices = mesh.vertices.iter().map(|vertex| Vertex {
        pos: transform * vertex.position,
        uv: egui::epaint::WHITE_UV,
        color: vertex.color,
    });
    Mesh {
        indices: mesh.indices.clone(),
        vertices: vertices.collect(),
        ..Mesh::default()
    }
}

fn stroke(line: &Line, transform: TSTransform, shapes: &mut Vec<Shape>) {
    let points: Vec<Pos2> = line.points.iter().map(|&point| transform * point).collect();
    let stroke = Stroke::new(line.width, line.color);
    match line.dasharray.as_slice() {
        &[dash, gap] => shapes.extend(Shape::dashed_line(&points, stroke, dash, gap)),
        _ => shapes.push(Shape::line(points, stroke)),
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, pos2, vec2};

    use super::*;

    fn twice_as_large() -> TSTransform {
        TSTransform::new(vec2(10.0, 0.0), 2.0)
    }

    #[test]
    fn the_ground_is_moved_but_lines_keep_their_width() {
        let land = Drawable::background(100.0, Color32::WHITE);
        let coast = Line {
            points: vec![pos2(0.0, 0.0), pos2(100.0, 0.0)],
            width: 1.5,
            color: Color32::BLACK,
            dasharray: Vec::new(),
        };

        let ground = SimpleGround::new(vec![land, Drawable::Lines(vec![coast])]);
        let shapes = ground.shapes(twice_as_large());

        let [Shape::Mesh(land), Shape::Path(coast)] = shapes.as_slice() else {
            panic!("{shapes:?}");
        };
        assert_eq!(land.calc_bounds().max, pos2(210.0, 200.0));
        assert_eq!(coast.points, [pos2(10.0, 0.0), pos2(210.0, 0.0)]);
        assert_eq!(coast.stroke.width, 1.5);
    }

    #[test]
    fn a_disputed_border_is_dashed() {
        let border = Line {
            points: vec![pos2(0.0, 0.0), pos2(50.0, 0.0)],
            width: 1.0,
            color: Color32::BLACK,
            dasharray: vec![6.0, 4.0],
        };

        let ground = SimpleGround::new(vec![Drawable::Lines(vec![border])]);

        assert_eq!(ground.shapes(twice_as_large()).len(), 10);
    }
}
