//! What the reader is doing with a story: what they are on, and what they filter by.
//!
//! [`Session::apply`] is the only code that changes it, but for what takes a while and is handed in later. A session belongs to one story: another story, another session.

mod action;
mod bookmark;
mod carry;
pub mod finding;
mod history;
mod lens;
pub mod mentions;
pub mod search;
mod tour;
mod visible;

pub use action::{Action, Direction, Step};
pub use bookmark::Bookmark;
pub use carry::Carry;
use finding::Finding;
use history::History;
pub use lens::Lens;
pub use mentions::{Mention, Walk};
use search::Index;
pub use tour::Tour;
pub use visible::Visible;

use std::slice;

use serde::{Deserialize, Serialize};

use crate::story::{ActorId, Item, PassageId, PlaceId, RegionId, Story};

/// Which page of the reading panel is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Page {
    #[default]
    Story,
    Curriculum,
    /// People and organisations.
    Who,
    /// The dated facts.
    When,
    /// What is wrong with the story's file.
    Problems,
    /// The places that were found in an article, to be looked through.
    Found,
}

impl Page {
    /// In the order of their tabs.
    pub const ALL: [Self; 6] = [
        Self::Story,
        Self::Curriculum,
        Self::Who,
        Self::When,
        Self::Problems,
        Self::Found,
    ];

    /// Whether the story has anything to show on it.
    pub fn has_content(self, story: &Story) -> bool {
        match self {
            Self::Story => true,
            Self::Curriculum => story.modules().len() + story.subjects().len() > 0,
            Self::Who => story.actors().len() > 0,
            Self::When => story.events().len() > 0,
            // They are the file's, not the story's.
            Self::Problems | Self::Found => false,
        }
    }
}

/// What the map and the panel should bring into view, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Every marker.
    Overview,
    /// What the lens lets through, from its first passage on.
    Lens,
    /// A passage, where the map is right already.
    Passage(PassageId),
    /// A mention in the text, where the map is right already.
    Mention(Mention),
    Item(Item),
}

#[derive(Clone, Debug)]
pub struct Session {
    page: Page,
    selection: Option<Item>,
    /// Whom the reader has come to the page of people for.
    met: Option<ActorId>,
    lens: Lens,
    /// Follows from the story and the lens; kept, since it is asked for all over every frame.
    visible: Visible,
    /// The passage the reader was on last, so that stepping goes on from there.
    last_passage: Option<PassageId>,
    focus: Option<Focus>,
    finding: Finding,
    tour: Tour,
    /// Among the mentions of the selected place.
    walk: Option<Walk>,
    history: History,
    /// How many actions there have been.
    changes: u64,
}

impl Session {
    /// A reader who has just opened the story.
    pub fn new(story: &Story) -> Self {
        let lens = Lens::default();
        Self {
            page: Page::Story,
            selection: None,
            met: None,
            visible: Visible::new(story, &lens),
            lens,
            last_passage: None,
            focus: Some(Focus::Overview),
            finding: Finding::default(),
            tour: Tour::Still,
            walk: None,
            history: History::default(),
            changes: 0,
        }
    }

    pub fn apply(&mut self, story: &Story, action: Action) {
        self.changes += 1;
        let before = self.stand();
        let travels = matches!(action, Action::Travel(_));
        if action.leaves_tour() {
            self.tour = Tour::Still;
        }
        self.run(story, action);
        let after = self.stand();
        if before.selection != after.selection {
            self.walk = None;
        }
        if !travels && (before.page, before.selection) != (after.page, after.selection) {
            self.history.left(before);
        }
    }

    fn run(&mut self, story: &Story, action: Action) {
        match action {
            Action::Select(item) => {
                self.finding.came_to(item);
                self.show(story, item);
            }
            Action::Examine(item) => self.examine(item),
            Action::Deselect => self.deselect(),
            Action::Meet(actor) => self.meet(actor),
            Action::Turn(page) => {
                self.page = page;
                self.met = None;
            }
            Action::TogglePlace(place) => self.change_lens(story, |lens| lens.toggle_place(place)),
            Action::ToggleTopic(topic) => self.change_lens(story, |lens| lens.toggle_topic(topic)),
            Action::ToggleActor(actor) => self.change_lens(story, |lens| lens.toggle_actor(actor)),
            Action::SetDates(dates) => self.change_lens(story, |lens| lens.set_dates(dates)),
            Action::ClearLens => self.change_lens(story, |lens| *lens = Lens::default()),
            Action::Search(query) => self.finding.search(story, query),
            Action::StepHit(step) => {
                if let Some(item) = self.finding.step(step) {
                    self.show(story, item);
                }
            }
            Action::StepMention(direction, language) => {
                self.step_mention(story, direction, language);
            }
            Action::Step(step) => self.step(story, step),
            Action::Play => self.play(story),
            Action::PlayOn if self.next_passage().is_some() => self.step(story, Step::Next),
            Action::PlayOn | Action::Pause => self.tour = Tour::Still,
            Action::Stray => {
                if self.tour == Tour::Playing {
                    self.tour = Tour::Interrupted;
                }
            }
            Action::Continue => self.go_on(),
            Action::Travel(direction) => self.travel(story, direction),
            Action::Back => self.back(story),
        }
    }

    fn select(&mut self, story: &Story, item: Item) {
        if let Item::Passage(passage) = item {
            // Asked for by name, a passage shows even where the lens would hide it.
            if !self.visible.passage(passage) {
                self.change_lens(story, |lens| *lens = Lens::default());
            }
            self.last_passage = Some(passage);
        }
        self.page = Page::Story;
        self.met = None;
        self.selection = Some(item);
        self.focus = Some(Focus::Item(item));
    }

