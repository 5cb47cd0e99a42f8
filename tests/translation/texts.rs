//! What a translation says is in the story.

use dateline::format;
use dateline::story::{Block, Link};

use crate::stories::{example, read, story};
use crate::support::{
    bijie, languages, original, passage, text, told_of, translated, translated_example,
    translation, with,
};

#[test]
fn the_built_in_story_is_translated_whole_and_without_a_problem() {
    let reading = format::builtin();

    assert_eq!(told_of(&reading.translations[0]), [""; 0]);
    assert_eq!(languages(&reading.story), ["en", "zh"]);
    for (id, passage) in reading.story.passages() {
        assert!(
            reading.story.blocks_in(id, "zh").is_some(),
            "{}",
            passage.key
        );
    }
}

#[test]
fn the_example_of_the_readme_checks_without_a_hint() {
    let (story, told) = with(read(example()), translated_example().as_bytes());

    assert_eq!(told, [""; 0]);
    assert_eq!(story.title.in_language("zh"), "茶叶走出大山");
    assert_eq!(
        story.source.byline.in_language("zh"),
        "据 An Author（昆明）报道"
    );
    let names: Vec<_> = story
        .places()
        .map(|(_, place)| place.name.in_language("zh"))
        .collect();
    assert_eq!(names, ["昆明", "鹿特丹"]);
    let (_, founding) = story.events().next().unwrap();
    assert_eq!(
        (founding.name.in_language("zh"), founding.date.year()),
        ("联合会成立", 2016)
    );
    let (_, market) = story.passages().next().unwrap();
    assert_eq!(
        (market.title.text.as_str(), market.title.in_language("zh")),
        ("The market", "市场")
    );
}

#[test]
fn text_is_there_in_each_language_and_the_storys_own_stays() {
    let (story, told) = translated(&translation("", ""));

    assert_eq!(told, [""; 0]);
    assert_eq!(languages(&story), ["en", "zh"]);
    let first = passage(&story, 0);
    assert_eq!(text(story.introduction_in("zh")).as_deref(), Some("引言。"));
    assert_eq!(
        text(story.introduction_in("en")).as_deref(),
        Some("Introduction.")
    );
    assert_eq!(
        text(story.blocks_in(first, "zh")).as_deref(),
        Some("在毕节。")
    );
    assert_eq!(
        text(story.blocks_in(first, "en")).as_deref(),
        Some("In Bijie.")
    );
    assert_eq!(
        (story.introduction_in("fr"), story.blocks_in(first, "fr")),
        (None, None)
    );
    let link = |language| {
        let prose = story.blocks_in(first, language).unwrap()[0].prose();
        prose.links().next().unwrap().1.clone()
    };
    assert_eq!(
        (link("zh"), link("en")),
        (Link::Place(bijie(&story)), Link::Place(bijie(&story)))
    );
    assert_eq!(story.find("second"), original().story.find("second"));
}

#[test]
fn what_is_not_translated_is_one_hint_and_none_to_the_reader() {
    let text_of_one = "+++\nformat = 1\nlanguage = \"zh\"\n+++\n## 二 {#second}\n在[贵阳](#guiyang)。\n\n## 一 {#first}\n";

    let (story, told) = translated(text_of_one);

    assert_eq!(
        told,
        [
            ": the introduction is not translated; write it above the first heading",
            ": not translated yet: 1 of 2 passages, the first is `first`; write a heading like `## Title {#first}`, and text below it",
        ]
    );
    assert_eq!(story.introduction_in("zh"), None);
    assert_eq!(story.blocks_in(passage(&story, 0), "zh"), None);
    assert!(
        story.blocks_in(passage(&story, 1), "zh").is_some(),
        "the second passage"
    );
    let title = &story.passage(passage(&story, 0)).title;
    assert_eq!(title.in_language("zh"), "一");
}

#[test]
fn a_translation_without_text_translates_names_but_is_no_language_to_read_in() {
    let (story, told) = translated("+++\nformat = 1\nlanguage = \"zh\"\ntitle = \"题目\"\n+++\n");

    assert_eq!(told.len(), 2);
    assert_eq!(languages(&story), ["en"]);
    assert_eq!(story.title.in_language("zh"), "题目");
}

#[test]
fn a_connection_without_a_name_takes_those_of_its_places() {
    let line = "[[connection]]\nfrom = \"bijie\"\nto = \"bijie2\"\n[[place]]\nid = \"bijie2\"\nname = \"B\"\nlat = 1\nlon = 1";
    let names =
        "[[place]]\nid = \"bijie\"\nname = \"毕节\"\n[[place]]\nid = \"bijie2\"\nname = \"乙\"";
    let text = format!("+++\nformat = 1\nlanguage = \"zh\"\n{names}\n+++\n## 一 {{#first}}\n一。");

    let (story, told) = with(story(line, "Text."), text.as_bytes());

    assert_eq!(told, [""; 0]);
    let (_, line) = story.connections().next().unwrap();
    assert_eq!(
        (line.name.text.as_str(), line.name.in_language("zh")),
        ("Bijie – B", "毕节 – 乙")
    );
}

#[test]
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let crlf = format!("\u{FEFF}{}", translated_example().replace('\n', "\r\n"));

    let (story, told) = with(read(example()), crlf.as_bytes());

    assert_eq!(told, [""; 0]);
    let (same, _) = with(read(example()), translated_example().as_bytes());
    assert_eq!(story, same);
}

#[test]
fn a_translation_gives_the_same_image_its_own_words() {
    let image = "In [Bijie](#bijie).\n\n![A market](market.jpg \"In the morning\")";
    let reading = story("", image);
    let file = "+++\nformat = 1\nlanguage = \"zh\"\n+++\n\n## 一 {#first}\n在[毕节](#bijie)。\n\n![市场](market.jpg \"早上\")";

    let (story, told) = with(reading, file.as_bytes());

    assert_eq!(told, [""; 0]);
    let id = passage(&story, 0);
    let words = |language| {
        let blocks = story.blocks_in(id, language).unwrap();
        match &blocks[1] {
            Block::Image(image) => [&image.path, &image.alt, &image.caption.text].map(Clone::clone),
            block => unreachable!("an image: {block:?}"),
        }
    };
    assert_eq!(words("en"), ["market.jpg", "A market", "In the morning"]);
    assert_eq!(words("zh"), ["market.jpg", "市场", "早上"]);
}

#[test]
fn an_image_that_a_translation_lacks_is_a_hint() {
    let reading = story("", "In [Bijie](#bijie).\n\n![A market](market.jpg)");
    let file = "+++\nformat = 1\nlanguage = \"zh\"\n+++\n\n## 一 {#first}\n在[毕节](#bijie)。";

    let (_, told) = with(reading, file.as_bytes());

    assert_eq!(
        told,
        [
            "## 一 {#first}\n: the translation of `first` lacks the image `market.jpg`; write it again with a text in this language, as in `![…](market.jpg \"…\")`"
        ]
    );
}
