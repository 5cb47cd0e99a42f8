//! The open story written in other formats.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use dateline::files::{self, Document};
use dateline::settings::Settings;
use dateline::story::Story;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::{Window, opened, start};

/// The built-in story, in a folder of its own.
fn window_in(folder: &Path) -> Window {
    let path = folder.join("college.md");
    fs::copy("assets/story/bijie-college.md", &path).unwrap();
    let mut start = start(Story::default(), Settings::default(), None);
    start.document = Document::of_file(&path, files::open(&path).unwrap());
    let mut window = opened(start, [1280.0, 800.0]);
    window.key_with(Modifiers::COMMAND, Key::E);
    window
}

fn path_to_write(window: &Window) -> PathBuf {
    let field = window
        .harness
        .get_by_role_and_label(Role::TextInput, "Path of the file");
    PathBuf::from(field.value().unwrap_or_default())
}

/// The thread that writes comes to its end, of which the window hears in its next frame.
fn until_exported(window: &mut Window) {
    for _ in 0..1000 {
        window.harness.step();
        if window.shows_containing("Exported: ") {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("nothing was exported");
}

#[test]
fn the_dialog_says_what_a_format_cannot_hold_before_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_in(folder.path());
    assert!(!window.shows_containing("9 modules"));

    window.click("GeoJSON");
    assert!(window.shows_containing("9 modules"));
    assert_eq!(
        path_to_write(&window),
        folder.path().join("college.geojson")
    );
    window.click("Export");
    until_exported(&mut window);

    let written = fs::read_to_string(folder.path().join("college.geojson")).unwrap();
    assert!(written.contains("FeatureCollection"));
    assert!(!window.shows("Export the story"));
}

#[test]
fn a_picture_is_as_large_as_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_in(folder.path());

    window.click("Picture of the map");
    let size = window
        .harness
        .get_by_role_and_label(Role::TextInput, "Width x height, in pixels");
    size.focus();
    window.harness.step();
    window.key_with(Modifiers::COMMAND, Key::A);
    window
        .harness
        .event(eframe::egui::Event::Text("9x9".to_owned()));
    window.settle();
    window.click("Export");
    assert!(window.shows_containing("from 200 to 12000 pixels"));

    window.key_to(Key::Tab, "Width x height, in pixels");
    window.key_with(Modifiers::COMMAND, Key::A);
    window
        .harness
        .event(eframe::egui::Event::Text("400x300".to_owned()));
    window.settle();
    window.click("Export");
    until_exported(&mut window);

    let picture = image::open(folder.path().join("college.png")).unwrap();
    assert_eq!((picture.width(), picture.height()), (400, 300));
}

#[test]
fn a_file_that_is_there_is_only_replaced_by_who_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("college.html"), "mine").unwrap();
    let mut window = window_in(folder.path());

    assert!(window.shows("There is such a file already. It is replaced if you go on."));
    assert!(!window.shows("Export"));
    window.click("Replace");
    until_exported(&mut window);

    let page = fs::read_to_string(folder.path().join("college.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"), "{}", &page[..40]);
}
