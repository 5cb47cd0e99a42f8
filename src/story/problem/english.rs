//! What is said of each problem in English.

use super::{ProblemKind, WrongPath};
use crate::sentences::sentences;

sentences! { English ProblemKind
    NotRead { why }
        "{why}",
        why.remedy.as_str();
    Syntax { message }
        "this is not TOML: {message}",
        "write lines like `name = \"Bijie\"`, texts in quotes, and `[[place]]` above each place";
    NoValue {}
        "a value is missing here",
        "write the value after the `=`, or take the line out";
    NoQuotes { text }
        "the text `{text}` has no quotes",
        format!("write `\"{text}\"`");
    RepeatedKey { key }
        "`{key}` is given twice",
        "keep one of the two";
    RepeatedTable { key }
        "`{key}` is already there and cannot be added to",
        "write `[source]` and `[curriculum]` once, and `[[place]]` and its like above each one of them";
    UnknownKey { key, table, nearest }
        "{table} has no key `{key}`",
        nearest.as_ref().map_or_else(|| "look the keys up in the format's README, or take the line out".to_owned(), suggestion);
    WrongType { key, found, expected }
        "`{key}` is {found}",
        format!("write {expected}");
    OneTable { table }
        "`[{table}]` is a single table",
        format!("write `[[{table}]]`, so that others can follow");
    NoFormat {}
        "the file does not say which format it has",
        "write `format = 1` as its first key";
    NewerFormat { format }
        "the file has format {format}, of which this version of Dateline knows only format 1",
        "get a newer Dateline, or expect parts to be missing";
    WrongFormat { format }
        "there is no format {format}",
        "write `format = 1`";
    WrongLanguage { language }
        "`{language}` is not a language code",
        "write a code like `en`, `zh` or `zh-Hant`";

    UnknownAttribute { attribute, nearest }
        "a heading has no attribute `{attribute}`",
        nearest.as_ref().map_or_else(|| "write attributes like `{#an-id .a-topic paragraph=6}`".to_owned(), suggestion);
    WrongParagraph { text }
        "`{text}` is no number of a paragraph",
        "write `paragraph=6`, `paragraph=6-7` or `paragraph=6,8`";
    TableAsLines {}
        "a table is shown as lines of text",
        "write a list, one line for each row";
    CodeAsText {}
        "code is shown as plain text",
        "take the backquotes or the indentation away";
    ImageInText {}
        "an image within a text is shown as its description only",
        "leave an empty line before and after the image, outside of quotations and lists";
    HtmlNotShown {}
        "HTML is not shown",
        "write Markdown, as in `*emphasis*`; remarks in `<!-- -->` may stay";
    LinkInTitle {}
        "a link in a heading is shown as plain text",
        "put the link into the text below the heading";
    WrongImagePath { path, wrong }
        "`{path}` is no file that a story can show",
        match wrong {
            WrongPath::Elsewhere => "save the image in the story's folder, and write its file name: a story fetches nothing",
            WrongPath::Backslash => "write `/` between folder and file, as in `images/harbour.jpg`",
            WrongPath::Escape => "write the file's name as it is, one with blanks between `<` and `>`: `<old harbour.jpg>`",
            WrongPath::NotBelow => "write a file in the story's folder or one below it, as in `harbour.jpg` or `images/harbour.jpg`",
        };
    NoAlt { path }
        "nothing says what the image `{path}` shows",
        format!("write it in the brackets, for those who cannot see the image: `![A harbour at night]({path})`");
    LinkWithoutText { address }
        "the link to `{address}` has no text",
        format!("write the words that lead there, as in `[these words]({address})`");

    NoId { kind }
        "{kind} without an id",
        "write a line like `id = \"bijie\"`";
    WrongId { id }
        "`{id}` cannot be an id",
        "use small letters a to z, digits, `-` and `_`, beginning with a letter or a digit, 64 at most";
    RepeatedId { id, first }
        "the id `{id}` is taken by {first}",
        "give each thing in the story an id of its own, and change what refers to it";
    UnknownId { id, nearest }
        "nothing here has the id `{id}`",
        nearest.as_ref().map_or_else(|| format!("give something the id `{id}`, or take this out"), suggestion);
    WrongKind { id, found, expected }
        "`{id}` is {found}",
        format!("write the id of {expected}");
    NoName { kind }
        "{kind} without a name",
        "write a line like `name = \"Bijie\"`, or words behind the `#` of a heading";
    NoTitle {}
        "the story has no title",
        "write a line like `title = \"A college for Bijie\"` above the first table";
    NoPassage {}
        "the story has no passage",
        "below the front matter write a heading like `## How it began`, and text below it";

    NoKey { kind, key }
        "{kind} without `{key}`",
        format!("write a line that begins with `{key} =`");
    WrongLatitude { lat, swapped }
        "{lat} is no latitude that the map can show",
        if *swapped { "write a number from -85.0511 to 85.0511; latitude and longitude may be swapped" }
        else { "write a number from -85.0511 to 85.0511" };
    WrongLongitude { lon }
        "{lon} is no longitude",
        "write a number from -180 to 180";
    ConnectionToItself { id }
        "the connection begins and ends at `{id}`",
        "write the ids of two different places";
    WrongDate { text }
        "there is no date `{text}`",
        "write a date that exists, as precisely as it is known: `2022-02-22`, `2021-10` or `2016`";
    WrongTime { text }
        "`{text}` is no time of day",
        "write hours and minutes, as in `10:06`";
    WrongActorKind { text }
        "an actor's kind cannot be `{text}`",
        "write `\"person\"` or `\"organisation\"`";
    WrongRegionCode { text }
        "`{text}` is no code of a country or of a division",
        "write a code of ISO 3166, as in `NL` or `CN-GZ`";
    WrongAddress { address }
        "`{address}` is not an address that can be opened",
        "write `#` and an id, or an address that begins with `https://` or `http://`";
    WrongWebAddress { address }
        "`{address}` is not an address on the web",
        "write an address that begins with `https://` or `http://`";

    OtherLanguage { language }
        "the file is named as a translation into `{language}`, but does not say `language = \"{language}\"`",
        format!("write `language = \"{language}\"`, or rename the file if it is no translation");
    SameLanguage { language }
        "the story is written in `{language}` itself",
        "give the story's own file the `language` it is in, or take this file away";
    TranslationNotRead { why }
        "{why}",
        if why.remedy.is_empty() { "try again, or take it out of the folder" } else { &why.remedy };
    NotBesideStory { story, language }
        "the file is named as a translation, but is read as a story of its own",
        format!("put `{story}` beside it, and write `language = \"{language}\"`");
    NoIdInHeading {}
        "a translated passage without the id of its original",
        "write the id behind the heading, as in `## Title {#the-id}`";
    TranslatedTwice { id }
        "`{id}` is translated twice",
        "keep one of the two";
    StorysOwn { key }
        "`{key}` is not read from a translation",
        "write it in the story's own file, and take it out here";
    MentionMissing { passage, places }
        "the translation of `{passage}` does not mention {places}",
        "link the same places as the original, as in `[words](#id)`";
    MentionAdded { passage, places }
        "the translation of `{passage}` also mentions {places}",
        "link the same places as the original";
    IntroductionLeft {}
        "the introduction is not translated",
        "write it above the first heading";
    ImageMissing { passage, path }
        "the translation of `{passage}` lacks the image `{path}`",
        format!("write it again with a text in this language, as in `![…]({path} \"…\")`");
    PassagesLeft { count, all, first }
        "not translated yet: {count} of {all} passages, the first is `{first}`",
        format!("write a heading like `## Title {{#{first}}}`, and text below it");

    WrongDegrees { text }
        "`{text}` is no position in degrees",
        "write latitude and longitude as numbers, as in `27.3` and `105.28`";
    HalfPosition {}
        "a position without latitude or without longitude",
        "give both, in degrees";
    PictureMap {}
        "the map of the story is a picture, so its positions are none on the Earth and are left out",
        "give the slides positions on the Earth";
    OtherCrs { crs }
        "the positions are not in degrees but in `{crs}`, and are left out",
        "save the file with positions in WGS 84 (EPSG:4326)";
    ShapeNotShown { what, name }
        "{what} is not shown: {name}",
        "mark it by a point";
    LineNotShown { name }
        "a line is not shown that does not lead from one place of the file to another: {name}",
        "let it begin and end exactly at two points of the file";
    NotFollowed { address }
        "`{address}` is not fetched: a story opens no connection by itself",
        "save what lies there in a file of its own, and open that";
    MediaNotShown { address }
        "`{address}` is not shown",
        "give an address that begins with `https://` or `http://`";
    DateNotRead { text }
        "`{text}` is not read as a date",
        "write it as `2022-02-22`, `2021-10` or `2016`";
    NoObject { what }
        "{what} without content is left out",
        "take it out, or give it content";
    NotUtf8 { encoding }
        "the file is not in UTF-8 and was read as {encoding}",
        "save it as UTF-8, if letters are wrong";
    ReadUpTo { message }
        "from here on the file was not read: {message}",
        "mend what is wrong here first";
    ReadToEnd {}
        "from here on the file was not read: it ends in the middle",
        "mend what is wrong here first";
    TooManyElements { limit }
        "from here on the file was not read: there are more than {limit} elements",
        "mend what is wrong here first";
    TooDeep { limit }
        "from here on the file was not read: elements are nested deeper than {limit}",
        "mend what is wrong here first";
    DocumentType {}
        "the document type is not read, nor any entity that it defines",
        "write the texts out, and take the document type away";
    ColumnsNotRead { columns }
        "not read: the columns {columns}",
        "`title`, `text`, `place`, `lat`, `lon`, `date`, `topics` and `media` are: rename a column that means one of them";
    InArchive { name }
        "lines are counted in `{name}`, the story in the archive",
        "take that file out of the archive to change it";
    EarlierVersion {}
        "the story is shown as it was published, and its draft is newer",
        "open `draft.json` of the archive to see the draft";

    TooLong { limit }
        "the text is longer than {limit} characters and was cut",
        "shorten it";
    TooMany { kind, limit }
        "the story has more than {limit} things of this kind, of which this is {kind}",
        "leave some out";
    TooManyOf { what, limit }
        "more than {limit} {what}",
        "leave some out";
    FrontMatterCut {}
        "from here on this part of the front matter was not read",
        "mend what is wrong here first";
    FrontMatterTooLong { limit }
        "from here on this part of the front matter was not read: it has more than {limit} words and signs",
        "leave some out, or make two stories of it";
    TextTooLong { limit }
        "from here on the text was not read: it has more than {limit} line breaks and signs of Markdown",
        "leave some out, or make two stories of it";
    Unprintable {}
        "invisible control characters were left out of the texts",
        "take them out of the file";

    MoreFaults { count }
        "{count} more problems are not listed",
        "mend the ones above, then check again";
    MoreHints { count }
        "{count} more hints are not listed",
        "mend the ones above, then check again";
}

fn suggestion(nearest: &String) -> String {
    format!("perhaps `{nearest}` is meant")
}
