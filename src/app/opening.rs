//! A story on its way into the window: read on a thread of its own, so that the window never waits for a disk.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::Duration;

use egui::Context;

use crate::files::{self, Document, NotOpened, Reason};
use crate::format;

/// Whoever waits longer, in seconds, is told what for.
pub const PATIENCE: f64 = 0.2;

/// Where a story is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    File(PathBuf),
    Pasted(String),
    Builtin,
}

/// What it is read for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be shown instead of the one that is open, at the passage or place of this id.
    Show { at: Option<String> },
    /// To be shown likewise, unless it is the original of the one that is open.
    ShowOrAttach,
    /// It is open already, and was saved there.
    Adopt,
    /// It is open already, and its file has changed.
    Follow,
}

pub struct Opening {
    source: Source,
    pub purpose: Purpose,
    /// In seconds of the window's clock.
    since: f64,
    answer: Receiver<Result<Document, NotOpened>>,
}

impl Opening {
    pub fn start(ctx: &Context, source: Source, purpose: Purpose) -> Self {
        let (sender, answer) = mpsc::channel();
        let (thread_ctx, thread_source) = (ctx.clone(), source.clone());
        let read = move || {
            // The reader may have thought better of it.
            sender.send(read(&thread_source)).ok();
            thread_ctx.request_repaint();
        };
        // Without a thread there is no answer either, which is told like one that broke off.
        thread::Builder::new()
            .name("open".to_owned())
            .spawn(read)
            .ok();
        if purpose != Purpose::Follow {
            ctx.request_repaint_after(Duration::from_secs_f64(PATIENCE));
        }
        Self {
            source,
            purpose,
            since: ctx.input(|input| input.time),
            answer,
        }
    }

    /// The story, or why there is none, once that is known.
    pub fn take(&self) -> Option<Result<Document, NotOpened>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(NotOpened {
                reason: Reason::BrokenOff,
                path: self.path().unwrap_or(Path::new("")).to_owned(),
            })),
        }
    }

    pub fn path(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Pasted(_) | Source::Builtin => None,
        }
    }

    /// Whether it takes so long that it has to be said; `now` in seconds.
    pub fn is_long(&self, now: f64) -> bool {
        self.purpose != Purpose::Follow && now - self.since >= PATIENCE
    }
}

fn read(source: &Source) -> Result<Document, NotOpened> {
    match source {
        Source::File(path) => Ok(Document::of_file(path, files::open(path)?)),
        Source::Pasted(text) => match format::read_pasted(text) {
            Ok(reading) => Ok(Document::pasted(reading)),
            Err(why) => Err(NotOpened {
                reason: why.into(),
                path: PathBuf::new(),
            }),
        },
        Source::Builtin => Ok(Document::builtin()),
    }
}
