//! Fault N: the program itself panics.
//!
//! Not here: what ends a program without a panic, as a driver's crash, no memory, or a stack that overflows; of these no
//! program hears.

use std::fs;
use std::io::Write as _;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread;

use dateline::crash::{Reports, Stopped, Whereabouts, Witness};
use dateline::files::Document;
use dateline::session::{Bookmark, Page};
use dateline::settings::{Settings, SettingsFile, ThemeChoice};
use tempfile::TempDir;

/// Where the program that panics has its settings, and how it does.
const FOLDER: &str = "DATELINE_TEST_PANICS_IN";
const HOW: &str = "DATELINE_TEST_PANICS";
/// The program that panics is this very test, started once more.
const THIS: &str =
    "panics::a_panic_in_the_open_window_is_told_reported_and_the_readers_place_is_kept";

fn settings_in(folder: &Path) -> SettingsFile {
    SettingsFile::at(folder.join("dateline").join("settings.toml"))
}

fn place() -> Bookmark {
    Bookmark {
        page: Page::Story,
        item: Some("core-modules".to_owned()),
    }
}

/// What the program does, as far as it can without a window.
fn panic_as_told(folder: &Path, how: &str) {
    let witness = Witness::new(Some(settings_in(folder)));
    witness.listen();
    witness.begin_opening();
    if how != "while opening" {
        witness.is_open("a pencil".to_owned());
    }
    let last_good = witness.last_good();
    last_good.show(&Document::builtin());
    last_good.remember(&Settings {
        theme: ThemeChoice::Dark,
        ..Settings::default()
    });
    if how != "before the first frame" {
        last_good.reach(place());
    }
    let panics = || panic!("no such passage: {}", "tea\u{1b}[31m\nleaves");
    if how == "on a thread" {
        for _ in 0..3 {
            let ended = thread::Builder::new()
                .name("open".to_owned())
                .spawn(panics)
                .unwrap()
                .join();
            assert!(ended.is_err());
        }
    } else {
        assert!(panic::catch_unwind(AssertUnwindSafe(panics)).is_err());
    }
    if let Some(heard) = witness.heard_while_opening() {
        // Not by `eprintln`, which the test harness keeps to itself.
        let mut terminal = std::io::stderr();
        terminal
            .write_all(format!("heard: {heard}\n").as_bytes())
            .unwrap();
    }
}

struct Panicked {
    folder: TempDir,
    output: Output,
}

impl Panicked {
    fn how(how: &str) -> Self {
        Self::in_folder(tempfile::tempdir().unwrap(), how)
    }

    fn in_folder(folder: TempDir, how: &str) -> Self {
        let temporary = folder.path().join("temporary");
        fs::create_dir(&temporary).unwrap();
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", THIS])
            .env(FOLDER, folder.path())
            .env(HOW, how)
            .envs(["TMPDIR", "TMP", "TEMP"].map(|variable| (variable, &temporary)))
            .output()
            .unwrap();
        assert!(output.status.success(), "it went on: {output:?}");
        Self { folder, output }
    }

    /// What it said on the terminal.
    fn said(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).unwrap()
    }

    fn settings(&self) -> SettingsFile {
        settings_in(self.folder.path())
    }

    fn stopped(&self) -> Option<Stopped> {
        Reports::beside(&self.settings()).take()
    }

    fn reports(&self) -> Vec<PathBuf> {
        texts_in(&self.folder.path().join("dateline").join("reports"))
    }
}

fn texts_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect()
}

#[test]
fn a_panic_in_the_open_window_is_told_reported_and_the_readers_place_is_kept() {
    if let (Some(folder), Ok(how)) = (std::env::var_os(FOLDER), std::env::var(HOW)) {
        return panic_as_told(Path::new(&folder), &how);
    }

    let panicked = Panicked::how("in the window");

    let [report] = &panicked.reports()[..] else {
        panic!("one report: {:?}", panicked.reports());
    };
    let said = panicked.said();
    assert_eq!(said.lines().count(), 1, "one sentence: {said}");
    assert!(said.starts_with("dateline: Dateline has to stop"), "{said}");
    assert!(said.contains(&report.display().to_string()), "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");

    let text = fs::read_to_string(report).unwrap();
    for fact in [
        "no such passage: tea",
        "panics.rs:",
        THIS,
        "a pencil",
        "the built-in one",
        "panic_as_told",
    ] {
        assert!(text.contains(fact), "{fact}: {text}");
    }

    let found = panicked.settings().load().settings;
    let key = Document::builtin().key;
    assert_eq!(found.theme, ThemeChoice::Dark);
    assert_eq!(found.bookmarks.get(&key), Some(&place()));
    let stopped = panicked.stopped().unwrap();
    assert_eq!(stopped.report, *report);
    let there = Whereabouts {
        story: key,
        file: None,
        place: place(),
    };
    assert_eq!(stopped.whereabouts, Some(there));
}

#[test]
fn what_was_never_drawn_is_no_place_to_lead_back_to() {
    let panicked = Panicked::how("before the first frame");

    let stopped = panicked.stopped().unwrap();
    assert_eq!(stopped.whereabouts, None);
    assert_eq!(stopped.shown, Some(Document::builtin().key));
    assert_eq!(panicked.settings().load().settings, Settings::default());
}

#[test]
fn a_panic_on_another_thread_is_reported_once_and_the_window_goes_on() {
    let panicked = Panicked::how("on a thread");

    let [report] = &panicked.reports()[..] else {
        panic!("one report: {:?}", panicked.reports());
    };
    let text = fs::read_to_string(report).unwrap();
    assert!(text.contains("Thread:     open"), "{text}");
    let said = panicked.said();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("broke off"), "{said}");
    assert_eq!(panicked.stopped(), None);
}

/// Where the system lacks what a window needs, a library panics, and that is explained instead.
#[test]
fn a_panic_while_the_window_opens_is_heard_and_no_fault_of_ours() {
    let panicked = Panicked::how("while opening");

    assert_eq!(panicked.reports(), [""; 0].map(PathBuf::from));
    assert_eq!(panicked.stopped(), None);
    let said = panicked.said();
    assert!(said.starts_with("heard: panicked at"), "{said}");
}

#[test]
fn where_the_settings_cannot_be_written_the_report_is_among_the_temporary_files() {
    let folder = tempfile::tempdir().unwrap();
    // A file where the folder would be: the user of a test may be allowed to write everywhere.
    fs::write(folder.path().join("dateline"), "mine").unwrap();

    let panicked = Panicked::in_folder(folder, "in the window");

    let [report] = &texts_in(&panicked.folder.path().join("temporary"))[..] else {
        panic!("one report");
    };
    let said = panicked.said();
    assert!(said.contains(&report.display().to_string()), "{said}");
    assert!(said.contains("could not be saved"), "{said}");
    let text = fs::read_to_string(report).unwrap();
    assert!(text.contains("no such passage: tea"), "{text}");
}
