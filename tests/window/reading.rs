//! Reading the built-in story: markers, place names, passages, by mouse and by keyboard.

use crate::support::{Window, opened, start, wheel, window, window_of};
use dateline::format;
use dateline::settings::Settings;
use dateline::story::Item;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, Vec2, pos2};
use egui_kittest::kittest::Queryable as _;

/// What the article says where: place, marker, paragraphs.
pub const PLACES: [(&str, &str, &[u32]); 6] = [
    ("beijing", "Beijing, 2 passages", &[1, 13]),
    ("guiyang", "Guiyang, 2 passages", &[1, 13]),
    ("bijie", "Bijie, 6 passages", &[6, 7, 8, 9, 11, 12]),
    ("lianyungang", "Lianyungang, 1 passage", &[2]),
    ("hangzhou", "Hangzhou, 1 passage", &[14]),
    ("amsterdam", "Amsterdam, 1 passage", &[10]),
];

const GROUP: &str = "Bijie · Guiyang, 2 places close together";

#[test]
fn the_window_opens_on_the_whole_story_with_every_marker_in_view() {
    let window = window();

    assert_eq!(window.paragraphs(), (1..=14).collect::<Vec<_>>());
    assert!(window.shows("A college for cross-border e-commerce"));
    for (_, marker, _) in PLACES {
        let at = window.harness.get_by_label(marker).rect();
        assert!(
            at.left() > 0.0 && at.right() < 781.0 && at.top() > 126.0 && at.bottom() < 746.0,
            "{marker} at {at}"
        );
    }
}

#[test]
fn a_click_on_each_marker_opens_its_passages_and_a_second_goes_back() {
    for (key, marker, paragraphs) in PLACES {
        let mut window = window();
        if ["bijie", "guiyang"].contains(&key) {
            window.click(GROUP);
            assert!(!window.shows(GROUP), "the group has opened");
        }

        window.click(marker);

        assert_eq!(window.selection(), Some(Item::Place(window.place(key))));
        assert_eq!(window.paragraphs(), paragraphs, "{key}");

        window.click(marker);
        assert_eq!(window.selection(), None);
        assert_eq!(window.paragraphs().len(), 14);
    }
}

#[test]
fn a_selected_marker_stands_in_the_middle_of_the_map() {
    let mut window = window();

    window.click("Amsterdam, 1 passage");

    let at = window
        .harness
        .get_by_label("Amsterdam, 1 passage")
        .rect()
        .center();
    assert!(at.distance(pos2(390.0, 436.0)) < 6.0, "{at}");
}

#[test]
fn in_a_small_window_no_marker_of_a_passage_lies_over_what_is_written_on_the_map() {
    let mut window = window_of(format::builtin().story, [800.0, 600.0]);
    for passage in 1..=14 {
        window.key(Key::ArrowRight);

        let harness = &window.harness;
        let written = ["Scale bar", "Natural Earth"].map(|start| {
            let written = harness.query_all_by_label_contains(start).next();
            written.unwrap().rect()
        });
        let mut passages = window.story().passages();
        let (_, passage) = passages.nth(passage - 1).unwrap();
        let of_it = |(key, ..): &&(&str, &str, &[u32])| passage.places.contains(&window.place(key));
        let discs = PLACES.iter().filter(of_it).map(|(_, marker, _)| {
            let area = harness.get_by_label(marker).rect();
            area.expand(5.0)
        });
        for disc in discs {
            let over = written.iter().find(|written| written.intersects(disc));
            assert_eq!(over, None, "under {disc} in {:?}", passage.title);
        }
    }
}

#[test]
fn a_place_name_in_the_text_leads_to_the_place() {
    let mut window = window();

    // The markers and chips carry more than the name.
    window.scroll_and_click("Beijing", 0);

    assert_eq!(
        window.selection(),
        Some(Item::Place(window.place("beijing")))
    );
    assert!(window.shows("Beijing 北京"), "the heading has both scripts");
}

#[test]
fn the_arrow_keys_lead_from_passage_to_passage_and_the_ends_are_ends() {
    let mut window = window();

    window.key(Key::ArrowRight);
    assert_eq!(on(&window), Some(1));
    window.key(Key::ArrowRight);
    window.key(Key::PageDown);
    assert_eq!(on(&window), Some(3));
    window.key(Key::ArrowLeft);
    assert_eq!(on(&window), Some(2));
    window.key(Key::End);
    window.key(Key::ArrowRight);
    assert_eq!(on(&window), Some(14));
    window.key(Key::Home);
    window.key(Key::PageUp);
    assert_eq!(on(&window), Some(1));
}

#[test]
fn the_buttons_at_the_foot_carry_the_titles_of_the_passages_around() {
    let mut window = window();

    window.click("Next: Two desks, one report");
    window.click("Next: A warehouse in October");

    assert_eq!(on(&window), Some(2));
    assert!(window.shows("Previous: Two desks, one report"));
    assert!(window.shows("Next: A trade in a hurry"));
}

