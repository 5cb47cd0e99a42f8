//! Story files: bytes in, a story and its problems out.
//!
//! Each format has a file of its own that reads into a [`Draft`](crate::story::Draft). Reading never half-fails:
//! either there is a story, with a list of what is wrong with its file, or it is said why there is none.

mod native;
mod no_story;
mod report;

pub use no_story::NoStory;
pub use report::{position, report};

use crate::story::{Problem, Severity, Story};

/// Bytes that a story file may have. A novel has about one million.
pub const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// The story that is shown when no file is named.
const BUILTIN: &[u8] = include_bytes!("../../assets/story/bijie-college.md");

/// What was read from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub story: Story,
    /// In the order of the file.
    pub problems: Vec<Problem>,
    /// The file's text, which the problems point into; without a byte order mark.
    pub text: String,
}

impl Reading {
    /// Whether the story shows less than its file says.
    pub fn has_faults(&self) -> bool {
        self.problems
            .iter()
            .any(|problem| problem.severity() == Severity::Fault)
    }
}

/// Reads a story file.
pub fn read(bytes: &[u8]) -> Result<Reading, NoStory> {
    let text = no_story::text(bytes)?;
    let (story, problems) = native::read(text)?.finish();
    Ok(Reading {
        story,
        problems,
        text: text.to_owned(),
    })
}

/// The story inside the program, of which a test makes sure that it reads without a problem.
pub fn builtin() -> Reading {
    read(BUILTIN).unwrap_or_default()
}
