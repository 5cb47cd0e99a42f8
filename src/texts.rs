//! The words of the interface, from `assets/locales`. A second language is a second file.

use serde::Deserialize;

use crate::story::Date;

macro_rules! texts {
    ($($(#[$doc:meta])* $section:ident { $($key:ident),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Default, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $section {
                $(pub $key: String,)*
            }
        )*
    };
}

/// Every text of one language. A missing or unknown key is an error, so that no language falls behind unseen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// As in `en` or `zh`.
    pub language: String,
    pub app: App,
    pub tabs: Tabs,
    pub filters: Filters,
    pub reading: Reading,
    pub curriculum: Curriculum,
    pub map: Map,
    pub tour: Tour,
    pub menu: Menu,
    pub commands: Commands,
    pub keys: Keys,
    pub dates: Dates,
    pub notices: Notices,
}

texts! {
    App { name }
    Tabs { story, curriculum }
    Filters { places, topics, clear, count, count_spoken, chip, or, and, nothing_title, nothing, clear_all }
    Reading {
        source, start, size, minutes_one, minutes_many, how_to_read, passages_one, passages_many, passages_some, back,
        context, paragraph, paragraph_spoken, passage, topic_chip, place_chip, divider, north, south, east, west,
    }
    Curriculum { title, by, subjects, modules, progress, progress_spoken, ours, studied, read, hidden, empty }
    Map {
        name, zoom_in, zoom_out, overview, kilometres, metres, marker_one, marker_many, marker_none, group, join,
    }
    Tour { name, next, previous, position }
    Menu {
        name, theme, theme_system, theme_light, theme_dark, map_names, map_names_english, map_names_chinese, map_names_both, keys, close, credits, version,
    }
    Commands {
        next_passage, previous_passage, first_passage, last_passage, back, zoom_in, zoom_out, overview, story,
        curriculum, switch_theme, larger_text, smaller_text, normal_text, full_screen, keys, quit,
    }
    Keys { command, escape, home, end, page_up, page_down }
    Notices { dismiss, settings_corrupt, settings_unsaved, problems, problem_one, unreadable }
}

/// How dates are written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    pub year: String,
    pub month: String,
    pub day: String,
    /// From January on.
    pub months: Vec<String>,
}

impl Texts {
    /// The embedded English texts.
    pub fn english() -> Self {
        // A test reads every embedded language, so the empty texts are never seen.
        Self::read(include_str!("../assets/locales/en.toml")).unwrap_or_default()
    }

    fn read(toml: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(toml)
    }

    /// A date as readers of this language write it, no more precise than it is.
    pub fn date(&self, date: Date) -> String {
        let year = date.year().to_string();
        let Some(month) = date.month() else {
            return fill(&self.dates.year, &[("year", &year)]);
        };
        let month = self
            .dates
            .months
            .get(usize::from(month) - 1)
            .map_or("", String::as_str);
        match date.day() {
            None => fill(&self.dates.month, &[("year", &year), ("month", month)]),
            Some(day) => {
                let day = day.to_string();
                fill(
                    &self.dates.day,
                    &[("year", &year), ("month", month), ("day", &day)],
                )
            }
        }
    }
}

/// Puts values where the text has their names in braces.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    // Walks the text once: a value that itself holds braces stays as it is.
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            Some((values.iter().find(|(key, _)| *key == name)?.1, after))
        });
        if let Some((value, after)) = value {
            filled.push_str(value);
            rest = after;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_language_has_every_word_and_no_other() {
        let english = Texts::read(include_str!("../assets/locales/en.toml")).unwrap();
        assert_eq!(english.language, "en");
        assert_eq!(english.dates.months.len(), 12);
    }

    #[test]
    fn a_date_is_written_as_precisely_as_it_is_known() {
        let texts = Texts::english();
        let written = |text| texts.date(Date::parse(text).unwrap());
        assert_eq!(written("2016"), "2016");
        assert_eq!(written("2021-10"), "October 2021");
        assert_eq!(written("2022-02-22"), "22 February 2022");
    }

    #[test]
    fn values_stand_where_the_text_names_them() {
        assert_eq!(
            fill("{n} of {all}", &[("all", "14"), ("n", "5")]),
            "5 of 14"
        );
        assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "x")]), "{b}x");
        assert_eq!(fill("{unknown} {", &[]), "{unknown} {");
    }
}
