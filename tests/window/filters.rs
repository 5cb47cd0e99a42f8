//! Filtering by place and topic: what passes, what is dimmed, what is counted, and the way out.

use crate::support::{Window, window};
use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;

/// What a chip lets through, by paragraph of the source.
const CHIPS: [(&str, &[u32]); 13] = [
    ("Beijing, 2", &[1, 13]),
    ("Guiyang, 2", &[1, 13]),
    ("Bijie, 6", &[6, 7, 8, 9, 11, 12]),
    ("Lianyungang, 1", &[2]),
    ("Hangzhou, 1", &[14]),
    ("Amsterdam, 1", &[10]),
    ("Education, 7", &[6, 7, 8, 9, 11, 12, 14]),
    ("Companies, 3", &[9, 10, 12]),
    ("Policy, 2", &[13, 14]),
    ("Logistics, 3", &[2, 3, 10]),
    ("Trade, 3", &[3, 4, 5]),
    ("Digital economy, 2", &[5, 13]),
    ("Rural revitalisation, 1", &[7]),
];

fn count(window: &Window) -> usize {
    let shown = window.paragraphs().len();
    assert!(
        window.shows(&format!("{shown} of 14 passages")),
        "the count says how many show"
    );
    shown
}

#[test]
fn each_chip_shows_its_passages_and_a_second_click_shows_all_again() {
    let mut window = window();
    for (chip, paragraphs) in CHIPS {
        window.click(chip);
        assert_eq!(window.paragraphs(), paragraphs, "{chip}");
        assert_eq!(count(&window), paragraphs.len());

        window.click(chip);
        assert_eq!(window.paragraphs().len(), 14, "{chip} again");
    }
}

#[test]
fn each_chip_works_by_keyboard() {
    let mut window = window();
    for (chip, paragraphs) in CHIPS {
        window.harness.get_by_label(chip).focus();
        window.settle();
        window.key(Key::Space);
        assert_eq!(window.paragraphs(), paragraphs, "{chip}");
        window.key(Key::Space);
    }
}

#[test]
fn chips_of_one_kind_add_and_the_kinds_combine() {
    for (chips, paragraphs) in [
        (vec!["Bijie, 6", "Education, 7"], vec![6, 7, 8, 9, 11, 12]),
        (vec!["Hangzhou, 1", "Policy, 2"], vec![14]),
        (
            vec!["Bijie, 6", "Hangzhou, 1"],
            vec![6, 7, 8, 9, 11, 12, 14],
        ),
        (vec!["Bijie, 6", "Hangzhou, 1", "Companies, 3"], vec![9, 12]),
        (vec!["Trade, 3", "Policy, 2"], vec![3, 4, 5, 13, 14]),
    ] {
        let mut window = window();
        for chip in &chips {
            window.click(chip);
        }
        assert_eq!(window.paragraphs(), paragraphs, "{chips:?}");
        count(&window);
    }
}

#[test]
fn what_nothing_passes_says_so_and_offers_the_way_out() {
    let mut window = window();
    window.click("Amsterdam, 1");
    window.click("Policy, 2");

    assert!(window.shows("0 of 14 passages"));
    assert!(window.shows("Nothing passes"));

    window.click("Clear the filters");
    assert_eq!(window.paragraphs().len(), 14);
}

#[test]
fn escape_leaves_the_selection_first_and_the_filters_next() {
    let mut window = window();
    window.click("Education, 7");
    window.key(Key::ArrowRight);
    assert!(window.selection().is_some());

    window.key(Key::Escape);
    assert!(window.selection().is_none());
    assert_eq!(window.paragraphs().len(), 7);

    window.key(Key::Escape);
    assert_eq!(window.paragraphs().len(), 14);
}

#[test]
fn a_dimmed_marker_can_still_be_selected() {
    let mut window = window();
    window.click("Logistics, 3");

    window.click("Beijing, filtered out");

    assert!(window.shows("Beijing 北京"));
    assert!(window.shows("0 of 2 passages pass the filters"));
    window.click("Clear the filters");
    assert_eq!(window.paragraphs(), [1, 13]);
}

#[test]
fn stepping_follows_the_filters() {
    let mut window = window();
    window.click("Companies, 3");
    let titles = [
        "A training base in view",
        "An importer with fifteen stores",
        "Guest experts, company visits",
    ];
    for title in titles {
        window.click(&format!("Next: {title}"));
    }
    assert!(
        !window.shows_containing("Next: "),
        "that was the last of them"
    );
}

#[test]
fn a_topic_under_a_passage_filters_by_it() {
    let mut window = window();

    window.scroll_and_click("Filter by topic: Policy", 0);

    assert_eq!(window.paragraphs(), [13, 14]);
}

#[test]
fn a_passage_that_the_filter_hides_is_nothing_to_be_on() {
    let mut window = window();
    window.key(Key::End);
    window.click("Beijing, 2");

    assert!(window.selection().is_none());
    assert!(window.shows("Next: Two desks, one report"));
    assert!(!window.shows_containing("Previous: "));
    assert!(
        window.shows("Beijing, 2 passages"),
        "the map shows what passes"
    );

    window.key(Key::Escape);
    assert_eq!(window.paragraphs().len(), 14);
}
