//! How much a story may hold, so that no file can exhaust memory or patience.
//!
//! What is over a limit is cut or left out, and said as a problem. Lengths are in characters.

/// The story's title and each passage's title.
pub const TITLE: usize = 300;
/// A name, and every other text of a few words: a role, a kind, a publisher.
pub const NAME: usize = 200;
/// A note, a context, a byline.
pub const NOTE: usize = 2_000;
/// An address on the web.
pub const ADDRESS: usize = 2_000;
/// An id.
pub const ID: usize = 64;
/// The text of one passage, and of the introduction, all blocks together.
pub const PASSAGE: usize = 100_000;
/// Authors of the source.
pub const AUTHORS: usize = 100;
/// Source paragraphs that one passage retells.
pub const PARAGRAPHS: usize = 1_000;
/// The path of an image.
pub const IMAGE_PATH: usize = 400;
/// Images in all of a story's text, and in that of each translation.
pub const IMAGES: usize = 5_000;
/// Problems told of one file, for each severity.
pub const PROBLEMS: usize = 200;
/// Ids that are searched for the nearest one; in a larger story no id is suggested.
pub const SUGGESTIONS: usize = 2_000;

/// Degrees from the equator that the map's projection can show.
pub const LATITUDE: f64 = 85.0511;
/// Degrees from the prime meridian.
pub const LONGITUDE: f64 = 180.0;

/// Places, and connections between them.
pub const PLACES: usize = 100_000;
/// Passages, and dated facts.
pub const PASSAGES: usize = 20_000;
/// Regions, topics, people, subjects, modules: each.
pub const OTHERS: usize = 10_000;
