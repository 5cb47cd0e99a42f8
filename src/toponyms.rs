//! `dateline toponyms`: the places of a text, as JSON.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _, Write};
use std::time::Instant;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::article::{self, Places, Toponym};
use crate::cli::{Outcome, Recognition};
use crate::format::{self, LARGEST_FILE, NoStory};

/// Why there is no answer: one sentence.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswer {
    #[error("the text could not be read ({0})")]
    Unreadable(io::Error),
    #[error("{0}; {remedy}", remedy = .0.remedy())]
    NoText(NoStory),
    #[error("the answer could not be written ({0})")]
    Unwritable(io::Error),
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    toponyms: Vec<Found<'a>>,
    /// Milliseconds that the places took to find.
    #[serde(skip_serializing_if = "Option::is_none")]
    ms: Option<f64>,
}

/// What `id` and `text` a line has.
#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    id: Value,
    text: Option<Value>,
}

#[derive(Serialize)]
struct WrongLine {
    id: Value,
    error: String,
}

#[derive(Serialize)]
struct Found<'a> {
    /// In Unicode code points.
    start: usize,
    /// The first code point behind it.
    end: usize,
    text: &'a str,
    name: &'static str,
    lat: f64,
    lon: f64,
    kind: &'static str,
    country: Option<&'static str>,
    confidence: f64,
    geonameid: Option<u32>,
}

/// Writes the places of the text, or of each line of it.
pub fn toponyms(request: &Recognition, out: &mut impl Write) -> Result<Outcome, NoAnswer> {
    let input: Box<dyn BufRead> = match &request.path {
        Some(path) => Box::new(BufReader::new(
            File::open(path).map_err(NoAnswer::Unreadable)?,
        )),
        None => Box::new(io::stdin().lock()),
    };
    if request.by_lines {
        return of_lines(input, out);
    }
    let mut bytes = Vec::new();
    input
        .take(LARGEST_FILE as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(NoAnswer::Unreadable)?;
    let text = match format::plain_text(&bytes) {
        Ok(text) => text,
        Err(NoStory::Empty) => String::new(),
        Err(why) => return Err(NoAnswer::NoText(why)),
    };
    let answer = Answer {
        id: None,
        toponyms: found(&text),
        ms: None,
    };
    write(&answer, out)?;
    Ok(Outcome::Clean)
}

/// One answer for each line, in order, as soon as it is there.
fn of_lines(mut input: impl BufRead, out: &mut impl Write) -> Result<Outcome, NoAnswer> {
    let mut outcome = Outcome::Clean;
    while let Some(line) = next_line(&mut input).map_err(NoAnswer::Unreadable)? {
        match document(line) {
            Ok((id, text)) => {
                let start = Instant::now();
                let toponyms = found(&text);
                let ms = start.elapsed().as_secs_f64() * 1000.0;
                let answer = Answer {
                    id: Some(id),
                    toponyms,
                    ms: Some((ms * 1000.0).round() / 1000.0),
                };
                write(&answer, out)?;
            }
            Err(wrong) => {
                outcome = Outcome::Problems;
                write(&wrong, out)?;
            }
        }
    }
    Ok(outcome)
}

/// A line without its end; an error where it is longer than a file may be. None at the end of the input.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Result<Vec<u8>, NoStory>>> {
    let mut line = Vec::new();
    let read = input
        .by_ref()
        .take(LARGEST_FILE as u64)
        .read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.ends_with(b"\n") || read < LARGEST_FILE {
        return Ok(Some(Ok(line)));
    }
    input.skip_until(b'\n')?;
    Ok(Some(Err(NoStory::TooLarge)))
}

fn document(line: Result<Vec<u8>, NoStory>) -> Result<(Value, String), WrongLine> {
    let wrong = |id: Value, error: String| WrongLine { id, error };
    let line = line.map_err(|why| wrong(Value::Null, why.to_string()))?;
    let document: Document = serde_json::from_slice(&line).map_err(|error| {
        wrong(
            Value::Null,
            format!("the line is no JSON document ({error})"),
        )
    })?;
    match document.text {
        Some(Value::String(text)) => Ok((document.id, text)),
        _ => Err(wrong(document.id, "the document has no `text`".to_owned())),
    }
}

fn write(answer: &impl Serialize, out: &mut impl Write) -> Result<(), NoAnswer> {
    let mut write = || {
        serde_json::to_writer(&mut *out, answer)?;
        out.write_all(b"\n")?;
        out.flush()
    };
    write().map_err(NoAnswer::Unwritable)
}

fn found(text: &str) -> Vec<Found<'_>> {
    let Some(places) = article::places(text) else {
        return Vec::new();
    };
    let mut at = CodePoints::default();
    let found = places
        .toponyms()
        .iter()
        .filter_map(|toponym| one(text, &places, toponym, &mut at));
    found.collect()
}

fn one<'a>(
    text: &'a str,
    places: &Places,
    toponym: &Toponym,
    at: &mut CodePoints,
) -> Option<Found<'a>> {
    let gazetteer = places.gazetteer();
    let point = gazetteer.point(toponym.place);
    let rounded = |value: f64, digits: f64| (value * digits).round() / digits;
    Some(Found {
        start: at.move_to(text, toponym.range.start)?,
        end: at.move_to(text, toponym.range.end)?,
        text: text.get(toponym.range.clone())?,
        name: gazetteer.name(toponym.place),
        lat: rounded(point.latitude, 1e5),
        lon: rounded(point.longitude, 1e5),
        kind: gazetteer.kind(toponym.place).word(),
        country: gazetteer.country_code(toponym.place),
        confidence: rounded(f64::from(toponym.confidence), 100.0),
        geonameid: gazetteer.geoname_id(toponym.place),
    })
}

/// Counts code points once over a text.
#[derive(Default)]
struct CodePoints {
    byte: usize,
    count: usize,
}

impl CodePoints {
    /// Code points before a byte, which does not stand before the last that was asked for.
    fn move_to(&mut self, text: &str, byte: usize) -> Option<usize> {
        self.count += text.get(self.byte..byte)?.chars().count();
        self.byte = byte;
        Some(self.count)
    }
}
