//! Chinese names: the longest at each character, of places and of words that a place's name is only a part of.

use std::ops::Range;

use super::mention::Mention;
use super::names::Names;
use crate::article::gazetteer::Kind;

/// What says what kind of place a name is, behind it.
const SUFFIXES: [(char, Kind); 7] = [
    ('省', Kind::Division),
    ('州', Kind::Division),
    ('市', Kind::City),
    ('县', Kind::City),
    ('区', Kind::City),
    ('镇', Kind::City),
    ('乡', Kind::City),
];

/// Behind a place, and with it the name of a paper or a broadcaster.
const PAPERS: [&str; 8] = [
    "日报",
    "晚报",
    "时报",
    "早报",
    "卫视",
    "电视台",
    "晨报",
    "商报",
];
/// Behind a place, and with it the name of something else.
const FIRMS: [&str; 9] = [
    "大学", "学院", "银行", "大厦", "集团", "公司", "航空", "队", "菜",
];

/// Behind a place, and with it the name of a street.
const STREETS: [&str; 4] = ["路", "街", "大街", "大道"];
/// Words that begin so.
const NO_STREETS: [&str; 9] = [
    "路透", "路上", "路过", "路线", "路况", "路边", "街头", "街道", "街上",
];

/// Words that begin like what says a kind: 市场 behind 东南亚 is a market.
const NO_SUFFIXES: [&str; 12] = [
    "市场", "市值", "市面", "市价", "区域", "区间", "区别", "区块", "县城", "乡村", "乡亲", "镇压",
];

/// Prominence below which a name of two characters may be a part of other words, as 生山 in 发生山火.
const SMALL: f32 = 4.7;
/// Bytes of two characters.
const SHORT: usize = 6;

pub fn mentions(text: &str, names: &mut Names) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(start) = rest.find(is_chinese) else {
            break;
        };
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let word = names.gazetteer.longest_chinese_word(rest);
        let place = names.gazetteer.longest(rest);
        let place =
            place.filter(|&(length, _)| length > word || is_of_places(rest, length, word, names));
        let container = mentions.last().filter(|last| last.range.end == start);
        at = if let Some((length, references)) = place {
            let name = rest.get(..length).unwrap_or_default();
            let index = names.of(name, references);
            match index.map(|index| mention(text, start..start + length, index, names)) {
                Some(mention) => {
                    let end = mention.range.end;
                    if !is_other(text, end) {
                        mentions.push(mention);
                    }
                    end
                }
                None => start + length,
            }
        } else if let Some(mention) =
            container.and_then(|whole| bare_city(rest, start, whole, names))
        {
            let end = mention.range.end;
            mentions.push(mention);
            end
        } else if word > 0 {
            start + word
        } else {
            start + rest.chars().next().map_or(1, char::len_utf8)
        };
    }
    mentions
}

/// Marks small places of which nothing says that they are one.
pub fn mark_weak(names: &Names, mentions: &mut [Mention]) {
    for mention in mentions {
        let is_small = names
            .get(mention.name)
            .is_some_and(|name| name.key.len() <= SHORT && name.prominence() < SMALL);
        mention.is_weak = is_small && mention.support < 1.0;
    }
}

/// A name with what says its kind behind it.
fn mention(text: &str, mut range: Range<usize>, name: usize, names: &Names) -> Mention {
    let own = text
        .get(range.clone())
        .and_then(|name| name.chars().next_back());
    let mut says_kind = suffix(own).map(|(_, kind)| kind);
    let rest = text.get(range.end..).unwrap_or_default();
    let has_parts = names.get(name).is_some_and(|name| {
        let is_town = |kind: Kind| matches!(kind, Kind::City | Kind::County | Kind::Division);
        name.candidates
            .iter()
            .any(|candidate| is_town(candidate.kind))
    });
    if says_kind.is_none()
        && has_parts
        && let Some((suffix, kind)) = suffix(rest.chars().next())
        && !NO_SUFFIXES.iter().any(|word| rest.starts_with(word))
    {
        says_kind = Some(kind);
        range.end += suffix.len_utf8();
    }
    let rest = text.get(range.end..).unwrap_or_default();
    let mut mention = Mention::new(range, 0..0, name);
    mention.says_kind = says_kind;
    mention.is_associative = FIRMS.iter().any(|firm| rest.starts_with(firm));
    mention.support = if says_kind.is_some() { 1.0 } else { 0.0 };
    mention
}

/// 重庆日报, 西安路: a paper or a street that is called after a place.
fn is_other(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let has = |list: &[&str]| list.iter().any(|word| rest.starts_with(word));
    has(&PAPERS) || has(&STREETS) && !has(&NO_STREETS)
}

/// 福建厦门 is in the dictionary, and yet a province and its city.
fn is_of_places(rest: &str, place: usize, word: usize, names: &Names) -> bool {
    let second = rest.get(place..word).unwrap_or_default();
    let found = names.gazetteer.longest(second);
    !second.is_empty() && found.is_some_and(|(length, _)| length == second.len())
}

/// 辽宁朝阳, 甘肃白银: right behind its province, a city that is called like a word goes without 市.
fn bare_city(rest: &str, start: usize, whole: &Mention, names: &mut Names) -> Option<Mention> {
    let length = rest
        .char_indices()
        .nth(1)
        .map(|(at, second)| at + second.len_utf8())?;
    let own = rest.get(..length)?;
    if whole.says_kind.is_some_and(|kind| kind != Kind::Division) {
        return None;
    }
    let containers = names.get(whole.name)?.candidates.clone();
    ["市", "县"].iter().find_map(|suffix| {
        let full = format!("{own}{suffix}");
        let references = names.gazetteer.places(&full)?;
        let name = names.of(&full, references)?;
        let candidates = &names.get(name)?.candidates;
        let is_within = candidates.iter().any(|candidate| {
            candidate.division.is_some()
                && containers
                    .iter()
                    .any(|c| candidate.division == Some(c.place))
        });
        is_within.then(|| Mention::new(start..start + length, 0..0, name))
    })
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}')
}

fn suffix(character: Option<char>) -> Option<(char, Kind)> {
    SUFFIXES
        .into_iter()
        .find(|&(suffix, _)| Some(suffix) == character)
}
