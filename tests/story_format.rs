//! What a story file says arrives in the story.

#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "support/stories.rs"]
mod stories;

use dateline::format::{self, native};
use dateline::story::{ActorKind, Block, Image, Link, Passage, Problem, Span, Story, Style};
use stories::{example, read, story, told};

fn passages(story: &Story) -> Vec<&Passage> {
    story.passages().map(|(_, passage)| passage).collect()
}

fn texts(blocks: &[Block]) -> Vec<&str> {
    blocks
        .iter()
        .map(|block| block.prose().text.as_str())
        .collect()
}

#[test]
fn the_built_in_story_reads_without_a_problem() {
    let reading = format::builtin();

    assert_eq!(told(&reading), [""; 0]);
    assert_eq!(
        (reading.story.places().len(), reading.story.passages().len()),
        (6, 14)
    );
}

#[test]
fn the_example_of_the_readme_reads_without_a_problem() {
    assert_eq!(told(&read(example())), [""; 0]);
}

#[test]
fn the_stories_to_begin_with_read_without_a_problem_and_show_what_there_is() {
    for language in ["en", "zh"] {
        let reading = read(native::starter(language));

        assert_eq!(told(&reading), [""; 0]);
        let story = &reading.story;
        assert_eq!(story.language, language);
        assert_eq!((story.places().len(), story.topics().len()), (2, 2));
        assert_eq!((story.connections().len(), story.events().len()), (1, 1));
        for (id, place) in story.places() {
            assert!(!story.passages_of_place(id).is_empty(), "{}", place.key);
        }
    }
    assert_eq!(native::starter("fr"), native::starter("en"));
}

#[test]
fn everything_in_the_example_arrives() {
    let Story {
        title,
        language,
        source,
        introduction,
        ..
    } = &read(example()).story;
    assert_eq!(
        (title.text.as_str(), title.in_language("zh")),
        ("Tea leaves the hills", "茶叶出山")
    );
    assert_eq!(language, "en");
    assert_eq!(source.publisher.text, "Example Daily");
    assert_eq!(source.date.unwrap().to_string(), "2021-10-08");
    assert_eq!(source.time.as_deref(), Some("09:30"));
    assert_eq!(source.authors, ["An Author"]);
    assert_eq!(source.url.as_deref(), Some("https://example.org/tea"));
    assert_eq!(
        texts(introduction),
        ["One paragraph that says what the story is about."]
    );

    let story = read(example()).story;
    let (_, kunming) = story.places().next().unwrap();
    assert_eq!(
        (kunming.key.as_str(), kunming.lat, kunming.lon),
        ("kunming", 25.04, 102.71)
    );
    assert_eq!(
        (kunming.region.text.as_str(), kunming.kind.as_str()),
        ("Yunnan, China", "city")
    );
    assert_eq!(kunming.note.text, "The buyers’ market is here.");
    let (_, yunnan) = story.regions().next().unwrap();
    assert_eq!(yunnan.center, Some((24.5, 101.5)));
    let (_, growers) = story.actors().next().unwrap();
    assert_eq!(
        (growers.kind, growers.places.len()),
        (ActorKind::Organisation, 1)
    );
    let (_, founding) = story.events().next().unwrap();
    assert_eq!(
        (founding.date.to_string(), founding.key.as_str()),
        ("2016".to_owned(), "the-union-is-founded")
    );
    assert_eq!(story.passage(founding.passage.unwrap()).key, "the-market");
    let (_, line) = story.connections().next().unwrap();
    assert_eq!(
        (&story.place(line.from).key, &story.place(line.to).key),
        (&"kunming".into(), &"rotterdam".into())
    );
    let market = passages(&story)[0];
    assert_eq!(
        (market.title.in_language("zh"), &market.paragraphs),
        ("市场", &vec![1, 2])
    );
    assert_eq!(story.topic(market.topics[0]).name.text, "Trade");
}

#[test]
fn the_curriculum_arrives_with_who_teaches_it() {
    let front = r#"[curriculum]
actor = "college"
[[actor]]
id = "college"
name = "College"
kind = "organisation"
[[subject]]
id = "media"
name = "Digital media"
passage = "first"
[[module]]
id = "customs"
name = "Customs"
name_zh = "清关"
context = "Ours""#;

    let reading = story(front, "");

    assert_eq!(told(&reading), [""; 0]);
    let story = reading.story;
    assert_eq!(story.actor(story.curriculum.unwrap()).name.text, "College");
    assert!(
        story.subjects().next().unwrap().1.passage.is_some(),
        "the subject's passage"
    );
    let (_, module) = story.modules().next().unwrap();
    assert_eq!(
        (module.name.in_language("zh"), module.context.text.as_str()),
        ("清关", "Ours")
    );
}

