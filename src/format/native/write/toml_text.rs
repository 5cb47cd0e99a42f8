//! Tables of TOML as a person would write them.

use std::fmt::Write as _;

use crate::story::{Date, Name};

/// The front matter as it is being written.
#[derive(Default)]
pub struct Toml {
    pub text: String,
}

impl Toml {
    /// As in `[source]` and `[[place]]`.
    pub fn table(&mut self, title: &str) {
        self.line(format_args!("\n{title}"));
    }

    pub fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let written = writeln!(self.text, "{line}");
        debug_assert!(written.is_ok(), "a string takes any text");
    }

    /// Nothing for an empty text: it is what a missing key means.
    pub fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.line(format_args!("{key} = {}", quoted(text)));
        }
    }

    /// In the story's language, then in others.
    pub fn name(&mut self, key: &str, name: &Name) {
        self.text(key, &name.text);
        for (language, text) in &name.translations {
            self.text(&format!("{key}_{language}"), text);
        }
    }

    /// Degrees.
    pub fn number(&mut self, key: &str, number: f64) {
        self.line(format_args!("{key} = {number}"));
    }

    pub fn date(&mut self, key: &str, date: Date) {
        // TOML has days, and years are numbers to it.
        let is_plain = date.day().is_some() || (date.month().is_none() && date.year() >= 1000);
        if is_plain {
            self.line(format_args!("{key} = {date}"));
        } else {
            self.line(format_args!("{key} = \"{date}\""));
        }
    }

    pub fn list<'a>(&mut self, key: &str, texts: impl Iterator<Item = &'a str>) {
        let texts: Vec<_> = texts.map(quoted).collect();
        if !texts.is_empty() {
            self.line(format_args!("{key} = [{}]", texts.join(", ")));
        }
    }
}

/// A text with several lines stays so, if none of them could end the front matter.
fn quoted(text: &str) -> String {
    let has_lines = text.contains('\n') && !text.contains("+++");
    let mut quoted = String::from(if has_lines { "\"\"\"\n" } else { "\"" });
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' if !has_lines => quoted.push_str("\\n"),
            _ => quoted.push(character),
        }
    }
    quoted.push_str(if has_lines { "\"\"\"" } else { "\"" });
    quoted
}
