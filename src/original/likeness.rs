//! How alike passages and paragraphs are: the cosine of what both share, the rarer the heavier.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::alignment::MOST_TOGETHER;
use super::table::Table;
use super::traits::Trait;

/// What passages and paragraphs share, and how much there is of each.
pub struct Likeness {
    /// Products of each passage, a row, with each paragraph.
    products: Table<f32>,
    passages: Lengths,
    paragraphs: Lengths,
}

/// Of one side: the products of each text with itself and with those behind it, the nearest first.
struct Lengths(Vec<[f32; MOST_TOGETHER]>);

/// The texts that have a trait, each by its index.
#[derive(Default)]
struct Bearers {
    passages: Vec<usize>,
    paragraphs: Vec<usize>,
}

impl Bearers {
    fn count(&self) -> usize {
        self.passages.len() + self.paragraphs.len()
    }
}

impl Likeness {
    pub fn of(passages: &[BTreeSet<Trait>], paragraphs: &[BTreeSet<Trait>]) -> Self {
        let mut likeness = Self {
            products: Table::new(passages.len(), paragraphs.len()),
            passages: Lengths::new(passages.len()),
            paragraphs: Lengths::new(paragraphs.len()),
        };
        let says_something = ScriptsInCommon::of(passages, paragraphs);
        let all = passages.len() + paragraphs.len();
        for (of, bearers) in &bearers(passages, paragraphs) {
            let is_shared = !bearers.passages.is_empty() && !bearers.paragraphs.is_empty();
            if is_shared || says_something.unshared(of) {
                // What every text has tells hardly one from another.
                let rarity = (all + 1) as f32 / bearers.count() as f32;
                likeness.add(bearers, (rarity.ln() * of.weight()).powi(2));
            }
        }
        likeness
    }

    fn add(&mut self, bearers: &Bearers, product: f32) {
        for &passage in &bearers.passages {
            for &paragraph in &bearers.paragraphs {
                if let Some(cell) = self.products.cell(passage, paragraph) {
                    *cell += product;
                }
            }
        }
        self.passages.add(&bearers.passages, product);
        self.paragraphs.add(&bearers.paragraphs, product);
    }

    /// From 0 to 1, of some in a row with some in a row.
    pub fn between(&self, passages: &Range<usize>, paragraphs: &Range<usize>) -> f32 {
        let pairs = passages.clone().flat_map(|passage| {
            paragraphs
                .clone()
                .map(move |paragraph| (passage, paragraph))
        });
        let product: f32 = pairs
            .map(|(passage, paragraph)| self.products.at(passage, paragraph))
            .sum();
        let squares = self.passages.square(passages) * self.paragraphs.square(paragraphs);
        if squares > 0.0 {
            (product / squares.sqrt()).min(1.0)
        } else {
            0.0
        }
    }
}

impl Lengths {
    fn new(texts: usize) -> Self {
        Self(vec![[0.0; MOST_TOGETHER]; texts])
    }

    /// Those that have a trait, in their order.
    fn add(&mut self, bearers: &[usize], product: f32) {
        for (at, &first) in bearers.iter().enumerate() {
            let near = bearers.iter().skip(at).map(|&other| other - first);
            for distance in near.take_while(|&distance| distance < MOST_TOGETHER) {
                let slot = self.0.get_mut(first).and_then(|of| of.get_mut(distance));
                if let Some(slot) = slot {
                    *slot += product;
                }
            }
        }
    }

    /// The square of the length that they have together.
    fn square(&self, texts: &Range<usize>) -> f32 {
        let each = texts
            .clone()
            .zip(self.0.get(texts.clone()).unwrap_or_default());
        each.map(|(at, products)| {
            let mut inside = products.iter().take(texts.end - at);
            let own = inside.next().copied().unwrap_or_default();
            own + 2.0 * inside.sum::<f32>()
        })
        .sum()
    }
}

/// By trait, in an order: sums of fractions depend on it.
fn bearers<'t>(
    passages: &'t [BTreeSet<Trait>],
    paragraphs: &'t [BTreeSet<Trait>],
) -> BTreeMap<&'t Trait, Bearers> {
    let mut bearers: BTreeMap<&Trait, Bearers> = BTreeMap::new();
    for (passage, traits) in passages.iter().enumerate() {
        for of in traits {
            bearers.entry(of).or_default().passages.push(passage);
        }
    }
    for (paragraph, traits) in paragraphs.iter().enumerate() {
        for of in traits {
            bearers.entry(of).or_default().paragraphs.push(paragraph);
        }
    }
    bearers
}

/// What both sides are written in. Of what only one is written in, the lack in the other says nothing: an English story of
/// a Chinese article has its names and numbers, and none of its words.
struct ScriptsInCommon {
    latin: bool,
    chinese: bool,
}

impl ScriptsInCommon {
    fn of(passages: &[BTreeSet<Trait>], paragraphs: &[BTreeSet<Trait>]) -> Self {
        /// Of its words: what fewer are written in is a few names.
        const LEAST_PART: usize = 10;

        let scripts = |side: &[BTreeSet<Trait>]| {
            let count = |is_meant: fn(&Trait) -> bool| {
                let all = side.iter().flatten();
                all.filter(|of| is_meant(of)).count()
            };
            let latin = count(|of| matches!(of, Trait::Word(_)));
            let chinese = count(|of| matches!(of, Trait::Characters(..)));
            let all = latin + chinese;
            (latin * LEAST_PART > all, chinese * LEAST_PART > all)
        };
        let (passages, paragraphs) = (scripts(passages), scripts(paragraphs));
        Self {
            latin: passages.0 && paragraphs.0,
            chinese: passages.1 && paragraphs.1,
        }
    }

    /// Whether it tells two texts apart that only one of them has it.
    fn unshared(&self, of: &Trait) -> bool {
        match of {
            Trait::Place(_) | Trait::Number(_) => true,
            Trait::Word(_) => self.latin,
            Trait::Characters(..) => self.chinese,
        }
    }
}
