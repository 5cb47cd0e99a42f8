//! Files of plain text, in the encodings they come in, and web pages.

use std::fs;

use dateline::files;
use dateline::format::{self, Format, NoStory};
use encoding_rs::{GB18030, UTF_16LE};

const CHINESE: &str = "毕节开办学院\n\n毕节市位于贵州省，学院与荷兰阿姆斯特丹的企业合作。";

fn places(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let reading = files::open(&path).unwrap();
    assert_eq!(reading.format, Format::Article, "{name}");
    reading
        .story
        .places()
        .map(|(_, place)| place.name.text.to_string())
        .collect()
}

#[test]
fn a_text_file_opens_as_an_article_in_any_encoding() {
    let gbk = GB18030.encode(CHINESE).0;
    let utf_16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(CHINESE.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(UTF_16LE.decode(&utf_16).0, CHINESE);
    for bytes in [CHINESE.as_bytes(), &gbk, &utf_16] {
        assert_eq!(places("article.txt", bytes), ["毕节", "阿姆斯特丹"]);
    }
    let western = b"Caf\xE9s in Z\xFCrich close early. The one in Gen\xE8ve does not.";
    assert_eq!(places("article", western), ["Zürich", "Geneva"]);
}

#[test]
fn a_web_page_is_read_without_its_markup() {
    let page = format!(
        "<!doctype html><html><head><title>T</title><style>p {{}}</style><script>let paris = 1;</script></head><body>\
         <ul><li><a href='/'>London</a></li></ul><h1>Slow ships</h1><p>The ferry leaves <b>Rotterdam</b> at nine.</p><p>{}</p>\
         </body></html>",
        "Nobody is in a hurry on this ship, and nobody wants to be. ".repeat(5)
    );
    assert_eq!(places("page.html", page.as_bytes()), ["Rotterdam"]);
    assert_eq!(
        format::read_named(Some("a.html".as_ref()), b"<!doctype html><p>Hi"),
        Err(NoStory::WebPage)
    );
}

#[test]
fn what_is_a_story_already_is_no_article() {
    let markdown = b"No front matter in Paris.";
    assert_eq!(
        format::read_named(Some("story.md".as_ref()), markdown),
        Err(NoStory::NoFrontMatter)
    );
    let story = format::read_named(
        Some("story.txt".as_ref()),
        b"+++\nformat = 1\ntitle = \"T\"\n+++\n",
    )
    .unwrap();
    assert_eq!(story.format, Format::Native);
}

#[test]
fn documents_of_word_processors_are_called_what_they_are() {
    let word = {
        let mut zip = zip_writer();
        zip.start_file(
            "word/document.xml",
            zip::write::SimpleFileOptions::default(),
        )
        .unwrap();
        zip.finish().unwrap().into_inner()
    };
    let cases: [(&str, &[u8], &str); 4] = [
        ("a.docx", &word, "Word"),
        ("a.rtf", b"{\\rtf1\\ansi Paris}", "RTF"),
        ("a.pdf", b"%PDF-1.4\n\xE2\xE3\xCF\xD3", "PDF"),
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "Office"),
    ];
    for (name, bytes, of) in cases {
        let why = format::read_named(Some(name.as_ref()), bytes).unwrap_err();
        assert!(why.to_string().contains(of), "{name}: {why}");
        assert!(why.remedy().contains("plain text"), "{name}: {why}");
    }
}

fn zip_writer() -> zip::ZipWriter<std::io::Cursor<Vec<u8>>> {
    zip::ZipWriter::new(std::io::Cursor::new(Vec::new()))
}
