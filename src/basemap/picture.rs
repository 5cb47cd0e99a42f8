//! The picture of a map tile, decoded within limits: it comes from a stranger.

use std::{io::Cursor, panic};

use image::{ImageFormat, ImageReader, Limits};

/// Pixels. The usual tile has 256, those for fine screens 512.
pub const LONGEST_SIDE: u32 = 1024;

pub struct Picture {
    pub width: usize,
    pub height: usize,
    /// Four bytes to a pixel, row by row.
    pub rgba: Vec<u8>,
    /// Whether nothing shows through it.
    pub is_opaque: bool,
}

impl Picture {
    /// None for what is no PNG, JPEG or WebP of a tile's size.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let format = image::guess_format(bytes).ok()?;
        if !matches!(
            format,
            ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP
        ) {
            return None;
        }
        // A decoder's own fault is this tile's fault and no more.
        let decoded = panic::catch_unwind(|| {
            let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
            let mut limits = Limits::no_limits();
            limits.max_image_width = Some(LONGEST_SIDE);
            limits.max_image_height = Some(LONGEST_SIDE);
            limits.max_alloc = Some(16 << 20);
            reader.limits(limits);
            reader.decode()
        });
        let image = decoded.ok()?.ok()?;
        // A format may tell its size only while it is being decoded.
        if image.width() > LONGEST_SIDE || image.height() > LONGEST_SIDE {
            return None;
        }
        let image = image.into_rgba8();
        let is_opaque = image.pixels().all(|pixel| pixel.0[3] == u8::MAX);
        Some(Self {
            width: image.width() as usize,
            height: image.height() as usize,
            rgba: image.into_raw(),
            is_opaque,
        })
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::*;

    fn encoded(width: u32, height: u32, pixel: [u8; 4], format: ImageFormat) -> Vec<u8> {
        let image = RgbaImage::from_pixel(width, height, Rgba(pixel));
        let mut bytes = Cursor::new(Vec::new());
        match format {
            ImageFormat::Jpeg => image::DynamicImage::from(image)
                .into_rgb8()
                .write_to(&mut bytes, format)
                .unwrap(),
            _ => image.write_to(&mut bytes, format).unwrap(),
        }
        bytes.into_inner()
    }

    #[test]
    fn a_tile_of_each_format_is_decoded() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let bytes = encoded(256, 256, [200, 100, 50, 255], format);
            let picture = Picture::decode(&bytes).unwrap();
            assert_eq!((picture.width, picture.height), (256, 256), "{format:?}");
            assert_eq!(picture.rgba.len(), 256 * 256 * 4);
            assert!(picture.is_opaque);
        }
    }

    #[test]
    fn what_shows_through_is_known() {
        let bytes = encoded(8, 8, [0, 0, 0, 100], ImageFormat::Png);
        assert!(!Picture::decode(&bytes).unwrap().is_opaque);
    }

    #[test]
    fn a_picture_too_wide_or_too_high_is_none() {
        for (width, height) in [(20_000, 4), (4, 20_000), (1025, 16)] {
            for format in [ImageFormat::Png, ImageFormat::WebP] {
                // WebP itself ends at 16384.
                let bytes = encoded(width.min(16_000), height.min(16_000), [9; 4], format);
                assert!(
                    Picture::decode(&bytes).is_none(),
                    "{width}×{height} {format:?}"
                );
            }
        }
    }

    #[test]
    fn what_is_cut_short_or_no_picture_is_none() {
        let whole = encoded(64, 64, [9; 4], ImageFormat::Png);
        for length in 0..whole.len() - 12 {
            assert!(Picture::decode(&whole[..length]).is_none(), "{length}");
        }
        assert!(Picture::decode(b"<html>log in first</html>").is_none());
        assert!(Picture::decode(b"GIF89a\x01\0\x01\0\0\0\0;").is_none());
    }
}
