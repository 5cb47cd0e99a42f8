//! The window itself: by keyboard alone, in small windows, and the way in and out. The list of keys opens in one like it.

use super::{BEIJING, open_settings, settings_window, with, written};
use crate::support::{Window, wheel, window};
use dateline::settings::{Language, Settings, ThemeChoice, Wheel};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// What Tab goes through, from the first to the last.
const CONTROLS: [&str; 31] = [
    "Close",
    "Language: System",
    "Language: English",
    "Language: 中文",
    "Language: English 中文",
    "Theme: System",
    "Theme: Light",
    "Theme: Dark",
    "Smaller text",
    "Larger text",
    "Normal text size",
    "Line width: Narrow",
    "Line width: Normal",
    "Line width: Wide",
    "Map shown: Built-in",
    "Map shown: PMTiles file",
    "Map shown: Online",
    "Names on the map: As the language",
    "Names on the map: English",
    "Names on the map: 中文",
    "Names on the map: Both",
    "Pushing the wheel: Zooms in",
    "Pushing the wheel: Zooms out",
    "Pushing the wheel: Moves the map",
    "Animation: Automatic",
    "Animation: Full",
    "Animation: Reduced",
    "Pace of the tour: Slow",
    "Pace of the tour: Normal",
    "Pace of the tour: Fast",
    "Reset all",
];

fn tab(window: &mut Window) -> Option<String> {
    window.key(Key::Tab);
    window.focused()
}

fn tab_to(window: &mut Window, wanted: &str) {
    let reached = (0..CONTROLS.len()).any(|_| tab(window).as_deref() == Some(wanted));
    assert!(reached, "Tab does not reach {wanted}");
}

#[test]
fn the_wheel_over_the_settings_scrolls_them_the_usual_way_and_leaves_the_map() {
    let settings = Settings {
        wheel: Wheel::PushFurther,
        ..Settings::default()
    };
    let mut window = with(settings, [800.0, 400.0]);
    let map = window.harness.get_by_label(BEIJING).rect();
    open_settings(&mut window);
    let row = |window: &Window| window.harness.get_by_label("Theme: Dark").rect();
    let before = row(&window);
    window.harness.hover_at(before.center());
    window.harness.step();

    wheel(&mut window, -1.0);

    assert!(row(&window).top() < before.top() - 10.0);
    assert_eq!(window.harness.get_by_label(BEIJING).rect(), map);
}

#[test]
fn tab_goes_through_every_control_and_never_out() {
    for back in [false, true] {
        let mut window = settings_window();
        assert_eq!(window.focused().as_deref(), Some("Close"));
        let mut order = CONTROLS.to_vec();
        if back {
            order[1..].reverse();
        }
        for expected in order[1..].iter().chain(&order[..2]) {
            let modifiers = if back {
                Modifiers::SHIFT
            } else {
                Modifiers::NONE
            };
            window.key_with(modifiers, Key::Tab);
            assert_eq!(window.focused().as_deref(), Some(*expected));
        }
    }
}

#[test]
fn arrow_keys_stay_inside_too() {
    let mut window = settings_window();
    for key in [
        Key::ArrowLeft,
        Key::ArrowUp,
        Key::ArrowRight,
        Key::ArrowRight,
        Key::ArrowDown,
        Key::ArrowRight,
    ] {
        window.key(key);
        let on = window.focused().unwrap_or_default();
        assert!(CONTROLS.contains(&on.as_str()), "{key:?} leads to {on}");
    }
    assert_eq!(window.focused().as_deref(), Some("Language: English"));
    assert_eq!(window.selection(), None, "the passages stay");
}

#[test]
fn everything_is_chosen_by_keyboard_alone_and_the_focus_stays_and_comes_back() {
    let mut window = window();
    window.harness.get_by_label("Bijie, 6").focus();
    window.settle();
    open_settings(&mut window);

    tab_to(&mut window, "Theme: Dark");
    window.key(Key::Space);
    assert_eq!(window.harness.state().settings().theme, ThemeChoice::Dark);
    assert_eq!(window.focused().as_deref(), Some("Theme: Dark"));

    tab_to(&mut window, "Language: 中文");
    window.key(Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("语言：中文"));

    window.key(Key::Escape);
    assert!(!window.shows("设置"));
    assert_eq!(window.focused().as_deref(), Some("毕节，6"));
}

