//! Why a file is no story at all.

use super::LARGEST_FILE;

/// A file of which nothing can be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoStory {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than {} MiB", LARGEST_FILE / 1024 / 1024)]
    TooLarge,
    #[error("the file is not text")]
    Binary,
    #[error("the file is a document of {of}, not plain text")]
    Document {
        /// Whose: as in `Word`.
        of: &'static str,
    },
    #[error("the file is text in UTF-16")]
    Utf16,
    #[error(
        "the file is not text in UTF-8: byte {byte}, in line {line}, column {column}, is wrong"
    )]
    NotUtf8 {
        /// From 0.
        byte: usize,
        line: usize,
        /// In characters.
        column: usize,
    },
    #[error("the file has no front matter")]
    NoFrontMatter,
    #[error("the front matter stands between lines of `---`")]
    Yaml,
    #[error("the front matter has no end")]
    UnclosedFrontMatter,
    #[error("the file is broken JSON from line {line}, column {column} on")]
    BrokenJson {
        line: usize,
        /// In bytes, from 1.
        column: usize,
    },
    #[error("the file is JSON, but neither a StoryMapJS story nor GeoJSON")]
    OtherJson,
    #[error("the file is XML, but not KML")]
    OtherXml,
    #[error("the file is a web page")]
    WebPage,
    #[error("the table has no columns that a story could be read from")]
    NoColumns,
    #[error("the file has no {what} that could be shown")]
    Nothing { what: &'static str },
    #[error("the archive cannot be read")]
    BrokenArchive,
    #[error(
        "the archive holds more than is safe to unpack: more than 5000 files, or a story of more than {} MiB or packed too tightly",
        LARGEST_FILE / 1024 / 1024
    )]
    LargeArchive,
    #[error("the archive holds neither a KML file nor a StoryMapJS story")]
    OtherArchive,
}

impl NoStory {
    /// What would be right: a sentence without its period.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Empty | Self::NoFrontMatter => {
                "a story begins with a line `+++`, then its places as TOML, then another line `+++`, then its text"
            }
            Self::TooLarge => "cut it into several stories",
            Self::Document { .. } => {
                "save it as plain text in the program that it is from, or copy its text and paste it into the window"
            }
            Self::Binary => {
                "open an article as plain text, a story written as Markdown, a file that ends in .md, or one of StoryMapJS, GeoJSON, KML or CSV"
            }
            Self::Utf16 | Self::NotUtf8 { .. } => {
                "save it again in a text editor with the encoding UTF-8"
            }
            Self::Yaml => "write it as TOML between lines of `+++`",
            Self::BrokenJson { .. } => "mend it there, or fetch the file again if it is cut off",
            Self::OtherJson => {
                "open a file with `storymap` and `slides`, or one whose `type` is `FeatureCollection`"
            }
            Self::OtherXml => "save it as KML, GeoJSON or CSV in the program that it is from",
            Self::WebPage => "open the file with the story’s data: of StoryMapJS, `published.json`",
            Self::NoColumns => {
                "its first row has to name a `title` or a `place`, and `lat` and `lon` or a `text`; of Leaflet Storymaps, open `Chapters.csv`"
            }
            Self::Nothing { .. } => "give it at least one, with a name or a text",
            Self::BrokenArchive => "fetch it again, or unpack it and open the file in it",
            Self::LargeArchive | Self::OtherArchive => "unpack it, and open the story’s file in it",
            Self::UnclosedFrontMatter => "write a line `+++` between the front matter and the text",
        }
    }
}

/// The program whose document it is: told by how these files begin.
pub(super) fn document(bytes: &[u8]) -> Option<NoStory> {
    const BEGINNINGS: [(&[u8], &str); 3] = [
        (b"{\\rtf", "a word processor (RTF)"),
        (b"%PDF-", "PDF"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Microsoft Office"),
    ];
    let (_, of) = BEGINNINGS
        .iter()
        .find(|(beginning, _)| bytes.starts_with(beginning))?;
    Some(NoStory::Document { of })
}

/// The same of an archive, by the files in it.
pub(super) fn packed_document(names: &[String]) -> Option<NoStory> {
    const MEMBERS: [(&str, &str); 5] = [
        ("word/document.xml", "Word"),
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("META-INF/container.xml", "an e-book reader (EPUB)"),
        ("content.xml", "LibreOffice"),
    ];
    let (_, of) = MEMBERS
        .iter()
        .find(|(member, _)| names.iter().any(|name| name == member))?;
    Some(NoStory::Document { of })
}

/// The text of a file, without its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, NoStory> {
    /// How far a file that is no text is looked at.
    const BEGINNING: usize = 1024;

    if bytes.len() > LARGEST_FILE {
        return Err(NoStory::TooLarge);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(NoStory::Utf16);
    }
    if bytes.iter().take(BEGINNING).any(|&byte| byte == 0) {
        return Err(NoStory::Binary);
    }
    match str::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
            if text.trim().is_empty() {
                Err(NoStory::Empty)
            } else {
                Ok(text)
            }
        }
        Err(error) => Err(not_utf8(bytes, error.valid_up_to())),
    }
}

fn not_utf8(bytes: &[u8], byte: usize) -> NoStory {
    let before = bytes
        .get(..byte)
        .and_then(|before| str::from_utf8(before).ok())
        .unwrap_or_default();
    let (line, column) = super::position(before, byte);
    NoStory::NotUtf8 { byte, line, column }
}
