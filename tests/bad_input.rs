//! No file, however broken, stops the program or keeps it busy.

#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "support/random.rs"]
mod random;
#[path = "support/stories.rs"]
mod stories;

use std::fs;
use std::time::{Duration, Instant};

use dateline::files::{self, Reason};
use dateline::format::{self, LARGEST_FILE, NoStory, report};
use dateline::story::limits;
use random::Random;
use stories::{example, file, read, story, told};

const BUILTIN: &[u8] = include_bytes!("../assets/story/bijie-college.md");

/// Reads the bytes and writes the report, as `dateline check` does.
fn survive(bytes: &[u8]) {
    if let Ok(reading) = format::read(bytes) {
        for problem in &reading.problems {
            if let Some(span) = &problem.span {
                assert!(
                    span.start <= span.end && span.end <= reading.text.len(),
                    "{problem:?}"
                );
            }
        }
        report("a.md".as_ref(), &reading.text, &reading.problems);
    }
}

/// Generous: what is not linear takes minutes.
fn soon<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{what} took {took:?}");
    done
}

/// Where the text begins.
fn text_start(bytes: &[u8]) -> usize {
    bytes
        .windows(5)
        .position(|bytes| bytes == b"\n+++\n")
        .unwrap()
}

#[test]
fn a_story_cut_at_any_byte_is_survived() {
    let example = example().as_bytes();
    for end in 0..example.len() {
        survive(&example[..end]);
    }
    // The front matter would only be found to have no end, so it is given one.
    for end in 0..text_start(example) {
        survive(&[&example[..end], b"\n+++\n# P\n"].concat());
    }
}

#[test]
fn the_built_in_story_cut_at_many_bytes_is_survived() {
    let (front, text) = BUILTIN.split_at(text_start(BUILTIN));
    for end in 0..front.len() {
        survive(&front[..end]);
    }
    for end in (0..front.len()).step_by(13) {
        survive(&[&front[..end], b"\n+++\n# P\n"].concat());
    }
    // With all of the front matter each reading would take several times as long.
    for end in (0..text.len()).step_by(7) {
        survive(&[b"+++\nformat = 1", &text[..end]].concat());
    }
}

#[test]
fn random_changes_are_survived() {
    let mut random = Random(0x5EED);
    let pieces: [&[u8]; 16] = [
        b"+++\n",
        b"[[place]]\n",
        b"\"",
        b"#",
        b"[a](#b)",
        b"{#x .y}",
        b"\n\n",
        b"> ",
        b"- ",
        b"\0",
        b"\xFF",
        b"=",
        b"\xE2\x80\xAE",
        b"|",
        b"`",
        b"lat = 1e999\n",
    ];
    for _ in 0..3_000 {
        let mut bytes = example().as_bytes().to_vec();
        for _ in 0..=random.below(4) {
            let at = random.below(bytes.len());
            match random.below(4) {
                0 => bytes[at] ^= 1 << random.below(8),
                1 => drop(bytes.drain(at..(at + random.below(20)).min(bytes.len()))),
                2 => drop(bytes.splice(at..at, pieces[random.below(pieces.len())].iter().copied())),
                _ => {
                    let piece = bytes[at..(at + random.below(60)).min(bytes.len())].to_vec();
                    let to = random.below(bytes.len());
                    drop(bytes.splice(to..to, piece));
                }
            }
        }
        survive(&bytes);
    }
}

#[test]
fn what_is_no_story_says_why() {
    let gbk = [
        b"+++\ntitle = \"".as_slice(),
        &[0xB1, 0xCF, 0xBD, 0xDA],
        b"\"\n+++\n",
    ]
    .concat();
    let utf16: Vec<u8> = "\u{FEFF}+++"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let not_utf8 = NoStory::NotUtf8 {
        byte: 13,
        line: 2,
        column: 10,
    };
    for (bytes, why) in [
        (b"".as_slice(), NoStory::Empty),
        (b"\xEF\xBB\xBF \n", NoStory::Empty),
        (&gbk, not_utf8),
        (&utf16, NoStory::Utf16),
        (b"\x89PNG\r\n\x1A\n\0\0\0", NoStory::Binary),
        (b"# A heading\n", NoStory::NoFrontMatter),
        (b"---\ntitle: x\n---\n", NoStory::Yaml),
        (b"+++\ntitle = \"x\"\n", NoStory::UnclosedFrontMatter),
        (b"+++", NoStory::UnclosedFrontMatter),
    ] {
        assert_eq!(format::read(bytes), Err(why));
    }
}

