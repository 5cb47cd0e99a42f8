//! The whole window without a window: driven by name, read by name.

use std::sync::Arc;

use dateline::app::{App, Start};
use dateline::files::Document;
use dateline::format::{self, Reading};
use dateline::renderer::Renderer;
use dateline::settings::{Found, Language, Motion, Settings, SettingsFile};
use dateline::story::{Item, PassageId, PlaceId, Story};
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, Vec2, pos2,
};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use egui_kittest::{Harness, HarnessBuilder, Node};

pub struct Window {
    pub harness: Harness<'static, App>,
}

pub fn start(story: Story, settings: Settings, settings_file: Option<SettingsFile>) -> Start {
    Start {
        document: document(story),
        not_opened: None,
        open_at: None,
        settings: Found {
            settings,
            put_aside: None,
        },
        settings_file,
        system_language: Language::English,
        // No system's dialog opens in a test.
        chooser: Arc::new(|_| Box::pin(async { None })),
    }
}

/// A story as if it were read from a file that is not there any more.
fn document(story: Story) -> Document {
    let reading = Reading {
        story,
        path: Some("stories/a.md".into()),
        ..Reading::default()
    };
    Document::known_as("a story".to_owned(), reading)
}

/// The built-in story at the usual size.
pub fn window() -> Window {
    window_of(format::builtin().story, [1280.0, 800.0])
}

pub fn window_of(story: Story, size: impl Into<Vec2>) -> Window {
    opened(start(story, Settings::default(), None), size)
}

/// With nothing that moves by itself.
pub fn opened(mut start: Start, size: impl Into<Vec2>) -> Window {
    start.settings.settings.motion = Some(Motion::Reduced);
    opened_as_it_is(start, size)
}

pub fn opened_as_it_is(start: Start, size: impl Into<Vec2>) -> Window {
    let harness = builder(size).build_eframe(|cc| App::new(&cc.egui_ctx, Renderer::Wgpu, start));
    let mut window = Window { harness };
    window.settle();
    window
}

pub fn builder(size: impl Into<Vec2>) -> HarnessBuilder<App> {
    // With a longer step one turn of the wheel would zoom through the whole map.
    Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(600)
}

impl Window {
    /// Until nothing moves any more.
    pub fn settle(&mut self) {
        self.harness.run();
    }

    pub fn story(&self) -> &Story {
        self.harness.state().story()
    }

    pub fn place(&self, key: &str) -> PlaceId {
        match self.story().find(key) {
            Some(Item::Place(place)) => place,
            other => panic!("{key} is {other:?}"),
        }
    }

    /// Clicks with the mouse what a screen reader would call so.
    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    /// Scrolls to the `nth` of what is called so, and clicks it.
    pub fn scroll_and_click(&mut self, label: &str, nth: usize) {
        let all = |window: &Self| window.harness.query_all_by_label(label).count();
        assert!(all(self) > nth, "{label} is there {} times", all(self));
        self.harness
            .query_all_by_label(label)
            .nth(nth)
            .unwrap()
            .scroll_to_me();
        self.harness.run_steps(40);
        self.harness
            .query_all_by_label(label)
            .nth(nth)
            .unwrap()
            .click();
        self.settle();
    }

    pub fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    pub fn key_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Seconds of the window's own clock, which is put forward.
    pub fn wait(&mut self, seconds: usize) {
        for _ in 0..seconds * 4 {
            let now = self.harness.ctx.input(|input| input.time);
            self.harness.input_mut().time = Some(now + 0.25);
            self.harness.step();
            self.harness.input_mut().time = None;
        }
    }

    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    pub fn shows_containing(&self, label: &str) -> bool {
        self.harness
            .query_all_by_label_contains(label)
            .next()
            .is_some()
    }

    pub fn labels(&self, role: Role) -> Vec<String> {
        let label = |node: Node<'_>| node.accesskit_node().label();
        self.harness
            .query_all_by_role(role)
            .filter_map(label)
            .collect()
    }

    /// The passages in the reading panel, by their paragraph of the source.
    pub fn paragraphs(&self) -> Vec<u32> {
        self.paragraphs_titled("Passage: ")
    }

    /// The same, where the interface calls a passage otherwise.
    pub fn paragraphs_titled(&self, prefix: &str) -> Vec<u32> {
        let titles: Vec<String> = self.labels(Role::Button);
        let mut shown: Vec<u32> = titles
            .iter()
            .filter_map(|label| label.strip_prefix(prefix))
            .filter_map(|title| self.passage_called(title))
            .flat_map(|id| self.story().passage(id).paragraphs.clone())
            .collect();
        shown.sort_unstable();
        shown
    }

    fn passage_called(&self, title: &str) -> Option<PassageId> {
        self.story()
            .passages()
            .find(|(_, passage)| {
                ["en", "zh"]
                    .iter()
                    .any(|code| passage.title.in_language(code) == title)
            })
            .map(|(id, _)| id)
    }

    /// What a screen reader takes to have the focus.
    pub fn focused(&self) -> Option<String> {
        let mut all = self.harness.query_all(By::new());
        all.find(Node::is_focused).map(|node| label(&node))
    }

    /// Presses the key until what is called so has the focus.
    pub fn key_to(&mut self, key: Key, wanted: &str) {
        for _ in 0..200 {
            if self.focused().as_deref() == Some(wanted) {
                return;
            }
            self.harness.key_press(key);
            self.harness.step();
        }
        panic!("{key:?} does not lead to {wanted}");
    }

    /// The same, but for the window itself.
    pub fn focused_control(&self) -> Option<String> {
        let root = label(&self.harness.root());
        self.focused().filter(|label| *label != root)
    }

    pub fn selection(&self) -> Option<Item> {
        self.harness.state().session().selection()
    }
}

/// Turns the wheel by lines; away from oneself is above zero.
/// So far that what the reader is on is out of view.
pub fn drag_map(window: &mut Window) {
    let from = pos2(400.0, 400.0);
    window.harness.drag_at(from);
    window.harness.step();
    window.harness.hover_at(from + Vec2::new(260.0, 230.0));
    window.harness.step();
    window.harness.drop_at(from + Vec2::new(260.0, 230.0));
    window.settle();
}

pub fn wheel(window: &mut Window, lines: f32) {
    wheel_with(Modifiers::NONE, window, lines);
}

pub fn wheel_with(modifiers: Modifiers, window: &mut Window, lines: f32) {
    window.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: Vec2::new(0.0, lines),
        modifiers,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
    });
    window.settle();
}

pub fn label(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    let name = if node.role() == Role::Label {
        node.value()
    } else {
        node.label()
    };
    name.unwrap_or_default()
}
