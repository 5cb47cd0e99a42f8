//! Story files on disk: read with a limit, and never waited for.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::format::{self, LARGEST_FILE, NoStory, Reading};

/// Why a file could not be opened: one sentence, the path last.
#[derive(Debug, thiserror::Error)]
#[error("{reason}: {}", path.display())]
pub struct NotOpened {
    pub reason: Reason,
    pub path: PathBuf,
}

#[derive(Debug, thiserror::Error)]
pub enum Reason {
    #[error("there is no such file")]
    Missing,
    #[error("this is a folder; name the story file in it")]
    Folder,
    #[error("this is a device or a pipe; name a file")]
    NoFile,
    #[error("the file may not be read; ask its owner for permission")]
    Forbidden,
    #[error("the file could not be read ({0})")]
    Unreadable(io::Error),
    #[error("{why}; {}", why.remedy())]
    NoStory { why: NoStory },
}

/// Reads the story in a file.
pub fn open(path: &Path) -> Result<Reading, NotOpened> {
    let reading = bytes(path).and_then(|bytes| Ok(format::read(&bytes)?));
    reading.map_err(|reason| NotOpened {
        reason,
        path: path.to_owned(),
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>, Reason> {
    // Before it is opened: opening a pipe waits until someone writes to it.
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(Reason::Folder);
    }
    if !metadata.is_file() {
        return Err(Reason::NoFile);
    }
    if metadata.len() > LARGEST_FILE as u64 {
        return Err(NoStory::TooLarge.into());
    }
    let mut bytes = Vec::new();
    // It may have grown since, and some files say they are empty. One byte more shows that it is too large.
    File::open(path)?
        .take(LARGEST_FILE as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Unreadable(error),
        }
    }
}

impl From<NoStory> for Reason {
    fn from(why: NoStory) -> Self {
        Self::NoStory { why }
    }
}
