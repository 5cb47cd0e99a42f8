//! For each thing of a kind, the passages that name it: all in one list, since most things of a large story have few.

use super::{Passage, PassageId};

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PassagesOf {
    /// By thing: where its passages begin; behind the last one, where they end.
    starts: Vec<u32>,
    /// Thing by thing, in reading order.
    passages: Vec<PassageId>,
}

impl PassagesOf {
    /// `named` says of a passage which of the things it names, by their positions.
    pub fn new<'p, Named: Iterator<Item = usize>>(
        things: usize,
        passages: &'p [Passage],
        named: impl Fn(&'p Passage) -> Named,
    ) -> Self {
        let mut starts = vec![0_u32; things + 1];
        for thing in passages.iter().flat_map(&named) {
            if let Some(count) = starts.get_mut(thing) {
                *count += 1;
            }
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        // Filled from behind, each ends up where the thing's passages begin.
        let mut of_things = vec![PassageId::new(0); end as usize];
        for (index, passage) in passages.iter().enumerate().rev() {
            for thing in named(passage) {
                if let Some(start) = starts.get_mut(thing) {
                    *start -= 1;
                    if let Some(slot) = of_things.get_mut(*start as usize) {
                        *slot = PassageId::new(index);
                    }
                }
            }
        }
        Self {
            starts,
            passages: of_things,
        }
    }

    pub fn of(&self, thing: usize) -> &[PassageId] {
        let [start, end] = [thing, thing + 1].map(|at| self.starts.get(at).copied());
        let range = start.zip(end);
        range
            .and_then(|(start, end)| self.passages.get(start as usize..end as usize))
            .unwrap_or_default()
    }
}
