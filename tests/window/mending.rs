//! A plain article put right in the window: its places looked through, mended, taken back, kept and saved.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use dateline::app::Start;
use dateline::files::{self, Document};
use dateline::format::Format;
use dateline::session::Page;
use dateline::settings::{Settings, SettingsFile};
use dateline::story::{Item, Story};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use crate::support::{Window, opened, start};

const BRIDGE: &str = "A bridge is closed\n\nThe bridge in Springfield is closed until the summer, and nobody who has to cross it twice a day \
                      is amused. Springfield will have to wait for new steel, which has been cut to the wrong length in Copenhagen.\n\n\
                      Those who live in Elbonia will have to wait longest, since Elbonia has no other way into town, and its school bus \
                      takes the long way round. Nobody in Springfield knows when the bridge will be open again, or whether.\n";

struct Files {
    folder: TempDir,
}

impl Files {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("bridge.txt"), text).unwrap();
        Self { folder }
    }

    fn start(&self) -> Start {
        let path = self.folder.path().join("bridge.txt");
        let settings = SettingsFile::at(self.folder.path().join("settings.toml"));
        let mut start = start(Story::default(), Settings::default(), Some(settings));
        start.document = Document::of_file(&path, files::open(&path).unwrap());
        start
    }

    fn window(&self) -> Window {
        opened(self.start(), [1280.0, 800.0])
    }
}

fn springfield(window: &Window) -> (f64, f64) {
    let place = window.story().place(window.place("springfield"));
    (place.lat, place.lon)
}

/// The label that begins so, of a button.
fn button(window: &Window, beginning: &str) -> String {
    let labels = window.labels(Role::Button);
    let found = labels.iter().find(|label| label.starts_with(beginning));
    found
        .unwrap_or_else(|| panic!("no {beginning} in {labels:?}"))
        .clone()
}

fn press(window: &mut Window, beginning: &str) {
    let label = button(window, beginning);
    window.click(&label);
}

fn type_into(window: &mut Window, field: &str, text: &str) {
    let field = window.harness.get_by_role_and_label(Role::TextInput, field);
    field.focus();
    window.harness.step();
    window.harness.event(Event::Text(text.to_owned()));
    window.settle();
}

fn examine_springfield(window: &mut Window) {
    window.key_with(Modifiers::COMMAND, Key::Num5);
    press(window, "Springfield, Uncertain");
}

#[test]
fn a_doubtful_place_is_told_from_the_first_moment_and_everywhere() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();

    assert!(window.shows("1 place found in this article is uncertain."));
    assert!(
        window.shows("Springfield, 1 passage, uncertain"),
        "the marker"
    );
    assert!(
        window
            .labels(Role::Link)
            .contains(&"Springfield, uncertain".to_owned()),
        "the mention"
    );
    assert!(window.labels(Role::Link).contains(&"Copenhagen".to_owned()));
    window.click("Springfield, 1 passage, uncertain");
    assert!(
        window.shows_containing("Uncertain. Springfield, "),
        "the place’s page"
    );

    window.click("Look through");
    assert_eq!(window.harness.state().session().page(), Page::Found);
    assert!(window.shows_containing("is almost as likely"));
}

#[test]
fn a_place_is_confirmed_and_no_more_uncertain() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    examine_springfield(&mut window);

    window.click("Confirm");

    assert!(window.shows("Confirmed: Springfield."));
    assert!(window.shows("Springfield, 1 passage"));
    assert!(
        !window
            .labels(Role::Link)
            .contains(&"Springfield, uncertain".to_owned())
    );
}

#[test]
fn another_candidate_moves_the_marker_and_every_step_can_be_taken_back_and_done_again() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    let before = springfield(&window);
    examine_springfield(&mut window);

    press(&mut window, "Use 2: Springfield");
    let after = springfield(&window);
    assert_ne!(before, after);
    assert!(
        matches!(window.selection(), Some(Item::Place(_))),
        "the reader stays where they are"
    );
    window.click("Undo");
    assert_eq!(springfield(&window), before);
    assert!(window.shows("Taken back."));
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(springfield(&window), after);
    window.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(springfield(&window), before);
    window.key_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(springfield(&window), after);
}

#[test]
fn one_mention_alone_can_be_another_place() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    examine_springfield(&mut window);

    window.scroll_and_click("Only here", 1);
    let label = button(&window, "Use 2: Springfield");
    window.scroll_and_click(&label, 0);

    assert_eq!(window.story().places().len(), 3);
    assert_ne!(window.place("springfield"), window.place("springfield-2"));
}

#[test]
fn what_is_no_place_leaves_the_map() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    examine_springfield(&mut window);

    window.click("No place");

    assert_eq!(window.story().find("springfield"), None);
    assert_eq!(window.selection(), None);
    assert!(window.shows("Springfield is no place any more."));
    window.click("Undo");
    assert!(window.story().find("springfield").is_some());
}

#[test]
fn two_places_become_one() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    examine_springfield(&mut window);

    window.click("Merge with…");
    press(&mut window, "Copenhagen. ");

    assert_eq!(window.story().places().len(), 1);
    assert!(window.shows("Springfield is now the same place as Copenhagen."));
}

