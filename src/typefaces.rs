//! The typefaces inside the program, by the names of their files: once for the window and for pictures.

macro_rules! font {
    ($file:literal) => {
        (
            $file,
            include_bytes!(concat!("../assets/fonts/", $file)).as_slice(),
        )
    };
}

/// Name and bytes.
pub type Typeface = (&'static str, &'static [u8]);

pub static TYPEFACES: [Typeface; 12] = [
    font!("DatelineSerif-Text.ttf"),
    font!("DatelineSerif-TextItalic.ttf"),
    font!("DatelineSerif-TextSemibold.ttf"),
    font!("DatelineSerif-Display.ttf"),
    font!("Inter-Regular.ttf"),
    font!("Inter-Medium.ttf"),
    font!("Inter-Semibold.ttf"),
    font!("NotoSansSC-Map.ttf"),
    font!("NotoSansSC-StoryMedium.ttf"),
    font!("NotoSerifSC-Story.ttf"),
    font!("NotoSerifSC-StorySemibold.ttf"),
    (
        "Phosphor-Dateline.ttf",
        include_bytes!("../assets/icons/Phosphor-Dateline.ttf"),
    ),
];
