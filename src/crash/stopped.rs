//! What one start of the program leaves to the next when it has to stop.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::session::Bookmark;

/// That the program had to stop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// The report of it.
    pub report: PathBuf,
    /// What the settings know the story by that was being shown.
    #[serde(default)]
    pub shown: Option<String>,
    /// Where the reader was when a frame was last whole; none where they cannot be led back.
    #[serde(default)]
    pub whereabouts: Option<Whereabouts>,
}

/// Where a reader is: in which story, and where in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whereabouts {
    /// What the settings know the story by.
    pub story: String,
    /// Its file, by the whole path; none: the built-in story.
    pub file: Option<PathBuf>,
    #[serde(default)]
    pub place: Bookmark,
}
