//! Files that the reader has the program write: a new story.

use std::path::Path;

use egui::Context;

use super::App;
use super::choosing::suggested;
use super::opening::Source;
use crate::files::{self, NotWritten};
use crate::format::native;
use crate::texts::fill;
use crate::ui::{Destination, Dialog, Notice};

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

    /// Where the path was asked for, or at the top of the window.
    pub(super) fn say_not_written(&mut self, error: &NotWritten) {
        let texts = &self.texts.notices;
        let text = match error {
            NotWritten::Exists(_) => texts.exists.clone(),
            NotWritten::Folder(_) => texts.folder_in_the_way.clone(),
            NotWritten::Unwritable { error, .. } => {
                fill(&texts.not_written, &[("reason", &error.to_string())])
            }
        };
        match self.dialog.as_mut().and_then(Dialog::destination) {
            Some(destination) => destination.refuse(text),
            None => self.notices.push_front(Notice::of(text)),
        }
    }
}
