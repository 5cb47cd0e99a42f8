//! Fault L: what comes from keyboard and clipboard.
//!
//! Tested elsewhere: Tab through everything (`window/keyboard.rs`, `window/settings/dialog.rs`).
//!
//! Not here: files dropped on the window; until it opens them, they do nothing.

use eframe::egui::{Event, Key, Modifiers};

use crate::support::window;
use crate::surviving::soon;

#[test]
fn ten_megabytes_pasted_into_the_search_are_cut_and_searched_for_soon() {
    for text in [
        "a".repeat(10_000_000),
        "毕节 ".repeat(1_500_000),
        "\"a b\"\n".repeat(1_500_000),
    ] {
        let mut window = window();
        window.key_with(Modifiers::COMMAND, Key::F);
        soon("the paste", || {
            window.harness.event(Event::Paste(text.clone()));
            window.settle();
        });
        let query = window.harness.state().session().finding().query();
        assert!(
            (1..=1_000).contains(&query.chars().count()),
            "{}",
            query.len()
        );
        window.key(Key::Escape);
    }
}

/// With nothing to paste it into.
#[test]
fn a_paste_elsewhere_does_nothing() {
    let mut window = window();
    window.harness.event(Event::Paste("x".repeat(10_000_000)));
    window.settle();
    assert!(
        !window.harness.state().session().finding().is_on(),
        "no search"
    );
}

#[test]
fn every_key_alone_and_with_ctrl_is_survived() {
    let mut window = window();
    for &key in Key::ALL {
        for modifiers in [Modifiers::NONE, Modifiers::COMMAND] {
            window.harness.key_press_modifiers(modifiers, key);
            window.harness.step();
        }
    }
}
