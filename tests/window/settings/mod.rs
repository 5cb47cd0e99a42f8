//! The settings window: what is chosen in it is remembered, and can be taken back.

mod basemap;
mod dialog;
mod effects;

use crate::support::{Window, opened, start, window};
use dateline::format;
use dateline::settings::{
    Language, LineWidth, MapNames, Motion, Settings, SettingsFile, TextSize, ThemeChoice, TourPace,
    Wheel,
};
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers, Shape};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

const BEIJING: &str = "Beijing, 2 passages";

fn with(settings: Settings, size: [f32; 2]) -> Window {
    opened(start(format::builtin().story, settings, None), size)
}

/// A window whose settings are kept.
fn kept() -> (TempDir, SettingsFile, Window) {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::at(folder.path().join("settings.toml"));
    let window = opened(
        start(
            format::builtin().story,
            Settings::default(),
            Some(file.clone()),
        ),
        [1280.0, 800.0],
    );
    (folder, file, window)
}

fn open_settings(window: &mut Window) {
    window.key_with(Modifiers::COMMAND, Key::Comma);
}

fn settings_window() -> Window {
    let mut window = window();
    open_settings(&mut window);
    window
}

/// Which of a row's values is the chosen one.
fn chosen(window: &Window, row: &str) -> Vec<String> {
    window
        .harness
        .query_all_by_role(Role::RadioButton)
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True))
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with(row))
        .collect()
}

/// All that is written in the window, whether a screen reader hears of it or not.
fn written(window: &Window) -> Vec<String> {
    fn texts(shape: &Shape, into: &mut Vec<String>) {
        match shape {
            Shape::Text(text) => into.push(text.galley.text().to_owned()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, into)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for clipped in &window.harness.output().shapes {
        texts(&clipped.shape, &mut all);
    }
    all
}

/// What the reader picks, what it says of it in the file, and whether that is there.
type Picked = (&'static str, fn(&Settings) -> bool);

#[test]
fn each_choice_is_saved_and_found_again() {
    let picks: [Picked; 13] = [
        ("Language: English", |s| {
            s.language == Some(Language::English)
        }),
        ("Language: English 中文", |s| {
            s.language == Some(Language::Both)
        }),
        ("Theme: Light", |s| s.theme == ThemeChoice::Light),
        ("Theme: Dark", |s| s.theme == ThemeChoice::Dark),
        ("Line width: Narrow", |s| s.line_width == LineWidth::Narrow),
        ("Line width: Wide", |s| s.line_width == LineWidth::Wide),
        ("Names on the map: 中文", |s| {
            s.map_names == Some(MapNames::Chinese)
        }),
        ("Names on the map: Both", |s| {
            s.map_names == Some(MapNames::Both)
        }),
        ("Pushing the wheel: Zooms out", |s| {
            s.wheel == Wheel::PushFurther
        }),
        ("Pushing the wheel: Moves the map", |s| {
            s.wheel == Wheel::Move
        }),
        ("Animation: Reduced", |s| s.motion == Some(Motion::Reduced)),
        ("Pace of the tour: Slow", |s| s.pace == TourPace::Slow),
        ("Pace of the tour: Fast", |s| s.pace == TourPace::Fast),
    ];
    let (_folder, file, mut window) = kept();
    open_settings(&mut window);
    for (label, is_saved) in picks {
        window.click(label);

        let found = file.load().settings;
        assert!(is_saved(&found), "{label}: {found:?}");
        let row = label.split_once(": ").unwrap().0;
        assert_eq!(chosen(&window, row), [label]);
        let mut again = with(found, [1280.0, 800.0]);
        open_settings(&mut again);
        assert_eq!(chosen(&again, row), [label], "at the next start");
    }
}

#[test]
fn a_reset_brings_the_first_choices_back_and_can_be_undone() {
    let (_folder, file, mut window) = kept();
    window.click("Curriculum");
    window.click("Customer service, studied");
    open_settings(&mut window);
    for pick in [
        "Theme: Dark",
        "Line width: Wide",
        "Pushing the wheel: Moves the map",
        "Pace of the tour: Fast",
        "Names on the map: Both",
        "Larger text",
        "Language: 中文",
    ] {
        window.click(pick);
    }
    let before = file.load().settings;

    window.click("全部恢复默认");
    let reset = file.load().settings;
    assert!(window.shows("Undo reset") && !window.shows("Reset all"));
    assert_eq!(
        (reset.theme, reset.language, reset.line_width, reset.wheel),
        (
            ThemeChoice::System,
            None,
            LineWidth::Normal,
            Wheel::PushCloser
        )
    );
    assert_eq!(
        (reset.pace, reset.motion, reset.map_names, reset.text_size),
        (TourPace::Normal, None, None, TextSize::default())
    );
    assert!(!reset.studied.is_empty());
    assert_eq!(reset.studied, before.studied);
    assert_eq!(reset.window, before.window);

    window.click("Undo reset");
    assert_eq!(file.load().settings, before);
    assert!(window.shows("全部恢复默认"));
}

#[test]
fn a_closed_window_forgets_the_undo() {
    let mut window = settings_window();
    window.click("Theme: Dark");
    window.click("Reset all");
    window.key(Key::Escape);

    open_settings(&mut window);

    assert!(window.shows("Reset all") && !window.shows("Undo reset"));
}

#[test]
fn a_bad_value_in_the_file_is_its_default_and_takes_no_other_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    let text = "theme = \"purple\"\nwheel = 7\nline_width = [\"wide\"]\nlanguage = \"chinese\"\npace = \"fast\"\n";
    std::fs::write(&path, text).unwrap();
    let mut beginning = start(format::builtin().story, Settings::default(), None);
    beginning.settings = SettingsFile::at(&path).load();

    let mut window = opened(beginning, [1280.0, 800.0]);
    assert!(!window.shows_containing(".bad"), "nothing was put aside");
    open_settings(&mut window);

    for (row, value) in [
        ("外观", "外观：跟随系统"),
        ("滚轮", "滚轮向前推：放大地图"),
        ("行宽", "行宽：适中"),
        ("语言", "语言：中文"),
        ("导览", "导览速度：快"),
    ] {
        assert_eq!(chosen(&window, row), [value]);
    }
}
