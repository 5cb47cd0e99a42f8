//! A `PMTiles` archive of the reader's, read where it lies: never whole in memory.

use std::{
    collections::HashMap,
    fs::{self, File},
    io::{self, Read as _, Seek as _, SeekFrom},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use html5gum::{Token, Tokenizer};
use mvt_reader::Reader;
use pmtiles::{Compression, Header, TileCoord, TileId, TileType};
use serde_json::Value;

use super::{
    outlines::world_position,
    picture::Picture,
    pmtiles_directory::{Directory, Entry, unpacked},
    tiles::Point,
};

const HEADER: usize = 127;
/// Bytes of one piece of the archive, as it is packed.
const LARGEST_PIECE: u64 = 8 << 20;
/// Directories in directories; the format's own files have one.
const DEEPEST: usize = 4;
/// Directories kept unpacked; a view needs one or two.
const KEPT: usize = 32;
/// Characters of the credit.
const LONGEST_CREDIT: usize = 200;
/// Layers that the map has a look for: one of them at least is to be there.
const KNOWN_LAYERS: [&str; 6] = ["earth", "water", "roads", "boundaries", "landuse", "places"];

pub struct PmtilesFile {
    file: Mutex<File>,
    compressions: Compressions,
    offsets: Offsets,
    root: Directory,
    /// By where they lie.
    directories: Mutex<HashMap<u64, Arc<Directory>>>,
    content: Content,
    last_zoom: u8,
    bounds: Bounds,
    credit: String,
    layers: Vec<String>,
}

/// What the tiles are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Vector,
    Pictures,
}

/// The part of the world that a file is about. Around it some of its tiles are nearly empty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// On the map's plane, of which the world is 1 wide and 1 high.
    pub north_west: Point,
    pub south_east: Point,
}

/// Why a file cannot be the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    Missing,
    /// In the system's words.
    Unreadable(String),
    NoPmtiles,
    OldVersion,
    Damaged,
    /// Tiles, or a packing, of this kind are not read.
    Unsupported(&'static str),
    /// Vector tiles of layers that the map has no look for; their names.
    UnknownLayers(String),
}

struct Compressions {
    directories: Compression,
    tiles: Compression,
}

/// Where the parts of the archive begin.
struct Offsets {
    root: (u64, u64),
    description: (u64, u64),
    directories: u64,
    tiles: u64,
}

impl PmtilesFile {
    /// Takes as long as the disk: not for the UI thread.
    ///
    /// # Errors
    /// Where the file is no archive of tiles that the map can show.
    pub fn open(path: &Path) -> Result<Self, FileProblem> {
        let unreadable = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => FileProblem::Missing,
            _ => FileProblem::Unreadable(error.to_string()),
        };
        // A pipe would be waited for.
        if !fs::metadata(path).map_err(unreadable)?.is_file() {
            return Err(FileProblem::NoPmtiles);
        }
        let mut file = File::open(path).map_err(unreadable)?;
        let mut start = [0; HEADER];
        file.read_exact(&mut start)
            .map_err(|error| match error.kind() {
                io::ErrorKind::UnexpectedEof => FileProblem::NoPmtiles,
                _ => unreadable(error),
            })?;
        let header = header(&start)?;
        let mut archive = Self {
            file: Mutex::new(file),
            compressions: Compressions {
                directories: header.internal_compression(),
                tiles: header.tile_compression,
            },
            offsets: Offsets::read(&start).ok_or(FileProblem::Damaged)?,
            root: Directory::default(),
            directories: Mutex::default(),
            content: content(&header)?,
            // Of tiles further on the numbers would not fit.
            last_zoom: header.max_zoom.min(24),
            bounds: Bounds::read(&header),
            credit: String::new(),
            layers: Vec::new(),
        };
        let (offset, length) = archive.offsets.root;
        archive.root = archive
            .directory(offset, length)
            .ok_or(FileProblem::Damaged)?;
        let of_a_tile = archive.try_a_tile().ok_or(FileProblem::Damaged)?;
        archive.describe(of_a_tile);
        let is_known = |layer: &String| KNOWN_LAYERS.contains(&layer.as_str());
        if archive.content == Content::Vector && !archive.layers.iter().any(is_known) {
            let layers = plain(&archive.layers.join(", "));
            return Err(FileProblem::UnknownLayers(layers));
        }
        Ok(archive)
    }

    pub fn content(&self) -> Content {
        self.content
    }

    pub fn last_zoom(&self) -> u8 {
        self.last_zoom
    }

    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// What the archive wants to be shown on the map; may be empty.
    pub fn credit(&self) -> &str {
        &self.credit
    }

    /// Whether its vector tiles have that layer.
    pub fn has_layer(&self, name: &str) -> bool {
        self.layers.iter().any(|layer| layer == name)
    }

    /// Unpacked; none where there is no such tile, or none that can be read.
    pub fn tile(&self, zoom: u8, x: u32, y: u32) -> Option<Vec<u8>> {
        let id = TileId::from(TileCoord::new(zoom, x, y).ok()?).value();
        let mut entry = self.root.find(id)?;
        for _ in 0..DEEPEST {
            if !entry.is_directory() {
                return self.read_tile(entry);
            }
            entry = self.further(entry)?.find(id)?;
        }
        None
    }

    fn read_tile(&self, entry: Entry) -> Option<Vec<u8>> {
        let offset = self.offsets.tiles.checked_add(entry.offset)?;
        let packed = self.piece(offset, u64::from(entry.length))?;
        unpacked(packed, self.compressions.tiles)
    }

    /// The directory an entry leads to.
    fn further(&self, entry: Entry) -> Option<Arc<Directory>> {
        let offset = self.offsets.directories.checked_add(entry.offset)?;
        let kept = || {
            self.directories
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(directory) = kept().get(&offset) {
            return Some(Arc::clone(directory));
        }
        let directory = Arc::new(self.directory(offset, u64::from(entry.length))?);
        let mut kept = kept();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(offset, Arc::clone(&directory));
        Some(directory)
    }

    fn directory(&self, offset: u64, length: u64) -> Option<Directory> {
        let packed = self.piece(offset, length)?;
        Directory::read(&unpacked(packed, self.compressions.directories)?)
    }

    fn piece(&self, offset: u64, length: u64) -> Option<Vec<u8>> {
        if length > LARGEST_PIECE {
            return None;
        }
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(offset)).ok()?;
        let mut bytes = Vec::new();
        // What the file does not hold takes no memory.
        file.by_ref().take(length).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 == length).then_some(bytes)
    }

    /// Takes in what the archive says of itself, where it says anything; else its layers are those of a tile.
    fn describe(&mut self, layers_of_a_tile: Vec<String>) {
        let (offset, length) = self.offsets.description;
        let description = self
            .piece(offset, length)
            .and_then(|packed| unpacked(packed, self.compressions.directories))
            .and_then(|json| serde_json::from_slice::<Value>(&json).ok())
            .unwrap_or_default();
        let credit = description.get("attribution").and_then(Value::as_str);
        self.credit = credit.map(plain).unwrap_or_default();
        let layers = description.get("vector_layers").and_then(Value::as_array);
        let names = layers
            .into_iter()
            .flatten()
            .filter_map(|layer| layer.get("id")?.as_str());
        self.layers = names.map(str::to_owned).collect();
        if self.layers.is_empty() {
            self.layers = layers_of_a_tile;
        }
    }

    /// The layers of the first tile; none where it is not what the archive says it is.
    fn try_a_tile(&self) -> Option<Vec<String>> {
        let mut entry = self.root.first()?;
        for _ in 0..DEEPEST {
            if !entry.is_directory() {
                break;
            }
            entry = self.further(entry)?.first()?;
        }
        let tile = self.read_tile(entry)?;
        match self.content {
            Content::Pictures => Picture::decode(&tile).map(|_| Vec::new()),
            Content::Vector => Reader::new(tile).ok()?.get_layer_names().ok(),
        }
    }
}

