//! Reading by keyboard alone: where Tab stops, the map as one stop, and where the focus goes after a jump.

use dateline::story::Item;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Rect};
use egui_kittest::kittest::Queryable as _;

use crate::reading::PLACES;
use crate::support::{Window, window, window_of};

/// From west to east.
const EASTWARD: [&str; 6] = [
    "Amsterdam, 1 passage",
    "Bijie, 6 passages",
    "Guiyang, 2 passages",
    "Beijing, 2 passages",
    "Lianyungang, 1 passage",
    "Hangzhou, 1 passage",
];

fn on_the_map() -> Window {
    let mut window = window();
    window.harness.get_by_role(Role::Canvas).focus();
    window.settle();
    window
}

fn map_area(window: &Window) -> Rect {
    window.harness.get_by_role(Role::Canvas).rect()
}

fn at(window: &Window, marker: &str) -> Rect {
    window.harness.get_by_label(marker).rect()
}

#[test]
fn everything_shown_can_be_reached_by_tab() {
    let mut window = window();
    let mut reached = Vec::new();
    for _ in 0..140 {
        window.harness.key_press(Key::Tab);
        window.harness.step();
        reached.extend(window.focused());
    }
    for wanted in [
        "Menu",
        "Beijing, 2",
        "Education, 7",
        "Curriculum",
        "Start reading",
        "Zoom in",
        "Passage: An earlier college in Hangzhou",
    ] {
        assert!(
            reached.iter().any(|label| label == wanted),
            "{wanted} in {reached:?}"
        );
    }
}

#[test]
fn the_map_is_one_stop_that_tab_leaves_both_ways() {
    let mut window = on_the_map();
    let first = window.focused().unwrap();
    assert!(EASTWARD.contains(&first.as_str()), "{first}");

    window.key(Key::Tab);
    assert_eq!(window.focused().as_deref(), Some("Zoom in"));
    window.key_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.focused(), Some(first));
    window.key_with(Modifiers::SHIFT, Key::Tab);
    let before = window.focused().unwrap();
    assert!(!EASTWARD.contains(&before.as_str()), "{before}");
}

#[test]
fn right_and_left_lead_to_every_place_eastward_and_westward_and_the_ends_are_ends() {
    let mut window = on_the_map();
    window.key_to(Key::ArrowLeft, EASTWARD[0]);

    for place in &EASTWARD[1..] {
        window.key(Key::ArrowRight);
        assert_eq!(window.focused().as_deref(), Some(*place));
    }
    window.key(Key::ArrowRight);
    assert_eq!(window.focused().as_deref(), Some(EASTWARD[5]));
    for place in EASTWARD[..5].iter().rev() {
        window.key(Key::ArrowLeft);
        assert_eq!(window.focused().as_deref(), Some(*place));
    }
}

#[test]
fn down_and_up_lead_southward_and_northward() {
    let mut window = on_the_map();
    window.key_to(Key::ArrowUp, "Amsterdam, 1 passage");
    let mut southward = Vec::new();
    for _ in 0..5 {
        window.key(Key::ArrowDown);
        southward.extend(window.focused());
    }
    assert_eq!(
        southward,
        [
            "Beijing, 2 passages",
            "Lianyungang, 1 passage",
            "Hangzhou, 1 passage",
            "Bijie, 6 passages",
            "Guiyang, 2 passages",
        ]
    );
}

#[test]
fn a_place_out_of_view_comes_into_view_with_the_focus() {
    let mut window = on_the_map();
    window.key_to(Key::ArrowLeft, "Bijie, 6 passages");
    window.key(Key::Enter);
    assert!(!window.shows("Amsterdam, 1 passage"), "the map is close");

    window.key(Key::ArrowLeft);
    window.settle();

    assert_eq!(window.focused().as_deref(), Some("Amsterdam, 1 passage"));
    let marker = at(&window, "Amsterdam, 1 passage");
    assert!(map_area(&window).contains_rect(marker), "{marker}");
}

#[test]
fn enter_and_space_select_the_place_and_let_it_go() {
    for (key, marker, paragraphs) in PLACES {
        let mut window = on_the_map();
        window.key_to(Key::ArrowLeft, EASTWARD[0]);
        window.key_to(Key::ArrowRight, marker);

        window.key(Key::Enter);
        assert_eq!(window.selection(), Some(Item::Place(window.place(key))));
        assert_eq!(window.paragraphs(), paragraphs, "{key}");
        assert_eq!(
            window.focused().as_deref(),
            Some(marker),
            "the map keeps it"
        );

        window.key(Key::Space);
        assert_eq!(window.selection(), None);
    }
}

