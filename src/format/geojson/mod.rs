//! GeoJSON: points are places with their passages, lines lead from one place to another.
//!
//! Read from a feature's properties, the first of each row that is there:
//! - title of the passage: `title`, `name`, `headline`, `label`
//! - name of the place: `place`, or the title
//! - text, as HTML or plain lines: `text`, `description`, `desc`, `popupContent`, `body`
//! - date of an event: `date`, `start`, `begin`, `timestamp`, `time`; until: `end`
//! - topics, a list or a text with semicolons: `topics`, `topic`, `tags`, `category`
//! - picture, film or page: `image`, `media`, `photo`, `url`, `link`; with `caption` and `credit`
//! - role: `place` for a point without a passage, `passage` for a feature that may lack a geometry

mod geometry;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;
