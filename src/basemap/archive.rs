//! The basemap's tiles, as they lie in the program: a `PMTiles` archive of the world.

use std::sync::LazyLock;

use bytes::Bytes;
use pmtiles::{
    AsyncBackend, AsyncPmTilesReader, BackendResponse, HashMapCache, PmtError, PmtResult, TileCoord,
};

/// The last tile zoom of the archive. A test holds it to what the archive says.
pub const LAST_ZOOM: u8 = 6;

static DATA: &[u8] = include_bytes!("../../assets/basemap/basemap.pmtiles");

/// Opened by the first thread that needs a tile.
static ARCHIVE: LazyLock<PmtResult<Archive>> = LazyLock::new(|| {
    let reader = AsyncPmTilesReader::try_from_cached_source(Memory(DATA), HashMapCache::default());
    pollster::block_on(reader).inspect_err(|error| log::error!("no basemap: {error}"))
});

/// Keeps the directories it has unpacked: without that, unpacking them costs more than the tile.
type Archive = AsyncPmTilesReader<Memory, HashMapCache>;

/// Reading from memory never waits, so blocking on it is free.
struct Memory(&'static [u8]);

impl AsyncBackend for Memory {
    async fn read(&self, offset: usize, length: usize) -> PmtResult<BackendResponse> {
        let wanted = offset..offset.saturating_add(length).min(self.0.len());
        let bytes = self.0.get(wanted).ok_or(PmtError::InvalidHeader)?;
        Ok(BackendResponse::new(Bytes::from_static(bytes)))
    }
}

/// A tile in the Mapbox vector format, unpacked.
pub fn tile(zoom: u8, x: u32, y: u32) -> Option<Bytes> {
    let archive = ARCHIVE.as_ref().ok()?;
    let coord = TileCoord::new(zoom, x, y).ok()?;
    pollster::block_on(archive.get_tile_decompressed(coord))
        .inspect_err(|error| log::error!("basemap tile {zoom}/{x}/{y}: {error}"))
        .ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_ends_at_its_last_zoom() {
        let archive = ARCHIVE.as_ref().unwrap();

        assert_eq!(archive.get_header().max_zoom, LAST_ZOOM);
        assert_eq!(archive.get_header().min_zoom, 0);
    }

    #[test]
    fn a_tile_outside_the_archive_is_none() {
        assert!(tile(LAST_ZOOM + 1, 0, 0).is_none());
        assert!(tile(1, 2, 0).is_none());
    }
}
