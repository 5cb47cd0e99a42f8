//! Where the names on the map stand. Pure: candidates in, places out.

use std::{cmp::Reverse, collections::HashMap};

use egui::{Pos2, Rect, Vec2, vec2};

use super::labels::{Candidate, Kind, Label};
use crate::ui::map::taken::Taken;

/// Points between two names of the same river.
const REPEAT_AFTER: f32 = 380.0;

/// Points between a town's dot and its name.
const GAP: f32 = 2.5;

/// A name that has its place, in points on the screen.
pub struct Placed<'a> {
    pub label: &'a Label,
    /// The middle of the name.
    pub center: Pos2,
    pub size: Vec2,
    /// Middle and radius of a town's dot.
    pub dot: Option<(Pos2, f32)>,
}

/// Gives each name a place in turn, the important ones first, or none where there is no room.
/// Nothing is written over a reserved area.
pub fn place(
    mut candidates: Vec<Candidate<'_>>,
    view: Rect,
    reserved: impl IntoIterator<Item = Rect>,
) -> Vec<Placed<'_>> {
    candidates.sort_by_key(|candidate| (Reverse(candidate.label.rank), candidate.order));
    let mut towns = Taken::new(view);
    for candidate in &candidates {
        if matches!(candidate.label.kind, Kind::Town { .. }) {
            towns.add(Rect::from_min_max(candidate.at, candidate.at));
        }
    }
    let mut taken = Taken::new(view);
    for area in reserved {
        taken.add(area);
    }

    let mut rivers = HashMap::new();
    let mut placed = Vec::new();
    for candidate in candidates {
        let place = match candidate.label.kind {
            Kind::Area => place_area(&candidate, &mut taken),
            Kind::River { .. } => place_river(&candidate, &mut taken, &mut rivers),
            Kind::Town { radius } => place_town(&candidate, radius, &mut taken, &towns),
        };
        placed.extend(place);
    }
    placed
}

fn place_area<'a>(candidate: &Candidate<'a>, taken: &mut Taken) -> Option<Placed<'a>> {
    let area = Rect::from_center_size(candidate.at, candidate.size);
    taken
        .is_free(area.expand(candidate.label.padding))
        .then(|| {
            taken.add(area);
            candidate.placed(candidate.at, None)
        })
}

/// A slanted name is a row of small boxes.
#[expect(clippy::cast_sign_loss, reason = "a name is at least one box long")]
fn place_river<'a>(
    candidate: &Candidate<'a>,
    taken: &mut Taken,
    said: &mut HashMap<&'a str, Vec<Pos2>>,
) -> Option<Placed<'a>> {
    let &Candidate {
        label, at, size, ..
    } = candidate;
    let before = said.entry(label.name.as_str()).or_default();
    if before.iter().any(|said| said.distance(at) < REPEAT_AFTER) {
        return None;
    }
    let along = Vec2::angled(label.angle);
    let pieces = (size.x / size.y).ceil().max(1.0);
    let boxes = || {
        (0..pieces as usize).map(move |piece| {
            let part = (piece as f32 + 0.5) / pieces - 0.5;
            Rect::from_center_size(at + along * (size.x * part), Vec2::splat(size.y + 4.0))
        })
    };
    boxes().all(|area| taken.is_free(area)).then(|| {
        boxes().for_each(|area| taken.add(area));
        before.push(at);
        candidate.placed(at, None)
    })
}

/// Right of its dot, above, left or below: of the free sides the one that hides the fewest towns.
fn place_town<'a>(
    candidate: &Candidate<'a>,
    radius: f32,
    taken: &mut Taken,
    towns: &Taken,
) -> Option<Placed<'a>> {
    let &Candidate {
        label, at, size, ..
    } = candidate;
    let spot = Rect::from_center_size(at, Vec2::splat(radius * 2.0 + 2.0));
    if !taken.is_free(spot) {
        return None;
    }
    let side = size.x / 2.0 + radius + GAP + 1.0;
    // A line of text has room above and below its letters already.
    let rise = size.y / 2.0 + radius;
    let offsets = [
        vec2(side, -0.5),
        vec2(0.0, -rise),
        vec2(-side, -0.5),
        vec2(0.0, rise),
    ];
    let around = vec2(label.padding + 2.0, label.padding - 1.0);
    let free = offsets.into_iter().filter_map(|offset| {
        let area = Rect::from_center_size(at + offset, size).expand2(around);
        taken
            .is_free(area)
            .then(|| (offset, towns.count_points(area)))
    });
    let (offset, _) = free.min_by_key(|&(_, hidden)| hidden)?;
    taken.add(Rect::from_center_size(at + offset, size));
    taken.add(spot);
    Some(candidate.placed(at + offset, Some((at, radius))))
}

impl<'a> Candidate<'a> {
    fn placed(&self, center: Pos2, dot: Option<(Pos2, f32)>) -> Placed<'a> {
        Placed {
            label: self.label,
            center,
            size: self.size,
            dot,
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, pos2};
    use walkers::Text;

    use super::*;

