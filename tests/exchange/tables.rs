//! CSV: Leaflet Storymaps' chapters, our own columns, and the encodings that spreadsheets write.

use dateline::format::{self, NoStory};
use dateline::story::limits;
use dateline::story::problem::Term;

use crate::support::{CHAPTERS, places, read, text, titles, told, topics};

#[test]
fn chapters_of_leaflet_storymaps_read_well() {
    let reading = read("Chapters.csv", CHAPTERS);
    let story = &reading.story;

    assert_eq!(story.title.text, "Chapters");
    assert_eq!(titles(story), ["The mill", "The bakery", "The end", "Half"]);
    assert_eq!(places(story), ["The mill", "The bakery"]);
    assert_eq!(
        text(story, "The mill"),
        [
            "[The mill](#the-mill)",
            "Flour, and \"dust\".\nSince 1700.",
            "[example.org/mill.jpg](https://example.org/mill.jpg) (C. Person)"
        ]
    );
    assert_eq!(
        text(story, "The bakery").last().unwrap(),
        "![](media/bread.png \" | \")"
    );
    assert_eq!(
        told(&reading)[..2],
        [
            "1: not read: the columns `Remarks`",
            "4: nothing says what the image `media/bread.png` shows",
        ]
    );
    assert_eq!(
        told(&reading)[2..],
        ["6: a position without latitude or without longitude"]
    );
}

#[test]
fn columns_are_known_by_their_names_in_any_order_and_encoding() {
    let table = "Topics;LON;lat;Text;Title;Date\r\n贸易; 105,28;27,3;\"毕节。\n第二行\";毕节市;2022年2月\r\n";
    let utf16: Vec<u8> = format!("\u{FEFF}{table}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let gbk = encoding_rs::GBK.encode(table).0.into_owned();
    let tabs = table.replace(';', "\t").into_bytes();
    for (name, bytes, told_first) in [
        ("UTF-8", table.as_bytes().to_vec(), None),
        (
            "UTF-8 with a mark",
            format!("\u{FEFF}{table}").into_bytes(),
            None,
        ),
        ("tabs", tabs, None),
        ("sep=", format!("sep=;\r\n{table}").into_bytes(), None),
        (
            "UTF-16",
            utf16,
            Some("0: the file is not in UTF-8 and was read as UTF-16"),
        ),
        (
            "GBK",
            gbk,
            Some("0: the file is not in UTF-8 and was read as GBK"),
        ),
    ] {
        let reading = read("a.csv", bytes);
        let story = &reading.story;

        assert_eq!(titles(story), ["毕节市"], "{name}");
        assert_eq!(
            text(story, "毕节市"),
            ["[毕节市](#place-1)", "毕节。\n第二行"],
            "{name}"
        );
        assert_eq!(topics(story, "毕节市"), ["贸易"], "{name}");
        assert_eq!(story.places().next().unwrap().1.lon, 105.28, "{name}");
        assert_eq!(
            story.events().next().unwrap().1.date.to_string(),
            "2022-02",
            "{name}"
        );
        assert_eq!(
            told(&reading).first().map(String::as_str),
            told_first,
            "{name}"
        );
    }
}

#[test]
fn a_table_without_a_story_says_which_columns_it_needs() {
    for table in [
        "Setting,Customize\nStorymap Title,X\n",
        "a,b\n1,2\n",
        "title\nx\n",
    ] {
        let read = format::read_named(Some("Options.csv".as_ref()), table.as_bytes());
        assert_eq!(read, Err(NoStory::NoColumns), "{table}");
    }
    let why = NoStory::Nothing { what: Term::Rows };
    assert_eq!(
        format::read_named(Some("a.csv".as_ref()), b"title,text\n"),
        Err(why)
    );
}

#[test]
fn a_million_rows_are_not_read_to_the_end() {
    let rows = "a,1,2\n".repeat(1_000_000);
    let start = std::time::Instant::now();

    let reading = read("a.csv", format!("title,lat,lon\n{rows}"));

    assert_eq!(reading.story.passages().len(), limits::PASSAGES);
    let told = told(&reading);
    assert!(
        told.iter()
            .any(|told| told.contains("more than 100000 rows")),
        "{told:?}"
    );
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn a_title_that_a_spreadsheet_would_run_is_guarded() {
    let story = read("a.csv", "title,text\n=1+1,x\n'quoted,x\n").story;
    let written = format::write(format::Format::Csv, &story).unwrap();

    assert!(written.contains(",'=1+1,"), "{written}");
    assert_eq!(titles(&read("a.csv", &written).story), ["=1+1", "'quoted"]);
}
