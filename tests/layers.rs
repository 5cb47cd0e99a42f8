//! The layers of `src/`: the core names nothing of the interface, and nothing above itself.

use std::path::{Path, PathBuf};
use std::{fs, io};

const INTERFACE: [&str; 6] = [
    "egui",
    "eframe",
    "walkers",
    "wgpu",
    "crate::ui",
    "crate::app",
];

/// A layer, and what it may not name besides the interface.
const LAYERS: [(&str, &[&str]); 6] = [
    (
        "src/basemap",
        &[
            "crate::story",
            "crate::session",
            "crate::format",
            "crate::files",
        ],
    ),
    (
        "src/story",
        &["crate::session", "crate::format", "crate::files"],
    ),
    (
        "src/article",
        &["crate::session", "crate::format", "crate::files"],
    ),
    ("src/format", &["crate::session", "crate::files"]),
    (
        "src/regions",
        &["crate::session", "crate::format", "crate::files"],
    ),
    ("src/session", &["crate::format", "crate::files"]),
];

#[test]
fn the_core_knows_nothing_of_the_interface() {
    for (layer, above) in LAYERS {
        let files = rust_files(Path::new(layer)).unwrap();
        assert!(!files.is_empty(), "{layer} is there");
        for path in files {
            let code = fs::read_to_string(&path).unwrap();
            for (number, line) in code.lines().enumerate() {
                let remark = line.trim_start().starts_with("//");
                let named = INTERFACE
                    .iter()
                    .chain(above)
                    .find(|name| !remark && line.contains(**name));
                assert!(named.is_none(), "{}:{}: {line}", path.display(), number + 1);
            }
        }
    }
}

fn rust_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}
