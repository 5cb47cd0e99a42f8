//! Finding the places of an article of 3,000 characters.

use std::hint::black_box;

use criterion::Criterion;
use dateline::article;
use dateline::article::gazetteer::Gazetteer;

/// Characters that an article has.
const LENGTH: usize = 3_000;

pub fn article(criterion: &mut Criterion) {
    Gazetteer::open().expect("the gazetteer is there");
    let mut group = criterion.benchmark_group("article");
    for (language, is_chinese) in [("English", false), ("Chinese", true)] {
        let text = text(is_chinese);
        let found = article::places(&text).map_or(0, |places| places.toponyms().len());
        assert!(found > 50, "{found} places");
        group.bench_function(language, |bencher| {
            bencher.iter(|| article::places(black_box(&text)));
        });
    }
    group.finish();
}

/// More names than articles have: the traps of the tests, one after the other.
fn text(is_chinese: bool) -> String {
    let table = include_str!("../article/traps.tsv");
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let texts = lines.filter_map(|line| line.split('\t').next());
    let of_language = texts.filter(|text| text.contains('。') == is_chinese);
    let all: Vec<_> = of_language.collect();
    let sentences = all
        .iter()
        .cycle()
        .flat_map(|text| text.chars().chain([' ']));
    sentences.take(LENGTH).collect()
}
