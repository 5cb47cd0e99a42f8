//! Reading in English, in Chinese and in both.

use std::path::Path;

use dateline::format;
use dateline::settings::{Language, Settings, SettingsFile};

use crate::support::{Window, opened, start, window};

/// A story of two passages, of which one is translated.
fn half_translated() -> Window {
    let story = "+++\nformat = 1\ntitle = \"Tea\"\nlanguage = \"en\"\n+++\n\
        # One {#one}\nFirst words.\n\n# Two {#two}\nSecond words.\n";
    let chinese = "+++\nformat = 1\nlanguage = \"zh\"\n+++\n# 第一段 {#one}\n中文。\n";
    let mut reading = format::read(story.as_bytes()).unwrap();
    reading.translate(Path::new("tea.zh.md"), "zh", chinese.as_bytes());
    opened(
        start(reading.story, Settings::default(), None),
        [900.0, 700.0],
    )
}

#[test]
fn the_switch_turns_interface_story_and_map_to_chinese_and_back() {
    let mut window = window();

    window.click("Chinese");
    assert!(window.shows("一所跨境电商学院"));
    assert!(window.shows("段落：两地记者，一篇报道"));
    assert!(window.shows("毕节，6"), "the chip");
    assert!(window.shows("杭州，1段"), "the marker");
    assert!(!window.shows_containing("Passage: "));

    window.click("英文");
    assert!(window.shows("Passage: Two desks, one report"));
}

#[test]
fn both_languages_stand_passage_by_passage() {
    let mut window = window();

    window.click("English and Chinese");

    assert!(window.shows_containing("Cross-border e-commerce is growing fast"));
    assert!(window.shows_containing("跨境电商在中国依然增长迅速"));
}

#[test]
fn filters_and_selection_survive_a_change_of_language() {
    let mut window = window();
    window.click("Education, 7");
    window.click("Hangzhou, 1 passage");

    window.click("Chinese");

    assert_eq!(window.paragraphs_titled("段落："), [14]);
}

#[test]
fn a_passage_without_a_translation_shows_in_its_own_language_and_says_so() {
    let mut window = half_translated();

    window.click("Chinese");

    assert!(window.shows("中文。"));
    assert!(window.shows("Second words."));
    assert!(window.shows("尚无译文，以下为原文语言"));
}

#[test]
fn a_story_without_translations_says_nothing_of_them() {
    let text = "+++\nformat = 1\ntitle = \"T\"\nlanguage = \"fr\"\n+++\n# Un\nMots.\n";
    let story = format::read(text.as_bytes()).unwrap().story;
    let mut window = opened(start(story, Settings::default(), None), [900.0, 700.0]);

    window.click("Chinese");

    assert!(window.shows("Mots.") && !window.shows("尚无译文，以下为原文语言"));
}

#[test]
fn the_chosen_language_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::at(folder.path().join("settings.toml"));
    let start = start(
        format::builtin().story,
        Settings::default(),
        Some(file.clone()),
    );
    let mut window = opened(start, [1280.0, 800.0]);

    window.click("English and Chinese");

    assert_eq!(file.load().settings.language, Some(Language::Both));
}

#[test]
fn the_first_start_follows_the_system() {
    assert_eq!(Language::of_locale("zh_CN.UTF-8"), Language::Chinese);
    assert_eq!(Language::of_locale("zh-Hans-CN"), Language::Chinese);
    assert_eq!(Language::of_locale("en_GB"), Language::English);
    assert_eq!(Language::of_locale("tr_TR"), Language::English);
}
