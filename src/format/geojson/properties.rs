//! The properties of a feature: those that mean something to a story, whatever their case, and the rest.

use crate::format::collect::topics_in;
use crate::format::json::{Node, Object};
use crate::format::media::Media;
use crate::format::prose_html::{self, HtmlText};
use crate::story::FileSpan;
use crate::story::draft::{Block, BlockKind};

use super::umap;

const TITLE: [&str; 4] = ["title", "name", "headline", "label"];
const TEXT: [&str; 8] = [
    "text",
    "description",
    "desc",
    "popupcontent",
    "body",
    "notes",
    "note",
    "comment",
];
const DATE: [&str; 5] = ["date", "start", "begin", "timestamp", "time"];
const TOPICS: [&str; 4] = ["topics", "topic", "tags", "category"];
const MEDIA: [&str; 6] = ["image", "media", "photo", "pic_url", "url", "link"];
const OWN: [&str; 6] = ["role", "id", "place", "end", "caption", "credit"];

/// Of other programs, about how they draw and keep what they know: nothing is lost without them.
const TECHNICAL: [&str; 26] = [
    "_umap_options",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "fill",
    "fill-opacity",
    "marker-color",
    "marker-size",
    "marker-symbol",
    "color",
    "icon",
    "styleurl",
    "stylehash",
    "visibility",
    "tessellate",
    "objectid",
    "fid",
    "gid",
    "uuid",
    "globalid",
    "creationdate",
    "creator",
    "editdate",
    "editor",
    "created_date",
    "last_edited_date",
];

/// What a feature says of itself.
pub(super) struct Properties<'t> {
    given: Option<Object<'t>>,
    /// Texts are marked as uMap does.
    is_umap: bool,
}

impl<'t> Properties<'t> {
    pub fn of(feature: &Object<'t>, is_umap: bool) -> Self {
        // Esri's own JSON calls them attributes.
        let given = feature
            .object("properties")
            .or_else(|| feature.object("attributes"));
        let has_options = |given: &Object<'_>| given.get("_umap_options").is_some();
        Self {
            is_umap: is_umap || given.as_ref().is_some_and(has_options),
            given,
        }
    }

    pub fn none() -> Self {
        Self {
            given: None,
            is_umap: false,
        }
    }

    pub fn own(&self, key: &str) -> Option<String> {
        self.word(&[key]).map(|(word, _)| word)
    }

    /// The first of the keys that has a text or a number. Databases shout theirs.
    fn word(&self, keys: &[&str]) -> Option<(String, FileSpan)> {
        let given = self.given.as_ref()?;
        keys.iter().find_map(|key| {
            let node = given.get_in_any_case(key)?;
            let word = node.word().filter(|word| !word.trim().is_empty())?;
            Some((word, node.span()))
        })
    }

    pub fn title(&self) -> String {
        let title = self.word(&TITLE);
        title.map_or_else(String::new, |(title, _)| prose_html::title(&title))
    }

    pub fn date(&self) -> Option<String> {
        self.word(&DATE).map(|(date, _)| date)
    }

    /// What is said of a place, as plain lines.
    pub fn note(&self) -> Option<(String, FileSpan)> {
        let (html, span) = self.word(&TEXT)?;
        Some((prose_html::lines(&self.html(html)), span))
    }

    fn html(&self, text: String) -> String {
        if self.is_umap {
            umap::html(&text)
        } else {
            text
        }
    }

    pub fn topics(&self) -> Vec<String> {
        const MOST: usize = 100;

        let list = TOPICS
            .iter()
            .find_map(|key| self.given.as_ref()?.get_in_any_case(key)?.list(MOST));
        match list {
            Some((list, _)) => list.into_iter().filter_map(Node::word).collect(),
            None => self
                .word(&TOPICS)
                .map(|(text, _)| topics_in(&text))
                .unwrap_or_default(),
        }
    }

    /// With its media below, and then what else is known.
    pub fn text(&self) -> HtmlText {
        let mut text = self
            .word(&TEXT)
            .map_or_else(HtmlText::default, |(html, span)| {
                prose_html::read(&self.html(html), Some(span))
            });
        let part = |key: &str| self.own(key).unwrap_or_default();
        let (caption, credit) = (part("caption"), part("credit"));
        for key in MEDIA {
            if let Some((address, span)) = self.word(&[key]) {
                let media = Media {
                    address,
                    caption: caption.clone(),
                    credit: credit.clone(),
                    span: Some(span),
                    ..Media::default()
                };
                text.blocks.extend(media.block());
            }
        }
        text.blocks.extend(self.rest());
        text
    }

    /// What other programs noted, as a list.
    fn rest(&self) -> Vec<Block> {
        const MOST: usize = 50;

        let Some(given) = &self.given else {
            return Vec::new();
        };
        let known = |key: &str| {
            let key = key.to_lowercase();
            let mut lists =
                [&TITLE[..], &TEXT, &DATE, &TOPICS, &MEDIA, &OWN, &TECHNICAL].into_iter();
            lists.any(|list| list.contains(&key.as_str()))
        };
        let others = given.entries().into_iter().filter(|(key, _)| !known(key));
        let told = others.filter_map(|(key, node)| {
            let word = node.word().filter(|word| !word.trim().is_empty())?;
            Some(Block {
                kind: BlockKind::Item,
                text: format!("{key}: {}", prose_html::plain(&word)),
                span: Some(node.span()),
                ..Block::default()
            })
        });
        told.take(MOST).collect()
    }
}
