//! The names of a text, each looked up once.

use std::collections::HashMap;

use super::mention::{Candidate, Name, Within};
use crate::article::fold::fold_into;
use crate::article::gazetteer::{Gazetteer, References, Role, Word};

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Full,
    /// With periods.
    Short,
    /// In two capitals.
    Postal,
}

impl Form {
    fn has(self, role: Role) -> bool {
        match role {
            Role::Postal => self == Self::Postal,
            Role::Abbreviation => self != Self::Full,
            Role::Main | Role::Alternate | Role::Demonym | Role::Famous => self == Self::Full,
        }
    }
}

/// All that is looked up in a text.
pub struct Names {
    pub gazetteer: &'static Gazetteer,
    found: Vec<Name>,
    by_key: HashMap<String, Option<usize>>,
    words: HashMap<String, Word>,
    key: String,
}

impl Names {
    pub fn new(gazetteer: &'static Gazetteer) -> Self {
        Self {
            gazetteer,
            found: Vec::new(),
            by_key: HashMap::new(),
            words: HashMap::new(),
            key: String::new(),
        }
    }

    /// The name's index, where a place is called so.
    pub fn find(&mut self, name: &str) -> Option<usize> {
        fold_into(&mut self.key, name);
        if let Some(&known) = self.by_key.get(&self.key) {
            return known;
        }
        let references = self.gazetteer.places(&self.key);
        let index = references.and_then(|references| self.push(references, Form::Full));
        self.by_key.insert(self.key.clone(), index);
        index
    }

    /// Lets a name mean what it is said to lie in: "Holliday, Mo." is somewhere in Missouri, though the gazetteer knows
    /// only the Holliday of Texas.
    pub fn put_within(&mut self, part: usize, whole: usize) -> Option<Within> {
        let container = *self.found.get(whole)?.candidates.first()?;
        let part = self.found.get_mut(part)?;
        if part
            .candidates
            .iter()
            .all(|known| known.place != container.place)
        {
            part.candidates.push(Candidate {
                prominence: 0.0,
                ..container
            });
        }
        Some(Within {
            place: container.place,
            container: container.place,
        })
    }

    /// The index of a name that is shortened so.
    pub fn find_short(&mut self, short: &str, form: Form) -> Option<usize> {
        fold_into(&mut self.key, short);
        // As no name is written, so that it is another name than the same letters in full.
        self.key.push(if form == Form::Postal { ',' } else { '.' });
        if let Some(&known) = self.by_key.get(&self.key) {
            return known;
        }
        let references = self.gazetteer.places(self.key.trim_end_matches(['.', ',']));
        let index = references.and_then(|references| self.push(references, form));
        self.by_key.insert(self.key.clone(), index);
        index
    }

    /// The index of a name whose places are known already.
    pub fn of(&mut self, name: &str, references: References) -> Option<usize> {
        self.key.clear();
        self.key.push_str(name);
        if let Some(&known) = self.by_key.get(name) {
            return known;
        }
        let index = self.push(references, Form::Full);
        self.by_key.insert(name.to_owned(), index);
        index
    }

    fn push(&mut self, references: References, form: Form) -> Option<usize> {
        let references = references
            .iter()
            .filter(|reference| form.has(reference.role));
        let name = Name::new(self.gazetteer, &self.key, references);
        if name.candidates.is_empty() {
            return None;
        }
        self.found.push(name);
        Some(self.found.len() - 1)
    }

    pub fn get(&self, index: usize) -> Option<&Name> {
        self.found.get(index)
    }

    pub fn word(&mut self, word: &str) -> Word {
        fold_into(&mut self.key, word);
        if let Some(&known) = self.words.get(&self.key) {
            return known;
        }
        let found = self.gazetteer.word(&self.key);
        self.words.insert(self.key.clone(), found);
        found
    }

    pub fn into_names(self) -> Vec<Name> {
        self.found
    }
}
