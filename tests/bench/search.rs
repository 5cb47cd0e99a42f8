//! Search over 10,000 passages of 500 characters: the index, and what one more letter costs.

use std::fmt::Write as _;

use criterion::Criterion;
use dateline::format;
use dateline::session::search::Index;
use dateline::story::Story;

use super::generated::Size;

const PASSAGES: usize = 10_000;
const CHARACTERS: usize = 500;

const ENGLISH: [&str; 24] = [
    "the ",
    "village ",
    "of ",
    "and ",
    "poverty ",
    "to ",
    "school ",
    "in ",
    "was ",
    "a ",
    "province’s ",
    "teachers ",
    "came ",
    "river ",
    "for ",
    "mountain ",
    "who ",
    "they ",
    "families, ",
    "farm ",
    "café ",
    "that ",
    "road ",
    "said. ",
];
const FRENCH: [&str; 16] = [
    "été ",
    "l’école ",
    "où ",
    "les ",
    "élèves ",
    "étaient ",
    "à ",
    "de ",
    "Noël ",
    "que ",
    "français, ",
    "ça ",
    "et ",
    "même ",
    "forêt ",
    "dit. ",
];
const RUSSIAN: [&str; 12] = [
    "школа ",
    "и ",
    "деревня ",
    "Это ",
    "была ",
    "дорога, ",
    "в ",
    "горах ",
    "который ",
    "Они ",
    "учитель ",
    "ёлка. ",
];
const CHINESE: [&str; 16] = [
    "毕节", "的", "学校", "贫困", "，", "老师", "在", "山", "他们", "。", "浙江", "支持", "一",
    "了", "项目", "大学",
];

pub fn search(criterion: &mut Criterion) {
    let stories = [
        ("English", "Village ", story(&ENGLISH, "Village ", 500)),
        ("French", "École ", story(&FRENCH, "École ", 500)),
        ("Russian", "Школа ", story(&RUSSIAN, "Школа ", 500)),
        (
            "Chinese",
            "贵州毕节地区的学校和老师第",
            story(&CHINESE, "贵州毕节地区的学校和老师第", 500),
        ),
    ];
    let mut group = criterion.benchmark_group("search index of 10000 passages");
    group.sample_size(20);
    for (language, _, story) in &stories {
        group.bench_function(*language, |bencher| bencher.iter(|| Index::new(story)));
    }
    group.finish();

    let [(_, _, english), .., (_, _, chinese)] = &stories;
    let mut group = criterion.benchmark_group("search over 10000 passages");
    for (story, queries) in [
        (
            english,
            [
                "e",
                "th",
                "the",
                "poverty",
                "poverty school",
                "the a of",
                "zzz",
                "village 77",
            ]
            .as_slice(),
        ),
        (
            chinese,
            ["的", "毕节", "毕节 学校", "bijie", "bj", "gui bi", "de"].as_slice(),
        ),
    ] {
        let index = Index::new(story);
        for query in queries {
            group.bench_function(*query, |bencher| bencher.iter(|| index.find(query)));
        }
    }

    let index = Index::new(english);
    let hits = index.find("poverty school");
    group.bench_function("20 snippets", |bencher| {
        bencher.iter(|| {
            let shown = hits.items().iter().rev().take(20);
            shown
                .filter_map(|item| hits.snippet(english, *item, "en", 40))
                .count()
        });
    });
    group.finish();

    let mut group = criterion.benchmark_group("search");
    for size in Size::ALL {
        let story = size.story();
        group.sample_size(size.samples());
        group.bench_function(format!("index of {}", size.name()), |bencher| {
            bencher.iter(|| Index::new(&story));
        });
        let index = Index::new(&story);
        group.bench_function(format!("a name in {}", size.name()), |bencher| {
            bencher.iter(|| index.find("place 5"));
        });
    }
    group.finish();
}

/// A story of many passages in words drawn evenly from a few, and some places.
fn story(words: &[&str], name: &str, places: usize) -> Story {
    let mut file = String::from("+++\nformat = 1\ntitle = \"Many\"\nlanguage = \"en\"\n");
    let mut add = |part: std::fmt::Arguments<'_>| {
        file.write_fmt(part).expect("a string takes any text");
    };
    for place in 0..places {
        add(format_args!(
            "[[place]]\nid = \"p{place}\"\nname = \"{name}{place}\"\nlat = 1.5\nlon = 1.5\n"
        ));
    }
    add(format_args!("+++\n"));
    let mut drawn = words.iter().cycle();
    let mut step: u32 = 1;
    for passage in 0..PASSAGES {
        add(format_args!("\n## {name}{passage} {{#at-{passage}}}\n\n"));
        let mut left = CHARACTERS;
        while left > 0 {
            step = step.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let skipped = (step >> 16) as usize % words.len();
            let word = drawn.nth(skipped).expect("some words");
            add(format_args!("{word}"));
            left = left.saturating_sub(word.chars().count());
        }
        add(format_args!("\n"));
    }
    format::read(file.as_bytes()).expect("a story").story
}
