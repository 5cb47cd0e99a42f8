//! Translations are looked for beside the story's file.

use std::fs;

use dateline::files::{self, MOST_TRANSLATIONS};
use dateline::format::{LARGEST_FILE, Reading};

use crate::stories::{example, file, told};
use crate::support::{languages, told_of, translated_example};

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn opened(folder: &tempfile::TempDir, name: &str) -> Reading {
    files::open(&folder.path().join(name)).unwrap()
}

#[test]
fn opening_a_story_or_its_translation_opens_both() {
    let folder = folder(&[
        ("tea.md", example()),
        ("tea.zh.md", translated_example()),
        ("tea.notes.md", "no language"),
        ("tea.zh.txt", "another ending"),
        ("teas.zh.md", "another story"),
    ]);
    fs::create_dir(folder.path().join("tea.de.md")).unwrap();

    for name in ["tea.md", "tea.zh.md"] {
        let reading = opened(&folder, name);

        assert_eq!(reading.path, Some(folder.path().join("tea.md")), "{name}");
        assert_eq!(languages(&reading.story), ["en", "zh"]);
        assert_eq!(reading.all_problems().count(), 0);
        let paths: Vec<_> = reading
            .translations
            .iter()
            .map(|translation| &translation.path)
            .collect();
        assert_eq!(paths, [&folder.path().join("tea.zh.md")]);
    }
}

#[test]
fn a_file_that_only_looks_like_a_translation_opens_itself() {
    let (other, french) = (file("", ""), file("", "").replace("\"en\"", "\"fr\""));
    let folder = folder(&[
        ("tea.md", example()),
        ("tea.old.md", &other),
        ("tea.en.md", &other),
        ("alone.fr.md", &french),
        ("note.md", "no story"),
        ("note.fr.md", &french),
    ]);

    for name in ["tea.old.md", "tea.en.md", "alone.fr.md", "note.fr.md"] {
        let reading = opened(&folder, name);

        assert_eq!(reading.path, Some(folder.path().join(name)));
        assert_eq!(told(&reading), [""; 0]);
    }
}

#[test]
fn a_translation_without_its_story_opens_by_itself_and_says_what_it_lacks() {
    let folder = folder(&[("tea.zh.md", translated_example())]);

    let reading = opened(&folder, "tea.zh.md");

    assert_eq!(
        told(&reading)[0],
        ": the file is named as a translation, but is read as a story of its own; put `tea.md` beside it, and write `language = \"zh\"`"
    );
    assert_eq!(reading.story.title.text, "茶叶走出大山");
    assert_eq!(
        (reading.story.passages().len(), reading.story.places().len()),
        (2, 0)
    );
}

#[test]
fn a_translation_of_a_file_that_is_no_story_names_that_file() {
    let folder = folder(&[
        ("tea.md", "+++\nno end"),
        ("tea.zh.md", translated_example()),
    ]);

    let error = files::open(&folder.path().join("tea.zh.md")).unwrap_err();

    assert_eq!(error.path, folder.path().join("tea.md"));
}

#[test]
fn a_translation_that_cannot_be_read_is_a_problem_and_the_story_opens() {
    let folder = folder(&[
        ("tea.md", example()),
        ("tea.de.md", "no story"),
        ("tea.fr.md", "+++\nlanguage = \"fr\""),
        ("tea.zh.md", translated_example()),
    ]);
    let large = fs::File::create(folder.path().join("tea.yue.md")).unwrap();
    large.set_len(LARGEST_FILE as u64 + 1).unwrap();

    let reading = opened(&folder, "tea.md");

    assert_eq!(languages(&reading.story), ["en", "zh"]);
    assert!(reading.has_faults(), "those of the translations");
    assert_eq!(told(&reading), [""; 0]);
    let told: Vec<_> = reading.translations.iter().map(told_of).collect();
    assert_eq!(
        told,
        [
            vec![
                ": the file has no front matter; a story begins with a line `+++`, then its places as TOML, then another line `+++`, then its text"
            ],
            vec![
                ": the front matter has no end; write a line `+++` between the front matter and the text"
            ],
            vec![": the file is larger than 32 MiB; cut it into several stories"],
            vec![],
        ]
    );
}

#[cfg(unix)]
#[test]
fn pipes_and_links_beside_a_story_are_not_followed() {
    let folder = folder(&[("tea.md", example()), ("other.md", translated_example())]);
    let path = |name: &str| folder.path().join(name);
    let made = std::process::Command::new("mkfifo")
        .arg(path("tea.fr.md"))
        .status()
        .unwrap();
    assert!(made.success(), "mkfifo");
    std::os::unix::fs::symlink(path("other.md"), path("tea.zh.md")).unwrap();

    let reading = opened(&folder, "tea.md");

    assert_eq!(languages(&reading.story), ["en"]);
    assert_eq!(reading.translations, []);
}

#[test]
fn of_many_translations_the_first_by_their_codes_are_read() {
    let folder = folder(&[("tea.md", example())]);
    for letter in 'a'..='j' {
        let language = format!("x{letter}");
        let text = translated_example().replace("\"zh\"", &format!("\"{language}\""));
        fs::write(folder.path().join(format!("tea.{language}.md")), text).unwrap();
    }

    let reading = opened(&folder, "tea.md");

    assert_eq!(
        told(&reading),
        [": more than 8 translations; leave some out"]
    );
    let read: Vec<_> = languages(&reading.story).into_iter().skip(1).collect();
    assert_eq!(read.len(), MOST_TRANSLATIONS);
    assert_eq!((read[0], read[7]), ("xa", "xh"));
}
