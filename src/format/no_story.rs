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
}

impl NoStory {
    /// What would be right: a sentence without its period.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Empty | Self::NoFrontMatter => {
                "a story begins with a line `+++`, then its places as TOML, then another line `+++`, then its text"
            }
            Self::TooLarge => "cut it into several stories",
            Self::Binary => "open a story written as Markdown, a file that ends in .md",
            Self::Utf16 | Self::NotUtf8 { .. } => {
                "save it again in a text editor with the encoding UTF-8"
            }
            Self::Yaml => "write it as TOML between lines of `+++`",
            Self::UnclosedFrontMatter => "write a line `+++` between the front matter and the text",
        }
    }
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
