//! One thing a given number of times, for valgrind to count its instructions: what makes it ready is not counted, and
//! neither are the threads beside it.
//!
//! `.ci/instructions` counts them all and holds them against `ceilings.tsv`. Where they are spent:
//!
//! ```sh
//! CARGO_PROFILE_BENCH_STRIP=none cargo bench --bench speed --no-run # says where the executable is
//! valgrind --tool=callgrind --toggle-collect=speed::counted::counted EXECUTABLE --count rest 100
//! callgrind_annotate --inclusive=yes callgrind.out.*
//! ```

use std::hint::black_box;

use dateline::article;
use dateline::format::{self, Format};
use dateline::session::search::Index;
use dateline::session::{Action, Session};

use super::article::text;
use super::convert::{converted, written};
use super::frame::{Flight, Pan, Rest};
use super::generated::Size;
use super::start::opened;

/// Of every story; an article has 3,000 characters.
const SIZE: Size = Size::TenThousand;

pub fn run(what: &str, times: usize) {
    match what {
        "start" => {
            let file = SIZE.file();
            // Its threads are at work on the map, which is not counted with the start.
            count(times, || std::mem::forget(opened(file.as_bytes())));
        }
        "rest" => {
            let mut rest = Rest::new(SIZE.story());
            count(times, || rest.frame());
        }
        "pan" => {
            let mut pan = Pan::new(SIZE.story());
            count(times, || pan.frame());
        }
        "flight" => {
            let mut flight = Flight::new(SIZE.story());
            count(times, || flight.frame());
        }
        "convert" => {
            let file = written(SIZE, Format::GeoJson);
            count(times, || converted(&file, Format::GeoJson, Format::Native));
        }
        "open" => {
            let file = SIZE.file();
            count(times, || format::read(file.as_bytes()));
        }
        "lens" => {
            let story = SIZE.story();
            let (topic, _) = story.topics().next().expect("a topic");
            let mut session = Session::new(&story);
            count(times, || {
                session.apply(&story, Action::ToggleTopic(topic));
                session.visible().passages().len()
            });
        }
        "index" => {
            let story = SIZE.story();
            count(times, || Index::new(&story));
        }
        "search" => {
            let index = Index::new(&SIZE.story());
            count(times, || index.find("place 5"));
        }
        "article" => {
            let text = text(false, 3_000);
            count(times, || article::places(&text));
        }
        other => panic!("{other} is none of the things that are counted"),
    }
}

fn count<Done>(times: usize, mut work: impl FnMut() -> Done) {
    counted(times, &mut || {
        black_box(work());
    });
}

/// Valgrind counts from its beginning to its end, and knows it by its name.
#[inline(never)]
fn counted(times: usize, work: &mut dyn FnMut()) {
    for _ in 0..times {
        work();
    }
}
