//! Ids for things of which a file has none that could be one.

use std::collections::{BTreeSet, HashMap};

use crate::story::{is_id, slug};

/// Ids that are taken.
#[derive(Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    numbers: HashMap<String, usize>,
}

impl Ids {
    /// The file's own where it can be one, else one from the name, else from the kind; each once.
    pub fn make(&mut self, own: Option<&str>, name: &str, kind: &str, index: usize) -> String {
        if let Some(own) = own
            && is_id(own)
            && self.taken.insert(own.to_owned())
        {
            return own.to_owned();
        }
        let base = slug(name).unwrap_or_else(|| format!("{kind}-{}", index + 1));
        if self.taken.insert(base.clone()) {
            return base;
        }
        let number = self.numbers.entry(base.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{base}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}
