//! Text as markup: escaped, and attributes that say its language.

use std::fmt::{self, Write as _};

/// Markup as it is being written.
#[derive(Default)]
pub struct Html(pub String);

impl Html {
    pub fn push_str(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    pub fn add(&mut self, markup: fmt::Arguments<'_>) {
        let written = self.0.write_fmt(markup);
        debug_assert!(written.is_ok(), "a string takes any text");
    }
}

/// Fit for text and for attributes in double quotes. What XML has no place for is left out.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' | ' '..='\u{fffd}' | '\u{10000}'.. => escaped.push(character),
            _ => {}
        }
    }
    escaped
}

/// With its line breaks.
pub fn lines(text: &str) -> String {
    escaped(text).replace('\n', "<br/>\n")
}

/// The attributes of an element in a language: `lang`, and the direction where it is from right to left.
pub fn in_language(language: &str) -> String {
    const FROM_THE_RIGHT: [&str; 7] = ["ar", "fa", "he", "ps", "ug", "ur", "yi"];

    let base = language.split('-').next().unwrap_or_default();
    let direction = if FROM_THE_RIGHT.contains(&base) {
        " dir=\"rtl\""
    } else {
        ""
    };
    format!(" lang=\"{}\"{direction}", escaped(language))
}

/// The image inside the page; none for bytes that are no picture of a common kind.
pub fn picture(bytes: &[u8]) -> Option<String> {
    use base64::{Engine as _, engine::general_purpose::STANDARD};

    let kind = match bytes {
        [0x89, b'P', b'N', b'G', ..] => "png",
        [0xFF, 0xD8, 0xFF, ..] => "jpeg",
        [b'G', b'I', b'F', b'8', ..] => "gif",
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => "webp",
        _ => return None,
    };
    Some(format!(
        "data:image/{kind};base64,{}",
        STANDARD.encode(bytes)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_are_taken_for_pictures() {
        assert_eq!(
            picture(b"\x89PNG").as_deref(),
            Some("data:image/png;base64,iVBORw==")
        );
        assert_eq!(picture(b"<svg onload='alert(1)'/>"), None);
        assert_eq!(picture(b""), None);
    }
}
