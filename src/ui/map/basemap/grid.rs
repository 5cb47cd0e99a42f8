//! Which tiles a view shows, where they lie on the screen, and what can stand in for them.

use egui::{Rect, Vec2, emath::TSTransform, vec2};
use walkers::{Projector, TileId};

use crate::basemap::{Bounds, archive};

/// Side of a vector tile in its own units, and in points when the map stands at the tile's own zoom.
pub const TILE_SIZE: u32 = 512;

/// Points by which tiles are drawn over their edges. Drawn up to them, and cut off at whole pixels,
/// neighbors would now and then leave a row of pixels between them empty.
const OVERLAP: f32 = 0.05;

/// The whole world on one tile: shown until something sharper is there.
pub const WORLD: TileKey = TileKey {
    tile: TileId {
        x: 0,
        y: 0,
        zoom: 0,
    },
    zoom: 0,
};

/// How tiles divide the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tiling {
    /// Zooms by which the map is closer than a tile of the same size on the screen.
    ahead: u8,
    last_zoom: u8,
}

impl Tiling {
    pub const EMBEDDED: Self = Self::vector(archive::LAST_ZOOM);

    pub const fn vector(last_zoom: u8) -> Self {
        Self {
            ahead: 1,
            last_zoom,
        }
    }

    /// Of 256 points to a side, as tile servers have them.
    pub const fn pictures(last_zoom: u8) -> Self {
        Self {
            ahead: 0,
            last_zoom,
        }
    }
}

/// A tile as decoded for a zoom. Past the tiling's last one the zoom goes on and the tile stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TileKey {
    pub tile: TileId,
    pub zoom: u8,
}

/// A part of the screen for a tile to cover.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    pub key: TileKey,
    pub on_screen: Rect,
    /// The part of it to be covered.
    pub shown: Rect,
}

/// The slots of the view, row by row. The world repeats to the left and right, without end.
pub fn slots(projector: &Projector<'_>, tiling: Tiling) -> Vec<Slot> {
    let view = projector.clip_rect();
    let zoom = projector.zoom();
    let center = projector.unproject(view.center().to_vec2());
    let center = projector.projection().project(center, zoom);
    slots_around(view, (center.x(), center.y()), zoom, tiling)
}

/// The center is in points from the north-west corner of the world. That, and the world itself, are
/// too many for an `f32`.
#[expect(
    clippy::cast_sign_loss,
    reason = "zooms, and the rows of the world, are not negative"
)]
fn slots_around(
    view: Rect,
    (center_x, center_y): (f64, f64),
    zoom: f64,
    tiling: Tiling,
) -> Vec<Slot> {
    if !(center_x.is_finite() && center_y.is_finite()) {
        return Vec::new();
    }
    let style_zoom = (zoom.round() - f64::from(tiling.ahead)).clamp(0.0, 24.0) as u8;
    let tile_zoom = style_zoom.min(tiling.last_zoom);
    let count = 1i64 << tile_zoom;
    let side = 256.0 * zoom.exp2() / count as f64;
    let left = center_x - f64::from(view.width()) / 2.0;
    let top = center_y - f64::from(view.height()) / 2.0;
    let last = |from: f64, length: f32| ((from + f64::from(length)) / side).ceil() as i64 - 1;

    let rows = ((top / side).floor() as i64).max(0)..=last(top, view.height()).min(count - 1);
    let columns = (left / side).floor() as i64..=last(left, view.width());
    rows.flat_map(|y| columns.clone().map(move |x| (x, y)))
        .map(|(x, y)| {
            // Neighbors share their edges to the last bit.
            let corner = |x: i64, y: i64| {
                let from_left = (x as f64 * side - left) as f32;
                let from_top = (y as f64 * side - top) as f32;
                view.min + vec2(from_left, from_top)
            };
            let on_screen = Rect::from_min_max(corner(x, y), corner(x + 1, y + 1));
            Slot {
                key: TileKey {
                    tile: TileId {
                        x: x.rem_euclid(count) as u32,
                        y: y as u32,
                        zoom: tile_zoom,
                    },
                    zoom: style_zoom,
                },
                on_screen,
                shown: on_screen,
            }
        })
        .collect()
}

