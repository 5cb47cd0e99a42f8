//! The nearest of many points that reaches as far as the one who asks.
//!
//! A k-d tree (Bentley, Multidimensional Binary Search Trees, 1975) whose nodes know how far the points below them reach,
//! so that a search passes over whole crowds that reach nowhere. Of rstar's tree, which must look at each of them, a
//! hundred thousand points took four times as long.

use std::cmp::Ordering;

/// On a square of side 1 that goes on in the next one to the east and to the west. Two metres of the world are told apart.
pub type Point = [f32; 2];

/// A point, by its number, and the square of how far it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    pub point: usize,
    pub square: f32,
}

/// As small as can be: a search among a hundred thousand sees some forty, all over memory.
struct Node {
    at: Point,
    /// Square of how far this point reaches; negative before it is known.
    own: f32,
    /// At least the furthest of it and those below.
    furthest: f32,
    point: u32,
}

/// So many nodes are looked at one by one sooner than found out which of them need not be.
const FEW: usize = 11;

/// Nothing reaches anywhere before it is said.
pub struct Tree {
    nodes: Vec<Node>,
    /// By point: the position of its node.
    positions: Vec<u32>,
}

impl Tree {
    pub fn new(points: &[Point]) -> Self {
        let node = |(point, at): (usize, &Point)| Node {
            at: *at,
            own: -1.0,
            furthest: -1.0,
            point: point as u32,
        };
        let mut nodes: Vec<Node> = points.iter().enumerate().map(node).collect();
        arrange(&mut nodes, 0);
        let mut positions = vec![0; nodes.len()];
        for (position, node) in nodes.iter().enumerate() {
            if let Some(of_point) = positions.get_mut(node.point as usize) {
                *of_point = position as u32;
            }
        }
        Self { nodes, positions }
    }

    /// All points: the one that halves the world, those that halve each half, and so on.
    pub fn halving(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.nodes.len());
        let mut parts = vec![self.nodes.as_slice()];
        while !parts.is_empty() {
            let mut halves = Vec::with_capacity(2 * parts.len());
            for part in parts {
                if let Some((before, [node, after @ ..])) = part.split_at_checked(part.len() / 2) {
                    order.push(node.point as usize);
                    halves.extend([before, after]);
                }
            }
            parts = halves;
        }
        order
    }

    /// As it was before any reach was said.
    pub fn forget_reaches(&mut self) {
        for node in &mut self.nodes {
            (node.own, node.furthest) = (-1.0, -1.0);
        }
    }

    /// From now on the point is found from as far as this, of which `reach` is the square.
    pub fn set_reach(&mut self, point: usize, reach: f32) {
        let mut position = self.positions.get(point).map_or(0, |&at| at as usize);
        let mut nodes = self.nodes.as_mut_slice();
        while let Some((before, [node, after @ ..])) = nodes.split_at_mut_checked(nodes.len() / 2) {
            node.furthest = node.furthest.max(reach);
            match position.cmp(&before.len()) {
                Ordering::Less => nodes = before,
                Ordering::Equal => {
                    node.own = reach;
                    return;
                }
                Ordering::Greater => {
                    position -= before.len() + 1;
                    nodes = after;
                }
            }
        }
    }

    /// The nearest point that reaches here and is closer than `within`.
    pub fn nearest(&self, at: Point, within: f32) -> Option<Near> {
        let mut search = Search {
            at,
            nearest: None,
            within: within * within,
        };
        search.through(&self.nodes, 0, [0.0; 2]);
        let [x, y] = at;
        for beside in [x - 1.0, x + 1.0] {
            // Only what lies near an edge has neighbours beyond it that may be nearer.
            let within = search.within.sqrt();
            if (-within..=1.0 + within).contains(&beside) {
                search.at = [beside, y];
                search.through(&self.nodes, 0, [0.0; 2]);
            }
        }
        search.nearest
    }
}

