//! A stranger without a mouse: reads the story to its end, finds a module, filters, walks the mentions of a place,
//! plays the tour, and quits. Once in English, once in Chinese.

use crate::support::{Window, opened, start};
use dateline::format;
use dateline::session::Tour;
use dateline::settings::{Language, Settings};
use dateline::story::Item;
use eframe::egui::{Event, Key, Modifiers, ViewportCommand};

struct Words {
    language: Language,
    /// What is searched for, and the module's whole name.
    search: (&'static str, &'static str),
    education: &'static str,
    passage: &'static str,
    bijie: &'static str,
}

#[test]
fn in_english() {
    reads(&Words {
        language: Language::English,
        search: ("customer service", "Customer service"),
        education: "Education, 7",
        passage: "Passage: ",
        bijie: "Bijie",
    });
}

#[test]
fn in_chinese() {
    reads(&Words {
        language: Language::Chinese,
        search: ("客户服务", "客户服务"),
        education: "教育，7",
        passage: "段落：",
        bijie: "毕节",
    });
}

#[expect(clippy::missing_assert_message, reason = "each is a step of one visit")]
fn reads(words: &Words) {
    let settings = Settings {
        language: Some(words.language),
        ..Settings::default()
    };
    let beginning = start(format::builtin().story, settings, None);
    let mut window = opened(beginning, [1280.0, 800.0]);

    // To the end.
    let mut read = Vec::new();
    for _ in 0..14 {
        window.key(Key::ArrowRight);
        read.extend(paragraph(&window));
    }
    assert_eq!(read, (1..=14).collect::<Vec<u32>>());

    // Finds a module.
    window.key_with(Modifiers::COMMAND, Key::F);
    let (typed, found) = words.search;
    window.harness.event(Event::Text(typed.to_owned()));
    window.settle();
    assert!(window.shows_containing(found), "{found} is listed");
    window.key(Key::Enter);
    assert_eq!(paragraph(&window), Some(11));
    window.key(Key::Escape);
    window.key(Key::Escape);

    // Filters.
    window.key(Key::Escape);
    window.key_to(Key::Tab, words.education);
    window.key(Key::Space);
    let shown = window.paragraphs_titled(words.passage);
    assert_eq!(shown, [6, 7, 8, 9, 11, 12, 14]);
    window.key(Key::Escape);
    assert_eq!(window.paragraphs_titled(words.passage).len(), 14);

    // Walks the mentions of Bijie.
    window.key_to(Key::Tab, words.bijie);
    window.key(Key::Enter);
    let bijie = window.place("bijie");
    assert_eq!(window.selection(), Some(Item::Place(bijie)));
    let mut walked = Vec::new();
    loop {
        window.key(Key::N);
        let walk = window.harness.state().session().walk().unwrap();
        walked.push(walk.at);
        assert_eq!(window.focused().as_deref(), Some(words.bijie));
        if walk.position == walk.all {
            break;
        }
    }
    let passages = window.story().passages_of_place(bijie);
    assert!(
        passages
            .iter()
            .all(|&p| walked.iter().any(|at| at.passage == p))
    );

    // Plays the tour.
    window.key(Key::Escape);
    window.harness.key_press(Key::P);
    window.harness.run_steps(3);
    assert_eq!(window.harness.state().session().tour(), Tour::Playing);
    let before = paragraph(&window);
    window.wait(120);
    assert!(paragraph(&window) > before);
    window.key(Key::P);

    // Quits.
    window.harness.event(Event::Key {
        key: Key::Q,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    });
    window.harness.step();
    let closes = |commands: &[ViewportCommand]| commands.contains(&ViewportCommand::Close);
    let output = window.harness.output();
    assert!(
        output
            .viewport_output
            .values()
            .any(|view| closes(&view.commands))
    );
}

fn paragraph(window: &Window) -> Option<u32> {
    let Some(Item::Passage(passage)) = window.selection() else {
        return None;
    };
    window.story().passage(passage).paragraphs.first().copied()
}