impl Slot {
    /// The part of the slot that lies in a part of the world, which is 1 wide and 1 high.
    pub fn within(self, bounds: Bounds) -> Option<Self> {
        let TileId { x, y, zoom } = self.key.tile;
        let side = 0.5_f64.powi(i32::from(zoom));
        let at = |(across, down): (f64, f64)| {
            let inside = vec2(
                (across / side - f64::from(x)).clamp(0.0, 1.0) as f32,
                (down / side - f64::from(y)).clamp(0.0, 1.0) as f32,
            );
            self.on_screen.lerp_inside(inside)
        };
        let shown = Rect::from_min_max(at(bounds.north_west), at(bounds.south_east));
        shown.is_positive().then_some(Self { shown, ..self })
    }

    /// Whether all of it is to be covered.
    pub fn is_whole(&self) -> bool {
        self.shown == self.on_screen
    }

    /// What can cover the slot, the sharpest first: the tile, the tile as styled for a zoom further
    /// out, the tiles around it further out. Each with the way from its own units to the screen.
    pub fn covers(self) -> impl Iterator<Item = (TileKey, TSTransform)> {
        (0..=self.key.zoom).rev().map(move |zoom| {
            let (tile, part) = ancestor(self.key.tile, zoom);
            let drawn = self.on_screen.expand(OVERLAP);
            let scaling = drawn.width() / part.width() / TILE_SIZE as f32;
            let origin = part.min.to_vec2() * TILE_SIZE as f32 * scaling;
            let transform = TSTransform {
                scaling,
                translation: drawn.min.to_vec2() - origin,
            };
            (TileKey { tile, zoom }, transform)
        })
    }

    /// The tile and those around it further out, each with the part of it, of 1 by 1, that is the slot's.
    pub fn parts(self) -> impl Iterator<Item = (TileId, Rect)> {
        let tile = self.key.tile;
        (0..=tile.zoom).rev().map(move |zoom| ancestor(tile, zoom))
    }
}

