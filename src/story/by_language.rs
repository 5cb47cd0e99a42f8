//! A value for each of a few languages: most texts have one or two translations, many have none, and none takes no room.

/// In the order of the languages' codes, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByLanguage<T>(Vec<(String, T)>);

impl<T> Default for ByLanguage<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByLanguage<T> {
    pub fn get(&self, language: &str) -> Option<&T> {
        let (_, value) = self.0.get(self.position(language).ok()?)?;
        Some(value)
    }

    /// Takes the place of what was there.
    pub fn insert(&mut self, language: String, value: T) {
        match self.position(&language) {
            Ok(at) => {
                if let Some((_, old)) = self.0.get_mut(at) {
                    *old = value;
                }
            }
            Err(at) => {
                // Not the four that a list would otherwise make room for.
                self.0.reserve_exact(1);
                self.0.insert(at, (language, value));
            }
        }
    }

    pub fn remove(&mut self, language: &str) -> Option<T> {
        let at = self.position(language).ok()?;
        Some(self.0.remove(at).1)
    }

    /// What is made of each value, where anything is.
    pub fn filter_map<U>(self, mut make: impl FnMut(T) -> Option<U>) -> ByLanguage<U> {
        let pairs = self.0.into_iter();
        ByLanguage(
            pairs
                .filter_map(|(language, value)| Some((language, make(value)?)))
                .collect(),
        )
    }

    pub fn iter(&self) -> Pairs<'_, T> {
        self.0.iter().map(|(language, value)| (language, value))
    }

    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(language, _)| language)
    }

    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    fn position(&self, language: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(there, _)| there.as_str().cmp(language))
    }
}

impl<T> IntoIterator for ByLanguage<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// A language and what is there in it.
type Pair<'a, T> = (&'a String, &'a T);
/// Of each language in order.
type Pairs<'a, T> =
    std::iter::Map<std::slice::Iter<'a, (String, T)>, fn(&(String, T)) -> Pair<'_, T>>;

impl<'a, T> IntoIterator for &'a ByLanguage<T> {
    type Item = Pair<'a, T>;
    type IntoIter = Pairs<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> FromIterator<(String, T)> for ByLanguage<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(values: I) -> Self {
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
        let mut by_language: ByLanguage<u8> = values
            .into_iter()
            .map(|(language, value)| (language.to_owned(), value))
            .collect();

        let languages: Vec<_> = by_language.keys().collect();
        assert_eq!(languages, ["de", "zh"]);
        assert_eq!(by_language.get("zh"), Some(&3));
        assert_eq!(by_language.remove("de"), Some(2));
        assert_eq!(by_language.get("de"), None);
    }
}
