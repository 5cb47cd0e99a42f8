//! The world that is inside the program: tiles for who draws them, outlines and names for who writes them down.

pub mod archive;
mod names;
mod outlines;
mod tiles;

pub use names::{Named, NamedKind, names};
pub use outlines::{Outlines, Window, world_position};
pub use tiles::{Point, tile_zoom};
