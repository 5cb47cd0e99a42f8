//! Stories cut at every byte, and stories with random changes: read, written in every format, read again, and drawn.
//! The same on every run.

use std::num::NonZero;
use std::path::Path;
use std::thread;

use dateline::format::{self, Reading, read_named};

use crate::foreign::{comes_back, is_written};
use crate::random::Random;
use crate::stories::{example, file};
use crate::surviving::{drawn, shown, survive};

const BUILTIN: &[u8] = include_bytes!("../../assets/story/bijie-college.md");
const IN_CHINESE: &[u8] = include_bytes!("../../assets/story/bijie-college.zh.md");

/// What means something to one format or another.
const PIECES: [&[u8]; 32] = [
    b"+++\n",
    b"[[place]]\n",
    b"\"",
    b"#",
    b"[a](#b)",
    b"{#x .y}",
    b"\n\n",
    b"> ",
    b"- ",
    b"\0",
    b"\xFF",
    b"=",
    b"\xE2\x80\xAE",
    b"|",
    b"`",
    b"lat = 1e999\n",
    b"{",
    b"[",
    b"null",
    b"1e999",
    b"<",
    b"</",
    b"&#x110000;",
    b"<![CDATA[",
    b",",
    b"\n",
    b"-180",
    b"![a](b.png)\n",
    b"2022-02-30",
    b"\\ud800",
    b"<span data-place='a' data-lat='9' data-lon='9'>",
    b"\xF0\x9F\x91\xA8\xE2\x80\x8D",
];

/// Runs the work for each number below `count`, on as many threads as there are cores.
fn each(count: usize, work: impl Fn(usize) + Sync) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|threads| {
        for core in 0..cores {
            let work = &work;
            threads.spawn(move || (core..count).step_by(cores).for_each(work));
        }
    });
}

/// Where the text begins.
fn text_start(bytes: &[u8]) -> usize {
    let mut windows = bytes.windows(5);
    windows.position(|bytes| bytes == b"\n+++\n").unwrap()
}

#[test]
fn a_story_cut_at_any_byte_is_survived() {
    let example = example().as_bytes();
    each(example.len(), |end| {
        survive("a.md", &example[..end]);
    });
    // The front matter would only be found to have no end, so it is given one.
    each(text_start(example), |end| {
        survive("a.md", &[&example[..end], b"\n+++\n# P\n"].concat());
    });
}

#[test]
fn the_built_in_story_cut_at_any_byte_is_survived() {
    let (front, text) = BUILTIN.split_at(text_start(BUILTIN));
    each(front.len(), |end| {
        survive("a.md", &front[..end]);
    });
    each(front.len() / 10, |tenth| {
        survive("a.md", &[&front[..tenth * 10], b"\n+++\n# P\n"].concat());
    });
    // With all of the front matter each reading takes several times as long.
    each(text.len(), |end| {
        survive("a.md", &[b"+++\nformat = 1", &text[..end]].concat());
    });
    each(text.len() / 50, |fiftieth| {
        survive("a.md", &BUILTIN[..front.len() + fiftieth * 50]);
    });
}

#[test]
fn the_chinese_translation_cut_at_any_byte_is_survived() {
    let reading = format::read(BUILTIN).unwrap();
    each(IN_CHINESE.len(), |end| {
        translated(&reading, &IN_CHINESE[..end]);
    });
}

fn translated(reading: &Reading, translation: &[u8]) -> Reading {
    let mut reading = reading.clone();
    reading.translate(Path::new("a.zh.md"), "zh", translation);
    for translation in &reading.translations {
        format::report(&translation.path, &translation.text, &translation.problems);
    }
    reading
}

/// Files of every format, and how many changed ones of each are read: 60,000 in all, with those of the translation.
fn samples() -> [(&'static str, Vec<u8>, usize); 8] {
    let small = file(
        "[[topic]]\nid = \"t\"\nname = \"T\"\n[[connection]]\nid = \"c\"\nfrom = \"bijie\"\nto = \"b\"",
        "In [Bijie](#bijie) *and* on. {#x}\n\n> a\n- b\n",
    );
    let text = |text: &str| text.as_bytes().to_vec();
    [
        ("a.md", BUILTIN.to_vec(), 2_000),
        ("a.md", text(example()), 13_000),
        ("a.md", small.into_bytes(), 16_000),
        (
            "old.json",
            text(include_str!("../exchange/samples/old_storymap.json")),
            4_000,
        ),
        (
            "new.json",
            text(include_str!("../exchange/samples/new_storymap.json")),
            6_000,
        ),
        (
            "a.geojson",
            text(include_str!("../exchange/samples/other.geojson")),
            5_000,
        ),
        (
            "a.kml",
            text(include_str!("../exchange/samples/folders.kml")),
            5_000,
        ),
        (
            "a.csv",
            text(include_str!("../exchange/samples/chapters.csv")),
            4_000,
        ),
    ]
}

const TRANSLATIONS: usize = 5_000;

/// The same for the same seed.
fn changed(sample: &[u8], seed: usize) -> Vec<u8> {
    // Numbers side by side would begin alike.
    let mut random = Random((seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    random.below(2);
    let mut bytes = sample.to_vec();
    random.change(&mut bytes, &PIECES);
    bytes
}

#[test]
fn sixty_thousand_random_changes_are_survived() {
    let samples = samples();
    let all: usize = samples.iter().map(|(_, _, count)| count).sum();
    assert!(all + TRANSLATIONS >= 60_000, "{all}");
    for (name, sample, count) in &samples {
        each(*count, |seed| {
            let bytes = changed(sample, seed);
            if seed % 200 == 0 {
                comes_back(name, &bytes);
            } else {
                survive(name, &bytes);
            }
        });
    }
    let reading = format::read(BUILTIN).unwrap();
    each(TRANSLATIONS, |seed| {
        let reading = translated(&reading, &changed(IN_CHINESE, seed));
        if seed % 250 == 0 {
            is_written(&reading.story);
        }
    });
}

/// Some of them on every page.
#[test]
fn changed_stories_are_drawn() {
    let mut count = 0;
    for (name, sample, _) in samples() {
        let stories = (1_000_000..).filter_map(|seed| {
            let reading = read_named(Some(name.as_ref()), &changed(&sample, seed));
            reading.ok().map(|reading| reading.story)
        });
        for story in stories.take(8) {
            let mut window = drawn(story);
            if count % 16 == 0 {
                shown(&mut window);
            }
            count += 1;
        }
    }
    assert!(count >= 60, "{count}");
}
