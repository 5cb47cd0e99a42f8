//! What a screen reader is told: names in the reader's language, roles, and what has changed.

use std::collections::BTreeSet;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use crate::support::{Window, label, window};

/// Shows every page in turn, and what opens over them.
fn each_page(window: &mut Window, mut see: impl FnMut(&Window, &str)) {
    for (page, key) in [
        ("story", Key::Num1),
        ("curriculum", Key::Num2),
        ("who", Key::Num3),
        ("when", Key::Num4),
    ] {
        window.key_with(Modifiers::COMMAND, key);
        see(window, page);
    }
    window.key_with(Modifiers::COMMAND, Key::F);
    let field = |window: &Window, text: &str| {
        window
            .harness
            .get_by_role(Role::SearchInput)
            .type_text(text);
    };
    field(window, "bijie");
    window.settle();
    see(window, "search");
    window.key(Key::Enter);
    see(window, "place");
    window.key(Key::Escape);
    window.key_with(Modifiers::COMMAND, Key::F);
    field(window, "zzzz");
    window.settle();
    see(window, "nothing found");
    window.key(Key::Escape);
    window.key(Key::Escape);
    window.key(Key::F1);
    see(window, "keys");
    window.key(Key::Escape);
    let menu = window
        .harness
        .query_all(By::new())
        .find(|node| ["Menu", "菜单"].contains(&label(node).as_str()));
    menu.unwrap().click();
    window.settle();
    see(window, "menu");
}

fn named_roles(node: &Node<'_>) -> bool {
    !matches!(
        node.accesskit_node().role(),
        Role::GenericContainer | Role::TextRun | Role::Unknown
    )
}

#[test]
fn nothing_on_any_page_is_without_a_name_in_either_language() {
    for language in ["English", "Chinese"] {
        let mut window = window();
        window.click(language);
        each_page(&mut window, |window, page| {
            let nodes = window.harness.query_all(By::new());
            for node in nodes.filter(named_roles) {
                assert!(
                    !label(&node).trim().is_empty(),
                    "{language}, {page}: {node:?}"
                );
            }
            let root = label(&window.harness.root());
            assert!(root.ends_with(" – Dateline"), "{root}");
        });
    }
}

#[test]
fn no_english_word_of_the_interface_is_spoken_in_the_chinese_one() {
    let english = phrases(include_str!("../../assets/locales/en.toml"));
    let chinese = include_str!("../../assets/locales/zh.toml");
    let only_english: Vec<&String> = english
        .iter()
        .filter(|phrase| !chinese.contains(phrase.as_str()))
        .collect();
    assert!(only_english.len() > 100, "{only_english:?}");

    let mut window = window();
    window.click("Chinese");
    each_page(&mut window, |window, page| {
        for node in window.harness.query_all(By::new()) {
            // The letters of Chinese names, and what is quoted, may be any.
            let spoken = format!(" {} ", label(&node));
            let found = only_english
                .iter()
                .find(|phrase| spoken.contains(&format!(" {phrase} ")));
            assert_eq!(found, None, "{page}: {spoken}");
        }
    });
}

/// The words between what is filled in, of every text of a language.
fn phrases(locale: &str) -> BTreeSet<String> {
    let locale: toml::Table = locale.parse().unwrap();
    let texts = locale
        .values()
        .filter_map(toml::Value::as_table)
        .flat_map(toml::Table::values);
    let texts = texts.filter_map(toml::Value::as_str);
    let parts = texts.flat_map(|text| text.split(['{', '}', ':', ',', '.']));
    let parts = parts.map(|part| part.trim().to_owned());
    parts
        .filter(|part| part.chars().filter(char::is_ascii_alphabetic).count() >= 3)
        .collect()
}

#[test]
fn titles_are_headings_and_lists_are_lists() {
    let mut window = window();
    let headings = window.labels(Role::Heading);
    assert_eq!(headings[0], "A college for cross-border e-commerce");
    assert_eq!(headings[1], "Two desks, one report");
    assert!(
        window.shows("Passage: Two desks, one report"),
        "a button still"
    );
    assert_eq!(window.labels(Role::TabList), ["Pages"]);
    let chosen = window.harness.get_by_role_and_label(Role::Tab, "Story");
    assert_eq!(chosen.accesskit_node().is_selected(), Some(true));

    window.click("Curriculum");
    assert_eq!(
        window.labels(Role::Heading),
        ["What the college teaches", "Subjects", "Core modules"]
    );

    window.key_with(Modifiers::COMMAND, Key::F);
    window
        .harness
        .get_by_role(Role::SearchInput)
        .type_text("bijie");
    window.settle();
    let list = window.harness.get_by_role(Role::List);
    let all = list
        .children()
        .filter(|node| node.accesskit_node().role() == Role::Button)
        .count();
    assert!(
        label(&list).starts_with(&format!("{all} results")),
        "{list:?}"
    );
}

#[test]
fn markers_are_items_of_the_map() {
    let window = window();
    let map = window.harness.get_by_role(Role::Canvas);
    let items = map.query_all_by_role(Role::Button);
    let places = items.filter(|item| !label(item).contains("close together"));
    assert_eq!(places.count(), 6);
}

#[test]
fn what_the_filters_and_the_search_let_through_is_announced() {
    let mut window = window();
    let announced = |window: &Window| -> Vec<String> {
        let all = window.harness.query_all(By::new());
        all.filter(|node| node.accesskit_node().data().live() == Some(Live::Polite))
            .map(|node| label(&node))
            .collect()
    };
    assert_eq!(announced(&window), ["14 of 14 passages"]);

    window.click("Education, 7");
    assert_eq!(announced(&window), ["7 of 14 passages"]);

    window.key_with(Modifiers::COMMAND, Key::F);
    window
        .harness
        .get_by_role(Role::SearchInput)
        .type_text("warehouse in october");
    window.settle();
    assert!(
        announced(&window).contains(&"1 result for “warehouse in october”".to_owned()),
        "{:?}",
        announced(&window)
    );
    window.key(Key::Enter);
    assert!(
        announced(&window).contains(&"Result 1 of 1: Passage: A warehouse in October".to_owned()),
        "{:?}",
        announced(&window)
    );
}

#[test]
fn a_new_count_is_the_old_node_with_other_words() {
    let mut window = window();
    let announced = |window: &Window| {
        let all = window.harness.query_all(By::new());
        let mut live = all.filter(|node| node.accesskit_node().data().live().is_some());
        live.next().map(|node| node.accesskit_node().id())
    };
    let before = announced(&window);

    // A way out of the filter appears beside it.
    window.click("Education, 7");

    assert!(before.is_some());
    assert_eq!(announced(&window), before);
}