/// The middle node by one axis first parts the others by the other axis.
fn arrange(nodes: &mut [Node], axis: usize) {
    if nodes.len() < 2 {
        return;
    }
    let middle = nodes.len() / 2;
    let by_axis = |a: &Node, b: &Node| along(a.at, axis).total_cmp(&along(b.at, axis));
    let (before, _, after) = nodes.select_nth_unstable_by(middle, by_axis);
    arrange(before, 1 - axis);
    arrange(after, 1 - axis);
}

fn along(at: Point, axis: usize) -> f32 {
    let [x, y] = at;
    if axis == 0 { x } else { y }
}

struct Search {
    at: Point,
    nearest: Option<Near>,
    /// Square of the distance from which on nothing is of interest.
    within: f32,
}

impl Search {
    /// Through nodes that are at least so far `aside`, by axis.
    fn through(&mut self, nodes: &[Node], axis: usize, aside: Point) {
        let Some((before, [node, after @ ..])) = nodes.split_at_checked(nodes.len() / 2) else {
            return;
        };
        if square(aside) > node.furthest {
            return;
        }
        if nodes.len() <= FEW {
            for node in nodes {
                self.see(node);
            }
            return;
        }
        let apart = self.see(node);
        let across = along(apart, axis);
        let (near, far) = if across < 0.0 {
            (before, after)
        } else {
            (after, before)
        };
        self.through(near, 1 - axis, aside);
        let [x, y] = aside;
        let beyond = if axis == 0 { [across, y] } else { [x, across] };
        // Most ways end here.
        if square(beyond) < self.within {
            self.through(far, 1 - axis, beyond);
        }
    }

    /// How far apart from it the place is that is asked from.
    fn see(&mut self, node: &Node) -> Point {
        let ([x, y], [node_x, node_y]) = (self.at, node.at);
        let apart = [x - node_x, y - node_y];
        let distance = square(apart);
        if distance < self.within && distance <= node.own {
            self.within = distance;
            self.nearest = Some(Near {
                point: node.point as usize,
                square: distance,
            });
        }
        apart
    }
}

fn square([x, y]: Point) -> f32 {
    x * x + y * y
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Between 0 and 1, without a pattern. (Marsaglia, Xorshift RNGs, 2003.)
    fn scattered(state: &mut u32) -> f32 {
        *state ^= *state << 13;
        *state ^= *state >> 17;
        *state ^= *state << 5;
        *state as f32 / u32::MAX as f32
    }

    #[test]
    fn what_is_found_is_what_looking_at_all_finds() {
        let mut state = 7;
        let mut point = || [scattered(&mut state), scattered(&mut state) * 0.2];
        let points: Vec<Point> = (0..500).map(|_| point()).collect();
        let reach = |i: usize| [0.0, 0.0001, 0.001, 0.1][i % 4];
        let mut tree = Tree::new(&points);
        for (i, &at) in points.iter().enumerate() {
            let found = tree.nearest(at, 0.1);

            let all = points[..i].iter().enumerate().map(|(point, other)| {
                let across = (at[0] - other[0]).abs();
                Near {
                    point,
                    square: square([across.min(1.0 - across), at[1] - other[1]]),
                }
            });
            let right = all
                .filter(|near| near.square < 0.01 && near.square <= reach(near.point))
                .min_by(|a, b| a.square.total_cmp(&b.square));
            assert_eq!(found.map(|near| near.point), right.map(|near| near.point));
            tree.set_reach(i, reach(i));
        }
    }

    #[test]
    fn of_points_on_one_another_one_is_found() {
        let points = vec![[0.3, 0.3]; 2_000];
        let mut tree = Tree::new(&points);
        for point in 0..points.len() {
            let found = tree.nearest([0.3, 0.3], 0.1);
            assert_eq!(found.map(|near| near.square), (point > 0).then_some(0.0));
            tree.set_reach(point, 0.0);
        }
    }
}
