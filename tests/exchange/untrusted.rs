//! Files of strangers: cut, changed, too large, too deep, packed to explode. Nothing panics and nothing takes long.
//! Random changes are in `tests/faults/mutations.rs`.

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use dateline::format::{self, LARGEST_FILE, NoStory, Reading};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::random::Random;
use crate::support::{CHAPTERS, GEOJSON, KML, NEW_STORYMAP, OLD_STORYMAP, titles, told};
use crate::survival::survived;

const SAMPLES: [(&str, &str); 5] = [
    ("old.json", OLD_STORYMAP),
    ("new.json", NEW_STORYMAP),
    ("a.geojson", GEOJSON),
    ("a.kml", KML),
    ("a.csv", CHAPTERS),
];

/// Whether there is a story in the bytes, of which all can be told.
fn survive(name: &str, bytes: &[u8]) -> bool {
    survived(name, bytes).is_some()
}

fn soon<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{what} took {took:?}");
    done
}

#[test]
fn a_sample_cut_at_any_byte_is_survived() {
    for (name, sample) in SAMPLES {
        for end in 0..sample.len() {
            survive(name, &sample.as_bytes()[..end]);
        }
    }
}

#[test]
fn deep_nesting_is_survived() {
    let deep = 200_000;
    let slide = |text: &str| {
        let text = serde_json::to_string(text).unwrap();
        format!("{{\"slides\": [{{\"text\": {{\"headline\": \"a\", \"text\": {text}}}}}]}}")
    };
    for (name, text) in [
        ("a.json", "[".repeat(deep)),
        ("b.json", "{\"slides\":".repeat(deep)),
        (
            "c.json",
            format!("{{\"slides\": {}{}}}", "[".repeat(deep), "]".repeat(deep)),
        ),
        ("d.json", slide(&"<b><i>a".repeat(deep))),
        ("e.json", slide(&"<ul><li>".repeat(deep))),
        ("f.json", slide(&"<blockquote>x".repeat(deep))),
        (
            "g.json",
            slide(&"<a href='https://a.b'><span data-place='a'>".repeat(deep / 2)),
        ),
        (
            "h.json",
            format!(
                "{}{}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(deep),
                "]}".repeat(deep)
            ),
        ),
        ("a.kml", "<kml>".repeat(deep)),
        ("b.kml", format!("<kml>{}", "<Folder/>".repeat(deep * 4))),
        ("c.kml", format!("<kml>{}", "&".repeat(deep))),
        ("d.kml", format!("<kml {}", "a='b' ".repeat(deep))),
        ("a.csv", format!("title,text\n{}", "\"".repeat(deep))),
        ("b.csv", format!("title,text\n{}", ",".repeat(deep))),
        ("c.csv", format!("title,text{}\n", ",a".repeat(deep))),
    ] {
        soon(name, || survive(name, text.as_bytes()));
    }
}

#[test]
fn many_features_are_read_up_to_the_limit() {
    let point = |n: usize| {
        format!(
            "{{\"type\":\"Feature\",\"geometry\":{{\"type\":\"Point\",\"coordinates\":[{},2]}},\"properties\":{{\"name\":\"P{n}\"}}}}",
            n as f64 / 1000.0
        )
    };
    let features: Vec<_> = (0..110_000).map(point).collect();
    let json = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{}]}}",
        features.join(",")
    );

    let reading = soon("features", || format::read(json.as_bytes()).unwrap());

    assert_eq!(reading.story.places().len(), 100_000);
    let told = told(&reading);
    assert!(told[0].contains("more than 100000 features"), "{told:?}");
}

#[test]
fn what_could_be_quadratic_is_read_soon() {
    let points: Vec<_> = (0..90_000)
        .map(|n| format!("[{},{}]", n % 300, n / 3000))
        .collect();
    let cloud = format!(
        "{{\"type\":\"Feature\",\"properties\":{{\"name\":\"Cloud\"}},\"geometry\":{{\"type\":\"MultiPoint\",\"coordinates\":[{}]}}}}",
        points.join(",")
    );
    let linked = "<a href='https://a.b'>n</a> ".repeat(100_000);
    let words = format!(
        "{{\"slides\":[{{\"location\":{{\"lat\":1,\"lon\":2,\"name\":\"n\"}},\"text\":{{\"headline\":\"a\",\"text\":\"{linked}\"}}}}]}}"
    );
    let named = "name,lat,lon\n".to_owned() + &"same,1,2\n".repeat(90_000);
    let one_point: Vec<_> = (0..90_000).map(|n| format!("{n},{n},1,2\n")).collect();
    let one_point = one_point.concat();
    let folders = format!(
        "<kml>{}{}",
        "<Folder><name>f</name>".repeat(90),
        "<Placemark><name>p</name></Placemark>".repeat(60_000)
    );
    for (name, text) in [
        ("cloud.geojson", cloud),
        ("words.json", words),
        ("named.csv", named),
        ("one_point.csv", format!("title,place,lat,lon\n{one_point}")),
        ("folders.kml", folders),
    ] {
        assert!(soon(name, || survive(name, text.as_bytes())), "{name}");
    }
}

