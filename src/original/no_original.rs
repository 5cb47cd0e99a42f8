//! Why a file is no original.

use super::{LARGEST, LONGEST_PARAGRAPH};
use crate::format::{Format, NoStory};
use crate::sentences::{Language, Said, Sentences, said_as_it_is};

/// A file that cannot be laid beside a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoOriginal {
    NoText {
        why: NoStory,
    },
    /// Of another format than text.
    Story {
        format: Format,
    },
    TooLong,
    LongParagraph,
    /// Story and text together.
    TooMany,
}

const LARGEST_MIB: usize = LARGEST / 1024 / 1024;
const PARAGRAPH_KIB: usize = LONGEST_PARAGRAPH / 1024;

mod english {
    use super::{LARGEST_MIB, NoOriginal, PARAGRAPH_KIB};

    crate::sentences::sentences! { English NoOriginal
        NoText { why }
            "{why}",
            why.remedy;
        Story { format }
            "the file is a story in the format {format}, and no article",
            "";
        TooLong {}
            "the text is longer than {LARGEST_MIB} MiB",
            "";
        LongParagraph {}
            "a paragraph of it is longer than {PARAGRAPH_KIB} KiB",
            "";
        TooMany {}
            "story and text are too long to be laid beside each other",
            "";
    }
}

mod chinese {
    use super::{LARGEST_MIB, NoOriginal, PARAGRAPH_KIB};

    crate::sentences::sentences! { Chinese NoOriginal
        NoText { why }
            "{why}",
            why.remedy;
        Story { format }
            "文件是{format}格式的故事，不是文章",
            "";
        TooLong {}
            "文字超过{LARGEST_MIB} MB",
            "";
        LongParagraph {}
            "其中有一段超过{PARAGRAPH_KIB} KB",
            "";
        TooMany {}
            "故事和文章太长，无法对照",
            "";
    }
}

impl Said for NoOriginal {
    type Words<'a> = Sentences;

    fn said(&self, language: Language) -> Sentences {
        match language {
            Language::English => english::sentences(self),
            Language::Chinese => chinese::sentences(self),
        }
    }
}

said_as_it_is!(Format);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_the_same_in_why_a_file_is_no_original() {
        assert_eq!(chinese::NAMED, english::NAMED);
    }
}
