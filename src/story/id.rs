//! Ids: positions in a story's lists that only the story hands out.

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $id(u32);

            impl $id {
                pub(super) fn new(index: usize) -> Self {
                    Self(index as u32)
                }

                /// Position in the story's own order, from zero.
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )*
    };
}

ids! {
    /// A place of one story.
    PlaceId;
    /// A region of one story.
    RegionId;
    /// A topic of one story.
    TopicId;
    /// A person or an organisation of one story.
    ActorId;
    /// A dated fact of one story.
    EventId;
    /// A line between two places of one story.
    ConnectionId;
    /// A subject of one story's curriculum.
    SubjectId;
    /// A module of one story's curriculum.
    ModuleId;
    /// A passage of one story.
    PassageId;
}

/// Ids without a story, for tests of code that only hands them on.
#[cfg(test)]
pub mod testing {
    use super::PlaceId;

    pub fn place_ids(count: usize) -> Vec<PlaceId> {
        (0..count).map(PlaceId::new).collect()
    }
}
