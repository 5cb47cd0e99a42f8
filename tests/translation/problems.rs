//! What is wrong with a translation is told with it.

use std::path::Path;

use dateline::format::report;

use crate::stories::{example, read};
use crate::support::{
    bijie, original, passage, text, told_of, translated, translated_example, translation,
};

#[test]
fn ids_that_the_story_lacks_are_left_out_with_the_nearest_one() {
    let front = "[[place]]\nid = \"bijei\"\nname = \"毕节\"\n[[topic]]\nid = \"bijie\"\nname = \"毕节\"\n[[place]]\nname = \"贵阳\"";
    let body = "\n## 三 {#secnd}\n三。\n\n## 四\n四。\n\n## 五 {#second}\n五。";

    let (story, told) = translated(&translation(front, body));

    assert_eq!(
        told,
        [
            "bijei: nothing here has the id `bijei`; perhaps `bijie` is meant"
                .replacen("bijei", "\"bijei\"", 1),
            "\"bijie\": `bijie` is a place; write the id of a topic".to_owned(),
            "[[place]]: a place without an id; write a line like `id = \"bijie\"`".to_owned(),
            "#secnd: nothing here has the id `secnd`; perhaps `second` is meant".to_owned(),
            "## 四\n: a translated passage without the id of its original; write the id behind the heading, as in `## Title {#the-id}`".to_owned(),
            "#second: `second` is translated twice; keep one of the two".to_owned(),
        ]
    );
    assert_eq!(story.passages().len(), 2);
    assert_eq!(
        text(story.blocks_in(passage(&story, 1), "zh")).as_deref(),
        Some("在贵阳。")
    );
}

#[test]
fn a_dangling_link_keeps_its_words_and_is_not_missed_a_second_time() {
    let text_with_it = translation("", "").replace("(#bijie)", "(#bijei)");

    let (story, told) = translated(&text_with_it);

    assert_eq!(
        told,
        ["#bijei: nothing here has the id `bijei`; perhaps `bijie` is meant"]
    );
    let first = passage(&story, 0);
    assert_eq!(
        text(story.blocks_in(first, "zh")).as_deref(),
        Some("在毕节。")
    );
    assert_eq!(story.passage(first).places, [bijie(&story)]);
}

#[test]
fn other_mentions_than_the_originals_are_hints_and_change_nothing_on_the_map() {
    let other = translation("", "").replace("(#bijie)", "(#guiyang)");

    let (story, told) = translated(&other);

    assert_eq!(
        told,
        [
            "## 一 {#first}\n: the translation of `first` does not mention `bijie`; link the same places as the original, as in `[words](#id)`",
            "## 一 {#first}\n: the translation of `first` also mentions `guiyang`; link the same places as the original",
        ]
    );
    let first = passage(&story, 0);
    assert_eq!(story.passage(first).places, [bijie(&story)]);
    assert_eq!(story.passages_of_place(bijie(&story)), [first]);
}

#[test]
fn a_translation_in_another_language_than_its_name_says_is_left_out() {
    let other = "the file is named as a translation into `zh`, but does not say `language = \"zh\"`; write `language = \"zh\"`, or rename the file if it is no translation";
    for (language, expected) in [
        ("language = \"fr\"", format!("\"fr\": {other}")),
        ("language = \"Chinese\"", format!("\"Chinese\": {other}")),
        ("", format!(": {other}")),
        (
            "language = 1",
            "1: `language` is a number; write a text in quotes".to_owned(),
        ),
    ] {
        let text = translation("", "").replace("language = \"zh\"", language);

        let (story, told) = translated(&text);

        assert_eq!(told, [expected]);
        assert_eq!(story, original().story);
    }
}

#[test]
fn a_translation_into_the_storys_own_language_is_left_out() {
    let mut reading = original();
    let text = translation("", "").replace("\"zh\"", "\"en\"");

    reading.translate(Path::new("a.en.md"), "en", text.as_bytes());

    assert_eq!(
        told_of(&reading.translations[0]),
        [
            "\"en\": the story is written in `en` itself; give the story's own file the `language` it is in, or take this file away"
        ]
    );
    assert_eq!(reading.story, original().story);
    assert!(reading.has_faults(), "of the translation");
}

#[test]
fn only_texts_are_read_and_each_other_key_is_told_once() {
    let copied = "[[place]]\nid = \"bijie\"\nname = \"Bijie\"\nname_zh = \"毕节\"\nname_fr = \"Bidjié\"\nlat = 1.5\nlon = 2.5\n[[place]]\nid = \"guiyang\"\nlat = 3.5";
    let text = translation(copied, "").replace("{#first}", "{#first .topic paragraph=2}");

    let (story, told) = translated(&text);

    let keys: Vec<_> = told
        .iter()
        .map(|told| told.split_once(';').unwrap().0)
        .collect();
    assert_eq!(
        keys,
        [
            "\"Bidjié\": `name_fr` is not read from a translation",
            "1.5: `lat` is not read from a translation",
            "2.5: `lon` is not read from a translation",
            "## 一 {#first .topic paragraph=2}\n: `paragraph` is not read from a translation",
            ".topic: `topics` is not read from a translation",
        ]
    );
    let bijie = story.place(bijie(&story));
    assert_eq!((bijie.lat, bijie.name.in_language("zh")), (27.3, "毕节"));
}

#[test]
fn a_translation_cut_or_changed_at_any_byte_is_survived() {
    let reading = read(example());
    let whole = translated_example().as_bytes();
    let survive = |bytes: &[u8]| {
        let mut reading = reading.clone();
        reading.translate(Path::new("a.zh.md"), "zh", bytes);
        let translation = &reading.translations[0];
        report(&translation.path, &translation.text, &translation.problems);
        assert_eq!(reading.story.places().len(), 2, "the story stays whole");
        assert!(reading.story.find("kunming").is_some(), "and its ids");
    };

    for end in 0..whole.len() {
        survive(&whole[..end]);
        survive(&[&whole[..end], b"\n+++\n# P {#abroad}\n"].concat());
    }
    for at in 0..whole.len() {
        for flipped in [0x01, 0x10, 0x80] {
            let mut bytes = whole.to_vec();
            bytes[at] ^= flipped;
            survive(&bytes);
        }
    }
}
