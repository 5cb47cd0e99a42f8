//! What stands before an article's text: its title, who wrote it, where and when it appeared.

use super::date::{Dated, date_in};
use super::paragraphs::{first_sentence, is_heading, reading_length};

/// The parts of an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Front {
    pub title: String,
    /// As written, without "By".
    pub byline: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub dated: Option<Dated>,
    /// Indices of paragraphs that are the title, the byline and the like.
    pub used: Vec<usize>,
    /// Indices of those that stand before the text and belong to it: a picture's caption, a summary.
    pub lead: Vec<usize>,
}

/// Paragraphs among which title and byline are looked for.
const FIRST: usize = 8;
/// Letters from which a paragraph is the text itself.
const TEXT: usize = 160;

/// Reads it from the first paragraphs. `name` is the title where there is none.
pub fn front(paragraphs: &[String], name: &str) -> Front {
    let mut front = Front::default();
    for (index, text) in paragraphs.iter().enumerate().take(FIRST) {
        if read_credits(text, &mut front) {
            front.used.push(index);
        } else if is_caption(text) {
            front.lead.push(index);
        } else if front.title.is_empty() && is_heading(text) && index + 1 < paragraphs.len() {
            text.clone_into(&mut front.title);
            front.used.push(index);
        } else if is_heading(text) && reading_length(text) < TEXT && front.lead.is_empty() {
            front.lead.push(index);
        } else {
            break;
        }
    }
    if front.title.is_empty() {
        front.title = title_of(paragraphs, &front, name);
    }
    front
}

/// From the first sentence of the text.
fn title_of(paragraphs: &[String], front: &Front, name: &str) -> String {
    let text = paragraphs
        .iter()
        .enumerate()
        .find(|(index, _)| !front.used.contains(index) && !front.lead.contains(index));
    text.map_or_else(|| name.to_owned(), |(_, text)| beginning(text))
}

