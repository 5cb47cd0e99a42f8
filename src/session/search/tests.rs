use super::*;
use crate::story::ByLanguage;
use crate::story::draft::{self, Block, BlockKind, Draft, Entry, Image, Located, Passage, Place};

fn name(text: &str, chinese: &str) -> draft::Name {
    let mut translations = ByLanguage::default();
    if !chinese.is_empty() {
        let value = chinese.into();
        translations.insert("zh", Located { value, span: None });
    }
    draft::Name {
        text: text.to_owned().into(),
        translations,
    }
}

fn entry(id: &str, name: draft::Name) -> Entry {
    Entry {
        id: id.to_owned().into(),
        name,
        span: None,
    }
}

/// A story in English with these places, in English and perhaps Chinese, and passages.
fn story(places: &[(&str, &str)], passages: &[(&str, &[&str])]) -> Story {
    let mut draft = Draft::default();
    for (number, (text, chinese)) in places.iter().enumerate() {
        draft.places.push(Place {
            entry: entry(&format!("p{number}"), name(text, chinese)),
            lat: 1.5.into(),
            lon: 1.5.into(),
            ..Place::default()
        });
    }
    for (number, (title, blocks)) in passages.iter().enumerate() {
        let block = |text: &&str| Block {
            text: (*text).to_owned(),
            ..Block::default()
        };
        draft.passages.push(Passage {
            entry: entry(&format!("at-{number}"), name(title, "")),
            blocks: blocks.iter().map(block).collect(),
            ..Passage::default()
        });
    }
    draft.finish().0
}

/// The names of what is found, in order.
fn found(story: &Story, query: &str) -> Vec<String> {
    let hits = Index::new(story).find(query);
    let names = hits.items().iter().map(|item| match *item {
        Item::Place(id) => story.place(id).name.text.to_string(),
        Item::Passage(id) => story.passage(id).title.text.to_string(),
        other => format!("{other:?}"),
    });
    names.collect()
}

#[test]
fn accents_and_case_are_folded() {
    let story = story(
        &[
            ("São Tomé", ""),
            ("DIYARBAKIR", ""),
            ("Łódź", ""),
            ("Xi’an", ""),
        ],
        &[("Straße", &["ΟΔΟΣ Ёлка"])],
    );

    for (query, name) in [
        ("sao tome", "São Tomé"),
        ("SÃO", "São Tomé"),
        ("sa\u{303}o", "São Tomé"),
        ("dıyarbakır", "DIYARBAKIR"),
        ("lodz", "Łódź"),
        ("xian", "Xi’an"),
        ("xi'an", "Xi’an"),
        ("STRASSE", "Straße"),
        ("οδος", "Straße"),
        ("елка", "Straße"),
    ] {
        assert_eq!(found(&story, query), [name], "{query}");
    }
}

#[test]
fn full_width_letters_are_found_by_narrow_ones() {
    let story = story(&[("ＡＢＣ　大学", "")], &[]);

    assert_eq!(found(&story, "abc 大学"), ["ＡＢＣ 大学"]);
    assert_eq!(found(&story, "ｂｃ"), ["ＡＢＣ 大学"]);
}

#[test]
fn a_chinese_place_is_found_by_pinyin() {
    let story = story(
        &[
            ("1", "毕节市"),
            ("2", "重庆"),
            ("3", "西安"),
            ("4", "吕梁"),
            ("5", "杭州"),
        ],
        &[("贵州的学校", &["毕节"])],
    );

    for (query, name) in [
        ("bijie", "1"),
        ("BìJié", "1"),
        ("bi jie", "1"),
        ("jie shi", "1"),
        ("bij", "1"),
        ("bj", "1"),
        ("chongqing", "2"),
        ("xi'an", "3"),
        ("lüliang", "4"),
        ("lvliang", "4"),
        ("xuexiao", "贵州的学校"),
    ] {
        assert_eq!(found(&story, query), [name], "{query}");
    }
    for query in ["ijie", "b", "jies hi x", "\"bijie\"x", "angzhou", "js"] {
        assert_eq!(found(&story, query), [""; 0], "{query}");
    }
}

#[test]
fn no_text_reaches_into_the_next_one() {
    let story = story(&[], &[("One", &["two", "three"]), ("Four", &[])]);

    assert_eq!(found(&story, "\"two three\""), [""; 0]);
    assert_eq!(found(&story, "twothree"), [""; 0]);
    assert_eq!(found(&story, "three four"), [""; 0]);
}

#[test]
fn all_words_must_occur() {
    let story = story(
        &[("Bijie", "毕节")],
        &[
            ("School", &["In Bijie.", "Teachers"]),
            ("Farm", &["in Bijie"]),
        ],
    );

    assert_eq!(found(&story, "bijie"), ["Bijie", "School", "Farm"]);
    assert_eq!(found(&story, "teachers bijie"), ["School"]);
    assert_eq!(found(&story, "Bijie, teachers!"), ["School"]);
    assert_eq!(found(&story, "bijie 毕节"), ["Bijie"]);
    assert_eq!(found(&story, "bijie teachers farm"), [""; 0]);
}

#[test]
fn a_quoted_phrase_is_literal() {
    let story = story(&[], &[("A", &["the old school"]), ("B", &["school, old"])]);

    assert_eq!(found(&story, "old school"), ["A", "B"]);
    assert_eq!(found(&story, "\"old school\""), ["A"]);
    assert_eq!(found(&story, "“Old  School” the"), ["A"]);
    assert_eq!(found(&story, "\"old sch"), ["A"]);
    assert_eq!(found(&story, "\"school,\""), ["B"]);
}

