//! The pictures of a story: shown, enlarged, and where they cannot be shown, what is wrong in one sentence.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use dateline::app::Start;
use dateline::files;
use dateline::settings::{Language, Settings};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Rect};
use egui_kittest::kittest::Queryable as _;
use image::codecs::jpeg::JpegEncoder;
use image::{ImageEncoder as _, Rgb, RgbImage};
use tempfile::TempDir;

use crate::support::{Window, opened, start};

/// A story in a folder of its own.
pub struct Story {
    folder: TempDir,
}

impl Story {
    pub fn new(body: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let story = Self { folder };
        let head = "+++\nformat = 1\ntitle = \"Pictures\"\nlanguage = \"en\"\n+++\n\n";
        story.write("story.md", format!("{head}{body}").as_bytes());
        story
    }

    /// With one picture, of a harbour.
    fn of_one(path: &str) -> Self {
        Self::new(&format!(
            "# Harbour\n\nText.\n\n![A harbour](<{path}> \"At night | A. Person\")\n\n# Next\n\nMore text."
        ))
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// Half red, half blue, from left to right.
    pub fn picture(&self, name: &str, width: u32, height: u32) {
        two_coloured(width, height).save(self.path(name)).unwrap();
    }

    fn window(&self) -> Window {
        self.window_in(Settings::default())
    }

    pub fn start(&self, settings: Settings) -> Start {
        let path = self.path("story.md");
        let mut start = start(files::open(&path).unwrap().story, settings, None);
        Arc::make_mut(&mut start.document.reading).path = Some(path);
        start
    }

    fn window_in(&self, settings: Settings) -> Window {
        let mut window = opened(self.start(settings), [1280.0, 800.0]);
        wait(&mut window);
        window
    }
}

fn two_coloured(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 {
            Rgb([200, 40, 30])
        } else {
            Rgb([30, 60, 160])
        }
    })
}

/// Until every picture has come that is in view.
/// A picture that has come may push others into the view, which then have to come, too.
pub fn wait(window: &mut Window) {
    loop {
        while !window.harness.state().are_pictures_complete() {
            thread::yield_now();
            window.harness.step();
        }
        window.settle();
        if window.harness.state().are_pictures_complete() {
            break;
        }
    }
}

fn area(window: &Window, picture: &str) -> Rect {
    window
        .harness
        .get_by_role_and_label(Role::Image, picture)
        .rect()
}

/// What the window says of the only picture there is.
fn said(story: &Story) -> Vec<String> {
    let window = story.window();
    assert!(!window.shows("Enlarge: A harbour"), "it is not shown");
    assert!(window.shows("A harbour"), "what it would show is said");
    assert!(window.shows("At night"), "its caption is there");
    assert!(window.shows("Passage: Next"), "the story goes on");
    window
        .harness
        .query_all_by_role(Role::Label)
        .map(|node| crate::support::label(&node))
        .filter(|text| text.contains("harbour.") || text.contains("folder"))
        .collect()
}

#[test]
fn a_picture_is_shown_with_its_caption_and_credit() {
    let story = Story::of_one("harbour.png");
    story.picture("harbour.png", 300, 200);

    let window = story.window();

    let picture = area(&window, "A harbour");
    assert_eq!(picture.size().round(), [300.0, 200.0].into());
    let caption = window.harness.get_by_label("At night").rect();
    let credit = window.harness.get_by_label("A. Person").rect();
    assert!(picture.bottom() <= caption.top(), "{caption:?}");
    assert!(caption.bottom() <= credit.top(), "{credit:?}");
    assert!(
        window
            .labels(Role::Label)
            .iter()
            .all(|text| text != "A harbour"),
        "what it shows is not written as well"
    );
}

#[test]
fn a_large_picture_is_as_wide_as_the_text() {
    let story = Story::of_one("harbour.png");
    story.picture("harbour.png", 900, 300);

    let window = story.window();

    let picture = area(&window, "A harbour");
    assert!((300.0..700.0).contains(&picture.width()), "{picture:?}");
    assert!((picture.aspect_ratio() - 3.0).abs() < 0.02, "{picture:?}");
}

