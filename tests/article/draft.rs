//! The story that an article becomes.

use dateline::article::draft::read;
use dateline::story::{Block, Date, PassageId, Prose, Severity, Story, Style};

const BODY: &str = "The ferry from Rotterdam to Aberdeen is full every summer, and most who sail on it have done so before. \
                    They bring their own chairs, and they know the crew by name; nobody is in a hurry on this ship. It leaves when it leaves.";

fn story(text: &str) -> Story {
    let (story, problems) = read(text, "name").draft(&[]).finish();
    let faults: Vec<_> = problems
        .iter()
        .filter(|problem| problem.severity() == Severity::Fault)
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
    story
}

fn paragraphs(story: &Story, passage: PassageId) -> impl Iterator<Item = &Prose> {
    let blocks = story.blocks_in(passage, "en").unwrap().iter();
    blocks.filter_map(|block| match block {
        Block::Paragraph(prose) => Some(prose),
        _ => None,
    })
}

#[test]
fn an_article_is_read_in_its_own_words() {
    let text = format!(
        "Slow ships\n\nBy Ann Lee\n\nMarch 4, 2021\n\n{BODY}\n\nIn Aberdeen, they wait.\n\n{BODY}\n\nTo Belgium\n\n{BODY} Antwerp is near."
    );
    let story = story(&text);
    assert_eq!(story.title.text, "Slow ships");
    assert_eq!(story.source.byline.text, "By Ann Lee");
    assert_eq!(story.source.authors, ["Ann Lee"]);
    assert_eq!(story.source.date, Date::parse("2021-03-04"));
    assert_eq!(story.language, "en");
    let titles: Vec<_> = story
        .passages()
        .map(|(_, passage)| passage.title.text.as_str())
        .collect();
    assert_eq!(titles.len(), 3);
    assert_eq!(titles[2], "To Belgium");
    let words: String = story
        .passages()
        .flat_map(|(id, _)| paragraphs(&story, id))
        .map(|prose| prose.text.clone())
        .collect::<Vec<_>>()
        .join("\n\n");
    let body = text
        .split_once("2021\n\n")
        .unwrap()
        .1
        .replace("To Belgium\n\n", "");
    assert_eq!(words, body);
}

#[test]
fn cities_are_places_and_countries_are_regions_that_the_text_links_to() {
    let story = story(&format!(
        "{BODY} The Dutch own it, in the Netherlands. In Guizhou Province nobody has heard of it."
    ));
    let places: Vec<_> = story
        .places()
        .map(|(_, place)| place.name.text.as_str())
        .collect();
    assert_eq!(places, ["Rotterdam", "Aberdeen"]);
    let regions: Vec<_> = story
        .regions()
        .map(|(_, region)| (region.name.text.as_str(), region.code.as_deref()))
        .collect();
    assert_eq!(
        regions,
        [("Netherlands", Some("NL")), ("Guizhou", Some("CN-GZ"))]
    );
    let (id, _) = story.passages().next().unwrap();
    let linked: Vec<_> = paragraphs(&story, id)
        .flat_map(|prose| prose.spans.iter().map(|span| (span, &prose.text)))
        .filter(|(span, _)| matches!(span.style, Style::Link(_)))
        .map(|(span, text)| &text[span.range.clone()])
        .collect();
    assert_eq!(
        linked,
        [
            "Rotterdam",
            "Aberdeen",
            "Dutch",
            "Netherlands",
            "Guizhou Province"
        ]
    );
}

#[test]
fn a_chinese_article_keeps_its_names() {
    let story = story(
        "毕节开办学院\n\n2022年2月22日 来源：例报\n\n毕节市位于贵州省，学院与荷兰阿姆斯特丹的企业合作。毕节人很高兴。",
    );
    assert_eq!(
        (story.title.text.as_str(), story.language.as_str()),
        ("毕节开办学院", "zh")
    );
    assert_eq!(story.source.publisher.text, "例报");
    let places: Vec<_> = story
        .places()
        .map(|(_, place)| place.name.text.as_str())
        .collect();
    assert_eq!(places, ["毕节", "阿姆斯特丹"]);
}

#[test]
fn what_it_keeps_talking_about_is_its_topics() {
    let part = "The cargo bikes came early, and everyone in the street looked at the cargo bikes as if they had never seen one \
                before; it was quiet, then somebody laughed, and the whole street laughed with them for quite a while, until it rained.";
    let story = story(&format!("{part}\n\n{part}\n\n{part}"));
    let topics: Vec<_> = story
        .topics()
        .map(|(_, topic)| topic.name.text.as_str())
        .collect();
    assert!(topics.contains(&"Cargo bikes"), "{topics:?}");
    assert!(
        story
            .passages()
            .all(|(_, passage)| !passage.topics.is_empty())
    );
}