#[test]
fn the_passage_one_is_on_is_in_view() {
    let mut window = window();
    for _ in 0..14 {
        window.key(Key::ArrowRight);
        window.harness.run_steps(30);
        let paragraph = on(&window).unwrap();
        let passage = window
            .story()
            .passages()
            .find(|(_, p)| p.paragraphs == [paragraph])
            .unwrap()
            .1;
        let title = format!("Passage: {}", passage.title.text);
        let at = window.harness.get_by_label(&title).rect();
        assert!(
            at.top() >= 170.0 && at.bottom() <= 746.0,
            "¶{paragraph} at {at}"
        );
    }
}

#[test]
fn a_passage_that_is_opened_stands_at_the_top_however_tall_those_before_it_turn_out_to_be() {
    for tall in 0..8 {
        let title = title_opened_at(tall);
        assert!((170.0..230.0).contains(&title.top()), "{tall}: {title:?}");
    }
}

/// Where the title of part 60 is, when the story is opened there. So many before it are of several short paragraphs, and
/// taken to be lower than they are until they are laid out.
fn title_opened_at(tall: usize) -> Rect {
    let paragraphs = |n| "Short.\n\n".repeat(if (60 - tall..60).contains(&n) { 3 } else { 1 });
    let part = |n| format!("## Part {n} {{#part-{n}}}\n\n{}", paragraphs(n));
    let parts: String = (0..80).map(part).collect();
    let text = format!("+++\nformat = 1\ntitle = \"T\"\nlanguage = \"en\"\n+++\n\n{parts}");
    let story = format::read(text.as_bytes()).unwrap().story;
    let mut start = start(story, Settings::default(), None);
    start.open_at = Some("part-60".to_owned());
    let window = opened(start, [1280.0, 800.0]);
    window.harness.get_by_label("Passage: Part 60").rect()
}

#[test]
fn a_passage_that_connects_two_places_shows_both_on_the_map() {
    let mut window = window();

    window.click("Passage: An importer with fifteen stores");

    assert!(window.shows("Amsterdam, 1 passage") && window.shows("Bijie, 6 passages"));
}

#[test]
fn keys_zoom_the_map_and_show_the_whole_story_again() {
    let mut window = window();
    let from_the_middle = |window: &Window| {
        let middle = window.harness.get_by_role(Role::Canvas).rect().center();
        window
            .harness
            .get_by_label(GROUP)
            .rect()
            .center()
            .distance(middle)
    };
    let before = from_the_middle(&window);

    window.key(Key::Plus);
    let closer = from_the_middle(&window);
    window.key(Key::Num0);

    assert!((closer / before - 2.0).abs() < 0.05, "{before} {closer}");
    assert!((from_the_middle(&window) - before).abs() < 0.5);
}

#[test]
fn dragging_the_map_moves_it_and_the_wheel_zooms_at_the_pointer() {
    let mut window = window();
    let hangzhou = "Hangzhou, 1 passage";
    let before = window.harness.get_by_label(hangzhou).rect().center();

    let from = pos2(300.0, 600.0);
    window.harness.drag_at(from);
    window.harness.step();
    window.harness.hover_at(from + Vec2::new(-60.0, 0.0));
    window.harness.step();
    window.harness.drop_at(from + Vec2::new(-60.0, 0.0));
    window.settle();
    let dragged = window.harness.get_by_label(hangzhou).rect().center();
    assert!(before.x - dragged.x > 40.0, "{before} {dragged}");

    window.harness.hover_at(dragged);
    window.harness.step();
    wheel(&mut window, 2.0);
    let zoomed = window.harness.get_by_label(hangzhou).rect().center();
    assert!(
        dragged.distance(zoomed) < 3.0,
        "what is under the pointer stays there: {dragged} {zoomed}"
    );
}

#[test]
fn at_the_last_zoom_the_wheel_moves_nothing() {
    let mut window = window();
    let beijing = "Beijing, 2 passages";
    for (turns, way) in [(14, 3.0), (30, -3.0)] {
        let at = window.harness.get_by_label(beijing).rect().center();
        window.harness.hover_at(at);
        for _ in 0..turns {
            wheel(&mut window, way);
        }
        let Some(before) = window
            .harness
            .query_by_label(beijing)
            .map(|marker| marker.rect())
        else {
            continue;
        };
        wheel(&mut window, way);
        let after = window.harness.get_by_label(beijing).rect();
        assert!(
            before.center().distance(after.center()) < 1.0,
            "{before} {after}"
        );
        if way > 0.0 {
            assert!(at.distance(after.center()) < 4.0, "{at} {after}");
        }
    }
}

