//! Fault F: addresses and paths that would lead out of a story.
//!
//! All the ways of writing a path are in `story/image_path.rs`, those of an address in `exchange/untrusted.rs`.

use std::fs;

use dateline::files;
use dateline::format::html::{self, HtmlOptions};
use dateline::story::{Block, Link};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stories::story;
use crate::surviving::drawn;

/// Whether the story keeps an image of that path.
fn is_kept(path: &str) -> bool {
    let reading = story("", &format!("![a](<{path}>)"));
    let (_, passage) = reading.story.passages().next().unwrap();
    let is_kept = passage
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Image(_)));
    assert_eq!(is_kept, !reading.has_faults(), "{path} is told");
    is_kept
}

/// What each link of the story leads to.
fn links(address: &str) -> Vec<Link> {
    let reading = story("", &format!("[a](<{address}>)"));
    let (_, passage) = reading.story.passages().next().unwrap();
    let blocks = passage.blocks.iter();
    blocks
        .flat_map(|block| block.prose().links().map(|(_, link)| link.clone()))
        .collect()
}

#[test]
fn two_dots_lead_nowhere() {
    for path in ["../a.png", "a/../../a.png", "..", ".. /a.png", "a/.."] {
        assert!(!is_kept(path), "{path}");
    }
    assert!(is_kept("a..b.png"), "dots in a name");
}

#[test]
fn an_absolute_path_leads_nowhere() {
    for path in ["/etc/passwd", "C:/a.png", "C:a.png", "\\\\a.png"] {
        assert!(!is_kept(path), "{path}");
    }
}

/// A name like any other: no shell reads it.
#[test]
fn a_tilde_is_no_home() {
    let folder = tempfile::tempdir().unwrap();
    assert!(is_kept("~/a.png"), "a folder called ~");
    assert_eq!(files::image(folder.path(), "~/.bashrc").ok(), None);
    assert_eq!(files::image(folder.path(), "~root/.bashrc").ok(), None);
}

#[test]
fn a_share_on_the_network_leads_nowhere() {
    for path in [
        "//server/share/a.png",
        "\\\\\\\\server\\\\share\\\\a.png",
        "\\\\\\\\?\\\\C:\\\\a.png",
    ] {
        assert!(!is_kept(path), "{path}");
    }
}

#[test]
fn escapes_hide_nothing() {
    for path in [
        "%2e%2e/a.png",
        "..%2fa.png",
        "%252e%252e%252fa.png",
        "a%00.png",
    ] {
        assert!(!is_kept(path), "{path}");
    }
}

#[test]
fn an_address_of_a_file_leads_nowhere() {
    for address in [
        "file:///etc/passwd",
        "FILE:/etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
    ] {
        assert!(!is_kept(address), "{address}");
        assert_eq!(links(address), [], "{address}");
    }
}

#[test]
fn an_image_on_the_web_is_not_fetched_and_a_link_to_it_is_one() {
    let address = "http://127.0.0.1:9/a.png";
    assert!(!is_kept(address), "{address}");
    assert_eq!(links(address), [Link::Web(address.to_owned())]);
}

#[cfg(unix)]
#[test]
fn a_link_of_the_file_system_leads_out_of_no_folder() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let (inside, outside) = (folder.path().join("in"), folder.path().join("out"));
    fs::create_dir_all(&inside).unwrap();
    fs::create_dir_all(&outside).unwrap();
    fs::write(outside.join("a.png"), "secret").unwrap();
    fs::write(inside.join("b.png"), "ours").unwrap();
    symlink(outside.join("a.png"), inside.join("file.png")).unwrap();
    symlink(&outside, inside.join("folder")).unwrap();
    symlink(inside.join("b.png"), inside.join("own.png")).unwrap();
    // A neighbour whose name begins like the folder's.
    fs::create_dir(folder.path().join("in2")).unwrap();
    fs::write(folder.path().join("in2/a.png"), "secret").unwrap();
    symlink(folder.path().join("in2"), inside.join("next")).unwrap();

    for path in [
        "file.png",
        "folder/a.png",
        "next/a.png",
        "../out/a.png",
        "/etc/passwd",
        ".",
    ] {
        assert_eq!(files::image(&inside, path).ok(), None, "{path}");
    }
    assert_eq!(
        files::image(&inside, "own.png").as_deref(),
        Ok(&b"ours"[..])
    );
}

#[test]
fn a_link_says_whom_it_would_ask() {
    let body = "Ask [bank.example](https://bank.example@evil.example/a).";
    let mut window = drawn(story("", body).story);
    let link = window.harness.get_by_label("bank.example");
    let spoken = link.accesskit_node().description();
    assert_eq!(spoken.as_deref(), Some("evil.example"));
    link.hover();
    window.harness.run_steps(60);
    assert!(window.shows("evil.example"), "in the tooltip");
}

/// The translations that lie beside a story are of its folder as well.
#[cfg(unix)]
#[test]
fn a_translation_behind_a_link_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("tea.md");
    fs::write(&story, crate::stories::file("", "")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("tea.zh.md")).unwrap();
    assert_eq!(files::open(&story).unwrap().translations, []);
}

#[test]
fn a_page_refers_to_nothing_that_is_loaded() {
    let body = "![a](a.png \"b\")\n\n[c](https://example.org/c)";
    let page = html::write(
        &story("", body).story,
        &HtmlOptions {
            languages: vec!["en"],
            image: &|_| None,
        },
    );
    for loading in [
        "src=\"http",
        "src=\"/",
        "src=\"a.png",
        "<link",
        "<script",
        "url(",
        "@import",
        "<iframe",
    ] {
        assert!(!page.contains(loading), "{loading}");
    }
    assert!(page.contains("href=\"https://example.org/c\""), "a link");
}
