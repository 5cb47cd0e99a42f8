//! Story files on disk: read with a limit, and never waited for.

mod document;
mod not_opened;
mod reference;
mod watch;

pub use document::{Document, FileProblem};
pub use not_opened::{NotOpened, Reason};
pub use reference::Reference;
pub use watch::Watch;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::format::{self, Format, LARGEST_FILE, NoStory, Reading, Translation};
use crate::sentences::{Said as _, Told};
use crate::story::problem::{ProblemKind, Term};
use crate::story::{Problem, is_language};

/// Translations of one story that are read.
pub const MOST_TRANSLATIONS: usize = 8;

/// Why a file could not be written: one sentence, the path last.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    #[error("there is such a file already; `--force` replaces it: {}", format::printed(.0))]
    Exists(PathBuf),
    #[error("this is a folder; name a file in it: {}", format::printed(.0))]
    Folder(PathBuf),
    #[error("the file could not be written ({error}): {}", format::printed(path))]
    Unwritable { error: io::Error, path: PathBuf },
}

/// Writes a file in one step: whatever happens, there is none, the old one, or the new one, whole.
pub fn write(path: &Path, bytes: &[u8], replaces: bool) -> Result<(), NotWritten> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => NotWritten::Exists(path.to_owned()),
        _ => NotWritten::Unwritable {
            error,
            path: path.to_owned(),
        },
    };
    if path.is_dir() {
        return Err(NotWritten::Folder(path.to_owned()));
    }
    if !replaces && path.symlink_metadata().is_ok() {
        return Err(NotWritten::Exists(path.to_owned()));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dateline-");
    // As any other file that the user makes, not only for their own eyes.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    let persisted = if replaces {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    persisted.map(drop).map_err(|error| failed(error.error))
}

/// Bytes that an image of a story may have.
pub const LARGEST_IMAGE: u64 = 32 * 1024 * 1024;

/// Why an image is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoImage {
    Missing,
    /// A link leads out of the story's folder.
    Outside,
    TooLarge,
    Unreadable,
}

/// The bytes of an image by its path below the story's folder. A story reads nothing that lies outside of it.
pub fn image(folder: &Path, path: &str) -> Result<Vec<u8>, NoImage> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let folder = folder.canonicalize()?;
    let path = folder.join(path).canonicalize()?;
    if !path.starts_with(&folder) {
        return Err(NoImage::Outside);
    }
    // Before it is opened: opening a pipe waits until someone writes to it.
    let about = path.metadata()?;
    if !about.is_file() {
        return Err(NoImage::Missing);
    }
    if about.len() > LARGEST_IMAGE {
        return Err(NoImage::TooLarge);
    }
    let mut bytes = Vec::new();
    // Should it have grown since, the rest is missing, and it is a damaged one.
    File::open(path)?
        .take(LARGEST_IMAGE)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads the story in a file, and its translations beside it: those of `tea.md` are called like `tea.zh.md`.
/// A translation opens the story that it belongs to.
pub fn open(path: &Path) -> Result<Reading, NotOpened> {
    let mut reading = read(path)?;
    if reading.format != Format::Native {
        // Only our own files are translated by others beside them.
        return Ok(reading);
    }
    if let Some((story, language)) = story_of(path) {
        let is_translation = reading.story.language == language;
        let is_beside = story.is_file();
        if is_translation && is_beside {
            match read(&story) {
                Ok(original) if original.story.language != language => reading = original,
                Err(error) if reading.has_faults() => return Err(error),
                // Two files in one language are two stories, and one that is whole in itself needs no other.
                Ok(_) | Err(_) => {}
            }
        } else if (is_translation || is_beside) && reading.has_faults() {
            say_first(&mut reading, not_beside(&story, language));
        }
    }
    translate(&mut reading);
    Ok(reading)
}

/// Without translations.
fn read(path: &Path) -> Result<Reading, NotOpened> {
    let reading = bytes(path).and_then(|bytes| Ok(format::read_owned(path, bytes)?));
    reading
        .map(|reading| Reading {
            path: Some(path.to_owned()),
            ..reading
        })
        .map_err(|reason| NotOpened {
            reason,
            path: path.to_owned(),
        })
}

/// The story's file and the language, for a file that is named as a translation.
fn story_of(path: &Path) -> Option<(PathBuf, String)> {
    let extension = path.extension()?.to_str()?;
    let (name, language) = path.file_stem()?.to_str()?.rsplit_once('.')?;
    if name.is_empty() || !is_language(language) {
        return None;
    }
    let story = path.with_file_name(format!("{name}.{extension}"));
    Some((story, language.to_owned()))
}

/// Adds the translations that lie beside the file.
fn translate(reading: &mut Reading) {
    let Some(path) = reading.path.clone() else {
        return;
    };
    // A folder that cannot be listed may still have a story that can be read.
    let found = translations_of(&path).unwrap_or_default();
    if found.len() > MOST_TRANSLATIONS {
        let problem = ProblemKind::TooManyOf {
            what: Term::Translations,
            limit: MOST_TRANSLATIONS,
        };
        say_first(reading, problem);
    }
    for (language, path) in found.into_iter().take(MOST_TRANSLATIONS) {
        match bytes(&path) {
            Ok(bytes) => reading.translate(&path, &language, &bytes),
            Err(reason) => {
                let why = Told::by(|language| reason.said(language));
                reading
                    .translations
                    .push(Translation::not_read(&path, &language, why));
            }
        }
    }
}

/// By language. Links are none: they lead out of the folder.
fn translations_of(path: &Path) -> Option<BTreeMap<String, PathBuf>> {
    let stem = path.file_stem()?.to_str()?;
    let extension = path.extension()?.to_str()?;
    let folder = match path.parent()? {
        folder if folder.as_os_str().is_empty() => Path::new("."),
        folder => folder,
    };
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let name = entry.file_name();
        let language = name
            .to_str()
            .and_then(|name| name.strip_prefix(stem)?.strip_prefix('.'))
            .and_then(|name| name.strip_suffix(extension)?.strip_suffix('.'));
        if let Some(language) = language.filter(|language| is_language(language))
            && entry.file_type().is_ok_and(|kind| kind.is_file())
        {
            found.insert(language.to_owned(), path.with_file_name(&name));
        }
    }
    Some(found)
}

fn not_beside(story: &Path, language: String) -> ProblemKind {
    let story = story.file_name().unwrap_or_default();
    ProblemKind::NotBesideStory {
        story: story.display().to_string(),
        language,
    }
}

/// What concerns all of a file comes first.
fn say_first(reading: &mut Reading, kind: ProblemKind) {
    reading.problems.insert(0, Problem { kind, span: None });
}

/// The bytes of a file that may be a story.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Reason> {
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
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    // It may have grown since, and some files say they are empty. One byte more shows that it is too large.
    File::open(path)?
        .take(LARGEST_FILE as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl From<io::Error> for NoImage {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            _ => Self::Unreadable,
        }
    }
}