    /// A thing found: where it has no page of its own, the passage that tells of it, or the page that lists it.
    fn show(&mut self, story: &Story, item: Item) {
        let passage = match item {
            Item::Place(_) | Item::Region(_) | Item::Passage(_) => return self.select(story, item),
            Item::Event(id) => story.event(id).passage,
            Item::Subject(id) => story.subject(id).passage,
            Item::Module(id) => story.module(id).passage,
            Item::Actor(id) => story.passages_of_actor(id).first().copied(),
            Item::Topic(id) => story.passages_of_topic(id).first().copied(),
            Item::Connection(_) => None,
        };
        if let Some(passage) = passage {
            self.select(story, Item::Passage(passage));
        }
    }

    fn meet(&mut self, actor: ActorId) {
        self.page = Page::Who;
        self.met = Some(actor);
        self.focus = Some(Focus::Item(Item::Actor(actor)));
    }

    fn examine(&mut self, item: Item) {
        self.page = Page::Found;
        self.met = None;
        self.selection = Some(item);
        self.focus = Some(Focus::Item(item));
    }

    fn deselect(&mut self) {
        self.selection = None;
        self.last_passage = None;
        self.focus = Some(Focus::Overview);
    }

    fn change_lens(&mut self, story: &Story, change: impl FnOnce(&mut Lens)) {
        change(&mut self.lens);
        self.visible = Visible::new(story, &self.lens);
        self.walk = None;
        match self.selection {
            // What the reader is on stays under their eye.
            Some(Item::Passage(passage)) if self.visible.passage(passage) => {
                self.focus = Some(Focus::Passage(passage));
            }
            Some(Item::Place(_) | Item::Region(_)) => {}
            // A passage that no longer shows is nothing to be on.
            _ => {
                self.selection = None;
                self.last_passage = None;
                self.focus = Some(Focus::Lens);
            }
        }
    }

    fn step(&mut self, story: &Story, step: Step) {
        let target = match step {
            Step::Next => self.next_passage(),
            Step::Previous => self.previous_passage(),
            Step::First => self.visible.passages().first().copied(),
            Step::Last => self.visible.passages().last().copied(),
        };
        if let Some(passage) = target {
            self.select(story, Item::Passage(passage));
        }
    }

    /// One step out: of the tour, the search, back to the text from the people in it, the selection, then of the lens.
    fn back(&mut self, story: &Story) {
        if self.tour != Tour::Still {
            self.tour = Tour::Still;
        } else if self.finding.is_on() || self.finding.awaits_index() {
            self.finding.end();
        } else if self.met.take().is_some() {
            self.page = Page::Story;
        } else if self.selection.is_some() {
            self.deselect();
        } else if !self.lens.is_empty() {
            self.change_lens(story, |lens| *lens = Lens::default());
        }
    }

    /// What the reader searches in, once it is made: see [`Finding::awaits_index`].
    pub fn take_index(&mut self, story: &Story, index: Index) {
        self.finding.take_index(story, index);
        self.changes += 1;
    }

    pub fn page(&self) -> Page {
        self.page
    }

    pub fn selection(&self) -> Option<Item> {
        self.selection
    }

    pub fn is_selected(&self, item: Item) -> bool {
        self.selection == Some(item)
    }

    pub fn selected_place(&self) -> Option<PlaceId> {
        match self.selection {
            Some(Item::Place(place)) => Some(place),
            _ => None,
        }
    }

    pub fn selected_region(&self) -> Option<RegionId> {
        match self.selection {
            Some(Item::Region(region)) => Some(region),
            _ => None,
        }
    }

    /// Whom the reader has come to the page of people for.
    pub fn met(&self) -> Option<ActorId> {
        self.met
    }

    pub fn selected_passage(&self) -> Option<PassageId> {
        match self.selection {
            Some(Item::Passage(passage)) => Some(passage),
            _ => None,
        }
    }

    /// The places that the reader is on: the one selected, or those that the passage they are on mentions.
    pub fn on<'a>(&'a self, story: &'a Story) -> &'a [PlaceId] {
        match &self.selection {
            Some(Item::Place(place)) => slice::from_ref(place),
            Some(Item::Passage(passage)) => &story.passage(*passage).places,
            _ => &[],
        }
    }

    /// What was worked out from the session holds until this number is another.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    pub fn tour(&self) -> Tour {
        self.tour
    }

    /// Among the mentions of what is selected, once the reader walks them.
    pub fn walk(&self) -> Option<Walk> {
        self.walk
    }

    pub fn finding(&self) -> &Finding {
        &self.finding
    }

    pub fn lens(&self) -> &Lens {
        &self.lens
    }

    pub fn visible(&self) -> &Visible {
        &self.visible
    }

    /// The next passage that the lens lets through.
    pub fn next_passage(&self) -> Option<PassageId> {
        let passages = self.visible.passages();
        let after = self
            .last_passage
            .map_or(0, |here| passages.partition_point(|&p| p <= here));
        passages.get(after).copied()
    }

    /// The passage before that the lens lets through.
    pub fn previous_passage(&self) -> Option<PassageId> {
        let passages = self.visible.passages();
        let here = passages.partition_point(|&p| Some(p) < self.last_passage);
        passages.get(here.checked_sub(1)?).copied()
    }

    /// How many of the visible passages the reader has come past, from 0 before the first.
    pub fn position(&self) -> usize {
        let passages = self.visible.passages();
        self.last_passage
            .map_or(0, |here| passages.partition_point(|&p| p <= here))
    }

    /// What to bring into view, handed out once.
    pub fn take_focus(&mut self) -> Option<Focus> {
        self.focus.take()
    }
}
