//! The original behind the open story: attached, kept, laid beside the story anew when that changes, and removed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::Duration;

use egui::Context;

use super::App;
use super::opening::PATIENCE;
use crate::files::{self, Document, Reason};
use crate::format::{Format, printed};
use crate::original::{Aligned, NoOriginal, Original};
use crate::sentences::Said as _;
use crate::settings::{OriginalFile, Setting, Wording};
use crate::story::Story;
use crate::texts::fill;
use crate::ui::{Command, Notice, Offer, Request};

/// A text on its way beside the open story, on a thread of its own.
pub struct Attaching {
    purpose: Purpose,
    /// Of its file.
    name: String,
    /// Whether the story has changed since.
    is_behind: bool,
    /// In seconds of the window's clock.
    since: f64,
    answer: Receiver<Result<Attached, NotAttached>>,
}

/// What a text is laid beside the story for.
enum Purpose {
    /// The reader wants it there.
    Attach,
    /// It is attached to the story, which was opened or has changed just now.
    Follow,
    /// An article came in that may be the original. If it is not, it is shown as any other.
    Compare(Box<Document>),
}

/// Where a text is read from.
enum Source {
    File(PathBuf),
    Kept(OriginalFile),
    Read(Arc<Original>),
}

struct Attached {
    aligned: Aligned,
    /// Why it will not be there the next time.
    unkept: Option<io::Error>,
}

enum NotAttached {
    Unread(Reason),
    NoOriginal(NoOriginal),
    /// The story retells something else.
    OtherText,
    /// Nothing is kept for this story.
    Nothing,
}

impl Attaching {
    /// Whether it takes so long that it has to be said; `now` in seconds.
    pub fn is_long(&self, now: f64) -> bool {
        !matches!(self.purpose, Purpose::Follow) && now - self.since >= PATIENCE
    }

    pub fn name(&self) -> &str {
        &self.name
    }
}

impl App {
    /// Attaches the text of a file, if the story retells it.
    pub(super) fn attach_file(&mut self, path: PathBuf, ctx: &Context) {
        self.dialog = None;
        self.start_attaching(Purpose::Attach, Source::File(path), ctx);
    }

    /// As the reader wants it now; none: nothing is attached any more.
    pub(super) fn set_original(&mut self, original: Option<Arc<Original>>, ctx: &Context) {
        match original {
            Some(original) => self.start_attaching(Purpose::Attach, Source::Read(original), ctx),
            None => self.remove_original(),
        }
    }

    /// What is kept for the story that has just been opened.
    pub(super) fn find_original(&mut self, ctx: &Context) {
        self.original = None;
        self.attaching = None;
        if let Some(file) = self.original_file().filter(OriginalFile::is_there) {
            self.start_attaching(Purpose::Follow, Source::Kept(file), ctx);
        }
    }

    /// The story's file has changed.
    pub(super) fn lay_original_anew(&mut self, ctx: &Context) {
        if let Some(attaching) = &mut self.attaching {
            attaching.is_behind = true;
        } else if let Some(aligned) = &self.original {
            let original = Arc::clone(&aligned.original);
            self.start_attaching(Purpose::Follow, Source::Read(original), ctx);
        }
    }

    /// Shows the document, unless it is the text that the open story retells: then the reader is asked.
    pub(super) fn show_or_attach(&mut self, document: Document, ctx: &Context) {
        // Only a story can have an original, and only a plain text can be one.
        let is_open_story = self.document.reading.format != Format::Article;
        if document.reading.format == Format::Article && is_open_story {
            let path = document.path().unwrap_or(Path::new(""));
            let name = printed(path.file_name().unwrap_or_default());
            if let Ok(original) = Original::of_text(name, &document.reading.text) {
                let purpose = Purpose::Compare(Box::new(document));
                self.start_attaching(purpose, Source::Read(Arc::new(original)), ctx);
                return;
            }
        }
        self.show(document, None, ctx);
    }

    pub(super) fn switch_wording(&mut self, ctx: &Context) {
        if self.original.is_some() {
            let next = match self.settings.wording {
                Wording::Retelling => Wording::Original,
                Wording::Original => Wording::Both,
                Wording::Both => Wording::Retelling,
            };
            self.change(Setting::Wording(next), ctx);
            return;
        }
        let texts = &self.texts;
        self.notices.push_front(Notice {
            text: texts.original.none.clone(),
            offer: Some(Offer {
                label: texts.commands.attach_original.clone(),
                request: Command::AttachOriginal.into(),
            }),
            ..Notice::default()
        });
    }

    fn start_attaching(&mut self, purpose: Purpose, source: Source, ctx: &Context) {
        let name = match &source {
            Source::File(path) => printed(path.file_name().unwrap_or_default()),
            Source::Kept(_) => String::new(),
            Source::Read(original) => original.name.clone(),
        };
        let keep_in = match purpose {
            Purpose::Attach => self.original_file(),
            Purpose::Follow | Purpose::Compare(_) => None,
        };
        let (sender, answer) = mpsc::channel();
        let (reading, thread_ctx) = (Arc::clone(&self.document.reading), ctx.clone());
        let attach = move || {
            // Another story may have been opened meanwhile.
            let attached = attach(source, &reading.story, keep_in.as_ref());
            sender.send(attached).ok();
            thread_ctx.request_repaint();
        };
        // Without a thread there is no answer either, which is told like one that broke off.
        thread::Builder::new()
            .name("attach".to_owned())
            .spawn(attach)
            .ok();
        if !matches!(purpose, Purpose::Follow) {
            ctx.request_repaint_after(Duration::from_secs_f64(PATIENCE));
        }
        self.attaching = Some(Attaching {
            purpose,
            name,
            is_behind: false,
            since: ctx.input(|input| input.time),
            answer,
        });
    }

