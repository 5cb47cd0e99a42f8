//! Making the files of a story: a page, and a picture of its map.

use std::path::Path;

use criterion::Criterion;
use dateline::export::{Export, files};
use dateline::format::{self, Format};

pub fn export(criterion: &mut Criterion) {
    let reading = format::builtin();
    for (name, format) in [("page", Format::Html), ("picture", Format::Png)] {
        let export = Export {
            format,
            ..Export::default()
        };
        criterion.bench_function(&format!("export/{name}"), |bencher| {
            bencher.iter(|| files(&reading, Path::new("a"), &export));
        });
    }
}
