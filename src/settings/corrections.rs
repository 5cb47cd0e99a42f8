//! What the reader has put right in articles: one small file for each text, beside the settings.
//!
//! A text that is opened again, from wherever, is as its reader left it; nothing needs to be saved.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use toml::Value;

use super::SettingsFile;
use super::file::replace;
use crate::article::corrections::Correction;
use crate::fingerprint::fingerprint;

/// Bytes of a file that is read.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Where the corrections of one text are kept.
#[derive(Clone, Debug)]
pub struct CorrectionsFile {
    path: PathBuf,
    /// For files that are still being written.
    settings_folder: PathBuf,
    /// Of the text, in bytes: another text may have the same fingerprint, hardly one of the same length.
    length: usize,
}

/// What is in the file.
#[derive(Serialize)]
struct Kept<'a> {
    length: usize,
    steps: &'a [Correction],
}

/// The same, with steps that an older or newer version may have written.
#[derive(Deserialize)]
struct Found {
    length: usize,
    #[serde(default)]
    steps: Vec<Value>,
}

impl CorrectionsFile {
    pub fn of(settings: &SettingsFile, text: &str) -> Self {
        let name = format!("{:016x}.toml", fingerprint(text));
        Self {
            path: settings.folder().join("corrections").join(name),
            settings_folder: settings.folder().to_owned(),
            length: text.len(),
        }
    }

    /// The steps that can be read; none where there is no such file.
    pub fn load(&self) -> Vec<Correction> {
        let found = self.found().unwrap_or_default();
        let read = |step: Value| step.try_into().ok();
        found.into_iter().filter_map(read).collect()
    }

    fn found(&self) -> Option<Vec<Value>> {
        // Before it is opened: opening a pipe waits until someone writes to it.
        let about = fs::metadata(&self.path).ok()?;
        if !about.is_file() || about.len() > LARGEST {
            return None;
        }
        let mut text = String::new();
        let file = File::open(&self.path).ok()?;
        file.take(LARGEST).read_to_string(&mut text).ok()?;
        let found: Found = toml::from_str(&text).ok()?;
        (found.length == self.length).then_some(found.steps)
    }

    /// Replaces what is kept, in one step; without any corrections there is no file.
    ///
    /// # Errors
    /// Where the folder or the file cannot be written.
    pub fn keep(&self, steps: &[Correction]) -> io::Result<()> {
        if steps.is_empty() {
            return match fs::remove_file(&self.path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                Ok(()) | Err(_) => Ok(()),
            };
        }
        let kept = Kept {
            length: self.length,
            steps,
        };
        let text = toml::to_string(&kept).map_err(io::Error::other)?;
        fs::create_dir_all(self.path.parent().unwrap_or(Path::new(".")))?;
        replace(&self.path, &self.settings_folder, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::candidates;
    use crate::article::corrections::{Meaning, Of};
    use crate::article::gazetteer::Gazetteer;

    fn file() -> (tempfile::TempDir, CorrectionsFile) {
        let folder = tempfile::tempdir().unwrap();
        let settings = SettingsFile::at(folder.path().join("settings.toml"));
        (folder, CorrectionsFile::of(&settings, "Bijie"))
    }

    fn steps() -> Vec<Correction> {
        let gazetteer = Gazetteer::open().unwrap();
        let bijie = Meaning::Known(*candidates(gazetteer, "Bijie").first().unwrap());
        let own = Meaning::own(-1.5, 2.25).unwrap();
        vec![
            Correction::Confirm { of: Of::All(bijie) },
            Correction::Choose {
                of: Of::Here(0..5),
                meaning: own,
            },
            Correction::Drop { of: Of::All(own) },
            Correction::Merge {
                from: own,
                into: bijie,
            },
            Correction::Mark {
                range: 0..5,
                everywhere: true,
                meaning: bijie,
            },
            Correction::DropTopic {
                topic: "tea".to_owned(),
            },
            Correction::RenameTopic {
                topic: "tea".to_owned(),
                name: "茶".to_owned(),
            },
        ]
    }

    #[test]
    fn every_step_is_found_again() {
        let (folder, file) = file();
        file.keep(&steps()).unwrap();
        assert_eq!(file.load(), steps());

        let settings = SettingsFile::at(folder.path().join("settings.toml"));
        assert_eq!(CorrectionsFile::of(&settings, "Another").load(), []);
        file.keep(&[]).unwrap();
        assert_eq!(file.load(), []);
        file.keep(&[]).unwrap();
    }

    #[test]
    fn a_step_that_cannot_be_read_takes_no_other_with_it() {
        let (_folder, file) = file();
        file.keep(&steps()).unwrap();
        let text = fs::read_to_string(&file.path).unwrap();
        let newer = text.replacen("\"merge\"", "\"dissolve\"", 1);
        fs::write(&file.path, newer).unwrap();
        assert_eq!(file.load().len(), steps().len() - 1);
        for bad in ["", "length = true", "length = 4\nsteps = []"] {
            fs::write(&file.path, bad).unwrap();
            assert_eq!(file.load(), []);
        }
    }
}
