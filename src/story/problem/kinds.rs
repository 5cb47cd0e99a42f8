//! Every problem a story's file can have, each with its two sentences.

use super::{Kind, Severity, Unshown, WrongPath};

/// One row a problem: its data, its severity, what is wrong, what would be right.
macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* } $severity:ident, $message:literal, $remedy:expr;)*) => {
        /// What is wrong, with everything its sentences name.
        #[derive(Clone, Debug, PartialEq)]
        pub enum ProblemKind {
            $($(#[$doc])* $name { $($field: $type),* },)*
        }

        #[expect(unused_variables, reason = "a sentence need not name all the data")]
        impl ProblemKind {
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => Severity::$severity,)*
                }
            }

            /// What is wrong: a sentence without its period.
            pub fn message(&self) -> String {
                match self {
                    $(Self::$name { $($field),* } => format!($message),)*
                }
            }

            /// What would be right: a sentence without its period.
            pub fn remedy(&self) -> String {
                match self {
                    $(Self::$name { $($field),* } => String::from($remedy),)*
                }
            }
        }
    };
}

problems! {
    /// In the words of the TOML parser.
    Syntax { message: String } Fault,
        "this is not TOML: {message}",
        "write lines like `name = \"Bijie\"`, texts in quotes, and `[[place]]` above each place";
    NoValue {} Fault,
        "a value is missing here",
        "write the value after the `=`, or take the line out";
    NoQuotes { text: String } Fault,
        "the text `{text}` has no quotes",
        format!("write `\"{text}\"`");
    RepeatedKey { key: String } Fault,
        "`{key}` is given twice",
        "keep one of the two";
    RepeatedTable { key: String } Fault,
        "`{key}` is already there and cannot be added to",
        "write `[source]` and `[curriculum]` once, and `[[place]]` and its like above each one of them";
    UnknownKey { key: String, table: &'static str, nearest: Option<String> } Hint,
        "{table} has no key `{key}`",
        suggestion(nearest.as_ref()).unwrap_or_else(|| "look the keys up in the format's README, or take the line out".to_owned());
    WrongType { key: String, found: &'static str, expected: &'static str } Fault,
        "`{key}` is {found}",
        format!("write {expected}");
    OneTable { table: &'static str } Hint,
        "`[{table}]` is a single table",
        format!("write `[[{table}]]`, so that others can follow");
    NoFormat {} Hint,
        "the file does not say which format it has",
        "write `format = 1` as its first key";
    NewerFormat { format: i64 } Fault,
        "the file has format {format}, of which this version of Dateline knows only format 1",
        "get a newer Dateline, or expect parts to be missing";
    WrongFormat { format: i64 } Fault,
        "there is no format {format}",
        "write `format = 1`";
    WrongLanguage { language: String } Fault,
        "`{language}` is not a language code",
        "write a code like `en`, `zh` or `zh-Hant`";

    UnknownAttribute { attribute: String, nearest: Option<String> } Hint,
        "a heading has no attribute `{attribute}`",
        suggestion(nearest.as_ref()).unwrap_or_else(|| "write attributes like `{#an-id .a-topic paragraph=6}`".to_owned());
    WrongParagraph { text: String } Fault,
        "`{text}` is no number of a paragraph",
        "write `paragraph=6`, `paragraph=6-7` or `paragraph=6,8`";
    NotShown { what: Unshown } Hint,
        "{what}",
        what.instead();
    WrongImagePath { path: String, wrong: WrongPath } Fault,
        "`{path}` is no file that a story can show",
        wrong.instead();
    NoAlt { path: String } Hint,
        "nothing says what the image `{path}` shows",
        format!("write it in the brackets, for those who cannot see the image: `![A harbour at night]({path})`");
    LinkWithoutText { address: String } Hint,
        "the link to `{address}` has no text",
        format!("write the words that lead there, as in `[these words]({address})`");

    NoId { kind: Kind } Fault,
        "{kind} without an id",
        "write a line like `id = \"bijie\"`";
    WrongId { id: String } Fault,
        "`{id}` cannot be an id",
        "use small letters a to z, digits, `-` and `_`, beginning with a letter or a digit, 64 at most";
    RepeatedId { id: String, first: Kind } Fault,
        "the id `{id}` is taken by {first}",
        "give each thing in the story an id of its own, and change what refers to it";
    UnknownId { id: String, nearest: Option<String> } Fault,
        "nothing here has the id `{id}`",
        suggestion(nearest.as_ref()).unwrap_or_else(|| format!("give something the id `{id}`, or take this out"));
    WrongKind { id: String, found: Kind, expected: &'static str } Fault,
        "`{id}` is {found}",
        format!("write the id of {expected}");
    NoName { kind: Kind } Fault,
        "{kind} without a name",
        "write a line like `name = \"Bijie\"`, or words behind the `#` of a heading";
    NoTitle {} Fault,
        "the story has no title",
        "write a line like `title = \"A college for Bijie\"` above the first table";
    NoPassage {} Fault,
        "the story has no passage",
        "below the front matter write a heading like `## How it began`, and text below it";

    NoKey { kind: Kind, key: &'static str } Fault,
        "{kind} without `{key}`",
        format!("write a line that begins with `{key} =`");
    WrongLatitude { lat: f64, swapped: bool } Fault,
        "{lat} is no latitude that the map can show",
        if *swapped { "write a number from -85.0511 to 85.0511; latitude and longitude may be swapped" }
        else { "write a number from -85.0511 to 85.0511" };
    WrongLongitude { lon: f64 } Fault,
        "{lon} is no longitude",
        "write a number from -180 to 180";
    ConnectionToItself { id: String } Fault,
        "the connection begins and ends at `{id}`",
        "write the ids of two different places";
    WrongDate { text: String } Fault,
        "there is no date `{text}`",
        "write a date that exists, as precisely as it is known: `2022-02-22`, `2021-10` or `2016`";
    WrongTime { text: String } Fault,
        "`{text}` is no time of day",
        "write hours and minutes, as in `10:06`";
    WrongActorKind { text: String } Fault,
        "an actor's kind cannot be `{text}`",
        "write `\"person\"` or `\"organisation\"`";
    WrongRegionCode { text: String } Fault,
        "`{text}` is no code of a country or of a division",
        "write a code of ISO 3166, as in `NL` or `CN-GZ`";
    WrongAddress { address: String } Fault,
        "`{address}` is not an address that can be opened",
        "write `#` and an id, or an address that begins with `https://` or `http://`";
    WrongWebAddress { address: String } Fault,
        "`{address}` is not an address on the web",
        "write an address that begins with `https://` or `http://`";

    /// Of a translation, whose language its name says.
    OtherLanguage { language: String } Fault,
        "the file is named as a translation into `{language}`, but does not say `language = \"{language}\"`",
        format!("write `language = \"{language}\"`, or rename the file if it is no translation");
    SameLanguage { language: String } Fault,
        "the story is written in `{language}` itself",
        "give the story's own file the `language` it is in, or take this file away";
    /// In the words of whatever could not read it.
    NotRead { why: String, remedy: &'static str } Fault,
        "{why}",
        *remedy;
    NotBesideStory { story: String, language: String } Hint,
        "the file is named as a translation, but is read as a story of its own",
        format!("put `{story}` beside it, and write `language = \"{language}\"`");
    NoIdInHeading {} Fault,
        "a translated passage without the id of its original",
        "write the id behind the heading, as in `## Title {#the-id}`";
    TranslatedTwice { id: String } Fault,
        "`{id}` is translated twice",
        "keep one of the two";
    StorysOwn { key: String } Hint,
        "`{key}` is not read from a translation",
        "write it in the story's own file, and take it out here";
    MentionMissing { passage: String, places: String } Hint,
        "the translation of `{passage}` does not mention {places}",
        "link the same places as the original, as in `[words](#id)`";
    MentionAdded { passage: String, places: String } Hint,
        "the translation of `{passage}` also mentions {places}",
        "link the same places as the original";
    IntroductionLeft {} Hint,
        "the introduction is not translated",
        "write it above the first heading";
    ImageMissing { passage: String, path: String } Hint,
        "the translation of `{passage}` lacks the image `{path}`",
        format!("write it again with a text in this language, as in `![…]({path} \"…\")`");
    PassagesLeft { count: usize, all: usize, first: String } Hint,
        "not translated yet: {count} of {all} passages, the first is `{first}`",
        format!("write a heading like `## Title {{#{first}}}`, and text below it");

    /// Of another program's file, as all down to the blank line.
    WrongDegrees { text: String } Fault,
        "`{text}` is no position in degrees",
        "write latitude and longitude as numbers, as in `27.3` and `105.28`";
    HalfPosition {} Fault,
        "a position without latitude or without longitude",
        "give both, in degrees";
    PictureMap {} Fault,
        "the map of the story is a picture, so its positions are none on the Earth and are left out",
        "give the slides positions on the Earth";
    OtherCrs { crs: String } Fault,
        "the positions are not in degrees but in `{crs}`, and are left out",
        "save the file with positions in WGS 84 (EPSG:4326)";
    ShapeNotShown { what: &'static str, name: String } Hint,
        "{what} is not shown: {name}",
        "mark it by a point";
    LineNotShown { name: String } Hint,
        "a line is not shown that does not lead from one place of the file to another: {name}",
        "let it begin and end exactly at two points of the file";
    NotFollowed { address: String } Hint,
        "`{address}` is not fetched: a story opens no connection by itself",
        "save what lies there in a file of its own, and open that";
    MediaNotShown { address: String } Hint,
        "`{address}` is not shown",
        "give an address that begins with `https://` or `http://`";
    DateNotRead { text: String } Hint,
        "`{text}` is not read as a date",
        "write it as `2022-02-22`, `2021-10` or `2016`";
    NoObject { what: &'static str } Hint,
        "{what} without content is left out",
        "take it out, or give it content";
    NotUtf8 { encoding: &'static str } Hint,
        "the file is not in UTF-8 and was read as {encoding}",
        "save it as UTF-8, if letters are wrong";
    ReadUpTo { message: String } Fault,
        "from here on the file was not read: {message}",
        "mend what is wrong here first";
    DocumentType {} Hint,
        "the document type is not read, nor any entity that it defines",
        "write the texts out, and take the document type away";
    ColumnsNotRead { columns: String } Hint,
        "not read: the columns {columns}",
        "`title`, `text`, `place`, `lat`, `lon`, `date`, `topics` and `media` are: rename a column that means one of them";
    InArchive { name: String } Hint,
        "lines are counted in `{name}`, the story in the archive",
        "take that file out of the archive to change it";
    EarlierVersion {} Hint,
        "the story is shown as it was published, and its draft is newer",
        "open `draft.json` of the archive to see the draft";

    TooLong { limit: usize } Fault,
        "the text is longer than {limit} characters and was cut",
        "shorten it";
    TooMany { kind: Kind, limit: usize } Fault,
        "the story has more than {limit} things of this kind, of which this is {kind}",
        "leave some out";
    TooManyOf { what: &'static str, limit: usize } Fault,
        "more than {limit} {what}",
        "leave some out";
    FrontMatterCut {} Fault,
        "from here on the front matter was not read",
        "mend what is wrong here first";
    FrontMatterTooLong { limit: usize } Fault,
        "from here on the front matter was not read: it has more than {limit} words and signs",
        "leave some out, or make two stories of it";
    TextTooLong { limit: usize } Fault,
        "from here on the text was not read: it has more than {limit} line breaks and signs of Markdown",
        "leave some out, or make two stories of it";
    Unprintable {} Hint,
        "invisible control characters were left out of the texts",
        "take them out of the file";

    MoreFaults { count: usize } Fault,
        "{count} more problems are not listed",
        "mend the ones above, then check again";
    MoreHints { count: usize } Hint,
        "{count} more hints are not listed",
        "mend the ones above, then check again";
}

fn suggestion(nearest: Option<&String>) -> Option<String> {
    nearest.map(|nearest| format!("perhaps `{nearest}` is meant"))
}
