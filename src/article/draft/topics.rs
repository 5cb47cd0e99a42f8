//! What an article keeps talking about: the terms that come back from passage to passage.
//!
//! Keyword libraries count the same and know no Chinese; what is counted here fits on this page.

use std::collections::{BTreeMap, HashSet};

use super::paragraphs::is_wide;

/// Topics that an article is given.
const MOST: usize = 6;
/// How often a term has to come, and in how many passages.
const LEAST: usize = 3;
const LEAST_PASSAGES: usize = 2;
/// Text that is looked at: a book tells its topics within.
const READ: usize = 400_000;

/// A term, and the passages that have it, by their index.
#[derive(Debug, PartialEq, Eq)]
pub struct Topic {
    pub name: String,
    pub passages: Vec<usize>,
}

#[derive(Default)]
struct Count {
    times: usize,
    passages: Vec<usize>,
}

/// Words that are in every text.
const EVERYWHERE: &str = "\
    a about above according across after again against ago all almost along already also although always am among an and \
    another any anyone are around as ask asked at away back be became because become been before being between both but by \
    called came can cannot come could day days did do does doing done down during each early eight either end even ever \
    every few first five for former found four from full gave get give given go going good got great had half has have he \
    her here high him himself his home how however hundred if in including into is it its itself january february march \
    april june july august september october november december just keep kept kind know known large last late later least \
    left less let like little long look made main make makes making man many may me men might million minutes mission more \
    morning most much must my near need never new next night nine no nor not nothing now number of off often old on once \
    one only or other others our out over own part people per percent perhaps place put quite rather right said same say \
    saying says second see seen set seven several she should show side since six small so some something soon still such \
    take taken ten than that the their them themselves then there these they thing things think third this those though \
    thought thousand three through thus time times to today together told too took toward two under until up upon us use \
    used using very want was way we week weeks well went were what when where whether which while who whole whom whose why \
    will with within without woman women word words work would year years yes yet yesterday you young your monday tuesday \
    wednesday thursday friday saturday sunday mr mrs ms company companies province city cities country countries state \
    states officials president government month months area areas home house town towns expected told help among based used";
/// Characters that no Chinese term begins or ends with.
const CHINESE_EVERYWHERE: &str = "的了在是和与及等将为也就都而或被把对从到以于其之这那有个人年月日不我他她它们上下中大一二三四五六七八九十两个说并但如更最很让使由向可会能要所则已还又再着过来去后前内外间时";

/// The commonest terms of the passages' texts. `names` are those of places, which are on the map already.
pub fn topics(passages: &[String], names: &HashSet<String>) -> Vec<Topic> {
    let everywhere: HashSet<_> = EVERYWHERE.split_whitespace().collect();
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut read = 0;
    for (passage, text) in passages.iter().enumerate() {
        read += text.len();
        if read > READ {
            break;
        }
        for run in
            text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'' | ' ')))
        {
            count_words(run, &everywhere, passage, &mut counts);
            count_characters(run, passage, &mut counts);
        }
    }
    counts.retain(|term, count| {
        count.times >= LEAST
            && count.passages.len() >= LEAST_PASSAGES
            && !names.iter().any(|name| term.contains(name.as_str()))
    });
    chosen(counts)
}

fn note(counts: &mut BTreeMap<String, Count>, term: String, passage: usize) {
    let count = counts.entry(term).or_default();
    count.times += 1;
    if count.passages.last() != Some(&passage) {
        count.passages.push(passage);
    }
}

/// One to three words in a row, none of which is everywhere.
fn count_words(
    run: &str,
    everywhere: &HashSet<&str>,
    passage: usize,
    counts: &mut BTreeMap<String, Count>,
) {
    const LONGEST: usize = 3;

    let words: Vec<_> = run
        .split_whitespace()
        .map(|word| word.trim_matches(['-', '\'', '’']).to_lowercase())
        .collect();
    for start in 0..words.len() {
        for count in 1..=LONGEST {
            let Some(term) = words.get(start..start + count) else {
                break;
            };
            let says_something = |word: &String| {
                word.len() > 3
                    && word.starts_with(char::is_alphabetic)
                    && !word.contains(is_wide)
                    && !everywhere.contains(word.as_str())
            };
            if !term.iter().all(says_something) {
                break;
            }
            note(counts, term.join(" "), passage);
        }
    }
}

/// Two to six characters in a row.
fn count_characters(run: &str, passage: usize, counts: &mut BTreeMap<String, Count>) {
    const LONGEST: usize = 6;

    let characters: Vec<char> = run.chars().collect();
    for start in 0..characters.len() {
        for count in 2..=LONGEST {
            let Some(term) = characters.get(start..start + count) else {
                break;
            };
            if !term.iter().all(|&c| is_wide(c)) {
                break;
            }
            let is_open = |c: Option<&char>| c.is_some_and(|&c| CHINESE_EVERYWHERE.contains(c));
            if !is_open(term.first()) && !is_open(term.last()) {
                note(counts, term.iter().collect(), passage);
            }
        }
    }
}

/// The heaviest, none inside another. A term of several words says more than its words apart.
fn chosen(counts: BTreeMap<String, Count>) -> Vec<Topic> {
    let weight = |term: &str, count: &Count| {
        let parts = if term.contains(is_wide) {
            term.chars().count() / 2
        } else {
            term.split([' ', '-']).count()
        };
        count.times * (1 + parts)
    };
    let mut terms: Vec<_> = counts.into_iter().collect();
    terms.sort_by_key(|(term, count)| std::cmp::Reverse(weight(term, count)));
    let mut topics: Vec<Topic> = Vec::new();
    for (term, count) in terms {
        let shares_words = topics
            .iter()
            .any(|topic| topic.name.contains(&term) || term.contains(&topic.name));
        if !shares_words {
            topics.push(Topic {
                name: term,
                passages: count.passages,
            });
        }
        if topics.len() == MOST {
            break;
        }
    }
    topics
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(passages: &[&str]) -> Vec<String> {
        let passages: Vec<_> = passages.iter().map(|text| (*text).to_owned()).collect();
        let names = HashSet::from(["antwerp".to_owned()]);
        topics(&passages, &names)
            .into_iter()
            .map(|topic| topic.name)
            .collect()
    }

    #[test]
    fn terms_that_come_back_are_topics() {
        let found = of(&[
            "The cargo bikes came to Antwerp. Cargo bikes are quiet.",
            "In Antwerp, cargo bikes carry bread. Who rides them?",
            "Antwerp again.",
        ]);
        assert_eq!(found, ["cargo bikes"]);
        let found = of(&["跨境电商的学院。", "跨境电商将来。", "跨境电商。"]);
        assert_eq!(found.first().map(String::as_str), Some("跨境电商"));
        assert_eq!(of(&["Nothing comes twice here."]), Vec::<String>::new());
    }
}