    const VIEW: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(1280.0, 800.0),
    };

    fn label(kind: Kind, name: &str, rank: usize) -> Label {
        let text = Text::new(Pos2::ZERO, name.to_owned(), 12.0, Color32::BLACK, 0.0);
        Label::new(kind, text.with_layer(rank).with_padding(2.0))
    }

    fn at(label: &Label, x: f32, y: f32) -> Candidate<'_> {
        let measure = |label: &Label| vec2(label.name.len() as f32 * 6.0, 15.0);
        label.candidate(pos2(x, y), 1.0, 0, measure).unwrap()
    }

    fn names<'a>(placed: &[Placed<'a>]) -> Vec<&'a str> {
        placed
            .iter()
            .map(|placed| placed.label.name.as_str())
            .collect()
    }

    /// A crowd of names of all kinds, the same one every time.
    fn crowd() -> Vec<(Label, Pos2)> {
        let mut state = 7u32;
        let mut random = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        };
        (0..600)
            .map(|i| {
                let kind = match random(3) {
                    0 => Kind::Area,
                    1 => Kind::River { length: 999.0 },
                    _ => Kind::Town { radius: 2.0 },
                };
                let name = format!("Name{}", i * 7919);
                let position = pos2(random(1280) as f32, random(800) as f32);
                (label(kind, &name, random(12) as usize), position)
            })
            .collect()
    }

    fn place_crowd<'a>(crowd: &'a [(Label, Pos2)], reserved: &[Rect]) -> Vec<Placed<'a>> {
        let candidates = crowd.iter().map(|(label, p)| at(label, p.x, p.y)).collect();
        place(candidates, VIEW, reserved.iter().copied())
    }

    fn written(placed: &Placed<'_>) -> Rect {
        Rect::from_center_size(placed.center, placed.size)
    }

    #[test]
    fn names_never_overlap_each_other_nor_a_dot() {
        let crowd = crowd();

        let placed = place_crowd(&crowd, &[]);

        assert!(placed.len() > 100, "only {} names", placed.len());
        for (i, a) in placed.iter().enumerate() {
            for b in placed.iter().skip(i + 1) {
                assert!(
                    !written(a).intersects(written(b)),
                    "{} and {}",
                    a.label.name,
                    b.label.name
                );
                let dots = [(a, b), (b, a)]
                    .into_iter()
                    .filter_map(|(a, b)| Some((a, b.dot?)));
                for (name, (dot, _)) in dots {
                    assert!(
                        !written(name).contains(dot),
                        "a dot under {}",
                        name.label.name
                    );
                }
            }
        }
    }

    #[test]
    fn nothing_is_written_on_reserved_areas() {
        let crowd = crowd();
        let reserved = [
            Rect::from_min_size(pos2(200.0, 100.0), vec2(300.0, 60.0)),
            Rect::from_min_size(pos2(600.0, 300.0), vec2(30.0, 400.0)),
        ];

        let placed = place_crowd(&crowd, &reserved);

        for placed in &placed {
            let free = reserved
                .iter()
                .all(|area| !area.intersects(written(placed)));
            assert!(free, "{}", placed.label.name);
        }
    }

    #[test]
    fn the_same_names_get_the_same_places() {
        let (once, again) = (crowd(), crowd());

        let [once, again] = [&once, &again].map(|crowd| {
            let placed = place_crowd(crowd, &[]).into_iter();
            placed
                .map(|p| (p.label.name.clone(), p.center))
                .collect::<Vec<_>>()
        });

        assert_eq!(once, again);
    }

    #[test]
    fn the_more_important_name_stays() {
        let (village, capital) = (
            label(Kind::Area, "Village", 1),
            label(Kind::Area, "Capital", 2),
        );

        let placed = place(
            vec![at(&village, 50.0, 50.0), at(&capital, 60.0, 52.0)],
            VIEW,
            [],
        );

        assert_eq!(names(&placed), ["Capital"]);
    }

    #[test]
    fn a_river_is_named_again_only_some_way_on() {
        let river = label(Kind::River { length: 500.0 }, "Jinsha", 1);
        let along = [100.0, 300.0, 490.0, 900.0];

        let placed = place(
            along.iter().map(|&x| at(&river, x, 50.0)).collect(),
            VIEW,
            [],
        );

        let places: Vec<f32> = placed.iter().map(|placed| placed.center.x).collect();
        assert_eq!(places, [100.0, 490.0, 900.0]);
    }

    #[test]
    fn a_town_whose_right_side_is_taken_is_named_elsewhere() {
        let town = label(Kind::Town { radius: 2.0 }, "Bijie", 1);
        let right = Rect::from_min_size(pos2(505.0, 380.0), vec2(60.0, 40.0));

        let placed = place(vec![at(&town, 500.0, 400.0)], VIEW, [right]);

        assert_eq!(names(&placed), ["Bijie"]);
        assert!(placed[0].center.y < 400.0, "above the dot");
    }

    #[test]
    fn a_town_under_a_marker_is_left_out() {
        let town = label(Kind::Town { radius: 2.0 }, "Bijie", 1);
        let marker = Rect::from_center_size(pos2(500.0, 400.0), vec2(28.0, 28.0));

        let placed = place(vec![at(&town, 500.0, 400.0)], VIEW, [marker]);

        assert!(placed.is_empty());
    }
}
