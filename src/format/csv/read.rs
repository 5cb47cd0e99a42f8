//! Rows into a draft.

use csv::StringRecord;

use super::columns::{Column, Columns, delimiter, without_hint};
use crate::format::NoStory;
use crate::format::collect::{Collector, Found, Position, degrees, topics_in};
use crate::format::media::Media;
use crate::format::prose_html;
use crate::story::Draft;
use crate::story::FileSpan;
use crate::story::draft::{Field, Located};
use crate::story::is_language;
use crate::story::limits;
use crate::story::problem::{ProblemKind, Term};

/// Rows that are read; each is a place or a passage.
const ROWS: usize = limits::PLACES;

/// `title` is the file's name, for tables without a row for the story itself.
pub(in crate::format) fn read(file: &str, title: &str) -> Result<Draft, NoStory> {
    let (_, table) = without_hint(file);
    let offset = file.len() - table.len();
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(file))
        .from_reader(table.as_bytes());
    let mut row = StringRecord::new();
    // Text in UTF-8 cannot fail to be read, nor a table whose rows may have any length.
    if !matches!(rows.read_record(&mut row), Ok(true)) {
        return Err(NoStory::NoColumns);
    }
    let columns = Columns::of(&row);
    if !columns.is_story() {
        return Err(NoStory::NoColumns);
    }
    let mut reader = Reader {
        columns,
        collector: Collector::default(),
        title: None,
    };
    let header = row
        .position()
        .map_or(0, |position| position.byte() as usize);
    reader.unknown_columns(first_line(file, offset + header));
    let mut count = 0;
    loop {
        let start = offset + rows.position().byte() as usize;
        if !matches!(rows.read_record(&mut row), Ok(true)) {
            break;
        }
        let start = row
            .position()
            .map_or(start, |position| offset + position.byte() as usize);
        let span = first_line(file, start);
        count += 1;
        if count > ROWS {
            let problem = ProblemKind::TooManyOf {
                what: Term::Rows,
                limit: ROWS,
            };
            reader.collector.draft.problems.push(problem, Some(span));
            break;
        }
        reader.row(&row, span);
    }
    let Reader {
        collector,
        title: own,
        ..
    } = reader;
    if collector.draft.passages.is_empty() && collector.draft.places.is_empty() {
        return Err(NoStory::Nothing { what: Term::Rows });
    }
    Ok(collector.finish(own.as_deref().unwrap_or(title)))
}

