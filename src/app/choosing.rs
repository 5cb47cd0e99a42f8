//! Files chosen in the system's own dialog, which the window never waits for.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;

/// Hardly anybody closes a dialog so soon: it never opened. Whoever does is asked once more.
const TOO_SOON: Duration = Duration::from_secs(1);

/// What to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A file to open.
    Open,
    /// The text that the open story retells.
    Original,
    /// Where to write a file; this is suggested.
    Save(PathBuf),
}

/// Shows the system's dialog; what was chosen in it.
pub type Chooser = Arc<dyn Fn(&Choice) -> Answer + Send + Sync>;
pub type Answer = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// The dialogs of the system that the program runs on.
pub fn system_chooser() -> Chooser {
    Arc::new(|choice| {
        let dialog = rfd::AsyncFileDialog::new();
        match choice {
            Choice::Open | Choice::Original => {
                let file = dialog.pick_file();
                Box::pin(async { file.await.map(PathBuf::from) })
            }
            Choice::Save(suggested) => {
                let name = suggested.file_name().unwrap_or_default();
                let mut dialog = dialog.set_file_name(name.display().to_string());
                if let Some(folder) = suggested.parent().filter(|folder| folder.is_dir()) {
                    dialog = dialog.set_directory(folder);
                }
                let file = dialog.save_file();
                Box::pin(async { file.await.map(PathBuf::from) })
            }
        }
    })
}

/// A dialog of the system that is open.
pub struct Choosing {
    pub choice: Choice,
    ended: Receiver<Ended>,
}

/// How a dialog of the system ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    Chosen(PathBuf),
    Cancelled,
    /// The system has no such dialog.
    Missing,
}

impl Choosing {
    pub fn start(ctx: &Context, chooser: &Chooser, choice: Choice) -> Self {
        let (sender, ended) = mpsc::channel();
        // Made here: some systems want their dialogs made on the thread of the window.
        let answer = chooser(&choice);
        let ctx = ctx.clone();
        let opened = Instant::now();
        let wait = move || {
            let ended = match pollster::block_on(answer) {
                Some(path) => Ended::Chosen(path),
                None if opened.elapsed() < TOO_SOON => Ended::Missing,
                None => Ended::Cancelled,
            };
            sender.send(ended).ok();
            ctx.request_repaint();
        };
        // Without a thread the dialog ends at once, which is told as a missing one.
        thread::Builder::new()
            .name("choose".to_owned())
            .spawn(wait)
            .ok();
        Self { choice, ended }
    }

    /// How it ended, once it has.
    pub fn take(&self) -> Option<Ended> {
        match self.ended.try_recv() {
            Ok(ended) => Some(ended),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Ended::Missing),
        }
    }
}

/// Where a new file is suggested to lie: among the user's documents, or where they are.
pub fn suggested(name: &str) -> PathBuf {
    let home = etcetera::home_dir().unwrap_or_default();
    let documents = home.join("Documents");
    let folder: &Path = if documents.is_dir() {
        &documents
    } else {
        &home
    };
    folder.join(name)
}
