//! What each choice changes, at once.

use super::{BEIJING, chosen, kept, open_settings, settings_window, with, written};
use crate::images::driver;
use crate::support::{Window, builder, opened_as_it_is, start, wheel, wheel_with};
use dateline::app::App;
use dateline::format;
use dateline::renderer::Renderer;
use dateline::settings::{Language, Settings, Wheel};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, Vec2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::wgpu::WgpuTestRenderer;

#[test]
fn language_follows_the_choice_and_the_system_again() {
    let (_folder, file, mut window) = kept();
    open_settings(&mut window);

    window.click("Language: 中文");
    assert!(window.shows("设置") && window.shows("段落：两地记者，一篇报道"));
    assert_eq!(file.load().settings.language, Some(Language::Chinese));

    window.click("语言：跟随系统");
    assert!(window.shows("Settings") && window.shows("Passage: Two desks, one report"));
    assert_eq!(file.load().settings.language, None);
}

#[test]
fn names_on_the_map_follow_the_choice_and_the_language_again() {
    let mut window = settings_window();
    assert!(!written(&window).contains(&"北京".to_owned()));

    window.click("Names on the map: 中文");
    assert!(written(&window).contains(&"北京".to_owned()));
    assert!(window.shows(BEIJING), "the interface stays");

    window.click("Names on the map: As the language");
    assert!(!written(&window).contains(&"北京".to_owned()));
    window.click("Language: 中文");
    assert!(written(&window).contains(&"北京".to_owned()));
}

#[test]
fn names_that_the_reader_chose_stay_when_the_language_changes() {
    let mut window = settings_window();
    window.click("Names on the map: English");

    window.click("Language: 中文");

    assert_eq!(chosen(&window, "地图上的地名"), ["地图上的地名：英文"]);
}

#[test]
fn the_theme_changes_at_once() {
    let mut window = settings_window();
    let is_dark = |window: &Window| window.harness.ctx.global_style().visuals.dark_mode;

    window.click("Theme: Dark");
    assert!(is_dark(&window));
    window.click("Theme: Light");
    assert!(!is_dark(&window));
}

#[test]
fn text_grows_and_shrinks_and_comes_back() {
    let (_folder, file, mut window) = kept();
    open_settings(&mut window);

    window.click("Larger text");
    window.click("Larger text");
    assert!(window.shows("120%"));
    assert_eq!(window.harness.ctx.zoom_factor(), 1.2);
    assert_eq!(file.load().settings.text_size.factor(), 1.2);

    window.click("Normal text size");
    window.click("Smaller text");
    assert!(window.shows("90%"));
    assert_eq!(file.load().settings.text_size.factor(), 0.9);
}

#[test]
fn lines_are_as_long_as_chosen_where_the_panel_has_the_room() {
    let widths = |panel: f32| {
        let settings = Settings {
            panel_width: Some(panel),
            ..Settings::default()
        };
        let mut window = with(settings, [1600.0, 800.0]);
        open_settings(&mut window);
        ["Narrow", "Normal", "Wide"].map(|width| {
            window.click(&format!("Line width: {width}"));
            let text = "Cross-border e-commerce is growing fast";
            let area = window.harness.get_by_label_contains(text).rect();
            assert!(area.right() <= 1600.0, "{width}: {area}");
            area.width()
        })
    };

    let [narrow, normal, wide] = widths(900.0);
    assert!((380.0..=420.0).contains(&narrow), "{narrow}");
    assert!((460.0..=510.0).contains(&normal), "{normal}");
    assert!((620.0..=680.0).contains(&wide), "{wide}");

    let in_a_narrow_panel = widths(360.0);
    assert!(in_a_narrow_panel.iter().all(|&width| width <= 320.0));
}

/// Where the marker stands right after a key that zooms, and where in the end.
fn zoomed(window: &mut Window) -> (Rect, Rect) {
    let marker = |window: &Window| window.harness.get_by_label(BEIJING).rect();
    window.harness.key_press(Key::Minus);
    window.harness.run_steps(3);
    let soon = marker(window);
    window.settle();
    (soon, marker(window))
}

#[test]
fn the_map_flies_until_the_reader_wants_less_motion_and_again_after() {
    let start = start(format::builtin().story, Settings::default(), None);
    let mut window = opened_as_it_is(start, [1280.0, 800.0]);
    let (soon, end) = zoomed(&mut window);
    assert_ne!(soon, end, "it flies");

    open_settings(&mut window);
    window.click("Animation: Reduced");
    assert_eq!(window.harness.ctx.global_style().animation_time, 0.0);
    window.key(Key::Escape);
    window.key(Key::Num0);
    let (soon, end) = zoomed(&mut window);
    assert_eq!(soon, end, "it jumps");

    open_settings(&mut window);
    window.click("Animation: Full");
    window.key(Key::Escape);
    window.key(Key::Num0);
    let (soon, end) = zoomed(&mut window);
    assert_ne!(soon, end, "it flies again");
}

