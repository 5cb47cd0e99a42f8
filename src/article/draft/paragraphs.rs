//! The paragraphs of a plain text, as its author set them.

/// Paragraphs, each in one line; none is empty.
pub fn paragraphs(text: &str) -> Vec<String> {
    let has_blank_lines = text.trim().lines().any(|line| line.trim().is_empty());
    if !has_blank_lines {
        return text.lines().filter_map(whole).collect();
    }
    let mut paragraphs = Vec::new();
    let mut open = String::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            paragraphs.extend(whole(&open));
            open.clear();
        } else {
            if !open.is_empty() && !is_chinese_end(&open) {
                open.push(' ');
            }
            open.push_str(line);
        }
    }
    paragraphs.extend(whole(&open));
    paragraphs
}

fn whole(text: &str) -> Option<String> {
    // A byte order mark and the wide blank that begins Chinese paragraphs are no words.
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    (!text.is_empty()).then(|| text.to_owned())
}

/// Chinese is written without blanks, also where a line ends.
fn is_chinese_end(text: &str) -> bool {
    text.ends_with(|c: char| is_wide(c))
}

/// Whether a character is Chinese, or punctuation of Chinese.
pub fn is_wide(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// How much a reader reads: a Chinese character says as much as two and a half letters.
pub fn reading_length(text: &str) -> usize {
    let (wide, narrow) = text.chars().fold((0, 0), |(wide, narrow), character| {
        if is_wide(character) {
            (wide + 1, narrow)
        } else {
            (wide, narrow + 1)
        }
    });
    narrow + wide * 5 / 2
}

/// Whether a paragraph is a line above others rather than a text: short, and not ended as a sentence is.
pub fn is_heading(text: &str) -> bool {
    const LONGEST: usize = 140;

    let ends_sentence = text.ends_with([
        '.', '!', '?', '。', '！', '？', '；', ';', ',', '，', '”', '"', '’', ']', ')', '）',
    ]);
    !ends_sentence && reading_length(text) <= LONGEST && text.chars().any(char::is_alphabetic)
}

/// Bytes of the first sentence, with its end.
pub fn first_sentence(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        let is_end = match character {
            '。' | '！' | '？' | '；' => true,
            '.' | '!' | '?' => {
                let word = text
                    .get(..at)
                    .and_then(|before| before.split([' ', '.']).next_back());
                let is_short_form = word.is_some_and(|word| word.chars().count() <= 2);
                characters
                    .peek()
                    .is_none_or(|(_, next)| next.is_whitespace())
                    && !is_short_form
            }
            _ => false,
        };
        if is_end {
            return end;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_stand_between_blank_lines_or_are_lines() {
        let wrapped = "One\ntwo.\n\n\nThree.\n";
        assert_eq!(paragraphs(wrapped), ["One two.", "Three."]);
        assert_eq!(paragraphs("One.\nTwo.\n"), ["One.", "Two."]);
        assert_eq!(
            paragraphs("\u{3000}\u{3000}毕节\n在贵州。\n\n完。"),
            ["毕节在贵州。", "完。"]
        );
        assert_eq!(paragraphs(" \n\n \t "), Vec::<String>::new());
    }

    #[test]
    fn a_sentence_ends_at_its_end() {
        for (text, sentence) in [
            ("Mr. Li met St. John. Then he left.", "Mr. Li met St. John."),
            ("It is 3.5 metres! Yes.", "It is 3.5 metres!"),
            ("毕节在贵州。贵阳也是。", "毕节在贵州。"),
            ("No end", "No end"),
        ] {
            assert_eq!(text.get(..first_sentence(text)), Some(sentence));
        }
    }
}
