//! What we write reads back as the same story, for what the format can carry.

use std::fmt::Write as _;

use dateline::format::{self, Format, Loss, losses};
use dateline::story::Story;
use dateline::texts::Texts;

use crate::support::{dates, line, read};

const FORMATS: [(Format, &str); 4] = [
    (Format::StoryMapJs, "a.json"),
    (Format::GeoJson, "a.geojson"),
    (Format::Kml, "a.kml"),
    (Format::Csv, "a.csv"),
];

/// Everything that the format carries, as lines.
fn carried(format: Format, story: &Story) -> String {
    let mut told = format!("{} ({})\n", story.title.text, story.language);
    let lines =
        |blocks: &[_]| -> Vec<_> { blocks.iter().map(|block| line(story, block)).collect() };
    writeln!(told, "{:?}", lines(&story.introduction)).unwrap();
    for (id, passage) in story.passages() {
        let date = dates(story, id).into_iter().next();
        writeln!(
            told,
            "# {} {{#{}}} {date:?}",
            passage.title.text, passage.key
        )
        .unwrap();
        writeln!(told, "{:?}", lines(&passage.blocks)).unwrap();
        if format != Format::StoryMapJs {
            for &topic in &passage.topics {
                writeln!(told, ".{}", story.topic(topic).name.text).unwrap();
            }
        }
    }
    let mut places = Vec::new();
    for (id, place) in story.places() {
        let position = format!(
            "{} {} {} {}",
            place.key, place.name.text, place.lat, place.lon
        );
        if format != Format::StoryMapJs {
            places.push(format!("{position} {}", place.note.text));
        } else if !story.passages_of_place(id).is_empty() {
            places.push(position);
        }
    }
    places.sort();
    writeln!(told, "{places:#?}").unwrap();
    if matches!(format, Format::GeoJson | Format::Kml) {
        for (_, connection) in story.connections() {
            let ends = [connection.from, connection.to].map(|id| &story.place(id).key);
            writeln!(told, "{} {ends:?}", connection.name.text).unwrap();
        }
    }
    told
}

fn comes_back(story: &Story) {
    for (format, name) in FORMATS {
        let written = format::write(format, story).unwrap();
        let again = read(name, &written);

        similar(
            &carried(format, story),
            &carried(format, &again.story),
            format,
        );
        assert_eq!(again.problems, [], "{format}");
        let twice = format::write(format, &again.story).unwrap();
        assert_eq!(twice, written, "{format}");
    }
}

/// The first line that differs, of what may be long.
fn similar(before: &str, after: &str, format: Format) {
    for (before, after) in before.lines().zip(after.lines()) {
        assert_eq!(before, after, "{format}");
    }
    assert_eq!(before.lines().count(), after.lines().count(), "{format}");
}

fn native(front: &str, body: &str) -> Story {
    let file = format!("+++\nformat = 1\ntitle = \"T\"\n{front}\n+++\n{body}\n");
    let reading = format::read(file.as_bytes()).unwrap();
    assert!(!reading.has_faults(), "{:?}", reading.problems);
    reading.story
}

fn place(id: &str, name: &str, lat: f64, lon: f64) -> String {
    format!("[[place]]\nid = \"{id}\"\nname = '''{name}'''\nlat = {lat:?}\nlon = {lon:?}\n")
}

#[test]
fn the_built_in_story_comes_back() {
    comes_back(&format::builtin().story);
}

#[test]
fn a_story_without_places_comes_back() {
    comes_back(&native("", "# Only words\n\nNo place at all."));
    comes_back(&native("", "# Nothing but a title"));
}

#[test]
fn places_at_the_edges_of_the_map_come_back() {
    let places = [
        place("east", "East", -17.0, 180.0),
        place("west", "West", 16.5, -180.0),
        place("zero", "Null Island", 0.0, 0.0),
        place("greenwich", "Greenwich", 51.476_852_123_456_7, 0.0),
        place("low", "Low", -85.0511, -0.000_001),
    ];
    let body = "# Round\n\nFrom [East](#east) to [West](#west).\n\n# Zero\n\n[Zero](#zero)\n\n# One\n\n[Greenwich](#greenwich), [low](#low)";
    let line = "[[connection]]\nfrom = \"east\"\nto = \"west\"\n";
    comes_back(&native(&(places.concat() + line), body));
}

