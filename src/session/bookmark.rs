//! Where a reader left a story, in the story's own ids: they outlast a change of the file.

use serde::{Deserialize, Serialize};

use super::{Page, Session};
use crate::story::{Item, Story};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bookmark {
    pub page: Page,
    /// The passage, place or region that was selected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
}

impl Session {
    /// Where the reader is now; none at the story's very beginning.
    pub fn bookmark(&self, story: &Story) -> Option<Bookmark> {
        let bookmark = Bookmark {
            page: self.page,
            item: self.selection.map(|item| story.key(item).to_owned()),
        };
        (bookmark != Bookmark::default()).then_some(bookmark)
    }

    /// Goes on where the reader was; whether the story still has it.
    pub fn resume(&mut self, story: &Story, bookmark: &Bookmark) -> bool {
        let item = bookmark.item.as_deref().and_then(|key| story.find(key));
        let shown =
            item.filter(|item| matches!(item, Item::Passage(_) | Item::Place(_) | Item::Region(_)));
        if let Some(item) = shown {
            self.select(story, item);
        }
        if bookmark.page.has_content(story) {
            self.page = bookmark.page;
        }
        shown.is_some() || bookmark.item.is_none()
    }
}