#[test]
fn a_thing_knows_whether_it_was_found() {
    let story = story(&[("Bijie", "毕节")], &[("Bijie", &["bijie, Bijie", "x"])]);
    let index = Index::new(&story);

    let hits = index.find("bijie");

    assert!(hits.has(hits.items()[1]));
    assert!(!index.find("x").has(hits.items()[0]));
}

#[test]
fn a_text_for_two_threads_is_found_whole_and_in_order() {
    let hay = "hay ".repeat(8_000);
    let texts = [[hay.as_str(), "a needle"], [hay.as_str(), "no more"]];
    let titles: Vec<String> = (10..60).map(|number| format!("Bale {number}")).collect();
    let with_needle = ["Bale 10", "Bale 34", "Bale 35", "Bale 59"];
    let passages: Vec<(&str, &[&str])> = titles
        .iter()
        .map(|title| {
            let has_none = !with_needle.contains(&title.as_str());
            (title.as_str(), texts[usize::from(has_none)].as_slice())
        })
        .collect();

    let story = story(&[], &passages);

    assert_eq!(found(&story, "needle hay"), with_needle);
    assert_eq!(found(&story, "bale").len(), titles.len());
}

#[test]
fn nothing_to_search_for_finds_nothing() {
    let story = story(&[("Bijie", "毕节")], &[("A", &["b"])]);

    for query in [
        "",
        " ",
        "\"",
        "\"\"",
        "\u{3000}\n\t",
        "\0\u{7}\u{202E}",
        "\u{301}",
        "'",
    ] {
        assert_eq!(found(&story, query), [""; 0], "{query:?}");
        assert!(Query::new(query).is_empty(), "{query:?}");
    }
    assert!(Index::new(&Story::default()).find("a").is_empty());
}

#[test]
fn odd_queries_do_no_harm() {
    let story = story(&[("Bi\u{1F600}jie", "毕节")], &[("A", &["👩‍👩‍👧 b"])]);

    assert_eq!(found(&story, "\u{1F600}"), ["Bi\u{1F600}jie"]);
    assert_eq!(found(&story, "👩"), ["A"]);
    assert_eq!(
        found(&story, "\u{FE0F}b\0\u{200D}"),
        ["Bi\u{1F600}jie", "A"]
    );
    assert_eq!(found(&story, "\u{10FFFF}"), [""; 0]);
}

#[test]
fn a_query_of_ten_thousand_characters_is_cut() {
    let letters = "a".repeat(300);
    let text = [letters.as_str()];
    let story = story(&[], &[("Long", &text)]);

    assert_eq!(found(&story, &"a".repeat(10_000)), ["Long"]);
    assert_eq!(found(&story, &"a b ".repeat(2_500)), [""; 0]);
    assert_eq!(found(&story, &"\u{FDFA}".repeat(10_000)), [""; 0]);
}

#[test]
fn translated_text_is_searched() {
    let mut story = story(&[], &[("School", &["A school"])]);
    let translation = Draft {
        language: "zh".to_owned().into(),
        passages: vec![Passage {
            entry: entry("at-0", name("学校", "")),
            blocks: vec![Block {
                text: "一所学校在毕节".to_owned(),
                ..Block::default()
            }],
            ..Passage::default()
        }],
        ..Draft::default()
    };
    translation.translate(&mut story, "zh");

    let hits = Index::new(&story).find("毕节");

    let snippet = hits.snippet(&story, hits.items()[0], "en", 3);
    assert_eq!(snippet.unwrap().text, "…学校在毕节");
}

#[test]
fn captions_are_searched() {
    let draft = Draft {
        title: name("Story", ""),
        passages: vec![Passage {
            entry: entry("at-0", name("School", "")),
            blocks: vec![Block {
                kind: BlockKind::Image(Box::new(Image {
                    path: Located {
                        value: "school.jpg".into(),
                        span: None,
                    },
                    alt: "A house".to_owned(),
                    credit: String::new(),
                })),
                text: "The school in winter".to_owned(),
                ..Block::default()
            }],
            ..Passage::default()
        }],
        ..Draft::default()
    };
    let (story, _) = draft.finish();

    assert_eq!(found(&story, "winter"), ["School"]);
}

#[test]
fn a_snippet_is_the_words_around_a_hit() {
    let blocks = [
        "Nothing here",
        "In the hills of Guizhou teachers\ncame to the school of a small village",
    ];
    let story = story(&[], &[("Teachers", &blocks)]);
    let hits = Index::new(&story).find("teachers school");

    let snippet = hits.snippet(&story, hits.items()[0], "en", 21).unwrap();

    assert_eq!(
        snippet.text,
        "…hills of Guizhou teachers came to the school…"
    );
    let marked: Vec<&str> = snippet
        .marks
        .iter()
        .map(|mark| &snippet.text[mark.clone()])
        .collect();
    assert_eq!(marked, ["teachers", "school"]);
}

#[test]
fn a_snippet_says_why_a_place_is_found_unless_its_name_does() {
    let story = story(&[("Bijie", "毕节")], &[]);
    let hits = Index::new(&story).find("bijie");
    let item = hits.items()[0];

    assert_eq!(hits.snippet(&story, item, "en", 10).unwrap().text, "毕节");
    assert_eq!(hits.snippet(&story, item, "zh", 10).unwrap().text, "Bijie");
    let hits = Index::new(&story).find("bij毕");
    assert!(hits.is_empty());
}
