//! The words of the interface, from `assets/locales`. A second language is a second file.

mod losses;

use serde::Deserialize;

use crate::sentences::Language;
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
    pub who: Who,
    pub when: When,
    pub search: Search,
    pub map: Map,
    pub tour: Tour,
    pub menu: Menu,
    pub settings: Settings,
    pub pictures: Pictures,
    pub basemap: Basemap,
    pub panes: Panes,
    pub commands: Commands,
    pub keys: Keys,
    pub languages: Languages,
    pub dates: Dates,
    pub notices: Notices,
    pub open: Open,
    pub new: New,
    pub problems: Problems,
    pub report: Report,
    pub export: Export,
    pub original: Original,
    pub losses: Losses,
    pub mending: Mending,
    pub evidence: Evidence,
    pub save: Save,
}

texts! {
    App { name }
    Tabs { story, curriculum, who, when, problems, found }
    Filters { places, topics, clear, count, count_spoken, chip, or, and, nothing_title, nothing, clear_all }
    Reading {
        source, start, size, minutes_one, minutes_many, how_to_read, places_one, places_many, passages_one, passages_many, passages_some, back, country, province, region,
        mentions, mention_at, context, paragraph, paragraph_spoken, passage, read, topic_chip, place_chip, divider, labelled, north, south, east, west,
    }
    Curriculum { title, by, subjects, modules, progress, progress_spoken, ours, studied, hidden, empty }
    Map {
        name, scale, kilometres, metres, marker_one, marker_many, marker_none, marker_unfound, region, group, join,
        lines,
    }
    Who { title, people, organisations, only, hidden }
    When { title, event, hidden, report, all, from, from_spoken, to, to_spoken }
    Search { hint, keys, count_one, count_many, position, position_spoken, nothing_title, nothing, clear, place, topic, actor, event, subject, module, passage }
    Tour { name, next, previous, position, play, pause, resume, go_on, leave }
    Menu { name, keys, close, credits, licences, version }
    Settings {
        title, reading, language, language_system, theme, theme_system, theme_light, theme_dark, text_size, percent, line_width, line_narrow, line_normal,
        line_wide, map, map_names, map_names_language, map_names_english, map_names_chinese, map_names_both, wheel, wheel_closer, wheel_further, wheel_move,
        wheel_hint, motion, animation, animation_automatic, animation_full, animation_reduced, animation_hint, pace, pace_slow, pace_normal, pace_fast, reset, undo_reset,
    }
    Pictures { name, enlarge, no_folder, missing, outside, too_large, unreadable, unshown, no_picture, damaged }
    /// Which map lies under the story, and how it is with it.
    Basemap {
        kind, embedded, file, online, path, path_hint, server, own, address, address_hint, credit, credit_hint, privacy, none_asked,
        opening, missing, unreadable, no_pmtiles, old_version, damaged, unsupported, unknown_layers, silent, refused, wrong,
        no_address, address_lacks, address_unknown,
    }
    /// What a screen reader calls the parts of the window.
    Panes { top, filters, map, reading, tabs, notice, scroll_bar }
    Commands {
        next_passage, previous_passage, first_passage, last_passage, play, go_on, previous_mention, next_mention,
        travel_back, travel_forward, back, zoom_in, zoom_out, overview, story, curriculum, who, when, found, mark_place, redo, undo, search, switch_theme,
        larger_text, smaller_text, normal_text, copy_reference, recent, open, new, save_story, export, attach_original, remove_original, switch_wording, present, settings, keys, quit,
    }
    Keys {
        beside, command, alt, shift, escape, home, end, page_up, page_down, paste, scroll, tab, reach, enter, space, choose, arrows, places, shift_arrows, move_map,
    }
    Languages { name, english, chinese, both, untranslated }
    Notices {
        dismiss, copied, no_passage, settings_corrupt, settings_unsaved, problems, problem_one, show_problems, behind, opening, cancel, pasted,
        not_written, folder_in_the_way, exists, not_opened, not_opened_remedy, one_of_many, stopped, go_on,
    }
    Open { title, browse, no_browsing, no_browsing_to_write, path, open, recent, builtin, builtin_note, other_ways, drop }
    New { title, what, create, file_name }
    Problems { title, none, fault, hint, copy, behind, sentence }
    /// At the head of a report of a fault of the program's own.
    Report { stopped, broken_off, unsent, whereto }
    Export { title, format, dateline, page, picture, size, shade, light, dark, write, replace, exists, written, writing, undrawn }
    /// The text that a story retells, beside it.
    Original {
        title, what, attach, undo, open_article, seems, attached, unkept, removed, unforgotten, not_attached, other_text, none,
        wording, retelling, original, both, label, label_of, nothing,
    }
    /// The places found in an article, and what its reader can put right.
    Mending {
        title, summary_one, summary_many, uncertain_one, uncertain_many, notice_one, notice_many, none_title, none, doubtful, likely, sure, settled, mentions_one, mentions_many,
        more, row, city, county, division, country, feature, own, people, confirm, drop, merge, merge_into, merge_none, only_here, everywhere, here,
        candidates, use_this, candidate, current, other, other_hint, unknown, mentions, shows, back, mark, mark_title, mark_hint, words, stands_one, stands_many,
        stands_not, look_up, look_up_hint, selected, topics, topic_name, drop_topic, look, wrong_place, uncertain, named_uncertain,
        did_confirm, did_choose, did_drop, did_merge, did_mark, did_drop_topic, did_rename_topic, undo, undone, redo, redone, unkept,
    }
    /// Why a name is taken for a place, and what speaks against it.
    Evidence {
        only, most_prominent, within, said_elsewhere, says_kind, named_around, written_there, near, near_home, famous, demonym, abbreviation, rival, nothing_says, inside_name, join, but,
        settled,
    }
    Save { title, what, losses, write, saved }
    /// What a format cannot hold.
    Losses {
        heading, all_but_map, source, language, english_text, chinese_text, other_text, subjects_one, subjects_many, modules_one, modules_many, actors_one,
        actors_many, regions_one, regions_many, topics_one, topics_many, connections_one, connections_many, events_one, events_many, event_names_one,
        event_names_many, places_one, places_many, place_notes_one, place_notes_many, image_files_one, image_files_many, links_one, links_many,
        paragraphs_one, paragraphs_many, letters_one, letters_many, doubts_one, doubts_many,
    }
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
    /// As short as they can be told apart.
    pub months_short: Vec<String>,
}

