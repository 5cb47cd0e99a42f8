//! Which format a file is in: by what it says, then by its name.

use std::path::Path;

use super::json::Node;
use super::{NoStory, csv};

/// A format that stories are read from or written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Dateline's own: Markdown below TOML.
    #[default]
    Native,
    StoryMapJs,
    GeoJson,
    Kml,
    Csv,
    /// A page of its own; written only.
    Html,
    /// The map as a picture; written only.
    Png,
}

impl Format {
    /// That a file of this name is to be written in.
    pub fn of_extension(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "md" => Some(Self::Native),
            "json" => Some(Self::StoryMapJs),
            "geojson" => Some(Self::GeoJson),
            "kml" => Some(Self::Kml),
            "csv" => Some(Self::Csv),
            "html" | "htm" => Some(Self::Html),
            "png" => Some(Self::Png),
            _ => None,
        }
    }

    /// That the name of a file of this format ends in, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Native => "md",
            Self::StoryMapJs => "json",
            Self::GeoJson => "geojson",
            Self::Kml => "kml",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Png => "png",
        }
    }
}

/// As people call it.
impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Native => "Dateline",
            Self::StoryMapJs => "StoryMapJS",
            Self::GeoJson => "GeoJSON",
            Self::Kml => "KML",
            Self::Csv => "CSV",
            Self::Html => "HTML",
            Self::Png => "PNG",
        })
    }
}

/// The format of a text, which came from a file of that name.
pub(super) fn of_text(path: Option<&Path>, text: &str) -> Result<Format, NoStory> {
    let extension = path
        .and_then(Path::extension)
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
        .to_ascii_lowercase();
    let file = text;
    let text = text.trim_start();
    let is_markdown = matches!(extension.as_str(), "md" | "markdown");
    match text.as_bytes().first() {
        Some(b'{') if !is_markdown => of_json(file),
        Some(b'[') if matches!(extension.as_str(), "json" | "geojson") => of_json(file),
        Some(b'<') if !is_markdown => of_markup(text),
        Some(_) if text.starts_with("+++") => Ok(Format::Native),
        Some(_)
            if !is_markdown && csv::is_table(text, matches!(extension.as_str(), "csv" | "tsv")) =>
        {
            Ok(Format::Csv)
        }
        // Whose reader says best what is missing.
        _ => match extension.as_str() {
            "json" | "geojson" => of_json(file),
            "csv" | "tsv" => Err(NoStory::NoColumns),
            "kml" => Err(NoStory::OtherXml),
            _ => Ok(Format::Native),
        },
    }
}

fn of_json(file: &str) -> Result<Format, NoStory> {
    let root = Node::root(file)?.object().ok_or(NoStory::OtherJson)?;
    if root.get("storymap").is_some() || root.get("slides").is_some() {
        return Ok(Format::StoryMapJs);
    }
    match root.text("type").as_str() {
        "FeatureCollection" | "Feature" | "Point" | "MultiPoint" | "LineString"
        | "MultiLineString" | "Polygon" | "MultiPolygon" | "GeometryCollection" => {
            Ok(Format::GeoJson)
        }
        _ => Err(NoStory::OtherJson),
    }
}

fn of_markup(text: &str) -> Result<Format, NoStory> {
    // The first name in angle brackets that is neither a declaration nor a remark.
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        if let Some(remark) = rest.strip_prefix("!--") {
            rest = remark.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let start: String = rest.chars().take(20).collect();
        let lower = start.to_ascii_lowercase();
        if lower.starts_with("!doctype html") {
            return Err(NoStory::WebPage);
        }
        if lower.starts_with(['!', '?']) {
            continue;
        }
        let name = lower
            .split(|character: char| character.is_whitespace() || matches!(character, '>' | '/'))
            .next()
            .unwrap_or_default();
        return match name.rsplit(':').next() {
            Some("kml" | "document" | "folder" | "placemark") => Ok(Format::Kml),
            Some("html" | "head" | "body" | "div" | "p" | "script") => Err(NoStory::WebPage),
            _ => Err(NoStory::OtherXml),
        };
    }
    Err(NoStory::OtherXml)
}
