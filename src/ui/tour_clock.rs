//! When a tour that plays goes on: after the time it takes to read the passage.

use std::time::Duration;

use egui::Context;

use crate::session::Session;
use crate::settings::TourPace;
use crate::story::{PassageId, Story};

/// Flight and a breath; nobody reads faster than that.
const LEAST_SECONDS: f64 = 4.0;
const MOST_SECONDS: f64 = 90.0;

#[derive(Default)]
pub struct TourClock {
    /// The passage being read, and since when, in seconds.
    reading: Option<(PassageId, f64)>,
}

impl TourClock {
    /// Whether the reader has had time for the passage they are on; asks to be asked again when they will have.
    pub fn is_due(
        &mut self,
        ctx: &Context,
        (story, session): (&Story, &Session),
        (pace, language): (TourPace, &str),
    ) -> bool {
        let now = ctx.input(|input| input.time);
        let here = session.selected_passage();
        let since = match (here, self.reading) {
            // Of a clock that was put back no longer than from now on.
            (Some(passage), Some((reading, since))) if passage == reading => since.min(now),
            _ => now,
        };
        self.reading = here.map(|passage| (passage, since));
        let seconds = here.map_or(LEAST_SECONDS, |passage| {
            seconds(story, passage, pace, language)
        });
        let left = since + seconds - now;
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        left <= 0.0
    }

    /// The tour does not play.
    pub fn stop(&mut self) {
        self.reading = None;
    }
}

/// To read a passage in a language. A Chinese character counts as three of English: it is as many bytes, and about
/// as much to read.
fn seconds(story: &Story, passage: PassageId, pace: TourPace, language: &str) -> f64 {
    let blocks = story.blocks_shown(passage, language);
    let characters: usize = blocks.iter().map(|block| block.prose().text.len()).sum();
    let seconds = characters as f64 * 60.0 / f64::from(pace.characters_per_minute());
    seconds.clamp(LEAST_SECONDS, MOST_SECONDS)
}
