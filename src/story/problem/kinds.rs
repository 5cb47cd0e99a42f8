//! Every problem a story's file can have. Their sentences are in [`super::english`] and [`super::chinese`].

use super::{Ids, Kind, Kinds, Severity, Term, WrongPath, chinese, english};
use crate::sentences::{Language, Said, Sentences, Told};
use crate::story::printable;

/// One row a problem: its data, its severity.
macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* } $severity:ident;)*) => {
        /// What is wrong, with everything its sentences name.
        #[derive(Clone, Debug, PartialEq)]
        pub enum ProblemKind {
            $($(#[$doc])* $name { $($field: $type),* },)*
        }

        impl ProblemKind {
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => Severity::$severity,)*
                }
            }
        }
    };
}

problems! {
    /// The file cannot be read any more.
    NotRead { why: Told } Fault;
    /// In the words of the TOML parser.
    Syntax { message: String } Fault;
    NoValue {} Fault;
    NoQuotes { text: String } Fault;
    RepeatedKey { key: String } Fault;
    RepeatedTable { key: String } Fault;
    UnknownKey { key: String, table: Term, nearest: Option<String> } Hint;
    WrongType { key: String, found: Term, expected: Term } Fault;
    OneTable { table: &'static str } Hint;
    NoFormat {} Hint;
    NewerFormat { format: i64 } Fault;
    WrongFormat { format: i64 } Fault;
    WrongLanguage { language: String } Fault;

    UnknownAttribute { attribute: String, nearest: Option<String> } Hint;
    WrongParagraph { text: String } Fault;
    TableAsLines {} Hint;
    CodeAsText {} Hint;
    ImageInText {} Hint;
    HtmlNotShown {} Hint;
    LinkInTitle {} Hint;
    WrongImagePath { path: String, wrong: WrongPath } Fault;
    NoAlt { path: String } Hint;
    LinkWithoutText { address: String } Hint;

    NoId { kind: Kind } Fault;
    WrongId { id: String } Fault;
    RepeatedId { id: String, first: Kind } Fault;
    UnknownId { id: String, nearest: Option<String> } Fault;
    WrongKind { id: String, found: Kind, expected: Kinds } Fault;
    NoName { kind: Kind } Fault;
    NoTitle {} Fault;
    NoPassage {} Fault;

    NoKey { kind: Kind, key: &'static str } Fault;
    WrongLatitude { lat: f64, swapped: bool } Fault;
    WrongLongitude { lon: f64 } Fault;
    ConnectionToItself { id: String } Fault;
    WrongDate { text: String } Fault;
    WrongTime { text: String } Fault;
    WrongActorKind { text: String } Fault;
    WrongRegionCode { text: String } Fault;
    WrongAddress { address: String } Fault;
    WrongWebAddress { address: String } Fault;

    /// Of a translation, whose language its name says.
    OtherLanguage { language: String } Fault;
    SameLanguage { language: String } Fault;
    TranslationNotRead { why: Told } Fault;
    NotBesideStory { story: String, language: String } Hint;
    NoIdInHeading {} Fault;
    TranslatedTwice { id: String } Fault;
    StorysOwn { key: String } Hint;
    MentionMissing { passage: String, places: Ids } Hint;
    MentionAdded { passage: String, places: Ids } Hint;
    IntroductionLeft {} Hint;
    ImageMissing { passage: String, path: String } Hint;
    PassagesLeft { count: usize, all: usize, first: String } Hint;

    /// Of another program's file, as all down to the blank line.
    WrongDegrees { text: String } Fault;
    HalfPosition {} Fault;
    PictureMap {} Fault;
    OtherCrs { crs: String } Fault;
    ShapeNotShown { what: Term, name: String } Hint;
    LineNotShown { name: String } Hint;
    NotFollowed { address: String } Hint;
    MediaNotShown { address: String } Hint;
    DateNotRead { text: String } Hint;
    NoObject { what: Term } Hint;
    NotUtf8 { encoding: &'static str } Hint;
    /// In the words of the XML parser.
    ReadUpTo { message: String } Fault;
    ReadToEnd {} Fault;
    TooManyElements { limit: usize } Fault;
    TooDeep { limit: usize } Fault;
    DocumentType {} Hint;
    ColumnsNotRead { columns: String } Hint;
    InArchive { name: String } Hint;
    EarlierVersion {} Hint;

    TooLong { limit: usize } Fault;
    TooMany { kind: Kind, limit: usize } Fault;
    TooManyOf { what: Term, limit: usize } Fault;
    FrontMatterCut {} Fault;
    FrontMatterTooLong { limit: usize } Fault;
    TextTooLong { limit: usize } Fault;
    Unprintable {} Hint;

    MoreFaults { count: usize } Fault;
    MoreHints { count: usize } Hint;
}

impl Said for ProblemKind {
    type Words<'a> = Sentences;

    fn said(&self, language: Language) -> Sentences {
        // They name what the file has, whatever that is.
        let Sentences { message, remedy } = match language {
            Language::English => english::sentences(self),
            Language::Chinese => chinese::sentences(self),
        };
        Sentences {
            message: printable(&message),
            remedy: printable(&remedy),
        }
    }
}
