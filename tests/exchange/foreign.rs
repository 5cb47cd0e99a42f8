//! Files as other tools write them, opened as a reader would: titles, texts, places and order are those of the tool.

use crate::support::{dates, places, read, text, titles, told, topics};

macro_rules! sample {
    ($name:literal) => {
        read($name, include_bytes!(concat!("samples/", $name)))
    };
}

#[test]
fn a_storymap_of_2014_with_html_everywhere() {
    let reading = sample!("storymap_2014.json");
    let story = &reading.story;

    assert_eq!(told(&reading), [] as [&str; 0]);
    assert_eq!(
        (story.title.text.as_str(), story.language.as_str()),
        ("The Silk of Lyon", "fr")
    );
    assert_eq!(
        titles(story),
        ["1466 An order nobody wants", "Two weavers", "Why silk?"]
    );
    assert_eq!(places(story), ["Lyon, France", "Turin"]);
    assert_eq!(
        text(story, "1466 An order nobody wants"),
        [
            "[Lyon, France](#lyon-france)",
            "In 1466 the king orders silk to be woven *here*,\u{a0}not in Italy.",
            "The merchants of\u{a0}Lyon refuse at first.",
            "[www.youtube.com/watch](http://www.youtube.com/watch?v=abcdefghijk)",
        ]
    );
}

#[test]
fn a_map_of_umap_has_its_layers_as_topics_and_its_marks_as_text() {
    let reading = sample!("umap_layers.umap");
    let story = &reading.story;

    assert_eq!(
        told(&reading),
        [
            "10: a polygon is not shown: Old town",
            "12: `https://example.org/live.geojson` is not fetched: a story opens no connection by itself",
        ]
    );
    assert_eq!(story.title.text, "Bakeries of the old town");
    assert_eq!(titles(story), ["Woerlé", "Westermann", "Christian"]);
    assert_eq!(topics(story, "Woerlé"), ["Bread"]);
    assert_eq!(topics(story, "Christian"), ["Sweets"]);
    assert_eq!(
        text(story, "Christian"),
        [
            "[Christian](#christian)",
            "**Cakes**",
            "- chocolate",
            "- plum",
            "- opened: 1960"
        ]
    );
    assert_eq!(story.connections().len(), 1, "the way between two");
}

#[test]
fn what_was_drawn_at_geojson_io() {
    let reading = sample!("geojson_io.geojson");
    let story = &reading.story;

    assert_eq!(
        told(&reading),
        [
            "19: a feature without content is left out",
            "36: a polygon is not shown: Common land"
        ]
    );
    assert_eq!(titles(story), ["Bus stop", "Common land"]);
    assert_eq!(
        text(story, "Bus stop"),
        ["[Bus stop](#bus-stop)", "The first bus leaves at 5:40."],
        "nothing of how the marker is drawn"
    );
}

#[test]
fn a_layer_of_arcgis_with_columns_in_capitals() {
    let reading = sample!("arcgis.geojson");
    let story = &reading.story;

    assert_eq!(told(&reading), [] as [&str; 0]);
    assert_eq!(story.title.text, "Lighthouses of the North");
    assert_eq!(titles(story), ["Fanad Head", "Valentia"]);
    assert_eq!(
        text(story, "Fanad Head"),
        [
            "[Fanad Head](#fanad-head)",
            "First lit in **1817**.",
            "[example.org/fanad.jpg](https://example.org/fanad.jpg)",
            "- YEAR_BUILT: 1817",
            "- HEIGHT_M: 22.5",
        ]
    );
    assert_eq!(
        titles(&sample!("esri.json").story),
        ["Fanad Head"],
        "Esri's own JSON"
    );
}

#[test]
fn metres_of_the_maps_on_the_web_are_understood() {
    let json = r#"{"geometryType":"esriGeometryPoint","spatialReference":{"wkid":102100,"latestWkid":3857},
        "features":[{"attributes":{"Name":"Bijie"},"geometry":{"x":11720405.0,"y":3161733.0}}]}"#;
    let story = read("a.json", json).story;

    let (_, place) = story.places().next().unwrap();
    assert!(
        (place.lat - 27.302).abs() < 0.01 && (place.lon - 105.286).abs() < 0.01,
        "{place:?}"
    );
}

