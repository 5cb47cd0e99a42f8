//! How it looks: pictures of the whole window, drawn by the processor (lavapipe), the same point for point every time.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test window images` makes them anew. Where there is no driver to draw with they are
//! passed over, unless `DATELINE_IMAGES=required`.

use std::env;
use std::fmt::Write as _;
use std::panic;
use std::thread;

use dateline::app::{App, Start};
use dateline::format;
use dateline::renderer::Renderer;
use dateline::settings::{Language, MapNames, Motion, Settings, ThemeChoice};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme, pos2, vec2};
use eframe::egui_wgpu::{RenderState, RendererOptions};
use egui_kittest::SnapshotOptions;
use egui_kittest::kittest::Queryable as _;
use egui_kittest::wgpu::{WgpuTestRenderer, create_render_state, default_wgpu_setup};
use image::{RgbaImage, imageops};

use crate::pictures::{Story, wait};
use crate::support::{Window, builder, drag_map, start};

fn light() -> Settings {
    Settings {
        theme: ThemeChoice::Light,
        ..Settings::default()
    }
}

fn dark() -> Settings {
    Settings {
        theme: ThemeChoice::Dark,
        ..Settings::default()
    }
}

/// Draws the window after what `act` does in it, and compares it with the picture of that name.
fn check(name: &str, size: [f32; 2], settings: Settings, act: impl FnOnce(&mut Window)) {
    let start = start(format::builtin().story, settings, None);
    check_opened(name, size, start, act);
}

/// The same of any story.
fn check_opened(name: &str, size: [f32; 2], start: Start, act: impl FnOnce(&mut Window)) {
    let Some(render_state) = driver() else { return };
    check_drawn_by(&Renderer::Wgpu, render_state, name, size, start, act);
}

fn check_drawn_by(
    renderer: &Renderer,
    render_state: RenderState,
    name: &str,
    size: [f32; 2],
    start: Start,
    act: impl FnOnce(&mut Window),
) {
    let mut window = window_drawn_by(renderer, render_state, size, start);
    act(&mut window);
    wait_for_the_map(&mut window);
    // Tiles come in the order in which threads finish them: a point on the seam of two may differ.
    let options = SnapshotOptions::new().max_failed_pixels(16);
    window.harness.snapshot_options(name, &options);
}

fn window_drawn_by(
    renderer: &Renderer,
    render_state: RenderState,
    size: [f32; 2],
    mut start: Start,
) -> Window {
    walkers::install_renderer(Some(&render_state));
    // The harness would choose its own.
    let settings = &mut start.settings.settings;
    settings.motion = Some(Motion::Reduced);
    let theme = match settings.theme {
        ThemeChoice::Dark => Theme::Dark,
        ThemeChoice::System | ThemeChoice::Light => Theme::Light,
    };
    let harness = builder(size)
        .with_theme(theme)
        .renderer(WgpuTestRenderer::from_render_state(render_state))
        .build_eframe(|cc| App::new(&cc.egui_ctx, renderer.clone(), start));
    let mut window = Window { harness };
    window.settle();
    window
}

/// Tiles are decoded on threads of their own, and names are placed once the tiles are there.
fn wait_for_the_map(window: &mut Window) {
    while !window.harness.state().is_map_complete() {
        thread::yield_now();
        window.harness.step();
    }
    wait(window);
    window.harness.run_steps(30);
    window.settle();
}

/// What pictures are drawn with, unless a plain machine has none.
pub fn driver() -> Option<RenderState> {
    let made = panic::catch_unwind(|| {
        create_render_state(default_wgpu_setup(), RendererOptions::PREDICTABLE)
    });
    let required = env::var_os("DATELINE_IMAGES").is_some_and(|value| value == "required");
    assert!(made.is_ok() || !required, "there is no driver to draw with");
    made.ok()
}

/// Points of two pictures that are not the same to the eye.
fn differing(a: &RgbaImage, b: &RgbaImage) -> usize {
    let points = a.pixels().zip(b.pixels());
    let others = points.filter(|(a, b)| {
        let parts = a.0.iter().zip(b.0);
        parts.map(|(a, b)| a.abs_diff(b)).max() > Some(24)
    });
    others.count()
}

