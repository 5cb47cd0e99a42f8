//! Stories laid beside the articles that they retell.

use std::sync::Arc;

use dateline::article;
use dateline::format;
use dateline::original::{Aligned, NoOriginal, Original};
use dateline::story::Story;

pub const FERRY: &str = include_str!("texts/ferry.txt");
pub const FERRY_STORY: &str = include_str!("texts/ferry.md");
const TEA_IN_CHINESE: &str = include_str!("texts/tea.zh.txt");
const TEA_STORY: &str = include_str!("texts/tea.md");
const TEA_STORY_IN_CHINESE: &str = include_str!("texts/tea-in-chinese.md");

fn story(text: &str) -> Story {
    format::read(text.as_bytes()).unwrap().story
}

fn original(text: &str) -> Arc<Original> {
    Arc::new(Original::of_text("article.txt".to_owned(), text).unwrap())
}

fn aligned(story: &Story, text: &str) -> Aligned {
    Aligned::of(original(text), story).unwrap()
}

/// Each passage, with the numbers of the paragraphs that it retells.
fn retold<'s>(story: &'s Story, aligned: &Aligned) -> Vec<(&'s str, Vec<usize>)> {
    let passages = story.passages().map(|(_, passage)| &*passage.key);
    let numbers = |key: &str| aligned.paragraphs(key).map(|paragraph| paragraph.number);
    passages.map(|key| (key, numbers(key).collect())).collect()
}

#[track_caller]
fn check(story: &Story, text: &str, expected: &[(&str, &[usize])]) {
    let aligned = aligned(story, text);
    let expected: Vec<_> = expected
        .iter()
        .map(|(key, numbers)| (*key, numbers.to_vec()))
        .collect();
    assert_eq!(retold(story, &aligned), expected, "{aligned:?}");
    assert!(aligned.is_original(), "{aligned:?}");
}

#[test]
fn merged_left_out_and_added_paragraphs_leave_the_others_where_they_belong() {
    // The title, the byline, the weather, the drawings and the last one are told nowhere, and the last passage is the
    // story's own.
    check(
        &story(FERRY_STORY),
        FERRY,
        &[
            ("no-sailing", &[3, 4]),
            ("cod", &[6]),
            ("help", &[7]),
            ("council", &[8]),
            ("old-plan", &[9]),
            ("thoughts", &[]),
        ],
    );
}

#[test]
fn a_paragraph_told_in_two_passages_stands_beside_both() {
    let cut = FERRY_STORY.replace(
        "Ingrid Solbakken and",
        "\n\n## In summer {#summer}\n\nIngrid Solbakken and",
    );
    let cut = story(&cut);
    let of_two = FERRY.replace("emissions.\n\n", "emissions. ");
    let aligned = aligned(&cut, &of_two);
    let retold = retold(&cut, &aligned);
    assert_eq!(retold.first(), Some(&("no-sailing", vec![3])));
    assert_eq!(retold.get(1), Some(&("summer", vec![3])));
}

#[test]
fn a_chinese_story_finds_its_paragraphs() {
    check(
        &story(TEA_STORY_IN_CHINESE),
        TEA_IN_CHINESE,
        &[
            ("contract", &[3]),
            ("start", &[4]),
            ("machines", &[6]),
            ("road", &[7]),
        ],
    );
}

#[test]
fn an_english_story_finds_a_chinese_article_by_places_and_numbers() {
    // Nothing that the last passage says is written in both languages.
    check(
        &story(TEA_STORY),
        TEA_IN_CHINESE,
        &[
            ("contract", &[3]),
            ("start", &[4]),
            ("machines", &[6]),
            ("road", &[]),
        ],
    );
}

#[test]
fn every_passage_of_an_article_is_beside_its_own_paragraph() {
    for text in [FERRY, TEA_IN_CHINESE] {
        let (story, _) = article::draft::read(text, "article").draft(&[]).finish();
        let aligned = aligned(&story, text);
        for (_, passage) in story.passages() {
            let numbers = aligned.paragraphs(&passage.key).map(|p| p.number as u32);
            assert_eq!(numbers.collect::<Vec<_>>(), passage.paragraphs);
        }
    }
}

#[test]
fn each_passage_of_the_built_in_story_finds_itself_in_chinese() {
    // As it is written: the Chinese file alone is not read, but for what the story calls its places and people.
    let english = story(include_str!("../../assets/story/bijie-college.md"));
    let builtin = format::builtin().story;
    let in_chinese = builtin.passages().map(|(id, _)| {
        let blocks = builtin.blocks_in(id, "zh").unwrap().iter();
        blocks
            .map(|block| block.prose().text.as_str())
            .collect::<String>()
    });
    let text = in_chinese.collect::<Vec<_>>().join("\n\n");

    let aligned = aligned(&english, &text);

    for (passage, (key, numbers)) in retold(&english, &aligned).into_iter().enumerate() {
        assert!(
            numbers.is_empty() || numbers == [passage + 1],
            "{key}: {numbers:?}"
        );
    }
    assert!(aligned.counterparts() >= 10 && aligned.is_original());
}

#[test]
fn another_text_is_not_the_original() {
    let builtin = format::builtin().story;
    for (story, text) in [
        (&story(FERRY_STORY), TEA_IN_CHINESE),
        (&story(TEA_STORY), FERRY),
        (&story(TEA_STORY_IN_CHINESE), FERRY),
        (&builtin, FERRY),
        (&builtin, TEA_IN_CHINESE),
        (&builtin, "China.\n\nGuizhou."),
        (&builtin, "One word"),
        (&Story::default(), FERRY),
    ] {
        let aligned = aligned(story, text);
        assert!(!aligned.is_original(), "{aligned:?}");
    }
}

#[test]
fn a_book_beside_a_long_story_is_refused_at_once() {
    let passages = "\n## Part\n\nWord.\n".repeat(30);
    let long = story(&format!(
        "+++\nformat = 1\ntitle = \"Long\"\n+++\n{passages}"
    ));
    assert_eq!(long.passages().len(), 30);
    let refused = Aligned::of(original(&"word\n".repeat(200_000)), &long).map(|_| ());
    assert_eq!(refused, Err(NoOriginal::TooMany));
}
