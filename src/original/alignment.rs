//! Which paragraphs each passage retells.
//!
//! Passages and paragraphs are matched in their order, one to one or one to a few, by dynamic programming as in Gale and
//! Church, "A program for aligning sentences in bilingual corpora" (1993). Their measure is length, which no retelling
//! keeps. Ours is the cosine by which Barzilay and Elhadad, "Sentence alignment for monolingual comparable corpora" (2003),
//! know sentences that say the same in other words, with the weights of Spärck Jones, "A statistical interpretation of
//! term specificity and its application in retrieval" (1972).

use std::collections::BTreeSet;
use std::ops::Range;

use super::likeness::Likeness;
use super::table::Table;
use super::traits::Trait;

/// Paragraphs that one passage retells, and passages that retell one paragraph, in a row.
pub const MOST_TOGETHER: usize = 4;
/// A cosine of so much is chance.
const CHANCE: f32 = 0.08;

/// Some passages that retell some paragraphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    pub passages: Range<usize>,
    pub paragraphs: Range<usize>,
    /// From 0 to 1.
    pub likeness: f32,
}

/// The best way to match them in their order: some of each are left over.
pub fn align(passages: &[BTreeSet<Trait>], paragraphs: &[BTreeSet<Trait>]) -> Vec<Match> {
    let likeness = Likeness::of(passages, paragraphs);
    let steps = steps(&likeness, passages.len(), paragraphs.len());
    matches(&likeness, &steps, passages.len(), paragraphs.len())
}

/// So many passages with so many paragraphs; what is matched with none is left over.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    passages: u8,
    paragraphs: u8,
}

impl Step {
    const fn new(passages: usize, paragraphs: usize) -> Self {
        Self {
            passages: passages as u8,
            paragraphs: paragraphs as u8,
        }
    }

    fn ranges(self, passages: usize, paragraphs: usize) -> Option<(Range<usize>, Range<usize>)> {
        let first_passage = passages.checked_sub(self.passages.into())?;
        let first_paragraph = paragraphs.checked_sub(self.paragraphs.into())?;
        Some((first_passage..passages, first_paragraph..paragraphs))
    }
}

/// The best last step for so many passages, a row, and so many paragraphs.
fn steps(likeness: &Likeness, passages: usize, paragraphs: usize) -> Table<Step> {
    let alone = [Step::new(1, 0), Step::new(0, 1)];
    let one_to_some = (1..=MOST_TOGETHER).map(|some| Step::new(1, some));
    let some_to_one = (2..=MOST_TOGETHER).map(|some| Step::new(some, 1));
    let possible: Vec<_> = alone
        .into_iter()
        .chain(one_to_some)
        .chain(some_to_one)
        .collect();

    let mut scores: Table<f32> = Table::new(passages + 1, paragraphs + 1);
    let mut steps: Table<Step> = Table::new(passages + 1, paragraphs + 1);
    for row in 0..=passages {
        for column in 0..=paragraphs {
            let mut best: Option<(f32, Step)> = None;
            for &step in &possible {
                let Some((some, others)) = step.ranges(row, column) else {
                    continue;
                };
                let before = scores.at(some.start, others.start);
                let gain = if some.is_empty() || others.is_empty() {
                    0.0
                } else {
                    likeness.between(&some, &others) - CHANCE
                };
                let score = before + gain;
                if best.is_none_or(|(highest, _)| score > highest) {
                    best = Some((score, step));
                }
            }
            if let Some((score, step)) = best
                && let Some(of_score) = scores.cell(row, column)
                && let Some(of_step) = steps.cell(row, column)
            {
                (*of_score, *of_step) = (score, step);
            }
        }
    }
    steps
}

/// Goes the best way back from the end.
fn matches(
    likeness: &Likeness,
    steps: &Table<Step>,
    passages: usize,
    paragraphs: usize,
) -> Vec<Match> {
    let (mut row, mut column) = (passages, paragraphs);
    let mut matches = Vec::new();
    while row > 0 || column > 0 {
        let Some((passages, paragraphs)) = steps.at(row, column).ranges(row, column) else {
            break;
        };
        (row, column) = (passages.start, paragraphs.start);
        if !passages.is_empty() && !paragraphs.is_empty() {
            matches.push(Match {
                likeness: likeness.between(&passages, &paragraphs),
                passages,
                paragraphs,
            });
        }
    }
    matches.reverse();
    matches
}
