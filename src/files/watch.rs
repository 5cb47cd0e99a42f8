//! A story's file watched while it is open: whoever edits it sees the window follow.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// An editor writes a file in several steps; once it is quiet for so long, the last of them is done.
const QUIET: Duration = Duration::from_millis(80);
/// A file that never comes to rest is read again after so long all the same.
const LONGEST: Duration = Duration::from_millis(400);

/// Watches until it is dropped.
pub struct Watch {
    // Dropping it ends its thread, and with that ours.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Calls `changed`, on a thread of its own, each time that the story or one of its translations was written.
    /// None where the system cannot watch the folder.
    ///
    /// The folder is watched rather than the file: most editors put a new file in the old one's place.
    pub fn start(story: &Path, changed: impl Fn() + Send + 'static) -> Option<Self> {
        let files = Files::of(story)?;
        let folder = files.folder.clone();
        let (sender, receiver) = mpsc::channel();
        let mut watcher =
            notify::recommended_watcher(move |event| tell(event, &files, &sender)).ok()?;
        watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
        thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || wait(&receiver, changed))
            .ok()?;
        Some(Self { _watcher: watcher })
    }
}

/// Which files belong to a story.
struct Files {
    folder: PathBuf,
    /// The story's name without its extension: its translations begin with it.
    stem: OsString,
}

impl Files {
    fn of(story: &Path) -> Option<Self> {
        let folder = match story.parent()? {
            folder if folder.as_os_str().is_empty() => Path::new("."),
            folder => folder,
        };
        Some(Self {
            folder: folder.to_owned(),
            stem: story.file_stem()?.to_owned(),
        })
    }

    fn has(&self, path: &Path) -> bool {
        let name = path.file_name().map(OsStr::as_encoded_bytes);
        name.is_some_and(|name| name.starts_with(self.stem.as_encoded_bytes()))
    }
}

fn tell(event: notify::Result<Event>, files: &Files, sender: &Sender<()>) {
    let is_change = event.is_ok_and(|event| {
        // Reading a file is an event too.
        !matches!(event.kind, EventKind::Access(_))
            && event.paths.iter().any(|path| files.has(path))
    });
    if is_change {
        // Nobody listens any more: the watch is about to end.
        sender.send(()).ok();
    }
}

/// Sleeps until something changes, and waits for its end.
fn wait(receiver: &Receiver<()>, changed: impl Fn()) {
    while receiver.recv().is_ok() {
        let latest = Instant::now() + LONGEST;
        while receiver.recv_timeout(QUIET).is_ok() && Instant::now() < latest {}
        changed();
    }
}
