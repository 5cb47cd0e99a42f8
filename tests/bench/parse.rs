//! Reading a story file.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use dateline::format;

use super::generated::Size;

pub fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    for size in Size::ALL {
        let file = size.file();
        group.throughput(Throughput::Bytes(file.len() as u64));
        group.sample_size(size.samples());
        group.bench_function(size.name(), |bencher| {
            bencher.iter(|| format::read(black_box(file.as_bytes())));
        });
    }
    group.finish();
}
