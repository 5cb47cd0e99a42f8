//! An image file into the points of a screen: within limits, upright, no larger than it is shown, in the screen's colours.
//!
//! Nothing of this is done while a frame is drawn.

use std::io::Cursor;

use egui::ColorImage;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use crate::files::NoImage;

/// Pixels that an image may have on a side.
pub const LARGEST_SIDE: u32 = 8192;
/// Bytes that an image may take once it is unpacked.
pub const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// Width and height in pixels.
pub type Size = [u32; 2];

/// Why a picture is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The story is in no file.
    NoFolder,
    Missing,
    Outside,
    TooLarge,
    Unreadable,
    /// A picture, but of a format that is not shown.
    Unshown(String),
    NoPicture,
    Damaged,
}

impl From<NoImage> for Fault {
    fn from(why: NoImage) -> Self {
        match why {
            NoImage::Missing => Self::Missing,
            NoImage::Outside => Self::Outside,
            NoImage::TooLarge => Self::TooLarge,
            NoImage::Unreadable => Self::Unreadable,
        }
    }
}

impl From<ImageError> for Fault {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooLarge,
            ImageError::Decoding(_)
            | ImageError::Encoding(_)
            | ImageError::Parameter(_)
            | ImageError::Unsupported(_)
            | ImageError::IoError(_) => Self::Damaged,
        }
    }
}

/// How large the picture in the file is once it is upright; its points are not looked at.
pub fn measured(bytes: &[u8]) -> Result<Size, Fault> {
    let mut decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    let orientation = orientation(&mut decoder);
    Ok(turned([width, height], orientation))
}

/// The picture in the file, upright, at a size. Of one that moves the first frame.
pub fn decoded(bytes: &[u8], size: Size) -> Result<ColorImage, Fault> {
    let mut decoder = decoder(bytes)?;
    let orientation = orientation(&mut decoder);
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder)?;
    let image = if image.color().has_alpha() {
        DynamicImage::ImageRgba8(premultiplied(image.into_rgba8()))
    } else {
        image
    };
    let mut image = scaled(image, turned(size, orientation));
    image.apply_orientation(orientation);
    let mut pixels = image.into_rgba8();
    if let Some(profile) = profile {
        pixels = on_screen(&profile, &pixels).unwrap_or(pixels);
    }
    Ok(ColorImage::from_rgba_premultiplied(
        size.map(|side| side as usize),
        &pixels,
    ))
}

/// Goes by what is in the file, whatever the file is called.
fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, Fault> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_error| Fault::Damaged)?;
    match reader.format() {
        Some(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::Gif | ImageFormat::WebP) => {}
        Some(other) => {
            let name = other.extensions_str().first().copied().unwrap_or_default();
            return Err(Fault::Unshown(name.to_uppercase()));
        }
        None => return Err(unknown(bytes)),
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let decoder = reader.into_decoder()?;
    if decoder.total_bytes() > MOST_BYTES {
        return Err(Fault::TooLarge);
    }
    match decoder.dimensions() {
        (0, _) | (_, 0) => Err(Fault::Damaged),
        _ => Ok(decoder),
    }
}

/// What is often taken for a picture that can be shown here.
fn unknown(bytes: &[u8]) -> Fault {
    let start = bytes.get(..1024).unwrap_or(bytes);
    let has = |wanted: &[u8]| memchr::memmem::find(start, wanted).is_some();
    if has(b"<svg") {
        Fault::Unshown("SVG".to_owned())
    } else if has(b"ftypheic") || has(b"ftypheix") || has(b"ftypmif1") {
        Fault::Unshown("HEIC".to_owned())
    } else if start.starts_with(b"%PDF") {
        Fault::Unshown("PDF".to_owned())
    } else {
        Fault::NoPicture
    }
}

/// A picture that does not say it right is taken as it lies.
fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn turned([width, height]: Size, orientation: Orientation) -> Size {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => [height, width],
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => [width, height],
    }
}

/// As egui wants them; and so what cannot be seen has no part in the colours of what lies beside it.
fn premultiplied(mut pixels: RgbaImage) -> RgbaImage {
    for pixel in pixels.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let part = |value: u8| ((u16::from(value) * u16::from(alpha) + 127) / 255) as u8;
        pixel.0 = [part(red), part(green), part(blue), alpha];
    }
    pixels
}

/// A large one roughly first: finely it would take many times its size in memory.
fn scaled(image: DynamicImage, [width, height]: Size) -> DynamicImage {
    let image = if image.width() / 2 > width && image.height() / 2 > height {
        image.thumbnail_exact(width * 2, height * 2)
    } else {
        image
    };
    if (image.width(), image.height()) == (width, height) {
        return image;
    }
    image.resize_exact(width, height, FilterType::CatmullRom)
}

