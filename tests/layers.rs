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
const LAYERS: [(&str, &[&str]); 9] = [
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
    ("src/clusters", &["crate::session", "crate::files"]),
    ("src/lines.rs", &["crate::session", "crate::files"]),
    ("src/original", &["crate::session", "crate::files"]),
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

/// A story opens no connection by itself: nothing in the program can, but for the map of a server that the reader
/// chooses, and what hands a link to the browser when it is clicked.
#[test]
fn only_the_map_of_a_server_opens_connections() {
    const NETWORK: [&str; 9] = [
        "std::net",
        "TcpStream",
        "UdpSocket",
        "UnixStream",
        "reqwest",
        "ureq",
        "hyper::",
        "HttpTiles",
        "process::Command",
    ];
    let online = Path::new("src/basemap/online");
    for path in rust_files(Path::new("src")).unwrap() {
        if path.starts_with(online) {
            continue;
        }
        let code = fs::read_to_string(&path).unwrap();
        for (number, line) in code.lines().enumerate() {
            let remark = line.trim_start().starts_with("//");
            let named = NETWORK.iter().find(|name| !remark && line.contains(**name));
            assert!(named.is_none(), "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

/// Where a click on a link of the story is answered, and nowhere else.
#[test]
fn an_address_is_opened_in_one_place() {
    let files = rust_files(Path::new("src")).unwrap();
    let opening = files
        .iter()
        .filter(|path| fs::read_to_string(path).unwrap().contains("open_url"));
    let opening: Vec<_> = opening.collect();
    assert_eq!(opening, [Path::new("src/ui/passage_text.rs")]);
}

/// Itself where it is a file.
fn rust_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if folder.is_file() {
        return Ok(vec![folder.to_owned()]);
    }
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