#[test]
fn a_photograph_taken_upright_stands_upright() {
    /// Orientation 6: to be turned to the right.
    const EXIF: &[u8] = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let story = Story::of_one("harbour.jpg");
    let mut encoder = JpegEncoder::new(File::create(story.path("harbour.jpg")).unwrap());
    encoder.set_exif_metadata(EXIF.to_vec()).unwrap();
    encoder.encode_image(&two_coloured(200, 100)).unwrap();

    let window = story.window();

    let picture = area(&window, "A harbour");
    assert_eq!(picture.size().round(), [100.0, 200.0].into());
}

#[test]
fn what_a_file_holds_counts_and_not_how_it_is_called() {
    let story = Story::of_one("harbour.jpg");
    story.picture("harbour.png", 300, 200);
    fs::rename(story.path("harbour.png"), story.path("harbour.jpg")).unwrap();

    assert!(story.window().shows("Enlarge: A harbour"), "it is shown");
}

#[test]
fn a_picture_that_is_missing_says_so() {
    let story = Story::of_one("images/harbour.png");

    assert_eq!(
        said(&story),
        ["There is no file images/harbour.png in the story’s folder."]
    );
}

#[test]
fn a_damaged_picture_says_so() {
    let story = Story::of_one("harbour.png");
    story.picture("harbour.png", 300, 200);
    let whole = fs::read(story.path("harbour.png")).unwrap();
    story.write("harbour.png", &whole[..whole.len() / 2]);

    assert_eq!(
        said(&story),
        ["harbour.png is damaged, or a picture of an unusual kind."]
    );
}

#[test]
fn a_file_without_a_picture_says_so() {
    for bytes in [b"".as_slice(), b"no picture at all"] {
        let story = Story::of_one("harbour.png");
        story.write("harbour.png", bytes);

        assert_eq!(
            said(&story),
            ["harbour.png holds no picture. Pictures are shown in PNG, JPEG, GIF and WebP."]
        );
    }
}

#[test]
fn a_picture_of_another_format_says_which() {
    let svg = b"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://example.org/a.png\"/></svg>";
    for (bytes, kind) in [(svg.as_slice(), "SVG"), (b"BM______", "BMP")] {
        let story = Story::of_one("harbour.png");
        story.write("harbour.png", bytes);

        let sentence = format!(
            "harbour.png is a file of the kind {kind}. Pictures are shown in PNG, JPEG, GIF and WebP."
        );
        assert_eq!(said(&story), [sentence]);
    }
}

#[test]
fn a_picture_that_would_fill_the_memory_says_that_it_is_too_large() {
    // A small picture that says it is a large one.
    for (width, height) in [(30_000, 30_000), (8_193, 1), (8_192, 8_192)] {
        let story = Story::of_one("harbour.png");
        story.picture("harbour.png", 3, 2);
        let mut bytes = fs::read(story.path("harbour.png")).unwrap();
        bytes[16..20].copy_from_slice(&u32::to_be_bytes(width));
        bytes[20..24].copy_from_slice(&u32::to_be_bytes(height));
        let check = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&check.to_be_bytes());
        story.write("harbour.png", &bytes);

        let sentence = "harbour.png is too large: at most 8192 pixels a side, 32 MB as a file and 128 MB in memory.";
        assert_eq!(said(&story), [sentence], "{width} × {height}");
    }
}

/// As PNG has it.
fn crc32(bytes: &[u8]) -> u32 {
    let mut check = flate2::Crc::new();
    check.update(bytes);
    check.sum()
}

#[test]
#[cfg(unix)]
fn a_link_out_of_the_folder_is_not_followed() {
    let elsewhere = Story::new("Elsewhere.");
    elsewhere.picture("harbour.png", 300, 200);
    let story = Story::of_one("harbour.png");
    std::os::unix::fs::symlink(elsewhere.path("harbour.png"), story.path("harbour.png")).unwrap();

    assert_eq!(
        said(&story),
        ["harbour.png leads out of the story’s folder, so it is not opened."]
    );
}

