//! The curriculum: what is listed, where it leads, and what is remembered of it.

use crate::support::{Window, opened, start, window};
use dateline::format;
use dateline::settings::{Settings, SettingsFile};
use dateline::story::Item;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const SUBJECTS: [&str; 4] = [
    "Big data",
    "E-commerce",
    "Digital media",
    "Information security",
];
const MODULES: [&str; 9] = [
    "Marketing planning",
    "Customer service",
    "Supply management",
    "Warehousing",
    "Logistics",
    "Procurement",
    "Customs liquidation",
    "Online store operation",
    "Online promotion",
];

fn curriculum() -> Window {
    let mut window = window();
    window.click("Curriculum");
    window
}

fn modules(window: &Window) -> Vec<String> {
    let studied = |label: String| label.strip_suffix(", studied").map(str::to_owned);
    window
        .labels(Role::CheckBox)
        .into_iter()
        .filter_map(studied)
        .collect()
}

fn paragraph(window: &Window) -> Vec<u32> {
    let Some(Item::Passage(passage)) = window.selection() else {
        panic!("no passage is selected")
    };
    window.story().passage(passage).paragraphs.clone()
}

#[test]
fn all_subjects_and_modules_are_listed_in_the_articles_order() {
    let window = curriculum();
    assert_eq!(modules(&window), MODULES);
    for subject in SUBJECTS {
        assert!(window.shows_containing(subject), "{subject}");
    }
    assert!(window.shows_containing("Bijie Industry Polytechnic College"));
}

#[test]
fn a_subject_leads_to_its_passage() {
    for subject in SUBJECTS {
        let mut window = curriculum();
        window
            .harness
            .get_by_label_contains(&format!("{subject}. Read"))
            .click();
        window.settle();
        assert_eq!(paragraph(&window), [8]);
    }
}

#[test]
fn a_modules_number_leads_to_its_passage() {
    for i in 0..MODULES.len() {
        let mut window = curriculum();
        window.scroll_and_click("Read ¶11: Who teaches the core modules", i);
        assert_eq!(paragraph(&window), [11]);
    }
}

#[test]
fn the_curriculum_follows_the_filters_and_says_what_is_hidden() {
    let mut window = curriculum();
    window.click("Trade, 3");

    assert!(modules(&window).is_empty());
    assert!(window.shows("13 more do not pass the filters."));
}

#[test]
fn a_ticked_module_counts_and_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::at(folder.path().join("settings.toml"));
    let story = || format::builtin().story;
    let mut window = opened(
        start(story(), Settings::default(), Some(file.clone())),
        [1280.0, 800.0],
    );
    window.click("Curriculum");

    window.click("Customer service, studied");
    assert!(window.shows("1 of 9 modules studied"));

    let found = file.load().settings;
    let mut again = opened(start(story(), found, Some(file.clone())), [1280.0, 800.0]);
    again.click("Curriculum");
    let box_of = |window: &Window, module: &str| {
        window
            .harness
            .get_by_label(&format!("{module}, studied"))
            .accesskit_node()
            .toggled()
    };
    assert_eq!(box_of(&again, "Customer service"), Some(Toggled::True));
    assert_eq!(box_of(&again, "Warehousing"), Some(Toggled::False));

    again.click("Customer service, studied");
    assert!(again.shows("0 of 9 modules studied"));
}

#[test]
fn settings_that_could_not_be_read_are_spoken_of_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    std::fs::write(&path, "theme = ").unwrap();
    let mut beginning = start(format::builtin().story, Settings::default(), None);
    beginning.settings = SettingsFile::at(&path).load();

    let mut window = opened(beginning, [1280.0, 800.0]);
    assert!(window.shows_containing("settings.toml.bad"));

    window.click("Dismiss");
    assert!(!window.shows_containing("settings.toml.bad"));
}

#[test]
fn by_keyboard_too_each_subject_and_module_leads_to_its_passage() {
    let led_to = |wanted: &dyn Fn(&str) -> bool, nth: usize| {
        let mut window = window();
        window.key_with(Modifiers::COMMAND, Key::Num2);
        let mut met = 0;
        for _ in 0..120 {
            window.harness.key_press(Key::Tab);
            window.harness.step();
            if window.focused().is_some_and(|label| wanted(&label)) {
                met += 1;
                if met > nth {
                    window.key(Key::Enter);
                    return paragraph(&window);
                }
            }
        }
        panic!("Tab does not reach number {nth}");
    };
    for i in 0..SUBJECTS.len() {
        assert_eq!(led_to(&|label| label.contains(". Read ¶8"), i), [8]);
    }
    for i in 0..MODULES.len() {
        assert_eq!(led_to(&|label| label.starts_with("Read ¶11: "), i), [11]);
    }
}
