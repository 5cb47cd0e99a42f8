//! Texts made fit to show: without invisible controls, and no longer than their limit.

use super::draft::Span;

/// A text after cleaning, and what had to be done.
#[derive(Debug, PartialEq)]
pub(super) struct Cleaned<T = String> {
    pub text: T,
    pub unprintable: bool,
    pub cut: bool,
}

/// One line: all white space becomes single blanks.
pub(super) fn line<T: AsRef<str> + From<String>>(text: T, limit: usize) -> Cleaned<T> {
    if is_clean(text.as_ref(), limit) {
        return Cleaned::unchanged(text);
    }
    let mut cleaner = Cleaner::new(limit);
    let mut blank = false;
    for character in text.as_ref().trim().chars() {
        if character.is_whitespace() {
            blank = true;
            continue;
        }
        // Beside a character that goes, a blank may be the first or the last, or one of two.
        if !is_unprintable(character) && std::mem::take(&mut blank) && !cleaner.text.is_empty() {
            cleaner.push(' ');
        }
        if !cleaner.push(character) {
            break;
        }
    }
    cleaner.finish().map(T::from)
}

/// Several lines: line breaks stay.
pub(super) fn lines<T: AsRef<str> + From<String>>(text: T, limit: usize) -> Cleaned<T> {
    if is_clean(text.as_ref(), limit) {
        return Cleaned::unchanged(text);
    }
    let mut cleaner = Cleaner::new(limit);
    for character in text
        .as_ref()
        .trim()
        .chars()
        .filter(|&character| character != '\r')
    {
        let kept = if character == '\t' { ' ' } else { character };
        if !cleaner.push(kept) {
            break;
        }
    }
    cleaner.finish().map(|text| text.trim().to_owned().into())
}

/// Running text: the spans keep to their words, and those without any left are dropped.
pub(super) fn running(text: String, spans: &mut Vec<Span>, limit: usize) -> Cleaned {
    let within = |span: &Span| !span.range.is_empty() && text.get(span.range.clone()).is_some();
    let is_plain = is_plain_ascii(&text) || !text.chars().any(needs_change);
    if is_plain && has_room(&text, limit) && spans.iter().all(within) {
        return Cleaned::unchanged(text);
    }
    let mut cleaner = Cleaner::new(limit);
    // Where each byte that begins a character has moved to, noted only where the distance changes.
    let mut moves = vec![(0, 0)];
    for (old, character) in text.char_indices() {
        let new = cleaner.text.len();
        if moves
            .last()
            .is_none_or(|&(from, to)| old - from != new - to)
        {
            moves.push((old, new));
        }
        if !cleaner.push(if character == '\t' { ' ' } else { character }) {
            break;
        }
    }
    let end = cleaner.text.len();
    let moved = |old: usize| {
        let before = moves
            .partition_point(|&(from, _)| from <= old)
            .saturating_sub(1);
        let (from, to) = moves.get(before).copied().unwrap_or_default();
        (to + (old - from)).min(end)
    };
    for span in spans.iter_mut() {
        span.range = moved(span.range.start)..moved(span.range.end);
    }
    let cleaned = cleaner.finish();
    spans.retain(|span| !span.range.is_empty() && cleaned.text.get(span.range.clone()).is_some());
    cleaned
}

/// A control character, or one that turns the direction of the text around it.
pub(super) fn is_unprintable(character: char) -> bool {
    let is_control = character.is_control() && character != '\n';
    is_control || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Words that are not checked, such as the path of a file, on one line that nothing in them can turn or disturb.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(printed_as).collect()
}

/// The character, or the one that stands for what cannot be shown.
pub(crate) fn printed_as(character: char) -> char {
    let turns = matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}');
    let breaks = matches!(character, '\n' | '\u{2028}' | '\u{2029}');
    if turns || breaks || is_unprintable(character) {
        '\u{FFFD}'
    } else {
        character
    }
}

impl<T> Cleaned<T> {
    fn unchanged(text: T) -> Self {
        Self {
            text,
            unprintable: false,
            cut: false,
        }
    }

