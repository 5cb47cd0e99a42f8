//! StoryMapJS: slides in a JSON file, or in the archive that its editor exports.

mod archive;
mod read;
mod write;

pub(super) use archive::story_in;
pub(super) use read::read;
pub(super) use write::write;

/// Its codes for languages that are not ours too.
const LANGUAGES: [(&str, &str); 2] = [("zh-cn", "zh"), ("zh-tw", "zh-Hant")];

/// Languages that its viewer speaks.
const SPOKEN: [&str; 29] = [
    "be", "bg", "cs", "de", "el", "en", "es", "et", "fr", "he", "hu", "is", "it", "ja", "ko", "nl",
    "nn", "no", "pl", "pt", "ru", "sk", "sr", "sv", "tr", "uk", "ur", "zh-cn", "zh-tw",
];

/// Whether a file can say that its story is in that language.
pub(super) fn speaks(language: &str) -> bool {
    write::language(language).is_some()
}

/// A slide at this distance from the equator would be taken for one without a location.
const ZERO: f64 = 1e-9;
