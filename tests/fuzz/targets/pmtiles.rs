#![no_main]

use std::io::Write as _;

use dateline::basemap::PmtilesFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(bytes).expect("room for it");
    if let Ok(archive) = PmtilesFile::open(file.path()) {
        for (zoom, x, y) in [(0, 0, 0), (1, 1, 0), (6, 33, 21), (24, 9_999_999, 9)] {
            archive.tile(zoom, x, y);
        }
    }
});
