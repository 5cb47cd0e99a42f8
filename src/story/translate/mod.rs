//! A draft as a translation: what it says is added to a story that is already there, by the story's ids.

mod things;

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::FileSpan;
use super::check::Check;
use super::draft::{self, Draft, Entry, Field};
use super::keys::shortened;
use super::languages::Texts;
use super::problem::{Ids, Kind, Problem, ProblemKind, Severity};
use super::{Block, Item, Name, PassageId, PlaceId, Story, mentions};

impl Draft {
    /// Adds to the story what the draft says in `language`. What does not hold is left out or cut, and said in the
    /// problems; a draft in another language than it should have is left out altogether.
    pub fn translate(self, story: &mut Story, language: &str) -> Vec<Problem> {
        let mut draft = self;
        let mut translate = Translate {
            check: Check::new(std::mem::take(&mut draft.problems)),
            language: language.to_owned(),
            done: BTreeSet::new(),
            told: BTreeSet::new(),
        };
        if translate.agrees(draft.language, &story.language) {
            translate.check.ids = std::mem::take(&mut story.by_key);

            translate.head(draft.title, draft.source, draft.curriculum, story);
            let unnamed = translate.unnamed(story);
            translate.places(draft.places, story);
            translate.regions(draft.regions, story);
            translate.topics(draft.topics, story);
            translate.actors(draft.actors, story);
            translate.events(draft.events, story);
            translate.connections(draft.connections, unnamed, story);
            translate.subjects(draft.subjects, story);
            translate.modules(draft.modules, story);
            let mut texts = Texts {
                introduction: mentions::read(draft.introduction, &mut translate.check).blocks,
                ..Texts::default()
            };
            translate.passages(draft.passages, &mut texts, story);

            story.by_key = std::mem::take(&mut translate.check.ids);
            translate.what_is_left(&texts, story);
            if !texts.is_empty() {
                story.texts.insert(translate.language, texts);
            }
        }
        translate.check.problems.into_sorted()
    }
}

/// The state of adding one translation.
struct Translate {
    check: Check,
    language: String,
    /// What has been translated so far.
    done: BTreeSet<Item>,
    /// The keys of which has been said that a translation has none of them.
    told: BTreeSet<String>,
}

impl Translate {
    /// Whether the file is in its language, and the story in another one.
    fn agrees(&mut self, language: Field<SmolStr>, of_story: &str) -> bool {
        if language == Field::Wrong {
            return false;
        }
        let language = language.given().unwrap_or_default();
        let problem = if language.value != self.language {
            ProblemKind::OtherLanguage {
                language: self.language.clone(),
            }
        } else if self.language == of_story {
            ProblemKind::SameLanguage {
                language: self.language.clone(),
            }
        } else {
            return true;
        };
        self.check.problems.push(problem, language.span);
        false
    }

    fn head(
        &mut self,
        title: draft::Name,
        source: draft::Source,
        curriculum: Field<SmolStr>,
        story: &mut Story,
    ) {
        self.title("title", title, &mut story.title);
        self.title("title", source.title, &mut story.source.title);
        self.name("publisher", source.publisher, &mut story.source.publisher);
        self.note("byline", source.byline, &mut story.source.byline);
        self.storys_own("date", source.date);
        self.storys_own("time", source.time);
        self.storys_own_list("authors", source.authors);
        self.storys_own("url", source.url);
        self.storys_own("actor", curriculum);
    }

    /// A name of few words.
    fn name(&mut self, key: &str, name: draft::Name, original: &mut Name) {
        self.add(key, name, Check::name, original);
    }

    fn title(&mut self, key: &str, title: draft::Name, original: &mut Name) {
        self.add(key, title, Check::title, original);
    }

    /// A text that may have several lines.
    fn note(&mut self, key: &str, note: draft::Name, original: &mut Name) {
        self.add(key, note, Check::note, original);
    }

    /// In the translation of a file that was copied, `name_zh` is as good as `name`, and surely in that language.
    fn add(
        &mut self,
        key: &str,
        name: draft::Name,
        checked: fn(&mut Check, draft::Name) -> Name,
        original: &mut Name,
    ) {
        for (language, text) in &name.translations {
            if language != self.language {
                self.not_translated(format!("{key}_{language}"), text.span);
            }
        }
        let Name {
            text,
            mut translations,
        } = checked(&mut self.check, name);
        let text = translations.remove(&self.language).unwrap_or(text);
        if !text.is_empty() {
            original.translations.insert(&self.language, text);
        }
    }

    fn storys_own<T>(&mut self, key: &str, field: Field<T>) {
        if let Some(value) = field.given() {
            self.not_translated(key.to_owned(), value.span);
        }
    }

    fn storys_own_list<T>(&mut self, key: &str, list: Vec<draft::Located<T>>) {
        if let Some(first) = list.into_iter().next() {
            self.not_translated(key.to_owned(), first.span);
        }
    }

