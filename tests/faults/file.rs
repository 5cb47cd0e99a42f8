//! Fault A: the file itself. Cut and changed ones are in `mutations.rs`.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use dateline::files::{self, Reason};
use dateline::format::{self, LARGEST_FILE, NoStory};
use encoding_rs::{GB18030, WINDOWS_1252};

use crate::stories::{file, read, told};

/// A table that every program writes in its own encoding.
const TABLE: &str = "title,text,lat,lon\n毕节,学院,27.3,105.28\n";

#[track_caller]
fn no_story(bytes: &[u8], why: &NoStory) {
    assert_eq!(format::read(bytes).as_ref(), Err(why));
}

#[track_caller]
fn sentence(path: &Path, sentence: &str) {
    let told = files::open(path).unwrap_err().to_string();
    assert_eq!(told, format!("{sentence}: {}", path.display()));
}

fn first_title(bytes: &[u8]) -> (String, Vec<String>) {
    let reading = format::read_named(Some("a.csv".as_ref()), bytes).unwrap();
    let (_, passage) = reading.story.passages().next().unwrap();
    (passage.title.text.to_string(), told(&reading))
}

#[test]
fn an_empty_file_says_how_a_story_begins() {
    no_story(b"", &NoStory::Empty);
    no_story(b"\xEF\xBB\xBF \n", &NoStory::Empty);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.md");
    fs::write(&path, "").unwrap();
    sentence(
        &path,
        "the file is empty; a story begins with a line `+++`, then its places as TOML, then another line `+++`, then its text",
    );
}

#[test]
fn a_file_of_another_kind_says_what_it_is_or_lacks() {
    no_story(b"\x89PNG\r\n\x1A\n\0\0\0", &NoStory::Binary);
    no_story(b"# A heading\n", &NoStory::NoFrontMatter);
    no_story(b"---\ntitle: x\n---\n", &NoStory::Yaml);
    no_story(b"+++\ntitle = \"x\"\n", &NoStory::UnclosedFrontMatter);
    no_story(b"+++", &NoStory::UnclosedFrontMatter);
}

#[test]
fn a_file_of_64_megabytes_is_refused_by_its_size() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.md");
    let large = fs::File::create(&path).unwrap();
    large.set_len(64 * 1024 * 1024).unwrap();

    sentence(
        &path,
        "the file is larger than 32 MiB; cut it into several stories",
    );
    no_story(&vec![b'a'; LARGEST_FILE + 1], &NoStory::TooLarge);
}

#[test]
fn a_folder_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.md");
    fs::create_dir(&path).unwrap();
    sentence(&path, "this is a folder; name the story file in it");
}

#[test]
fn a_file_that_is_not_there_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    sentence(&folder.path().join("none.md"), "there is no such file");
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_device_are_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success(), "mkfifo");

    for path in [pipe.as_path(), "/dev/zero".as_ref()] {
        sentence(path, "this is a device or a pipe; name a file");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_itself_is_not_followed_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let itself = folder.path().join("loop");
    std::os::unix::fs::symlink(&itself, &itself).unwrap();
    let reason = files::open(&itself).unwrap_err().reason;
    assert!(matches!(reason, Reason::Unreadable { .. }), "{reason:?}");
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_change_nothing() {
    let text = file("", "In [Bijie](#bijie).\n\nMore.");
    let windows = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    assert_eq!(read(&windows).story, read(&text).story);
    assert_eq!(told(&read(&windows)), [""; 0]);

    let windows = format!("\u{FEFF}{}", TABLE.replace('\n', "\r\n"));
    assert_eq!(
        first_title(windows.as_bytes()),
        first_title(TABLE.as_bytes())
    );
}

#[test]
fn utf_16_is_named_in_our_format_and_read_in_others() {
    let utf_16 = |text: &str| -> Vec<u8> {
        let units = "\u{FEFF}".encode_utf16().chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    no_story(&utf_16(&file("", "")), &NoStory::Utf16);
    let (title, told) = first_title(&utf_16(TABLE));
    assert_eq!(title, "毕节");
    assert!(told[0].contains("was read as UTF-16"), "{told:?}");
}

#[test]
fn gbk_is_named_by_its_byte_in_our_format_and_read_in_others() {
    let gbk = |text: &str| GB18030.encode(text).0.into_owned();
    let not_utf8 = NoStory::NotUtf8 {
        byte: 13,
        line: 2,
        column: 10,
    };
    no_story(&gbk("+++\ntitle = \"毕节\"\n+++\n"), &not_utf8);
    let (title, told) = first_title(&gbk(TABLE));
    assert_eq!(title, "毕节");
    assert!(told[0].contains("was read as GBK"), "{told:?}");
}

#[test]
fn latin_1_is_named_by_its_byte_in_our_format_and_read_in_others() {
    let latin = |text: &str| WINDOWS_1252.encode(text).0.into_owned();
    let not_utf8 = NoStory::NotUtf8 {
        byte: 16,
        line: 2,
        column: 13,
    };
    no_story(&latin("+++\ntitle = \"Café\"\n+++\n"), &not_utf8);
    let (title, told) = first_title(&latin("title,lat,lon\nCafé,1,2\n"));
    assert_eq!(title, "Café");
    assert!(told[0].contains("Windows-1252"), "{told:?}");
}

#[test]
fn a_nul_is_no_text_at_the_beginning_and_left_out_further_on() {
    no_story(b"+++\n\0", &NoStory::Binary);
    let reading = read(&file("", &format!("{} a\0b", "word ".repeat(300))));
    let (_, passage) = reading.story.passages().next().unwrap();
    let text = &passage.blocks[0].prose().text;
    assert!(!text.contains('\0') && text.starts_with("word"), "{text:?}");
}

/// Not saved in one step, as some editors do: at times the file is empty, or half there.
#[test]
fn a_file_that_changes_while_it_is_read_is_one_of_its_states_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tea.md");
    let texts = [
        file("", "One."),
        file("", &"Another, longer. ".repeat(5_000)),
    ];
    fs::write(&path, &texts[0]).unwrap();
    let is_over = AtomicBool::new(false);

    std::thread::scope(|threads| {
        threads.spawn(|| {
            for text in texts.iter().cycle() {
                if is_over.load(Ordering::Relaxed) {
                    return;
                }
                fs::write(&path, text).unwrap();
            }
        });
        for _ in 0..200 {
            match files::open(&path) {
                Ok(reading) => assert_eq!(reading.story.title.text, "Title"),
                Err(error) => assert!(matches!(error.reason, Reason::NoStory { .. }), "{error}"),
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
}
