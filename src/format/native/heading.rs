//! The braces behind a heading: `{#id .topic paragraph=6 title_zh="…"}`.

use std::ops::Range;

use smol_str::SmolStr;

use crate::story::draft::{Field, Located};
use crate::story::problem::{ProblemKind, Problems, nearest};
use crate::story::{ByLanguage, FileSpan, is_language, limits};

/// What the braces say.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Attributes {
    pub id: Field<SmolStr>,
    pub topics: Vec<Located<SmolStr>>,
    pub paragraphs: Vec<u32>,
    /// Of the title, by language.
    pub translations: ByLanguage<Located<SmolStr>>,
}

/// Reads the last pair of braces in the heading at `span`, which the Markdown parser has found to be attributes.
///
/// Its own reading of them is not used: it knows no quotes, and not where each one stands.
pub(super) fn attributes(file: &str, span: Range<usize>, problems: &mut Problems) -> Attributes {
    let mut attributes = Attributes::default();
    let source = file.get(span.clone()).unwrap_or_default();
    let (Some(open), Some(close)) = (source.rfind('{'), source.rfind('}')) else {
        return attributes;
    };
    let inside = source.get(open + 1..close).unwrap_or_default();
    for (start, word) in words(inside) {
        let start = span.start + open + 1 + start;
        let at = FileSpan::from(start..start + word.len());
        let located = |text: &str| Located {
            value: text.into(),
            span: Some(at),
        };
        if let Some(id) = word.strip_prefix('#') {
            attributes.id = Field::Given(located(id));
        } else if let Some(topic) = word.strip_prefix('.') {
            attributes.topics.push(located(topic));
        } else {
            attributes.named(word, at, problems);
        }
    }
    attributes
}

/// Split at blanks that are not between quotes.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut is_quoted = false;
    text.split(move |character: char| {
        is_quoted ^= character == '"';
        character.is_whitespace() && !is_quoted
    })
    .scan(0, |next, word| {
        let start = *next;
        // One byte for the blank, which is ASCII in all but odd files; those lose only the exact position.
        *next += word.len() + 1;
        Some((start, word))
    })
    .filter(|(_, word)| !word.is_empty())
}

impl Attributes {
    /// One like `paragraph=6`.
    fn named(&mut self, attribute: &str, span: FileSpan, problems: &mut Problems) {
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        let value = value.trim_matches('"');
        if name == "paragraph" {
            if let Some(paragraphs) = paragraphs(value) {
                self.paragraphs.extend(paragraphs);
            } else {
                let text = value.chars().take(80).collect();
                problems.push(ProblemKind::WrongParagraph { text }, Some(span));
            }
            return;
        }
        if let Some(language) = name.strip_prefix("title_")
            && is_language(language)
        {
            let text = Located {
                value: decoded(value).into(),
                span: Some(span),
            };
            self.translations.insert(language, text);
            return;
        }
        let nearest = nearest(name, ["paragraph", "title_zh"].into_iter());
        let attribute_name = name.chars().take(80).collect();
        problems.push(
            ProblemKind::UnknownAttribute {
                attribute: attribute_name,
                nearest,
            },
            Some(span),
        );
    }
}

/// A title's quotes and braces would end it, so they are written by their numbers: `&#34;`.
fn decoded(text: &str) -> String {
    let mut parts = text.split("&#");
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let character = part.split_once(';').and_then(|(number, rest)| {
            let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
            let number = number.parse().ok().filter(|_| is_number)?;
            Some((char::from_u32(number)?, rest))
        });
        if let Some((character, rest)) = character {
            decoded.push(character);
            decoded.push_str(rest);
        } else {
            decoded.push_str("&#");
            decoded.push_str(part);
        }
    }
    decoded
}

/// What has to be written by its number.
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '"' | '{' | '}' | '\\' | '&' | '<' | '>' | '`') {
            encoded.push_str("&#");
            encoded.push_str(&u32::from(character).to_string());
            encoded.push(';');
        } else {
            encoded.push(character);
        }
    }
    encoded
}

/// Reads `6`, `6-7` and `6,8`.
fn paragraphs(text: &str) -> Option<Vec<u32>> {
    let mut paragraphs = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        if !(1..=last).contains(&first) || last > limits::LAST_PARAGRAPH {
            return None;
        }
        // One more than the limit, so that the story's check can say so.
        let room = (limits::PARAGRAPHS + 1).saturating_sub(paragraphs.len());
        paragraphs.extend((first..=last).take(room));
    }
    Some(paragraphs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_numbers_ranges_and_lists() {
        assert_eq!(paragraphs("6"), Some(vec![6]));
        assert_eq!(paragraphs("6-8"), Some(vec![6, 7, 8]));
        assert_eq!(paragraphs("6,8-9"), Some(vec![6, 8, 9]));
        assert_eq!(
            paragraphs("1-1000000").unwrap().len(),
            limits::PARAGRAPHS + 1
        );
        for text in [
            "",
            "0",
            "8-6",
            "six",
            "6-",
            "-6",
            "6,,7",
            "1-4000000000",
            "99999999999",
        ] {
            assert_eq!(paragraphs(text), None, "{text}");
        }
    }

    #[test]
    fn attributes_know_where_they_stand() {
        let heading = "## A college {x} {#first .education paragraph=6 title_zh=\"一所 学院\"}";
        let mut problems = Problems::default();

        let read = attributes(heading, 0..heading.len(), &mut problems);

        assert_eq!(read.paragraphs, [6]);
        assert_eq!(read.translations.get("zh").unwrap().value, "一所 学院");
        let topic = &read.topics[0];
        assert_eq!(
            (topic.value.as_str(), &heading[topic.span.unwrap().range()]),
            ("education", ".education")
        );
        assert_eq!(problems, Problems::default());
    }
}