#[test]
fn without_a_gpu_the_map_jumps_unless_the_reader_wants_it_to_fly() {
    let Some(render_state) = driver() else { return };
    let renderer = Renderer::Software(Box::new(render_state.clone()));
    walkers::install_renderer(Some(&render_state));
    let start = start(format::builtin().story, Settings::default(), None);
    let harness = builder([1280.0, 800.0])
        .renderer(WgpuTestRenderer::from_render_state(render_state))
        .build_eframe(|cc| App::new(&cc.egui_ctx, renderer, start));
    let mut window = Window { harness };
    window.settle();
    let (soon, end) = zoomed(&mut window);
    assert_eq!(soon, end, "it jumps");

    open_settings(&mut window);
    assert_eq!(chosen(&window, "Animation"), ["Animation: Automatic"]);
    window.click("Animation: Full");
    window.key(Key::Escape);
    window.key(Key::Num0);
    let (soon, end) = zoomed(&mut window);
    assert_ne!(soon, end, "it flies");
}

/// Where two cities stand after the wheel was pushed between them by so many lines.
fn pushed(choice: Wheel, lines: f32, modifiers: Modifiers) -> [Vec2; 2] {
    let settings = Settings {
        wheel: choice,
        ..Settings::default()
    };
    let mut window = with(settings, [1280.0, 800.0]);
    let markers = |window: &Window| {
        [BEIJING, "Hangzhou, 1 passage"].map(|marker| {
            window
                .harness
                .get_by_label(marker)
                .rect()
                .center()
                .to_vec2()
        })
    };
    let [beijing, hangzhou] = markers(&window);
    window
        .harness
        .hover_at(((beijing + hangzhou) / 2.0).to_pos2());
    window.harness.step();
    wheel_with(modifiers, &mut window, lines);
    markers(&window)
}

#[test]
fn the_wheel_zooms_the_way_that_the_reader_wants() {
    let apart = |[a, b]: [Vec2; 2]| (a - b).length();
    let before = apart(pushed(Wheel::PushCloser, 0.0, Modifiers::NONE));

    let closer = apart(pushed(Wheel::PushCloser, 1.0, Modifiers::NONE));
    assert!(closer > before + 5.0, "{before} {closer}");
    let pulled = apart(pushed(Wheel::PushFurther, -1.0, Modifiers::NONE));
    assert!((pulled - closer).abs() < 1.0, "{pulled} {closer}");
    // From the whole story it goes not much further out.
    let further = apart(pushed(Wheel::PushFurther, 1.0, Modifiers::NONE));
    assert!(further < before - 5.0, "{before} {further}");
}

#[test]
fn a_wheel_that_moves_the_map_zooms_with_ctrl_only() {
    let before = pushed(Wheel::Move, 0.0, Modifiers::NONE);
    let moved = pushed(Wheel::Move, -1.0, Modifiers::NONE);
    for (before, moved) in before.into_iter().zip(moved) {
        let by = moved - before;
        assert!(by.y < -20.0 && by.x.abs() < 1.0, "{by}");
    }
    let apart = |[a, b]: [Vec2; 2]| (a - b).length();
    assert!((apart(moved) - apart(before)).abs() < 1.0);

    let zoomed = pushed(Wheel::Move, 1.0, Modifiers::COMMAND);
    assert!(apart(zoomed) > apart(before) + 5.0);
}

#[test]
fn a_map_moved_by_wheel_stays_where_it_is_when_the_window_changes() {
    let settings = Settings {
        wheel: Wheel::Move,
        ..Settings::default()
    };
    let mut window = with(settings, [1280.0, 800.0]);
    let middle = |window: &Window| window.harness.get_by_role(Role::Canvas).rect().center();
    window.harness.hover_at(middle(&window));
    window.harness.step();
    wheel(&mut window, -1.0);
    let beijing =
        |window: &Window| window.harness.get_by_label(BEIJING).rect().center() - middle(window);
    let before = beijing(&window);

    window.harness.set_size(Vec2::new(1280.0, 780.0));
    window.settle();

    let after = beijing(&window);
    assert!((after - before).length() < 2.0, "{before} {after}");
}

#[test]
fn at_the_last_zoom_a_wheel_turned_round_moves_nothing() {
    let settings = Settings {
        wheel: Wheel::PushFurther,
        ..Settings::default()
    };
    let mut window = with(settings, [1280.0, 800.0]);
    let at = window.harness.get_by_label(BEIJING).rect().center();
    window.harness.hover_at(at);
    for _ in 0..14 {
        wheel(&mut window, -3.0);
    }
    let before = window.harness.get_by_label(BEIJING).rect().center();
    wheel(&mut window, -3.0);
    let after = window.harness.get_by_label(BEIJING).rect().center();

    assert!(at.distance(after) < 4.0, "{at} {after}");
    assert!(before.distance(after) < 1.0, "{before} {after}");
}
