//! Each place can say why it was chosen, and what else the name may mean.

use dateline::article::evidence::{Doubt, Reason};
use dateline::article::{Places, Toponym, places};

fn first<'a>(text: &str, name: &str, places: &'a Places) -> &'a Toponym {
    let found = places
        .toponyms()
        .iter()
        .find(|toponym| &text[toponym.range.clone()] == name);
    found.unwrap()
}

#[test]
fn what_stands_behind_a_name_is_a_reason() {
    let text = "The mayor of Springfield, Ohio, resigned. Springfield has many mayors.";
    let places = places(text).unwrap();
    let [springfield, ohio, again] = places.toponyms() else {
        panic!("three places");
    };
    assert_eq!(
        springfield.reasons.first(),
        Some(&Reason::Within(ohio.place))
    );
    assert_eq!(
        again.reasons.first(),
        Some(&Reason::SaidElsewhere(ohio.place))
    );
    assert_eq!(again.place, springfield.place);
    assert!(!springfield.is_doubtful());
    assert!(
        places.candidates(springfield).count() > 10,
        "all Springfields can be chosen"
    );
    assert_eq!(
        places.candidates(springfield).next(),
        Some(springfield.place)
    );
}

#[test]
fn a_name_without_context_is_doubtful_and_says_so() {
    let text = "The bridge in Springfield is closed.";
    let places = places(text).unwrap();
    let springfield = first(text, "Springfield", &places);
    assert!(
        matches!(springfield.doubts[..], [Doubt::Rival(_)]),
        "{:?}",
        springfield.doubts
    );
    assert!(springfield.is_doubtful());
}

#[test]
fn what_the_text_names_around_is_a_reason() {
    let text =
        "Police in Athens searched two houses. The sheriff of Henderson County, Texas, was there.";
    let places = places(text).unwrap();
    let athens = first(text, "Athens", &places);
    let texas = first(text, "Texas", &places).place;
    assert_eq!(places.gazetteer().division_of(athens.place), Some(texas));
    assert!(athens.reasons.contains(&Reason::SameDivision(texas)));
    assert!(
        athens
            .reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Near(_)))
    );
}

#[test]
fn a_place_in_the_name_of_a_firm_is_marked() {
    let text = "Guizhou Example Technology Co Ltd pays students of Bijie Polytechnic College.";
    let places = places(text).unwrap();
    let bijie = first(text, "Bijie", &places);
    assert!(bijie.is_associative());
    assert!(bijie.doubts.contains(&Doubt::PartOfOtherName));
}

#[test]
fn people_and_their_country_are_one_place() {
    let text = "The Dutch king flew home from Japan to the Netherlands.";
    let places = places(text).unwrap();
    let (dutch, netherlands) = (
        first(text, "Dutch", &places),
        first(text, "Netherlands", &places),
    );
    assert_eq!(dutch.place, netherlands.place);
    assert!(dutch.reasons.contains(&Reason::Demonym));
}

#[test]
fn the_words_of_a_text_are_a_reason() {
    for (text, code) in [
        ("The sheriff and two aldermen met in Cambridge.", "US"),
        (
            "Councillors want £2,000 for a lorry park in Cambridge.",
            "GB",
        ),
    ] {
        let places = places(text).unwrap();
        let cambridge = first(text, "Cambridge", &places);
        let country = places.gazetteer().country_of(cambridge.place).unwrap();
        assert_eq!(places.gazetteer().iso_code(country), Some(code), "{text}");
        assert!(
            cambridge.reasons.contains(&Reason::WrittenThere(country)),
            "{:?}",
            cambridge.reasons
        );
    }
}

#[test]
fn where_a_text_was_written_is_a_reason() {
    let text = "SARASOTA — Two men were arrested in Bradenton on Monday.";
    let places = places(text).unwrap();
    let home = first(text, "SARASOTA", &places).place;
    let bradenton = first(text, "Bradenton", &places);
    assert!(
        bradenton.reasons.contains(&Reason::NearHome(home)),
        "{:?}",
        bradenton.reasons
    );

    let text = "Two men of Circleville wrote to the Chillicothe Gazette.";
    let places = places_of(text);
    assert_eq!(places.len(), 1, "a paper is no place: {places:?}");
}

#[test]
fn a_town_that_is_not_known_lies_in_the_state_that_is_said() {
    let text = "HOLLIDAY, Mo. — A man was hurt in Holliday on Friday.";
    let places = places(text).unwrap();
    let [first, state, again] = places.toponyms() else {
        panic!("three places");
    };
    assert_eq!(places.gazetteer().name(state.place), "Missouri");
    assert_eq!((first.place, again.place), (state.place, state.place));
    assert!(first.is_doubtful(), "the reader is told");
}

fn places_of(text: &str) -> Vec<String> {
    let places = places(text).unwrap();
    let names = places.toponyms().iter();
    names
        .map(|toponym| text[toponym.range.clone()].to_owned())
        .collect()
}
