//! GeoJSON: points are places with their passages, lines lead from one place to another. `assets/story/exchange.md` lists
//! the properties that are read.

mod geometry;
mod properties;
mod read;
mod umap;
mod write;

pub(super) use read::read;
pub(super) use write::write;
