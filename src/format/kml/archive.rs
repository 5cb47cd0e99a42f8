//! KMZ: which file of the archive is the story.

use crate::format::NoStory;
use crate::format::archive::Archive;

/// The name of the main file and its content; none where the archive has no KML. As its description says, that is
/// `doc.kml`, or else the first in the outermost folder.
pub(in crate::format) fn story_in(
    archive: &mut Archive<'_>,
) -> Result<Option<(String, Vec<u8>)>, NoStory> {
    let is_kml = |name: &&String| name.to_ascii_lowercase().ends_with(".kml");
    let names = archive.names();
    let main = names.iter().filter(is_kml).min_by_key(|name| {
        let depth = name.matches('/').count();
        (name.as_str() != "doc.kml", depth)
    });
    let Some(name) = main else { return Ok(None) };
    Ok(Some((name.clone(), archive.read(name)?)))
}
