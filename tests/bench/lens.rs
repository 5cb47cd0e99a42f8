//! Filters: what it takes to know which of the passages show.

use criterion::Criterion;
use dateline::session::{Action, Session};

use super::generated::Size;

pub fn lens(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("lens");
    for size in Size::ALL {
        let story = size.story();
        let (place, _) = story.places().last().expect("a place");
        let (topic, _) = story.topics().next().expect("a topic");
        let mut session = Session::new(&story);
        for (name, action) in [
            ("place", Action::TogglePlace(place)),
            ("topic", Action::ToggleTopic(topic)),
        ] {
            let name = format!("{name} on and off, {}", size.name());
            group.bench_function(name, |bencher| {
                bencher.iter(|| {
                    session.apply(&story, action.clone());
                    let some = session.visible().passages().len();
                    session.apply(&story, action.clone());
                    (some, session.visible().passages().len())
                });
            });
        }
    }
    group.finish();
}
