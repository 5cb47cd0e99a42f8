//! What a reader puts right, and the story that follows from it.

use std::ops::Range;
use std::sync::Arc;

use dateline::article::corrections::{Correction, Corrections, Meaning, Of};
use dateline::article::draft::{Article, read};
use dateline::article::gazetteer::{Kind, PlaceId};
use dateline::article::mending::{Certainty, Mending};
use dateline::format::{self, native};
use dateline::story::{Doubt, Item, Story};

const BRIDGE: &str = "The bridge in Springfield is closed. Springfield is not amused, says the Springfield Bridge Company Ltd, and \
                      nor is Copenhagen. Those who live in Elbonia will have to wait; Elbonia has no bridge at all.";

fn article(text: &str) -> Article {
    read(text, "name")
}

fn story(article: &Article, steps: &[Correction]) -> Story {
    article.draft(steps).finish().0
}

/// Name and where it lies, of each place and region.
fn places(story: &Story) -> Vec<(&str, &str)> {
    let places = story
        .places()
        .map(|(_, place)| (&*place.name.text, &*place.region.text));
    places
        .chain(story.regions().map(|(_, region)| (&*region.name.text, "")))
        .collect()
}

/// What the text links, in its order.
fn linked(story: &Story) -> Vec<String> {
    let blocks = story.passages().flat_map(|(_, passage)| &passage.blocks);
    let linked = blocks.flat_map(|block| {
        let prose = block.prose();
        prose
            .links()
            .map(|(range, _)| prose.text[range.clone()].to_owned())
    });
    linked.collect()
}

fn mending(text: &str) -> Mending {
    Mending::new(Arc::new(article(text)))
}

fn meaning_of(mending: &Mending, id: &str) -> Meaning {
    mending.find(id).unwrap().meaning
}

/// The candidate that lies there.
fn candidate(mending: &Mending, id: &str, around: &str) -> Meaning {
    let gazetteer = mending.gazetteer().unwrap();
    let found = mending.find(id).unwrap();
    let all = mending.candidates(found);
    let place = all
        .into_iter()
        .find(|&place| dateline::article::draft::around(gazetteer, place).starts_with(around));
    Meaning::Known(place.unwrap())
}

fn nth(text: &str, words: &str, nth: usize) -> Range<usize> {
    let (start, words) = text.match_indices(words).nth(nth).unwrap();
    start..start + words.len()
}

#[test]
fn a_doubtful_place_says_why_and_a_confirmed_one_no_more() {
    let article = article(BRIDGE);
    let found = story(&article, &[]);
    let Some(item @ Item::Place(springfield)) = found.find("springfield") else {
        panic!("a place");
    };
    assert!(
        matches!(found.doubt(item), Some(Doubt::Rival(rival)) if rival.starts_with("Springfield, "))
    );
    assert_eq!(found.doubt(found.find("copenhagen").unwrap()), None);

    let mending = mending(BRIDGE);
    let first = mending.found().first().unwrap();
    assert_eq!(
        (&*first.id, first.certainty),
        ("springfield", Certainty::Doubtful)
    );
    let confirm = Correction::Confirm {
        of: Of::All(first.meaning),
    };
    let confirmed = story(&article, &[confirm]);

    assert_eq!(confirmed.place(springfield).doubt, None);
    assert_eq!(
        confirmed.place(springfield).region,
        found.place(springfield).region
    );
}

#[test]
fn another_candidate_takes_every_mention_with_it_unless_only_one_is_meant() {
    let mending = mending(BRIDGE);
    let first = meaning_of(&mending, "springfield");
    let illinois = candidate(&mending, "springfield", "Illinois");
    assert_ne!(first, illinois);

    let all = Correction::Choose {
        of: Of::All(first),
        meaning: illinois,
    };
    let all = story(mending.article(), &[all]);
    assert!(
        places(&all).contains(&("Springfield", "Illinois, United States")),
        "{:?}",
        places(&all)
    );
    assert_eq!(all.places().len(), 2);

    let text = &mending.article().text;
    let here = Of::Here(nth(text, "Springfield", 1));
    let one = Correction::Choose {
        of: here,
        meaning: illinois,
    };
    let one = story(mending.article(), &[one]);
    assert_eq!(one.places().len(), 3);
    assert!(one.find("springfield-2").is_some());
}

#[test]
fn of_two_names_of_a_place_only_the_one_that_the_other_place_has_goes_along() {
    let text = "The bridge in Washington is closed. The mayor of D.C. is not amused. Washington is a state of rain, they say in Seattle.";
    let mending = mending(text);
    let gazetteer = mending.gazetteer().unwrap();
    let all = |article: &Article, steps: &[Correction]| {
        let mended = article.mended(steps);
        mended
            .mentions
            .iter()
            .map(|mention| mention.meaning)
            .collect::<Vec<_>>()
    };
    let before = all(mending.article(), &[]);
    let capital = *before.first().unwrap();
    let called = dateline::article::candidates(gazetteer, "Washington");
    let is_state = |place: &PlaceId| gazetteer.kind(*place) == Kind::Division;
    let state = Meaning::Known(called.into_iter().find(is_state).unwrap());
    let chosen = all(
        mending.article(),
        &[Correction::Choose {
            of: Of::All(capital),
            meaning: state,
        }],
    );
    for (mention, meaning) in before.iter().zip(&chosen) {
        assert!(*meaning == state || meaning == mention);
    }
    assert!(chosen.contains(&state));
}

