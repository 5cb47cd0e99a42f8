//! `dateline convert`, without the disk: other programs' files into ours, and ours into GeoJSON.

use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion};
use dateline::export::{self, Export};
use dateline::format::{self, Format};

use super::generated::Size;

pub fn convert(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("convert");
    for size in Size::ALL {
        group.sample_size(size.samples());
        for (from, to) in [
            (Format::GeoJson, Format::Native),
            (Format::Kml, Format::Native),
            (Format::Csv, Format::Native),
            (Format::StoryMapJs, Format::Native),
            (Format::Native, Format::GeoJson),
        ] {
            // Larger than the largest file that is read.
            let is_large = matches!(size, Size::HundredThousand);
            if is_large && matches!(from, Format::GeoJson | Format::Kml) {
                continue;
            }
            // Made only if asked for by name.
            let mut file = None;
            let name = BenchmarkId::new(format!("{from} to {to}"), size.name());
            group.bench_function(name, |bencher| {
                let file = file.get_or_insert_with(|| written(size, from));
                bencher.iter(|| converted(black_box(file), from, to));
            });
        }
    }
    group.finish();
}

/// The story of this size, as a file of the format.
pub fn written(size: Size, format: Format) -> String {
    match format {
        Format::Native => size.file(),
        _ => format::write(format, &size.story()).expect("another program's format"),
    }
}

pub fn converted(file: &str, from: Format, to: Format) -> usize {
    let path = |format: Format| Path::new("a").with_extension(format.extension());
    let reading = format::read_named(Some(&path(from)), file.as_bytes()).expect("a story");
    assert_eq!(reading.format, from, "read as what it is");
    let export = Export {
        format: to,
        ..Export::default()
    };
    let files = export::files(&reading, &path(to), &export).expect("files");
    files.iter().map(|file| file.bytes.len()).sum()
}
