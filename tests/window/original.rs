//! The original beside the story: attached, shown as the reader wants it, kept, and removed again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dateline::app::Start;
use dateline::export::{self, Export};
use dateline::files;
use dateline::format::Format;
use dateline::format::picture::PictureSize;
use dateline::settings::{Language, SettingsFile, Wording};
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::opening::{Files, drop_files, reading, until, until_titled};
use crate::support::{Window, opened};

const STORY: &str = include_str!("../original/texts/ferry.md");
const ARTICLE: &str = include_str!("../original/texts/ferry.txt");
const OTHER: &str = include_str!("../original/texts/tea.zh.txt");
const IN_FULL: &str = "The county council in Tromsø meets on November 21.";
const ATTACHED: &str = "5 of 6 passages have their original beside them, from ferry.txt.";

/// A story and the article that it retells, with what is remembered of both.
struct Beside {
    files: Files,
    story: PathBuf,
    article: PathBuf,
    settings: SettingsFile,
}

impl Beside {
    fn new() -> Self {
        let files = Files::new();
        Self {
            story: files.write("boat.md", STORY),
            article: files.write("ferry.txt", ARTICLE),
            settings: SettingsFile::at(files.path("settings/settings.toml")),
            files,
        }
    }

    fn start(&self) -> Start {
        let mut start = reading(&self.story);
        start.settings = self.settings.load();
        start.settings_file = Some(self.settings.clone());
        start
    }

    fn window(&self) -> Window {
        opened(self.start(), [1280.0, 800.0])
    }

    /// In which the system's dialog chooses this file.
    fn window_that_chooses(&self, path: &Path) -> Window {
        let mut start = self.start();
        let chosen = path.to_owned();
        start.chooser = Arc::new(move |_| {
            let chosen = chosen.clone();
            Box::pin(async { Some(chosen) })
        });
        opened(start, [1280.0, 800.0])
    }

    fn window_with_original(&self) -> Window {
        let mut window = self.window_that_chooses(&self.article);
        attach(&mut window);
        until(&mut window, "attached", |window| window.shows(ATTACHED));
        window
    }
}

fn attach(window: &mut Window) {
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
}

fn has_original(window: &Window) -> bool {
    window.shows_containing(IN_FULL)
}

fn has_retelling(window: &Window) -> bool {
    window.shows_containing("Anne Berg and her colleagues")
}

#[test]
fn each_passage_shows_the_paragraphs_that_it_retells() {
    let beside = Beside::new();

    let window = beside.window_with_original();

    let originals: Vec<_> = window
        .harness
        .query_all_by_role(Role::Blockquote)
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    let label = |numbers: &str| format!("The source, word for word  ¶{numbers}");
    assert_eq!(originals, ["3–4", "6", "7", "8", "9"].map(label));
    assert!(has_original(&window) && has_retelling(&window));
    // The last passage is the story's own.
    let nothing = "No paragraph of the original was found for this passage";
    assert_eq!(window.harness.query_all_by_label(nothing).count(), 1);
}

#[test]
fn one_choice_says_in_whose_words_all_passages_are_and_is_remembered() {
    let beside = Beside::new();
    let mut window = beside.window_with_original();

    window.click("Retelling");
    assert!(has_retelling(&window) && !has_original(&window));
    window.key(Key::O);
    assert!(!has_retelling(&window) && has_original(&window));
    assert_eq!(beside.settings.load().settings.wording, Wording::Original);

    let mut again = beside.window();
    until(&mut again, "the original", has_original);
    assert!(!has_retelling(&again));
    let chosen = again
        .harness
        .get_by_role_and_label(Role::RadioButton, "Original");
    assert_eq!(chosen.accesskit_node().toggled(), Some(Toggled::True));
    again.key(Key::O);
    assert!(has_retelling(&again) && has_original(&again));
}

#[test]
fn without_an_original_there_is_nothing_to_choose() {
    let beside = Beside::new();
    let mut window = beside.window_that_chooses(&beside.article);
    assert!(!window.shows("Retelling"));

    window.key(Key::O);
    assert!(window.shows("This story has no original beside it yet."));
    window.click("Attach the original…");
    until(&mut window, "attached", has_original);
}

#[test]
fn the_story_and_what_is_exported_of_it_stay_without_the_original() {
    let beside = Beside::new();
    let window = beside.window_with_original();
    drop(window);

    assert_eq!(fs::read_to_string(&beside.story).unwrap(), STORY);
    let reading = files::open(&beside.story).unwrap();
    for format in [
        Format::Native,
        Format::Html,
        Format::StoryMapJs,
        Format::GeoJson,
    ] {
        let path = beside.files.path("out").with_extension(format.extension());
        let export = Export {
            format,
            languages: Vec::new(),
            size: PictureSize::default(),
            dark: false,
        };
        for file in export::files(&reading, &path, &export).unwrap() {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            assert!(!text.contains(IN_FULL), "{format}");
        }
    }
}

