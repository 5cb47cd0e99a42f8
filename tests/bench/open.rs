//! Another story into a window that shows one: from the path of its file to the first frame that has it.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::Criterion;
use egui::Event;

use super::generated::{Size, file, read};
use super::headless::Headless;

pub fn open(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let small = folder.path().join("small.md");
    fs::write(&small, file(3, 1)).expect("a file");
    let mut group = criterion.benchmark_group("open");
    for size in Size::ALL {
        group.sample_size(size.samples());
        let mut ready = None;
        group.bench_function(size.name(), |bencher| {
            let (window, path) = ready.get_or_insert_with(|| {
                let path = folder.path().join("story.md");
                fs::write(&path, size.file()).expect("a file");
                (Headless::open(read(&file(3, 1))), path)
            });
            bencher.iter_custom(|times| {
                let mut spent = Duration::ZERO;
                for _ in 0..times {
                    window.settle();
                    spent += shown(window, path);
                    shown(window, &small);
                }
                spent
            });
        });
    }
    group.finish();
}

/// How long it takes until the story is there; it has other places than the one before.
fn shown(window: &mut Headless, path: &Path) -> Duration {
    let before = window.places();
    let begun = Instant::now();
    let pasted = path.to_str().expect("a path").to_owned();
    window.frame(vec![Event::Paste(pasted)]);
    while window.places() == before {
        window.frame(Vec::new());
    }
    begun.elapsed()
}