#[test]
fn shift_and_an_arrow_move_the_map() {
    let mut window = on_the_map();
    let before = at(&window, "Beijing, 2 passages").center();
    let focused = window.focused();

    // Shift is up again before the frame is drawn.
    for pressed in [true, false] {
        window.harness.event(Event::Key {
            key: Key::ArrowRight,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::SHIFT,
        });
    }
    window.settle();

    let after = at(&window, "Beijing, 2 passages").center();
    assert!((before.x - after.x - 80.0).abs() < 1.0, "{before} {after}");
    assert_eq!(window.focused(), focused);
    assert_eq!(window.selection(), None, "the passages stay");
}

#[test]
fn a_map_without_places_takes_the_focus_and_the_arrows_too() {
    let text = "+++\nformat = 1\ntitle = \"T\"\nlanguage = \"en\"\n+++\n# One\nWords.\n";
    let story = dateline::format::read(text.as_bytes()).unwrap().story;
    let mut window = window_of(story, [900.0, 600.0]);
    window.harness.get_by_role(Role::Canvas).focus();
    window.settle();

    window.key(Key::ArrowRight);
    window.key(Key::Enter);

    assert_eq!(window.focused().as_deref(), Some("Map"));
    assert_eq!(window.selection(), None);
}

#[test]
fn a_place_selected_elsewhere_is_where_the_arrows_go_on_from() {
    let mut window = window();
    window.scroll_and_click("Beijing", 0);

    window.harness.get_by_role(Role::Canvas).focus();
    window.settle();

    assert_eq!(window.focused().as_deref(), Some("Beijing, 2 passages"));
}

#[test]
fn a_screen_reader_can_put_the_focus_on_any_marker_and_press_it() {
    let mut window = window();
    for marker in ["Hangzhou, 1 passage", "Guiyang, 2 passages"] {
        window.harness.get_by_label(marker).focus();
        window.settle();
        assert_eq!(window.focused().as_deref(), Some(marker));
    }

    window
        .harness
        .get_by_label("Hangzhou, 1 passage")
        .click_accesskit();
    window.settle();
    assert_eq!(
        window.selection(),
        Some(Item::Place(window.place("hangzhou")))
    );
}

#[test]
fn after_a_place_name_tab_goes_on_from_the_heading_of_the_place_and_escape_comes_back() {
    let mut window = window();
    window.key_to(Key::Tab, "Guiyang");

    window.key(Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Guiyang 贵阳"));
    let heading = window
        .harness
        .get_by_role_and_label(Role::Heading, "Guiyang 贵阳");
    assert!(heading.is_focused());
    window.key(Key::Tab);
    assert_eq!(
        window.focused().as_deref(),
        Some("Previous mention of the place")
    );
    assert!(
        !window
            .harness
            .get_by_role_and_label(Role::Heading, "Guiyang 贵阳")
            .is_focused(),
        "no stop for Tab"
    );

    window.key(Key::Escape);
    assert_eq!(window.selection(), None);
    assert_eq!(window.focused().as_deref(), Some("Guiyang"));
    window.key(Key::Tab);
    assert_eq!(window.focused().as_deref(), Some("China Daily"));
}

#[test]
fn after_a_number_of_the_curriculum_the_focus_is_on_the_title_of_the_passage() {
    let mut window = window();
    window.key_with(Modifiers::COMMAND, Key::Num2);
    let number = "Read ¶11: Inside the classroom";
    let number = if window.shows(number) {
        number.to_owned()
    } else {
        let labels = window.labels(Role::Button);
        labels
            .into_iter()
            .rfind(|label| label.starts_with("Read ¶"))
            .unwrap()
    };
    window.key_to(Key::Tab, &number);

    window.key(Key::Enter);

    let title = number.split_once(": ").unwrap().1;
    assert_eq!(window.focused(), Some(format!("Passage: {title}")));
}

#[test]
fn after_a_search_hit_the_focus_is_on_the_passage_and_the_arrows_take_it_along() {
    let mut window = window();
    window.key_with(Modifiers::COMMAND, Key::F);
    window
        .harness
        .get_by_role(Role::SearchInput)
        .type_text("warehouse in october");
    window.settle();
    window
        .harness
        .query_all_by_label_contains("Passage: A warehouse in October. ")
        .next()
        .unwrap()
        .focus();
    window.settle();

    window.key(Key::Enter);
    assert_eq!(
        window.focused().as_deref(),
        Some("Passage: A warehouse in October")
    );
    window.key(Key::ArrowRight);
    assert_eq!(
        window.focused().as_deref(),
        Some("Passage: A trade in a hurry")
    );
}

#[test]
fn a_jump_by_mouse_shows_no_ring() {
    let mut window = window();

    window.scroll_and_click("Beijing", 0);
    assert_eq!(window.focused_control(), None);
    window.click("Back to the whole story");
    assert_eq!(window.focused_control(), None);
}