const ENGLISH: &str = include_str!("../assets/locales/en.toml");
const CHINESE: &str = include_str!("../assets/locales/zh.toml");

impl Texts {
    /// The embedded texts of a language; English where there are none.
    pub fn of(language: &str) -> Self {
        let toml = match language {
            "zh" => CHINESE,
            _ => ENGLISH,
        };
        // A test reads every embedded language, so the empty texts are never seen.
        Self::read(toml).unwrap_or_default()
    }

    fn read(toml: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(toml)
    }

    /// What is said of files, in the same language.
    pub fn said_in(&self) -> Language {
        Language::of(&self.language)
    }

    /// A date as readers of this language write it, no more precise than it is.
    pub fn date(&self, date: Date) -> String {
        self.date_with(date, &self.dates.months)
    }

    /// The same in fewer letters.
    pub fn short_date(&self, date: Date) -> String {
        self.date_with(date, &self.dates.months_short)
    }

    fn date_with(&self, date: Date, months: &[String]) -> String {
        let year = date.year().to_string();
        let Some(month) = date.month() else {
            return fill(&self.dates.year, &[("year", &year)]);
        };
        let month = months
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
        for (language, toml) in [("en", ENGLISH), ("zh", CHINESE)] {
            let texts = Texts::read(toml).unwrap();
            assert_eq!(texts.language, language);
            assert_eq!(texts.dates.months.len(), 12);
            assert_eq!(texts.dates.months_short.len(), 12);
        }
    }

    #[test]
    fn a_date_is_written_as_precisely_as_it_is_known() {
        let texts = Texts::of("en");
        let written = |text| texts.date(Date::parse(text).unwrap());
        assert_eq!(written("2016"), "2016");
        assert_eq!(written("2021-10"), "October 2021");
        assert_eq!(written("2022-02-22"), "22 February 2022");
        let chinese = Texts::of("zh");
        assert_eq!(chinese.date(Date::parse("2021-10").unwrap()), "2021年10月");
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
