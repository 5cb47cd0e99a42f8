//! How large a picture is.

use std::fmt;
use std::str::FromStr;

/// Pixels, within limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    width: u32,
    height: u32,
}

/// Below this nothing on a map can be read.
pub const SMALLEST: u32 = 200;
/// A meter of paper, printed well.
pub const LARGEST: u32 = 12_000;
/// Of the whole picture: four bytes each while it is drawn.
pub const MOST_PIXELS: u32 = 50_000_000;

/// Why there is no such picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongSize {
    #[error(
        "`{0}` is no size of a picture; width and height in pixels are written as in 1600x1000"
    )]
    NoSize(String),
    #[error(
        "a picture has from {SMALLEST} to {LARGEST} pixels in width and in height, not {0} × {1}"
    )]
    OutOfRange(u32, u32),
    #[error("a picture has no more than {most} million pixels, and {0} × {1} are more", most = MOST_PIXELS / 1_000_000)]
    TooMany(u32, u32),
}

impl PictureSize {
    pub fn new(width: u32, height: u32) -> Result<Self, WrongSize> {
        let in_range = |side: u32| (SMALLEST..=LARGEST).contains(&side);
        if !in_range(width) || !in_range(height) {
            return Err(WrongSize::OutOfRange(width, height));
        }
        if width * height > MOST_PIXELS {
            return Err(WrongSize::TooMany(width, height));
        }
        Ok(Self { width, height })
    }

    pub fn width(self) -> u32 {
        self.width
    }

    pub fn height(self) -> u32 {
        self.height
    }
}

/// For a page, a slide or a post.
impl Default for PictureSize {
    fn default() -> Self {
        Self {
            width: 1600,
            height: 1000,
        }
    }
}

/// As in `1600x1000`.
impl FromStr for PictureSize {
    type Err = WrongSize;

    fn from_str(text: &str) -> Result<Self, WrongSize> {
        let sides = text.split_once(['x', 'X', '×']);
        let sides = sides.and_then(|(width, height)| {
            Some((width.trim().parse().ok()?, height.trim().parse().ok()?))
        });
        let (width, height) = sides.ok_or_else(|| WrongSize::NoSize(text.to_owned()))?;
        Self::new(width, height)
    }
}

impl fmt::Display for PictureSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_as_it_is_written_and_kept_within_limits() {
        for text in ["1600x1000", "200x12000", "7000x7000"] {
            let size: PictureSize = text.parse().unwrap();
            assert_eq!(size.to_string(), text);
        }
        assert_eq!(" 800 × 600 ".parse(), PictureSize::new(800, 600));
        for (text, told) in [
            ("", "is no size"),
            ("1600", "is no size"),
            ("axb", "is no size"),
            ("-5x300", "is no size"),
            ("99999999999x1", "is no size"),
            ("199x400", "from 200 to 12000"),
            ("400x12001", "from 200 to 12000"),
            ("12000x12000", "no more than 50 million"),
        ] {
            let error = text.parse::<PictureSize>().unwrap_err().to_string();
            assert!(error.contains(told), "{text}: {error}");
        }
    }
}
