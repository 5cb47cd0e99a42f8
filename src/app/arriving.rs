//! What comes in from outside while the window is open: files dropped on it, and text pasted into it.

use std::path::PathBuf;

use egui::{Context, Event};

use super::App;
use super::opening::Source;
use crate::format::printed;
use crate::texts::fill;
use crate::ui::Notice;

impl App {
    /// Opens the first file that was dropped since the last frame.
    pub(super) fn take_drops(&mut self, ctx: &Context) {
        let dropped = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        let count = dropped.len();
        let Some(path) = dropped.first().map(|file| file.path().to_owned()) else {
            return;
        };
        if count > 1 {
            let name = printed(path.file_name().unwrap_or_default());
            let values = [("n", &*count.to_string()), ("name", &name)];
            let text = fill(&self.texts.notices.one_of_many, &values);
            self.notices.push_back(Notice::of(text));
        }
        self.dialog = None;
        self.open_or_attach(path, ctx);
    }

    /// Opens what was pasted where no text field takes it: a file, by its path or address, or a story's own text.
    pub(super) fn take_pastes(&mut self, ctx: &Context) {
        if ctx.text_edit_focused() {
            return;
        }
        let pasted = ctx.input_mut(|input| {
            let is_paste = |event: &Event| matches!(event, Event::Paste(_));
            let at = input.events.iter().position(is_paste)?;
            match input.events.remove(at) {
                Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        match pasted.map(|text| (file_in(&text), text)) {
            Some((Some(path), _)) => self.open_path(&path, ctx),
            Some((None, text)) if !text.trim().is_empty() => {
                self.open_story(Source::Pasted(text), None, ctx);
            }
            Some(_) | None => {}
        }
    }
}

/// Of a copied file: its path, or its address as file managers write it.
fn file_in(text: &str) -> Option<PathBuf> {
    const LONGEST: usize = 4096;
    let line = text.trim();
    if line.len() > LONGEST || line.contains('\n') {
        return None;
    }
    let path = match line.strip_prefix("file://") {
        Some(address) => PathBuf::from(
            percent_encoding::percent_decode_str(address)
                .decode_utf8()
                .ok()?
                .as_ref(),
        ),
        None => PathBuf::from(line),
    };
    path.is_file().then_some(path)
}
