//! Where the keyboard goes on after a jump: what was pressed is gone with its page, and without a word to egui Tab would
//! begin again at the top of the window.

use egui::{Context, Id, Ui};

use super::passage_list::passage_title_id;
use super::widgets::page_heading_id;
use super::{Command, Request};
use crate::session::{Action, Focus};
use crate::story::Item;

/// A hand on the mouse ends it: no ring appears out of nowhere.
#[derive(Default)]
pub struct FocusTrail {
    /// Something on the page was pressed by key that leads away from where it stands.
    led: bool,
    /// The heading that the focus was led to.
    heading: Option<Id>,
    /// What had the focus on the story's page when the reader went from there to a place.
    left: Option<Id>,
}

impl FocusTrail {
    /// After the page was shown: what the reader asked for on it.
    pub fn note(&mut self, ui: &Ui, asked: &[Request]) {
        if ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released()) {
            *self = Self::default();
        } else if asked.iter().any(leads_away) {
            self.led = true;
        }
    }

    /// Gives the focus to the heading of what the reader is taken to, or back to where they came from.
    pub fn follow(&mut self, ctx: &Context, focus: Focus) {
        let focused = ctx.memory(egui::Memory::focused);
        let led = std::mem::take(&mut self.led);
        let goes_along = led || (focused.is_some() && focused == self.heading);
        let target = match focus {
            Focus::Item(Item::Passage(passage)) if goes_along => {
                self.left = None;
                Some(passage_title_id(passage))
            }
            Focus::Item(_) if goes_along => {
                self.left = self.left.or(focused);
                Some(page_heading_id())
            }
            // Escape has taken the focus away by now.
            Focus::Overview if led || focused.is_none() => {
                self.left.take().or(led.then(page_heading_id))
            }
            Focus::Passage(passage) if led => Some(passage_title_id(passage)),
            Focus::Lens if led => Some(page_heading_id()),
            // A mention takes the focus itself.
            Focus::Mention(_) => return,
            Focus::Item(_) | Focus::Overview | Focus::Passage(_) | Focus::Lens => None,
        };
        self.lead_to(ctx, target);
    }

    /// Before the page is shown: it has changed, though nothing new was to be brought into view.
    pub fn go_on(&mut self, ctx: &Context) {
        if std::mem::take(&mut self.led) {
            self.lead_to(ctx, Some(page_heading_id()));
        }
    }

    fn lead_to(&mut self, ctx: &Context, target: Option<Id>) {
        if let Some(id) = target {
            ctx.memory_mut(|memory| memory.request_focus(id));
            self.heading = target;
        }
    }
}

/// A filter is switched where it stands; what shows something else is not there any more afterwards.
fn leads_away(request: &Request) -> bool {
    matches!(
        request,
        Request::Session(
            Action::Select(_)
                | Action::Examine(_)
                | Action::Deselect
                | Action::Meet(_)
                | Action::ClearLens
                | Action::Search(_)
        ) | Request::Command(Command::FirstPassage)
    )
}
