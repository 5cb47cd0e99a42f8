//! What it means to survive a story: soon, within memory, and on the screen.

use std::time::{Duration, Instant};

use dateline::app::App;
use dateline::renderer::Renderer;
use dateline::settings::{Motion, Settings};
use dateline::story::Story;
use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use crate::foreign::survived;
use crate::support::{self, Window};

/// Whether there is a story in the bytes, of which all can be told.
pub fn survive(name: &str, bytes: &[u8]) -> bool {
    survived(name, bytes).is_some()
}

/// Generous: what is not linear takes minutes.
pub fn soon<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{what} took {took:?}");
    done
}

/// MiB that the work takes at most, beyond what is there already.
pub fn memory<T>(work: impl FnOnce() -> T) -> u64 {
    let counted = allocation_counter::measure(|| drop(work()));
    counted.bytes_max / 1024 / 1024
}

/// The window with the story, whatever characters it has.
pub fn drawn(story: Story) -> Window {
    drawn_at(story, [1280.0, 800.0], 1.0)
}

/// In points, and how many pixels each of them has.
pub fn drawn_at(story: Story, size: impl Into<Vec2>, density: f32) -> Window {
    let mut start = support::start(story, Settings::default(), None);
    start.settings.settings.motion = Some(Motion::Reduced);
    let harness = support::builder(size)
        .with_pixels_per_point(density)
        .allow_missing_glyphs()
        .build_eframe(|cc| App::new(&cc.egui_ctx, Renderer::Wgpu, start));
    let mut window = Window { harness };
    window.harness.run_steps(3);
    window
}

/// All that a screen reader would read on any page of the window.
pub fn shown(window: &mut Window) -> Vec<String> {
    let mut shown = Vec::new();
    for page in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        window.harness.key_press_modifiers(Modifiers::COMMAND, page);
        window.harness.run_steps(3);
        for node in window.harness.query_all(By::new()) {
            let node = node.accesskit_node();
            shown.extend(
                [node.label(), node.value(), node.description()]
                    .into_iter()
                    .flatten(),
            );
        }
    }
    shown
}
