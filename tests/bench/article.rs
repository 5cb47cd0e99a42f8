//! Finding the places of an article: one of a newspaper, a long one, and a book.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use dateline::article;
use dateline::article::gazetteer::Gazetteer;

/// Characters that articles have, and how often each is measured: what takes long is measured less often.
const LENGTHS: [(usize, usize); 3] = [(3_000, 100), (30_000, 30), (300_000, 10)];

pub fn article(criterion: &mut Criterion) {
    Gazetteer::open().expect("the gazetteer is there");
    let mut group = criterion.benchmark_group("article");
    for (length, samples) in LENGTHS {
        group.sample_size(samples);
        group.throughput(Throughput::Elements(length as u64));
        for (language, is_chinese) in [("English", false), ("Chinese", true)] {
            let text = text(is_chinese, length);
            let name = BenchmarkId::new(language, format!("{length} characters"));
            group.bench_function(name, |bencher| {
                bencher.iter(|| article::places(black_box(&text)));
            });
        }
    }
    group.finish();
}

/// More names than articles have: the traps of the tests, one after the other.
pub fn text(is_chinese: bool, length: usize) -> String {
    let table = include_str!("../article/traps.tsv");
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let texts = lines.filter_map(|line| line.split('\t').next());
    let of_language = texts.filter(|text| text.contains('。') == is_chinese);
    let all: Vec<_> = of_language.collect();
    let sentences = all
        .iter()
        .cycle()
        .flat_map(|text| text.chars().chain([' ']));
    let text: String = sentences.take(length).collect();
    let found = article::places(&text).map_or(0, |places| places.toponyms().len());
    assert!(found > 50, "{found} places");
    text
}
