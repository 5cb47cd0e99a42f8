//! The command line: what it prints, and its exit statuses.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::process::Command;

/// A story file whose one passage has this text.
fn file(front: &str, body: &str) -> String {
    let place = "[[place]]\nid = \"bijie\"\nname = \"Bijie\"\nlat = 27.3\nlon = 105.28";
    format!("+++\nformat = 1\ntitle = \"Title\"\n{front}\n{place}\n+++\n# Passage\n{body}\n")
}

/// Exit status, standard output, standard error.
fn dateline(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        // A file that is no story opens the window, which says so too.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn the_built_in_story_checks_clean() {
    let (status, out, _) = dateline(&["check"]);

    assert_eq!(
        (status, out.as_str()),
        (
            0,
            "14 passages, 6 places, 0 problems, 0 hints: built-in story\n\
             14 of 14 passages, 0 problems, 0 hints: built-in story (zh)\n"
        )
    );
}

#[test]
fn a_problem_is_status_1_and_a_hint_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = folder.path().join("wrong.md");
    let hint = folder.path().join("hint.md");
    fs::write(&wrong, file("", "[Bijie](#bijei)")).unwrap();
    fs::write(&hint, file("colour = 1", "")).unwrap();
    let (wrong, hint) = (wrong.to_str().unwrap(), hint.to_str().unwrap());

    let (status, out, _) = dateline(&["check", hint]);
    assert_eq!(status, 0);
    assert!(
        out.starts_with("hint: the front matter has no key `colour`\n"),
        "{out}"
    );

    let (status, out, _) = dateline(&["check", hint, wrong]);
    assert_eq!(status, 1);
    assert!(out.contains(&format!("--> {wrong}:12:9\n")), "{out}");
    assert!(
        out.ends_with(&format!(
            "1 passage, 1 place, 1 problem, 0 hints: {wrong}\n"
        )),
        "{out}"
    );
}

#[test]
fn a_file_that_is_not_there_is_status_2_and_the_others_are_still_checked() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("good.md");
    fs::write(&good, file("", "")).unwrap();
    let (good, none) = (good.to_str().unwrap(), folder.path().join("none.md"));

    let (status, out, _) = dateline(&["check", none.to_str().unwrap(), good]);

    assert_eq!(status, 2);
    assert!(
        out.starts_with(&format!("there is no such file: {}\n", none.display())),
        "{out}"
    );
    assert!(out.ends_with(&format!("0 hints: {good}\n")), "{out}");
}

#[test]
fn each_translation_is_reported_by_its_own_name_and_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (story, chinese, french) = (path("tea.md"), path("tea.zh.md"), path("tea.fr.md"));
    fs::write(&story, file("", "In [Bijie](#bijie).")).unwrap();
    fs::write(
        &chinese,
        "+++\nformat = 1\nlanguage = \"zh\"\n+++\n# 段落 {#passage}\n[毕节](#bijei)\n",
    )
    .unwrap();
    fs::write(&french, [0xFF]).unwrap();

    let (status, out, _) = dateline(&["check", &story, &chinese]);

    assert_eq!(status, 1);
    let story_alone = format!(
        "1 passage, 1 place, 0 problems, 0 hints: {story}\n\
         problem: the file is not text in UTF-8: byte 0, in line 1, column 1, is wrong\n--> {french}\n"
    );
    assert!(out.starts_with(&story_alone), "{out}");
    assert!(
        out.contains(&format!(
            "0 of 1 passage, 1 problem, 0 hints: {french}\n\
             problem: nothing here has the id `bijei`\n --> {chinese}:6:6\n"
        )),
        "{out}"
    );
    assert!(
        out.ends_with(&format!(
            "= help: perhaps `bijie` is meant\n\n1 of 1 passage, 1 problem, 0 hints: {chinese}\n"
        )),
        "{out}"
    );
}

#[test]
fn help_and_version_print_and_end_well() {
    let (status, out, _) = dateline(&["--help"]);
    assert_eq!(status, 0);
    for word in ["dateline check", "--version", "Exit status"] {
        assert!(out.contains(word), "{word}");
    }
    let version = format!("dateline {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(dateline(&["-V"]), (0, version, String::new()));
}

#[test]
fn a_wrong_command_line_is_one_sentence_and_status_2() {
    for (arguments, sentence) in [
        (
            ["--colour", "a.md"],
            "unknown option `--colour`; `dateline --help` lists the options",
        ),
        (
            ["-x", "a.md"],
            "unknown option `-x`; `dateline --help` lists the options",
        ),
        (
            ["a.md", "b.md"],
            "only one story can be opened; `dateline check` takes several",
        ),
        (["--help=me", "a.md"], "the option `--help` takes no value"),
    ] {
        let (status, out, error) = dateline(&arguments);

        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(error.contains(sentence), "{error}");
    }
}

#[test]
fn a_reference_names_a_file_and_a_passage_and_a_file_of_that_very_name_comes_first() {
    use dateline::cli::{Command, parse};
    use dateline::files::Reference;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("story.md"), "").unwrap();
    fs::write(path("odd#name.md"), "").unwrap();
    let opened = |argument: String| match parse([argument]) {
        Ok(Command::Open(Reference { path, id })) => (path, id),
        other => panic!("{other:?}"),
    };
    let whole = |name: &str| path(name).display().to_string();
    let id = |id: &str| Some(id.to_owned());

    let reference = whole("story.md") + "#bijie";
    assert_eq!(opened(reference), (Some(path("story.md")), id("bijie")));
    assert_eq!(
        opened(whole("odd#name.md")),
        (Some(path("odd#name.md")), None)
    );
    assert_eq!(opened("#bijie".to_owned()), (None, id("bijie")));
}