/// Draws as where there is no GPU, which must look the same.
fn check_without_gpu(name: &str, settings: Settings, act: impl FnOnce(&mut Window)) {
    let Some(render_state) = driver() else { return };
    let start = start(format::builtin().story, settings, None);
    let renderer = Renderer::Software(Box::new(render_state.clone()));
    check_drawn_by(&renderer, render_state, name, [1280.0, 800.0], start, act);
}

#[test]
fn without_a_gpu_the_map_is_the_same() {
    check_without_gpu("overview_light", light(), |_| {});
}

#[test]
fn without_a_gpu_the_map_that_was_moved_is_the_same() {
    let both = Settings {
        map_names: Some(MapNames::Both),
        ..dark()
    };
    check_without_gpu("place_dark", both, |window| {
        window.click("Beijing, 2 passages");
    });
}

#[test]
fn without_a_gpu_what_floats_on_the_map_is_the_same() {
    check_without_gpu("strayed_light", light(), stray);
}

#[test]
fn without_a_gpu_a_map_full_of_markers_is_the_same() {
    let mut file = String::from("+++\nformat = 1\ntitle = \"T\"\nlanguage = \"en\"\n");
    let mut passages = String::from("+++\n");
    for n in 0..240_u16 {
        // Evenly over the world, for two steps have no measure in common.
        let [lat, lon] = [(0.618_034, 120.0), (0.754_878, 340.0)]
            .map(|(step, most)| (f64::from(n) * step).fract() * most - most / 2.0);
        write!(
            file,
            "[[place]]\nid = \"p{n}\"\nname = \"Place {n}\"\nlat = {lat:.3}\nlon = {lon:.3}\n"
        )
        .unwrap();
        // Many numbers, each on a stamp of its own, and some on several discs.
        for _ in 0..n % 40 {
            write!(passages, "# P\n\n[it](#p{n})\n\n").unwrap();
        }
    }
    let story = format::read((file + &passages).as_bytes()).unwrap().story;
    let drawn = |has_gpu: bool| {
        let render_state = driver()?;
        let renderer = if has_gpu {
            Renderer::Wgpu
        } else {
            Renderer::Software(Box::new(render_state.clone()))
        };
        let start = start(story.clone(), light(), None);
        let mut window = window_drawn_by(&renderer, render_state, [1280.0, 800.0], start);
        wait_for_the_map(&mut window);
        Some(window.harness.render().expect("a picture"))
    };
    let (Some(with), Some(without)) = (drawn(true), drawn(false)) else {
        return;
    };

    let others = differing(&with, &without);
    assert!(others < 200, "{others} points differ");
}

#[test]
fn without_a_gpu_the_map_looks_the_same_on_the_move_as_at_rest() {
    let Some(render_state) = driver() else { return };
    let start = start(format::builtin().story, light(), None);
    let renderer = Renderer::Software(Box::new(render_state.clone()));
    let mut window = window_drawn_by(&renderer, render_state, [1280.0, 800.0], start);
    wait_for_the_map(&mut window);
    let from = pos2(400.0, 400.0);
    window.harness.drag_at(from);
    for step in 1..=6_u8 {
        window
            .harness
            .hover_at(from + f32::from(step) * vec2(6.0, 2.0));
        window.harness.step();
    }
    let on_the_move = window.harness.render().expect("a picture");
    window.harness.run_steps(30);
    let at_rest = window.harness.render().expect("a picture");

    // All of it is within a point of where it would be, but for a few of the map's own names.
    let [on_the_move, at_rest] =
        [on_the_move, at_rest].map(|picture| imageops::thumbnail(&picture, 1280 / 8, 800 / 8));
    let others = differing(&on_the_move, &at_rest);
    assert!(others < 30, "{others} points differ");
}

#[test]
fn strayed() {
    check("strayed_light", [1280.0, 800.0], light(), stray);
}

/// So far from what is read that the way back is on offer.
fn stray(window: &mut Window) {
    window.click("Amsterdam, 1 passage");
    drag_map(window);
    assert!(window.shows_containing("Continue"), "the way back");
}

#[test]
fn overview_light() {
    check("overview_light", [1280.0, 800.0], light(), |_| {});
}

#[test]
fn overview_dark() {
    check("overview_dark", [1280.0, 800.0], dark(), |_| {});
}

