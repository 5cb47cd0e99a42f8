//! Following the story: the tour, the mentions of a place, dates, where one has been, and a presentation.

use crate::support::{Window, drag_map, opened, start, window};
use dateline::format;
use dateline::session::{Page, Tour};
use dateline::settings::{Language, Settings, SettingsFile, TourPace};
use dateline::story::Item;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Vec2, pos2};
use egui_kittest::Node;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

/// The paragraph of the passage that the reader is on.
fn on(window: &Window) -> Option<u32> {
    let Some(Item::Passage(passage)) = window.selection() else {
        return None;
    };
    window.story().passage(passage).paragraphs.first().copied()
}

fn tour(window: &Window) -> Tour {
    window.harness.state().session().tour()
}

fn fast() -> Window {
    let settings = Settings {
        pace: TourPace::Fast,
        ..Settings::default()
    };
    opened(
        start(format::builtin().story, settings, None),
        [1280.0, 800.0],
    )
}

#[test]
fn the_tour_goes_from_passage_to_passage_by_itself_until_it_is_paused() {
    let mut window = fast();
    window.harness.get_by_label("Play the tour").click();
    window.harness.run_steps(3);
    assert_eq!((on(&window), tour(&window)), (Some(1), Tour::Playing));

    window.wait(30);
    let reached = on(&window).unwrap();
    assert!(reached > 1, "it went on to ¶{reached}");

    window.key(Key::P);
    assert_eq!(tour(&window), Tour::Still);
    let reached = on(&window);
    window.wait(40);
    assert_eq!(on(&window), reached, "paused, it stays");
}

#[test]
fn a_longer_passage_is_given_more_time() {
    let seconds = |passage: usize| {
        let mut window = fast();
        for _ in 0..=passage {
            window.key(Key::ArrowRight);
        }
        let here = on(&window);
        window.harness.key_press(Key::P);
        let mut seconds = 0;
        while on(&window) == here {
            window.wait(1);
            seconds += 1;
            assert!(seconds < 100);
        }
        seconds
    };
    let text = |passage: usize| {
        let story = format::builtin().story;
        let (_, passage) = story.passages().nth(passage).unwrap();
        passage
            .blocks
            .iter()
            .map(|block| block.prose().text.len())
            .sum::<usize>()
    };
    let story = format::builtin().story;
    let all = 0..story.passages().len() - 1;
    let (short, long) = (
        all.clone().min_by_key(|&i| text(i)).unwrap(),
        all.max_by_key(|&i| text(i)).unwrap(),
    );
    assert!(seconds(short) < seconds(long));
}

#[test]
fn the_tour_ends_with_the_last_passage_that_the_filters_let_through() {
    let mut window = fast();
    window.click("Logistics, 3");
    let last = *window.paragraphs().last().unwrap();
    window.key(Key::End);
    window.harness.key_press(Key::P);
    window.harness.run_steps(3);
    assert_eq!(tour(&window), Tour::Playing, "from the first again");
    window.wait(90);
    assert_eq!((on(&window), tour(&window)), (Some(last), Tour::Still));
}

#[test]
fn dragging_the_map_pauses_the_tour_and_continue_returns() {
    let mut window = window();
    window.key(Key::ArrowRight);
    window.harness.key_press(Key::P);
    window.harness.run_steps(3);
    let beijing = |window: &Window| {
        let marker = window.harness.get_by_label("Beijing, 2 passages");
        marker.rect().center()
    };
    let before = beijing(&window);

    drag_map(&mut window);
    assert_eq!(tour(&window), Tour::Interrupted);
    window.wait(60);
    assert_eq!(on(&window), Some(1), "it waits");
    assert!(window.shows("Go on with the tour"));

    window.harness.get_by_label_contains("Continue: ").click();
    window.harness.run_steps(60);
    assert_eq!(tour(&window), Tour::Playing);
    assert!(beijing(&window).distance(before) < 2.0);
    assert!(!window.shows_containing("Continue: "));
}

#[test]
fn going_somewhere_by_hand_leaves_the_tour() {
    let mut window = window();
    window.key(Key::ArrowRight);
    window.harness.key_press(Key::P);
    window.harness.run_steps(3);
    window.click("Hangzhou, 1 passage");
    assert_eq!(tour(&window), Tour::Still);
}

#[test]
fn the_mentions_of_a_place_are_walked_in_order_and_round() {
    for (language, words) in [
        (Language::English, "Mention {n} of "),
        (Language::Chinese, "第 {n} 处"),
    ] {
        let settings = Settings {
            language: Some(language),
            ..Settings::default()
        };
        let beginning = start(format::builtin().story, settings, None);
        let mut window = opened(beginning, [1280.0, 800.0]);
        let bijie = window.place("bijie");
        let name = window
            .story()
            .place(bijie)
            .name
            .in_language(language.codes()[0])
            .to_owned();
        let mention = window
            .harness
            .query_all_by_role(Role::Link)
            .find(|node| node.accesskit_node().label().as_deref() == Some(name.as_str()));
        mention.unwrap().click_accesskit();
        window.settle();
        assert_eq!(window.selection(), Some(Item::Place(bijie)));

        let mut tops = Vec::new();
        for n in 1..=3 {
            window.key(Key::N);
            let expected = words.replace("{n}", &n.to_string());
            assert!(window.shows_containing(&expected), "{expected}");
            let focused = window.harness.query_all(By::new()).find(Node::is_focused);
            let focused = focused.expect("the mention has the focus");
            assert_eq!(focused.accesskit_node().label(), Some(name.clone()));
            tops.push((
                focused.rect().top(),
                window.harness.state().session().walk(),
            ));
            let panel = 170.0..=746.0;
            assert!(panel.contains(&focused.rect().center().y), "it is in view");
        }
        window.key_with(Modifiers::SHIFT, Key::N);
        assert!(window.shows_containing(&words.replace("{n}", "2")));
        window.key_with(Modifiers::SHIFT, Key::N);
        window.key_with(Modifiers::SHIFT, Key::N);
        let walk = window.harness.state().session().walk().unwrap();
        assert_eq!(walk.position, walk.all, "before the first comes the last");
        assert_eq!(window.selection(), Some(Item::Place(bijie)));
    }
}