#[test]
fn a_missed_name_is_marked_by_keyboard() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();

    window.key(Key::M);
    assert_eq!(
        window.focused().as_deref(),
        Some("Words as they stand in the text")
    );
    window.harness.event(Event::Text("Elbonia".to_owned()));
    window.settle();
    assert!(window.shows("They stand 2 times in the text; all of them are marked."));
    assert!(window.shows_containing("The gazetteer knows no place of that name."));
    type_into(
        &mut window,
        "The place they mean, if it has another name",
        "46.05, 14.51",
    );
    press(&mut window, "Use this one: 46.0500, 14.5100");

    let elbonia = window.story().place(window.place("elbonia"));
    assert_eq!((elbonia.lat, elbonia.lon), (46.05, 14.51));
    assert_eq!(elbonia.name.text, "Elbonia");
}

#[test]
fn a_missed_name_is_marked_by_selecting_it() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    window.key(Key::End);
    // Where the word stands on the screen follows from the link beside it, whose row it begins.
    let text = window
        .harness
        .get_by_label_contains("Those who live in Elbonia");
    let area = text.rect();
    let mut found = false;
    for step in 0_u8..60 {
        let x = area.left() + 8.0 * f32::from(step);
        double_click(&mut window, Pos2::new(x, area.top() + 13.0));
        if window.shows("Mark “Elbonia” as a place") {
            found = true;
            break;
        }
    }
    assert!(found, "the word is offered when it is selected");

    window.click("Mark “Elbonia” as a place");
    assert!(window.shows("They stand 2 times in the text; all of them are marked."));
}

fn double_click(window: &mut Window, at: Pos2) {
    // Else it would be a third click.
    window.wait(1);
    window.harness.event(Event::PointerMoved(at));
    window.harness.step();
    for pressed in [true, false, true, false] {
        window.harness.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.harness.step();
    }
    window.harness.step();
}

#[test]
fn what_was_put_right_is_so_when_the_text_is_opened_again() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    examine_springfield(&mut window);
    press(&mut window, "Use 2: Springfield");
    let chosen = springfield(&window);
    drop(window);

    let mut again = files.window();
    assert_eq!(springfield(&again), chosen);
    assert!(!again.shows("1 place found in this article is uncertain."));
    again.key_with(Modifiers::COMMAND, Key::Z);
    assert_ne!(springfield(&again), chosen, "it can still be taken back");
    drop(again);

    assert_ne!(springfield(&files.window()), chosen);
}

#[test]
fn an_article_is_saved_as_a_story_that_the_window_goes_on_with() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    examine_springfield(&mut window);
    window.click("Confirm");
    window.click("Story");

    window.key_with(Modifiers::COMMAND, Key::S);
    assert!(window.shows("Save as story"));
    let before = window.story().clone();
    window.click("Save");
    until(&mut window, "the saved file", |window| {
        window.shows_containing("Saved: ") && !window.shows("Places found")
    });
    let path = files.folder.path().join("bridge.md");
    until(&mut window, "its story", |window| {
        !window.labels(Role::Tab).contains(&"Places".to_owned())
    });

    assert_eq!(*window.story(), before);
    assert!(
        matches!(window.selection(), Some(Item::Place(_))),
        "the session goes on"
    );
    let reading = files::open(Path::new(&path)).unwrap();
    assert_eq!((reading.format, &reading.story), (Format::Native, &before));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("[Springfield](#springfield)"), "{text}");
    fs::write(&path, text.replace("Springfield](", "Springfeld](")).unwrap();
    until(&mut window, "the file is watched", |window| {
        window.shows_containing("Springfeld")
    });
}

#[test]
fn what_is_lost_by_saving_is_told_before() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    window.key_with(Modifiers::COMMAND, Key::S);
    assert!(window.shows_containing("that 1 place is uncertain"));
}

#[test]
fn what_was_put_right_holds_when_the_articles_file_changes() {
    let files = Files::new(BRIDGE);
    let mut window = files.window();
    examine_springfield(&mut window);
    press(&mut window, "Use 2: Springfield");
    let chosen = springfield(&window);

    let longer = format!("{BRIDGE}\nIt has rained in Oslo.\n");
    fs::write(files.folder.path().join("bridge.txt"), longer).unwrap();
    until(&mut window, "the new paragraph", |window| {
        window.story().find("oslo").is_some()
    });

    assert_eq!(springfield(&window), chosen);
}

#[test]
fn pasted_words_are_an_article() {
    let mut window = crate::support::window();
    window.harness.event(Event::Paste(BRIDGE.to_owned()));
    until(&mut window, "the article", |window| {
        window.story().title.text == "A bridge is closed"
    });
    assert!(window.shows("1 place found in this article is uncertain."));
}

#[test]
fn a_text_without_any_place_says_what_to_do() {
    let files = Files::new("Nobody came, and nothing was said.\n\nThen it rained for a while.");
    let mut window = files.window();
    assert!(window.shows_containing("No place was found in this text."));
    window.click("Mark a place");
    assert!(window.shows("Words as they stand in the text"));
}

#[test]
fn a_topic_is_left_out_and_comes_back() {
    let part = "The cargo bikes came early to Copenhagen, and everyone in the street looked at the cargo bikes as if they had never seen \
                one before; it was quiet, then somebody laughed, and the whole street laughed with them for quite a while.";
    let files = Files::new(&format!("{part}\n\n{part}\n\n{part}"));
    let mut window = files.window();
    let before = window.story().topics().len();
    window.key_with(Modifiers::COMMAND, Key::Num5);

    window.scroll_and_click("Leave out the topic Cargo bikes", 0);
    assert_eq!(window.story().topics().len(), before - 1);
    window.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.story().topics().len(), before);
}

fn until(window: &mut Window, what: &str, is_so: impl Fn(&Window) -> bool) {
    for _ in 0..500 {
        window.harness.step();
        if is_so(window) {
            window.settle();
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("never so: {what}");
}
