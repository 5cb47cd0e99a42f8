//! Story files: bytes in, a story and its problems out; and stories as files of other programs.
//!
//! Each format has a file or folder of its own that reads into a [`Draft`](crate::story::Draft). Reading never half-fails:
//! either there is a story, with a list of what is wrong with its file, or it is said why there is none.

mod archive;
mod carried;
mod collect;
mod csv;
mod decode;
mod detect;
mod drawing;
mod geojson;
pub mod html;
mod json;
mod kml;
mod markup;
mod media;
pub mod native;
mod no_story;
pub mod picture;
mod prose_html;
mod report;
mod storymap;
mod translation;
mod xml;

pub use carried::{Loss, losses};
pub use detect::Format;
pub use no_story::NoStory;
pub use report::{Located, Shown, locate, position, printed, report};
pub use translation::Translation;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use archive::Archive;

use crate::article::draft::{self as article, Article};
use crate::story::problem::ProblemKind;
use crate::story::{Draft, Problem, Severity, Story};

/// Bytes that a story file may have. A novel has about one million, a story as large as the limits allow some 20.
pub const LARGEST_FILE: usize = 32 * 1024 * 1024;

/// The story that is shown when no file is named.
const BUILTIN: &[u8] = include_bytes!("../../assets/story/bijie-college.md");
const BUILTIN_IN_CHINESE: &[u8] = include_bytes!("../../assets/story/bijie-college.zh.md");

/// What was read from a file, and from those beside it that translate it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub story: Story,
    /// That the file is in.
    pub format: Format,
    /// In the order of the file.
    pub problems: Vec<Problem>,
    /// The file's text, which the problems point into; without a byte order mark. Empty once it is forgotten.
    pub text: String,
    /// The file; none for the built-in story.
    pub path: Option<PathBuf>,
    pub translations: Vec<Translation>,
    /// What the story was made from, where that was a plain article.
    pub article: Option<Arc<Article>>,
}

impl Reading {
    /// Whether the story shows less than its files say.
    pub fn has_faults(&self) -> bool {
        self.all_problems()
            .any(|problem| problem.severity() == Severity::Fault)
    }

    /// Nothing will be shown of the files' texts any more: that of a large story takes as much room as its places.
    pub fn forget_texts(&mut self) {
        let of_translations = self.translations.iter_mut().map(|of| &mut of.text);
        for text in of_translations.chain([&mut self.text]) {
            *text = String::new();
        }
    }

    /// Those of the translations included.
    pub fn all_problems(&self) -> impl Iterator<Item = &Problem> {
        let of_translations = self
            .translations
            .iter()
            .flat_map(|translation| &translation.problems);
        self.problems.iter().chain(of_translations)
    }
}

/// Reads a story file of any format, without its translations.
pub fn read(bytes: &[u8]) -> Result<Reading, NoStory> {
    read_named(None, bytes)
}

/// Reads a story file that has a name, which helps where the content alone leaves its format open.
pub fn read_named(path: Option<&Path>, bytes: &[u8]) -> Result<Reading, NoStory> {
    read_any(path, bytes.into())
}

/// The same, without a copy of the bytes.
pub(crate) fn read_owned(path: &Path, bytes: Vec<u8>) -> Result<Reading, NoStory> {
    read_any(Some(path), bytes.into())
}

fn read_any(path: Option<&Path>, bytes: Cow<'_, [u8]>) -> Result<Reading, NoStory> {
    if bytes.len() > LARGEST_FILE {
        return Err(NoStory::TooLarge);
    }
    let name = path
        .and_then(Path::file_stem)
        .and_then(|name| name.to_str());
    let name = name.unwrap_or("Untitled");
    if bytes.starts_with(b"PK\x03\x04") {
        return read_archive(name, &bytes);
    }
    let format = detect(path, &bytes);
    if format == Err(NoStory::WebPage) {
        return read_page(name, &bytes);
    }
    if format? == Format::Native {
        let text = no_story::text(bytes)?;
        let draft = native::read(&text)?;
        return Ok(finished(Format::Native, draft, text));
    }
    read_foreign(path, name, &bytes, &[])
}

/// Reads what was pasted: a story of any format, or an article.
pub fn read_pasted(text: &str) -> Result<Reading, NoStory> {
    /// Bytes: a word or two were copied for something else.
    const LEAST: usize = 60;

    if text.trim().len() < LEAST {
        return read(text.as_bytes());
    }
    // Of a file that has a name, all that is no story is text.
    read_named(Some(Path::new("Untitled")), text.as_bytes())
}

