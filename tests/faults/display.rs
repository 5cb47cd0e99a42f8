//! Fault K: what the window is shown on.
//!
//! Not here: missing libraries and drivers, whose sentences are in `startup_error.rs`, from making each go missing; no
//! font of the system, for the window's own are inside the program (`ui/fonts.rs`).

use dateline::format;
use dateline::settings::Language;

use crate::surviving::{drawn_at, shown};

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_there_is_one_sentence_and_a_status() {
    let output = crate::program::dateline().output().unwrap();
    let (status, said) = crate::program::said(&output);
    assert_eq!(status, Some(1));
    assert_eq!(
        said,
        "dateline: The window could not be opened: there is no display: start Dateline in a desktop session, or set DISPLAY or WAYLAND_DISPLAY.\n"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_display_that_does_not_answer_is_one_sentence_and_a_status() {
    let mut program = crate::program::dateline();
    let output = program.env("DISPLAY", ":65000").output().unwrap();
    let (status, said) = crate::program::said(&output);
    assert_eq!(status, Some(1), "{said}");
    assert!(
        said.starts_with("dateline: The window could not be opened: "),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn a_window_of_one_point_and_one_of_4000_by_3000_are_drawn() {
    for size in [[1.0, 1.0], [1.0, 3000.0], [4000.0, 1.0], [4000.0, 3000.0]] {
        shown(&mut drawn_at(format::builtin().story, size, 1.0));
    }
}

#[test]
fn half_a_pixel_to_three_pixels_a_point_are_drawn() {
    for density in [0.5, 0.75, 1.25, 1.5, 2.0, 3.0] {
        drawn_at(format::builtin().story, [1280.0, 800.0], density);
    }
}

/// A Turkish `i` is not that of keys and formats; a locale may be none at all.
#[cfg(target_os = "linux")]
#[test]
fn the_locale_changes_nothing_of_what_is_read_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let story = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/story/bijie-college.md");
    let mut written = Vec::new();
    for locale in [
        "C",
        "POSIX",
        "zh_CN.UTF-8",
        "tr_TR.UTF-8",
        "de_DE.ISO-8859-1",
        "",
        "nonsense",
    ] {
        let to = folder.path().join("A.GEOJSON");
        let output = crate::program::dateline()
            .args(["convert", "--force", story])
            .arg(&to)
            .envs(["LANG", "LC_ALL", "LANGUAGE"].map(|variable| (variable, locale)))
            .output()
            .unwrap();
        let (status, said) = crate::program::said(&output);
        assert_eq!(status, Some(0), "{locale}: {said}");
        written.push((said, std::fs::read(&to).unwrap()));
    }
    assert!(
        written.windows(2).all(|pair| pair[0] == pair[1]),
        "one file"
    );
}

#[test]
fn the_language_of_any_locale_is_one_of_ours() {
    for (locale, language) in [
        ("C", Language::English),
        ("", Language::English),
        ("tr_TR.UTF-8", Language::English),
        ("zh_CN.UTF-8", Language::Chinese),
        ("zh-Hant-TW", Language::Chinese),
    ] {
        assert_eq!(Language::of_locale(locale), language, "{locale}");
    }
}
