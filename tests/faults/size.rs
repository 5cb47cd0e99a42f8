//! Fault D: very much of something, and what a small file would make very much of.
//!
//! Tested elsewhere: archives that would explode, 110,000 features, what could be quadratic (`exchange/untrusted.rs`),
//! a million rows of a table (`exchange/tables.rs`).

use dateline::format::{LARGEST_FILE, report};
use dateline::story::limits;

use crate::stories::{file, read, story, told};
use crate::surviving::{memory, soon, survive};

/// MiB that no file may take to be read.
const MEMORY: u64 = 600;

#[test]
fn a_hundred_thousand_places_are_read_soon() {
    let places: Vec<_> = (0..100_010)
        .map(|n| format!("[[place]]\nid = \"p{n}\"\nname = \"P\"\nlat = 1\nlon = 2\n"))
        .collect();
    let mentions: Vec<_> = (0..100_000)
        .map(|n| format!("[P](#p{n}) [Q](#q{n})\n"))
        .collect();
    let text = file(&places.concat(), &mentions.concat());

    let reading = soon("a hundred thousand places", || read(&text));

    assert_eq!(reading.story.places().len(), limits::PLACES);
    assert!(reading.problems.len() <= limits::PROBLEMS + 1, "capped");
    assert!(
        told(&reading)
            .last()
            .unwrap()
            .contains("more problems are not listed"),
        "{:?}",
        told(&reading).last()
    );
}

#[test]
fn a_title_of_a_million_characters_is_cut() {
    let text = file("", "").replace("Title", &"毕".repeat(1_000_000));

    let reading = soon("the title", || read(&text));

    assert_eq!(reading.story.title.text.chars().count(), limits::TITLE);
    assert_eq!(
        reading.problems[0].message(),
        "the text is longer than 300 characters and was cut"
    );
    soon("the report", || {
        report("a.md".as_ref(), &reading.text, &reading.problems)
    });
}

#[test]
fn a_text_over_the_limit_of_a_passage_is_cut() {
    let body = format!(
        "[Bijie](#bijie) {}\n\n{}\n\n[Bijie](#bijie) after",
        "a ".repeat(40_000),
        "b ".repeat(40_000)
    );

    let reading = story("", &body);

    assert_eq!(
        reading.problems[0].message(),
        "the text is longer than 100000 characters and was cut"
    );
    let (_, passage) = reading.story.passages().next().unwrap();
    let length: usize = passage
        .blocks
        .iter()
        .map(|block| block.prose().text.chars().count())
        .sum();
    assert_eq!((length, passage.blocks.len()), (limits::PASSAGE, 2));
}

#[test]
fn the_largest_file_is_read_soon() {
    let text = file("", &"[毕节](#bijie)，".repeat(LARGEST_FILE / 21));
    assert!(text.len() < LARGEST_FILE, "{}", text.len());

    soon("the largest file", || survive("a.md", text.as_bytes()));
}

#[test]
fn a_million_places_are_cut_at_the_limit() {
    let points = "[1,2],".repeat(1_000_000);
    let json = format!("{{\"type\":\"MultiPoint\",\"coordinates\":[{points}[1,2]]}}");
    let points = "<Placemark/>".repeat(1_000_000);
    let kml = format!("<kml><Document>{points}</Document></kml>");
    for (name, text) in [("a.geojson", json), ("a.kml", kml)] {
        soon(name, || survive(name, text.as_bytes()));
    }
}

#[test]
fn ten_thousand_topics_are_read_and_one_more_is_not() {
    let topics: Vec<_> = (0..10_001)
        .map(|n| format!("[[topic]]\nid = \"t{n}\"\nname = \"T\"\n"))
        .collect();
    let reading = soon("topics", || story(&topics.concat(), ""));
    assert_eq!(reading.story.topics().len(), limits::OTHERS);
    assert_eq!(
        told(&reading)[0].split_once(": ").unwrap().1,
        "the story has more than 10000 things of this kind, of which this is a topic; leave some out"
    );
}

/// The parsers need a hundred bytes for each sign that means something to them.
#[test]
fn a_file_of_nothing_but_signs_takes_no_gigabytes() {
    let front = |text: &str| {
        let count = (LARGEST_FILE - 200) / text.len();
        file(&text.repeat(count), "")
    };
    let body = |text: &str| file("", &text.repeat((LARGEST_FILE - 200) / text.len()));
    for (text, limit) in [
        (front("="), "more than 4000000 words and signs"),
        (front("[[place]]\n"), "more problems are not listed"),
        (body("*a* "), "more than 1000000 line breaks and signs"),
        (body(">"), "more than 1000000 line breaks and signs"),
        (body("a\n\n"), "more than 1000000 line breaks and signs"),
    ] {
        let mut problems = Vec::new();
        let taken = memory(|| soon(limit, || problems = told(&read(&text))));
        assert!(taken < MEMORY, "{taken} MiB");
        assert!(
            problems.iter().any(|problem| problem.contains(limit)),
            "{problems:?}"
        );
    }
}

#[test]
fn a_story_as_large_as_the_limits_is_read_whole() {
    let places: Vec<_> = (1..limits::PLACES)
        .map(|n| {
            format!(
                "[[place]]\nid = \"p{n}\"\nname = \"P\"\nname_zh = \"地\"\nlat = 1.5\nlon = -2\n\n"
            )
        })
        .collect();
    let passages: Vec<_> = (1..limits::PASSAGES)
        .map(|n| format!("## Passage {n} {{#at-{n}}}\n\nIn [P](#p{n}).\n\n"))
        .collect();

    let reading = soon("a large story", || {
        read(&file(&places.concat(), &passages.concat()))
    });

    assert_eq!(told(&reading), [""; 0]);
    assert_eq!(reading.story.places().len(), limits::PLACES);
    assert_eq!(reading.story.passages().len(), limits::PASSAGES);
}
