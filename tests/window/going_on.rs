//! After a fault of the program's own: what the next start says, and where it leads.

use std::fs;
use std::path::PathBuf;

use dateline::app::{App, Start};
use dateline::crash::{LastGood, Reports, Stopped};
use dateline::files::{self, Document};
use dateline::format;
use dateline::renderer::Renderer;
use dateline::settings::{Language, Motion, Settings, SettingsFile};
use dateline::story::Item;
use eframe::egui::{Event, Key, Modifiers};
use tempfile::TempDir;

use crate::opening::{TEA, until_titled};
use crate::support::{Window, builder, opened, start};

const CONTINUE: &str = "Continue where you were";
const STOPPED: &str = "Dateline stopped because of a fault of its own.";
const REPORT: &str = "/home/reader/reports/report-1.txt";

struct Desk {
    folder: TempDir,
    last_good: LastGood,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            last_good: LastGood::default(),
        }
    }

    fn settings_file(&self) -> SettingsFile {
        SettingsFile::at(self.folder.path().join("settings.toml"))
    }

    fn tea(&self) -> PathBuf {
        let path = self.folder.path().join("tea.md");
        fs::write(&path, TEA).unwrap();
        path.canonicalize().unwrap()
    }

    fn start(&self, document: Document) -> Start {
        let file = self.settings_file();
        let settings = file.load().settings;
        let mut start = start(format::builtin().story, settings, Some(file));
        start.document = document;
        start
    }

    fn open(&self, document: Document) -> Window {
        let mut start = self.start(document);
        start.settings.settings.motion = Some(Motion::Reduced);
        let last_good = self.last_good.clone();
        let harness = builder([1280.0, 800.0]).build_eframe(move |cc| {
            App::new(&cc.egui_ctx, Renderer::Wgpu, start).kept_in(&last_good)
        });
        let mut window = Window { harness };
        window.settle();
        window
    }

    fn open_tea(&self) -> Window {
        let path = self.tea();
        self.open(Document::of_file(&path, files::open(&path).unwrap()))
    }

    /// What is left when a frame panics: the rest of the window is never asked.
    fn crash(&self, window: Window) {
        if let Some(settings) = self.last_good.settings() {
            self.settings_file().save(&settings).unwrap();
        }
        fs::create_dir_all(self.folder.path().join("reports")).unwrap();
        Reports::beside(&self.settings_file()).leave(&Stopped {
            report: REPORT.into(),
            shown: self.last_good.shown(),
            whereabouts: self.last_good.whereabouts(),
        });
        drop(window);
    }
}

fn close(mut window: Window) {
    eframe::App::on_exit(window.harness.state_mut(), None);
}

fn on(window: &Window) -> Option<String> {
    let selection = window.selection();
    selection.map(|item| window.story().key(item).to_owned())
}

#[test]
fn the_next_start_names_the_report_and_leads_back_to_the_place_once_asked() {
    let desk = Desk::new();
    let mut window = desk.open(Document::builtin());
    window.key(Key::End);
    let last = on(&window);
    assert!(last.is_some());
    desk.crash(window);

    let mut again = desk.open(Document::builtin());
    assert!(again.shows_containing(STOPPED));
    assert!(again.shows_containing(REPORT));
    assert_eq!(on(&again), None, "the place may be what it stopped at");
    again.click(CONTINUE);
    assert_eq!(on(&again), last);
    assert!(!again.shows_containing(STOPPED));
}

#[test]
fn another_story_that_was_open_is_opened_at_its_place() {
    let desk = Desk::new();
    let mut window = desk.open_tea();
    window.key(Key::End);
    assert_eq!(on(&window).as_deref(), Some("cups"));
    desk.crash(window);

    let mut again = desk.open(Document::builtin());
    again.click(CONTINUE);
    until_titled(&mut again, "Tea");
    assert_eq!(on(&again).as_deref(), Some("cups"));
    assert!(!again.shows_containing(STOPPED));
}