#[test]
fn a_passage_mentions_each_place_once_and_the_place_knows() {
    let reading = story(
        "[[region]]\nid = \"guizhou\"\nname = \"Guizhou\"",
        "[Bijie](#bijie), [*again*](#bijie) and [Guizhou](#guizhou).\n\n# Second\n[Bijie](#bijie)\n\n# Third\nNothing.",
    );

    assert_eq!(told(&reading), [""; 0]);
    let (bijie, _) = reading.story.places().next().unwrap();
    let keys: Vec<_> = reading
        .story
        .passages_of_place(bijie)
        .iter()
        .map(|&id| &reading.story.passage(id).key)
        .collect();
    assert_eq!(keys, ["first", "second"]);
    let first = passages(&reading.story)[0];
    assert_eq!((&first.places[..], first.regions.len()), (&[bijie][..], 1));
    let prose = first.blocks[0].prose();
    let links: Vec<_> = prose
        .links()
        .map(|(range, link)| (&prose.text[range.clone()], link.clone()))
        .collect();
    assert_eq!(
        &links[..2],
        [("Bijie", Link::Place(bijie)), ("again", Link::Place(bijie))]
    );
}

#[test]
fn a_heading_of_any_level_is_a_passage_with_an_id() {
    let reading = story(
        "",
        "text\n\n#### Second *one*!\n\n毕节\n---\n\n# 毕节\n\n# Bijie",
    );

    let all = passages(&reading.story);
    let keys: Vec<_> = all
        .iter()
        .map(|passage| (passage.key.as_str(), passage.title.text.as_str()))
        .collect();
    // The place has the id `bijie`.
    assert_eq!(
        keys,
        [
            ("first", "Passage"),
            ("second-one", "Second one!"),
            ("passage-3", "毕节"),
            ("passage-4", "毕节"),
            ("bijie-2", "Bijie"),
        ]
    );
}

#[test]
fn blocks_are_paragraphs_quotes_items_and_the_storys_own_additions() {
    let body = "Plain.\n\n> Somebody’s words.\n\n- one\n- two\n  - inner\n\n> [!NOTE]\n> Ours.\n>\n> - ours too\n\n***\nLast.";

    let reading = story("", body);

    assert_eq!(told(&reading), [""; 0]);
    let kinds: Vec<_> = passages(&reading.story)[0]
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(prose) => ('p', prose.text.as_str()),
            Block::Quote(prose) => ('q', prose.text.as_str()),
            Block::Item(prose) => ('i', prose.text.as_str()),
            Block::Context(prose) => ('c', prose.text.as_str()),
            Block::Image(image) => ('!', image.path.as_str()),
        })
        .collect();
    assert_eq!(
        kinds,
        [
            ('p', "Plain."),
            ('q', "Somebody’s words."),
            ('i', "one"),
            ('i', "two"),
            ('i', "inner"),
            ('c', "Ours."),
            ('c', "ours too"),
            ('p', "Last."),
        ]
    );
}

fn images(body: &str) -> Vec<Image> {
    let reading = story("", body);
    assert_eq!(told(&reading), [""; 0], "{body}");
    let image = |block: &Block| match block {
        Block::Image(image) => Some((**image).clone()),
        Block::Paragraph(_) | Block::Quote(_) | Block::Item(_) | Block::Context(_) => None,
    };
    let passages = passages(&reading.story);
    let blocks = passages.iter().flat_map(|passage| &passage.blocks);
    blocks.filter_map(image).collect()
}

#[test]
fn a_paragraph_of_an_image_is_an_image_with_caption_and_credit() {
    let images = images(
        "Before.\n\n![Cranes *at* night](old/harbour.jpg \"The harbour of | [Bijie](#bijie), *lit* | A. Photographer\")\n\nAfter.",
    );

    let [image] = images.as_slice() else {
        unreachable!("one image: {images:?}");
    };
    assert_eq!(
        (image.path.as_str(), image.alt.as_str()),
        ("old/harbour.jpg", "Cranes at night")
    );
    assert_eq!(image.credit, "A. Photographer");
    assert_eq!(image.caption.text, "The harbour of | Bijie, lit");
    let words = |span: &Span| image.caption.text[span.range.clone()].to_owned();
    let spans: Vec<_> = image.caption.spans.iter().map(words).collect();
    assert_eq!(spans, ["Bijie", "lit"]);
}

