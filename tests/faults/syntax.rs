//! Fault B: what stands in a file is not what its format has.
//!
//! Tested elsewhere: nesting in JSON, XML, CSV and HTML (`exchange/untrusted.rs`).

use dateline::story::limits;

use crate::stories::{file, read, story, told};
use crate::surviving::{soon, survive};

#[test]
fn a_value_of_the_wrong_type_is_told_and_left_out() {
    for (front, problem) in [
        (
            "[[topic]]\nid = \"t\"\nname = 7",
            "7: `name` is a number; write a text in quotes",
        ),
        ("place = \"Bijie\"", "\"Bijie\""),
        (
            "[[event]]\nid = \"e\"\nname = \"E\"\ndate = [1]",
            "[1]: `date` is ",
        ),
    ] {
        let told = told(&read(&file(front, "")));
        assert!(
            told.iter().any(|told| told.starts_with(problem)),
            "{told:?}"
        );
    }
}

#[test]
fn an_unknown_key_is_a_hint_and_takes_nothing_with_it() {
    let reading = story("titel = \"x\"", "");
    assert_eq!(
        told(&reading),
        ["titel: the front matter has no key `titel`; perhaps `title` is meant"]
    );
    assert_eq!(reading.story.title.text, "Title");
}

#[test]
fn a_missing_key_is_told() {
    let reading = story("[[topic]]\nid = \"t\"", "");
    assert!(
        told(&reading)[0].contains("a topic without a name"),
        "{:?}",
        told(&reading)
    );
}

#[test]
fn a_key_given_twice_is_told() {
    let reading = story("title = \"Other\"", "");
    assert_eq!(
        told(&reading),
        ["title: `title` is given twice; keep one of the two"]
    );
    assert_eq!(reading.story.places().len(), 1);
}

#[test]
fn a_number_of_999_digits_is_no_position() {
    for (name, text) in [
        ("a.md", file("", "").replace("27.3", "1e999")),
        ("a.csv", "title,lat,lon\na,1e999,1\nb,1,2\n".to_owned()),
        (
            "a.geojson",
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1e999,1]},{\"type\":\"Point\",\"coordinates\":[2,1]}]}".to_owned(),
        ),
        (
            "a.kml",
            "<kml><Placemark><name>a</name><Point><coordinates>1e999,1</coordinates></Point></Placemark></kml>".to_owned(),
        ),
    ] {
        let reading = dateline::format::read_named(Some(name.as_ref()), text.as_bytes()).unwrap();
        assert!(reading.has_faults(), "{name}");
        for (_, place) in reading.story.places() {
            assert!(place.lat.is_finite() && place.lon.is_finite(), "{name}");
        }
    }
}

#[test]
fn a_newer_format_is_told_and_read_as_far_as_it_is_known() {
    let reading = read(&file("", "").replace("format = 1", "format = 2"));
    assert!(reading.has_faults(), "{:?}", told(&reading));
    assert_eq!(reading.story.places().len(), 1);
}

#[test]
fn nesting_100_000_deep_in_our_format_is_survived() {
    let deep = 100_000;
    for (name, body) in [
        ("quotes", ">".repeat(deep)),
        ("quotes and lines", "> ".repeat(deep) + "a\n\nb\n> c\n"),
        ("brackets", "[".repeat(deep)),
        ("links", "[a](#b ".repeat(deep)),
        ("images", "![a".repeat(deep) + &"](b)".repeat(deep)),
        ("items", "- ".repeat(deep) + "a" + &"\n".repeat(deep)),
        ("emphasis", "*a **b ".repeat(deep) + &"** *".repeat(deep)),
        ("headings", "# a\n".repeat(deep)),
        ("braces", "# a {".to_owned() + &"#b ".repeat(deep) + "}"),
        ("code", "`".repeat(deep)),
        ("html", "<a ".repeat(deep)),
    ] {
        soon(name, || survive("a.md", file("", &body).as_bytes()));
    }
    for (name, front) in [
        ("lists", format!("a = {}", "[".repeat(deep))),
        ("tables", format!("a = {}", "{a=".repeat(deep))),
        ("keys", format!("{}a = 1", "a.".repeat(deep))),
        ("table names", format!("[{}a]", "a.".repeat(deep))),
        ("strings", "\"".repeat(deep)),
    ] {
        soon(name, || survive("a.md", file(&front, "").as_bytes()));
    }
}

#[test]
fn a_front_matter_that_is_nothing_but_errors_is_read_soon() {
    for line in [
        "=\n", "a=1\n", "[a]\n", "[[a]]\n", "a = [\n", "\"\n", "\u{7}\n",
    ] {
        let text = file(&line.repeat(400_000 / line.len()), "");
        let reading = soon(line, || read(&text));

        assert!(reading.problems.len() <= 2 * limits::PROBLEMS + 2, "{line}");
    }
    let many = (0..50_000).fold(String::new(), |all, n| all + &format!("k{n}=\n"));
    soon("keys without values", || {
        survive("a.md", file(&many, "").as_bytes());
    });
}

#[test]
fn what_is_wrong_in_one_thing_of_a_long_front_matter_costs_no_other() {
    let before = "[[topic]]\nid = \"t\"\nname = \"T\"\n";
    let remarks = "# remark\n".repeat(100_000);
    let after = "[[topic]]\nid = \"u\"\nname = \"U\"";

    let reading = story(
        &format!("{before}{remarks}name_zh = x\n{remarks}{after}"),
        "",
    );

    let messages: Vec<_> = reading
        .problems
        .iter()
        .map(dateline::story::Problem::message)
        .collect();
    assert_eq!(
        messages,
        [
            "from here on this part of the front matter was not read",
            "the text `x` has no quotes"
        ]
    );
    let topics: Vec<_> = reading
        .story
        .topics()
        .map(|(_, topic)| topic.key.as_str())
        .collect();
    assert_eq!(topics, ["t", "u"]);
}
