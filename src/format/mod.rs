//! Story files: bytes in, a story and its problems out.
//!
//! Each format has a file of its own that reads into a [`Draft`](crate::story::Draft). Reading never half-fails:
//! either there is a story, with a list of what is wrong with its file, or it is said why there is none.

pub mod html;
pub mod native;
mod no_story;
mod report;
mod translation;

pub use no_story::NoStory;
pub use report::{position, report};
pub use translation::Translation;

use std::path::{Path, PathBuf};

use crate::story::{Problem, Severity, Story};

/// Bytes that a story file may have. A novel has about one million.
pub const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// The story that is shown when no file is named.
const BUILTIN: &[u8] = include_bytes!("../../assets/story/bijie-college.md");
const BUILTIN_IN_CHINESE: &[u8] = include_bytes!("../../assets/story/bijie-college.zh.md");

/// What was read from a file, and from those beside it that translate it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub story: Story,
    /// In the order of the file.
    pub problems: Vec<Problem>,
    /// The file's text, which the problems point into; without a byte order mark.
    pub text: String,
    /// The file; none for the built-in story.
    pub path: Option<PathBuf>,
    pub translations: Vec<Translation>,
}

impl Reading {
    /// Whether the story shows less than its files say.
    pub fn has_faults(&self) -> bool {
        self.all_problems()
            .any(|problem| problem.severity() == Severity::Fault)
    }

    /// Those of the translations included.
    pub fn all_problems(&self) -> impl Iterator<Item = &Problem> {
        let of_translations = self
            .translations
            .iter()
            .flat_map(|translation| &translation.problems);
        self.problems.iter().chain(of_translations)
    }
}

/// Reads a story file, without its translations.
pub fn read(bytes: &[u8]) -> Result<Reading, NoStory> {
    let text = no_story::text(bytes)?;
    let (story, problems) = native::read(text)?.finish();
    Ok(Reading {
        story,
        problems,
        text: text.to_owned(),
        path: None,
        translations: Vec::new(),
    })
}

/// The story inside the program, of which a test makes sure that it reads without a problem, in each language.
pub fn builtin() -> Reading {
    let mut reading = read(BUILTIN).unwrap_or_default();
    reading.translate(Path::new("built-in story (zh)"), "zh", BUILTIN_IN_CHINESE);
    reading
}
