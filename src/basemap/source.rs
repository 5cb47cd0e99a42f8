//! What lies over the world inside the program, as the reader chose it.

use std::path::PathBuf;

use super::online::Template;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Nothing lies over it.
    #[default]
    Embedded,
    File(PathBuf),
    Online(Server),
}

/// A tile server of the reader's choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    pub template: Template,
    /// What is shown on the map for it.
    pub credit: String,
    /// Of its tiles; the map goes on beyond with these drawn larger.
    pub last_zoom: u8,
}