#[test]
fn what_is_dropped_is_text_again() {
    let article = article(BRIDGE);
    let mending = mending(BRIDGE);
    let springfield = meaning_of(&mending, "springfield");

    let none = story(
        &article,
        &[Correction::Drop {
            of: Of::All(springfield),
        }],
    );
    assert_eq!(linked(&none), ["Copenhagen"]);
    assert_eq!(places(&none).len(), 1);

    let here = Of::Here(nth(&article.text, "Springfield", 0));
    let one = story(&article, &[Correction::Drop { of: here }]);
    assert_eq!(linked(&one), ["Springfield", "Copenhagen"]);
}

#[test]
fn two_places_can_be_one() {
    let mending = mending(BRIDGE);
    let step = Correction::Merge {
        from: meaning_of(&mending, "springfield"),
        into: meaning_of(&mending, "copenhagen"),
    };
    let merged = story(mending.article(), &[step]);
    assert_eq!(places(&merged).len(), 1);
    let (copenhagen, _) = merged.places().next().unwrap();
    assert_eq!(merged.place(copenhagen).name.text, "Copenhagen");
    assert!(linked(&merged).starts_with(&["Springfield".to_owned(), "Springfield".to_owned()]));
}

#[test]
fn a_name_that_was_missed_is_marked_wherever_it_stands_or_only_once() {
    let article = article(BRIDGE);
    assert!(!linked(&story(&article, &[])).contains(&"Elbonia".to_owned()));
    let own = Meaning::own(46.05, 14.51).unwrap();
    let mark = |everywhere| Correction::Mark {
        range: nth(&article.text, "Elbonia", 1),
        everywhere,
        meaning: own,
    };

    let all = story(&article, &[mark(true)]);
    let Some(Item::Place(elbonia)) = all.find("elbonia") else {
        panic!("a place");
    };
    assert_eq!(
        (all.place(elbonia).lat, all.place(elbonia).lon),
        (46.05, 14.51)
    );
    let count = |story: &Story| {
        linked(story)
            .iter()
            .filter(|words| *words == "Elbonia")
            .count()
    };
    assert_eq!(count(&all), 2);
    assert_eq!(count(&story(&article, &[mark(false)])), 1);
}

#[test]
fn a_step_taken_back_leaves_no_trace() {
    let mut mending = mending(BRIDGE);
    let springfield = meaning_of(&mending, "springfield");
    let mut corrections = Corrections::default();
    corrections.push(Correction::Drop {
        of: Of::All(springfield),
    });
    corrections.push(Correction::Drop {
        of: Of::All(meaning_of(&mending, "copenhagen")),
    });
    assert_eq!(places(&mending.correct(corrections.clone()).0), []);

    assert!(corrections.undo() && corrections.undo());
    let (back, _) = mending.correct(corrections.clone());

    assert_eq!(back, story(mending.article(), &[]));
    assert!(corrections.redo());
    assert_eq!(places(&mending.correct(corrections).0).len(), 1);
}

#[test]
fn topics_can_be_renamed_and_dropped() {
    let part = "The cargo bikes came early, and everyone in the street looked at the cargo bikes as if they had never seen one \
                before; it was quiet, then somebody laughed, and the whole street laughed with them for quite a while, until it rained.";
    let article = article(&format!("{part}\n\n{part}\n\n{part}"));
    let before = story(&article, &[]);
    let (first, _) = before.topics().next().unwrap();
    let topic = before.topic(first).key.to_string();
    let rename = Correction::RenameTopic {
        topic: topic.clone(),
        name: "Freight on bikes".to_owned(),
    };
    let renamed = story(&article, std::slice::from_ref(&rename));
    assert_eq!(renamed.topic(first).name.text, "Freight on bikes");
    assert_eq!(renamed.topic(first).key, topic);

    let dropped = story(&article, &[rename, Correction::DropTopic { topic }]);
    assert_eq!(dropped.topics().len(), before.topics().len() - 1);
}

#[test]
fn steps_that_fit_no_text_do_no_harm() {
    let article = article("毕节在贵州。");
    let own = Meaning::own(1.0, 2.0).unwrap();
    let far = usize::MAX - 1..usize::MAX;
    for range in [far, 1..2, 3..3, 0..4] {
        let here = Of::Here(range.clone());
        let steps = [
            Correction::Mark {
                range,
                everywhere: true,
                meaning: own,
            },
            Correction::Choose {
                of: here.clone(),
                meaning: own,
            },
            Correction::Drop { of: here },
            Correction::Drop { of: Of::All(own) },
        ];
        assert_eq!(linked(&story(&article, &steps)).len(), 2);
    }
}

#[test]
fn a_mended_article_is_written_as_a_story_that_reads_back_the_same() {
    let texts = [
        BRIDGE,
        "毕节开办学院\n\n2022年2月22日 来源：例报\n\n毕节市位于贵州省，学院与荷兰阿姆斯特丹的企业合作。*星*和[括号]。",
    ];
    for text in texts {
        let mut mending = mending(text);
        let confirm = mending.found().iter().map(|found| Correction::Confirm {
            of: Of::All(found.meaning),
        });
        let corrections = Corrections::of(confirm.collect());
        let (mended, _) = mending.correct(corrections);

        let read = format::read(native::write(&mended).as_bytes()).unwrap();

        assert_eq!(read.problems, []);
        assert_eq!(read.story, mended);
    }
}