/// The tile of that zoom, or its own, around a tile; and the part of it, of 1 by 1, the tile takes.
fn ancestor(tile: TileId, zoom: u8) -> (TileId, Rect) {
    let zoom = zoom.min(tile.zoom);
    let levels = tile.zoom - zoom;
    let around = TileId {
        x: tile.x >> levels,
        y: tile.y >> levels,
        zoom,
    };
    let parts = (1u64 << levels) as f32;
    let inside = vec2(
        (tile.x - (around.x << levels)) as f32,
        (tile.y - (around.y << levels)) as f32,
    );
    let corner = (inside / parts).to_pos2();
    (
        around,
        Rect::from_min_size(corner, Vec2::splat(1.0 / parts)),
    )
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    const VIEW: Rect = Rect {
        min: pos2(100.0, 50.0),
        max: pos2(1124.0, 562.0),
    };

    const SQUARE: Rect = Rect {
        min: pos2(40.0, 20.0),
        max: pos2(552.0, 532.0),
    };

    fn tile(x: u32, y: u32, zoom: u8) -> TileId {
        TileId { x, y, zoom }
    }

    fn world(zoom: f64) -> f64 {
        256.0 * zoom.exp2()
    }

    #[test]
    fn the_slots_cover_the_view_without_gaps_or_overlaps() {
        for (x, y, zoom) in [(0.3, 0.4, 3.2), (0.81, 0.42, 5.5), (0.5, 0.5, 9.7)] {
            let slots = slots_around(
                VIEW,
                (x * world(zoom), y * world(zoom)),
                zoom,
                Tiling::EMBEDDED,
            );

            let areas = slots
                .iter()
                .map(|slot| slot.on_screen.intersect(VIEW).area());
            let covered: f32 = areas.sum();
            assert!(
                (covered / VIEW.area() - 1.0).abs() < 0.001,
                "{covered} at zoom {zoom}"
            );
        }
    }

    #[test]
    fn neighbors_share_their_edges_exactly() {
        let slots = slots_around(
            VIEW,
            (0.81 * world(5.3), 0.42 * world(5.3)),
            5.3,
            Tiling::EMBEDDED,
        );

        for pair in slots.windows(2) {
            let [left, right] = [pair[0], pair[1]].map(|slot| slot.on_screen);
            assert!(left.max.x == right.min.x || left.max.y == right.min.y);
        }
    }

    #[test]
    fn the_world_repeats_across_the_antimeridian() {
        let slots = slots_around(VIEW, (0.0, world(4.0) / 2.0), 4.0, Tiling::EMBEDDED);

        let columns: Vec<u32> = slots.iter().take(2).map(|slot| slot.key.tile.x).collect();
        assert_eq!(columns, [7, 0]);
    }

    #[test]
    fn nothing_lies_beyond_the_poles() {
        let slots = slots_around(VIEW, (world(1.0) / 2.0, 0.0), 1.0, Tiling::EMBEDDED);

        assert!(slots.iter().all(|slot| slot.key.tile.y == 0), "{slots:?}");
        assert!(slots.iter().all(|slot| slot.on_screen.min.y > VIEW.min.y));
    }

    #[test]
    fn past_the_last_zoom_the_last_tiles_stay() {
        let slots = slots_around(
            VIEW,
            (world(12.0) * 0.7, world(12.0) * 0.4),
            12.0,
            Tiling::EMBEDDED,
        );

        assert!(
            slots
                .iter()
                .all(|slot| slot.key.tile.zoom == archive::LAST_ZOOM)
        );
        assert!(slots.iter().all(|slot| slot.key.zoom == 11));
        assert!(
            slots.len() <= 4,
            "one tile is wider than the view: {}",
            slots.len()
        );
    }

    #[test]
    fn pictures_stand_at_half_the_size_of_vector_tiles() {
        let center = (world(5.0) * 0.8, world(5.0) * 0.4);

        let slots = slots_around(VIEW, center, 5.2, Tiling::pictures(19));

        assert!(slots.iter().all(|slot| slot.key.tile.zoom == 5));
        let side = slots[0].on_screen.width();
        assert!((side - 256.0 * 0.2_f32.exp2()).abs() < 0.1, "{side}");
    }

    #[test]
    fn a_center_that_is_no_number_shows_nothing() {
        assert!(slots_around(VIEW, (f64::NAN, 0.0), 3.0, Tiling::EMBEDDED).is_empty());
    }

    #[test]
    fn an_ancestor_knows_which_part_of_it_a_tile_is() {
        let (around, part) = ancestor(tile(13, 6, 4), 2);

        assert_eq!(around, tile(3, 1, 2));
        assert_eq!(
            part,
            Rect::from_min_size(pos2(0.25, 0.5), Vec2::splat(0.25))
        );
    }

    #[test]
    fn every_slot_can_be_covered_by_the_world() {
        let slot = Slot {
            key: TileKey {
                tile: tile(53, 26, 6),
                zoom: 8,
            },
            on_screen: VIEW,
            shown: VIEW,
        };

        let covers: Vec<TileKey> = slot.covers().map(|(key, _)| key).collect();

        assert_eq!(covers.len(), 9);
        assert_eq!(covers[0], slot.key);
        assert_eq!(covers[2].tile, slot.key.tile);
        assert_eq!(covers[8], WORLD);
    }

    #[test]
    fn a_slot_is_covered_only_within_the_bounds_of_a_file() {
        let slot = Slot {
            key: TileKey {
                tile: tile(1, 0, 1),
                zoom: 1,
            },
            on_screen: SQUARE,
            shown: SQUARE,
        };
        let bounds = |north_west, south_east| Bounds {
            north_west,
            south_east,
        };

        let part = slot.within(bounds((0.75, 0.25), (0.9, 0.75))).unwrap();
        assert_eq!(part.shown.min, SQUARE.center());
        assert_eq!(part.shown.max.y, SQUARE.max.y);
        assert!(!part.is_whole());
        assert!(slot.within(Bounds::WORLD).unwrap().is_whole());
        assert!(slot.within(bounds((0.0, 0.0), (0.5, 1.0))).is_none());
    }

    #[test]
    fn a_cover_lays_the_same_ground_under_the_slot() {
        let slot = Slot {
            key: TileKey {
                tile: tile(13, 6, 4),
                zoom: 4,
            },
            on_screen: SQUARE,
            shown: SQUARE,
        };

        for (key, transform) in slot.covers() {
            let (_, part) = ancestor(slot.key.tile, key.zoom);
            let [min, max] = [part.min, part.max]
                .map(|corner| transform * (corner.to_vec2() * TILE_SIZE as f32).to_pos2());
            let drawn = slot.on_screen.expand(OVERLAP);
            assert!(min.distance(drawn.min) < 0.01, "{key:?}: {min:?}");
            assert!(max.distance(drawn.max) < 0.01, "{key:?}: {max:?}");
        }
    }
}
