//! What a format cannot hold, in words.

use super::{Texts, fill};
use crate::format::Loss;

impl Texts {
    /// As in "9 modules".
    pub fn loss(&self, loss: &Loss) -> String {
        let texts = &self.losses;
        let (count, one, many) = match loss {
            Loss::AllButMap => return texts.all_but_map.clone(),
            Loss::Source => return texts.source.clone(),
            Loss::Language(code) => return fill(&texts.language, &[("language", code)]),
            Loss::Translation(code) => {
                let text = match code.as_str() {
                    "en" => &texts.english_text,
                    "zh" | "zh-Hans" | "zh-Hant" => &texts.chinese_text,
                    _ => &texts.other_text,
                };
                return fill(text, &[("language", code)]);
            }
            Loss::Subjects(count) => (count, &texts.subjects_one, &texts.subjects_many),
            Loss::Modules(count) => (count, &texts.modules_one, &texts.modules_many),
            Loss::Actors(count) => (count, &texts.actors_one, &texts.actors_many),
            Loss::Regions(count) => (count, &texts.regions_one, &texts.regions_many),
            Loss::Topics(count) => (count, &texts.topics_one, &texts.topics_many),
            Loss::Connections(count) => (count, &texts.connections_one, &texts.connections_many),
            Loss::Events(count) => (count, &texts.events_one, &texts.events_many),
            Loss::EventNames(count) => (count, &texts.event_names_one, &texts.event_names_many),
            Loss::Places(count) => (count, &texts.places_one, &texts.places_many),
            Loss::PlaceNotes(count) => (count, &texts.place_notes_one, &texts.place_notes_many),
            Loss::ImageFiles(count) => (count, &texts.image_files_one, &texts.image_files_many),
            Loss::Links(count) => (count, &texts.links_one, &texts.links_many),
            Loss::Paragraphs(count) => (count, &texts.paragraphs_one, &texts.paragraphs_many),
            Loss::Doubts(count) => (count, &texts.doubts_one, &texts.doubts_many),
            Loss::NamesInLetters(count) => (count, &texts.letters_one, &texts.letters_many),
        };
        let text = if *count == 1 { one } else { many };
        fill(text, &[("n", &count.to_string())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_is_told_in_the_language_of_the_interface() {
        let told = |language: &str, loss| Texts::of(language).loss(&loss);
        assert_eq!(told("en", Loss::Modules(1)), "1 module");
        assert_eq!(told("en", Loss::Modules(9)), "9 modules");
        assert_eq!(told("zh", Loss::Modules(9)), "9个课程模块");
        assert_eq!(
            told("en", Loss::Translation("zh".to_owned())),
            "the Chinese text (zh)"
        );
        assert_eq!(
            told("zh", Loss::Translation("en".to_owned())),
            "英文文字（en）"
        );
        assert_eq!(
            told("en", Loss::Language("eo".to_owned())),
            "that the story is written in `eo`"
        );
    }
}
