//! The file of outlines: an index by code, then rings. `assets/regions/README.md` describes it.

use super::Point;

const FILE: &[u8] = include_bytes!("../../assets/regions/outlines.bin");
/// Bytes of a code in the index; behind it stand those of where the rings begin.
const CODE: usize = 8;
const ENTRY: usize = CODE + 4;
/// Whole numbers of the file to a degree.
const UNITS: f64 = 1000.0;

/// The rings of an outline; none for a code that is not in the file.
pub fn rings(code: &str) -> Option<Vec<Vec<Point>>> {
    let mut wanted = [0; CODE];
    wanted
        .get_mut(..code.len())?
        .copy_from_slice(code.as_bytes());
    let index = index()?;
    let at = index
        .binary_search_by_key(&Some(&wanted), |entry| entry.first_chunk())
        .ok()?;
    let start = u32::from_le_bytes(*index.get(at)?.last_chunk()?);
    let mut rest = FILE.get(usize::try_from(start).ok()?..)?;
    let count = varint(&mut rest)?;
    (0..count).map(|_| ring(&mut rest)).collect()
}

/// Sorted by code.
fn index() -> Option<&'static [[u8; ENTRY]]> {
    let (count, rest) = FILE.split_first_chunk()?;
    let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
    rest.as_chunks().0.get(..count)
}

fn ring(bytes: &mut &[u8]) -> Option<Vec<Point>> {
    let count = varint(bytes)?;
    let (mut lon, mut lat) = (0, 0);
    let mut points = Vec::new();
    for _ in 0..count {
        lon += step(bytes)?;
        lat += step(bytes)?;
        points.push((f64::from(lat) / UNITS, f64::from(lon) / UNITS));
    }
    Some(points)
}

/// A whole number in zigzag: 0, -1, 1, -2 and so on are 0, 1, 2, 3.
fn step(bytes: &mut &[u8]) -> Option<i32> {
    let number = varint(bytes)?;
    let half = i32::try_from(number / 2).ok()?;
    Some(if number % 2 == 0 { half } else { -half - 1 })
}

/// Seven bits to a byte, the lowest first; the eighth says that more follow.
fn varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in [0, 7, 14, 21] {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
pub fn codes() -> impl Iterator<Item = &'static str> {
    let code = |entry: &'static [u8; ENTRY]| {
        let code = std::str::from_utf8(entry.get(..CODE)?).ok()?;
        Some(code.trim_end_matches('\0'))
    };
    index().unwrap_or_default().iter().filter_map(code)
}
