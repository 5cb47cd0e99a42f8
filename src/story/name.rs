//! Names and short texts, in several languages.

use smol_str::SmolStr;

use super::ByLanguage;

/// A name or a short text, in the story's language and perhaps in others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    pub text: SmolStr,
    /// By language, as in `zh`; never empty texts.
    pub translations: ByLanguage<SmolStr>,
}

impl Name {
    /// The text in `language`, or in the story's own.
    pub fn in_language(&self, language: &str) -> &str {
        self.translations.get(language).unwrap_or(&self.text)
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self {
            text: text.into(),
            translations: ByLanguage::default(),
        }
    }
}
