//! KML and KMZ of other tools.

use dateline::format::{self, NoStory};
use dateline::story::problem::Term;

use crate::support::{KML, dates, places, read, text, titles, told, topics};

#[test]
fn placemarks_are_passages_in_the_order_of_the_tour() {
    let story = read("lights.kml", KML).story;

    assert_eq!(story.title.text, "Lights on the coast");
    assert_eq!(
        story.introduction[0].prose().text,
        "A walk from light to light."
    );
    assert_eq!(
        titles(&story),
        ["Ferry & pier", "New tower", "Old tower", "Broken"]
    );
    assert_eq!(places(&story), ["Old tower", "New tower", "Ferry & pier"]);
    assert_eq!(topics(&story, "New tower"), ["Towers", "Lit"]);
    assert_eq!(
        text(&story, "Old tower"),
        [
            "[Old tower](#old-tower)",
            "Built of stone.",
            "[The tower](https://example.org/tower.jpg)",
            "- height: 31 m",
            "- colour: white",
        ]
    );
    let (_, connection) = story.connections().next().unwrap();
    assert_eq!(connection.name.text, "Ferry line");
}

#[test]
fn moments_and_spans_of_time_are_events() {
    let story = read("lights.kml", KML).story;

    let events: Vec<_> = story
        .events()
        .map(|(_, event)| (event.date.to_string(), event.context.text.as_str()))
        .collect();
    assert_eq!(
        events,
        [
            ("1850-06-01".to_owned(), "1850-06-01 – 1921"),
            ("1930-01-02".to_owned(), "")
        ]
    );
    let (new_tower, _) = story.passages().nth(1).unwrap();
    assert_eq!(dates(&story, new_tower), ["1930-01-02"]);
}

#[test]
fn what_is_not_shown_or_fetched_is_told_with_its_line() {
    assert_eq!(
        told(&read("lights.kml", KML)),
        [
            "18: a polygon is not shown: Shoal",
            "19: `here` is no position in degrees",
            "20: `http://example.org/more.kml` is not fetched: a story opens no connection by itself",
        ]
    );
}

#[test]
fn a_tour_may_name_its_placemarks() {
    let (before, _) = KML.split_once("<gx:Tour>").unwrap();
    let opened = |id| {
        format!(
            "<gx:AnimatedUpdate><Update><targetHref/><Change><Placemark targetId=\"{id}\"><gx:balloonVisibility>1</gx:balloonVisibility></Placemark></Change></Update></gx:AnimatedUpdate>"
        )
    };
    let tour = format!(
        "{before}<gx:Tour><gx:Playlist>{}{}{}</gx:Playlist></gx:Tour></Document></kml>",
        opened("b"),
        opened("a"),
        opened("nothing")
    );

    let story = read("lights.kml", tour).story;
    assert_eq!(
        titles(&story),
        ["New tower", "Old tower", "Ferry & pier", "Broken"]
    );
}

#[test]
fn a_file_that_breaks_off_is_read_up_to_there() {
    let (start, _) = KML.split_once("<Placemark><name>Shoal").unwrap();
    let reading = read("lights.kml", start);

    assert_eq!(titles(&reading.story).len(), 3);
    assert!(
        told(&reading)
            .last()
            .unwrap()
            .contains("from here on the file was not read"),
        "{:?}",
        told(&reading)
    );
}

#[test]
fn entities_that_the_file_defines_are_not_expanded() {
    let bomb = "<!DOCTYPE kml [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>N</name><description>&a;&b;</description></Placemark></kml>";
    let reading = read("a.kml", bomb);

    assert_eq!(text(&reading.story, "N"), ["&a;&b;"]);
    assert_eq!(told(&reading).len(), 1);
}

#[test]
fn a_kml_of_another_kind_of_xml_is_none() {
    assert_eq!(format::read(b"<gpx><wpt/></gpx>"), Err(NoStory::OtherXml));
    assert_eq!(
        format::read(b"<!DOCTYPE html><html>"),
        Err(NoStory::WebPage)
    );
    let why = NoStory::Nothing {
        what: Term::Placemarks,
    };
    assert_eq!(format::read(b"<kml><Document/></kml>"), Err(why));
}
