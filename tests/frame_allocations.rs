//! What a frame allocates does not grow with the story.

#[path = "bench/generated.rs"]
#[expect(dead_code, reason = "the benchmarks use the rest")]
mod generated;
#[path = "bench/headless.rs"]
#[expect(dead_code, reason = "the benchmarks use the rest")]
mod headless;

use egui::{Key, Modifiers};
use headless::Headless;

/// Bytes, of a middling frame while the tour flies from one passage to the next.
fn bytes_of_a_frame_in_flight(places: usize) -> u64 {
    let mut window = Headless::open(generated::read(&generated::file(places, places)));
    window.settle();
    window.key(Key::ArrowRight, Modifiers::NONE);
    window.settle();
    let mut bytes = Vec::new();
    for _ in 0..2 {
        window.key(Key::ArrowRight, Modifiers::NONE);
        while window.is_moving() {
            let counted = allocation_counter::measure(|| drop(window.frame(Vec::new())));
            bytes.push(counted.bytes_total);
        }
    }
    assert!(bytes.len() > 20, "it flew for {} frames", bytes.len());
    bytes.sort_unstable();
    *bytes.get(bytes.len() / 2).expect("frames")
}

#[test]
fn a_frame_of_the_tour_in_flight_allocates_nothing_in_proportion_to_the_story() {
    let (small, large) = (2_000, 10_000);
    let (of_small, of_large) = (
        bytes_of_a_frame_in_flight(small),
        bytes_of_a_frame_in_flight(large),
    );
    // Five times the story: no more than a fuller screen, on which markers become groups.
    assert!(
        of_large * 2 < of_small * 5,
        "{of_small} bytes at {small} places, {of_large} at {large}"
    );
}