#[test]
fn a_link_leads_to_the_web_or_nowhere() {
    for address in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org",
        "#place",
        "http:",
        "https://a\u{202E}b",
        " ",
    ] {
        let json = serde_json::json!({"slides": [{"text": {
            "headline": "a", "text": format!("<p><a href=\"{address}\">words</a></p><img src=\"{address}\">")
        }, "location": {"lat": 1, "lon": 2}}]});
        let story = format::read(json.to_string().as_bytes()).unwrap().story;
        let web = story.passages().flat_map(|(_, passage)| &passage.blocks);
        let links: Vec<_> = web.flat_map(|block| block.prose().links()).collect();
        let to_web = links
            .iter()
            .filter(|(_, link)| matches!(link, dateline::story::Link::Web(_)));
        // A direction mark is not shown, so it may not lead anywhere either.
        assert_eq!(to_web.count(), 0, "{address}: {links:?}");
    }
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn packed(files: &[(&str, &[u8])]) -> Result<Reading, NoStory> {
    format::read_named(Some("packed.zip".as_ref()), &archive(files))
}

#[test]
fn the_story_in_an_archive_is_found() {
    let kmz = packed(&[
        ("other.kml", b"<kml/>"),
        ("files/doc.kml", b"x"),
        ("doc.kml", KML.as_bytes()),
    ]);
    assert_eq!(titles(&kmz.unwrap().story).len(), 4);

    let metadata =
        br#"{"title": "Exported", "draft_on": "2022-02-02", "published_on": "2022-01-01"}"#;
    let slides = br#"{"storymap": {"slides": [{"location": {"lat": 1, "lon": 2}, "text": {"headline": "", "text": "x"}}]}}"#;
    let story = packed(&[
        ("metadata.json", metadata),
        ("draft.json", OLD_STORYMAP.as_bytes()),
        ("published.json", slides),
        ("draft.html", b"<html>"),
        ("_images/a.png", b""),
    ])
    .unwrap();
    assert_eq!(story.story.passages().len(), 1);
    assert_eq!(told(&story).len(), 2, "{:?}", told(&story));
    assert!(
        told(&story)[0].contains("its draft is newer"),
        "{:?}",
        told(&story)
    );

    let other = packed(&[
        ("a.txt", b"x"),
        ("../doc.kml", KML.as_bytes()),
        ("/x/doc.kml", b""),
    ]);
    assert_eq!(other, Err(NoStory::OtherArchive));
}

#[test]
fn an_archive_that_would_explode_is_refused() {
    let bomb = vec![b' '; 15 * 1024 * 1024];
    assert_eq!(
        packed(&[("doc.kml", &bomb)]),
        Err(NoStory::LargeArchive),
        "ratio"
    );
    let larger = vec![b' '; LARGEST_FILE + 1];
    assert_eq!(
        packed(&[("doc.kml", &larger)]),
        Err(NoStory::LargeArchive),
        "size"
    );
    let names: Vec<_> = (0..5_001).map(|n| format!("{n}.txt")).collect();
    let many: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), b"".as_slice()))
        .collect();
    assert_eq!(packed(&many), Err(NoStory::LargeArchive), "entries");
}

#[test]
fn a_broken_archive_is_survived() {
    let whole = archive(&[("doc.kml", KML.as_bytes()), ("a.png", b"x")]);
    for end in 0..whole.len() {
        survive("a.kmz", &whole[..end]);
    }
    let mut random = Random(0x21B);
    for _ in 0..2_000 {
        let mut bytes = whole.clone();
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            bytes[at] ^= 1 << random.below(8);
        }
        survive("a.kmz", &bytes);
    }
}
