//! What the reader searches for, and where a text has it.

use std::ops::Range;

use memchr::memmem::Finder;

use super::alphabet::Alphabet;
use super::fold::{Folded, fold};
use super::sound::Sounds;
use super::texts::Kind;

/// What comes after so many characters is not searched.
const LONGEST: usize = 200;

/// Words and phrases that a thing must all have.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Each once, the longest first: it is the rarest, as a rule.
    words: Vec<Word>,
}

#[derive(Clone, Debug)]
pub struct Word {
    text: String,
    pub finder: Finder<'static>,
    pub alphabet: Alphabet,
    /// Not so in quotes.
    by_sound: bool,
}

impl Query {
    /// Words stand between blanks, a phrase in quotes; the last one may still be without its end.
    pub fn new(text: &str) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let mut words: Vec<Word> = Vec::new();
        for (number, part) in fold(&text).split('"').enumerate() {
            if number % 2 == 1 {
                words.push(Word::new(part.trim(), false));
            } else {
                let parts = part.split(' ').map(without_punctuation);
                words.extend(parts.map(|part| Word::new(part, true)));
            }
        }
        words.retain(|word| !word.text.is_empty());
        words.sort_by(|a, b| (b.text.len(), &a.text).cmp(&(a.text.len(), &b.text)));
        words.dedup_by(|a, b| a.text == b.text);
        Self { words }
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Where a text has words of the query, in order and apart from each other.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        self.marks_of(text, Kind::Prose).1
    }

    /// The same for a name or a title, which is found by its sound too.
    pub fn marks_in_name(&self, name: &str) -> Vec<Range<usize>> {
        self.marks_of(name, Kind::Name).1
    }

    /// How many of the words a text has, and where.
    pub fn marks_of(&self, text: &str, kind: Kind) -> (usize, Vec<Range<usize>>) {
        let mut marks = Vec::new();
        if self.is_empty() {
            return (0, marks);
        }
        let folded = Folded::new(text);
        let mut sounds = Sounds::default();
        let mut characters = Vec::new();
        if kind == Kind::Name {
            sounds.add(0, text, |character| characters.push(character));
        }
        let mut words = 0;
        for word in &self.words {
            let before = marks.len();
            for start in word.finder.find_iter(folded.text().as_bytes()) {
                marks.extend(folded.in_original(start..start + word.text.len()));
            }
            if let Some(sound) = word.sound() {
                sounds.find(sound, |_, heard| {
                    if let Some([first, .., last] | [first @ last]) = characters.get(heard) {
                        marks.push(first.start..last.end);
                    }
                });
            }
            words += usize::from(marks.len() > before);
        }
        (words, apart(marks))
    }
}

impl Word {
    fn new(text: &str, by_sound: bool) -> Self {
        Self {
            text: text.to_owned(),
            finder: Finder::new(text).into_owned(),
            alphabet: Alphabet::of(text),
            by_sound,
        }
    }

    /// The letters to look for in the sound of names.
    pub fn sound(&self) -> Option<&str> {
        self.by_sound.then_some(&self.text)
    }
}

/// A word without the marks around it, unless there is nothing else.
fn without_punctuation(word: &str) -> &str {
    let is_mark = |character| ",.;:!?()[]…、。《》「」".contains(character);
    let inner = word.trim_matches(is_mark);
    if inner.is_empty() { word } else { inner }
}

/// The ranges in order, those that overlap as one.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marked parts of a text.
    fn marked<'t>(query: &str, text: &'t str) -> Vec<&'t str> {
        let marks = Query::new(query).marks(text);
        marks.into_iter().map(|mark| &text[mark]).collect()
    }

    fn marked_in_name<'t>(query: &str, text: &'t str) -> Vec<&'t str> {
        let marks = Query::new(query).marks_in_name(text);
        marks.into_iter().map(|mark| &text[mark]).collect()
    }

    #[test]
    fn what_is_heard_is_marked_in_chinese() {
        assert_eq!(marked_in_name("bijie", "贵州毕节市"), ["毕节"]);
        assert_eq!(marked_in_name("guizhoub", "在贵州·毕节"), ["贵州·毕"]);
        assert_eq!(marked_in_name("gzb", "贵州毕节"), ["贵州毕"]);
        assert_eq!(marked_in_name("bi shi", "Bi 毕节市"), ["Bi", "毕", "市"]);
        assert_eq!(marked("bijie", "毕节"), [""; 0]);
    }

    #[test]
    fn a_sound_with_many_readings_is_heard_in_no_time() {
        let name = "嗯鬲".repeat(100);
        let letters = "nge".repeat(20);

        assert_eq!(marked_in_name(&format!("{letters}q"), &name), [""; 0]);
    }

    #[test]
    fn ranges_point_into_the_original_text() {
        for (query, text, parts) in [
            ("fi", "of ﬁre", vec!["ﬁ"]),
            ("f", "of ﬁre", vec!["f", "ﬁ"]),
            ("i", "ﬁİi", vec!["ﬁ", "İ", "i"]),
            ("istanbul", "in İSTANBUL.", vec!["İSTANBUL"]),
            ("cafe", "a cafe\u{301} e", vec!["cafe\u{301}"]),
            ("e", "\u{301}e\u{301}\u{302}x", vec!["e\u{301}\u{302}"]),
            ("km2", "12 ㎞² of", vec!["㎞²"]),
            ("year", "the year’s end", vec!["year"]),
            ("years", "the year’s end", vec!["year’s"]),
            ("\"a b\"", "a \u{3000}\n b", vec!["a \u{3000}\n b"]),
            ("soft", "so\u{AD}ft", vec!["so\u{AD}ft"]),
            ("\"bc 大\"", "ＡＢＣ　大学", vec!["ＢＣ　大"]),
            ("ｂ", "abc", vec!["b"]),
            ("毕节", "在毕节，毕节", vec!["毕节", "毕节"]),
            (",", "在毕节，毕节", vec!["，"]),
            ("하", "한국", vec!["한"]),
            ("ab bc", "abc abd", vec!["abc", "ab"]),
        ] {
            assert_eq!(marked(query, text), parts, "{query} in {text}");
        }
    }

    #[test]
    fn what_is_copied_from_a_text_is_found_there() {
        let text = "Ｆｕｌｌ ﬁ İstanbul cafe\u{301} 毕节，ß№…½ 한국 👩‍👩‍👧 a\u{AD}b\u{300}\u{301} ΣΑΣ\u{3000}が";
        let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();

        for &start in &starts {
            for &end in starts.iter().filter(|&&end| end > start) {
                let copied = &text[start..end];
                let is_seen = !fold(copied).trim().is_empty();
                let marks = Query::new(&format!("\"{copied}\"")).marks(text);
                assert_eq!(is_seen, !marks.is_empty(), "{copied:?}");
                assert!(marks.iter().all(|mark| text.get(mark.clone()).is_some()));
                assert!(marks.is_sorted_by(|a, b| a.end <= b.start), "{marks:?}");
            }
        }
    }
}
