//! A directory of a `PMTiles` archive: which tile lies where.
//!
//! Not read by the `pmtiles` crate where the archive is a stranger's: it takes the number of entries, and how much they
//! unpack to, as the file says, and a program that asks for that much memory is ended by it.

use std::io::Read as _;

use flate2::read::GzDecoder;
use pmtiles::Compression;

/// Bytes that a directory, a tile or the description may unpack to. A directory of a world is some hundred thousand.
const LARGEST: u64 = 16 << 20;

#[derive(Default)]
pub struct Directory(Vec<Entry>);

/// One tile, a run of the same one, or a directory of more.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Entry {
    /// The number of the tile on its curve through all tiles.
    id: u64,
    pub offset: u64,
    pub length: u32,
    /// How many tiles in a row are this one; none: a directory.
    run: u32,
}

impl Entry {
    pub fn is_directory(&self) -> bool {
        self.run == 0
    }
}

impl Directory {
    /// Unpacked bytes; none where they are damaged.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = bytes;
        let count = usize::try_from(number(&mut bytes)?).ok()?;
        // An entry takes four numbers, each of a byte at least.
        if count > bytes.len() / 4 {
            return None;
        }
        let mut entries = vec![Entry::default(); count];
        let mut id = 0_u64;
        for entry in &mut entries {
            id = id.checked_add(number(&mut bytes)?)?;
            entry.id = id;
        }
        for entry in &mut entries {
            entry.run = number(&mut bytes)?.try_into().ok()?;
        }
        for entry in &mut entries {
            entry.length = number(&mut bytes)?.try_into().ok()?;
        }
        let mut end: Option<u64> = None;
        for entry in &mut entries {
            // Zero: right after the one before.
            entry.offset = match number(&mut bytes)? {
                0 => end?,
                offset => offset - 1,
            };
            end = Some(entry.offset.checked_add(u64::from(entry.length))?);
        }
        Some(Self(entries))
    }

    /// The tile of that number, or the directory to look further in.
    pub fn find(&self, id: u64) -> Option<Entry> {
        let after = self.0.partition_point(|entry| entry.id <= id);
        let entry = *self.0.get(after.checked_sub(1)?)?;
        (entry.is_directory() || id - entry.id < u64::from(entry.run)).then_some(entry)
    }

    pub fn first(&self) -> Option<Entry> {
        self.0.first().copied()
    }
}

/// The next number: seven bits to a byte, the lowest first.
fn number(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        let bits = u64::from(byte & 0x7f);
        // The tenth byte has room for one bit.
        if shift == 63 && bits > 1 {
            return None;
        }
        value |= bits << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// None where the bytes are damaged, unpack to too much, or are packed in a way that we do not know.
pub fn unpacked(bytes: Vec<u8>, compression: Compression) -> Option<Vec<u8>> {
    match compression {
        Compression::None => Some(bytes),
        Compression::Gzip => {
            let mut whole = Vec::new();
            let mut limited = GzDecoder::new(bytes.as_slice()).take(LARGEST + 1);
            limited.read_to_end(&mut whole).ok()?;
            (whole.len() as u64 <= LARGEST).then_some(whole)
        }
        Compression::Unknown | Compression::Brotli | Compression::Zstd => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression as Effort, write::GzEncoder};

    use super::*;

    /// Tiles 3 and 4 are one, 7 leads further, 9 follows after what 7 takes.
    const BYTES: [u8; 13] = [3, 3, 4, 2, 2, 0, 1, 10, 20, 30, 1, 101, 0];

    #[test]
    fn a_tile_is_found_in_its_run_and_nowhere_else() {
        let directory = Directory::read(&BYTES).unwrap();

        assert_eq!(directory.find(2), None);
        for id in [3, 4] {
            let entry = directory.find(id).unwrap();
            assert_eq!((entry.offset, entry.length), (0, 10));
            assert!(!entry.is_directory());
        }
        assert_eq!(directory.find(5), None);
        assert!(directory.find(8).unwrap().is_directory());
        assert_eq!(directory.find(9).unwrap().offset, 120);
        assert_eq!(directory.find(10), None);
    }

    #[test]
    fn cut_anywhere_it_is_none() {
        for length in 0..BYTES.len() {
            assert!(Directory::read(&BYTES[..length]).is_none(), "{length}");
        }
    }

    #[test]
    fn more_entries_than_bytes_take_no_memory() {
        let huge = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0];
        assert!(Directory::read(&huge).is_none());
    }

    #[test]
    fn numbers_past_their_end_are_damage() {
        assert_eq!(number(&mut [0xac, 0x02].as_slice()), Some(300));
        assert_eq!(number(&mut [0xff; 12].as_slice()), None);
        assert_eq!(number(&mut [0x80; 3].as_slice()), None);
        let beyond = [2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];
        assert!(Directory::read(&[&beyond[..], &[1; 8]].concat()).is_none());
    }

    #[test]
    fn what_unpacks_to_too_much_is_none() {
        let mut packer = GzEncoder::new(Vec::new(), Effort::best());
        let zeros = vec![0; 1 << 20];
        for _ in 0..17 {
            packer.write_all(&zeros).unwrap();
        }
        let bomb = packer.finish().unwrap();

        assert!(bomb.len() < 100_000, "{} bytes", bomb.len());
        assert!(unpacked(bomb, Compression::Gzip).is_none());
    }
}
