//! From nothing to the first frame. The map fills in behind it, from threads that are not waited for.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use dateline::format::{self, Reading};

use super::generated;
use super::headless::Headless;

pub fn start(criterion: &mut Criterion) {
    criterion.bench_function("start/first frame", |bencher| {
        bencher.iter_custom(|starts| (0..starts).map(|_| once(format::builtin)).sum());
    });
    let large = generated::file_with(10_000, 5_000);
    criterion.bench_function("start/10000 places, 5000 passages", |bencher| {
        let read = || format::read(large.as_bytes()).expect("a story");
        bencher.iter_custom(|starts| (0..starts).map(|_| once(read)).sum());
    });
}

/// From the bytes of a file to what is seen of its story.
fn once(read: impl FnOnce() -> Reading) -> Duration {
    let begun = Instant::now();
    let mut window = Headless::open(read().story);
    black_box(window.frame(Vec::new()));
    let spent = begun.elapsed();
    // The threads of this start are none of the next one's.
    window.wait_for_map();
    spent
}