/// Of a row, which may go over several lines.
fn first_line(file: &str, start: usize) -> FileSpan {
    let rest = file.get(start..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let start = start + blank;
    let line = file.get(start..).and_then(|rest| rest.lines().next());
    (start..start + line.map_or(0, str::len)).into()
}

struct Reader {
    columns: Columns,
    collector: Collector,
    title: Option<String>,
}

impl Reader {
    fn unknown_columns(&mut self, header: FileSpan) {
        if self.columns.unknown.is_empty() {
            return;
        }
        let columns = self.columns.unknown.join(", ");
        let problem = ProblemKind::ColumnsNotRead { columns };
        self.collector.draft.problems.push(problem, Some(header));
    }

    fn row(&mut self, row: &StringRecord, span: FileSpan) {
        let cell = |column| unguarded(self.columns.get(row, column)).to_owned();
        let title = prose_html::title(&cell(Column::Title));
        let (html, id) = (cell(Column::Text), cell(Column::Id));
        let role = cell(Column::Role);
        let place_name = cell(Column::Place);
        let (date, until) = (cell(Column::Date), cell(Column::End));
        let topics = topics_in(&cell(Column::Topics));
        let language = cell(Column::Language);
        let media = Media {
            address: cell(Column::Media),
            caption: cell(Column::Caption),
            credit: cell(Column::Credit),
            span: Some(span),
            ..Media::default()
        };
        let media = media.block();
        let media_address = cell(Column::Media);
        let position = self.position(row, span);

        if row.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let mut text = prose_html::read(&html, Some(span));
        if role == "story" {
            self.title = Some(title);
            if is_language(&language) {
                self.collector.draft.language = Field::Given(Located {
                    value: language.into(),
                    span: Some(span),
                });
            }
            self.collector.draft.introduction = self.collector.with_marked_places(text);
            return;
        }
        let id = (!id.is_empty()).then_some(id);
        let place = position.and_then(|position| {
            let place_id = id.as_deref().filter(|_| role == "place");
            if place_id.is_some() {
                self.collector.place(place_id, &place_name, position)
            } else {
                self.collector.place_or(&place_name, &title, position)
            }
        });
        if role == "place" {
            if let Some(place) = place {
                self.collector.note(place, prose_html::lines(&html), span);
            }
            return;
        }
        if media.is_none() && !media_address.is_empty() {
            let address = media_address.chars().take(80).collect();
            self.tell(ProblemKind::MediaNotShown { address }, span);
        }
        text.blocks.extend(media);
        let blocks = self.collector.with_marked_places(text);
        let given = |text: String| (!text.is_empty()).then_some(text);
        let is_added = self.collector.passage(Found {
            id,
            title,
            blocks,
            places: place.into_iter().collect(),
            topics,
            date: given(date),
            until: given(until),
            span: Some(span),
        });
        if !is_added {
            self.tell(ProblemKind::NoObject { what: Term::Row }, span);
        }
    }

    fn tell(&mut self, problem: ProblemKind, span: FileSpan) {
        self.collector.draft.problems.push(problem, Some(span));
    }

    fn shape(&mut self, shape: &str, span: FileSpan) -> Option<Position> {
        if let Some((lon, lat)) = point(shape) {
            return self.collector.position(lat, lon, Some(span));
        }
        let upper = shape.to_ascii_uppercase();
        let what = match upper.split([' ', '(']).next().unwrap_or_default() {
            "LINESTRING" | "MULTILINESTRING" => Term::Line,
            "POLYGON" => Term::Polygon,
            "MULTIPOLYGON" => Term::PolygonGroup,
            _ => {
                let text = shape.chars().take(80).collect();
                self.tell(ProblemKind::WrongDegrees { text }, span);
                return None;
            }
        };
        let name = shape.chars().take(40).collect();
        self.tell(ProblemKind::ShapeNotShown { what, name }, span);
        None
    }

    fn position(&mut self, row: &StringRecord, span: FileSpan) -> Option<Position> {
        let shape = self.columns.get(row, Column::Shape);
        if !shape.is_empty() {
            return self.shape(shape, span);
        }
        let texts = [Column::Lat, Column::Lon].map(|column| self.columns.get(row, column));
        let [lat, lon] = match texts {
            ["", ""] => return None,
            ["", _] | [_, ""] => {
                self.tell(ProblemKind::HalfPosition {}, span);
                return None;
            }
            texts => texts.map(|text| degrees(text).ok_or(text)),
        };
        match (lat, lon) {
            (Ok(lat), Ok(lon)) => self.collector.position(lat, lon, Some(span)),
            (Err(text), _) | (_, Err(text)) => {
                let text = text.chars().take(80).collect();
                self.tell(ProblemKind::WrongDegrees { text }, span);
                None
            }
        }
    }
}

/// Longitude and latitude of a point in Well-Known Text.
fn point(shape: &str) -> Option<(f64, f64)> {
    let shape = shape.to_ascii_uppercase();
    let inside = shape.strip_prefix("POINT")?.trim_start();
    let inside = inside.strip_prefix('Z').unwrap_or(inside).trim_start();
    let inside = inside.strip_prefix('(')?.strip_suffix(')')?;
    let mut numbers = inside.split_whitespace().map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// Without the sign that keeps a spreadsheet from taking a text for a formula.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if super::write::is_formula(text) => text,
        _ => cell,
    }
}
