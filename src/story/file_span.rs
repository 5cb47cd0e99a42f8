//! Where in a file something stands.

use std::num::NonZeroU32;
use std::ops::Range;

/// Bytes of a story file's text, in half the room of a range: a draft of a hundred thousand places has a million of them.
/// Files of 4 GiB, which none that is read has, would lose the positions at their end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileSpan {
    start: u32,
    /// One more than where it ends, so that no span at all takes no room of its own.
    after: NonZeroU32,
}

impl FileSpan {
    pub fn start(self) -> usize {
        self.start as usize
    }

    pub fn range(self) -> Range<usize> {
        self.start()..self.after.get() as usize - 1
    }
}

impl From<Range<usize>> for FileSpan {
    fn from(range: Range<usize>) -> Self {
        let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: short(range.start),
            after: NonZeroU32::MIN.saturating_add(short(range.end)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_the_range_it_was_made_from_and_none_takes_no_room() {
        for range in [0..0, 3..3, 7..32 * 1024 * 1024] {
            assert_eq!(FileSpan::from(range.clone()).range(), range);
        }
        assert_eq!(size_of::<Option<FileSpan>>(), 8);
    }
}
