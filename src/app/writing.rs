//! Files that the reader has the program write: a new story, and the open one in another format.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::Duration;

use egui::Context;

use super::App;
use super::choosing::suggested;
use super::opening::{Opening, PATIENCE, Purpose, Source};
use crate::export::{self, Exported};
use crate::files::{self, NotWritten};
use crate::format::picture::NotDrawn;
use crate::format::{Reading, native, printed};
use crate::texts::{Texts, fill};
use crate::ui::{Destination, Dialog, ExportForm, Exporting, Notice};

/// An export under way, on a thread of its own: a large picture takes seconds.
pub struct Writing {
    path: PathBuf,
    /// Whether the window shows the file from then on.
    opens: bool,
    /// In seconds of the window's clock.
    since: f64,
    answer: Receiver<Result<(), NotExported>>,
}

enum NotExported {
    Undrawn(NotDrawn),
    Unwritten(NotWritten),
}

impl Writing {
    /// Whether it takes so long that it has to be said; `now` in seconds.
    pub fn is_long(&self, now: f64) -> bool {
        now - self.since >= PATIENCE
    }

    pub fn say(&self, texts: &Texts) -> String {
        let name = printed(self.path.file_name().unwrap_or_default());
        fill(&texts.export.writing, &[("name", &name)])
    }
}

impl App {
    pub(super) fn new_destination(&self) -> Destination {
        Destination::new(&suggested(&self.texts.new.file_name))
    }

    /// A new story, never in the place of a file that is there.
    pub(super) fn create(&mut self, path: &Path, ctx: &Context) {
        let starter = native::starter(&self.texts.language);
        match files::write(path, starter.as_bytes(), false) {
            Ok(()) => {
                self.dialog = None;
                self.open_story(Source::File(path.to_owned()), None, ctx);
            }
            Err(error) => self.say_not_written(&error),
        }
    }

    /// Beside the story's own file, or among the user's documents.
    pub(super) fn export_form(&self) -> ExportForm {
        let beside = self.document.path().map(Path::to_owned);
        ExportForm::new(&beside.unwrap_or_else(|| suggested(&self.texts.new.file_name)))
    }

    pub(super) fn export(&mut self, exporting: Exporting, ctx: &Context) {
        if self.writing.is_some() {
            return;
        }
        let (sender, answer) = mpsc::channel();
        let (path, opens) = (exporting.path.clone(), exporting.opens);
        let (reading, thread_ctx) = (Arc::clone(&self.document.reading), ctx.clone());
        let write = move || {
            sender.send(write(&reading, &exporting)).ok();
            thread_ctx.request_repaint();
        };
        thread::Builder::new()
            .name("export".to_owned())
            .spawn(write)
            .ok();
        ctx.request_repaint_after(Duration::from_secs_f64(PATIENCE));
        let since = ctx.input(|input| input.time);
        self.writing = Some(Writing {
            path,
            opens,
            since,
            answer,
        });
    }

    /// Says how an export ended, once it has.
    pub(super) fn follow_writing(&mut self, ctx: &Context) {
        let Some(writing) = &self.writing else {
            return;
        };
        let texts = &self.texts.export;
        match writing.answer.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(Ok(())) => {
                let path = printed(&writing.path);
                let said = if writing.opens {
                    let source = Source::File(writing.path.clone());
                    self.opening = Some(Opening::start(ctx, source, Purpose::Adopt));
                    &self.texts.save.saved
                } else {
                    &texts.written
                };
                let notice = fill(said, &[("path", &path)]);
                self.notices.push_front(Notice::of(notice));
                self.dialog = None;
            }
            Ok(Err(NotExported::Unwritten(error))) => self.say_not_written(&error),
            Ok(Err(NotExported::Undrawn(error))) => {
                let why = fill(&texts.undrawn, &[("reason", &error.to_string())]);
                self.refuse(why);
            }
            Err(TryRecvError::Disconnected) => {
                let broken = NotDrawn::Fault("it broke off".to_owned());
                let why = fill(&texts.undrawn, &[("reason", &broken.to_string())]);
                self.refuse(why);
            }
        }
        self.writing = None;
    }

    fn say_not_written(&mut self, error: &NotWritten) {
        let texts = &self.texts.notices;
        let text = match error {
            NotWritten::Exists(_) => texts.exists.clone(),
            NotWritten::Folder(_) => texts.folder_in_the_way.clone(),
            NotWritten::Unwritable { error, .. } => {
                fill(&texts.not_written, &[("reason", &error.to_string())])
            }
        };
        self.refuse(text);
    }

    /// Where the path was asked for, or at the top of the window.
    fn refuse(&mut self, why: String) {
        match self.dialog.as_mut().and_then(Dialog::destination) {
            Some(destination) => destination.refuse(why),
            None => self.notices.push_front(Notice::of(why)),
        }
    }
}

fn write(reading: &Reading, exporting: &Exporting) -> Result<(), NotExported> {
    let Exporting {
        export,
        path,
        replaces,
        opens: _,
    } = exporting;
    let files = export::files(reading, path, export).map_err(NotExported::Undrawn)?;
    for Exported { path, bytes } in files {
        files::write(&path, &bytes, *replaces).map_err(NotExported::Unwritten)?;
    }
    Ok(())
}
