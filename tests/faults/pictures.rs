//! Fault G: images. Here: what is read from the disk, and what a page takes in. Only names and first bytes are looked
//! at; the page is what decodes them.
//!
//! Not here: what the window draws of them (`window/`), such as a header of 30,000 by 30,000, 8,193 pixels in width,
//! none at all, or a turn in EXIF: a page hands these to the browser as they are.

use std::cell::Cell;
use std::fs;

use dateline::files;
use dateline::format::html::{self, HtmlOptions};

use crate::stories::story;

const PNG: &[u8] = include_bytes!("../../assets/icon/dateline-16.png");

/// The page of a story with this image.
fn page(path: &str, bytes: Option<&[u8]>) -> String {
    let story = story("", &format!("![A harbour]({path})")).story;
    let options = HtmlOptions {
        languages: vec!["en"],
        image: &|_| bytes.map(<[u8]>::to_vec),
    };
    html::write(&story, &options)
}

/// Whether the page shows the image, and not only its words.
fn is_shown(path: &str, bytes: &[u8]) -> bool {
    let page = page(path, Some(bytes));
    assert!(page.contains("A harbour"), "the words are there");
    page.contains("<img src=\"data:image/")
}

#[test]
fn a_truncated_image_is_a_page_s_like_any_other() {
    for end in 4..PNG.len() {
        assert!(is_shown("a.png", &PNG[..end]), "{end}");
    }
    for end in 0..4 {
        assert!(!is_shown("a.png", &PNG[..end]), "{end}");
    }
}

#[test]
fn an_image_is_what_its_bytes_say_and_not_its_suffix() {
    assert!(page("a.jpg", Some(PNG)).contains("data:image/png;"), "png");
    assert!(
        !is_shown("a.png", b"<html><script>alert(1)</script>"),
        "html"
    );
    assert!(!is_shown("a.png", b"GIF"), "text");
}

#[test]
fn an_svg_with_its_references_is_not_taken_in() {
    let svg =
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://127.0.0.1:9/a.png'/></svg>";
    assert!(!is_shown("a.svg", svg), "svg");
    assert!(!is_shown("a.png", svg), "svg by another name");
}

#[test]
fn an_image_that_is_not_there_is_described() {
    let page = page("a.png", None);
    assert!(
        page.contains("A harbour") && !page.contains("<img"),
        "{page}"
    );
}

#[test]
fn an_image_too_large_a_folder_and_a_pipe_are_none() {
    let folder = tempfile::tempdir().unwrap();
    let large = fs::File::create(folder.path().join("large.png")).unwrap();
    large.set_len(32 * 1024 * 1024 + 1).unwrap();
    fs::create_dir(folder.path().join("folder.png")).unwrap();
    for path in ["large.png", "folder.png", "none.png"] {
        assert_eq!(files::image(folder.path(), path).ok(), None, "{path}");
    }
    #[cfg(unix)]
    {
        let pipe = folder.path().join("pipe.png");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success(), "mkfifo");
        assert_eq!(files::image(folder.path(), "pipe.png").ok(), None, "pipe");
    }
}

/// A file of some kilobytes could otherwise become a page of gigabytes.
#[test]
fn one_large_image_asked_for_a_thousand_times_is_taken_in_a_few_times() {
    let story = story("", &"![a](a.png)\n\n".repeat(1_000)).story;
    let image = [PNG, &vec![0; 16 * 1024 * 1024]].concat();
    let asked = Cell::new(0);
    let options = HtmlOptions {
        languages: vec!["en"],
        image: &|_| {
            asked.set(asked.get() + 1);
            Some(image.clone())
        },
    };
    let page = html::write(&story, &options);
    assert_eq!(page.matches("<img ").count(), 3, "within 64 MiB");
    assert!(asked.get() < 10, "read {} times", asked.get());
}
