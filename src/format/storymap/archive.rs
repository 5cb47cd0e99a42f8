//! The archive: which of its files is the story.

use crate::format::NoStory;
use crate::format::archive::Archive;
use crate::format::json::Node;
use crate::story::problem::ProblemKind;

/// What the archive says of its story.
pub(in crate::format) struct Packed {
    pub name: &'static str,
    pub json: Vec<u8>,
    /// Empty where it has none.
    pub title: String,
    pub problem: Option<ProblemKind>,
}

/// The story as readers saw it, or else its draft; none where the archive is of something else.
pub(in crate::format) fn story_in(archive: &mut Archive<'_>) -> Result<Option<Packed>, NoStory> {
    let names = archive.names();
    let has = |name: &str| names.iter().any(|other| other == name);
    let name = match (has("published.json"), has("draft.json")) {
        (true, _) => "published.json",
        (false, true) => "draft.json",
        (false, false) => return Ok(None),
    };
    let json = archive.read(name)?;
    let metadata = if has("metadata.json") {
        archive.read("metadata.json")?
    } else {
        Vec::new()
    };
    let metadata = String::from_utf8_lossy(&metadata);
    let metadata = Node::root(&metadata).ok().and_then(Node::object);
    let text = |key| {
        metadata
            .as_ref()
            .map(|data| data.text(key))
            .unwrap_or_default()
    };
    // Dates as texts that sort.
    let is_older =
        has("draft.json") && name != "draft.json" && text("draft_on") > text("published_on");
    Ok(Some(Packed {
        name,
        json,
        title: text("title"),
        problem: is_older.then_some(ProblemKind::EarlierVersion {}),
    }))
}
