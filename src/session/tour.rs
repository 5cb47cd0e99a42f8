//! The tour: from passage to passage by itself.

/// Whether the story goes on by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tour {
    #[default]
    Still,
    Playing,
    /// The reader took the map into their own hands; the tour waits for them.
    Interrupted,
}