    /// Takes in what was laid beside the story since the last frame.
    pub(super) fn follow_attaching(&mut self, ctx: &Context) {
        let answer = match self.attaching.as_ref().map(|of| of.answer.try_recv()) {
            None | Some(Err(TryRecvError::Empty)) => return,
            Some(Ok(answer)) => answer,
            Some(Err(TryRecvError::Disconnected)) => Err(NotAttached::Unread(Reason::BrokenOff)),
        };
        let Some(attaching) = self.attaching.take() else {
            return;
        };
        match (attaching.purpose, answer) {
            (Purpose::Compare(document), Ok(found)) if found.aligned.is_original() => {
                self.offer_original(&document, &found.aligned);
            }
            (Purpose::Compare(document), _) => self.show(*document, None, ctx),
            (Purpose::Attach, Ok(attached)) => {
                self.say_attached(&attached);
                self.original = Some(attached.aligned);
            }
            (Purpose::Attach, Err(why)) => self.say_not_attached(&attaching.name, &why),
            (Purpose::Follow, Ok(attached)) => self.original = Some(attached.aligned),
            // The one before is still there, or there is none.
            (Purpose::Follow, Err(_)) => {}
        }
        if attaching.is_behind {
            self.lay_original_anew(ctx);
        }
    }

    fn remove_original(&mut self) {
        let Some(before) = self.original.take() else {
            return;
        };
        let texts = &self.texts.original;
        let forgotten = self.original_file().map_or(Ok(()), |file| file.forget());
        let text = match forgotten {
            Ok(()) => texts.removed.clone(),
            Err(error) => fill(&texts.unforgotten, &[("reason", &error.to_string())]),
        };
        self.notices.push_front(Notice {
            text,
            offer: Some(Offer {
                label: texts.undo.clone(),
                request: Request::SetOriginal(Some(before.original)),
            }),
            ..Notice::default()
        });
    }

    /// None where nothing is remembered, or the story cannot be opened again.
    fn original_file(&self) -> Option<OriginalFile> {
        let settings = self.settings_file.as_ref()?;
        (!self.document.is_pasted()).then(|| OriginalFile::of(settings, &self.document.key))
    }

    fn offer_original(&mut self, document: &Document, found: &Aligned) {
        let texts = &self.texts.original;
        let path = document.path().unwrap_or(Path::new(""));
        self.notices.push_front(Notice {
            text: fill(&texts.seems, &[("name", &found.original.name)]),
            offer: Some(Offer {
                label: texts.attach.clone(),
                request: Request::SetOriginal(Some(Arc::clone(&found.original))),
            }),
            other: Some(Offer {
                label: texts.open_article.clone(),
                request: Request::Open(path.to_owned()),
            }),
        });
    }

    fn say_attached(&mut self, attached: &Attached) {
        let texts = &self.texts.original;
        let Attached { aligned, unkept } = attached;
        let all = self.document.story().passages().len();
        let values = [
            ("n", &*aligned.counterparts().to_string()),
            ("all", &all.to_string()),
            ("name", &aligned.original.name),
            (
                "reason",
                &unkept
                    .as_ref()
                    .map_or_else(String::new, io::Error::to_string),
            ),
        ];
        let text = match unkept {
            None => &texts.attached,
            Some(_) => &texts.unkept,
        };
        let before = self.original.as_ref();
        self.notices.push_front(Notice {
            text: fill(text, &values),
            offer: Some(Offer {
                label: texts.undo.clone(),
                request: Request::SetOriginal(before.map(|before| Arc::clone(&before.original))),
            }),
            ..Notice::default()
        });
    }

    fn say_not_attached(&mut self, name: &str, why: &NotAttached) {
        let texts = &self.texts.original;
        let language = self.texts.said_in();
        let (text, reason) = match why {
            NotAttached::OtherText | NotAttached::Nothing => (&texts.other_text, String::new()),
            NotAttached::Unread(reason) => (&texts.not_attached, reason.said(language).message),
            NotAttached::NoOriginal(reason) => (&texts.not_attached, reason.said(language).message),
        };
        let text = fill(text, &[("name", name), ("reason", &reason)]);
        self.notices.push_front(Notice::of(text));
    }
}

fn attach(
    source: Source,
    story: &Story,
    keep_in: Option<&OriginalFile>,
) -> Result<Attached, NotAttached> {
    let (original, is_new) = match source {
        Source::File(path) => {
            let bytes = files::bytes(&path).map_err(NotAttached::Unread)?;
            let read = Original::read(&path, &bytes).map_err(NotAttached::NoOriginal)?;
            (Arc::new(read), true)
        }
        Source::Kept(file) => (Arc::new(file.load().ok_or(NotAttached::Nothing)?), false),
        Source::Read(original) => (original, false),
    };
    let aligned = Aligned::of(original, story).map_err(NotAttached::NoOriginal)?;
    if is_new && !aligned.is_original() {
        return Err(NotAttached::OtherText);
    }
    let unkept = keep_in.and_then(|file| file.keep(&aligned.original).err());
    Ok(Attached { aligned, unkept })
}
