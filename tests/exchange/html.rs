//! The page of a story: whole, by itself, and with everything that the story says.

use std::collections::BTreeSet;

use dateline::format;
use dateline::format::html::{HtmlOptions, write};
use dateline::story::Story;
use roxmltree::{Document, Node, ParsingOptions};

use crate::any_story;
use crate::stories::story;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn page(story: &Story, languages: &[&str]) -> String {
    let options = HtmlOptions {
        languages: languages.to_vec(),
        image: &|path| (path == "a.jpg").then(|| PNG.to_vec()),
    };
    write(story, &options)
}

/// Parsed as strictly as XML is, which is stricter than HTML.
fn parsed(html: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(html, options).unwrap()
}

fn elements<'a>(document: &'a Document<'_>, name: &str) -> Vec<Node<'a, 'a>> {
    document
        .descendants()
        .filter(|node| node.tag_name().name() == name)
        .collect()
}

fn text(node: Node<'_, '_>) -> String {
    let texts = node
        .descendants()
        .filter_map(|node| node.text().filter(|_| node.is_text()));
    texts.collect()
}

/// Nothing is fetched, nothing runs, every anchor is there, and each once.
#[track_caller]
fn check(html: &str) {
    let document = parsed(html);
    let mut ids = BTreeSet::new();
    for node in document.descendants().filter(Node::is_element) {
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id), "{id} is there twice");
        }
    }
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        for banned in [
            "script", "iframe", "object", "embed", "link", "base", "form", "use", "image",
        ] {
            assert_ne!(name, banned, "an element");
        }
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            assert!(!key.starts_with("on"), "{key}");
            match (name, key) {
                ("img", "src") => assert!(value.starts_with("data:image/"), "{value}"),
                ("a", "href") => {
                    if let Some(id) = value.strip_prefix('#') {
                        assert!(ids.contains(id), "{value}");
                    } else {
                        assert!(value.to_lowercase().starts_with("http"), "{value}");
                        let rel = node.attribute("rel");
                        assert_eq!(rel, Some("noopener noreferrer"), "{value}");
                    }
                }
                (_, "src" | "href" | "srcset" | "style" | "action" | "background" | "poster") => {
                    unreachable!("{name} {key} {value}")
                }
                _ => {}
            }
        }
        match name {
            "img" => assert!(node.has_attribute("alt"), "an image without words"),
            "style" => {
                let style = text(node);
                assert!(
                    !style.contains("url(") && !style.contains("@import"),
                    "a style"
                );
            }
            _ => {}
        }
    }
    let levels: Vec<u32> = document
        .descendants()
        .filter_map(|node| node.tag_name().name().strip_prefix('h')?.parse().ok())
        .collect();
    assert_eq!(levels.first(), Some(&1), "the title is the first heading");
    for (above, below) in levels.iter().zip(levels.iter().skip(1)) {
        assert!(*below <= above + 1 && *below > 1, "h{below} below h{above}");
    }
}

#[test]
fn the_built_in_story_is_a_whole_page_in_one_language_or_two() {
    let story = format::builtin().story;
    for languages in [&["en"][..], &["zh"], &["en", "zh"], &["zh", "en"], &[]] {
        let html = page(&story, languages);

        check(&html);
        let document = parsed(&html);
        let lead = languages.first().unwrap_or(&"en");
        assert_eq!(document.root_element().attribute("lang"), Some(*lead));
        let titles: Vec<_> = elements(&document, "h2").into_iter().map(text).collect();
        for (_, passage) in story.passages() {
            let title = passage.title.in_language(lead);
            assert!(
                titles.iter().any(|shown| shown.starts_with(title)),
                "{title}"
            );
        }
        assert_eq!(elements(&document, "tr").len(), 1 + story.places().len());
        assert!(html.len() < 400_000, "{} bytes", html.len());
    }
    let both = page(&story, &["en", "zh"]);
    assert!(both.contains("<div lang=\"zh\">"), "the second language");
    assert!(
        !page(&story, &["en"]).contains("lang=\"zh\""),
        "only the first"
    );
}

#[test]
fn the_map_has_land_and_every_place_by_number_and_name() {
    let html = page(&format::builtin().story, &["en"]);
    let document = parsed(&html);
    let classes = |class: &str| {
        let nodes = document.descendants();
        nodes
            .filter(|node| node.attribute("class") == Some(class))
            .collect::<Vec<_>>()
    };

    assert_eq!(elements(&document, "svg").len(), 2, "one for phones");
    for land in classes("land") {
        assert!(land.attribute("d").unwrap().len() > 2_000, "outlines");
    }
    let numbers: Vec<_> = classes("number").into_iter().map(text).collect();
    let each = ["1", "2", "3", "4", "5", "6"];
    assert_eq!(numbers, [each, each].concat());
    let names: Vec<_> = classes("name").into_iter().map(text).collect();
    for (_, place) in format::builtin().story.places() {
        assert!(names.contains(&place.name.text.to_string()), "{names:?}");
    }
    assert_eq!(classes("connection").len(), 2 * 3);
    let label = elements(&document, "svg")[0]
        .attribute("aria-label")
        .unwrap()
        .to_owned();
    assert!(label.starts_with("Map: 1 Beijing, 2 Guiyang"), "{label}");
}