/// The format of a file that is no archive: by what it says, then by its name. Says why it is none.
pub fn detect(path: Option<&Path>, bytes: &[u8]) -> Result<Format, NoStory> {
    const BEGINNING: usize = 1024;

    if let Some(document) = no_story::document(bytes) {
        return Err(document);
    }
    let decoded = decode::decode(bytes);
    let is_binary =
        decoded.encoding != Some("UTF-16") && bytes.iter().take(BEGINNING).any(|&byte| byte == 0);
    if is_binary {
        return Err(NoStory::Binary);
    }
    if decoded.text.trim().is_empty() {
        return Err(NoStory::Empty);
    }
    detect::of_text(path, &decoded.text)
}

/// The text of a file that is no story: decoded, and without the markup of a web page. Says why it has none.
pub fn plain_text(bytes: &[u8]) -> Result<String, NoStory> {
    if bytes.len() > LARGEST_FILE {
        return Err(NoStory::TooLarge);
    }
    let decoded = decode::decode(bytes).text;
    match detect(None, bytes) {
        Err(why @ (NoStory::Binary | NoStory::Empty | NoStory::Document { .. })) => Err(why),
        Err(NoStory::WebPage) => Ok(prose_html::text(&decoded)),
        _ => Ok(decoded.into_owned()),
    }
}

/// The article on a web page; none where the page says too little to be one.
fn read_page(name: &str, bytes: &[u8]) -> Result<Reading, NoStory> {
    /// Bytes of text that an article has at least.
    const LEAST: usize = 200;

    let text = prose_html::text(&decode::decode(bytes).text);
    if text.len() < LEAST {
        return Err(NoStory::WebPage);
    }
    let article = article::read(&text, name);
    let draft = article.draft(&[]);
    Ok(Reading {
        article: Some(Arc::new(article)),
        ..finished(Format::Article, draft, text)
    })
}

fn read_archive(name: &str, bytes: &[u8]) -> Result<Reading, NoStory> {
    let mut archive = Archive::open(bytes)?;
    if let Some(story) = storymap::story_in(&mut archive)? {
        let title = if story.title.is_empty() {
            name
        } else {
            &story.title
        };
        let inside = ProblemKind::InArchive {
            name: story.name.to_owned(),
        };
        let problems: Vec<_> = story.problem.into_iter().chain([inside]).collect();
        return read_foreign(Some(Path::new(story.name)), title, &story.json, &problems);
    }
    let Some((inside, kml)) = kml::story_in(&mut archive)? else {
        let document = no_story::packed_document(&archive.names());
        return Err(document.unwrap_or(NoStory::OtherArchive));
    };
    let path = PathBuf::from(&inside);
    let problems = [ProblemKind::InArchive { name: inside }];
    read_foreign(Some(&path), name, &kml, &problems)
}

/// `title` is for files that have none inside; `problems` are told of the whole file.
fn read_foreign(
    path: Option<&Path>,
    title: &str,
    bytes: &[u8],
    problems: &[ProblemKind],
) -> Result<Reading, NoStory> {
    let format = detect(path, bytes)?;
    let decoded = decode::decode(bytes);
    let text = decoded.text.into_owned();
    let mut article = None;
    let mut draft = match format {
        Format::StoryMapJs => storymap::read(&text, title)?,
        Format::GeoJson => geojson::read(&text, title)?,
        Format::Kml => kml::read(&text, title)?,
        Format::Csv => csv::read(&text, title)?,
        Format::Article => article
            .insert(Arc::new(article::read(&text, title)))
            .draft(&[]),
        Format::Native | Format::Html | Format::Png => return Err(NoStory::OtherArchive),
    };
    let encoding = decoded
        .encoding
        .map(|encoding| ProblemKind::NotUtf8 { encoding });
    for problem in problems.iter().cloned().chain(encoding) {
        draft.problems.push(problem, None);
    }
    Ok(Reading {
        article,
        ..finished(format, draft, text)
    })
}

fn finished(format: Format, draft: Draft, text: String) -> Reading {
    let (story, problems) = draft.finish();
    Reading {
        story,
        format,
        problems,
        text,
        path: None,
        translations: Vec::new(),
        article: None,
    }
}

/// The story as a file of another program's format; none where it is no such format.
pub fn write(format: Format, story: &Story) -> Option<String> {
    match format {
        Format::StoryMapJs => Some(storymap::write(story)),
        Format::GeoJson => Some(geojson::write(story)),
        Format::Kml => Some(kml::write(story)),
        Format::Csv => Some(csv::write(story)),
        Format::Native | Format::Html | Format::Png | Format::Article => None,
    }
}

/// The story inside the program, of which a test makes sure that it reads without a problem, in each language.
pub fn builtin() -> Reading {
    let mut reading = read(BUILTIN).unwrap_or_default();
    reading.translate(Path::new("built-in story (zh)"), "zh", BUILTIN_IN_CHINESE);
    reading
}
