//! A given number of frames and nothing else, for valgrind to count their instructions.
//!
//! What comes before the frames is in the count too, so two counts are taken and subtracted:
//!
//! ```sh
//! bench=$(cargo bench --bench speed --no-run 2>&1 | sed -n 's/.*(\(target.*\))$/\1/p')
//! for frames in 0 1000; do
//!     valgrind --tool=callgrind --callgrind-out-file=/dev/null $bench --frames rest $frames 2>&1 | grep Collected
//! done
//! ```

use std::hint::black_box;

use dateline::format;

use super::frame::{Flight, Pan, Rest, Searched};
use super::headless::Headless;

/// `what`: `rest`, `results`, `searched`, `pan`, `flight`, or `start`, which opens the window for each frame.
pub fn run(what: &str, frames: usize) {
    let story = format::builtin().story;
    match what {
        "rest" => repeat(frames, Rest::new(story), Rest::frame),
        "pan" => repeat(frames, Pan::new(story), Pan::frame),
        "results" => repeat(frames, Searched::list(story, "college"), Searched::frame),
        "searched" => repeat(frames, Searched::text(story, "pandemic"), Searched::frame),
        "flight" => repeat(frames, Flight::new(), Flight::frame),
        "start" => repeat(frames, (), |()| {
            let mut window = Headless::open(format::builtin().story);
            let drawn = window.frame(Vec::new());
            // Its threads are at work on the map, which is not counted with the start.
            std::mem::forget(window);
            drawn
        }),
        other => panic!("{other} is none of rest, results, searched, pan, flight and start"),
    }
}

fn repeat<State, Drawn>(
    frames: usize,
    mut state: State,
    mut frame: impl FnMut(&mut State) -> Drawn,
) {
    for _ in 0..frames {
        black_box(frame(&mut state));
    }
}
