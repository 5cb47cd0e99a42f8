//! What it means to survive a file of a stranger.

use std::path::Path;

use dateline::format::html::{self, HtmlOptions};
use dateline::format::{self, Format, Reading, native, report};
use dateline::story::Story;

/// Reads the bytes and writes the report, as `dateline check` does; none where they are no story.
pub fn survived(name: &str, bytes: &[u8]) -> Option<Reading> {
    let reading = format::read_named(Some(Path::new(name)), bytes).ok()?;
    for problem in &reading.problems {
        if let Some(span) = &problem.span {
            assert!(
                reading.text.get(span.range()).is_some(),
                "{name}: {problem:?}"
            );
        }
    }
    report(name.as_ref(), &reading.text, &reading.problems);
    Some(reading)
}

/// The same, and all that can be written of the story.
pub fn comes_back(name: &str, bytes: &[u8]) {
    if let Some(reading) = survived(name, bytes) {
        is_written(&reading.story);
    }
}

/// Whatever a story holds, it can be written in every format, and what was written can be read.
pub fn is_written(story: &Story) {
    let again = format::read(native::write(story).as_bytes());
    let again = again.map(|reading| reading.story.passages().len());
    assert_eq!(again, Ok(story.passages().len()), "passages");
    for language in story.languages().skip(1) {
        assert!(
            native::write_translation(story, language).is_some(),
            "{language}"
        );
    }
    for (format, name) in [
        (Format::StoryMapJs, "a.json"),
        (Format::GeoJson, "a.geojson"),
        (Format::Kml, "a.kml"),
        (Format::Csv, "a.csv"),
    ] {
        let text = format::write(format, story).unwrap_or_default();
        // One without a title, a text and a place is none to another program.
        survived(name, text.as_bytes());
    }
    let options = HtmlOptions {
        languages: story.languages().collect(),
        image: &|_| None,
    };
    let page = html::write(story, &options);
    assert!(page.ends_with("</html>\n"), "a page");
}