fn header(start: &[u8; HEADER]) -> Result<Header, FileProblem> {
    if !start.starts_with(b"PM") {
        return Err(FileProblem::NoPmtiles);
    }
    // Early writers put the digit.
    let is_version_3 = start.starts_with(b"PMTiles") && matches!(start.get(7), Some(3 | b'3'));
    if !is_version_3 {
        return Err(FileProblem::OldVersion);
    }
    let start = Bytes::copy_from_slice(start);
    Header::try_from_bytes(start).map_err(|error| {
        log::warn!("a PMTiles header: {error}");
        FileProblem::Damaged
    })
}

impl Bounds {
    pub const WORLD: Self = Self {
        north_west: (0.0, 0.0),
        south_east: (1.0, 1.0),
    };

    /// The world where the file says nothing that makes sense.
    fn read(header: &Header) -> Self {
        // Where the map ends.
        let latitude = |degrees: f64| degrees.clamp(-85.051_129, 85.051_129);
        let corner = |lat: f64, lon: f64| world_position(latitude(lat), lon);
        let bounds = Self {
            north_west: corner(header.max_latitude, header.min_longitude),
            south_east: corner(header.min_latitude, header.max_longitude),
        };
        let makes_sense =
            bounds.north_west.0 < bounds.south_east.0 && bounds.north_west.1 < bounds.south_east.1;
        // Whole worlds are often given a little short.
        let is_nearly_all = header.max_longitude - header.min_longitude > 359.0
            && header.max_latitude - header.min_latitude > 160.0;
        if makes_sense && !is_nearly_all {
            bounds
        } else {
            Self::WORLD
        }
    }
}

impl Offsets {
    fn read(start: &[u8; HEADER]) -> Option<Self> {
        let number = |at: usize| {
            let bytes = start.get(at..at + 8)?;
            Some(u64::from_le_bytes(bytes.try_into().ok()?))
        };
        Some(Self {
            root: (number(8)?, number(16)?),
            description: (number(24)?, number(32)?),
            directories: number(40)?,
            tiles: number(56)?,
        })
    }
}

fn content(header: &Header) -> Result<Content, FileProblem> {
    for compression in [header.internal_compression(), header.tile_compression] {
        match compression {
            Compression::None | Compression::Gzip => {}
            Compression::Brotli => return Err(FileProblem::Unsupported("Brotli")),
            Compression::Zstd => return Err(FileProblem::Unsupported("Zstandard")),
            Compression::Unknown => return Err(FileProblem::Damaged),
        }
    }
    match header.tile_type {
        TileType::Mvt => Ok(Content::Vector),
        TileType::Png | TileType::Jpeg | TileType::Webp => Ok(Content::Pictures),
        TileType::Avif => Err(FileProblem::Unsupported("AVIF")),
        TileType::Mlt => Err(FileProblem::Unsupported("MapLibre Tile")),
        TileType::Unknown => Err(FileProblem::Damaged),
    }
}

/// A text without its markup, of one line, and short.
fn plain(html: &str) -> String {
    let mut text = String::new();
    for Ok(token) in Tokenizer::new(html) {
        if let Token::String(part) = token {
            text.push_str(&String::from_utf8_lossy(&part));
        }
    }
    super::one_line(&text, LONGEST_CREDIT)
}
