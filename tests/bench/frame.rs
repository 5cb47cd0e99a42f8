//! A frame of the whole window, from the input to its triangles: at rest, while the map is dragged, and in flight.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use dateline::story::Story;
use egui::{ClippedPrimitive, Event, Key, Modifiers, Pos2, Vec2, vec2};

use super::generated::Size;
use super::headless::{Headless, SIZE};

pub fn frame(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    for size in Size::ALL {
        // Made ready only if asked for by name.
        let mut rest = None;
        group.bench_function(format!("at rest, {}", size.name()), |bencher| {
            let rest = rest.get_or_insert_with(|| Rest::new(size.story()));
            bencher.iter(|| rest.frame());
        });
        let mut pan = None;
        group.bench_function(format!("pan, {}", size.name()), |bencher| {
            let pan = pan.get_or_insert_with(|| Pan::new(size.story()));
            bencher.iter(|| pan.frame());
        });
        let mut flight = None;
        group.bench_function(format!("flight, {}", size.name()), |bencher| {
            let flight = flight.get_or_insert_with(|| Flight::new(size.story()));
            bencher.iter_custom(|frames| (0..frames).map(|_| flight.timed_frame()).sum());
        });
    }
    for (name, open) in [
        (
            "search results",
            (|| Searched::list(Size::Six.story(), "college")) as fn() -> Searched,
        ),
        ("searched text", || {
            Searched::text(Size::Six.story(), "pandemic")
        }),
    ] {
        let mut searched = None;
        group.bench_function(name, |bencher| {
            let searched = searched.get_or_insert_with(open);
            bencher.iter(|| searched.frame());
        });
    }
    group.finish();
}

pub struct Rest(Headless);

impl Rest {
    pub fn new(story: Story) -> Self {
        let mut window = Headless::open(story);
        window.settle();
        Self(window)
    }

    pub fn frame(&mut self) -> Vec<ClippedPrimitive> {
        self.0.frame(Vec::new())
    }
}

/// What was found stands in a list, or is marked in the text.
pub struct Searched(Headless);

impl Searched {
    pub fn list(story: Story, query: &str) -> Self {
        let mut window = Headless::open(story);
        window.settle();
        window.key(Key::F, Modifiers::COMMAND);
        window.frame(vec![Event::Text(query.to_owned())]);
        window.wait_for_map();
        Self(window)
    }

    pub fn text(story: Story, query: &str) -> Self {
        let Self(mut window) = Self::list(story, query);
        window.key(Key::Enter, Modifiers::NONE);
        window.wait_for_map();
        Self(window)
    }

    pub fn frame(&mut self) -> Vec<ClippedPrimitive> {
        self.0.frame(Vec::new())
    }
}

/// A hand that drags the map round in a circle.
pub struct Pan {
    window: Headless,
    from: Pos2,
    frames: u16,
}

impl Pan {
    const RADIUS: f32 = 120.0;
    /// Of one round.
    const FRAMES: u16 = 90;

    pub fn new(story: Story) -> Self {
        let mut window = Headless::open(story);
        window.settle();
        let from = Pos2::ZERO + vec2(SIZE[0] * 0.3, SIZE[1] * 0.55);
        window.press(from);
        let mut pan = Self {
            window,
            from,
            frames: 0,
        };
        for _ in 0..Self::FRAMES {
            pan.frame();
            pan.window.wait_for_map();
        }
        assert!(pan.window.is_dragging(), "the map is held");
        pan
    }

    pub fn frame(&mut self) -> Vec<ClippedPrimitive> {
        self.frames = (self.frames + 1) % Self::FRAMES;
        let turn = f32::from(self.frames) / f32::from(Self::FRAMES) * std::f32::consts::TAU;
        // The round begins where the hand took hold.
        let way = Vec2::angled(turn) * Self::RADIUS - vec2(Self::RADIUS, 0.0);
        let moved = Event::PointerMoved(self.from + way);
        self.window.frame(vec![moved])
    }
}

/// From one passage of the tour to the next and back, again and again.
pub struct Flight {
    window: Headless,
    is_ahead: bool,
}

impl Flight {
    pub fn new(story: Story) -> Self {
        let mut window = Headless::open(story);
        window.settle();
        window.key(Key::ArrowRight, Modifiers::NONE);
        window.settle();
        let mut flight = Self {
            window,
            is_ahead: false,
        };
        // There and back once, so that the map knows the way.
        for _ in 0..2 {
            flight.set_off();
            while flight.window.is_moving() {
                flight.window.frame(Vec::new());
                flight.window.wait_for_map();
            }
        }
        flight
    }

    fn set_off(&mut self) {
        self.is_ahead = !self.is_ahead;
        let key = if self.is_ahead {
            Key::ArrowRight
        } else {
            Key::ArrowLeft
        };
        self.window.key(key, Modifiers::NONE);
        assert!(self.window.is_moving(), "the map flies");
    }

    pub fn frame(&mut self) -> Vec<ClippedPrimitive> {
        if !self.window.is_moving() {
            self.set_off();
        }
        self.window.frame(Vec::new())
    }

    /// What is between two flights does not count.
    fn timed_frame(&mut self) -> Duration {
        if !self.window.is_moving() {
            self.set_off();
        }
        let begun = Instant::now();
        black_box(self.window.frame(Vec::new()));
        begun.elapsed()
    }
}
