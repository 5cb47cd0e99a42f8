//! From nothing to the first frame. The map fills in behind it, from threads that are not waited for.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use dateline::format;

use super::generated::Size;
use super::headless::Headless;

pub fn start(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    for size in Size::ALL {
        let file = size.file();
        group.sample_size(size.samples());
        group.bench_function(size.name(), |bencher| {
            bencher.iter_custom(|starts| (0..starts).map(|_| once(file.as_bytes())).sum());
        });
    }
    group.finish();
}

fn once(file: &[u8]) -> Duration {
    let begun = Instant::now();
    let mut window = opened(file);
    let spent = begun.elapsed();
    // The threads of this start are none of the next one's.
    window.wait_for_map();
    spent
}

/// From the bytes of a file to what is seen of its story.
pub fn opened(file: &[u8]) -> Headless {
    let reading = format::read(file).expect("a story");
    let mut window = Headless::open(reading.story);
    black_box(window.frame(Vec::new()));
    window
}
