//! A story that is written in our own format is the same story when it is read.

use std::path::Path;

use dateline::format::native::{write, write_translation};
use dateline::format::{self, Reading};
use dateline::story::Story;

use crate::any_story::{self, faults};
use crate::generated;
use crate::stories::{example, read};

/// What is read of a story's own files.
#[track_caller]
fn written_and_read(story: &Story) -> Reading {
    let file = write(story);
    let mut reading = format::read(file.as_bytes()).unwrap();
    for language in story.languages().skip(1) {
        let translation = write_translation(story, language).unwrap();
        let path = format!("a.{language}.md");
        reading.translate(Path::new(&path), language, translation.as_bytes());
    }
    reading
}

#[track_caller]
fn check(story: &Story, what: &str) {
    let reading = written_and_read(story);
    if reading.story == *story {
        let problems: Vec<_> = reading.all_problems().cloned().collect();
        assert_eq!(faults(&problems), [""; 0], "{what}");
        return;
    }
    // The first line that differs says more than two whole stories.
    let again = write(&reading.story);
    for (first, again) in write(story).lines().zip(again.lines()) {
        assert_eq!(again, first, "{what}");
    }
    assert_eq!(reading.story, *story, "{what}");
}

#[test]
fn the_built_in_story_survives_in_both_languages() {
    check(&format::builtin().story, "the built-in story");
}

#[test]
fn the_example_of_the_readme_survives() {
    check(&read(example()).story, "the example");
}

#[test]
fn a_large_story_survives() {
    check(
        &generated::read(&generated::file(2_000, 2_000)),
        "2,000 places",
    );
}

#[test]
fn any_story_survives() {
    for seed in 0..1_000 {
        check(&any_story::story(seed), &format!("story {seed}"));
    }
}

#[test]
fn the_same_story_is_the_same_file() {
    let story = any_story::story(2);

    let again = write(&written_and_read(&story).story);
    assert!(write(&story) == again, "the second file is the first");
}