#[test]
fn a_range_of_dates_filters_passages_and_facts() {
    let mut window = window();
    window.click("When");
    let handle = window.harness.get_by_label("From 2016 on");
    handle.focus();
    window.settle();
    window.key(Key::ArrowRight);
    window.key(Key::ArrowRight);
    assert!(window.shows("From October 2021 on"));
    assert_eq!(on(&window), None, "the arrows move the handle alone");

    window.key_with(Modifiers::COMMAND, Key::Num1);
    assert_eq!(window.paragraphs(), [1, 2, 13]);
    window.key_with(Modifiers::COMMAND, Key::Num4);
    let facts = window.labels(Role::Button);
    let fact = |text: &str| facts.iter().filter(|label| label.contains(text)).count();
    // The strip at the foot has them all.
    assert_eq!((fact("2016: "), fact("January 2022: ")), (1, 2));

    window.click("All dates");
    window.key_with(Modifiers::COMMAND, Key::Num1);
    assert_eq!(window.paragraphs().len(), 14);
}

#[test]
fn a_date_at_the_foot_leads_to_the_passage_that_tells_of_it() {
    let mut window = window();
    window.harness.get_by_label_contains("2017: ").click();
    window.settle();
    assert_eq!(on(&window), Some(14));
    // Narrow windows do without.
    window.harness.set_size(Vec2::new(800.0, 600.0));
    window.settle();
    assert!(!window.shows_containing("2017: "));
}

#[test]
fn back_and_forward_lead_to_where_the_reader_was() {
    let mut window = window();
    window.click("Hangzhou, 1 passage");
    window.key(Key::Home);
    window.click("Curriculum");

    window.key_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(on(&window), Some(1));
    assert!(window.harness.state().session().page() == Page::Story);
    window.key_with(Modifiers::ALT, Key::ArrowLeft);
    let hangzhou = window.place("hangzhou");
    assert_eq!(window.selection(), Some(Item::Place(hangzhou)));
    window.key_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.selection(), None);
    window.key_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.selection(), None, "the beginning is the beginning");

    window.key_with(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.selection(), Some(Item::Place(hangzhou)));
    // The side buttons of a mouse do the same.
    for pressed in [true, false] {
        let pos = pos2(300.0, 300.0);
        window.harness.event(Event::PointerButton {
            pos,
            button: PointerButton::Extra2,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.harness.step();
    }
    window.settle();
    assert_eq!(on(&window), Some(1));
}

#[test]
fn a_story_opens_where_its_reader_left_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::at(folder.path().join("settings.toml"));
    let open = |settings| {
        let story = format::builtin().story;
        opened(start(story, settings, Some(file.clone())), [1280.0, 800.0])
    };
    let mut window = open(Settings::default());
    window.key(Key::End);
    window.key(Key::ArrowLeft);
    eframe::App::on_exit(window.harness.state_mut(), None);

    let mut again = open(file.load().settings);
    assert_eq!(on(&again), Some(13));
    again.key(Key::Escape);
    eframe::App::on_exit(again.harness.state_mut(), None);
    assert_eq!(open(file.load().settings).selection(), None);
}

#[test]
fn a_reference_opens_at_its_passage_and_an_unknown_one_says_so() {
    let open_at = |id: &str| {
        let mut beginning = start(format::builtin().story, Settings::default(), None);
        beginning.open_at = Some(id.to_owned());
        opened(beginning, [1280.0, 800.0])
    };
    let mut window = open_at("core-modules");
    let here = on(&window);
    assert!(here.is_some());
    window.key_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows_containing("Copied: stories/a.md#core-modules"));

    let lost = open_at("no-such-passage");
    assert_eq!(lost.selection(), None);
    assert!(lost.shows_containing("“no-such-passage”"));
}

#[test]
fn a_presentation_shows_the_passage_alone_and_large() {
    let mut window = window();
    window.key(Key::F11);
    for gone in ["Menu", "Education, 7", "Curriculum", "Play the tour"] {
        assert!(!window.shows(gone), "{gone}");
    }
    // As a clicker does it.
    window.key(Key::PageDown);
    window.key(Key::PageDown);
    assert_eq!(on(&window), Some(2));
    assert!(window.shows("Lianyungang, 1 passage"));
    assert!(window.harness.ctx.zoom_factor() > 1.15);
    window.key(Key::PageUp);
    assert_eq!(on(&window), Some(1));

    window.key(Key::Escape);
    assert!(window.shows("Menu"));
    assert_eq!(on(&window), Some(1), "the reader stays where they are");
    assert!((window.harness.ctx.zoom_factor() - 1.0).abs() < 1e-6);
}

#[test]
fn a_tooltip_names_the_key_of_what_a_button_does() {
    let mut window = window();
    for (button, hint) in [
        ("Zoom in", "Zoom in (+)"),
        ("Play the tour", "Play the tour (P)"),
        ("Light or dark", "Light or dark (Ctrl D)"),
    ] {
        let at = window.harness.get_by_label(button).rect().center();
        window.harness.hover_at(at);
        window.wait(2);
        assert!(window.shows_containing(hint), "{hint}");
    }
}
