//! Why a file is no story at all.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use super::LARGEST_FILE;
use crate::sentences::{Language, Said, Sentences};
use crate::story::problem::Term;

/// A file of which nothing can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoStory {
    Empty,
    TooLarge,
    Binary,
    /// A document of another program.
    Document {
        /// Whose: as in `Word`.
        of: &'static str,
    },
    Utf16,
    NotUtf8 {
        /// From 0.
        byte: usize,
        line: usize,
        /// In characters.
        column: usize,
    },
    NoFrontMatter,
    Yaml,
    UnclosedFrontMatter,
    BrokenJson {
        line: usize,
        /// In bytes, from 1.
        column: usize,
    },
    OtherJson,
    OtherXml,
    WebPage,
    NoColumns,
    Nothing {
        what: Term,
    },
    BrokenArchive,
    LargeArchive,
    OtherArchive,
}

const LARGEST_MIB: usize = LARGEST_FILE / 1024 / 1024;

mod english {
    use super::{LARGEST_MIB, NoStory};

    const BEGINNING: &str = "a story begins with a line `+++`, then its places as TOML, then another line `+++`, then its text";
    const UNPACK: &str = "unpack it, and open the story’s file in it";
    const UTF_8: &str = "save it again in a text editor with the encoding UTF-8";

    crate::sentences::sentences! { English NoStory
        Empty {}
            "the file is empty",
            BEGINNING;
        TooLarge {}
            "the file is larger than {LARGEST_MIB} MiB",
            "cut it into several stories";
        Document { of }
            "the file is a document of another program ({of}), not plain text",
            "save it as plain text in the program that it is from, or copy its text and paste it into the window";
        Binary {}
            "the file is not text",
            "open an article as plain text, a story written as Markdown, a file that ends in .md, or one of StoryMapJS, GeoJSON, KML or CSV";
        Utf16 {}
            "the file is text in UTF-16",
            UTF_8;
        NotUtf8 { byte, line, column }
            "the file is not text in UTF-8: byte {byte}, in line {line}, column {column}, is wrong",
            UTF_8;
        NoFrontMatter {}
            "the file has no front matter",
            BEGINNING;
        Yaml {}
            "the front matter stands between lines of `---`",
            "write it as TOML between lines of `+++`";
        UnclosedFrontMatter {}
            "the front matter has no end",
            "write a line `+++` between the front matter and the text";
        BrokenJson { line, column }
            "the file is broken JSON from line {line}, column {column} on",
            "mend it there, or fetch the file again if it is cut off";
        OtherJson {}
            "the file is JSON, but neither a StoryMapJS story nor GeoJSON",
            "open a file with `storymap` and `slides`, or one whose `type` is `FeatureCollection`";
        OtherXml {}
            "the file is XML, but not KML",
            "save it as KML, GeoJSON or CSV in the program that it is from";
        WebPage {}
            "the file is a web page",
            "open the file with the story’s data: of StoryMapJS, `published.json`";
        NoColumns {}
            "the table has no columns that a story could be read from",
            "its first row has to name a `title` or a `place`, and `lat` and `lon` or a `text`; of Leaflet Storymaps, open `Chapters.csv`";
        Nothing { what }
            "the file has no {what} that could be shown",
            "give it at least one, with a name or a text";
        BrokenArchive {}
            "the archive cannot be read",
            "fetch it again, or unpack it and open the file in it";
        LargeArchive {}
            "the archive holds more than is safe to unpack: more than 5000 files, or a story of more than {LARGEST_MIB} MiB or packed too tightly",
            UNPACK;
        OtherArchive {}
            "the archive holds neither a KML file nor a StoryMapJS story",
            UNPACK;
    }
}

mod chinese {
    use super::{LARGEST_MIB, NoStory};

    const BEGINNING: &str = "故事以一行`+++`开头，接着用TOML列出地点，再写一行`+++`，然后是正文";
    const UNPACK: &str = "请先解压，再打开其中的故事文件";
    const UTF_8: &str = "请在文本编辑器中以UTF-8编码重新保存";

