//! From nothing to the first frame. The map fills in behind it, from threads that are not waited for.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use dateline::format;

use super::headless::Headless;

pub fn start(criterion: &mut Criterion) {
    criterion.bench_function("start/first frame", |bencher| {
        bencher.iter_custom(|starts| (0..starts).map(|_| once()).sum());
    });
}

fn once() -> Duration {
    let begun = Instant::now();
    let mut window = Headless::open(format::builtin().story);
    black_box(window.frame(Vec::new()));
    let spent = begun.elapsed();
    // The threads of this start are none of the next one's.
    window.wait_for_map();
    spent
}
