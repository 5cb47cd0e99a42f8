//! Regions that the text names answer on the map; people lead to their page.

use dateline::format;
use dateline::regions::outline;
use dateline::settings::{Language, Settings};
use dateline::story::Item;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::{By, Queryable as _};

use crate::support::{Window, opened, start, window, window_of};

/// As the text and as the heading call it, its id in the story, and the paragraphs that name it.
const REGIONS: [(&str, &str, &str, &[u32]); 5] = [
    ("Guizhou", "Guizhou 贵州", "guizhou", &[6, 13, 14]),
    ("Jiangsu", "Jiangsu 江苏", "jiangsu", &[2]),
    ("Zhejiang", "Zhejiang 浙江", "zhejiang", &[14]),
    ("China", "China 中国", "china", &[4, 6, 13]),
    ("Netherlands", "The Netherlands 荷兰", "netherlands", &[10]),
];

fn region(window: &Window, key: &str) -> Option<Item> {
    window.story().find(key)
}

/// The first link of that name in the text.
fn link<'a>(window: &'a Window, name: &'a str) -> Node<'a> {
    let mut links = window
        .harness
        .query_all(By::new().role(Role::Link).label(name));
    links.next().unwrap()
}

fn scroll_to_link(window: &mut Window, name: &str) {
    link(window, name).scroll_to_me();
    window.harness.run_steps(40);
}

fn click_link(window: &mut Window, name: &str) {
    scroll_to_link(window, name);
    link(window, name).click();
    window.settle();
}

fn map(window: &Window) -> Rect {
    window.harness.get_by_role(Role::Canvas).rect()
}

#[test]
fn each_region_opens_its_page_and_escape_goes_back() {
    for (name, heading, key, paragraphs) in REGIONS {
        let mut window = window();

        click_link(&mut window, name);

        assert_eq!(window.selection(), region(&window, key), "{name}");
        assert_eq!(window.paragraphs(), paragraphs, "{name}");
        assert!(window.shows(heading), "{heading}");

        window.key(Key::Escape);
        assert_eq!(window.selection(), None);
        assert_eq!(window.paragraphs().len(), 14);
    }
}

#[test]
fn a_selected_region_is_named_near_the_middle_of_the_map_and_has_no_marker() {
    for (name, heading, _, _) in REGIONS {
        let mut window = window();
        click_link(&mut window, name);

        let spoken = heading
            .split_once(|c: char| !c.is_ascii())
            .unwrap()
            .0
            .trim();
        let shown = format!("{spoken}, shown on the map");
        let at = window.harness.get_by_label(&shown).rect().center();
        let map = map(&window);
        assert!(
            at.distance(map.center()) < map.height() / 3.0,
            "{name} at {at}"
        );
        let buttons = window.labels(Role::Button);
        let marker = format!("{spoken}, ");
        assert!(!buttons.iter().any(|label| label.starts_with(&marker)));
        assert!(
            !window
                .labels(Role::CheckBox)
                .iter()
                .any(|chip| chip.starts_with(&marker))
        );
    }
}

#[test]
fn a_region_under_the_pointer_or_the_focus_shows_on_the_map_until_it_is_left() {
    let mut window = window();
    scroll_to_link(&mut window, "China");
    assert!(!window.shows("China, shown on the map"));

    link(&window, "China").hover();
    window.settle();
    assert!(window.shows("China, shown on the map"));
    assert_eq!(window.selection(), None, "the map stays where it is");

    window.click("Dateline");
    assert!(!window.shows("China, shown on the map"));

    link(&window, "China").focus();
    window.settle();
    assert!(window.shows("China, shown on the map"));
    window.key(Key::Enter);
    assert_eq!(window.selection(), region(&window, "china"));
}

#[test]
fn the_map_shows_all_of_a_region() {
    let mut window = window();
    click_link(&mut window, "China");
    // All places of the story in China, the farthest of them 3,000 km apart.
    for marker in [
        "Beijing, 2 passages",
        "Hangzhou, 1 passage",
        "Lianyungang, 1 passage",
    ] {
        let at = window.harness.get_by_label(marker).rect().center();
        assert!(map(&window).contains(at), "{marker}");
    }
    assert!(!window.shows("Amsterdam, 1 passage"));

    window.key(Key::Escape);
    click_link(&mut window, "Netherlands");
    assert!(window.shows("Amsterdam, 1 passage"));
    assert!(
        !window.shows("Beijing, 2 passages"),
        "not half the world for its islands"
    );
}

#[test]
fn the_filters_work_on_a_regions_page() {
    let mut window = window();
    click_link(&mut window, "Guizhou");

    window.click("Policy, 2");

    assert_eq!(window.selection(), region(&window, "guizhou"));
    assert_eq!(window.paragraphs(), [13, 14]);
    assert!(window.shows("2 of 3 passages pass the filters"));
}

#[test]
fn in_chinese_a_region_answers_in_chinese() {
    let chinese = Settings {
        language: Some(Language::Chinese),
        ..Settings::default()
    };
    let mut window = opened(
        start(format::builtin().story, chinese, None),
        [1280.0, 800.0],
    );

    click_link(&mut window, "江苏");

    assert_eq!(window.selection(), region(&window, "jiangsu"));
    assert!(window.shows("江苏 Jiangsu") && window.shows("江苏，已在地图上标出"));
}

#[test]
fn a_region_without_an_outline_is_only_named_where_the_story_says() {
    let text = "+++\nformat = 1\ntitle = \"T\"\nlanguage = \"en\"\n\
        [[region]]\nid = \"alps\"\nname = \"Alps\"\nlat = 46.5\nlon = 9\n\
        [[region]]\nid = \"lost\"\nname = \"Lost land\"\ncode = \"XX-1\"\n+++\n\
        # One\nThe [Alps](#alps) and the [Lost land](#lost).\n";
    let mut window = window_of(format::read(text.as_bytes()).unwrap().story, [900.0, 700.0]);

    click_link(&mut window, "Alps");
    let at = window.harness.get_by_label("Alps, shown on the map").rect();
    assert!(at.center().distance(map(&window).center()) < 8.0, "{at}");

    window.key(Key::Escape);
    click_link(&mut window, "Lost land");
    assert_eq!(window.selection(), region(&window, "lost"));
    assert!(!window.shows("Lost land, shown on the map"));
}

#[test]
fn the_built_in_storys_regions_have_outlines() {
    let story = format::builtin().story;
    assert_eq!(story.regions().len(), REGIONS.len());
    for (_, region) in story.regions() {
        assert!(
            region.code.as_deref().and_then(outline).is_some(),
            "{}",
            region.key
        );
    }
}

#[test]
fn a_person_in_the_text_leads_to_their_entry_and_escape_back_to_the_text() {
    let mut window = window();

    click_link(&mut window, "Xiao Longfei");

    let entry = window
        .harness
        .get_by_label("President of Guizhou Umfree Technology")
        .rect();
    assert!(map(&window).y_range().contains(entry.center().y), "{entry}");
    assert_eq!(window.selection(), None);
    window.key(Key::Escape);
    assert!(window.shows("Passage: A training base in view"));
}
