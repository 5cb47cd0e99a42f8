//! Fault J: no space, no permission, no home, two at once. Killed while saving: `killed.rs`; corrupt settings, value by
//! value: `settings/file.rs`.

use std::fs;
use std::path::Path;

use dateline::files;
use dateline::settings::{Settings, SettingsFile, ThemeChoice};

const STORY: &str = "assets/story/bijie-college.md";

/// Names of all that is in the folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().display().to_string())
        .collect();
    names.sort();
    names
}

fn settings_in(folder: &Path) -> SettingsFile {
    SettingsFile::at(folder.join("settings.toml"))
}

/// Not as root, whom no permission stops: a folder below a file is as closed to everyone.
#[test]
fn where_nothing_can_be_written_it_is_said_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "mine").unwrap();
    let error = files::write(&file.join("a.csv"), b"x", true).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("the file could not be written ("),
        "{error}"
    );
    assert!(
        settings_in(&file).save(&Settings::default()).is_err(),
        "settings"
    );
    assert_eq!(fs::read(&file).unwrap(), b"mine");
    assert_eq!(names(folder.path()), ["file"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_is_said_and_left_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (inside, old) = (folder.path().join("in"), folder.path().join("in/a.csv"));
    fs::create_dir(&inside).unwrap();
    fs::write(&old, "old").unwrap();
    fs::set_permissions(&inside, fs::Permissions::from_mode(0o555)).unwrap();
    let is_stopped = fs::write(inside.join("try"), "").is_err();
    let written = files::write(&old, b"new", true);
    fs::set_permissions(&inside, fs::Permissions::from_mode(0o755)).unwrap();
    // Root writes everywhere.
    if is_stopped {
        assert!(written.is_err(), "said");
        assert_eq!(fs::read(&old).unwrap(), b"old");
    }
}

/// A limit on the size of files is met as a full disk is: in the middle of a write.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_leaves_the_old_file_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("a.html");
    fs::write(&to, "old").unwrap();
    let output = std::process::Command::new("bash")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 8; exec \"$0\" convert --force \"$1\" \"$2\"",
        ])
        .arg(env!("CARGO_BIN_EXE_dateline"))
        .args([Path::new(STORY), &to])
        .output()
        .unwrap();
    let (status, said) = crate::program::said(&output);
    assert_eq!(status, Some(2), "{said}");
    assert!(
        said.contains("the file could not be written (File too large"),
        "{said}"
    );
    assert_eq!(fs::read(&to).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["a.html"]);
}

/// What goes to a terminal or a pipe may find no room either.
#[cfg(target_os = "linux")]
#[test]
fn a_report_that_cannot_be_written_is_a_status_and_no_panic() {
    for arguments in [vec!["check"], vec!["--help"], vec!["--version"]] {
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = crate::program::dateline()
            .args(&arguments)
            .stdout(full)
            .output()
            .unwrap();
        let (status, said) = crate::program::said(&output);
        assert!(
            status.is_some_and(|status| (1..=2).contains(&status)),
            "{arguments:?} {status:?}"
        );
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn two_windows_keep_what_each_of_them_changed() {
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = [(); 2].map(|()| settings_in(folder.path()));
    let [mut in_one, mut in_two] = [&one, &two].map(|file| file.load().settings);

    in_one.toggle_studied("a story", "warehousing");
    one.save(&in_one).unwrap();
    in_two.theme = ThemeChoice::Dark;
    in_two.toggle_studied("another story", "law");
    two.save(&in_two).unwrap();
    in_one.toggle_studied("a story", "marketing");
    one.save(&in_one).unwrap();

    let kept = settings_in(folder.path()).load().settings;
    assert_eq!(kept.theme, ThemeChoice::Dark);
    for (story, module) in [
        ("a story", "warehousing"),
        ("another story", "law"),
        ("a story", "marketing"),
    ] {
        assert!(kept.is_studied(story, module), "{module}");
    }
}

#[test]
fn what_one_window_took_back_stays_so_when_the_other_saves() {
    let folder = tempfile::tempdir().unwrap();
    let one = settings_in(folder.path());
    let mut settings = Settings::default();
    settings.toggle_studied("a story", "law");
    one.save(&settings).unwrap();
    let two = settings_in(folder.path());
    let in_two = two.load().settings;

    settings.toggle_studied("a story", "law");
    one.save(&settings).unwrap();
    two.save(&in_two).unwrap();

    assert!(!one.load().settings.is_studied("a story", "law"));
}

#[test]
fn settings_without_sense_are_put_aside_and_kept() {
    let deep = "a = ".to_owned() + &"[".repeat(100_000);
    let large = "# remark\n".repeat(1_000_000);
    for bytes in [
        b"\0\xFF".as_slice(),
        b"[[[",
        deep.as_bytes(),
        large.as_bytes(),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        fs::write(&path, bytes).unwrap();
        let found = SettingsFile::at(&path).load();
        assert_eq!(found.settings, Settings::default());
        assert!(fs::read(found.put_aside.unwrap()).unwrap() == bytes, "kept");
    }
}

#[cfg(unix)]
#[test]
fn settings_that_are_a_pipe_or_a_folder_are_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success(), "mkfifo");
    let file = SettingsFile::at(&path);
    assert_eq!(file.load().settings, Settings::default());
    file.save(&Settings::default()).unwrap();
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(file.load().settings, Settings::default());
    assert!(file.save(&Settings::default()).is_err(), "said");
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_home_the_program_starts_all_the_same() {
    for home in [None, Some("/nowhere"), Some(""), Some("/dev/null")] {
        let mut program = crate::program::dateline();
        program.env_remove("HOME").env_remove("XDG_CONFIG_HOME");
        if let Some(home) = home {
            program.env("HOME", home);
        }
        let (status, said) = crate::program::said(&program.output().unwrap());
        // As far as without a display it can.
        assert_eq!(status, Some(1), "{said}");
        assert!(said.contains("there is no display"), "{said}");
    }
}