#[test]
fn a_double_click_on_a_marker_opens_it_and_on_the_map_zooms() {
    let mut window = window();
    let hangzhou = "Hangzhou, 1 passage";
    let at = window.harness.get_by_label(hangzhou).rect().center();
    double_click(&mut window, at);
    assert_eq!(
        window.selection(),
        Some(Item::Place(window.place("hangzhou")))
    );

    let before = window
        .harness
        .get_by_label("Lianyungang, 1 passage")
        .rect()
        .center();
    let middle = window.harness.get_by_label(hangzhou).rect().center();
    // Else it would be a third and a fourth click.
    window.harness.run_steps(60);
    double_click(&mut window, middle + Vec2::new(60.0, 0.0));
    let zoomed = window
        .harness
        .query_by_label("Lianyungang, 1 passage")
        .is_none_or(|marker| marker.rect().center().distance(before) > 20.0);
    assert!(zoomed);
}

#[test]
fn up_and_down_scroll_the_text_even_from_a_chip() {
    let mut window = window();
    window.harness.get_by_label("Bijie, 6").focus();
    window.settle();
    let title = "Passage: Two desks, one report";
    let before = window.harness.get_by_label(title).rect().top();

    window.key(Key::ArrowDown);
    window.harness.run_steps(30);

    assert!(window.harness.get_by_label(title).rect().top() < before - 20.0);
    assert_eq!(window.focused().as_deref(), Some("Bijie, 6"));
}

#[test]
fn people_and_organisations_lead_to_their_passages_and_filter() {
    let mut window = window();
    window.click("Who");
    for name in [
        "Li Yong",
        "Xiao Longfei",
        "State Council",
        "Zhejiang Gongshang University",
    ] {
        assert!(window.shows(name), "{name}");
    }

    window.scroll_and_click("Only their passages: Li Yong", 0);
    assert!(window.shows("2 of 14 passages"));
    window.click("Story");
    assert_eq!(window.paragraphs(), [7, 8]);
}

#[test]
fn the_dated_facts_stand_in_order_and_lead_to_their_passages() {
    let mut window = window();
    window.click("When");
    let facts: Vec<f32> = [
        "2016: ",
        "2017: ",
        "October 2021: ",
        "January 2022: ",
        "22 February 2022: ",
    ]
    .into_iter()
    .map(|date| fact(&window, date).rect().top())
    .collect();
    assert!(facts.is_sorted(), "{facts:?}");

    fact(&window, "2017: ").click();
    window.settle();
    assert_eq!(on(&window), Some(14));
}

/// On the page, not on the strip at the foot.
fn fact<'w>(window: &'w Window, date: &'w str) -> egui_kittest::Node<'w> {
    let mut all = window.harness.query_all_by_label_contains(date);
    all.find(|node| node.rect().bottom() < 746.0).unwrap()
}

#[test]
fn the_menu_leads_to_the_keys_and_a_click_closes_them() {
    let mut window = window();

    window.click("Menu");
    window
        .harness
        .get_by_label_contains("Keys and credits")
        .click();
    window.settle();
    assert!(window.shows_containing("OFL 1.1"));

    window.click("Close");
    assert!(!window.shows_containing("OFL 1.1"));
}

#[test]
fn a_story_of_one_place_or_none_opens_too() {
    for places in [0, 1] {
        let place =
            "[[place]]\nid = \"here\"\nname = \"Here\"\nlat = 10.0\nlon = 20.0\n".repeat(places);
        let text = format!(
            "+++\nformat = 1\ntitle = \"T\"\nlanguage = \"en\"\n{place}+++\n# Passage\nWords.\n"
        );
        let mut window = window_of(
            dateline::format::read(text.as_bytes()).unwrap().story,
            [900.0, 600.0],
        );

        window.key(Key::ArrowRight);

        assert!(window.shows("Passage: Passage"));
    }
}

#[test]
fn no_size_of_window_breaks_anything() {
    for size in [
        [1.0, 1.0],
        [200.0, 150.0],
        [360.0, 400.0],
        [719.0, 300.0],
        [721.0, 2000.0],
        [4000.0, 3000.0],
    ] {
        let mut window = window_of(dateline::format::builtin().story, size);
        window.key(Key::ArrowRight);
        window.key_with(Modifiers::COMMAND, Key::Num2);
        window.key(Key::Escape);
    }
}

fn double_click(window: &mut Window, at: eframe::egui::Pos2) {
    window.harness.hover_at(at);
    window.harness.step();
    for _ in 0..2 {
        for pressed in [true, false] {
            window.harness.event(eframe::egui::Event::PointerButton {
                pos: at,
                button: eframe::egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            window.harness.step();
        }
    }
    window.settle();
}

/// The paragraph of the passage that the reader is on.
fn on(window: &Window) -> Option<u32> {
    let Some(Item::Passage(passage)) = window.selection() else {
        return None;
    };
    window.story().passage(passage).paragraphs.first().copied()
}
