//! The originals that the reader has attached to stories: one small file each, beside the settings.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::SettingsFile;
use super::file::replace;
use crate::fingerprint::fingerprint;
use crate::original::{LARGEST, Original};

/// Bytes of a file: a text that is all quotation marks is written with twice as many.
const LARGEST_FILE: u64 = 2 * LARGEST as u64 + 64 * 1024;

/// Where the original of one story is kept.
#[derive(Clone, Debug)]
pub struct OriginalFile {
    path: PathBuf,
    /// For files that are still being written.
    settings_folder: PathBuf,
    /// What the settings know the story by.
    story: String,
}

/// What is in the file.
#[derive(Serialize, Deserialize)]
struct Kept {
    story: String,
    original: Original,
}

impl OriginalFile {
    /// For the story that the settings know by this key.
    pub fn of(settings: &SettingsFile, story: &str) -> Self {
        let name = format!("{:016x}.toml", fingerprint(story));
        Self {
            path: settings.folder().join("originals").join(name),
            settings_folder: settings.folder().to_owned(),
            story: story.to_owned(),
        }
    }

    pub fn is_there(&self) -> bool {
        self.path.is_file()
    }

    /// None where there is no such file, or one that cannot be read: the reader can attach the text again.
    pub fn load(&self) -> Option<Original> {
        // Before it is opened: opening a pipe waits until someone writes to it.
        let about = fs::metadata(&self.path).ok()?;
        if !about.is_file() || about.len() > LARGEST_FILE {
            return None;
        }
        let mut text = String::new();
        let file = File::open(&self.path).ok()?;
        file.take(LARGEST_FILE).read_to_string(&mut text).ok()?;
        let kept: Kept = toml::from_str(&text).ok()?;
        // Two keys may have one fingerprint.
        if kept.story != self.story {
            return None;
        }
        // As if it came from its own file: a hand may have changed it.
        let Original { name, paragraphs } = kept.original;
        Original::of_text(name, &paragraphs.join("\n\n")).ok()
    }

    /// Replaces what is kept, in one step.
    ///
    /// # Errors
    /// Where the folder or the file cannot be written.
    pub fn keep(&self, original: &Original) -> io::Result<()> {
        let kept = Kept {
            story: self.story.clone(),
            original: original.clone(),
        };
        let text = toml::to_string(&kept).map_err(io::Error::other)?;
        if text.len() as u64 > LARGEST_FILE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        fs::create_dir_all(self.path.parent().unwrap_or(Path::new(".")))?;
        replace(&self.path, &self.settings_folder, text.as_bytes())
    }

    /// # Errors
    /// Where the file is there and cannot be taken away.
    pub fn forget(&self) -> io::Result<()> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn original() -> Original {
        Original::of_text("tea.txt".to_owned(), "One \"two\".\n\n毕节\u{1F375}。").unwrap()
    }

    fn settings() -> (tempfile::TempDir, SettingsFile) {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::at(folder.path().join("settings.toml"));
        (folder, file)
    }

    #[test]
    fn each_story_finds_its_own_original_again() {
        let (_folder, settings) = settings();
        let file = OriginalFile::of(&settings, "/stories/tea.md");

        file.keep(&original()).unwrap();

        assert_eq!(file.load(), Some(original()));
        assert_eq!(OriginalFile::of(&settings, "/stories/tea2.md").load(), None);
        file.forget().unwrap();
        assert_eq!(file.load(), None);
        file.forget().unwrap();
    }

    #[test]
    fn a_spoilt_file_is_no_original() {
        let (_folder, settings) = settings();
        let file = OriginalFile::of(&settings, "a");
        file.keep(&original()).unwrap();
        let whole = fs::read(&file.path).unwrap();
        for bytes in [
            b"".as_slice(),
            b"\xff\xfe",
            b"story = 7",
            whole.strip_suffix(b"\n").unwrap().split_last().unwrap().1,
        ] {
            fs::write(&file.path, bytes).unwrap();
            assert_eq!(file.load(), None);
        }
        fs::remove_file(&file.path).unwrap();
        fs::create_dir(&file.path).unwrap();
        assert_eq!(file.load(), None);
        assert!(file.forget().is_err());
    }

    #[test]
    fn another_storys_file_under_the_same_name_is_not_taken_for_its_own() {
        let (_folder, settings) = settings();
        let (one, other) = (
            OriginalFile::of(&settings, "a"),
            OriginalFile::of(&settings, "b"),
        );
        one.keep(&original()).unwrap();
        fs::copy(&one.path, &other.path).unwrap();
        assert_eq!(other.load(), None);
    }
}