#[test]
fn it_is_there_again_until_it_is_removed_which_can_be_undone() {
    let beside = Beside::new();
    drop(beside.window_with_original());

    let mut window = beside.window();
    until(&mut window, "kept", has_original);
    assert!(!window.shows(ATTACHED), "nothing is new");
    window.click("Menu");
    window.click("Remove the original");
    assert!(window.shows("The original is removed.") && !has_original(&window));
    assert!(!has_original(&beside.window()));

    window.click("Undo");
    until(&mut window, "undone", has_original);
    drop(window);
    until(&mut beside.window(), "kept again", has_original);
}

#[test]
fn a_spoilt_copy_is_none_and_is_no_trouble() {
    let beside = Beside::new();
    drop(beside.window_with_original());
    let kept = fs::read_dir(beside.files.path("settings/originals")).unwrap();
    for file in kept {
        fs::write(file.unwrap().path(), [0xFF; 64]).unwrap();
    }

    let mut window = beside.window_that_chooses(&beside.article);

    window.wait(1);
    assert!(!has_original(&window) && window.labels(Role::Alert).is_empty());
    assert!(!window.shows("Dismiss"));
    attach(&mut window);
    until(&mut window, "attached anew", has_original);
}

#[test]
fn a_text_that_the_story_does_not_retell_is_refused() {
    let beside = Beside::new();
    let other = beside.files.write("tea.txt", OTHER);
    let mut window = beside.window_that_chooses(&other);

    attach(&mut window);

    until(&mut window, "a refusal", |window| {
        window.shows("tea.txt is not attached: it does not seem to be what this story retells.")
    });
    assert!(!window.shows("Retelling"));
    assert!(!beside.files.path("settings/originals").exists());
}

#[test]
fn what_is_no_text_is_refused_with_its_reason() {
    let beside = Beside::new();
    let mut window = beside.window_that_chooses(&beside.story);

    attach(&mut window);

    until(&mut window, "a refusal", |window| {
        window.shows(
            "boat.md is not attached: the file is a story in the format Dateline, and no article.",
        )
    });
}

#[test]
fn a_dropped_original_is_offered_and_not_taken_unasked() {
    let beside = Beside::new();
    let mut window = beside.window();
    let offer = "ferry.txt seems to be the original of this story.";

    drop_files(&mut window, std::slice::from_ref(&beside.article));
    until(&mut window, "an offer", |window| window.shows(offer));
    assert!(!has_original(&window));
    window.click("Attach");
    until(&mut window, "attached", has_original);
    assert!(!window.shows(offer));

    drop_files(&mut window, std::slice::from_ref(&beside.article));
    until(&mut window, "an offer", |window| window.shows(offer));
    window.click("Open as an article");
    until_titled(&mut window, "An island loses its winter boat");
    assert!(!window.shows("Retelling"), "an article has no original");
}

#[test]
fn another_article_that_is_dropped_opens_as_ever() {
    let beside = Beside::new();
    let other = beside.files.write("tea.txt", OTHER);
    let mut window = beside.window_with_original();

    drop_files(&mut window, std::slice::from_ref(&other));
    until_titled(&mut window, "山村茶厂接到第一份海外订单");
    assert!(!window.shows("Retelling"));

    drop_files(&mut window, std::slice::from_ref(&beside.story));
    until_titled(&mut window, "The boat that stays in harbour");
    until(&mut window, "kept for its own story", has_original);
}

#[test]
fn an_edited_story_is_laid_beside_its_original_anew() {
    let beside = Beside::new();
    let mut window = beside.window_with_original();
    let weather = "No paragraph of the original was found for this passage";
    assert_eq!(window.harness.query_all_by_label(weather).count(), 1);

    let edited = STORY.replace(
        "Islands are far away from everything, which is why people love them.",
        "A boat from Copenhagen is free until April, says its owner.",
    );
    fs::write(&beside.story, edited).unwrap();

    until(&mut window, "the last paragraph", |window| {
        window.shows("The source, word for word  ¶11")
    });
    assert!(!window.shows(weather));
}

#[test]
fn where_the_system_has_no_dialog_the_path_can_be_written() {
    let beside = Beside::new();
    let mut window = beside.window();

    attach(&mut window);
    until(&mut window, "our own dialog", |window| {
        window.shows("Attach the original")
    });
    window.key_to(Key::Tab, "Path of the file");
    let path = beside.article.display().to_string();
    window.harness.event(Event::Text(path));
    window.key(Key::Enter);

    until(&mut window, "attached", has_original);
    assert!(!window.shows("Path of the file"));
}

#[test]
fn the_choice_is_reached_by_keyboard_and_in_chinese() {
    let beside = Beside::new();
    drop(beside.window_with_original());
    let mut start = beside.start();
    start.settings.settings.language = Some(Language::Chinese);
    let mut window = opened(start, [1280.0, 800.0]);
    until(&mut window, "kept", has_original);

    window.key_to(Key::Tab, "转述");
    window.key(Key::Enter);

    assert!(has_retelling(&window) && !has_original(&window));
    window.key_to(Key::Tab, "对照");
    window.key(Key::Space);
    assert!(window.shows("原文  ¶8") && window.shows("原文中未找到对应的段落"));
}