/// From the colours of the camera or program that made it to those of a screen; none where its profile does not say.
fn on_screen(profile: &[u8], pixels: &RgbaImage) -> Option<RgbaImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    if profile.color_space != DataColorSpace::Rgb {
        return None;
    }
    let screen = ColorProfile::new_srgb();
    let transform = profile
        .create_transform_8bit(
            Layout::Rgba,
            &screen,
            Layout::Rgba,
            TransformOptions::default(),
        )
        .ok()?;
    let mut turned = RgbaImage::new(pixels.width(), pixels.height());
    transform.transform(pixels, &mut turned).ok()?;
    Some(turned)
}

#[cfg(test)]
mod tests {
    use egui::Color32;
    use image::codecs::png::PngEncoder;
    use image::{ExtendedColorType, ImageEncoder as _, Rgba};

    use super::*;

    const RED: [u8; 4] = [200, 0, 0, 255];
    const BLUE: [u8; 4] = [0, 0, 200, 255];

    fn png(pixels: &RgbaImage, describe: impl FnOnce(&mut PngEncoder<&mut Vec<u8>>)) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = PngEncoder::new(&mut bytes);
        describe(&mut encoder);
        let (width, height) = pixels.dimensions();
        encoder
            .write_image(pixels, width, height, ExtendedColorType::Rgba8)
            .unwrap();
        bytes
    }

    /// Red on its left, blue on its right.
    fn two_coloured(width: u32, height: u32) -> RgbaImage {
        RgbaImage::from_fn(width, height, |x, _| {
            Rgba(if x < width / 2 { RED } else { BLUE })
        })
    }

    fn pixel(image: &ColorImage, x: usize, y: usize) -> [u8; 4] {
        image[(x, y)].to_array()
    }

    #[test]
    fn a_picture_is_turned_as_its_camera_was_held() {
        /// Orientation 6: to be turned to the right.
        const EXIF: &[u8] = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let bytes = png(&two_coloured(40, 20), |encoder| {
            encoder.set_exif_metadata(EXIF.to_vec()).unwrap();
        });

        assert_eq!(measured(&bytes), Ok([20, 40]));
        let image = decoded(&bytes, [10, 20]).unwrap();
        assert_eq!(image.size, [10, 20]);
        assert_eq!(pixel(&image, 5, 2), RED, "what was left is above");
        assert_eq!(pixel(&image, 5, 17), BLUE);
    }

    #[test]
    fn a_large_picture_is_scaled_down_and_keeps_its_colours() {
        let bytes = png(&two_coloured(1000, 500), |_| {});

        let image = decoded(&bytes, [30, 15]).unwrap();

        assert_eq!(image.size, [30, 15]);
        assert_eq!(pixel(&image, 3, 7), RED);
        assert_eq!(pixel(&image, 26, 7), BLUE);
    }

    #[test]
    fn what_cannot_be_seen_does_not_colour_what_can() {
        // Green, but not to be seen.
        let left = RgbaImage::from_fn(40, 40, |x, _| {
            Rgba(if x < 20 { [0, 255, 0, 0] } else { RED })
        });

        let image = decoded(&png(&left, |_| {}), [10, 10]).unwrap();

        assert_eq!(image[(1, 5)], Color32::TRANSPARENT);
        assert!(image.pixels.iter().all(|pixel| pixel.g() == 0), "no green");
    }

    #[test]
    fn colours_beyond_those_of_a_screen_are_translated() {
        let pixels = RgbaImage::from_pixel(4, 4, Rgba([234, 51, 35, 255]));
        let profile = ColorProfile::new_display_p3().encode().unwrap();
        let bytes = png(&pixels, |encoder| {
            encoder.set_icc_profile(profile).unwrap();
        });

        let image = decoded(&bytes, [4, 4]).unwrap();

        // What Display P3 has at 234, 51, 35 is the red of a screen.
        let [red, green, blue, alpha] = pixel(&image, 1, 1);
        assert!(
            red >= 253 && green <= 3 && blue <= 3,
            "{red} {green} {blue}"
        );
        assert_eq!(alpha, 255);
    }

    #[test]
    fn a_profile_that_cannot_be_read_takes_no_picture_away() {
        let bytes = png(&two_coloured(8, 8), |encoder| {
            encoder.set_icc_profile(b"no profile".to_vec()).unwrap();
        });

        assert_eq!(pixel(&decoded(&bytes, [8, 8]).unwrap(), 1, 1), RED);
    }
}