    /// Said once for each key, or copying a file would say it for each place.
    fn not_translated(&mut self, key: String, span: Option<FileSpan>) {
        if self.told.insert(key.clone()) {
            self.check
                .problems
                .push(ProblemKind::StorysOwn { key }, span);
        }
    }

    /// What the entry translates.
    fn original(&mut self, kind: Kind, entry: &Entry) -> Option<Item> {
        if entry.id == Field::Missing {
            let problem = if kind == Kind::Passage {
                ProblemKind::NoIdInHeading {}
            } else {
                ProblemKind::NoId { kind }
            };
            self.check.problems.push(problem, entry.span);
        }
        let id = entry.id.clone().given()?;
        let item = self.check.item(&id.value, id.span, &[kind])?;
        if !self.done.insert(item) {
            let problem = ProblemKind::TranslatedTwice {
                id: id.value.into(),
            };
            self.check.problems.push(problem, id.span);
            return None;
        }
        Some(item)
    }

    fn passages(&mut self, passages: Vec<draft::Passage>, texts: &mut Texts, story: &mut Story) {
        for passage in passages {
            let Some(Item::Passage(id)) = self.original(Kind::Passage, &passage.entry) else {
                continue;
            };
            let Some(original) = story.passages.get_mut(id.index()) else {
                continue;
            };
            let span = passage.entry.span;
            self.title("title", passage.entry.name, &mut original.title);
            self.storys_own_list("topics", passage.topics);
            if !passage.paragraphs.is_empty() {
                self.not_translated("paragraph".to_owned(), span);
            }
            let faults = self.check.problems.count(Severity::Fault);
            let text = mentions::read(passage.blocks, &mut self.check);
            if text.blocks.is_empty() {
                continue;
            }
            // A mention that leads nowhere has been told, and would be missed again.
            if self.check.problems.count(Severity::Fault) == faults {
                self.compare(id, &text.places, span, story);
                self.compare_images(id, &text.blocks, span, story);
            }
            texts.passages.insert(id, text.blocks);
        }
    }

    /// A translation mentions what its original mentions.
    fn compare(
        &mut self,
        id: PassageId,
        mentioned: &[PlaceId],
        span: Option<FileSpan>,
        story: &Story,
    ) {
        let original = story.passage(id);
        let passage = || original.key.to_string();
        if let Some(places) = without(&original.places, mentioned, story) {
            let passage = passage();
            let problem = ProblemKind::MentionMissing { passage, places };
            self.check.problems.push(problem, span);
        }
        if let Some(places) = without(mentioned, &original.places, story) {
            let passage = passage();
            let problem = ProblemKind::MentionAdded { passage, places };
            self.check.problems.push(problem, span);
        }
    }

    /// A translation shows as many images as its original: the same ones, or others in its language.
    fn compare_images(
        &mut self,
        id: PassageId,
        translated: &[Block],
        span: Option<FileSpan>,
        story: &Story,
    ) {
        let original = story.passage(id);
        let shown: BTreeSet<&str> = image_paths(translated).collect();
        if image_paths(translated).count() < image_paths(&original.blocks).count()
            && let Some(missing) = image_paths(&original.blocks).find(|path| !shown.contains(path))
        {
            let problem = ProblemKind::ImageMissing {
                passage: original.key.to_string(),
                path: shortened(missing),
            };
            self.check.problems.push(problem, span);
        }
    }

    /// Says what the translation lacks.
    fn what_is_left(&mut self, texts: &Texts, story: &Story) {
        if texts.introduction.is_empty() && !story.introduction.is_empty() {
            self.check
                .problems
                .push(ProblemKind::IntroductionLeft {}, None);
        }
        let mut left = story
            .passages()
            .filter(|(id, passage)| !passage.blocks.is_empty() && !texts.passages.contains_key(id));
        if let Some((_, first)) = left.next() {
            let problem = ProblemKind::PassagesLeft {
                count: left.count() + 1,
                all: story.passages().len(),
                first: first.key.to_string(),
            };
            self.check.problems.push(problem, None);
        }
    }
}

fn image_paths(blocks: &[Block]) -> impl Iterator<Item = &str> {
    blocks.iter().filter_map(|block| match block {
        Block::Image(image) => Some(image.path.as_str()),
        Block::Paragraph(_) | Block::Quote(_) | Block::Item(_) | Block::Context(_) => None,
    })
}

/// The places in one list that are not in the other; none where there are none.
fn without(places: &[PlaceId], others: &[PlaceId], story: &Story) -> Option<Ids> {
    /// How many are named.
    const NAMED: usize = 5;

    let others: BTreeSet<_> = others.iter().collect();
    let mut left = places.iter().filter(|place| !others.contains(place));
    let named: Vec<_> = left
        .by_ref()
        .take(NAMED)
        .map(|&place| story.place(place).key.to_string())
        .collect();
    let more = left.count();
    (!named.is_empty()).then_some(Ids { named, more })
}
