//! From a draft to a story: things that others refer to come first, so that every reference can be looked up.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::check::Check;
use super::draft::{self, Draft, Entry, Field};
use super::ids::Id;
use super::keys::{self, Keys};
use super::problem::{Kind, Problem, ProblemKind, Term};
use super::{Item, Name, Passage, PassageId, PlaceId, Source, Story, limits, mentions, timeline};
use crate::lists::Lists;

impl Draft {
    /// Checks everything; what does not hold is left out or cut, and said in the problems.
    pub fn finish(self) -> (Story, Vec<Problem>) {
        let mut draft = self;
        let mut check = Check::new(std::mem::take(&mut draft.problems));
        let keys = keys::assign(&draft, &mut check.ids, &mut check.problems);
        let mut finish = Finish {
            check,
            keys,
            story: Story::default(),
        };

        finish.head(draft.title, draft.language, draft.source);
        finish.places(draft.places);
        finish.regions(draft.regions);
        finish.topics(draft.topics);
        finish.actors(draft.actors);
        let passages = finish.passages(draft.passages);
        finish.events(draft.events);
        finish.connections(draft.connections);
        finish.subjects(draft.subjects);
        finish.modules(draft.modules);
        finish.story.introduction = mentions::read(draft.introduction, &mut finish.check).blocks;
        finish.texts(passages);
        finish.story.curriculum = draft
            .curriculum
            .given()
            .and_then(|id| finish.check.actor(&id));

        let Finish {
            check, mut story, ..
        } = finish;
        look_ups(&mut story);
        story.by_key = check.ids;
        story.by_key.forget_left_out();
        (story, check.problems.into_sorted())
    }
}

/// A story in the making.
pub(super) struct Finish {
    pub check: Check,
    keys: Keys,
    pub story: Story,
}

impl Finish {
    fn head(&mut self, title: draft::Name, language: Field<SmolStr>, source: draft::Source) {
        let Self { check, story, .. } = self;
        let title_is_missing = title.text == Field::Missing;
        story.title = check.title(title);
        story.language = check.language(language);
        let mut authors = source.authors;
        if authors.len() > limits::AUTHORS {
            let span = authors.get(limits::AUTHORS).and_then(|author| author.span);
            check.problems.push(
                ProblemKind::TooManyOf {
                    what: Term::Authors,
                    limit: limits::AUTHORS,
                },
                span,
            );
            authors.truncate(limits::AUTHORS);
        }
        story.source = Source {
            title: check.title(source.title),
            publisher: check.name(source.publisher),
            date: check.date(source.date),
            time: check.time(source.time),
            authors: authors
                .into_iter()
                .map(|author| check.word(Field::Given(author)).into())
                .collect(),
            byline: check.note(source.byline),
            url: check.web_address(source.url),
        };
        story.source.authors.retain(|author| !author.is_empty());
        if story.title.is_empty() {
            if title_is_missing {
                check.problems.push(ProblemKind::NoTitle {}, None);
            }
            story.title = story.source.title.clone();
        }
    }

    /// The id of a draft's thing, as it stands among all of them and in letters; none where it is left out.
    pub fn key(&mut self, kind: Kind, index: usize, entry: &mut Entry) -> Option<(Id, SmolStr)> {
        let id = self.keys.get(kind, index)?;
        let written = self.check.ids.written(id);
        let own = std::mem::take(&mut entry.id).given();
        let key = match own {
            Some(own) if own.value == written => own.value,
            Some(_) | None => written.into(),
        };
        Some((id, key))
    }

    /// A thing without a name goes by its id; a connection needs none.
    pub fn named(&mut self, kind: Kind, entry: Entry, key: &str) -> Name {
        let is_missing = entry.name.text == Field::Missing;
        let mut name = match kind {
            Kind::Passage => self.check.title(entry.name),
            Kind::Place
            | Kind::Region
            | Kind::Topic
            | Kind::Actor
            | Kind::Event
            | Kind::Connection
            | Kind::Subject
            | Kind::Module => self.check.name(entry.name),
        };
        if name.is_empty() && kind != Kind::Connection {
            if is_missing {
                self.check
                    .problems
                    .push(ProblemKind::NoName { kind }, entry.span);
            }
            name.text = key.into();
        }
        name
    }

