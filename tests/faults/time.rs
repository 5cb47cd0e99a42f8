//! Fault M: a clock that jumps, as when a machine sleeps or its time is set.

use dateline::session::Tour;
use eframe::egui::Key;

use crate::support::{Window, window};

/// A frame at another time than the one expected, in seconds from now.
fn jump(window: &mut Window, seconds: f64) {
    let now = window.harness.ctx.input(|input| input.time);
    window.harness.input_mut().time = Some(now + seconds);
    window.harness.step();
    window.harness.input_mut().time = None;
    window.harness.run_steps(3);
}

#[test]
fn a_clock_that_jumps_ahead_leaves_the_tour_where_one_can_follow_it() {
    let mut window = window();
    window.harness.key_press(Key::P);
    window.harness.run_steps(3);
    let before = window.selection();
    for seconds in [3_600.0, 86_400.0 * 365.0 * 30.0] {
        jump(&mut window, seconds);
        assert!(window.selection().is_some(), "{before:?}");
    }
    let tour = window.harness.state().session().tour();
    assert_eq!(tour, Tour::Playing, "not at its end at once");
}

#[test]
fn a_clock_that_jumps_back_stops_nothing() {
    let mut window = window();
    window.harness.key_press(Key::P);
    window.harness.run_steps(3);
    for seconds in [-1.0, -3_600.0, -86_400.0] {
        jump(&mut window, seconds);
    }
    let before = window.selection();
    window.wait(91);
    assert_ne!(window.selection(), before, "the tour goes on");
}

#[test]
fn a_clock_that_jumps_in_a_flight_ends_it_at_its_place() {
    for seconds in [86_400.0, -86_400.0] {
        let mut start = crate::support::start(
            dateline::format::builtin().story,
            dateline::settings::Settings::default(),
            None,
        );
        start.system_language = dateline::settings::Language::English;
        let mut window = crate::support::opened_as_it_is(start, [1280.0, 800.0]);
        window.harness.key_press(Key::ArrowRight);
        window.harness.run_steps(2);
        jump(&mut window, seconds);
        window.wait(4);
        window.settle();
        assert!(window.selection().is_some(), "{seconds}");
    }
}
