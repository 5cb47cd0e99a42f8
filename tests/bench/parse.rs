//! Reading a story file.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use dateline::format;

use super::generated;

pub fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    group.throughput(Throughput::Bytes(format::builtin().text.len() as u64));
    group.bench_function("built-in", |bencher| bencher.iter(format::builtin));
    for places in [1_000, 10_000] {
        let file = generated::file(places);
        assert_eq!(
            generated::story(places).passages().len(),
            places,
            "all of it is read"
        );
        group.throughput(Throughput::Bytes(file.len() as u64));
        group.bench_function(format!("{places} places"), |bencher| {
            bencher.iter(|| format::read(black_box(file.as_bytes())));
        });
    }
    group.finish();
}
