//! Where the names of markers stand: beside them, and on nothing else.

use egui::{Pos2, Rect, Vec2, vec2};

use super::taken::Taken;

/// A name to be placed, and the marker it belongs to.
pub struct Wanted {
    /// The marker's disc.
    pub disc: Rect,
    /// Of the written name, in points; after it those of shorter ways to write it.
    pub sizes: Vec<Vec2>,
    /// From the middle of the disc to the name, in points.
    pub gap: f32,
}

/// Where a name stands, and which way to write it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    pub area: Rect,
    pub writing: usize,
}

/// Where each name stands, in the order given: the first is placed first. None where every side is taken.
/// Names keep off what is `taken`, and are then taken themselves; off `lines` too, if they can.
pub fn place(
    wanted: &[Wanted],
    view: Rect,
    taken: &mut Taken,
    lines: &Taken,
) -> Vec<Option<Placed>> {
    let mut place = |name: &Wanted| {
        let free = |placed: &Placed| {
            view.contains_rect(placed.area) && taken.is_free_but_for(name.disc, placed.area)
        };
        let ways = || {
            name.sizes.iter().enumerate().flat_map(|(writing, &size)| {
                sides(name.disc.center(), size, name.gap).map(|area| Placed { area, writing })
            })
        };
        let placed = ways()
            .find(|way| free(way) && lines.is_free(way.area))
            .or_else(|| ways().find(free));
        if let Some(placed) = placed {
            taken.add(placed.area);
        }
        placed
    };
    wanted.iter().map(&mut place).collect()
}

/// Right if it can, then left, below, above, the corners, and further along above and below.
fn sides(middle: Pos2, size: Vec2, gap: f32) -> [Rect; 12] {
    let (right, down) = (gap + size.x / 2.0, gap + size.y / 2.0 - 2.0);
    // A name at a corner starts beside the disc's edge.
    let (aside, off) = (right - gap * 0.4, down - gap * 0.3);
    let along = (size.x / 2.0 - gap * 0.6).max(0.0);
    [
        vec2(right, 0.0),
        vec2(-right, 0.0),
        vec2(0.0, down),
        vec2(0.0, -down),
        vec2(aside, off),
        vec2(aside, -off),
        vec2(-aside, off),
        vec2(-aside, -off),
        vec2(along, down),
        vec2(-along, down),
        vec2(along, -down),
        vec2(-along, -down),
    ]
    .map(|offset| Rect::from_center_size(middle + offset, size + vec2(4.0, 0.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    const VIEW: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(400.0, 300.0),
    };

    fn wanted(x: f32, y: f32) -> Wanted {
        let disc = Rect::from_center_size(pos2(x, y), Vec2::splat(28.0));
        Wanted {
            disc,
            sizes: vec![vec2(70.0, 18.0)],
            gap: 17.0,
        }
    }

    /// The names among their own markers, what is taken, and lines.
    fn place(wanted: &[Wanted], taken: &[Rect], lines: &[Rect]) -> Vec<Option<Placed>> {
        let all = |areas: &mut dyn Iterator<Item = Rect>| {
            let mut taken = Taken::new(VIEW);
            areas.for_each(|area| taken.add(area));
            taken
        };
        let discs = wanted.iter().map(|name| name.disc);
        let mut taken = all(&mut discs.chain(taken.iter().copied()));
        let lines = all(&mut lines.iter().copied());
        super::place(wanted, VIEW, &mut taken, &lines)
    }

    #[test]
    fn a_name_stands_to_the_right_where_it_can() {
        let placed = place(&[wanted(100.0, 100.0)], &[], &[]);
        assert!(placed[0].unwrap().area.left() > 110.0);
    }

    #[test]
    fn a_name_at_the_edge_stands_on_the_other_side() {
        let placed = place(&[wanted(380.0, 100.0)], &[], &[]);
        assert!(placed[0].unwrap().area.right() < 370.0);
    }

    #[test]
    fn a_name_that_fits_nowhere_is_written_shorter() {
        let long = Wanted {
            sizes: vec![vec2(380.0, 18.0), vec2(60.0, 18.0)],
            ..wanted(200.0, 100.0)
        };
        let walls = [
            Rect::from_min_size(pos2(0.0, 120.0), vec2(400.0, 180.0)),
            Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 85.0)),
        ];
        assert_eq!(place(&[long], &walls, &[])[0].unwrap().writing, 1);
    }

    #[test]
    fn a_name_keeps_off_lines_if_it_can_and_lies_on_one_if_it_must() {
        let right = Rect::from_min_size(pos2(110.0, 90.0), vec2(200.0, 20.0));
        let placed = place(&[wanted(100.0, 100.0)], &[], &[right]);
        assert!(!placed[0].unwrap().area.intersects(right));
        let placed = place(&[wanted(100.0, 100.0)], &[], &[VIEW]);
        assert!(placed[0].is_some());
    }

    #[test]
    fn no_name_lies_on_a_marker_a_name_or_what_is_taken() {
        let names: Vec<_> = (0..40_u8)
            .map(|i| wanted(f32::from(i % 8) * 50.0, f32::from(i / 8) * 60.0))
            .collect();
        let taken = [Rect::from_min_size(pos2(0.0, 200.0), vec2(120.0, 100.0))];
        let placed: Vec<Rect> = place(&names, &taken, &[])
            .into_iter()
            .flatten()
            .map(|placed| placed.area)
            .collect();
        assert!(placed.len() > 10);
        for (i, area) in placed.iter().enumerate() {
            assert!(VIEW.contains_rect(*area) && !taken[0].intersects(*area));
            assert!(
                placed
                    .iter()
                    .skip(i + 1)
                    .all(|other| !other.intersects(*area))
            );
        }
    }
}
