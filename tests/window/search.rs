//! Searching the story: what is found, how one goes to it, and the way back.

use dateline::story::Item;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::{Window, window};

fn search(window: &mut Window, text: &str) {
    window.key_with(Modifiers::COMMAND, Key::F);
    window
        .harness
        .get_by_role(Role::SearchInput)
        .type_text(text);
    window.settle();
}

fn on(window: &Window) -> Option<u32> {
    let Some(Item::Passage(passage)) = window.selection() else {
        return None;
    };
    window.story().passage(passage).paragraphs.first().copied()
}

#[test]
fn results_show_as_one_types_and_a_click_goes_there() {
    let mut window = window();

    search(&mut window, "overseas ware");
    assert!(window.shows_containing("results for “overseas ware”"));

    window
        .harness
        .query_all_by_label_contains("Passage: An importer with fifteen")
        .next()
        .unwrap()
        .click();
    window.settle();
    assert_eq!(on(&window), Some(10));
}

#[test]
fn customer_service_is_found_as_a_module_and_leads_to_its_passage() {
    let mut window = window();
    search(&mut window, "customer service");

    window
        .harness
        .query_all_by_label_contains("Module: Customer service")
        .next()
        .unwrap()
        .click();
    window.settle();

    assert_eq!(on(&window), Some(11));
}

#[test]
fn accents_case_and_pinyin_do_not_matter() {
    for query in ["BIJIE", "bijie", "毕节", "bi jie"] {
        let mut window = window();
        search(&mut window, query);
        assert!(window.shows_containing("Place: Bijie"), "{query}");
    }
}

#[test]
fn the_slash_that_leads_to_the_search_is_not_searched_for() {
    let mut window = window();
    window
        .harness
        .event(eframe::egui::Event::Text("/".to_owned()));
    window.harness.key_press(Key::Slash);
    window.settle();
    window
        .harness
        .get_by_role(Role::SearchInput)
        .type_text("tea");
    window.settle();

    assert_eq!(window.harness.state().session().finding().query(), "tea");
}

#[test]
fn enter_steps_through_what_was_found_and_shift_enter_back() {
    let mut window = window();
    search(&mut window, "warehouse");
    let mut seen = Vec::new();
    for _ in 0..4 {
        window.key(Key::Enter);
        seen.push(window.selection().unwrap());
    }
    assert!(seen.iter().any(|item| *item != seen[0]), "{seen:?}");

    window.key_with(Modifiers::SHIFT, Key::Enter);
    assert_eq!(window.selection(), Some(seen[2]));
}

#[test]
fn escape_ends_the_search_and_shows_what_was_there() {
    let mut window = window();
    window.click("Education, 7");
    search(&mut window, "customs");
    assert!(window.shows_containing("for “customs”"));

    window.key(Key::Escape);

    assert_eq!(window.paragraphs().len(), 7);
    assert!(!window.shows_containing("for “customs”"));
}

#[test]
fn markers_without_a_hit_are_dimmed() {
    let mut window = window();
    search(&mut window, "Zhejiang Gongshang");
    assert!(window.shows("Hangzhou, 1 passage"));
    assert!(window.shows("Lianyungang, not in the search"));
}

#[test]
fn nothing_found_says_so_and_odd_queries_do_no_harm() {
    for query in ["zzzz", "\"", "''", "( [ *", "\u{301}"] {
        let mut window = window();
        search(&mut window, query);
        window.key(Key::Enter);
    }
    let mut window = window();
    search(&mut window, &"long ".repeat(2000));
    assert!(window.shows("Nothing found") || window.shows_containing("results"));
}
