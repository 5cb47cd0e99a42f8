//! What is wrong with a story file is said where it stands, and costs the story as little as can be.

#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "support/stories.rs"]
mod stories;

use std::path::Path;

use dateline::format::{self, report};
use dateline::story::{Block, Link, Passage, Problem, Story, limits};
use stories::{example, file, read, story, told};

const README: &str = include_str!("../assets/story/README.md");

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
fn the_report_in_the_readme_is_what_is_printed() {
    let reading = read(&example().replace("[Kunming](#kunming)", "[Kunming](#kunmin)"));

    let report = report(Path::new("tea.md"), &reading.text, &reading.problems);

    assert!(README.contains(&report), "{report}");
}

#[test]
fn a_dangling_mention_names_its_line_and_the_nearest_place() {
    let reading = story("", "In [Bijie](#bijei).");

    assert_eq!(
        told(&reading),
        ["#bijei: nothing here has the id `bijei`; perhaps `bijie` is meant"]
    );
    let start = reading.problems[0].span.unwrap().start();
    assert_eq!(format::position(&reading.text, start), (13, 12));
    assert_eq!(texts(&passages(&reading.story)[0].blocks), ["In Bijie."]);
}

#[test]
fn a_malformed_code_of_a_region_is_told_where_it_stands() {
    let region = |code: &str| format!("[[region]]\nid = \"r\"\nname = \"R\"\ncode = \"{code}\"");
    let reading = story(&region("cn-gz"), "In [R](#r).");

    assert_eq!(
        told(&reading),
        [
            "\"cn-gz\": `cn-gz` is no code of a country or of a division; write a code of ISO 3166, as in `NL` or `CN-GZ`"
        ]
    );
    let start = reading.problems[0].span.unwrap().start();
    assert_eq!(format::position(&reading.text, start), (8, 8));
    let (_, kept) = reading.story.regions().next().unwrap();
    assert_eq!(kept.code, None);

    for malformed in ["", "C", "CHN", "CN-", "CN-ABCD", "CN-gz", "CN GZ", "贵州"] {
        assert_eq!(told(&story(&region(malformed), "")).len(), 1, "{malformed}");
    }
    for code in ["NL", "CN-GZ", "FR-75", "QQ-1"] {
        let reading = story(&region(code), "");
        assert_eq!(told(&reading), [""; 0], "{code}");
        let (_, region) = reading.story.regions().next().unwrap();
        assert_eq!(region.code.as_deref(), Some(code));
    }
}

