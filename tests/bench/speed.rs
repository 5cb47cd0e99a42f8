//! How fast it is, without a window: `cargo bench --bench speed`, with a name after `--` for some of it.
//!
//! Times vary with the machine, instructions hardly do: `.ci/instructions` counts some, with `counted.rs`.

mod article;
mod convert;
mod counted;
mod export;
mod frame;
mod generated;
mod headless;
mod lens;
mod open;
mod parse;
mod search;
mod start;

use std::time::Duration;

use criterion::{Criterion, criterion_group};

criterion_group! {
    name = benches;
    // Less than usual, so that all of it is measured within minutes.
    config = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3));
    targets =
        parse::parse,
        article::article,
        lens::lens,
        search::search,
        start::start,
        open::open,
        convert::convert,
        export::export,
        frame::frame
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, what, times] = arguments.as_slice()
        && mode == "--count"
    {
        counted::run(what, times.parse().expect("a number of times"));
        return;
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
