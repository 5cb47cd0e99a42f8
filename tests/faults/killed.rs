//! Fault J: the program is killed while it saves, at any moment.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};

use dateline::files;
use dateline::session::{Bookmark, Page};
use dateline::settings::{Settings, SettingsFile, ThemeChoice};

use crate::random::Random;

const KILLS: usize = 200;
/// Where the program that is killed saves.
const FOLDER: &str = "DATELINE_TEST_FOLDER";
/// What it says as it begins.
const READY: &[u8] = b"ready\n";

/// Two states of a file, of different length.
fn states() -> [Vec<u8>; 2] {
    [vec![b'a'; 900_000], vec![b'b'; 300_000]]
}

/// Two states of the settings, with what a reader of many stories leaves.
fn settings() -> [Settings; 2] {
    [(ThemeChoice::Light, 60), (ThemeChoice::Dark, 20)].map(|(theme, count)| {
        let bookmark = |n: usize| {
            let item = Some(format!("passage-{n}"));
            let page = Page::Story;
            (format!("/stories/{n}.md"), Bookmark { page, item })
        };
        Settings {
            theme,
            bookmarks: (0..count).map(bookmark).collect(),
            ..Settings::default()
        }
    })
}

fn story_in(folder: &Path) -> PathBuf {
    folder.join("story.csv")
}

fn settings_in(folder: &Path) -> SettingsFile {
    SettingsFile::at(folder.join("dateline").join("settings.toml"))
}

/// What the program does that is killed.
fn save_over_and_over(folder: &Path) -> ! {
    let file = settings_in(folder);
    file.load();
    // Not by `println`, which the test harness keeps to itself.
    std::io::stdout().write_all(READY).unwrap();
    loop {
        for (bytes, settings) in states().iter().zip(settings()) {
            files::write(&story_in(folder), bytes, true).unwrap();
            file.save(&settings).unwrap();
        }
    }
}

#[test]
fn killed_200_times_while_saving_each_file_is_the_old_or_the_new_one() {
    // The program that is killed is this very test, started once more.
    const THIS: &str = "killed::killed_200_times_while_saving_each_file_is_the_old_or_the_new_one";
    if let Some(folder) = std::env::var_os(FOLDER) {
        save_over_and_over(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (story, file) = (story_in(folder), settings_in(folder));
    let notes = folder.join("notes.md");
    fs::write(&notes, "mine").unwrap();
    files::write(&story, &states()[0], false).unwrap();
    file.save(&settings()[0]).unwrap();

    let mut random = Random(0x51C4);
    let mut seen = BTreeSet::new();
    for _ in 0..KILLS {
        let mut program = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", THIS])
            .env(FOLDER, folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(program.stdout.take().unwrap()).lines();
        let ready = READY.trim_ascii_end();
        let is_ready = lines
            .map(Result::unwrap)
            .any(|line| line.as_bytes().ends_with(ready));
        assert!(is_ready, "it saves");
        thread::sleep(Duration::from_micros(random.below(50_000) as u64));
        program.kill().unwrap();
        program.wait().unwrap();

        let bytes = fs::read(&story).unwrap();
        let state = states().iter().position(|state| *state == bytes);
        seen.insert(state.expect("the old or the new one, whole"));
        let found = file.load();
        assert_eq!(found.put_aside, None);
        assert!(settings().contains(&found.settings), "whole");
        assert_eq!(fs::read(&notes).unwrap(), b"mine");
    }
    assert_eq!(seen.len(), 2, "it was killed while both were being saved");

    // One that was being written may be left for each kill, beside what is the user's, and none of it is taken for a story.
    let left = names(folder);
    assert!(left.len() <= KILLS + 3, "{}", left.len());
    for name in left {
        let is_known = ["story.csv", "notes.md", "dateline"].contains(&name.as_str());
        assert!(is_known || name.starts_with(".dateline-"), "{name}");
    }
}

/// So that they do not become ever more.
#[test]
fn what_a_killed_program_left_of_its_settings_is_gone_an_hour_later() {
    let folder = tempfile::tempdir().unwrap();
    let file = settings_in(folder.path());
    file.save(&Settings::default()).unwrap();
    let folder = folder.path().join("dateline");
    let hour = Duration::from_secs(3_601);
    for (name, age) in [
        (".settings-old", hour),
        (".settings-new", Duration::ZERO),
        ("notes", hour),
    ] {
        let left = fs::File::create(folder.join(name)).unwrap();
        left.set_modified(SystemTime::now() - age).unwrap();
    }
    file.load();
    assert_eq!(names(&folder), [".settings-new", "notes", "settings.toml"]);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().display().to_string())
        .collect();
    names.sort();
    names
}
