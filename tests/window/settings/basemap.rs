//! Which map lies under the story: nobody is asked before the reader says so, and what is wrong is said in a sentence.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use super::{chosen, open_settings, with};
use crate::support::Window;
use crate::tile_server::TileServer;
use dateline::settings::{BasemapChoice, BasemapKind, Settings, TileServer as Chosen};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::Queryable as _;

const SIZE: [f32; 2] = [1280.0, 900.0];

fn own_server(kind: BasemapKind, address: &str) -> Settings {
    let basemap = BasemapChoice {
        kind,
        server: Some(Chosen::Own),
        address: address.to_owned(),
        credit: "A map of mine".to_owned(),
        ..BasemapChoice::default()
    };
    Settings {
        basemap,
        ..Settings::default()
    }
}

/// Frames until it is so.
#[track_caller]
fn until(window: &mut Window, is_so: impl Fn(&Window) -> bool) {
    let start = Instant::now();
    while !is_so(window) {
        assert!(start.elapsed() < Duration::from_mins(1), "it never is");
        window.harness.step();
        thread::yield_now();
    }
}

fn is_complete(window: &Window) -> bool {
    window.harness.state().is_map_complete()
}

fn kind(window: &Window) -> BasemapKind {
    window.harness.state().settings().basemap.kind
}

/// Where one types what is called so.
fn line<'w>(window: &'w Window, name: &'w str) -> Node<'w> {
    window.harness.get_by_role_and_label(Role::TextInput, name)
}

fn type_into(window: &mut Window, field: &str, text: &str) {
    line(window, field).focus();
    window.settle();
    line(window, field).type_text(text);
    window.settle();
    window.key(Key::Enter);
}

#[test]
fn no_server_is_asked_before_it_is_chosen_nor_after_the_choice_is_taken_back() {
    let server = TileServer::good();
    let settings = own_server(BasemapKind::Embedded, &server.template());
    let mut window = with(settings, SIZE);
    until(&mut window, is_complete);
    assert!(server.asked().is_empty(), "{:?}", server.asked());

    open_settings(&mut window);
    window.click("Map shown: Online");
    until(&mut window, |_| !server.asked().is_empty());
    until(&mut window, is_complete);
    let credit = "A map of mine · Natural Earth · GeoNames (CC BY 4.0) · Unicode CLDR";
    assert!(window.shows(credit));

    window.click("Map shown: Built-in");
    window.harness.step();
    let asked = server.asked().len();
    window.key(Key::Escape);
    window.click("Zoom in");
    until(&mut window, is_complete);
    assert_eq!(server.asked().len(), asked);
    assert!(!window.shows(credit));
}

#[test]
fn the_choice_online_alone_asks_nobody() {
    let mut window = with(Settings::default(), SIZE);
    open_settings(&mut window);

    window.click("Map shown: Online");

    assert!(chosen(&window, "Tile server").is_empty());
    assert!(window.shows_containing("No server is asked for anything before you pick one"));
}

#[test]
fn a_server_that_does_not_answer_is_named_on_the_map() {
    let gone = TileServer::good();
    let address = gone.template();
    drop(gone);
    let mut window = with(own_server(BasemapKind::Online, &address), SIZE);

    until(&mut window, |window| {
        window.shows_containing("does not answer")
    });

    until(&mut window, is_complete);
    window.click("Next: Two desks, one report");
}

#[test]
fn an_address_is_tried_only_when_it_is_typed_and_whole() {
    let server = TileServer::good();
    let mut window = with(own_server(BasemapKind::Online, ""), SIZE);
    open_settings(&mut window);
    let whole = server.template();
    let (half, rest) = whole.split_at(whole.find("{y}").unwrap());

    type_into(&mut window, "Address", half);
    assert!(window.shows("The address lacks {y}."));
    line(&window, "Address").focus();
    window.settle();
    window.key(Key::End);
    line(&window, "Address").type_text(rest);
    window.settle();
    assert!(server.asked().is_empty(), "{:?}", server.asked());

    window.key(Key::Enter);
    until(&mut window, |_| !server.asked().is_empty());
    assert_eq!(window.harness.state().settings().basemap.address, whole);
}

#[test]
fn typing_is_given_up_with_escape() {
    let mut window = with(own_server(BasemapKind::Online, ""), SIZE);
    open_settings(&mut window);
    line(&window, "Address").focus();
    window.settle();
    line(&window, "Address").type_text("http://");
    window.settle();

    window.key(Key::Escape);

    assert_eq!(window.harness.state().settings().basemap.address, "");
}

#[test]
fn arrow_keys_move_in_the_text_that_is_being_typed() {
    let mut window = with(own_server(BasemapKind::Online, ""), SIZE);
    open_settings(&mut window);
    line(&window, "Address").focus();
    window.settle();
    line(&window, "Address").type_text("b");
    window.settle();
    window.key(Key::ArrowLeft);
    line(&window, "Address").type_text("a");
    window.settle();

    assert_eq!(window.focused().as_deref(), Some("Address"));
    window.key(Key::Enter);
    assert_eq!(window.harness.state().settings().basemap.address, "ab");
}

#[test]
fn a_file_that_is_no_map_says_so_under_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pmtiles");
    fs::write(&path, "no map at all").unwrap();
    let mut window = with(Settings::default(), SIZE);
    open_settings(&mut window);
    window.click("Map shown: PMTiles file");

    type_into(&mut window, "File", path.to_str().unwrap());

    let sentence = "This is no PMTiles file, so the built-in map is shown.";
    until(&mut window, |window| window.shows(sentence));
    assert_eq!(kind(&window), BasemapKind::File);
}

#[test]
fn reset_all_takes_the_map_back_and_can_be_undone() {
    let server = TileServer::good();
    let settings = own_server(BasemapKind::Online, &server.template());
    let mut window = with(settings.clone(), SIZE);
    open_settings(&mut window);

    window.scroll_and_click("Reset all", 0);
    assert_eq!(kind(&window), BasemapKind::Embedded);

    window.scroll_and_click("Undo reset", 0);
    assert_eq!(window.harness.state().settings().basemap, settings.basemap);
}
