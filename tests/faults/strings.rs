//! Fault E: characters that turn, hide, pile up or ring.

use std::fs;

use dateline::format::html::{self, HtmlOptions};
use dateline::format::{self, Format};

use crate::program::{dateline, said};
use crate::stories::{file, read, story};
use crate::surviving::{drawn, shown, soon};

/// Each turns the direction of what follows it, or ends that.
const TURNS: [char; 9] = [
    '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}',
];

/// A story in which every text has such a character.
fn turning(turn: char) -> String {
    let x = format!("a{turn}txt.exe");
    format!(
        "+++\nformat = 1\ntitle = \"{x}\"\n[source]\ntitle = \"{x}\"\npublisher = \"{x}\"\nauthors = [\"{x}\"]\nbyline = \"{x}\"\n\
         [[place]]\nid = \"p\"\nname = \"{x}\"\nname_zh = \"{x}\"\nlat = 1\nlon = 2\nregion = \"{x}\"\nkind = \"{x}\"\nnote = \"{x}\"\ncontext = \"{x}\"\n\
         [[place]]\nid = \"{x}\"\nname = \"{x}\"\nlat = 3\nlon = 4\n\
         [[topic]]\nid = \"t\"\nname = \"{x}\"\n[[actor]]\nid = \"w\"\nname = \"{x}\"\nrole = \"{x}\"\n\
         [[event]]\nid = \"e\"\nname = \"{x}\"\ndate = \"{x}\"\npassage = \"{x}\"\n[[subject]]\nid = \"s\"\nname = \"{x}\"\n[[module]]\nid = \"m\"\nname = \"{x}\"\nnote = \"{x}\"\n\
         {x} = 1\n+++\nIntroduction {x}\n## Title {x} {{#q .t}}\n[{x}](#p) *{x}* [{x}](#{x}) [b](https://a.b/{x})\n\n![{x}](a.png \"{x} | {x}\")\n\n> {x}\n\n- {x}\n"
    )
}

fn has_turn(text: &str) -> bool {
    text.contains(TURNS)
}

#[test]
fn nothing_that_is_shown_turns_the_direction_of_writing() {
    for turn in TURNS {
        let reading = read(&turning(turn));
        for text in shown(&mut drawn(reading.story)) {
            assert!(!has_turn(&text), "{turn:?} in {text:?}");
        }
    }
}

#[test]
fn nothing_that_is_written_turns_the_direction_of_writing() {
    for turn in TURNS {
        let story = read(&turning(turn)).story;
        for format in [
            Format::StoryMapJs,
            Format::GeoJson,
            Format::Kml,
            Format::Csv,
        ] {
            assert!(
                !has_turn(&format::write(format, &story).unwrap()),
                "{format}"
            );
        }
        assert!(!has_turn(&format::native::write(&story)), "our own");
        let options = HtmlOptions {
            languages: story.languages().collect(),
            image: &|_| None,
        };
        assert!(!has_turn(&html::write(&story, &options)), "a page");
    }
}

/// Not even the name of the file, which its sender chose.
#[cfg(target_os = "linux")]
#[test]
fn nothing_that_is_printed_turns_the_direction_of_writing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("\u{202E}dm.exe\u{7}\u{1b}[2J.md");
    fs::write(&path, turning('\u{202E}')).unwrap();
    for (arguments, expected) in [
        (vec!["check".as_ref(), path.as_os_str()], 1),
        (
            vec![
                "check".as_ref(),
                folder.path().join("\u{202E}none").as_os_str(),
            ],
            2,
        ),
        (
            vec!["convert".as_ref(), path.as_os_str(), path.as_os_str()],
            2,
        ),
        (
            vec![
                "convert".as_ref(),
                path.as_os_str(),
                folder.path().join("\u{202E}.csv").as_os_str(),
            ],
            1,
        ),
        (
            vec![
                "convert".as_ref(),
                path.as_os_str(),
                folder.path().join("\u{202E}.odt").as_os_str(),
            ],
            2,
        ),
    ] {
        let output = dateline().args(&arguments).output().unwrap();
        let (status, said) = said(&output);
        assert_eq!(status, Some(expected), "{said}");
        let disturbs = |character: char| character.is_control() && character != '\n';
        assert!(!has_turn(&said) && !said.contains(disturbs), "{said:?}");
    }
}

#[test]
fn marks_without_a_width_hide_nothing() {
    let hidden = "Bi\u{200B}\u{FEFF}\u{2060}\u{AD}jie";
    let reading = story(
        &format!("[[topic]]\nid = \"t\"\nname = \"{hidden}\""),
        &format!("[{hidden}](#bijie) [x](#bi\u{200B}jie)"),
    );
    // The eye cannot tell the two ids apart; the file can, and says so.
    assert!(reading.has_faults(), "an id is what it is");
    drawn(reading.story);
    let invisible = file("", "").replace("\"Title\"", "\"\u{200B}\"");
    drawn(read(&invisible).story);
}

#[test]
fn ten_thousand_marks_on_one_letter_are_drawn_soon() {
    let pile = format!("e{}", "\u{301}".repeat(10_000));
    let reading = story(
        &format!("[[topic]]\nid = \"t\"\nname = \"{pile}\""),
        &format!("{pile} [{pile}](#bijie)"),
    );
    soon("the marks", || drawn(reading.story));
}

#[test]
fn joined_emoji_are_drawn() {
    let family = "👨‍👩‍👧‍👦🏳️‍🌈👩🏽‍🚀🇨🇳";
    let text = family.repeat(200);
    let reading = story(
        &format!("[[topic]]\nid = \"t\"\nname = \"{family}\""),
        &format!("[{family}](#bijie) {text}"),
    );
    drawn(reading.story);
}

#[test]
fn control_characters_are_left_out_and_said_once() {
    let controls: String = (0u8..32)
        .map(char::from)
        .chain(['\u{7F}', '\u{85}', '\u{9B}'])
        .collect();
    let text = controls.replace(['\0', '\n', '\r', '\t'], "");
    let reading = story("", &format!("{} a{text}b {text}", "word ".repeat(300)));
    let (_, passage) = reading.story.passages().next().unwrap();
    assert!(
        !passage.blocks[0].prose().text.contains(char::is_control),
        "{:?}",
        passage.blocks[0].prose().text
    );
    let told = reading.problems.iter();
    let told = told.filter(|problem| problem.message().contains("invisible"));
    assert_eq!(told.count(), 1);
    drawn(reading.story);
}