#[test]
fn nothing_is_said_after_the_window_was_closed() {
    let desk = Desk::new();
    let mut window = desk.open(Document::builtin());
    window.key(Key::End);
    let last = on(&window);
    close(window);

    let again = desk.open(Document::builtin());
    assert!(!again.shows_containing(STOPPED));
    assert!(!again.shows(CONTINUE));
    assert_eq!(on(&again), last);
}

#[test]
fn it_is_told_once() {
    let desk = Desk::new();
    let window = desk.open(Document::builtin());
    desk.crash(window);

    let mut again = desk.open(Document::builtin());
    again.click("Dismiss");
    assert!(!again.shows_containing(STOPPED));
    close(again);
    assert!(!desk.open(Document::builtin()).shows_containing(STOPPED));
}

#[test]
fn whoever_closes_the_window_without_an_answer_finds_their_place_the_next_time() {
    let desk = Desk::new();
    let mut window = desk.open(Document::builtin());
    window.key(Key::End);
    let last = on(&window);
    desk.crash(window);

    close(desk.open(Document::builtin()));
    assert_eq!(on(&desk.open(Document::builtin())), last);
}

/// What was laid out in the last frame may be what panicked when it was painted.
#[test]
fn a_place_that_was_never_painted_is_not_led_back_to() {
    let desk = Desk::new();
    let mut window = desk.open_tea();
    window.key(Key::Home);
    assert_eq!(on(&window).as_deref(), Some("leaves"));
    window.harness.step();
    // In one frame: the harness would let go of the key in a second one.
    window.harness.event(Event::Key {
        key: Key::End,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    window.harness.step();
    assert_eq!(on(&window).as_deref(), Some("cups"));
    desk.crash(window);

    let mut again = desk.open_tea();
    again.click(CONTINUE);
    assert_eq!(on(&again).as_deref(), Some("leaves"));
}

#[test]
fn a_width_that_was_never_saved_is_kept() {
    let desk = Desk::new();
    let mut window = desk.open(Document::builtin());
    window.key_to(Key::Tab, "Width of the reading panel");
    window.key(Key::ArrowLeft);
    let width = window.harness.state().settings().panel_width;
    assert!(width.is_some());
    assert_eq!(desk.settings_file().load().settings.panel_width, None);
    desk.crash(window);

    assert_eq!(desk.settings_file().load().settings.panel_width, width);
}

#[test]
fn a_passage_that_is_asked_for_is_opened_all_the_same() {
    let desk = Desk::new();
    let mut window = desk.open(Document::builtin());
    window.key(Key::End);
    desk.crash(window);

    let mut start = desk.start(Document::builtin());
    start.open_at = Some("core-modules".to_owned());
    let again = opened(start, [1280.0, 800.0]);
    assert_eq!(on(&again).as_deref(), Some("core-modules"));
    assert!(again.shows_containing(STOPPED));
}

#[test]
fn a_story_that_was_pasted_cannot_be_gone_on_with() {
    let desk = Desk::new();
    let reading = format::read(TEA.as_bytes()).unwrap();
    let window = desk.open(Document::pasted(reading));
    desk.crash(window);

    let again = desk.open(Document::builtin());
    assert!(again.shows_containing(STOPPED));
    assert!(!again.shows(CONTINUE));
}

#[test]
fn it_is_said_in_chinese_and_by_keyboard_answered() {
    let desk = Desk::new();
    let mut window = desk.open_tea();
    window.key(Key::End);
    desk.crash(window);

    let mut start = desk.start(Document::builtin());
    start.settings.settings = Settings {
        language: Some(Language::Chinese),
        ..start.settings.settings
    };
    let mut again = opened(start, [1280.0, 800.0]);
    assert!(again.shows_containing("Dateline 因自身出错而停止运行。"));
    again.key_to(Key::Tab, "从上次的位置继续");
    again.key_with(Modifiers::NONE, Key::Enter);
    until_titled(&mut again, "Tea");
    let cups = again.story().find("cups");
    assert_eq!(again.selection(), cups);
    assert!(matches!(cups, Some(Item::Passage(_))));
}
