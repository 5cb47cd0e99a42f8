//! A story as one page that needs nothing else: no script, no network, no other file.
//!
//! The page is well-formed XML as well as HTML, so that whatever reads it reads the same.

mod map;
mod page;
mod things;
pub(super) mod words;

use std::cell::Cell;

use crate::story::Story;
use page::Page;

/// Bytes of images that a page holds: a small file could ask for a large one thousands of times.
const IMAGES: usize = 64 * 1024 * 1024;

/// What a page is to be.
pub struct HtmlOptions<'a> {
    /// To be read, of those that the story has; the first one leads, and the story's own where none is given.
    pub languages: Vec<&'a str>,
    /// The bytes of an image, by its path below the story's folder; none where it cannot be had. Other kinds than
    /// PNG, JPEG, GIF and WebP are not shown, nor any after the first 64 MiB of images.
    pub image: &'a dyn Fn(&str) -> Option<Vec<u8>>,
}

pub fn write(story: &Story, options: &HtmlOptions<'_>) -> String {
    let mut languages: Vec<&str> = Vec::new();
    for &language in &options.languages {
        let is_new = !languages.contains(&language);
        if is_new && story.languages().any(|of_story| of_story == language) {
            languages.push(language);
        }
    }
    if languages.is_empty() {
        languages.push(&story.language);
    }
    let lead = languages.first().copied().unwrap_or(&story.language);
    let room = Cell::new(IMAGES);
    let image = |path: &str| {
        if room.get() == 0 {
            return None;
        }
        let bytes = (options.image)(path)?;
        let left = room.get().checked_sub(bytes.len());
        room.set(left.unwrap_or_default());
        left.map(|_| bytes)
    };
    let page = Page {
        story,
        words: words::of(lead),
        lead,
        languages: &languages,
        image: &image,
    };
    page.write()
}
