//! Fault C: a file that can be read, and says what cannot be.
//!
//! All the sentences, and where they point, are in `story_problems.rs`.

use dateline::format;
use dateline::story::Story;

use crate::stories::{file, read, story, told};
use crate::support::{Window, window_of};

/// A story with places of these positions, each with a passage of its own.
fn at(positions: &[(&str, &str)]) -> Story {
    let place = |(n, (lat, lon)): (usize, &(&str, &str))| {
        format!("[[place]]\nid = \"p{n}\"\nname = \"Place {n}\"\nlat = {lat}\nlon = {lon}\n")
    };
    let places: String = positions.iter().enumerate().map(place).collect();
    let mention = |n| format!("## Passage {n}\nAt [Place {n}](#p{n}).\n");
    let mentions: Vec<String> = (0..positions.len()).map(mention).collect();
    let mentions = mentions.concat();
    read(&format!(
        "+++\nformat = 1\ntitle = \"Title\"\n{places}+++\n{mentions}"
    ))
    .story
}

fn opened(story: Story) -> Window {
    window_of(story, [1280.0, 800.0])
}

#[test]
fn a_latitude_that_is_no_number_leaves_the_place_out() {
    let reading = read(&file("", "").replace("27.3", "nan"));
    assert_eq!(reading.story.places().len(), 0);
    assert!(
        told(&reading)[0].contains("NaN is no latitude"),
        "{:?}",
        told(&reading)
    );
    let table = "title,lat,lon\na,nan,1\nb,1,2\n";
    let reading = format::read_named(Some("a.csv".as_ref()), table.as_bytes()).unwrap();
    assert_eq!(reading.story.places().len(), 1);
}

#[test]
fn a_position_out_of_range_leaves_the_place_out() {
    for (lat, lon) in [("90", "0"), ("-86", "0"), ("0", "180.1"), ("inf", "0")] {
        assert_eq!(at(&[(lat, lon)]).places().len(), 0, "{lat} {lon}");
    }
}

#[test]
fn swapped_latitude_and_longitude_are_suspected() {
    let reading = read(
        &file("", "")
            .replace("27.3", "105.28")
            .replace("lon = 105.28", "lon = 27.3"),
    );
    assert!(
        told(&reading)[0].ends_with("latitude and longitude may be swapped"),
        "{:?}",
        told(&reading)
    );
}

#[test]
fn of_two_things_with_one_id_the_first_is_kept() {
    let again = "[[place]]\nid = \"bijie\"\nname = \"Other\"\nlat = 1\nlon = 2";
    let reading = story(again, "[Bijie](#bijie)");
    assert_eq!(reading.story.places().len(), 1);
    assert!(reading.has_faults(), "{:?}", told(&reading));
}

#[test]
fn references_that_lead_nowhere_are_told_and_left_out() {
    let front = "[[connection]]\nid = \"c\"\nfrom = \"bijie\"\nto = \"nowhere\"\n\
        [[event]]\nid = \"e\"\nname = \"E\"\ndate = 2022\npassage = \"gone\"\nplaces = [\"lost\"]\nactors = [\"nobody\"]";
    let reading = story(front, "[a](#none)");
    for id in ["nowhere", "gone", "lost", "nobody", "none"] {
        let sentence = format!("nothing here has the id `{id}`");
        assert!(
            told(&reading).iter().any(|told| told.contains(&sentence)),
            "{id}"
        );
    }
    opened(reading.story);
}

#[test]
fn the_30th_of_february_2022_is_no_date() {
    for date in [
        "2022-02-30",
        "\"2022-02-30\"",
        "2022-13-01",
        "\"2021-02-29\"",
    ] {
        let front = format!("[[event]]\nid = \"e\"\nname = \"E\"\ndate = {date}");
        let reading = story(&front, "");
        assert!(reading.has_faults(), "{date}");
        assert!(
            reading
                .story
                .events()
                .all(|(_, event)| event.date.to_string() != "2022-02-30"),
            "{date}"
        );
    }
}

#[test]
fn a_story_without_a_place_opens() {
    let story = at(&[]);
    assert_eq!(story.places().len(), 0);
    opened(story);
}

#[test]
fn a_story_of_one_place_opens_and_shows_it() {
    for (lat, lon) in [("0", "0"), ("85.0511", "180"), ("-85.0511", "-180")] {
        assert!(opened(at(&[(lat, lon)])).shows("Place 0"), "{lat} {lon}");
    }
}

#[test]
fn places_at_one_point_are_told_apart() {
    let mut window = opened(at(&[("10", "20"); 3]));
    assert!(window.shows_containing("3"), "a group of three");
    for n in 0..3 {
        let place = window.place(&format!("p{n}"));
        assert_eq!(window.story().passages_of_place(place).len(), 1);
    }
    window.settle();
}

#[test]
fn places_on_both_sides_of_the_antimeridian_show_together() {
    let window = opened(at(&[("-17", "179.5"), ("-18", "-179.5"), ("-17.5", "180")]));
    for n in 0..2 {
        assert!(window.shows(&format!("Place {n}")), "{n}");
    }
}
