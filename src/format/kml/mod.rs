//! KML: placemarks are passages at their places, folders their topics, a tour their order.

mod archive;
mod geometry;
mod read;
mod tour;
mod write;

pub(super) use archive::story_in;
pub(super) use read::read;
pub(super) use write::write;
