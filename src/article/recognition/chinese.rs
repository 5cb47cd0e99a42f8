//! Chinese names: the longest at each character, of places and of words that a place's name is only a part of.

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

pub fn mentions(text: &str, names: &mut Names) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(start) = rest.find(is_chinese) else {
            break;
        };
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let word = names.gazetteer.longest_chinese_word(rest);
        let place = names.gazetteer.longest(rest);
        at = match place {
            Some((length, references)) if length > word => {
                let name = rest.get(..length).unwrap_or_default();
                let mut end = start + length;
                at = end;
                let Some(index) = names.of(name, references) else {
                    continue;
                };
                let mut mention = Mention::new(start..end, 0..0, index);
                let next = text.get(end..).and_then(|rest| rest.chars().next());
                let own = name.chars().next_back();
                mention.says_kind = kind_of(own);
                if let Some((suffix, kind)) = suffix(next)
                    && mention.says_kind.is_none()
                {
                    mention.says_kind = Some(kind);
                    end += suffix.len_utf8();
                    mention.range.end = end;
                }
                let next = text.get(end..).unwrap_or_default();
                if PAPERS.iter().any(|paper| next.starts_with(paper)) {
                    continue;
                }
                mention.is_associative = FIRMS.iter().any(|firm| next.starts_with(firm));
                mention.support = if mention.says_kind.is_some() {
                    1.0
                } else {
                    0.0
                };
                mentions.push(mention);
                end
            }
            _ if word > 0 => start + word,
            _ => start + rest.chars().next().map_or(1, char::len_utf8),
        };
    }
    mentions
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}')
}

fn kind_of(last: Option<char>) -> Option<Kind> {
    suffix(last).map(|(_, kind)| kind)
}

fn suffix(character: Option<char>) -> Option<(char, Kind)> {
    SUFFIXES
        .into_iter()
        .find(|&(suffix, _)| Some(suffix) == character)
}
