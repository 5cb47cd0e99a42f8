//! A story as one page that needs nothing else: no script, no network, no other file.
//!
//! The page is well-formed XML as well as HTML, so that whatever reads it reads the same.

mod map;
mod page;
mod things;
pub(super) mod words;

use crate::story::Story;
use page::Page;

/// What a page is to be.
pub struct HtmlOptions<'a> {
    /// To be read, of those that the story has; the first one leads, and the story's own where none is given.
    pub languages: Vec<&'a str>,
    /// The bytes of an image, by its path below the story's folder; none where it cannot be had. Other kinds than
    /// PNG, JPEG, GIF and WebP are not shown.
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
    let page = Page {
        story,
        words: words::of(lead),
        lead,
        languages: &languages,
        image: options.image,
    };
    page.write()
}
