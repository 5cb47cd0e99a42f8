//! For where a processor does a GPU's work: what does not change is drawn once, as a picture, and copied from then on.
//!
//! egui's shader costs it 60 ms for a window full, a copy 7. `panes` keeps what lies around the map, `moving` and
//! `stamps` what moves with it; the map keeps itself.

mod blit;
mod drawing;
mod fill;
mod imprint;
mod moving;
mod panes;
mod picture;
mod quad;
mod sheet;
mod stamps;

/// Seconds after which what has not moved is at rest.
pub const REST: f64 = 0.12;

pub use blit::Ground;
pub use drawing::Drawing;
pub use moving::{Moving, moving_ui};
pub use panes::{Panes, keep_float, keep_panes};
pub use picture::Picture;
pub use stamps::{Stamping, Stamps};