#[test]
fn odd_characters_come_back() {
    let names = [
        "毕节市",
        "O'Brien & \"Sons\" <Ltd>",
        "👩‍👩‍👧‍👦 Family",
        "=SUM(A1)",
        "-5 degrees",
        "a;b,c\\d",
        "]]>",
        "&amp;nbsp;",
        "{#id}",
        "naïve café",
        "مدينة",
    ];
    let places: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(index, name)| place(&format!("p{index}"), name, f64::from(index as u32), 100.25))
        .collect();
    let passages: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let escaped: String = name.chars().flat_map(|c| ['\\', c]).filter(|c| *c != '\\').collect();
            let words = escaped
                .replace('&', "\\&")
                .replace('<', "\\<")
                .replace('#', "\\#")
                .replace(']', "\\]");
            format!("# {words}\n\nIn **[{words}](#p{index}) and *on***, said {words}.\n\n> {words}\\\n> and more\n\n- {words}\n- two\n\nafter\n\n> [!NOTE]\n> Ours: [web](https://example.org/?a=1&b=%22x%22).\n\n")
        })
        .collect();
    comes_back(&native(&places.concat(), &passages.concat()));
}

#[test]
fn images_below_the_storys_folder_come_back() {
    let body = "# One\n\n![A \"harbour\"](<images/old 100% #1.png> \"The *harbour* | A. Person\")\n\nText.\n\n![Two](b.jpg \"Second\")\n\n# Three\n\nText.\n\n![Only](c.jpg)";
    comes_back(&native("", body));
}

#[test]
fn places_that_share_a_point_or_a_name_come_back() {
    let places = [
        place("town", "Town", 10.0, 10.0),
        place("hall", "Hall", 10.0, 10.0),
        place("other", "Town", 20.0, 10.0),
        place("nobodys", "Named nowhere", 30.0, 10.0),
    ];
    let body =
        "# A\n\n[Town](#town), [Hall](#hall), [Town](#other)\n\n# B\n\nIn [town](#town) again.";
    comes_back(&native(&places.concat(), body));
}

#[test]
fn ten_thousand_passages_come_back() {
    let places: Vec<_> = (0..500)
        .map(|n| {
            place(
                &format!("p{n}"),
                &format!("Place {n}"),
                f64::from(n) / 10.0,
                f64::from(n) / 5.0,
            )
        })
        .collect();
    let passages: Vec<_> = (0..10_000)
        .map(|n| {
            format!(
                "# Passage {n} {{#passage-{n}}}\n\nAt [place](#p{}) it was {n}.\n\n",
                n % 500
            )
        })
        .collect();
    let story = native(&places.concat(), &passages.concat());
    for (format, name) in FORMATS {
        let again = read(name, format::write(format, &story).unwrap()).story;
        similar(&carried(format, &story), &carried(format, &again), format);
    }
}

#[test]
fn what_a_format_cannot_carry_is_listed_before() {
    let story = format::builtin().story;
    let texts = Texts::of("en");
    let listed = |format| -> Vec<_> {
        losses(format, &story)
            .iter()
            .map(|loss| texts.loss(loss))
            .collect()
    };

    let map = listed(Format::StoryMapJs);
    for loss in [
        "9 modules",
        "7 topics",
        "3 connections",
        "the Chinese text (zh)",
    ] {
        assert!(map.iter().any(|told| told == loss), "{loss}: {map:?}");
    }
    let kml = listed(Format::Kml);
    for loss in ["7 topics", "3 connections"] {
        assert!(!kml.iter().any(|told| told == loss), "{loss}: {kml:?}");
    }
    assert_eq!(listed(Format::Native), [] as [&str; 0]);
    let bare = native("", "# Only words");
    for (format, _) in FORMATS {
        assert_eq!(losses(format, &bare), [] as [Loss; 0], "{format}");
    }
}
