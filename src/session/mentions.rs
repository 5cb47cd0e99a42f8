//! From mention to mention of the place that is selected, through the text in order.

use super::{Direction, Focus, Page, Session, Visible};
use crate::story::{Block, Item, PassageId, Story};

/// One mention in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    pub passage: PassageId,
    /// Among the mentions of the same thing in this passage, from 0.
    pub nth: usize,
}

/// How far the reader has walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    pub at: Mention,
    /// From 1.
    pub position: usize,
    pub all: usize,
}

/// To the mention after or before; beyond the last comes the first. None where the text shown has no mention.
fn step(
    (story, visible): (&Story, &Visible),
    (thing, language): (Item, &str),
    from: Option<Mention>,
    direction: Direction,
) -> Option<Walk> {
    let mentions: Vec<Mention> = visible
        .passages()
        .iter()
        .flat_map(|&passage| {
            let count = count(story.blocks_shown(passage, language), thing);
            (0..count).map(move |nth| Mention { passage, nth })
        })
        .collect();
    let last = mentions.len().checked_sub(1)?;
    let here = from.and_then(|from| mentions.iter().position(|mention| *mention == from));
    let index = match (direction, here) {
        (Direction::Next, Some(here)) if here < last => here + 1,
        (Direction::Next, _) => 0,
        (Direction::Previous, Some(here)) if here > 0 => here - 1,
        (Direction::Previous, _) => last,
    };
    mentions.get(index).map(|&at| Walk {
        at,
        position: index + 1,
        all: mentions.len(),
    })
}

impl Session {
    /// Through the text in a language; nothing happens where neither a place nor a region is selected.
    pub(super) fn step_mention(&mut self, story: &Story, direction: Direction, language: &str) {
        let Some(thing @ (Item::Place(_) | Item::Region(_))) = self.selection else {
            return;
        };
        let from = self.walk.map(|walk| walk.at);
        let seen = (story, &self.visible);
        self.walk = step(seen, (thing, language), from, direction);
        if let Some(walk) = self.walk {
            self.page = Page::Story;
            self.focus = Some(Focus::Mention(walk.at));
        }
    }
}

/// How often a text links to a thing.
pub fn count(blocks: &[Block], thing: Item) -> usize {
    blocks
        .iter()
        .flat_map(|block| block.prose().links())
        .filter(|(_, link)| link.item() == Some(thing))
        .count()
}
