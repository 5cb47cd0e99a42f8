//! A story as files of any format: what `dateline convert` writes, and the window's export.

use std::path::{Path, PathBuf};

use crate::files;
use crate::format::html::{self, HtmlOptions};
use crate::format::picture::{self, NotDrawn, PictureOptions, PictureSize};
use crate::format::{self, Format, Reading, native};

/// How a story is to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    pub format: Format,
    /// For pages and pictures, of those that the story has; the first one leads. All of them where none is given.
    pub languages: Vec<String>,
    /// Of a picture.
    pub size: PictureSize,
    /// A picture in light letters on a dark map.
    pub dark: bool,
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

/// The files that the story becomes at `to`: its own first, then those of its translations, where the format has them
/// apart. Nothing is written yet. A picture takes its time: not for the thread that draws the window.
pub fn files(reading: &Reading, to: &Path, export: &Export) -> Result<Vec<Exported>, NotDrawn> {
    let story = &reading.story;
    let of_story = || story.languages().collect::<Vec<_>>();
    let languages = || match export.languages.as_slice() {
        [] => of_story(),
        chosen => chosen.iter().map(String::as_str).collect(),
    };
    let bytes = match export.format {
        Format::Native => native::write(story).into_bytes(),
        Format::Html => {
            let folder = reading.path.as_deref().and_then(Path::parent);
            let options = HtmlOptions {
                languages: languages(),
                image: &|path| files::image(folder?, path).ok(),
            };
            html::write(story, &options).into_bytes()
        }
        Format::Png => picture::write(
            story,
            &PictureOptions {
                size: export.size,
                languages: languages(),
                dark: export.dark,
            },
        )?,
        Format::StoryMapJs | Format::GeoJson | Format::Kml | Format::Csv | Format::Article => {
            format::write(export.format, story)
                .unwrap_or_default()
                .into_bytes()
        }
    };
    let mut files = vec![Exported {
        path: to.to_owned(),
        bytes,
    }];
    if export.format == Format::Native {
        let translations = of_story().into_iter().skip(1);
        files.extend(translations.filter_map(|language| {
            Some(Exported {
                path: to.with_extension(format!("{language}.md")),
                bytes: native::write_translation(story, language)?.into_bytes(),
            })
        }));
    }
    Ok(files)
}