#[test]
fn a_folder_of_google_earth_with_a_tour() {
    let reading = sample!("earth_tour.kml");
    let story = &reading.story;

    assert_eq!(
        told(&reading),
        [
            "27: nothing says what the image `files/dam 1.jpg` shows",
            "47: a track is not shown: Flight"
        ]
    );
    assert_eq!(story.title.text, "Rivers of the west");
    assert_eq!(
        titles(story),
        ["The mouth", "The dam"],
        "in the tour's order"
    );
    assert_eq!(topics(story, "The dam"), ["Works"]);
    assert_eq!(topics(story, "The mouth"), [] as [&str; 0]);
}

#[test]
fn a_project_of_google_earth_on_the_web_with_its_pictures() {
    let reading = sample!("earth_web.kml");

    assert_eq!(told(&reading), [] as [&str; 0]);
    assert_eq!(
        titles(&reading.story),
        ["Congo Square", "Full-screen slide"]
    );
    assert_eq!(
        text(&reading.story, "Congo Square"),
        [
            "[Congo Square](#congo-square)",
            "Drums on **Sunday** afternoons.",
            "It is a park now.",
            "[example.org/congo.jpg](https://example.org/congo.jpg)",
        ]
    );
}

#[test]
fn a_layer_of_my_maps_says_nothing_twice() {
    let reading = sample!("my_maps.kml");
    let story = &reading.story;

    assert_eq!(told(&reading), [] as [&str; 0]);
    assert_eq!(
        text(story, "Marché d'Aligre"),
        [
            "[Marché d'Aligre](#place-1)",
            "[mymaps.usercontent.google.com/…/abc](https://mymaps.usercontent.google.com/hostedimage/abc?fife)",
            "Day: Sunday\nRemark: Come early.\nThe fish is gone by ten.\nSite: [http://example.org/aligre](http://example.org/aligre)",
        ]
    );
    assert_eq!(
        topics(story, "Point 2"),
        [] as [&str; 0],
        "a layer without a name is none"
    );

    let table = sample!("my_maps.csv");
    assert_eq!(places(&table.story), ["Marché d'Aligre", "Hôtel de Ville"]);
    assert_eq!(
        table.problems.len(),
        2,
        "the line and the polygon are told: {:?}",
        told(&table)
    );
}

#[test]
fn a_map_tour_as_a_table() {
    let reading = sample!("map_tour.csv");

    assert_eq!(told(&reading), [] as [&str; 0]);
    assert_eq!(
        text(&reading.story, "Pier 7"),
        [
            "[Pier 7](#pier-7)",
            "Boards & boats. Built in 1901.",
            "Open all day.",
            "[example.org/pier7.jpg](https://example.org/pier7.jpg)",
        ]
    );
}

#[test]
fn a_table_from_a_chinese_excel_in_both_of_its_encodings() {
    for (reading, encoding) in [
        (sample!("excel_zh.csv"), "GBK"),
        (sample!("excel_zh_unicode.txt"), "UTF-16"),
    ] {
        let story = &reading.story;

        assert_eq!(
            told(&reading),
            [format!(
                "0: the file is not in UTF-8 and was read as {encoding}"
            )]
        );
        assert_eq!(story.language, "zh", "as most of it is");
        assert_eq!(
            titles(story),
            ["茶马古道的起点", "马帮歇脚", "没有地点的一段"]
        );
        assert_eq!(places(story), ["普洱", "大理"]);
        assert_eq!(topics(story, "茶马古道的起点"), ["茶叶", "贸易"]);
        let (second, _) = story.passages().nth(1).unwrap();
        assert_eq!(dates(story, second), ["1910-05-01"]);
        assert_eq!(
            text(story, "茶马古道的起点")[2],
            "![旧驿站](images/puer.jpg \"旧驿站 | 张三\")"
        );
    }
}
