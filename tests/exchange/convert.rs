//! `dateline convert`: what it writes, what it says, and what it never overwrites.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{KML, titles};

/// Exit status and standard output.
fn convert(arguments: &[&Path]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("convert")
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let answer = text(output.stdout) + &text(output.stderr);
    (output.status.code().unwrap(), answer)
}

#[test]
fn a_story_is_written_in_the_format_of_the_name_and_its_losses_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/story/bijie-college.md");
    for name in ["a.json", "a.geojson", "a.kml", "a.csv"] {
        let out = folder.path().join(name);
        let (status, told) = convert(&[&story, &out]);

        assert_eq!(status, 0, "{told}");
        assert!(told.contains("cannot hold, so it is left out:\n"), "{told}");
        assert!(told.contains("\n  9 modules\n"), "{told}");
        assert!(
            told.ends_with(&format!("written: {}\n", out.display())),
            "{told}"
        );
        let again = dateline::files::open(&out).unwrap();
        assert_eq!(titles(&again.story).len(), 14);
    }
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        4,
        "and nothing else"
    );
}

#[test]
fn a_problem_of_the_story_is_status_1_and_the_story_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.kml"), folder.path().join("b.csv"));
    fs::write(&from, KML).unwrap();

    let (status, told) = convert(&[&from, &to]);

    assert_eq!(status, 1, "{told}");
    assert!(
        told.contains("problem: `here` is no position in degrees"),
        "{told}"
    );
    assert!(
        told.contains(&format!("--> {}:19:", from.display())),
        "{told}"
    );
    assert!(to.exists(), "{told}");
}

#[test]
fn a_file_that_is_there_is_kept_unless_it_may_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.kml"), folder.path().join("b.csv"));
    fs::write(&from, KML).unwrap();
    fs::write(&to, "mine").unwrap();

    let (status, told) = convert(&[&from, &to]);
    assert_eq!(status, 2, "{told}");
    assert!(
        told.contains("there is such a file already; `--force` replaces it"),
        "{told}"
    );
    assert_eq!(fs::read_to_string(&to).unwrap(), "mine");

    let (status, told) = convert(&[&from, &to, Path::new("--force")]);
    assert_eq!(status, 1, "{told}");
    assert!(fs::read_to_string(&to).unwrap().contains("Old tower"));
}

#[test]
fn what_cannot_be_converted_is_one_sentence_and_status_2() {
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("a.kml");
    fs::write(&from, KML).unwrap();
    let (none, unknown) = (folder.path().join("none.kml"), folder.path().join("a.doc"));
    let nowhere = folder.path().join("none").join("a.csv");
    for (arguments, sentence) in [
        (vec![from.as_path()], "`dateline convert` takes two files"),
        (vec![&none, &nowhere], "there is no such file"),
        (vec![&from, &unknown], "ends in none of"),
        (vec![&from, &nowhere], "the file could not be written"),
    ] {
        let (status, told) = convert(&arguments);

        assert_eq!(status, 2, "{told}");
        assert!(told.contains(sentence), "{told}");
    }
}

#[test]
fn a_file_that_would_be_too_large_to_read_again_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.csv"), folder.path().join("b.kml"));
    let row = |n: usize| format!("Title {n},{},{n}.5\n", "word ".repeat(370));
    let rows: Vec<_> = (0..17_000).map(|n| row(n % 180)).collect();
    fs::write(&from, format!("title,text,lon\n{}", rows.concat())).unwrap();

    let (_, told) = convert(&[&from, &to]);

    assert!(
        told.contains("Dateline itself will not read it again"),
        "{told}"
    );
}

#[test]
fn dateline_s_own_format_is_written_with_the_translations_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/story/bijie-college.md");
    let out = folder.path().join("copy.md");

    let (status, told) = convert(&[&story, &out]);

    assert_eq!(status, 0, "{told}");
    assert!(folder.path().join("copy.zh.md").is_file(), "{told}");
    let original = dateline::files::open(&story).unwrap().story;
    assert_eq!(dateline::files::open(&out).unwrap().story, original);
}

#[test]
fn a_page_holds_the_storys_images_but_none_from_outside_of_its_folder() {
    let outside = tempfile::tempdir().unwrap();
    let folder = outside.path().join("story");
    fs::create_dir(&folder).unwrap();
    let icon = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icon/dateline-256.png");
    fs::copy(&icon, folder.join("inside.png")).unwrap();
    fs::copy(&icon, outside.path().join("secret.png")).unwrap();
    let place = "[[place]]\nid = \"bijie\"\nname = \"Bijie\"\nlat = 27.3\nlon = 105.28";
    let body = "![The harbour](inside.png)\n\n![A secret](linked.png)\n\n![Nothing](missing.png)\n";
    let text = format!(
        "+++\nformat = 1\ntitle = \"T\"\n{place}\n+++\n# Passage\n\n[Bijie](#bijie)\n\n{body}"
    );
    fs::write(folder.join("a.md"), text).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path().join("secret.png"), folder.join("linked.png"))
        .unwrap();

    let page = folder.join("a.html");
    let (_, told) = convert(&[&folder.join("a.md"), &page]);

    let page = fs::read_to_string(page).unwrap_or(told);
    assert_eq!(
        page.matches("data:image/png;base64,").count(),
        1,
        "{page:.2000}"
    );
    assert!(page.contains("A secret"), "its description stands for it");
}

#[test]
fn the_map_is_written_as_a_picture_of_the_size_and_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/story/bijie-college.md");
    let out = folder.path().join("a.png");
    let options = ["--size", "640x360", "--language", "zh", "--dark"].map(Path::new);

    let (status, told) = convert(&[&[story.as_path(), &out], &options[..]].concat());

    assert_eq!(status, 0, "{told}");
    assert!(told.contains("everything but the title"), "{told}");
    let picture = image::open(&out).unwrap();
    assert_eq!((picture.width(), picture.height()), (640, 360));
}

#[test]
fn a_page_is_written_in_the_languages_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/story/bijie-college.md");
    for (languages, lead, other) in [("zh", "zh", None), ("zh,en", "zh", Some("en"))] {
        let out = folder.path().join(format!("{languages}.html"));

        let (status, told) =
            convert(&[&story, &out, Path::new("--language"), Path::new(languages)]);

        assert_eq!(status, 0, "{told}");
        let page = fs::read_to_string(out).unwrap();
        assert!(
            page.contains(&format!("xhtml\" lang=\"{lead}\"")),
            "{languages}"
        );
        assert_eq!(
            page.contains("<div lang=\"en\">"),
            other.is_some(),
            "{languages}"
        );
    }
}

#[test]
fn a_size_or_language_that_cannot_be_is_one_sentence_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("a.kml");
    fs::write(&from, KML.replace("here", "1,1")).unwrap();
    for (to, option, value, sentence) in [
        ("a.png", "--size", "10x10", "from 200 to 12000 pixels"),
        (
            "a.png",
            "--size",
            "large",
            "`large` is no size of a picture",
        ),
        ("a.html", "--size", "800x600", "are for pictures"),
        (
            "a.png",
            "--language",
            "fr",
            "the story is not in `fr` but in en",
        ),
        ("a.csv", "--language", "en", "is for pages and pictures"),
    ] {
        let to = folder.path().join(to);

        let (status, told) = convert(&[&from, &to, Path::new(option), Path::new(value)]);

        assert_eq!(status, 2, "{told}");
        assert!(told.contains(sentence), "{told}");
        assert!(!to.exists(), "{told}");
    }
}
