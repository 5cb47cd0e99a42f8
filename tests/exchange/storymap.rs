//! StoryMapJS: files of every age, and the archive of its editor.

use dateline::format::{self, Format, NoStory};
use dateline::story::problem::Term;

use crate::support::{NEW_STORYMAP, OLD_STORYMAP, places, read, text, titles, told};

#[test]
fn an_old_story_reads_well() {
    let reading = read("tea.json", OLD_STORYMAP);
    let story = &reading.story;

    assert_eq!(story.title.text, "Tea on the old road");
    assert_eq!(story.language, "zh");
    assert_eq!(
        story.introduction[0].prose().text,
        "How tea left the hills & came to the sea."
    );
    assert_eq!(
        titles(story),
        [
            "The market opens",
            "The price",
            "At sea",
            "Nowhere",
            "The ship comes in."
        ]
    );
    assert_eq!(places(story), ["Kunming", "At sea", "The ship comes in."]);
    assert_eq!(
        text(story, "The market opens"),
        [
            "Buyers come to [Kunming](#kunming).",
            "Some come **twice**, says [the paper](http://example.org/paper); others never.",
            "[The market](http://example.org/a.jpg) (A. Person)",
            "[The market](https://www.youtube.com/watch?v=abc) (A. Person)",
        ]
    );
    assert_eq!(
        text(story, "The price"),
        ["[Kunming](#kunming)", "> Tea is dear", "> — Somebody"]
    );
    assert_eq!(
        text(story, "At sea"),
        ["[At sea](#at-sea)", "- one ship", "- two ships"]
    );
    assert_eq!(
        text(story, "Nowhere"),
        [
            "No",
            "[example.org/film](https://example.org/film)",
            "A stamp – The post"
        ]
    );
    assert_eq!(
        text(story, "The ship comes in.").last().unwrap(),
        "![The quay](images/quay side.jpg \"The quay | B. Person\")"
    );
    let (_, event) = story.events().next().unwrap();
    assert_eq!(event.date.to_string(), "1911-05");
}

#[test]
fn what_an_old_story_lacks_is_told_with_its_line() {
    let reading = read("tea.json", OLD_STORYMAP);

    assert_eq!(
        told(&reading),
        [
            "12: a slide without content is left out",
            "23: `north` is no position in degrees",
            "24: `data:image/png;base64,AAAA` is not shown",
            "25: `a Friday` is not read as a date",
        ]
    );
}

#[test]
fn a_new_story_keeps_its_ids_and_reads_without_a_problem() {
    let reading = read("harbours.json", NEW_STORYMAP);
    let story = &reading.story;

    assert_eq!(told(&reading), [] as [&str; 0]);
    assert_eq!(
        (titles(story), story.title.text.as_str()),
        (vec!["North", "South"], "Two harbours")
    );
    assert!(story.find("north").is_some(), "its own id");
    assert_eq!(
        text(story, "North"),
        [
            "Ships go to [*Hamburg*](#hamburg) first.",
            "> A long night.",
            "[The film](https://vimeo.com/1)"
        ]
    );
}

#[test]
fn a_story_on_a_picture_has_its_words_and_no_place() {
    let json = NEW_STORYMAP.replace("osm:standard", "zoomify");
    let reading = read("a.json", json);

    assert_eq!(
        (reading.story.places().len(), titles(&reading.story).len()),
        (0, 2)
    );
    assert!(
        told(&reading)[0].contains("is a picture"),
        "{:?}",
        told(&reading)
    );
}

#[test]
fn a_story_without_an_overview_goes_by_its_first_slide() {
    let json = r#"{"storymap": {"slides": [{"location": {"lat": 1, "lon": 2}, "text": {"headline": "First", "text": "x"}}]}}"#;

    assert_eq!(read("a.json", json).story.title.text, "First");
    let none = r#"{"storymap": {"slides": [null, {}]}}"#;
    let why = NoStory::Nothing { what: Term::Slides };
    assert_eq!(format::read(none.as_bytes()), Err(why));
}

#[test]
fn what_is_written_has_all_that_the_viewer_looks_into() {
    let story = read("tea.json", OLD_STORYMAP).story;
    let json = format::write(Format::StoryMapJs, &story).unwrap();
    let file: serde_json::Value = serde_json::from_str(&json).unwrap();

    let slides = file["storymap"]["slides"].as_array().unwrap();
    assert_eq!(slides[0]["type"], "overview");
    assert_eq!(file["storymap"]["language"], "zh-cn");
    for slide in slides {
        for part in ["location", "text", "media"] {
            assert!(slide[part].is_object(), "{part} of {slide}");
        }
        for text in ["headline", "text"] {
            assert!(slide["text"][text].is_string(), "{slide}");
        }
    }
    let located = slides.iter().map(|slide| &slide["location"]);
    for location in located.filter(|location| location.get("lat").is_some()) {
        let (lat, lon) = (
            location["lat"].as_f64().unwrap(),
            location["lon"].as_f64().unwrap(),
        );
        assert!(
            lat != 0.0 && lon != 0.0,
            "zero is no location to the viewer"
        );
    }
    assert_eq!(
        slides.last().unwrap()["media"]["url"],
        "images/quay%20side.jpg"
    );
}
