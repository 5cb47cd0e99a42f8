//! Small `PMTiles` archives.

/// What the header says of the tiles.
pub const MVT: u8 = 1;
pub const PNG: u8 = 2;
pub const NOT_PACKED: u8 = 1;

/// The world at zoom 0 up to `last_zoom`, in which every tile is the same.
pub fn archive(kind: u8, last_zoom: u8, tile: &[u8]) -> Vec<u8> {
    let description = br#"{"attribution":"&copy; <a href=\"https://example.org\">A map</a>"}"#;
    let tiles: u64 = (0..=u32::from(last_zoom)).map(|zoom| 4_u64.pow(zoom)).sum();
    let mut directory = vec![1, 0];
    number(&mut directory, tiles);
    number(&mut directory, tile.len() as u64);
    number(&mut directory, 1);

    let mut bytes = b"PMTiles\x03".to_vec();
    let (root, described) = (127, 127 + directory.len());
    let data = described + description.len();
    for (offset, length) in [
        (root, directory.len()),
        (described, description.len()),
        (data, 0),
        (data, tile.len()),
    ] {
        bytes.extend((offset as u64).to_le_bytes());
        bytes.extend((length as u64).to_le_bytes());
    }
    bytes.extend([0; 24]);
    bytes.extend([1, NOT_PACKED, NOT_PACKED, kind, 0, last_zoom]);
    for degrees in [-180, -85, 180, 85_i32] {
        bytes.extend((degrees * 10_000_000).to_le_bytes());
    }
    bytes.extend([0; 9]);
    assert_eq!(bytes.len(), 127, "a whole header");
    [&bytes, &directory, description.as_slice(), tile].concat()
}

fn number(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