    /// Titles and topics; the texts follow when all that they can mention is there.
    fn passages(&mut self, passages: Vec<draft::Passage>) -> Vec<Vec<draft::Block>> {
        self.story.passages.reserve_exact(passages.len());
        let mut texts = Vec::with_capacity(passages.len());
        for (index, mut passage) in passages.into_iter().enumerate() {
            let Some((own, key)) = self.key(Kind::Passage, index, &mut passage.entry) else {
                continue;
            };
            let span = passage.entry.span;
            let title = self.named(Kind::Passage, passage.entry, &key);
            if passage.paragraphs.len() > limits::PARAGRAPHS {
                let problem = ProblemKind::TooManyOf {
                    what: Term::SourceParagraphs,
                    limit: limits::PARAGRAPHS,
                };
                self.check.problems.push(problem, span);
                passage.paragraphs.truncate(limits::PARAGRAPHS);
            }
            let id = PassageId::new(self.story.passages.len());
            self.check.ids.stands_for(own, Item::Passage(id));
            self.story.passages.push(Passage {
                key,
                title,
                paragraphs: each_once(
                    passage
                        .paragraphs
                        .into_iter()
                        .filter(|&number| (1..=limits::LAST_PARAGRAPH).contains(&number)),
                ),
                topics: each_once(
                    passage
                        .topics
                        .into_iter()
                        .filter_map(|id| self.check.topic(&id)),
                ),
                blocks: Vec::new(),
                places: Vec::new(),
                regions: Vec::new(),
                actors: Vec::new(),
                dates: Vec::new(),
            });
            texts.push(passage.blocks);
        }
        if self.story.passages.is_empty() {
            self.check.problems.push(ProblemKind::NoPassage {}, None);
        }
        texts
    }

    fn texts(&mut self, texts: Vec<Vec<draft::Block>>) {
        for (passage, blocks) in self.story.passages.iter_mut().zip(texts) {
            let text = mentions::read(blocks, &mut self.check);
            passage.blocks = text.blocks;
            passage.places = text.places;
            passage.regions = text.regions;
            passage.actors = text.actors;
        }
    }
}

/// In the order of their first appearance.
pub(super) fn each_once<T: Copy + Ord>(things: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    things.filter(|thing| seen.insert(*thing)).collect()
}

/// From the passages' own lists, so that both ways always agree.
fn look_ups(story: &mut Story) {
    let passages = &story.passages;
    story.passages_of_place = passages_of(story.places.len(), passages, |passage| {
        passage.places.iter().map(|place| place.index())
    });
    story.passages_of_region = passages_of(story.regions.len(), passages, |passage| {
        passage.regions.iter().map(|region| region.index())
    });
    story.passages_of_topic = passages_of(story.topics.len(), passages, |passage| {
        passage.topics.iter().map(|topic| topic.index())
    });
    story.passages_of_actor = passages_of(story.actors.len(), passages, |passage| {
        passage.actors.iter().map(|actor| actor.index())
    });
    story.prominent_places = prominent(story);
    for event in &story.events {
        if let Some(passage) = event.passage
            && let Some(passage) = story.passages.get_mut(passage.index())
        {
            passage.dates.push(event.date);
        }
    }
    story.timeline = timeline::stops(story);
}

/// For each thing of a kind, the passages that name it; `named` gives their positions.
fn passages_of<'p, Named: Iterator<Item = usize> + Clone>(
    things: usize,
    passages: &'p [Passage],
    named: impl Fn(&'p Passage) -> Named + Copy,
) -> Lists<PassageId> {
    let passages = passages.iter().enumerate();
    let pairs = passages.flat_map(move |(index, passage)| {
        named(passage).map(move |thing| (thing, PassageId::new(index)))
    });
    Lists::new(things, pairs)
}

/// The most mentioned; of equals the first.
fn prominent(story: &Story) -> Vec<PlaceId> {
    const MOST: usize = 60;
    let mentions = |place| story.passages_of_place(place).len();
    let places = story.places().map(|(place, _)| place);
    let mut places: Vec<_> = places
        .map(|place| (Reverse(mentions(place)), place))
        .collect();
    if places.len() > MOST {
        places.select_nth_unstable(MOST);
        places.truncate(MOST);
    }
    let mut most: Vec<PlaceId> = places.into_iter().map(|(_, place)| place).collect();
    most.sort_unstable();
    most
}