#[test]
fn a_report_marks_the_word_in_its_line() {
    let region = "[[region]]\nid = \"guizhou\"\nname = \"Guizhou\"";
    let text = file(region, "*\t毕节在[贵州](#guizhu)。");
    let reading = read(&text);

    let report = report(Path::new("a.md"), &reading.text, &reading.problems);

    assert_eq!(
        report,
        "\
problem: nothing here has the id `guizhu`
  --> a.md:15:11
   |
15 | * 毕节在[贵州](#guizhu)。
   |                ^^^^^^^
   |
   = help: perhaps `guizhou` is meant
"
    );
}

#[test]
fn a_report_shows_a_long_line_around_its_mark() {
    let body = format!(
        "{}[x](#nowhere) {}",
        "before ".repeat(5_000),
        "after ".repeat(5_000)
    );
    let reading = story("", &body);

    let report = report(Path::new("a.md"), &reading.text, &reading.problems);

    assert!(report.contains("--> a.md:13:35005\n"), "{report}");
    assert!(
        report.lines().all(|line| line.chars().count() < 140),
        "{report}"
    );
    assert!(report.contains("before [x](#nowhere) after"), "{report}");
}

#[test]
fn an_unknown_key_is_a_hint_with_the_nearest_key() {
    let reading = story(
        "titel = 1\n[[topic]]\nid = \"a\"\nname = \"A\"\nnam_zh = \"x\"\nid_zh = \"x\"",
        "",
    );

    assert_eq!(
        told(&reading),
        [
            "titel: the front matter has no key `titel`; perhaps `title` is meant",
            "nam_zh: [[topic]] has no key `nam_zh`; perhaps `name_zh` is meant",
            "id_zh: [[topic]] has no key `id_zh`; look the keys up in the format's README, or take the line out",
        ]
    );
    assert!(!reading.has_faults(), "the story is whole");
}

#[test]
fn each_wrong_value_is_one_problem_and_nothing_follows_from_it() {
    let front = r#"[[place]]
id = "guiyang"
name = "Guiyang"
lat = "26.6"
lon = 106.6
[[place]]
id = "beijing"
name = Beijing
lat = 39.9
lon = 116.4
[[topic]]
id = "none"
name =
[[actor]]
id = "li"
name = "Li""#;

    let reading = story(front, "[Guiyang](#guiyang) [Beijing](#beijing) [Li](#li)");

    assert_eq!(
        told(&reading),
        [
            "\"26.6\": `lat` is a text; write a number without quotes",
            "Beijing: the text `Beijing` has no quotes; write `\"Beijing\"`",
            ": a value is missing here; write the value after the `=`, or take the line out",
        ]
    );
    let names: Vec<_> = reading
        .story
        .places()
        .map(|(_, place)| place.name.text.clone())
        .collect();
    assert_eq!(names, ["beijing", "Bijie"]);
}

#[test]
fn of_two_things_with_one_id_the_first_counts() {
    let reading = story(
        "[[topic]]\nid = \"bijie\"\nname = \"T\"",
        "[Bijie](#bijie)\n# Again {#first}\ntext",
    );

    assert_eq!(
        told(&reading),
        [
            "\"bijie\": the id `bijie` is taken by a topic; give each thing in the story an id of its own, and change what refers to it",
            "#bijie: `bijie` is a topic; write the id of a place, a region, an actor or a passage",
            "#first: the id `first` is taken by a passage; give each thing in the story an id of its own, and change what refers to it",
        ]
    );
    assert_eq!(reading.story.places().len(), 0);
    // The text of a passage is never lost.
    assert_eq!(passages(&reading.story)[1].key, "again");
}

#[test]
fn a_position_outside_the_map_is_left_out_and_a_swapped_one_recognised() {
    let place = |lat: &str, lon: &str| {
        format!("[[place]]\nid = \"p\"\nname = \"P\"\nlat = {lat}\nlon = {lon}")
    };
    for (lat, lon, wrong) in [
        (
            "900",
            "10",
            "900: 900 is no latitude that the map can show; write a number from -85.0511 to 85.0511",
        ),
        (
            "-86",
            "180.5",
            "-86: -86 is no latitude that the map can show; write a number from -85.0511 to 85.0511",
        ),
        (
            "nan",
            "10",
            "nan: NaN is no latitude that the map can show; write a number from -85.0511 to 85.0511",
        ),
        (
            "10",
            "1e999",
            "1e999: inf is no longitude; write a number from -180 to 180",
        ),
        (
            "10",
            "-180.1",
            "-180.1: -180.1 is no longitude; write a number from -180 to 180",
        ),
        (
            "105.28",
            "27.3",
            "105.28: 105.28 is no latitude that the map can show; write a number from -85.0511 to 85.0511; latitude and longitude may be swapped",
        ),
    ] {
        let reading = story(&place(lat, lon), "");

        assert_eq!(told(&reading)[0], wrong);
        assert_eq!(reading.story.places().len(), 1, "{lat} {lon}");
    }
    assert_eq!(told(&story(&place("-85", "180"), "")), [""; 0]);
}

#[test]
fn dates_that_the_calendar_lacks_are_left_out() {
    let event = |date: &str| format!("[[event]]\nid = \"e\"\nname = \"E\"\ndate = {date}");
    for (date, read) in [
        ("2016", "2016"),
        ("\"2021-10\"", "2021-10"),
        ("2022-02-22", "2022-02-22"),
        ("2021-10", "2021-10"),
    ] {
        let reading = story(&event(date), "");

        assert_eq!(told(&reading), [""; 0]);
        assert_eq!(
            reading.story.events().next().unwrap().1.date.to_string(),
            read
        );
    }
    for (date, named) in [
        ("2022-02-30", "2022-02-30"),
        ("\"2022-13\"", "2022-13"),
        ("2022-02-22T10:00", "2022-02-22T10:00"),
        ("22", "22"),
    ] {
        let reading = story(&event(date), "");

        assert_eq!(
            told(&reading),
            [format!(
                "{date}: there is no date `{named}`; write a date that exists, as precisely as it is known: `2022-02-22`, `2021-10` or `2016`"
            )]
        );
        assert_eq!(reading.story.events().len(), 0);
    }
    assert_eq!(told(&story("[source]\ntime = 25:00", "")).len(), 1);
    assert_eq!(
        story("[source]\ntime = 10:06:00", "")
            .story
            .source
            .time
            .as_deref(),
        Some("10:06")
    );
}

#[test]
fn a_connection_needs_two_places_and_no_name() {
    let front = r#"[[connection]]
from = "bijie"
to = "bijie"
[[connection]]
from = "bijie"
[[connection]]
from = "bijie"
to = "guiyang"
[[place]]
id = "guiyang"
name = "Guiyang"
name_zh = "贵阳"
lat = 26.6
lon = 106.6"#;

    let reading = story(front, "");

    assert_eq!(
        told(&reading),
        [
            "\"bijie\": the connection begins and ends at `bijie`; write the ids of two different places",
            "[[connection]]: a connection without `to`; write a line that begins with `to =`",
        ]
    );
    let (_, connection) = reading.story.connections().next().unwrap();
    assert_eq!(
        (
            connection.name.text.as_str(),
            connection.name.in_language("zh")
        ),
        ("Bijie – Guiyang", "Bijie – 贵阳")
    );
}

#[test]
fn what_has_to_be_there_is_missed() {
    let reading = read(
        "+++\n[[place]]\nlat = 1\nlon = 2\n[[place]]\nid = \"No id!\"\nname = \"P\"\nlon = 2\n+++\n",
    );

    assert_eq!(
        told(&reading),
        [
            ": the file does not say which format it has; write `format = 1` as its first key",
            ": the story has no title; write a line like `title = \"A college for Bijie\"` above the first table",
            ": the story has no passage; below the front matter write a heading like `## How it began`, and text below it",
            "[[place]]: a place without an id; write a line like `id = \"bijie\"`",
            "[[place]]: a place without a name; write a line like `name = \"Bijie\"`, or words behind the `#` of a heading",
            "[[place]]: a place without `lat`; write a line that begins with `lat =`",
            "\"No id!\": `No id!` cannot be an id; use small letters a to z, digits, `-` and `_`, beginning with a letter or a digit, 64 at most",
        ]
    );
    assert_eq!(reading.story.places().next().unwrap().1.key, "place-1");
}

#[test]
fn a_newer_format_is_still_read() {
    let reading = read(&file("", "").replace("format = 1", "format = 2"));

    assert_eq!(
        told(&reading),
        [
            "2: the file has format 2, of which this version of Dateline knows only format 1; get a newer Dateline, or expect parts to be missing"
        ]
    );
    assert_eq!(reading.story.places().len(), 1);
}

#[test]
fn one_table_where_several_are_meant_is_read_all_the_same() {
    let reading = story("[topic]\nid = \"a\"\nname = \"A\"", "");

    assert_eq!(
        told(&reading),
        ["[topic]: `[topic]` is a single table; write `[[topic]]`, so that others can follow"]
    );
    assert_eq!(reading.story.topics().len(), 1);
}

#[test]
fn only_links_to_the_story_and_the_web_are_kept() {
    let reading = story(
        "[source]\nurl = \"file:///etc/passwd\"",
        "[a](javascript:alert(1)) [b](other.md) <mail@example.org> [c](HTTPS://example.org) [d](http://) [](#bijie) [e]()",
    );

    assert_eq!(
        told(&reading),
        [
            "\"file:///etc/passwd\": `file:///etc/passwd` is not an address on the web; write an address that begins with `https://` or `http://`",
            "javascript:alert(1): `javascript:alert(1)` is not an address that can be opened; write `#` and an id, or an address that begins with `https://` or `http://`",
            "other.md: `other.md` is not an address that can be opened; write `#` and an id, or an address that begins with `https://` or `http://`",
            "mail@example.org: `mail@example.org` is not an address that can be opened; write `#` and an id, or an address that begins with `https://` or `http://`",
            "http://: `http://` is not an address that can be opened; write `#` and an id, or an address that begins with `https://` or `http://`",
            "[](#bijie): the link to `#bijie` has no text; write the words that lead there, as in `[these words](#bijie)`",
            "[e](): `` is not an address that can be opened; write `#` and an id, or an address that begins with `https://` or `http://`",
        ]
    );
    let links: Vec<_> = passages(&reading.story)[0].blocks[0]
        .prose()
        .links()
        .map(|(_, link)| link.clone())
        .collect();
    assert_eq!(links, [Link::Web("HTTPS://example.org".to_owned())]);
}

#[test]
fn what_is_not_shown_keeps_its_words_and_is_said() {
    let reading = story(
        "",
        "| a | b |\n|---|---|\n| 1 | [2](#bijie) |\n\n<div>\n\nin ![a map](map.png)\n\n    code\n\n<!-- a remark -->\n\na <b>b</b>\n\n# [T](#bijie)",
    );

    let messages: Vec<_> = reading
        .problems
        .iter()
        .map(dateline::story::Problem::message)
        .collect();
    assert_eq!(
        messages,
        [
            "a table is shown as lines of text",
            "HTML is not shown",
            "an image within a text is shown as its description only",
            "code is shown as plain text",
            "HTML is not shown",
            "a link in a heading is shown as plain text",
        ]
    );
    assert!(!reading.has_faults(), "hints only");
    assert_eq!(
        texts(&passages(&reading.story)[0].blocks),
        ["a | b", "1 | 2", "in a map", "code", "a b"]
    );
}

#[test]
fn an_image_from_outside_the_storys_folder_is_left_out() {
    for (path, remedy) in [
        (
            "../a.png",
            "write a file in the story’s folder or one below it, as in `harbour.jpg` or `images/harbour.jpg`",
        ),
        (
            "https://example.org/a.png",
            "save the image in the story’s folder, and write its file name: a story fetches nothing",
        ),
        (
            "old%20a.png",
            "write the file’s name as it is, one with blanks between `<` and `>`: `<old harbour.jpg>`",
        ),
        (
            "b\\\\a.png",
            "write `/` between folder and file, as in `images/harbour.jpg`",
        ),
    ] {
        let reading = story("", &format!("Text.\n\n![An image]({path})"));

        let shown = path.replace("\\\\", "\\");
        let problem = reading.problems.first().unwrap();
        assert_eq!(
            problem.message(),
            format!("`{shown}` is no file that a story can show")
        );
        assert_eq!(problem.remedy(), remedy.replace('’', "'"));
        assert_eq!(texts(&passages(&reading.story)[0].blocks), ["Text."]);
    }
    let reading = story("", "![../a.png](../a.png)");
    let start = reading.problems[0].span.unwrap().start();
    assert_eq!(format::position(&reading.text, start), (13, 13));
}

#[test]
fn an_image_that_nothing_describes_is_shown_with_a_hint() {
    let reading = story("", "![](a.png \"A caption\")");

    assert_eq!(
        told(&reading),
        [
            "![](a.png \"A caption\"): nothing says what the image `a.png` shows; write it in the brackets, for those who cannot see the image: `![A harbour at night](a.png)`"
        ]
    );
    assert_eq!(
        texts(&passages(&reading.story)[0].blocks),
        ["A caption"],
        "its caption"
    );
}

#[test]
fn images_beyond_the_limit_are_left_out_and_said_once() {
    let reading = story("", &"![a](a.png)\n\n".repeat(limits::IMAGES + 3));

    let messages: Vec<_> = reading.problems.iter().map(Problem::message).collect();
    assert_eq!(messages, ["more than 5000 images"]);
    assert_eq!(
        passages(&reading.story)[0].blocks.len(),
        limits::IMAGES,
        "those within it"
    );
}

#[test]
fn attributes_of_headings_are_checked() {
    let reading = story("", "# Two {#two .nothing paragraph=0 paragrahp=1 .bijie}");

    assert_eq!(
        told(&reading),
        [
            ".nothing: nothing here has the id `nothing`; give something the id `nothing`, or take this out",
            "paragraph=0: `0` is no number of a paragraph; write `paragraph=6`, `paragraph=6-7` or `paragraph=6,8`",
            "paragrahp=1: a heading has no attribute `paragrahp`; perhaps `paragraph` is meant",
            ".bijie: `bijie` is a place; write the id of a topic",
        ]
    );
}
