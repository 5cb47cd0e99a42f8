//! The world that is inside the program: tiles for who draws them, outlines for who writes them down.

pub mod archive;
mod outlines;

pub use outlines::{Outlines, Point, Window, world_position};
