//! An article while its reader mends it: the story it has become so far, and what was found in it.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::corrections::{Correction, Corrections, Meaning, Mention, occurrences};
use super::draft::{Article, Ids};
use super::evidence::{Doubt, Reason};
use super::gazetteer::{Gazetteer, PlaceId};
use super::{Places, Toponym, candidates};
use crate::story::{Problem, Story};

/// Candidates of one name that a reader looks through.
const MOST_CANDIDATES: usize = 8;

#[derive(Clone, Debug)]
pub struct Mending {
    article: Arc<Article>,
    corrections: Corrections,
    mentions: Vec<Mention>,
    ids: Ids,
    found: Vec<Found>,
}

/// A place that the article names, with all its mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub meaning: Meaning,
    /// In the story.
    pub id: String,
    /// By their index, in the order of the text.
    pub mentions: Vec<usize>,
    pub certainty: Certainty,
    /// What speaks for it and against it, where it is surest.
    pub reasons: Vec<Reason>,
    pub doubts: Vec<Doubt>,
}

/// How sure it is that a place is what the article means; the least sure first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    Doubtful,
    Likely,
    Sure,
    /// The reader said so.
    Settled,
}

impl Mending {
    /// With nothing corrected yet.
    pub fn new(article: Arc<Article>) -> Self {
        let mut mending = Self {
            article,
            corrections: Corrections::default(),
            mentions: Vec::new(),
            ids: Ids::new(),
            found: Vec::new(),
        };
        let mended = mending.article.mended(&[]);
        mending.take(mended.mentions, mended.ids);
        mending
    }

    /// What the article becomes with other corrections.
    pub fn correct(&mut self, corrections: Corrections) -> (Story, Vec<Problem>) {
        let mended = self.article.mended(corrections.in_force());
        self.corrections = corrections;
        self.take(mended.mentions, mended.ids);
        mended.draft.finish()
    }

    fn take(&mut self, mentions: Vec<Mention>, ids: Ids) {
        self.found = found(self.article.places.as_ref(), &mentions, &ids);
        (self.mentions, self.ids) = (mentions, ids);
    }

    pub fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    pub fn article(&self) -> &Article {
        &self.article
    }

    pub fn gazetteer(&self) -> Option<&'static Gazetteer> {
        self.article.places.as_ref().map(Places::gazetteer)
    }

    /// The doubtful ones first, and of those the ones that are named most.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// By its id in the story.
    pub fn find(&self, id: &str) -> Option<&Found> {
        self.found.iter().find(|found| found.id == id)
    }

    pub fn id(&self, meaning: Meaning) -> Option<&str> {
        self.ids.get(&meaning).map(String::as_str)
    }

    pub fn mention(&self, index: usize) -> Option<&Mention> {
        self.mentions.get(index)
    }

    /// How many of the places are doubtful.
    pub fn doubtful(&self) -> usize {
        self.found
            .partition_point(|found| found.certainty == Certainty::Doubtful)
    }

    /// What the article may mean by the names of a place, the likeliest first, whatever was chosen; that place is among
    /// them.
    pub fn candidates(&self, found: &Found) -> Vec<PlaceId> {
        let mut all = self.all_candidates(found);
        let current = found.meaning.known();
        let at = current.and_then(|current| all.iter().position(|&place| place == current));
        if at.is_none_or(|at| at >= MOST_CANDIDATES) {
            all.truncate(MOST_CANDIDATES - 1);
            all.extend(current);
        }
        all.truncate(MOST_CANDIDATES);
        all
    }

    fn all_candidates(&self, found: &Found) -> Vec<PlaceId> {
        let Some(places) = &self.article.places else {
            return Vec::new();
        };
        let mut all: Vec<PlaceId> = Vec::new();
        let mut seen = HashSet::new();
        for &index in found.mentions.iter().take(MOST_CANDIDATES) {
            let toponym = self.mentions.get(index).and_then(|mention| mention.toponym);
            let toponym = toponym.and_then(|index| places.toponyms().get(index));
            let of_name: Vec<PlaceId> = match toponym {
                Some(toponym) => places.candidates(toponym).collect(),
                None => candidates(places.gazetteer(), self.words(index)),
            };
            all.extend(of_name.into_iter().filter(|&place| seen.insert(place)));
        }
        all
    }

    /// As the text has the mention.
    pub fn words(&self, mention: usize) -> &str {
        let mention = self.mentions.get(mention);
        let words = mention.and_then(|mention| self.article.text.get(mention.range.clone()));
        words.unwrap_or_default()
    }

    /// Where words stand that are taken for no place yet.
    pub fn unmarked<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Range<usize>> {
        occurrences(&self.article.text, words).filter(|range| {
            let after = self
                .mentions
                .partition_point(|mention| mention.range.end <= range.start);
            let next = self.mentions.get(after);
            next.is_none_or(|mention| mention.range.start >= range.end)
        })
    }

    /// The steps for the article as its file is now: those of single mentions hold where the text is the same.
    pub fn carried(&self, to: &Article) -> Corrections {
        let steps = self.corrections.in_force().iter();
        let same_text = self.article.text == to.text;
        let holds = |step: &&Correction| same_text || !step.is_of_bytes();
        Corrections::of(steps.filter(holds).cloned().collect())
    }
}

fn found(places: Option<&Places>, mentions: &[Mention], ids: &Ids) -> Vec<Found> {
    let mut of: HashMap<Meaning, usize> = HashMap::new();
    let mut all: Vec<(Found, f32)> = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let Some(id) = ids.get(&mention.meaning) else {
            continue;
        };
        let judged = mention.judged(places);
        let confidence = match judged {
            None => f32::INFINITY,
            Some(_) if !mention.is_outright(places) => f32::NEG_INFINITY,
            Some(toponym) => toponym.confidence,
        };
        let at = *of.entry(mention.meaning).or_insert_with(|| {
            let found = Found {
                meaning: mention.meaning,
                id: id.clone(),
                mentions: Vec::new(),
                certainty: Certainty::Doubtful,
                reasons: Vec::new(),
                doubts: Vec::new(),
            };
            all.push((found, f32::NEG_INFINITY));
            all.len() - 1
        });
        let Some((found, best)) = all.get_mut(at) else {
            continue;
        };
        found.mentions.push(index);
        if confidence > *best {
            *best = confidence;
            found.certainty = certainty(judged);
            found.reasons = judged.map_or_else(Vec::new, |toponym| toponym.reasons.clone());
            found.doubts = judged.map_or_else(Vec::new, |toponym| toponym.doubts.clone());
        }
    }
    let mut found: Vec<_> = all.into_iter().map(|(found, _)| found).collect();
    found.sort_by_key(|found| (found.certainty, Reverse(found.mentions.len())));
    found
}

fn certainty(judged: Option<&Toponym>) -> Certainty {
    const SURE: f32 = 0.9;

    match judged {
        None => Certainty::Settled,
        Some(toponym) if toponym.is_doubtful() => Certainty::Doubtful,
        Some(toponym) if toponym.confidence < SURE => Certainty::Likely,
        Some(_) => Certainty::Sure,
    }
}
