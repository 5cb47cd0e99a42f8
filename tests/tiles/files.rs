//! `PMTiles` files of readers: of every kind, and broken in every way.

use std::fs;
use std::path::PathBuf;

use dateline::basemap::{Bounds, Content, FileProblem, Picture, PmtilesFile};
use tempfile::TempDir;

use crate::pmtiles::{MVT, PNG, archive};
use crate::random::Random;
use crate::tile_server::png;

fn file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pmtiles");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn open(bytes: &[u8]) -> Result<PmtilesFile, FileProblem> {
    let (_folder, path) = file(bytes);
    PmtilesFile::open(&path)
}

fn problem(bytes: &[u8]) -> Option<FileProblem> {
    open(bytes).err()
}

/// Our own map.
const OURS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/basemap/basemap.pmtiles"
);

#[test]
fn pictures_are_read_up_to_the_last_zoom() {
    let archive = open(&archive(PNG, 3, &png(256, 256))).unwrap();

    assert_eq!(archive.content(), Content::Pictures);
    assert_eq!(archive.last_zoom(), 3);
    assert_eq!(archive.bounds(), Bounds::WORLD);
    assert_eq!(archive.credit(), "© A map");
    for (zoom, x, y) in [(0, 0, 0), (3, 7, 7), (2, 1, 3)] {
        let tile = archive.tile(zoom, x, y).unwrap();
        assert!(Picture::decode(&tile).is_some());
    }
    assert!(archive.tile(4, 0, 0).is_none());
    assert!(archive.tile(0, 7, 0).is_none());
}

/// It has thousands of tiles, and so directories in its directory.
#[test]
fn our_own_map_reads_the_same_from_a_file_as_inside_the_program() {
    let archive = PmtilesFile::open(OURS.as_ref()).unwrap();

    assert_eq!(archive.content(), Content::Vector);
    assert!(archive.has_layer("coastline"));
    for zoom in 0..=6 {
        for (x, y) in (0..1 << zoom).flat_map(|x| (0..1 << zoom).map(move |y| (x, y))) {
            let inside = dateline::basemap::archive::tile(zoom, x, y);
            let in_file = archive.tile(zoom, x, y);
            assert_eq!(in_file.as_deref(), inside.as_deref(), "{zoom}/{x}/{y}");
        }
    }
}

#[test]
fn what_is_no_archive_is_told_apart() {
    let (folder, path) = file(b"");
    let missing = folder.path().join("b.pmtiles");
    assert_eq!(
        PmtilesFile::open(&missing).err(),
        Some(FileProblem::Missing)
    );
    assert_eq!(
        PmtilesFile::open(folder.path()).err(),
        Some(FileProblem::NoPmtiles)
    );
    assert_eq!(PmtilesFile::open(&path).err(), Some(FileProblem::NoPmtiles));
    assert_eq!(problem(&[b' '; 500]), Some(FileProblem::NoPmtiles));
    assert_eq!(
        problem(b"PM\x02\0 of an older version"),
        Some(FileProblem::NoPmtiles)
    );
    let version_2 = [b"PM\x02\0".as_slice(), &[0; 500]].concat();
    assert_eq!(problem(&version_2), Some(FileProblem::OldVersion));
}

#[test]
fn tiles_that_cannot_be_drawn_are_named() {
    const DIRECTORIES: usize = 97;
    const TILES: usize = 98;
    const KIND: usize = 99;
    let whole = archive(PNG, 2, &png(8, 8));
    let with = |at: usize, value: u8| {
        let mut changed = whole.clone();
        changed[at] = value;
        problem(&changed)
    };
    assert_eq!(with(KIND, 5), Some(FileProblem::Unsupported("AVIF")));
    assert_eq!(
        with(KIND, 6),
        Some(FileProblem::Unsupported("MapLibre Tile"))
    );
    assert_eq!(with(KIND, 99), Some(FileProblem::Damaged));
    assert_eq!(with(TILES, 4), Some(FileProblem::Unsupported("Zstandard")));
    assert_eq!(
        with(DIRECTORIES, 3),
        Some(FileProblem::Unsupported("Brotli"))
    );
    // Pictures that call themselves vector tiles.
    assert_eq!(with(KIND, MVT), Some(FileProblem::Damaged));
}

#[test]
fn vector_tiles_of_an_unknown_schema_are_named_by_their_layers() {
    // A layer, version 2, called "transportation".
    let layer = [
        b"\x0a\x0etransportation".as_slice(),
        b"\x28\x80\x20\x78\x02",
    ]
    .concat();
    let tile = [&[0x1a, layer.len() as u8], layer.as_slice()].concat();

    let problem = problem(&archive(MVT, 2, &tile));

    let layers = "transportation".to_owned();
    assert_eq!(problem, Some(FileProblem::UnknownLayers(layers)));
}

#[test]
fn cut_anywhere_a_file_opens_or_says_why_not_and_never_panics() {
    let whole = archive(PNG, 3, &png(64, 64));
    for length in 0..whole.len() {
        if let Ok(archive) = open(&whole[..length]) {
            panic!("{length} of {}: {}", whole.len(), archive.credit());
        }
    }
}

#[test]
fn changed_anywhere_a_file_opens_or_says_why_not_and_never_panics() {
    let mut random = Random(20_220_222);
    let whole = archive(PNG, 3, &png(16, 16));
    let (folder, path) = file(&[]);
    let mut opened = 0;
    for _ in 0..4_000 {
        let mut changed = whole.clone();
        for _ in 0..=random.below(3) {
            let at = random.below(changed.len());
            changed[at] = random.below(256) as u8;
        }
        fs::write(&path, &changed).unwrap();
        if let Ok(archive) = PmtilesFile::open(&path) {
            opened += 1;
            for (zoom, x, y) in [(0, 0, 0), (3, 5, 2), (24, 9, 9)] {
                archive.tile(zoom, x, y).as_deref().map(Picture::decode);
            }
        }
    }
    drop(folder);
    assert!(opened > 50, "{opened} opened");
}

#[test]
fn a_file_that_shrinks_while_it_is_open_has_no_tiles_any_more() {
    let (_folder, path) = file(&archive(PNG, 3, &png(64, 64)));
    let archive = PmtilesFile::open(&path).unwrap();
    assert!(archive.tile(1, 0, 0).is_some());

    fs::write(&path, b"").unwrap();

    assert!(archive.tile(1, 0, 0).is_none());
}
