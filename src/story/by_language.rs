//! A value for each of a few languages: most texts have one or two translations, many have none, and none takes no room.

use std::slice;

use thin_vec::ThinVec;

use super::is_language;

/// In the order of the languages' codes, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByLanguage<T>(ThinVec<(Code, T)>);

/// As in `zh` or `zh-Hant`, with zeros behind it: no language has more letters, and a hundred thousand names are translated
/// into the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Code([u8; 8]);

impl Code {
    fn of(language: &str) -> Option<Self> {
        let mut code = [0; 8];
        code.get_mut(..language.len())?
            .copy_from_slice(language.as_bytes());
        Some(Self(code))
    }

    fn as_str(&self) -> &str {
        let letters = self.0.split(|&byte| byte == 0).next();
        str::from_utf8(letters.unwrap_or_default()).unwrap_or_default()
    }
}

impl<T> Default for ByLanguage<T> {
    fn default() -> Self {
        Self(ThinVec::new())
    }
}

impl<T> ByLanguage<T> {
    pub fn get(&self, language: &str) -> Option<&T> {
        let (_, value) = self.0.get(self.position(Code::of(language)?).ok()?)?;
        Some(value)
    }

    /// Takes the place of what was there. What is no language has no value.
    pub fn insert(&mut self, language: &str, value: T) {
        let Some(code) = Code::of(language).filter(|_| is_language(language)) else {
            return;
        };
        match self.position(code) {
            Ok(at) => {
                if let Some((_, old)) = self.0.get_mut(at) {
                    *old = value;
                }
            }
            Err(at) => {
                // Not the four that a list would otherwise make room for.
                self.0.reserve_exact(1);
                self.0.insert(at, (code, value));
            }
        }
    }

    pub fn remove(&mut self, language: &str) -> Option<T> {
        let at = self.position(Code::of(language)?).ok()?;
        Some(self.0.remove(at).1)
    }

    /// What is made of each value, where anything is.
    pub fn filter_map<U>(self, mut make: impl FnMut(T) -> Option<U>) -> ByLanguage<U> {
        if self.0.is_empty() {
            return ByLanguage::default();
        }
        let mut made = ThinVec::with_capacity(self.0.len());
        made.extend(
            self.0
                .into_iter()
                .filter_map(|(language, value)| Some((language, make(value)?))),
        );
        ByLanguage(made)
    }

    pub fn iter(&self) -> Pairs<'_, T> {
        Pairs(self.0.iter())
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(language, _)| language.as_str())
    }

    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    fn position(&self, code: Code) -> Result<usize, usize> {
        self.0.binary_search_by_key(&code, |(there, _)| *there)
    }
}

/// Of each language in order.
pub struct Pairs<'a, T>(slice::Iter<'a, (Code, T)>);

impl<'a, T> Iterator for Pairs<'a, T> {
    type Item = (&'a str, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        let (language, value) = self.0.next()?;
        Some((language.as_str(), value))
    }
}

impl<'a, T> IntoIterator for &'a ByLanguage<T> {
    type Item = (&'a str, &'a T);
    type IntoIter = Pairs<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'l, T> FromIterator<(&'l str, T)> for ByLanguage<T> {
    fn from_iter<I: IntoIterator<Item = (&'l str, T)>>(values: I) -> Self {
        let mut by_language = Self::default();
        for (language, value) in values {
            by_language.insert(language, value);
        }
        by_language
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_in_order_and_the_last_value_counts() {
        let values = [("zh", 1), ("de", 2), ("zh", 3)];
        let mut by_language: ByLanguage<u8> = values.into_iter().collect();

        let languages: Vec<_> = by_language.keys().collect();
        assert_eq!(languages, ["de", "zh"]);
        assert_eq!(by_language.get("zh"), Some(&3));
        assert_eq!(by_language.remove("de"), Some(2));
        assert_eq!(by_language.get("de"), None);
    }

    #[test]
    fn what_is_no_language_has_no_value() {
        let languages = ["zh-Hant", "Chinese", "zh\0", "zh-Hant-TW", ""];
        let by_language: ByLanguage<()> = languages
            .map(|language| (language, ()))
            .into_iter()
            .collect();

        let kept: Vec<_> = by_language.keys().collect();
        assert_eq!(kept, ["zh-Hant"]);
        assert_eq!(by_language.get("Chinese"), None);
    }
}