#[test]
fn place_light() {
    check("place_light", [1280.0, 800.0], light(), |window| {
        window.click("Lianyungang, 1 passage");
    });
}

#[test]
fn place_dark_with_names_in_both_scripts() {
    let both = Settings {
        map_names: Some(MapNames::Both),
        ..dark()
    };
    check("place_dark", [1280.0, 800.0], both, |window| {
        window.click("Beijing, 2 passages");
    });
}

#[test]
fn in_chinese() {
    let chinese = Settings {
        language: Some(Language::Chinese),
        ..light()
    };
    check("chinese_light", [1280.0, 800.0], chinese, |window| {
        window.click("毕节、贵阳，共2个邻近地点");
    });
}

#[test]
fn in_two_languages() {
    let both = Settings {
        language: Some(Language::Both),
        ..dark()
    };
    check("both_dark", [1280.0, 800.0], both, |window| {
        window.key(Key::ArrowRight);
        window.key(Key::ArrowRight);
    });
}

#[test]
fn passage_with_a_connection() {
    check("passage_light", [1280.0, 800.0], light(), |window| {
        window.scroll_and_click("Passage: An importer with fifteen stores", 0);
    });
}

#[test]
fn passage_with_pictures() {
    let story = Story::new(
        "# Harbour {#harbour}\n\nTwo pictures, of which one is missing.\n\n![A harbour](harbour.png \"At night | A. Person\")\n\n![A bridge](bridge.png \"The bridge\")\n",
    );
    story.picture("harbour.png", 1200, 700);
    let mut start = story.start(dark());
    start.open_at = Some("harbour".to_owned());
    check_opened("pictures_dark", [800.0, 600.0], start, |_| {});
}

#[test]
fn group_opened() {
    check("group_opened_light", [800.0, 600.0], light(), |window| {
        window.click("Bijie · Guiyang, 2 places close together");
    });
}

#[test]
fn filtered() {
    check("filtered_light", [1280.0, 800.0], light(), |window| {
        window.click("Companies, 3");
        window.click("Logistics, 3");
    });
}

#[test]
fn search() {
    check("search_light", [1280.0, 800.0], light(), |window| {
        window.key_with(Modifiers::COMMAND, Key::F);
        let field = window.harness.get_by_role(Role::SearchInput);
        field.type_text("warehouse");
        window.settle();
        // A caret blinks.
        window.click("Dateline");
    });
}

#[test]
fn search_result_opened() {
    check("found_light", [1280.0, 800.0], light(), |window| {
        window.key_with(Modifiers::COMMAND, Key::F);
        let field = window.harness.get_by_role(Role::SearchInput);
        field.type_text("overseas ware");
        window.settle();
        window.key(Key::Enter);
        window.key(Key::Enter);
        window.click("Dateline");
    });
}

#[test]
fn nothing_passes() {
    check("nothing_passes_dark", [800.0, 600.0], dark(), |window| {
        window.click("Amsterdam, 1");
        window.click("Policy, 2");
    });
}

#[test]
fn curriculum() {
    check("curriculum_dark", [1280.0, 800.0], dark(), |window| {
        window.click("Curriculum");
        window.click("Marketing planning, studied");
    });
}

#[test]
fn small_window() {
    check("small_light", [800.0, 600.0], light(), |_| {});
}

#[test]
fn narrow_window() {
    check("narrow_dark", [640.0, 900.0], dark(), |window| {
        window.key(Key::ArrowRight);
    });
}

#[test]
fn wide_window() {
    check("wide_light", [1920.0, 1080.0], light(), |window| {
        window.click("Hangzhou, 1 passage");
    });
}

#[test]
fn keyboard_focus() {
    check("focus_light", [800.0, 600.0], light(), |window| {
        for _ in 0..3 {
            window.key(Key::Tab);
        }
    });
}

#[test]
fn keys() {
    check("keys_dark", [800.0, 600.0], dark(), |window| {
        window.key(Key::F1);
    });
}

#[test]
fn large_text() {
    let settings = Settings {
        text_size: 2.0.into(),
        ..light()
    };
    check("large_text_light", [720.0, 450.0], settings, |window| {
        window.key(Key::ArrowRight);
    });
}