#[test]
fn esc_and_close_and_a_click_beside_close_it_and_nothing_else() {
    let close: [fn(&mut Window); 3] = [
        |window| window.key(Key::Escape),
        |window| window.click("Close"),
        |window| {
            window.harness.hover_at([20.0, 780.0].into());
            window.harness.drag_at([20.0, 780.0].into());
            window.harness.drop_at([20.0, 780.0].into());
            window.settle();
        },
    ];
    for close in close {
        let mut window = window();
        window.click("Education, 7");
        open_settings(&mut window);
        assert!(window.shows("Theme: Dark"));

        close(&mut window);

        assert!(!window.shows("Theme: Dark"));
        assert!(window.shows("7 of 14 passages"), "the filter stays");
    }
}

#[test]
fn the_menu_leads_to_the_settings_and_the_keyboard_comes_back_to_it() {
    let mut window = window();
    window.harness.get_by_label("Menu").focus();
    window.settle();
    window.key(Key::Enter);
    for _ in 0..12 {
        let on = tab(&mut window).unwrap_or_default();
        if on.starts_with("Settings…") {
            break;
        }
    }
    window.key(Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Close"));

    window.key(Key::Enter);

    assert!(!window.shows("Theme: Dark"));
    assert_eq!(window.focused().as_deref(), Some("Menu"));
}

#[test]
fn the_menu_is_short_and_names_the_keys() {
    let mut window = window();

    window.click("Menu");

    assert!(window.shows_containing("Settings…"));
    assert!(written(&window).contains(&"Ctrl ,".to_owned()));
    for moved in ["Dark", "Larger text", "Smaller text", "Normal text size"] {
        assert!(!window.shows_containing(moved), "{moved}");
    }
}

#[test]
fn a_screen_reader_hears_of_a_dialog_called_settings() {
    let window = settings_window();
    let dialogs: Vec<_> = window
        .harness
        .query_all_by_role(Role::Dialog)
        .map(|node| {
            let node = node.accesskit_node();
            (node.label(), node.is_modal())
        })
        .collect();
    assert_eq!(dialogs, [(Some("Settings".to_owned()), true)]);
}

#[test]
fn in_a_small_window_with_large_text_everything_can_be_brought_into_view() {
    // 800 by 600 with text twice as large.
    let size = [400.0, 300.0];
    for language in [Language::English, Language::Chinese] {
        let settings = Settings {
            language: Some(language),
            text_size: 2.0.into(),
            ..Settings::default()
        };
        let mut window = with(settings, size);
        open_settings(&mut window);
        let screen = Rect::from_min_size([0.0, 0.0].into(), size.into());
        for _ in CONTROLS {
            let label = tab(&mut window).unwrap();
            let area = window.harness.get_by_label(&label).rect();
            assert!(screen.contains_rect(area), "{label} at {area}");
        }
    }
}

#[test]
fn no_size_of_window_breaks_a_window_over_it() {
    for size in [
        [1.0, 1.0],
        [90.0, 60.0],
        [180.0, 200.0],
        [360.0, 400.0],
        [4000.0, 3000.0],
    ] {
        let mut window = with(Settings::default(), size);
        for (modifiers, key) in [(Modifiers::COMMAND, Key::Comma), (Modifiers::NONE, Key::F1)] {
            window.key_with(modifiers, key);
            window.key(Key::Tab);
            window.key(Key::PageDown);
            window.key(Key::Escape);
        }
    }
}

#[test]
fn the_list_of_keys_is_scrolled_by_keys_and_gives_the_focus_back() {
    let mut window = with(Settings::default(), [800.0, 500.0]);
    window.harness.get_by_label("Bijie, 6").focus();
    window.settle();
    window.key(Key::F1);
    assert_eq!(window.focused().as_deref(), Some("Close"));
    let row = |window: &Window| window.harness.get_by_label("Scroll the text").rect().top();
    let before = row(&window);

    window.key(Key::ArrowDown);
    assert!((before - row(&window) - 56.0).abs() < 1.0);
    window.key(Key::PageDown);
    assert!(row(&window) < before - 200.0);

    window.key(Key::Tab);
    assert_eq!(
        window.focused().as_deref(),
        Some("Licences of what it contains")
    );
    window.key(Key::Tab);
    assert_eq!(window.focused().as_deref(), Some("Close"));
    window.key(Key::Escape);
    assert_eq!(window.focused().as_deref(), Some("Bijie, 6"));
}

#[test]
fn the_licences_of_what_the_program_contains_are_shown_below_the_keys_when_asked_for() {
    let mut window = with(Settings::default(), [800.0, 500.0]);
    window.key(Key::F1);
    let of_egui = "egui 0.37";
    assert!(window.harness.query_by_label_contains(of_egui).is_none());

    window.key(Key::Tab);
    window.key(Key::Enter);
    assert!(window.harness.query_by_label_contains(of_egui).is_some());
    let typefaces = "Typefaces: SIL Open Font License 1.1";
    assert!(window.harness.query_by_label(typefaces).is_some());
}
