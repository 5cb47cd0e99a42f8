//! Translations: files with a story's text in another language, each read into the story it belongs to.

use std::path::{Path, PathBuf};

use super::{NoStory, Reading, native, no_story};
use crate::sentences::{Said as _, Told};
use crate::story::problem::ProblemKind;
use crate::story::{Problem, Story};

/// What was read from a translation's file; its text is in the story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Translation {
    pub path: PathBuf,
    /// As the file's name says.
    pub language: String,
    /// In the order of the file.
    pub problems: Vec<Problem>,
    /// The file's text, which the problems point into; without a byte order mark.
    pub text: String,
}

impl Translation {
    /// One that could not be read.
    pub fn not_read(path: &Path, language: &str, why: Told) -> Self {
        Self {
            path: path.to_owned(),
            language: language.to_owned(),
            problems: vec![Problem {
                kind: ProblemKind::TranslationNotRead { why },
                span: None,
            }],
            text: String::new(),
        }
    }
}

impl Reading {
    /// Adds a translation of the story. What is wrong with it is told with it, and never costs the story anything.
    pub fn translate(&mut self, path: &Path, language: &str, bytes: &[u8]) {
        let translation = match read(&mut self.story, language, bytes) {
            Ok((problems, text)) => Translation {
                path: path.to_owned(),
                language: language.to_owned(),
                problems,
                text,
            },
            Err(why) => Translation::not_read(path, language, Told::by(|l| why.said(l))),
        };
        self.translations.push(translation);
    }
}

fn read(
    story: &mut Story,
    language: &str,
    bytes: &[u8],
) -> Result<(Vec<Problem>, String), NoStory> {
    let text = no_story::text(bytes.into())?;
    let problems = native::read(&text)?.translate(story, language);
    Ok((problems, text))
}