#[test]
fn the_page_has_its_landmarks_and_everything_in_them_a_name() {
    let html = page(&format::builtin().story, &["en", "zh"]);
    let document = parsed(&html);
    let count = |name: &str| elements(&document, name).len();

    for landmark in ["h1", "header", "main", "title"] {
        assert_eq!(count(landmark), 1, "{landmark}");
    }
    let body = elements(&document, "body")[0];
    for child in body.children().filter(Node::is_element) {
        let name = child.tag_name().name();
        assert!(
            ["header", "main"].contains(&name),
            "{name} outside of the landmarks"
        );
    }
    for nav in elements(&document, "nav") {
        assert!(
            nav.has_attribute("aria-labelledby"),
            "which navigation it is"
        );
    }
    for map in elements(&document, "svg") {
        assert_eq!(map.attribute("role"), Some("img"));
        assert!(
            map.attribute("aria-label")
                .is_some_and(|label| label.len() > 20)
        );
    }
    for header in elements(&document, "th") {
        assert!(header.has_attribute("scope"), "{}", text(header));
    }
    for link in elements(&document, "a") {
        assert!(!text(link).trim().is_empty(), "a link without words");
    }
    for node in document.descendants() {
        if let Some(labels) = node.attribute("aria-labelledby") {
            let is_there = document
                .descendants()
                .any(|other| other.attribute("id") == Some(labels));
            assert!(is_there, "{labels}");
        }
    }
}

/// By the measure of the Web Content Accessibility Guidelines.
fn contrast(one: u32, other: u32) -> f64 {
    let luminance = |color: u32| {
        let [_, parts @ ..] = color.to_be_bytes();
        let linear = parts.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_word_stands_out_in_light_in_dark_and_on_paper() {
    let html = page(&format::builtin().story, &[]);
    let palettes: Vec<_> = html
        .match_indices(":root {")
        .map(|(at, _)| &html[at..])
        .collect();
    assert_eq!(palettes.len(), 3);
    for palette in palettes {
        let color = |name: &str| {
            let (_, after) = palette.split_once(&format!("--{name}: #")).unwrap();
            u32::from_str_radix(&after[..6], 16).unwrap()
        };
        for (ink, ground) in [
            ("ink", "paper"),
            ("ink", "aside"),
            ("ink", "land"),
            ("ink", "sea"),
            ("muted", "paper"),
            ("muted", "aside"),
            ("accent", "paper"),
            ("accent", "aside"),
            ("on-accent", "accent"),
        ] {
            let found = contrast(color(ink), color(ground));
            assert!(found >= 4.5, "{ink} on {ground}: {found:.1}, {palette:.40}");
        }
    }
}

#[test]
fn markup_in_a_story_is_text() {
    let reading = story(
        "",
        "\\<script>alert(1)\\</script> & \"x\" [a&b](https://user@example.org/?a=%22&b='x') in *[Bijie](#bijie)*\\\nnext",
    );
    let html = page(&reading.story, &[]);

    check(&html);
    let document = parsed(&html);
    let paragraphs = elements(&document, "p");
    let shown = text(
        *paragraphs
            .iter()
            .find(|node| text(**node).contains("alert"))
            .unwrap(),
    );
    assert_eq!(
        shown,
        "<script>alert(1)</script> & \"x\" a&b (example.org) in Bijie\nnext"
    );
    assert!(
        html.contains("<em><a href=\"#place-bijie\">Bijie</a></em><br/>"),
        "{html}"
    );
}

#[test]
fn images_are_inside_the_page_and_those_that_are_missing_are_described() {
    let body = "![One](a.jpg \"Below [it](#bijie) | Somebody\")\n\n![Another](b.jpg)";
    let html = page(&story("", body).story, &[]);

    check(&html);
    let document = parsed(&html);
    let image = elements(&document, "img")[0];
    assert_eq!(image.attribute("alt"), Some("One"));
    assert_eq!(
        image.attribute("src"),
        Some("data:image/png;base64,iVBORw0KGgo=")
    );
    let figures: Vec<_> = elements(&document, "figure")
        .into_iter()
        .map(text)
        .collect();
    assert_eq!(figures[1].trim(), "Below it Somebody");
    assert_eq!(figures[2].trim(), "Image: Another");
}

#[test]
fn any_story_is_a_whole_page() {
    for seed in 0..150 {
        let story = any_story::story(seed);
        let languages: Vec<&str> = story.languages().collect();

        check(&page(&story, &languages));
    }
}
