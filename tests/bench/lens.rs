//! Filters over 10,000 passages: what it takes to know which of them show.

use criterion::Criterion;
use dateline::session::{Action, Session};

use super::generated;

pub fn lens(criterion: &mut Criterion) {
    let story = generated::story(10_000);
    let (place, _) = story.places().nth(5_000).expect("a place");
    let (topic, _) = story.topics().next().expect("a topic");
    let mut session = Session::new(&story);
    let mut group = criterion.benchmark_group("lens over 10000 passages");
    for (name, action) in [
        ("place, on and off", Action::TogglePlace(place)),
        ("topic, on and off", Action::ToggleTopic(topic)),
    ] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                session.apply(&story, action.clone());
                let some = session.visible().passages().len();
                session.apply(&story, action.clone());
                (some, session.visible().passages().len())
            });
        });
    }
    group.finish();
}