#[test]
#[cfg(unix)]
fn a_pipe_is_not_waited_for() {
    let story = Story::of_one("harbour.png");
    let made = std::process::Command::new("mkfifo")
        .arg(story.path("harbour.png"))
        .status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo");

    assert_eq!(
        said(&story),
        ["There is no file harbour.png in the story’s folder."]
    );
}

#[test]
fn a_story_without_a_folder_opens_no_file() {
    let story = Story::of_one("Cargo.toml");
    assert!(Path::new("Cargo.toml").is_file(), "tests run beside it");
    let mut start = story.start(Settings::default());
    Arc::make_mut(&mut start.document.reading).path = None;

    let window = opened(start, [1280.0, 800.0]);

    let sentence = "This story is in no folder, so its picture Cargo.toml cannot be found.";
    assert!(window.shows(sentence), "{sentence}");
}

#[test]
fn a_picture_is_enlarged_and_put_away_by_keyboard() {
    let story = Story::of_one("harbour.png");
    story.picture("harbour.png", 1200, 800);
    let mut window = story.window();
    let small = area(&window, "A harbour");

    window.key_to(Key::Tab, "Enlarge: A harbour");
    window.key(Key::Enter);
    wait(&mut window);

    let large = enlarged(&window).unwrap();
    assert!(large.width() > 1.5 * small.width(), "{large:?}");
    assert!(
        window.harness.ctx.content_rect().contains_rect(large),
        "{large:?}"
    );
    assert_eq!(window.focused().as_deref(), Some("Close"));

    window.key(Key::Escape);

    assert_eq!(enlarged(&window), None);
    assert_eq!(window.focused().as_deref(), Some("Enlarge: A harbour"));
}

#[test]
fn a_picture_is_enlarged_and_put_away_by_mouse() {
    let story = Story::of_one("harbour.png");
    story.picture("harbour.png", 1200, 800);
    let mut window = story.window();

    window.click("Enlarge: A harbour");
    let dialog = window.harness.get_by_role(Role::Dialog);
    dialog.get_by_role(Role::Image).click();
    window.settle();

    assert_eq!(enlarged(&window), None);
}

/// Where the picture is that lies over the window.
fn enlarged(window: &Window) -> Option<Rect> {
    let dialog = window.harness.query_by_role(Role::Dialog)?;
    Some(
        dialog
            .get_by_role_and_label(Role::Image, "A harbour")
            .rect(),
    )
}

#[test]
fn in_two_languages_a_picture_is_shown_once_with_the_words_of_both() {
    let story = Story::of_one("harbour.png");
    story.picture("harbour.png", 300, 200);
    story.write(
        "story.zh.md",
        "+++\nformat = 1\nlanguage = \"zh\"\n+++\n\n# 地点 {#harbour}\n\n文。\n\n![地点](harbour.png \"时间\")\n".as_bytes(),
    );

    let window = story.window_in(Settings {
        language: Some(Language::Both),
        ..Settings::default()
    });

    assert_eq!(window.labels(Role::Image), ["A harbour"]);
    assert!(
        window.shows("At night") && window.shows("时间"),
        "both captions"
    );
}

#[test]
fn pictures_that_come_above_do_not_move_what_is_read() {
    let part = |n| format!("# Part {n} {{#part-{n}}}\n\n![Chart {n}](chart-{n}.png)\n\nText.\n\n");
    let body: Vec<String> = (1..=40).map(part).collect();
    let story = Story::new(&body.concat());
    for n in 1..=40 {
        story.picture(&format!("chart-{n}.png"), 400, 500);
    }
    let mut start = story.start(Settings::default());
    start.open_at = Some("part-30".to_owned());

    let mut window = opened(start, [1280.0, 800.0]);
    wait(&mut window);

    let title = window.harness.get_by_label("Passage: Part 30").rect();
    let top = window.harness.get_by_label("Story").rect().bottom();
    assert!((top..top + 100.0).contains(&title.top()), "{title:?}");
}