#[test]
fn a_file_that_cannot_be_read_is_one_sentence_with_the_path_last() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::File::create(path("large.md"))
        .unwrap()
        .set_len(64 * 1024 * 1024)
        .unwrap();
    fs::write(path("plain.md"), "no story").unwrap();

    for (name, sentence) in [
        ("none.md", "there is no such file"),
        ("", "this is a folder; name the story file in it"),
        (
            "large.md",
            "the file is larger than 16 MiB; cut it into several stories",
        ),
        (
            "plain.md",
            "the file has no front matter; a story begins with a line `+++`, then its places as TOML, then another line `+++`, then its text",
        ),
    ] {
        let error = files::open(&path(name)).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("{sentence}: {}", path(name).display())
        );
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_a_device_and_a_link_to_itself_are_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success(),
        "mkfifo"
    );
    let itself = folder.path().join("loop");
    std::os::unix::fs::symlink(&itself, &itself).unwrap();

    for path in [pipe.as_path(), "/dev/zero".as_ref()] {
        assert!(
            matches!(files::open(path).unwrap_err().reason, Reason::NoFile),
            "{path:?}"
        );
    }
    assert!(
        matches!(
            files::open(&itself).unwrap_err().reason,
            Reason::Unreadable(_)
        ),
        "{itself:?}"
    );
}

#[test]
fn a_title_of_a_million_characters_is_cut() {
    let text = file("", "").replace("Title", &"毕".repeat(1_000_000));

    let reading = soon("the title", || read(&text));

    assert_eq!(reading.story.title.text.chars().count(), limits::TITLE);
    assert_eq!(
        reading.problems[0].message(),
        "the text is longer than 300 characters and was cut"
    );
    soon("the report", || {
        report("a.md".as_ref(), &reading.text, &reading.problems)
    });
}

#[test]
fn a_text_over_the_limit_of_a_passage_is_cut() {
    let body = format!(
        "[Bijie](#bijie) {}\n\n{}\n\n[Bijie](#bijie) after",
        "a ".repeat(40_000),
        "b ".repeat(40_000)
    );

    let reading = story("", &body);

    assert_eq!(
        reading.problems[0].message(),
        "the text is longer than 100000 characters and was cut"
    );
    let (_, passage) = reading.story.passages().next().unwrap();
    let length: usize = passage
        .blocks
        .iter()
        .map(|block| block.prose().text.chars().count())
        .sum();
    assert_eq!((length, passage.blocks.len()), (limits::PASSAGE, 2));
}

#[test]
fn a_hundred_thousand_places_are_read_soon() {
    let places: Vec<_> = (0..100_010)
        .map(|n| format!("[[place]]\nid = \"p{n}\"\nname = \"P\"\nlat = 1\nlon = 2\n"))
        .collect();
    let mentions: Vec<_> = (0..100_000)
        .map(|n| format!("[P](#p{n}) [Q](#q{n})\n"))
        .collect();
    let text = file(&places.concat(), &mentions.concat());

    let reading = soon("a hundred thousand places", || read(&text));

    assert_eq!(reading.story.places().len(), limits::PLACES);
    assert!(reading.problems.len() <= limits::PROBLEMS + 1, "capped");
    assert!(
        told(&reading)
            .last()
            .unwrap()
            .contains("more problems are not listed"),
        "{:?}",
        told(&reading).last()
    );
}

#[test]
fn deep_nesting_is_survived() {
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
        soon(name, || survive(file("", &body).as_bytes()));
    }
    for (name, front) in [
        ("lists", format!("a = {}", "[".repeat(deep))),
        ("tables", format!("a = {}", "{a=".repeat(deep))),
        ("keys", format!("{}a = 1", "a.".repeat(deep))),
        ("table names", format!("[{}a]", "a.".repeat(deep))),
        ("strings", "\"".repeat(deep)),
    ] {
        soon(name, || survive(file(&front, "").as_bytes()));
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
        survive(file(&many, "").as_bytes());
    });
}

#[test]
fn a_long_front_matter_is_read_up_to_its_first_error() {
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
            "from here on the front matter was not read",
            "the text `x` has no quotes"
        ]
    );
    let topics: Vec<_> = reading
        .story
        .topics()
        .map(|(_, topic)| topic.key.as_str())
        .collect();
    assert_eq!(topics, ["t"]);
}

#[test]
fn the_largest_file_is_read_soon() {
    let text = file("", &"[毕节](#bijie)，".repeat(LARGEST_FILE / 21));
    assert!(text.len() < LARGEST_FILE, "{}", text.len());

    soon("the largest file", || survive(text.as_bytes()));
    assert_eq!(
        format::read(&vec![b'a'; LARGEST_FILE + 1]),
        Err(NoStory::TooLarge)
    );
}
