//! How fast it is, without a window: `cargo bench --bench speed`, with a name after `--` for some of it.
//!
//! Times vary with the machine, instructions hardly do: `counted.rs` says how to count them.

mod article;
mod counted;
mod export;
mod frame;
mod generated;
mod headless;
mod lens;
mod parse;
mod search;
mod start;

use criterion::{Criterion, criterion_group};

criterion_group!(
    benches,
    parse::parse,
    article::article,
    lens::lens,
    search::search,
    start::start,
    export::export,
    frame::frame
);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, what, frames] = arguments.as_slice()
        && mode == "--frames"
    {
        counted::run(what, frames.parse().expect("a number of frames"));
        return;
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
