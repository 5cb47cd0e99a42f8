//! GeoJSON of other tools.

use dateline::format::{self, NoStory};
use dateline::story::problem::Term;

use crate::support::{GEOJSON, dates, places, read, text, titles, told, topics};

#[test]
fn points_are_places_with_passages_and_lines_connect_them() {
    let reading = read("wells.geojson", GEOJSON);
    let story = &reading.story;

    assert_eq!(story.title.text, "Wells");
    assert_eq!(
        titles(story),
        ["Upper well", "Lower well", "Turned around", "A remark"]
    );
    assert_eq!(places(story), ["Upper well", "Lower well"]);
    assert_eq!(
        text(story, "Upper well"),
        [
            "[Upper well](#upper-well)",
            "Dug in 1890.",
            "Dry since <2003>.",
            "[example.org/well.jpg](https://example.org/well.jpg)"
        ]
    );
    assert_eq!(topics(story, "Upper well"), ["water", "hills"]);
    assert_eq!(topics(story, "Lower well"), ["water", "valley"]);
    let (first, _) = story.passages().next().unwrap();
    assert_eq!(dates(story, first), ["1890"]);
    let (_, connection) = story.connections().next().unwrap();
    assert_eq!(
        (
            connection.name.text.as_str(),
            story.place(connection.to).name.text.as_str()
        ),
        ("The pipe", "Lower well")
    );
    assert_eq!(story.connections().len(), 1);
}

#[test]
fn what_is_not_shown_is_told_with_its_line() {
    let reading = read("wells.geojson", GEOJSON);

    assert_eq!(
        told(&reading),
        [
            "9: a line is not shown that does not lead from one place of the file to another: A path",
            "10: a polygon is not shown: The forest",
            "11: 120.6 is no latitude that the map can show",
            "13: a feature without content is left out",
        ]
    );
    assert!(reading.problems[2].remedy().contains("may be swapped"));
}

#[test]
fn positions_of_another_system_are_left_out() {
    let crs = r#""crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},"#;
    let reading = read("a.geojson", GEOJSON.replace("\"name\": \"Wells\",", crs));

    assert_eq!(reading.story.places().len(), 0);
    assert!(
        told(&reading)[0].contains("EPSG::28992"),
        "{:?}",
        told(&reading)
    );

    let degrees = crs.replace("EPSG::28992", "OGC:1.3:CRS84");
    let reading = read(
        "a.geojson",
        GEOJSON.replace("\"name\": \"Wells\",", &degrees),
    );
    assert_eq!(reading.story.places().len(), 2);
}

#[test]
fn a_single_feature_or_geometry_is_a_story() {
    let point = r#"{"type": "Point", "coordinates": [10, 50]}"#;
    let story = read("well.geojson", point).story;
    assert_eq!(
        (story.title.text.as_str(), places(&story)),
        ("well", vec!["50, 10"])
    );

    let feature =
        format!(r#"{{"type": "Feature", "geometry": {point}, "properties": {{"name": "Well"}}}}"#);
    assert_eq!(titles(&read("a.json", feature).story), ["Well"]);
    let polygon = r#"{"type": "Polygon", "coordinates": [[[0,0],[1,1],[0,1],[0,0]]]}"#;
    let why = NoStory::Nothing { what: Term::Points };
    assert_eq!(format::read(polygon.as_bytes()), Err(why));
}

#[test]
fn a_longitude_beyond_the_antimeridian_comes_round() {
    let point = r#"{"type": "Point", "coordinates": [190, -17]}"#;
    let story = read("a.geojson", point).story;
    assert_eq!(story.places().next().unwrap().1.lon, -170.0);
}