/// The first sentence, or as much of it as a title has room for.
pub fn beginning(text: &str) -> String {
    const LONGEST: usize = 70;

    let sentence = text.get(..first_sentence(text)).unwrap_or(text);
    let sentence = sentence.trim_end_matches(['.', '。', ' ']);
    if reading_length(sentence) <= LONGEST {
        return sentence.to_owned();
    }
    let mut end = 0;
    let mut length = 0;
    for (at, character) in sentence.char_indices() {
        length += reading_length(character.encode_utf8(&mut [0; 4]));
        if length > LONGEST {
            break;
        }
        let is_wide = super::paragraphs::is_wide(character);
        if character == ' ' || is_wide {
            end = at + if is_wide { character.len_utf8() } else { 0 };
        }
    }
    let cut = sentence.get(..end).filter(|cut| !cut.is_empty());
    let cut = cut.map_or_else(|| sentence.chars().take(LONGEST).collect(), str::to_owned);
    format!("{}…", cut.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether the paragraph says who wrote the article, or where and when it appeared.
fn read_credits(text: &str, front: &mut Front) -> bool {
    const LONGEST: usize = 240;

    if reading_length(text) > LONGEST {
        return false;
    }
    let pieces: Vec<_> = text.split(['|', '｜']).map(str::trim).collect();
    let is_split = pieces.len() > 1;
    let mut has_any = false;
    for piece in pieces {
        let is_credit = read_byline(piece, front)
            || read_source(piece, front)
            || read_date(piece, is_split, front);
        has_any |= is_credit;
        if !is_credit && is_split && has_any && front.publisher.is_none() && is_heading(piece) {
            front.publisher = Some(piece.to_owned());
        }
    }
    has_any
}

fn read_byline(piece: &str, front: &mut Front) -> bool {
    let english = ["By ", "BY ", "by "]
        .into_iter()
        .find_map(|by| piece.strip_prefix(by));
    let english =
        english.filter(|names| names.starts_with(char::is_uppercase) && is_heading(names));
    let chinese = [
        "记者：",
        "记者:",
        "作者：",
        "作者:",
        "文：",
        "撰文：",
        "本报记者",
        "新华社记者",
        "记者 ",
    ]
    .into_iter()
    .find_map(|by| piece.strip_prefix(by))
    .filter(|names| is_heading(names) && reading_length(names) < 100);
    let Some(names) = english.or(chinese).map(str::trim) else {
        return false;
    };
    if front.byline.is_none() {
        front.byline = Some(piece.to_owned());
        front.authors = authors(names);
    }
    true
}

/// "Fan Feifei in Beijing and Yang Jun in Guiyang" are two.
fn authors(names: &str) -> Vec<String> {
    let names = names
        .replace(" and ", ",")
        .replace(['、', '，', ';', '&'], ",");
    let names = names.split(',').map(|name| {
        let name = name.split(" in ").next().unwrap_or_default();
        name.trim().to_owned()
    });
    names.filter(|name| !name.is_empty()).collect()
}

fn read_source(piece: &str, front: &mut Front) -> bool {
    let source = ["Source: ", "来源：", "来源:", "稿源：", "Source："]
        .into_iter()
        .find_map(|source| piece.strip_prefix(source));
    let Some(source) = source.filter(|source| is_heading(source)) else {
        return false;
    };
    front.publisher = Some(source.trim().to_owned());
    true
}

/// A line that is a date, or says that it is one.
fn read_date(piece: &str, is_split: bool, front: &mut Front) -> bool {
    const LONGEST: usize = 60;

    let Some(dated) = date_in(piece)
        .filter(|_| reading_length(piece) <= LONGEST && !piece.ends_with(['.', '。']))
    else {
        return false;
    };
    let lower = piece.to_lowercase();
    let says_date = [
        "updated",
        "published",
        "posted",
        "发布",
        "更新",
        "时间",
        "日期",
        "来源",
    ]
    .iter()
    .any(|word| lower.contains(word));
    let begins = piece.starts_with(|c: char| c.is_ascii_digit()) || is_split || says_date;
    let words = piece.split_whitespace().count();
    if !(begins || words <= 4) {
        return false;
    }
    if front.publisher.is_none()
        && let Some((_, source)) = piece
            .split_once("来源：")
            .or_else(|| piece.split_once("来源:"))
    {
        front.publisher = Some(source.trim().to_owned()).filter(|source| !source.is_empty());
    }
    front.dated.get_or_insert(dated);
    true
}

fn is_caption(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "[photo",
        "(photo",
        "photo by",
        "photo:",
        "/for ",
        "图片来源",
        "摄）",
        "摄)",
        "（图",
    ]
    .iter()
    .any(|word| lower.contains(word))
        && reading_length(text) < 400
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Front {
        let paragraphs: Vec<_> = lines.iter().map(|line| (*line).to_owned()).collect();
        front(&paragraphs, "article")
    }

    #[test]
    fn title_byline_source_and_date_are_read_where_they_stand() {
        let body = "The harbour opened. It was a long day for all who had come to see it, and the rain did not stop them \
                    from staying until the last ship had gone out.";
        let front = read(&[
            "By ANN LEE in Ghent and Bo Xu | Evening Post | Updated: 2021-03-04 09:10",
            "A crane in Antwerp. [Photo by Jo Doe]",
            "A harbour wakes up",
            body,
        ]);
        assert_eq!(front.title, "A harbour wakes up");
        assert_eq!(front.authors, ["ANN LEE", "Bo Xu"]);
        assert_eq!(front.publisher.as_deref(), Some("Evening Post"));
        let dated = front.dated.unwrap();
        assert_eq!(
            (&*dated.date, dated.time.as_deref()),
            ("2021-03-04", Some("09:10"))
        );
        assert_eq!((front.used, front.lead), (vec![0, 2], vec![1]));
    }

    #[test]
    fn a_chinese_front_is_read_too() {
        let front = read(&[
            "毕节开办学院",
            "2022年2月22日 来源：人民日报",
            "记者：王平",
            "学院今天开学。",
        ]);
        assert_eq!(front.title, "毕节开办学院");
        assert_eq!(front.publisher.as_deref(), Some("人民日报"));
        assert_eq!(front.authors, ["王平"]);
        assert_eq!(front.dated.unwrap().date, "2022-02-22");
    }

    #[test]
    fn without_a_title_the_first_sentence_is_one() {
        assert_eq!(
            read(&["The bridge is open. Many came."]).title,
            "The bridge is open"
        );
        let long = read(&[
            "A bridge that nobody had believed in for more than twenty years was opened in the rain on Monday. So.",
        ]);
        assert!(
            long.title.ends_with('…') && long.title.len() < 80,
            "{}",
            long.title
        );
        assert_eq!(read(&[]).title, "article");
    }
}
