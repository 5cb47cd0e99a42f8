//! Files that an original is read from.

use std::path::Path;

use dateline::format::{Format, NoStory};
use dateline::original::{LARGEST, NoOriginal, Original};

use crate::alignment::{FERRY, FERRY_STORY};

fn read(name: &str, bytes: &[u8]) -> Result<Original, NoOriginal> {
    Original::read(Path::new(name), bytes)
}

#[test]
fn a_text_is_read_whatever_it_is_encoded_in() {
    let utf16: Vec<u8> = "\u{FEFF}毕节\n贵州"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let gbk = b"\xb1\xcf\xbd\xda\n\xb9\xf3\xd6\xdd";
    for bytes in [&utf16, gbk.as_slice(), "毕节\n贵州".as_bytes()] {
        let original = read("a/bijie.txt", bytes).unwrap();
        assert_eq!(original.name, "bijie.txt");
        assert_eq!(original.paragraphs, ["毕节", "贵州"]);
    }
}

#[test]
fn a_web_page_and_markdown_that_is_no_story_are_texts() {
    let page = "<!doctype html><title>x</title><p>One.</p><p>Two.</p>";
    assert_eq!(
        read("page.html", page.as_bytes()).unwrap().paragraphs.len(),
        2
    );
    assert_eq!(
        read("notes.md", FERRY.as_bytes()).unwrap().paragraphs.len(),
        11
    );
}

#[test]
fn what_is_no_text_is_refused_with_its_reason() {
    for (name, bytes, expected) in [
        (
            "a.txt",
            b"".as_slice(),
            NoOriginal::NoText {
                why: NoStory::Empty,
            },
        ),
        (
            "a.txt",
            b"a\0b",
            NoOriginal::NoText {
                why: NoStory::Binary,
            },
        ),
        (
            "a.md",
            FERRY_STORY.as_bytes(),
            NoOriginal::Story {
                format: Format::Native,
            },
        ),
        (
            "a.geojson",
            br#"{"type": "FeatureCollection", "features": []}"#,
            NoOriginal::Story {
                format: Format::GeoJson,
            },
        ),
        (
            "a.txt",
            "long ".repeat(LARGEST / 4).as_bytes(),
            NoOriginal::TooLong,
        ),
        (
            "a.txt",
            "long ".repeat(7_000).as_bytes(),
            NoOriginal::LongParagraph,
        ),
    ] {
        assert_eq!(read(name, bytes), Err(expected), "{name}");
    }
}

#[test]
fn what_would_turn_the_text_around_it_is_shown_as_such() {
    let original = read("a.txt", "One\ttwo \u{202E}eerht\u{7}.".as_bytes()).unwrap();
    assert_eq!(original.paragraphs, ["One two \u{FFFD}eerht\u{FFFD}."]);
}