    crate::sentences::sentences! { Chinese NoStory
        Empty {}
            "文件是空的",
            BEGINNING;
        TooLarge {}
            "文件超过{LARGEST_MIB} MB",
            "请分成几篇故事";
        Document { of }
            "文件是其他程序的文档（{of}），不是纯文本",
            "请在原程序中另存为纯文本，或复制文字后粘贴到窗口中";
        Binary {}
            "文件不是文本",
            "请打开纯文本文章、以Markdown写成的故事（以.md结尾的文件），或StoryMapJS、GeoJSON、KML、CSV文件";
        Utf16 {}
            "文件是UTF-16编码的文本",
            UTF_8;
        NotUtf8 { byte, line, column }
            "文件不是UTF-8编码的文本：第{line}行第{column}列（字节{byte}）有误",
            UTF_8;
        NoFrontMatter {}
            "文件没有文件头",
            BEGINNING;
        Yaml {}
            "文件头写在两行`---`之间",
            "请改用TOML，写在两行`+++`之间";
        UnclosedFrontMatter {}
            "文件头没有结尾",
            "请在文件头与正文之间写一行`+++`";
        BrokenJson { line, column }
            "JSON文件从第{line}行第{column}列起有误",
            "请改正此处；如果文件不完整，请重新获取";
        OtherJson {}
            "文件是JSON，但既不是StoryMapJS故事，也不是GeoJSON",
            "请打开含有`storymap`和`slides`的文件，或`type`为`FeatureCollection`的文件";
        OtherXml {}
            "文件是XML，但不是KML",
            "请用原来的程序另存为KML、GeoJSON或CSV";
        WebPage {}
            "文件是网页",
            "请打开存有故事数据的文件，StoryMapJS的是`published.json`";
        NoColumns {}
            "表格中没有可以读成故事的列",
            "第一行须有`title`或`place`，以及`lat`和`lon`，或`text`；Leaflet Storymaps的故事请打开`Chapters.csv`";
        Nothing { what }
            "文件中没有可以显示的{what}",
            "请至少写一个，并带有名称或文字";
        BrokenArchive {}
            "压缩包无法读取",
            "请重新获取，或解压后打开其中的文件";
        LargeArchive {}
            "压缩包的内容过多，解压不安全：文件超过5000个，或故事超过{LARGEST_MIB} MB，或压缩得过于紧密",
            UNPACK;
        OtherArchive {}
            "压缩包中既没有KML文件，也没有StoryMapJS故事",
            UNPACK;
    }
}

impl NoStory {
    /// What would be right, as the command line says it: an English sentence without its period.
    pub fn remedy(&self) -> String {
        self.said(Language::English).remedy
    }
}

impl Said for NoStory {
    type Words<'a> = Sentences;

    fn said(&self, language: Language) -> Sentences {
        match language {
            Language::English => english::sentences(self),
            Language::Chinese => chinese::sentences(self),
        }
    }
}

/// The program whose document it is: told by how these files begin.
pub(super) fn document(bytes: &[u8]) -> Option<NoStory> {
    const BEGINNINGS: [(&[u8], &str); 3] = [
        (b"{\\rtf", "RTF"),
        (b"%PDF-", "PDF"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Microsoft Office"),
    ];
    let (_, of) = BEGINNINGS
        .iter()
        .find(|(beginning, _)| bytes.starts_with(beginning))?;
    Some(NoStory::Document { of })
}

/// The same of an archive, by the files in it.
pub(super) fn packed_document(names: &[String]) -> Option<NoStory> {
    const MEMBERS: [(&str, &str); 5] = [
        ("word/document.xml", "Word"),
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("META-INF/container.xml", "EPUB"),
        ("content.xml", "LibreOffice"),
    ];
    let (_, of) = MEMBERS
        .iter()
        .find(|(member, _)| names.iter().any(|name| name == member))?;
    Some(NoStory::Document { of })
}

/// As the command line says it.
impl fmt::Display for NoStory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said(Language::English).fmt(f)
    }
}

impl Error for NoStory {}

/// The text of a file, without its byte order mark.
pub(super) fn text(bytes: Cow<'_, [u8]>) -> Result<String, NoStory> {
    /// How far a file that is no text is looked at.
    const BEGINNING: usize = 1024;

    if bytes.len() > LARGEST_FILE {
        return Err(NoStory::TooLarge);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(NoStory::Utf16);
    }
    if bytes.iter().take(BEGINNING).any(|&byte| byte == 0) {
        return Err(NoStory::Binary);
    }
    let text = String::from_utf8(bytes.into_owned()).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        not_utf8(error.as_bytes(), valid)
    })?;
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(text) => text.to_owned(),
        None => text,
    };
    if text.trim().is_empty() {
        return Err(NoStory::Empty);
    }
    Ok(text)
}

fn not_utf8(bytes: &[u8], byte: usize) -> NoStory {
    let before = bytes
        .get(..byte)
        .and_then(|before| str::from_utf8(before).ok())
        .unwrap_or_default();
    let (line, column) = super::position(before, byte);
    NoStory::NotUtf8 { byte, line, column }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_the_same_in_what_it_says_of_a_file() {
        assert_eq!(chinese::NAMED, english::NAMED);
    }
}
