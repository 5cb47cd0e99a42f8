//! Long lists: only what is near the view is laid out, and what is not can be reached.

use std::fmt::Write as _;

use dateline::format;
use dateline::story::Item;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::opening::until;
use crate::support::{Window, wheel, window_of};

/// A window with a story of so many facts, people, subjects and modules.
fn long_lists(count: usize) -> Window {
    let mut file = String::from("+++\nformat = 1\ntitle = \"T\"\n");
    for n in 0..count {
        // All of one day: there is no strip of dates to name them too.
        write!(
            file,
            "[[event]]\nname = \"Fact {n}\"\ndate = \"2022\"\n[[actor]]\nid = \"a{n}\"\nname = \"Person {n}\"\n\
             [[subject]]\nid = \"s{n}\"\nname = \"Subject {n}\"\n[[module]]\nid = \"m{n}\"\nname = \"Module {n}\"\n"
        )
        .unwrap();
    }
    file.push_str("+++\n## Passage\n\nNobody is in it.\n");
    let story = format::read(file.as_bytes()).unwrap().story;
    let read = (story.events().len(), story.actors().len());
    assert_eq!(read, (count, count), "all of it is read");
    window_of(story, [1280.0, 800.0])
}

#[track_caller]
fn check(page: Key, first: &str, last: &str) {
    let mut window = long_lists(3_000);
    window.key_with(Modifiers::COMMAND, page);
    assert!(window.shows_containing(first), "the first is near the view");
    assert!(!window.shows_containing(last), "the last is not");

    window.harness.hover_at([1200.0, 500.0].into());
    for _ in 0..40 {
        wheel(&mut window, -1_000.0);
    }

    assert!(window.shows_containing(last), "the last is reached");
    assert!(!window.shows_containing(first), "the first is left");
}

#[test]
fn of_thousands_of_facts_those_near_the_view_are_laid_out() {
    check(Key::Num4, "Fact 10", "Fact 2999");
}

#[test]
fn of_thousands_of_people_those_near_the_view_are_laid_out() {
    check(Key::Num3, "Person 10", "Person 2999");
}

#[test]
fn of_thousands_of_subjects_and_modules_those_near_the_view_are_laid_out() {
    check(Key::Num2, "Subject 10", "Module 2999");
}

/// A window with a story of so many places, of which each but the first is connected with the first.
fn star(places: usize) -> Window {
    let mut file = String::from("+++\nformat = 1\ntitle = \"T\"\n");
    for n in 0..places {
        let (lat, lon) = (n % 80, n / 80);
        write!(
            file,
            "[[place]]\nid = \"p{n}\"\nname = \"Place {n}\"\nlat = {lat}\nlon = {lon}\n"
        )
        .unwrap();
        if n > 0 {
            write!(file, "[[connection]]\nfrom = \"p0\"\nto = \"p{n}\"\n").unwrap();
        }
    }
    file.push_str("+++\n## Passage\n\nFrom [there](#p0) to [here](#p7).\n");
    let story = format::read(file.as_bytes()).unwrap().story;
    assert_eq!(story.connections().len(), places - 1, "all of it is read");
    window_of(story, [1280.0, 800.0])
}

#[test]
fn of_thousands_of_connections_the_map_has_the_weightiest_and_says_so() {
    let mut window = star(5_000);
    window.settle();
    let said = "weightiest of 4999 lines";
    assert!(window.shows_containing(said), "of all in the overview");

    window.click("here");
    let here = Item::Place(window.place("p7"));
    assert_eq!(window.selection(), Some(here));
    assert!(!window.shows_containing("weightiest"), "one leads to it");
}

/// A window with a story of a megabyte, in which one passage tells of a needle.
fn haystack() -> Window {
    let mut file = String::from("+++\nformat = 1\ntitle = \"T\"\n+++\n");
    for n in 0..200 {
        let words = "hay and straw ".repeat(400);
        write!(file, "## Passage {n}\n\n{words}\n\n").unwrap();
    }
    file.push_str("## The last\n\nA needle.\n");
    window_of(
        format::read(file.as_bytes()).unwrap().story,
        [1280.0, 800.0],
    )
}

fn type_query(window: &mut Window, query: &str) {
    window.key_with(Modifiers::COMMAND, Key::F);
    let field = window.harness.get_by_role(Role::SearchInput);
    field.type_text(query);
    window.harness.step();
}

#[test]
fn what_is_typed_is_found_in_a_large_story_once_it_is_indexed() {
    let mut window = haystack();

    type_query(&mut window, "needle");

    until(&mut window, "found", |window| {
        window.shows_containing("for “needle”")
    });
    window.click("Passage: The last. A needle.");
    assert!(window.selection().is_some(), "a hit leads to its passage");
}

#[test]
fn a_search_ended_before_the_index_is_there_stays_ended() {
    let mut window = haystack();
    let is_indexed = |window: &Window| !window.harness.state().session().finding().awaits_index();
    type_query(&mut window, "needle");
    assert!(!is_indexed(&window), "this is how it is before");

    window.key(Key::Escape);
    type_query(&mut window, "straw");
    until(&mut window, "found", |window| {
        window.shows_containing("for “straw”")
    });

    assert!(
        !window.shows_containing("needle”"),
        "only the last is found"
    );
}
