//! Which format a file is in: what it says counts, whatever it is called.

use dateline::format::{self, Format, NoStory};

use crate::support::{CHAPTERS, GEOJSON, KML, NEW_STORYMAP};

const NATIVE: &str = "+++\nformat = 1\ntitle = \"T\"\n+++\n# P\n";

#[test]
fn a_file_is_known_by_what_it_says() {
    for (text, known) in [
        (NATIVE, Format::Native),
        (NEW_STORYMAP, Format::StoryMapJs),
        (GEOJSON, Format::GeoJson),
        (KML, Format::Kml),
        (CHAPTERS, Format::Csv),
    ] {
        for name in ["a.json", "a.csv", "a.kml", "a.txt", "a"] {
            let found = format::detect(Some(name.as_ref()), text.as_bytes());
            assert_eq!(found, Ok(known), "{name}");
        }
        let marked = format!("\u{FEFF}\n{text}");
        assert_eq!(format::detect(None, marked.as_bytes()), Ok(known));
    }
}

#[test]
fn what_is_none_of_them_says_why() {
    let other_json = NoStory::OtherJson;
    for (name, text, why) in [
        ("a.json", "{\"a\": 1}", other_json.clone()),
        ("a.json", "[1]", other_json.clone()),
        ("a.json", "\"x\"", other_json),
        (
            "a.json",
            "{\"storymap\": {\n\"slides\": [}",
            NoStory::BrokenJson {
                line: 2,
                column: 12,
            },
        ),
        ("a.html", "<!doctype html><p>", NoStory::WebPage),
        (
            "a.gpx",
            "<?xml version='1.0'?><!-- x --><gpx/>",
            NoStory::OtherXml,
        ),
        ("a.csv", "x", NoStory::NoColumns),
        ("a.zip", "PK\u{3}\u{4}", NoStory::BrokenArchive),
        ("a.md", "# A heading", NoStory::NoFrontMatter),
        (
            "a.md",
            "{\"type\": \"FeatureCollection\"}",
            NoStory::NoFrontMatter,
        ),
        ("a.png", "\u{89}PNG\0\0", NoStory::Binary),
    ] {
        let read = format::read_named(Some(name.as_ref()), text.as_bytes());
        assert_eq!(read, Err(why.clone()), "{name}: {text}");
        assert!(!why.remedy().is_empty(), "{why:?}");
    }
}
