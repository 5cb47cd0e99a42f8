//! Other stories opened in the window, and the open one followed as its file changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use dateline::app::{Chooser, Start};
use dateline::files::{self, Document};
use dateline::session::Page;
use dateline::settings::Settings;
use dateline::story::{Item, Story};
use eframe::egui::{self, Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use crate::support::{Window, opened, start, window};

pub const TEA: &str = "+++
format = 1
title = \"Tea\"
language = \"en\"

[[place]]
id = \"puer\"
name = \"Pu'er\"
lat = 22.8
lon = 101.0

[[place]]
id = \"anxi\"
name = \"Anxi\"
lat = 25.1
lon = 118.2
+++

How tea travels.

## Leaves {#leaves}

They grow in [Pu'er](#puer).

## Cups {#cups}

They are filled in [Anxi](#anxi).
";

pub struct Files {
    folder: TempDir,
}

impl Files {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }
}

pub fn reading(path: &Path) -> Start {
    let mut start = start(Story::default(), Settings::default(), None);
    start.document = Document::of_file(path, files::open(path).unwrap());
    start
}

fn window_on(path: &Path) -> Window {
    opened(reading(path), [1280.0, 800.0])
}

fn window_that_chooses(chosen: Option<PathBuf>) -> Window {
    let chooser: Chooser = Arc::new(move |_| {
        let chosen = chosen.clone();
        Box::pin(async { chosen })
    });
    let mut start = start(dateline::format::builtin().story, Settings::default(), None);
    start.chooser = chooser;
    opened(start, [1280.0, 800.0])
}

/// Lets the threads that read and watch come to an end, of which the window hears in its next frame.
pub fn until(window: &mut Window, what: &str, is_so: impl Fn(&Window) -> bool) {
    for _ in 0..500 {
        window.harness.step();
        if is_so(window) {
            window.settle();
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("never so: {what}");
}

pub fn until_titled(window: &mut Window, title: &str) {
    until(window, title, |window| window.story().title.text == title);
}

pub fn drop_files(window: &mut Window, paths: &[PathBuf]) {
    let input = window.harness.input_mut();
    for path in paths {
        input.dropped_files.push(Arc::new(Dropped(path.clone())));
    }
    window.harness.step();
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads it so".to_owned())
    }
}

#[test]
fn a_file_chosen_in_the_systems_dialog_opens() {
    let files = Files::new();
    let mut window = window_that_chooses(Some(files.write("tea.md", TEA)));

    window.key_with(Modifiers::COMMAND, Key::O);
    until_titled(&mut window, "Tea");

    assert!(window.shows_containing("They grow in"));
}

#[test]
fn where_the_system_has_no_dialog_a_path_can_be_written() {
    let files = Files::new();
    let path = files.write("tea.md", TEA);
    let mut window = window_that_chooses(None);

    window.key_with(Modifiers::COMMAND, Key::O);
    until(&mut window, "our own dialog", |window| {
        window.shows("Open a story")
    });
    window
        .harness
        .get_by_role_and_label(egui::accesskit::Role::TextInput, "Path of the file")
        .focus();
    window.harness.step();
    window
        .harness
        .event(Event::Text(path.display().to_string()));
    window.key(Key::Enter);
    until_titled(&mut window, "Tea");

    assert!(!window.shows("Open a story"));
}

#[test]
fn a_pasted_address_of_a_file_opens_it() {
    let files = Files::new();
    let path = files.write("tea.md", TEA);
    let mut window = window();

    window
        .harness
        .event(Event::Paste(format!("file://{}", path.display())));
    until_titled(&mut window, "Tea");
}

#[test]
fn the_first_of_several_dropped_files_opens_and_the_others_are_told() {
    let files = Files::new();
    let tea = files.write("tea.md", TEA);
    let coffee = files.write("coffee.md", &TEA.replace("Tea", "Coffee"));
    let mut window = window();

    drop_files(&mut window, &[tea, coffee]);
    until_titled(&mut window, "Tea");

    assert!(window.shows("Of the 2 files only tea.md was opened."));
}

#[test]
fn a_storys_text_can_be_pasted() {
    let mut window = window();

    window.harness.event(Event::Paste(TEA.to_owned()));

    until_titled(&mut window, "Tea");
}

#[test]
fn what_is_no_story_is_told_and_the_open_one_stays() {
    let files = Files::new();
    let picture = files.path("picture.md");
    fs::write(&picture, [0_u8; 64]).unwrap();
    let mut window = window();
    let title = window.story().title.clone();

    drop_files(&mut window, &[picture, files.path("none.md")]);
    until(&mut window, "a notice", |window| {
        window.shows_containing("Not opened, picture.md: the file is not text.")
    });
    drop_files(&mut window, &[files.path("none.md")]);
    until(&mut window, "another notice", |window| {
        window.shows_containing("Not opened, none.md: there is no such file.")
    });

    assert_eq!(window.story().title, title);
}

#[test]
fn what_is_opened_from_outside_and_is_no_story_is_told_in_the_window() {
    let missing = Files::new().path("none.md");
    let mut start = start(Story::default(), Settings::default(), None);
    start.not_opened = files::open(&missing).err().map(Arc::new);

    let window = opened(start, [1280.0, 800.0]);

    assert!(window.shows_containing("Not opened, none.md: there is no such file."));
}

#[test]
fn each_story_keeps_the_readers_place() {
    let files = Files::new();
    let tea = files.write("tea.md", TEA);
    let coffee = files.write("coffee.md", &TEA.replace("Tea", "Coffee"));
    let mut window = window_on(&tea);

    window.click("Passage: Cups");
    drop_files(&mut window, std::slice::from_ref(&coffee));
    until_titled(&mut window, "Coffee");
    assert_eq!(window.selection(), None);
    drop_files(&mut window, std::slice::from_ref(&tea));
    until_titled(&mut window, "Tea");

    assert!(matches!(window.selection(), Some(Item::Passage(_))));
}

#[test]
fn stories_opened_last_are_offered_again() {
    let files = Files::new();
    let tea = files.write("tea.md", TEA);
    let coffee = files.write("coffee.md", &TEA.replace("Tea", "Coffee"));
    let mut window = window_on(&tea);
    drop_files(&mut window, std::slice::from_ref(&coffee));
    until_titled(&mut window, "Coffee");

    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    let folder = files.folder.path().canonicalize().unwrap();
    window.click(&format!("tea.md. {}", folder.display()));
    until_titled(&mut window, "Tea");

    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    window.click("The built-in story. Comes with Dateline");
    until_titled(&mut window, "A college for cross-border e-commerce");
}

#[test]
fn the_window_follows_the_file_and_the_reader_stays_where_they_were() {
    let files = Files::new();
    let path = files.write("tea.md", TEA);
    let mut window = window_on(&path);
    window.click("Anxi, 1");
    window.click("Passage: Cups");

    // A passage more in front: every id now stands for another one.
    let longer = TEA.replace("\"Anxi\"", "\"Anxi County\"").replace(
        "## Leaves",
        "## Seeds {#seeds}\n\nSown in [Pu'er](#puer).\n\n## Leaves",
    );
    files.write("tea.md", &longer);
    until(&mut window, "three passages", |window| {
        window.story().passages().len() == 3
    });

    let cups = window.story().find("cups");
    assert_eq!(window.selection(), cups);
    let anxi = window.place("anxi");
    assert!(window.harness.state().session().lens().has_place(anxi));
    assert!(window.shows("Anxi County, 1"));
}

#[test]
fn half_a_file_leaves_the_story_and_says_where_it_breaks() {
    let files = Files::new();
    let path = files.write("tea.md", TEA);
    let mut window = window_on(&path);

    files.write("tea.md", &TEA.replace("lat = 22.8", "lat = twenty"));
    until(&mut window, "a notice", |window| {
        window.shows_containing("The story is shown as it was before.")
    });
    assert_eq!(window.story().places().len(), 2);
    window.click("Show");
    assert_eq!(window.harness.state().session().page(), Page::Problems);
    let place = format!("Copy {}:9:7", path.display());
    assert!(
        window.shows(&place),
        "{:?}",
        window.labels(egui::accesskit::Role::Button)
    );
    window.click(&place);
    assert!(window.shows(&format!("Copied: {}:9:7", path.display())));

    files.write("tea.md", TEA);
    until(&mut window, "mended", |window| !window.shows("Problems"));
    assert_eq!(window.harness.state().session().page(), Page::Story);
}

#[test]
fn a_new_story_is_written_and_opened_but_never_over_another() {
    let files = Files::new();
    let taken = files.write("tea.md", TEA);
    let free = files.path("mine.md");
    let mut window = window_that_chooses(Some(taken.clone()));

    window.key_with(Modifiers::COMMAND, Key::N);
    window.click("Browse…");
    until(&mut window, "the path", |window| {
        window
            .harness
            .query_all_by_value(&taken.display().to_string())
            .next()
            .is_some()
    });
    window.click("Create");
    assert!(window.shows("There is such a file already. Choose another name."));
    assert_eq!(fs::read_to_string(&taken).unwrap(), TEA);

    window.key_to(Key::Tab, "Path of the file");
    window.key_with(Modifiers::COMMAND, Key::A);
    window
        .harness
        .event(Event::Text(free.display().to_string()));
    window.settle();
    let before = window.story().title.text.clone();
    window.key(Key::Enter);
    until(&mut window, "the new story", |window| {
        window.story().title.text != before
    });

    assert!(free.is_file());
    assert!(!window.shows("New story"));
}
