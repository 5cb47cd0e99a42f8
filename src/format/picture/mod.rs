//! The map of a story as a picture: drawn as vectors, then as pixels, without window or graphics card.

mod letters;
mod sheet;
mod size;
mod style;

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder as _};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

pub use letters::Letters;
pub use size::{LARGEST, MOST_PIXELS, PictureSize, SMALLEST, WrongSize};

use crate::story::Story;
use sheet::Sheet;

/// What a picture is to be.
pub struct PictureOptions<'a> {
    pub size: PictureSize,
    /// Of the title and the names, the first one leads; the story's own where none is given.
    pub languages: Vec<&'a str>,
    /// Light letters on a dark map, or else dark ones on a light one.
    pub dark: bool,
}

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotDrawn {
    #[error("the story has no place, so there is no map to draw")]
    NoPlaces,
    /// In the words of what draws.
    #[error("the map could not be drawn ({0})")]
    Fault(String),
}

/// A PNG of the map: title above, numbered and named markers, whose work it is below.
pub fn write(story: &Story, options: &PictureOptions<'_>) -> Result<Vec<u8>, NotDrawn> {
    /// Units for the side of a square picture: at that a name is 15 of them high, whatever the pixels.
    const SIDE: f64 = 1000.0;
    /// Pixels of a unit, or small pictures could not be read.
    const FEWEST: f64 = 0.8;

    if story.places().len() == 0 {
        return Err(NotDrawn::NoPlaces);
    }
    let (width, height) = (options.size.width(), options.size.height());
    let (across, down) = (f64::from(width), f64::from(height));
    let pixels = ((across * down).sqrt() / SIDE).max(FEWEST);
    let letters = Letters::default();
    let sheet = Sheet {
        story,
        options,
        letters: &letters,
        size: (across / pixels, down / pixels),
        pixels,
    };
    let fault = |words: &str| NotDrawn::Fault(words.to_owned());
    let tree = Tree::from_str(&sheet.write(), &letters::options())
        .map_err(|error| NotDrawn::Fault(error.to_string()))?;
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| fault("too little memory"))?;
    let scale = pixels as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&opaque(&pixmap), width, height, ExtendedColorType::Rgb8)
        .map_err(|error| NotDrawn::Fault(error.to_string()))?;
    Ok(png)
}

/// Without the fourth byte of each pixel: paper covers all of it.
fn opaque(pixmap: &Pixmap) -> Vec<u8> {
    let (pixels, _) = pixmap.data().as_chunks::<4>();
    pixels.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect()
}
