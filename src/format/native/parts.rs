//! A long text cut at its headings, so that each part is parsed by itself: the parser keeps ten times its bytes, and those
//! of a part fit into the processor's cache.

use std::ops::Range;

use memchr::memmem;

/// Bytes that a part has at least, but for the last one.
const PART: usize = 64 * 1024;

/// The bytes of each. All of the text is one part where something in it may reach beyond a heading, or mean something to what
/// stands before it.
pub(super) fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    if text.len() > PART && ends_with_blocks(text) {
        for line_break in memmem::find_iter(text.as_bytes(), "\n#") {
            let at = line_break + 1;
            if at - start >= PART && is_heading(text.get(at..).unwrap_or_default()) {
                parts.push(start..at);
                start = at;
            }
        }
    }
    parts.push(start..text.len());
    parts
}

/// Whether there is neither code nor HTML in it, nor an address for links elsewhere.
fn ends_with_blocks(text: &str) -> bool {
    memchr::memchr3(b'`', b'~', b'<', text.as_bytes()).is_none()
        && memmem::find(text.as_bytes(), b"]:").is_none()
}

/// Of a line: such a heading ends every block there is.
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    line.len() - rest.len() <= 6 && rest.starts_with([' ', '\t', '\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(between: &str, is_cut: bool) {
        let long = "words ".repeat(PART / 6 + 1);
        let text = format!("{long}\n{between}\n\n{long}\n");

        let starts: Vec<_> = parts(&text).iter().map(|part| part.start).collect();
        let cut = text.find(between).unwrap();
        let expected: &[usize] = if is_cut { &[0, cut] } else { &[0] };
        assert_eq!(starts, expected, "{between}");
    }

    #[test]
    fn a_long_text_is_cut_at_its_headings() {
        for heading in ["## A {#a}", "#", "######\tA"] {
            check(heading, true);
        }
        for no_heading in ["#a", " # a", "####### a"] {
            check(no_heading, false);
        }
    }

    #[test]
    fn what_reaches_beyond_a_heading_keeps_a_text_whole() {
        for whole in [
            "## A\n\n```\n# a",
            "## A\n\n~~~",
            "## A\n\n<!--\n",
            "## A\n\n[a]: #b",
        ] {
            check(whole, false);
        }
    }
}
