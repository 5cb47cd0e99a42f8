//! What is wrong with files, in the language of the interface.

use std::path::Path;
use std::sync::Arc;

use dateline::app::Start;
use dateline::settings::Language;
use eframe::egui::{Key, Modifiers};

use crate::opening::{Files, TEA, drop_files, reading, until};
use crate::support::{Window, opened};

fn chinese_window(file: &str) -> (Files, Window) {
    let files = Files::new();
    let path = files.write("tea.md", file);
    let window = opened(chinese(&path), [1280.0, 800.0]);
    (files, window)
}

fn chinese(path: &Path) -> Start {
    let mut start = reading(path);
    start.settings.settings.language = Some(Language::Chinese);
    start
}

#[test]
fn a_problem_is_told_in_the_language_of_the_interface_as_it_changes() {
    let wrong = TEA.replace("lat = 22.8", "lat = 122.8");
    let (_files, mut window) = chinese_window(&wrong.replace("name = \"Anxi\"", "nam = \"Anxi\""));

    window.click("查看");
    for sentence in [
        "122.8不是地图可以显示的纬度。",
        "写-85.0511至85.0511之间的数字。",
        "[[place]]中没有`nam`这一项。",
        "是否应为`name`？",
        "这个地点没有名称。",
    ] {
        assert!(window.shows(sentence), "{sentence}");
    }

    window.click("英文");
    assert!(window.shows("122.8 is no latitude that the map can show."));
    assert!(window.shows("Perhaps `name` is meant."));
    assert!(!window.shows_containing("纬度"));
}

#[test]
fn a_file_that_is_no_story_is_refused_in_the_language_of_the_interface() {
    let (files, mut window) = chinese_window(TEA);

    let yaml = files.write("yaml.md", "---\ntitle: Tea\n---\nText.");
    drop_files(&mut window, &[yaml]);
    until(&mut window, "a refusal", |window| {
        window.shows(
            "未能打开yaml.md：文件头写在两行`---`之间。解决办法：请改用TOML，写在两行`+++`之间。",
        )
    });
    let none = files.path("none.md");
    drop_files(&mut window, &[none]);
    until(&mut window, "a refusal", |window| {
        window.shows("未能打开none.md：没有这个文件。")
    });
}

#[test]
fn a_file_that_became_unreadable_is_told_in_the_language_of_the_interface() {
    let (files, mut window) = chinese_window(TEA);

    files.write("tea.md", "");
    until(&mut window, "a notice", |window| {
        window.shows("文件现在无法读取，仍显示之前的内容。")
    });
    window.click("查看");
    assert!(window.shows("文件是空的。"));

    window.click("英文");
    assert!(window.shows("The file is empty."));
}

#[test]
fn a_text_that_is_no_original_is_refused_in_the_language_of_the_interface() {
    let files = Files::new();
    let path = files.write("tea.md", TEA);
    let mut start = chinese(&path);
    start.chooser = Arc::new(move |_| {
        let path = path.clone();
        Box::pin(async { Some(path) })
    });
    let mut window = opened(start, [1280.0, 800.0]);

    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);

    until(&mut window, "a refusal", |window| {
        window.shows("未附上tea.md：文件是Dateline格式的故事，不是文章。")
    });
}
