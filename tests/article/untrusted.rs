//! No text, however long or odd, stops the program or keeps it busy: what is not linear would take minutes here.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use dateline::article::{self, draft};
use dateline::format;

fn soon(what: &str, text: &str) {
    let start = Instant::now();
    let places = article::places(text).unwrap();
    for toponym in places.toponyms() {
        assert!(text.get(toponym.range.clone()).is_some(), "{what}");
    }
    drop(draft::read(text, "name").draft(&[]).finish());
    let took = start.elapsed();
    assert!(took < Duration::from_mins(2), "{what} took {took:?}");
}

#[test]
fn odd_texts_are_read() {
    for text in [
        "",
        " ",
        "\n\n\n",
        "\u{FEFF}",
        ".",
        "(",
        "’s",
        "A",
        "中",
        "省",
        "St. ",
        "U.S.",
        "-",
        "Paris",
        "\0Paris\0",
        "🏔",
        "of of of",
    ] {
        soon(text, text);
    }
    assert!(article::places("").unwrap().toponyms().is_empty());
    assert!(
        article::places("nothing here is a place")
            .unwrap()
            .toponyms()
            .is_empty()
    );
}

#[test]
fn a_hundred_thousand_names_are_read_in_time() {
    let mut text = String::new();
    let names = [
        "Paris",
        "Springfield",
        "Athens, Georgia",
        "Henderson County",
        "毕节市",
        "London",
        "San José",
    ];
    for number in 0..100_000 {
        write!(text, "In {} {number}, ", names[number % names.len()]).unwrap();
    }
    soon("names", &text);
}

#[test]
fn a_line_of_five_megabytes_is_read_in_time() {
    soon("words", &"the ship went on and on ".repeat(200_000));
    for piece in [
        "Rotterdam",
        "Paris (Paris (",
        "Paris, Paris, ",
        "毕节市和贵州省",
        "New York New York ",
        "A.B.C.",
        "A ",
    ] {
        soon(piece, &piece.repeat(300_000 / piece.len()));
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_or_read() {
    for bytes in [
        b"\0\0\0\0".as_slice(),
        b"",
        b"\xFF\xFE",
        b"\xFF\xFF\xFF",
        b"PK\x03\x04",
    ] {
        let _refused_or_read = format::read_named(Some("article.txt".as_ref()), bytes);
    }
}
