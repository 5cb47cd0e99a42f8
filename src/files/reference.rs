//! A story file, and where in it.

use std::path::{Path, PathBuf};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The built-in story where no file is named.
    pub path: Option<PathBuf>,
    /// The id of a passage, place or region.
    pub id: Option<String>,
}

impl Reference {
    /// As in `story.md#passage-id`. A file whose own name is so written comes first.
    pub fn of(path: &Path) -> Self {
        let whole = Self {
            path: Some(path.to_owned()),
            id: None,
        };
        if path.exists() {
            return whole;
        }
        let Some((path, id)) = path.to_str().and_then(|text| text.rsplit_once('#')) else {
            return whole;
        };
        Self {
            path: (!path.is_empty()).then(|| PathBuf::from(path)),
            id: (!id.is_empty()).then(|| id.to_owned()),
        }
    }
}
