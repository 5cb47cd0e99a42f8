//! What a large story is searched in: made on a thread of its own, once the reader searches.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use egui::Context;

use super::App;
use crate::format::Reading;
use crate::session::search::Index;

/// An index in the making.
pub struct Indexing {
    /// Of the story that is searched.
    reading: Arc<Reading>,
    answer: Receiver<Index>,
}

impl Indexing {
    fn start(reading: &Arc<Reading>, ctx: &Context) -> Self {
        let (sender, answer) = mpsc::channel();
        let (thread_reading, thread_ctx) = (Arc::clone(reading), ctx.clone());
        let index = move || {
            // Another story may have been opened meanwhile.
            sender.send(Index::new(&thread_reading.story)).ok();
            thread_ctx.request_repaint();
        };
        // Without a thread there is no answer either.
        thread::Builder::new()
            .name("index".to_owned())
            .spawn(index)
            .ok();
        Self {
            reading: Arc::clone(reading),
            answer,
        }
    }
}

impl App {
    /// Has an index made where the reader waits for one, and takes it in.
    pub(super) fn follow_search(&mut self, ctx: &Context) {
        let reading = &self.document.reading;
        let indexing = self.indexing.take();
        // Ids mean something else in another story, and in the same one once it has changed.
        let of_this = indexing.filter(|indexing| Arc::ptr_eq(&indexing.reading, reading));
        let made = match of_this.as_ref().map(|indexing| indexing.answer.try_recv()) {
            None if self.session.finding().awaits_index() => {
                self.indexing = Some(Indexing::start(reading, ctx));
                return;
            }
            None => return,
            Some(Err(TryRecvError::Empty)) => {
                self.indexing = of_this;
                return;
            }
            Some(Ok(index)) => index,
            Some(Err(TryRecvError::Disconnected)) => Index::new(&reading.story),
        };
        self.session.take_index(&reading.story, made);
    }
}
