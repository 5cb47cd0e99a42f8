//! The file of places, read in place: nothing is parsed before it is asked for. `assets/gazetteer/README.md` describes it.

use std::ops::Range;

static FILE: &[u8] = include_bytes!("../../../assets/gazetteer/gazetteer.bin");

const MAGIC: usize = 8;
const NUMBER: usize = 4;
/// Kinds of places, each in a range of its own.
pub const KINDS: usize = 5;
/// Names between two entries of their index.
const NAMES_PER_BLOCK: usize = 16;

/// In the order in which they lie in the file.
#[derive(Clone, Copy)]
pub enum Section {
    Names,
    References,
    Words,
    Cities,
    Counties,
    Divisions,
    Countries,
    Features,
    ShownNames,
}

/// The bytes of a section; none where the file is cut short.
pub fn section(section: Section) -> &'static [u8] {
    let ends = MAGIC + KINDS * NUMBER;
    let index = section as usize;
    let start = match index.checked_sub(1) {
        Some(before) => number(FILE, ends + before * NUMBER, NUMBER),
        None => ends + (Section::ShownNames as usize + 1) * NUMBER,
    };
    let end = number(FILE, ends + index * NUMBER, NUMBER);
    FILE.get(start..end).unwrap_or_default()
}

/// Where the places of each kind stand among all places.
pub fn ranges() -> [Range<u32>; KINDS] {
    let mut start = 0;
    std::array::from_fn(|kind| {
        let end = start + number(FILE, MAGIC + kind * NUMBER, NUMBER) as u32;
        std::mem::replace(&mut start, end)..end
    })
}

/// A whole number, the lowest byte first; 0 beyond the end.
pub fn number(bytes: &[u8], at: usize, width: usize) -> usize {
    let bytes = bytes.get(at..at + width).unwrap_or_default();
    bytes
        .iter()
        .rev()
        .fold(0, |number, &byte| number << 8 | usize::from(byte))
}

/// The name of a place to show.
pub fn shown_name(names: &'static [u8], place: u32, count: u32) -> Option<&'static str> {
    let place = place as usize;
    let blocks = (count as usize).div_ceil(NAMES_PER_BLOCK);
    let start = number(names, place / NAMES_PER_BLOCK * 3, 3);
    let mut rest = names.get(blocks * 3 + start..)?;
    for _ in 0..place % NAMES_PER_BLOCK {
        let (&length, after) = rest.split_first()?;
        rest = after.get(usize::from(length)..)?;
    }
    let (&length, after) = rest.split_first()?;
    str::from_utf8(after.get(..usize::from(length))?).ok()
}
