//! The map of a story as a picture.

use std::collections::BTreeMap;

use dateline::format;
use dateline::format::picture::{NotDrawn, PictureOptions, PictureSize, write};
use dateline::story::Story;
use image::{Rgb, RgbImage};

use crate::any_story;
use crate::support::read;

fn picture(story: &Story, size: &str, languages: &[&str], dark: bool) -> RgbImage {
    let options = PictureOptions {
        size: size.parse().unwrap(),
        languages: languages.to_vec(),
        dark,
    };
    let png = write(story, &options).unwrap();
    image::load_from_memory(&png).unwrap().into_rgb8()
}

/// How many pixels have each color.
fn colors(picture: &RgbImage) -> BTreeMap<[u8; 3], usize> {
    let mut colors = BTreeMap::new();
    for &Rgb(color) in picture.pixels() {
        *colors.entry(color).or_default() += 1;
    }
    colors
}

#[test]
fn the_map_has_sea_land_and_markers_at_the_size_asked_for() {
    let story = format::builtin().story;
    for (size, dark, sea, land, marker) in [
        ("640x400", false, 0xd3_df_e0, 0xf5_f1_e7, 0xb3_32_1c),
        ("300x520", true, 0x12_18_1b, 0x23_23_21, 0xf0_86_6f),
    ] {
        let picture = picture(&story, size, &["en", "zh"], dark);

        let (width, height) = picture.dimensions();
        assert_eq!(format!("{width}x{height}"), size);
        let colors = colors(&picture);
        let share = |hex: u32| {
            let [_, color @ ..] = hex.to_be_bytes();
            colors.get(&color).copied().unwrap_or(0) as f64 / f64::from(width * height)
        };
        assert!(share(sea) > 0.05, "{size}: sea {}", share(sea));
        assert!(share(land) > 0.15, "{size}: land {}", share(land));
        assert!(share(marker) > 0.001, "{size}: markers {}", share(marker));
    }
}

#[test]
fn title_and_names_are_in_the_languages_asked_for() {
    let story = format::builtin().story;
    let [english, chinese, both] = [&["en"][..], &["zh"], &["en", "zh"]]
        .map(|languages| picture(&story, "480x480", languages, false));

    assert!(english != chinese && english != both && chinese != both);
    let again = picture(&story, "480x480", &["zh"], false);
    assert!(chinese == again, "the same picture each time");
}

#[test]
fn a_story_without_places_has_no_map() {
    let story = read("a.csv", "title,text\nA,b\n").story;
    let options = PictureOptions {
        size: PictureSize::default(),
        languages: Vec::new(),
        dark: false,
    };

    assert_eq!(write(&story, &options), Err(NotDrawn::NoPlaces));
}

#[test]
fn any_story_can_be_drawn_at_any_size() {
    for (seed, size) in (0..6).zip(["200x200", "1200x200", "200x900"].iter().cycle()) {
        let story = any_story::story(seed);
        if story.places().len() > 0 {
            let languages: Vec<_> = story.languages().collect();
            picture(&story, size, &languages, seed % 2 == 0);
        }
    }
}

#[test]
fn places_at_the_ends_of_the_world_are_on_the_map() {
    for positions in [
        "85,0",
        "-85,179.99",
        "0,-180\n0,180",
        "-85,-170\n85,170",
        "0,0\n0,0.00001",
    ] {
        let rows = positions.lines().map(|at| format!("P,t,{at}\n"));
        let table = format!("title,text,lat,lon\n{}", rows.collect::<String>());
        let story = read("a.csv", table).story;

        let picture = picture(&story, "260x240", &[], false);

        let markers = colors(&picture).get(&[0xb3, 0x32, 0x1c]).copied();
        assert!(markers.unwrap_or(0) > 60, "{positions}: {markers:?}");
    }
}
