//! What places are called in Chinese, as far as the table of names knows.

use std::collections::HashMap;
use std::sync::OnceLock;

use fst::{IntoStreamer as _, Streamer as _};

use super::{Gazetteer, PlaceId, References, Role};

/// Names of one character are short forms.
const LEAST: usize = 2;
/// Countries whose shortest name is not the one that readers in China would choose, or is that of two.
const COUNTRIES: [(&str, &str); 5] = [
    ("AU", "澳大利亚"),
    ("CD", "刚果（金）"),
    ("CG", "刚果（布）"),
    ("KR", "韩国"),
    ("RU", "俄罗斯"),
];

impl Gazetteer {
    /// The shortest of its names. All of them are gone through when it is first asked for.
    pub fn chinese_name(&self, place: PlaceId) -> Option<&str> {
        static NAMES: OnceLock<HashMap<PlaceId, Box<str>>> = OnceLock::new();

        let code = self.iso_code(place);
        if let Some((_, name)) = COUNTRIES.iter().find(|(country, _)| Some(*country) == code) {
            return Some(name);
        }
        let names = NAMES.get_or_init(|| self.chinese_names());
        names.get(&place).map(AsRef::as_ref)
    }

    /// What it lies in, as in 中国贵州; in English where there is no Chinese name.
    pub fn around_in_chinese(&self, place: PlaceId) -> String {
        let outer = [self.country_of(place), self.division_of(place)];
        let outer = outer.into_iter().flatten().filter(|&outer| outer != place);
        self.in_chinese(outer)
    }

    /// As in 中国贵州毕节.
    pub fn within_in_chinese(&self, place: PlaceId) -> String {
        let outer = [self.country_of(place), self.division_of(place)];
        let outer = outer.into_iter().flatten().filter(|&outer| outer != place);
        self.in_chinese(outer.chain([place]))
    }

    /// From the largest to the smallest, each name once: Beijing lies in Beijing.
    fn in_chinese(&self, places: impl Iterator<Item = PlaceId>) -> String {
        let names = places.map(|place| self.chinese_name(place).unwrap_or(self.name(place)));
        let mut names: Vec<_> = names.filter(|name| !name.is_empty()).collect();
        names.dedup();
        let is_chinese = names.iter().all(|name| !name.is_ascii());
        names.join(if is_chinese { "" } else { "，" })
    }

    fn chinese_names(&self) -> HashMap<PlaceId, Box<str>> {
        let mut names: HashMap<PlaceId, (bool, Box<str>)> = HashMap::new();
        let mut all = self
            .names
            .range()
            .ge("\u{4E00}")
            .lt("\u{A000}")
            .into_stream();
        while let Some((name, value)) = all.next() {
            let Ok(name) = str::from_utf8(name) else {
                continue;
            };
            if name.chars().count() < LEAST {
                continue;
            }
            for reference in References::of(value).iter() {
                let is_other = match reference.role {
                    Role::Main | Role::Famous => false,
                    Role::Alternate => true,
                    Role::Demonym | Role::Abbreviation | Role::Postal => continue,
                };
                let rank = |is_other: bool, name: &str| (is_other, name.len());
                let known = names.get(&reference.place);
                let is_better = known.is_none_or(|(known_other, known)| {
                    rank(is_other, name) < rank(*known_other, known)
                });
                if is_better {
                    names.insert(reference.place, (is_other, name.into()));
                }
            }
        }
        names
            .into_iter()
            .map(|(place, (_, name))| (place, name))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(name: &str) -> (&'static Gazetteer, PlaceId) {
        let gazetteer = Gazetteer::open().unwrap();
        let places = crate::article::candidates(gazetteer, name);
        (gazetteer, *places.first().unwrap())
    }

    #[test]
    fn places_are_called_as_chinese_readers_call_them() {
        for (english, chinese) in [
            ("Bijie", "毕节"),
            ("Guizhou", "贵州"),
            ("Netherlands", "荷兰"),
            ("Russia", "俄罗斯"),
            ("Rotterdam", "鹿特丹"),
        ] {
            let (gazetteer, place) = first(english);
            assert_eq!(gazetteer.chinese_name(place), Some(chinese), "{english}");
        }
    }

    #[test]
    fn what_is_larger_comes_first() {
        let (gazetteer, bijie) = first("Bijie");
        assert_eq!(gazetteer.within_in_chinese(bijie), "中国贵州毕节");
        assert_eq!(gazetteer.around_in_chinese(bijie), "中国贵州");
        let (gazetteer, beijing) = first("Beijing");
        assert_eq!(gazetteer.within_in_chinese(beijing), "中国北京");
    }
}