    fn map<U>(self, make: impl FnOnce(T) -> U) -> Cleaned<U> {
        let Self {
            text,
            unprintable,
            cut,
        } = self;
        Cleaned {
            text: make(text),
            unprintable,
            cut,
        }
    }
}

/// Whether a text is as any cleaning would leave it: most are.
fn is_clean(text: &str, limit: usize) -> bool {
    let mut last = ' ';
    let is_plain = text.chars().all(|character| {
        let is_second_blank = character == ' ' && last == ' ';
        last = character;
        let is_letter = matches!(character, '!'..='~' | '\u{4E00}'..='\u{9FFF}');
        let is_other_blank = character != ' ' && character.is_whitespace();
        is_letter || !(is_second_blank || is_other_blank || needs_change(character))
    });
    is_plain && (last != ' ' || text.is_empty()) && has_room(text, limit)
}

/// Without a look at each character: most texts are, and every one is asked about.
fn is_plain_ascii(text: &str) -> bool {
    let is_plain = |byte: u8| (b' '..=b'~').contains(&byte) || byte == b'\n';
    // To the end even if one is not: so the processor takes many at once.
    text.bytes().fold(true, |all, byte| all & is_plain(byte))
}

fn needs_change(character: char) -> bool {
    character == '\t' || is_unprintable(character)
}

fn has_room(text: &str, limit: usize) -> bool {
    text.len() <= limit || text.chars().count() <= limit
}

struct Cleaner {
    text: String,
    /// Characters that may still come.
    left: usize,
    unprintable: bool,
    cut: bool,
}

impl Cleaner {
    fn new(limit: usize) -> Self {
        Self {
            text: String::new(),
            left: limit,
            unprintable: false,
            cut: false,
        }
    }

    /// Says whether more may follow.
    fn push(&mut self, character: char) -> bool {
        if is_unprintable(character) {
            self.unprintable = true;
        } else if self.left == 0 {
            self.cut = true;
        } else {
            self.left -= 1;
            self.text.push(character);
        }
        !self.cut
    }

    /// A text that was cut ends with an ellipsis in place of its last character.
    fn finish(self) -> Cleaned {
        let Self {
            mut text,
            unprintable,
            cut,
            left: _,
        } = self;
        if cut && text.pop().is_some() {
            text.push('…');
        }
        Cleaned {
            text,
            unprintable,
            cut,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::draft::Style;
    use super::*;

    fn spans(ranges: &[std::ops::Range<usize>]) -> Vec<Span> {
        ranges
            .iter()
            .map(|range| Span {
                range: range.clone(),
                style: Style::Strong,
            })
            .collect()
    }

    #[test]
    fn a_name_is_one_line_without_controls() {
        let cleaned = line(
            "\u{7} Bi\u{202E}jie\u{7}\n\t \u{7} 毕节 \u{2069} ".to_owned(),
            200,
        );

        assert_eq!(
            cleaned,
            Cleaned {
                text: "Bijie 毕节".to_owned(),
                unprintable: true,
                cut: false
            }
        );
    }

    #[test]
    fn a_text_over_its_limit_ends_in_an_ellipsis() {
        assert_eq!(line("毕节毕节毕".to_owned(), 4).text, "毕节毕…");
        assert_eq!(line("毕节毕节".to_owned(), 4).text, "毕节毕节");
        assert!(line("毕节毕节毕".to_owned(), 4).cut, "more than four");
    }

    #[test]
    fn spans_keep_to_their_words_when_controls_go() {
        let mut marked = spans(&[1..4, 10..16]);

        let cleaned = running("\u{7}abc \u{202E}de毕节\u{7}!".to_owned(), &mut marked, 100);

        assert_eq!(cleaned.text, "abc de毕节!");
        let words: Vec<_> = marked
            .iter()
            .map(|span| &cleaned.text[span.range.clone()])
            .collect();
        assert_eq!(words, ["abc", "毕节"]);
    }

    #[test]
    fn spans_beyond_the_cut_are_dropped() {
        let mut marked = spans(&[0..2, 2..6, 7..9]);

        let cleaned = running("abcdefghij".to_owned(), &mut marked, 5);

        assert_eq!(cleaned.text, "abcd…");
        assert_eq!(marked.len(), 1);
        assert_eq!(marked[0].range, 0..2);
    }
}