#[test]
fn an_image_may_have_no_caption_and_several_share_a_paragraph() {
    let images = images(
        "![one](./1.png)\n![two](<two blanks.png> '# 2. \"Two\"')  \n![three](3.png \" | Somebody\") <!-- a remark -->",
    );

    let told: Vec<_> = images
        .iter()
        .map(|image| {
            let Image {
                path,
                alt,
                caption,
                credit,
            } = image;
            format!("{path}: {alt}: {}: {credit}", caption.text)
        })
        .collect();
    assert_eq!(
        told,
        [
            "1.png: one: : ",
            "two blanks.png: two: # 2. \"Two\": ",
            "3.png: three: : Somebody",
        ]
    );
}

#[test]
fn a_caption_mentions_places() {
    let reading = story("", "![a](a.png \"In [Bijie](#bijie)\")");

    assert_eq!(passages(&reading.story)[0].places.len(), 1);
}

#[test]
fn styles_cover_their_words_across_line_breaks() {
    let reading = story(
        "",
        "毕节\n毕节 one\n**two *three***, *a [link](https://example.org/a)*",
    );

    let prose = passages(&reading.story)[0].blocks[0].prose().clone();
    assert_eq!(prose.text, "毕节毕节 one two three, a link");
    let spans: Vec<_> = prose
        .spans
        .iter()
        .map(|span| (&prose.text[span.range.clone()], &span.style))
        .collect();
    assert_eq!(
        spans,
        [
            ("two three", &Style::Strong),
            ("three", &Style::Emphasis),
            ("a link", &Style::Emphasis),
            (
                "link",
                &Style::Link(Link::Web("https://example.org/a".to_owned()))
            ),
        ]
    );
}

#[test]
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let crlf = format!("\u{FEFF}{}", example().replace('\n', "\r\n"));

    let reading = read(&crlf);

    assert_eq!(told(&reading), [""; 0]);
    assert_eq!(reading.story, read(example()).story);
}

#[test]
fn what_turns_the_direction_of_writing_is_left_out_and_said_once() {
    let reading = story(
        "[[topic]]\nid = \"t\"\nname = \"A\u{202E}B\"",
        "a \u{2066}[Bi\u{202E}jie](#bijie)\u{2069} b",
    );

    let messages: Vec<_> = reading
        .problems
        .iter()
        .map(dateline::story::Problem::message)
        .collect();
    assert_eq!(
        messages,
        ["invisible control characters were left out of the texts"]
    );
    assert_eq!(reading.story.topics().next().unwrap().1.name.text, "AB");
    let prose = passages(&reading.story)[0].blocks[0].prose().clone();
    assert_eq!(prose.text, "a Bijie b");
    assert_eq!(
        &prose.text[prose.links().next().unwrap().0.clone()],
        "Bijie"
    );
}

/// A long one is read thing by thing.
#[test]
fn a_long_front_matter_says_what_a_short_one_says() {
    let place = "[[place]]\nid = \"b\"\nname = 'B'\nlat = 1_0\nlon = +2.5e1 # east\n";
    let topic = "[[ topic ]] # a topic\nid = \"t\"\nname = \"\\u6BD5\"\n";
    let source = "[source]\nauthors = [\n  \"A\", # first\n  \"B\",\n]\ndate = 2022-02-01\n";
    let note = "[[place]]\nid = \"c\"\nname = \"C\"\nlat = 1\nlon = 2\nnote = \"\"\"\n[[place]]\nis no header\"\"\"\n";
    let dotted = "[[place]]\nid = \"d\"\nname = \"D\"\nlat = 1\nlon = 2\n[place.more]\na = 1\n";
    for parts in [
        [place, topic, source],
        [source, place, topic],
        [topic, place, note],
        [note, topic, source],
        [place, dotted, topic],
        [place, "[[place]]\nid = \"e\nlat = x\n", topic],
    ] {
        let front = parts.concat();
        let file = |remarks: &str| {
            format!("+++\nformat = 1\ntitle = \"T\"\n{remarks}{front}+++\n# P\n\n[B](#b)\n")
        };
        let [short, long] = ["", &"# a remark\n".repeat(30_000)]
            .map(|remarks| format::read(file(remarks).as_bytes()).unwrap());

        assert_eq!(long.story, short.story, "{front}");
        let told = |reading: &format::Reading| -> Vec<String> {
            reading.problems.iter().map(Problem::message).collect()
        };
        assert_eq!(told(&long), told(&short), "{front}");
    }
}
