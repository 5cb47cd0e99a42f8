//! Placemarks into a draft: points first, so that lines find the places they lead to.

use super::geometry::{Shape, positions, shapes};
use super::tour::{self, Stop};
use crate::format::NoStory;
use crate::format::collect::{Collector, Found, Position, topics_in};
use crate::format::media::Media;
use crate::format::prose_html;
use crate::format::xml::{self, Element};
use crate::story::Draft;
use crate::story::FileSpan;
use crate::story::draft::{Block, BlockKind, Field, Located, Style};
use crate::story::is_language;
use crate::story::problem::{ProblemKind, Term};

/// `title` is the file's name, for files that have none inside.
pub(in crate::format) fn read(file: &str, title: &str) -> Result<Draft, NoStory> {
    let mut collector = Collector::default();
    let root = xml::read(file, &mut collector.draft.problems).ok_or(NoStory::OtherXml)?;
    let mut reader = Reader {
        file,
        collector,
        lines: Vec::new(),
        stops: Vec::new(),
    };
    // A document, or a folder around everything, is the story itself.
    let mut story = root
        .child("Document")
        .or_else(|| root.child("Folder"))
        .unwrap_or(&root);
    while let Some(folder) = only_folder(story) {
        story = folder;
    }
    reader.head(story);
    if story.name == "Placemark" {
        reader.placemark(story, &[]);
    } else {
        reader.container(story, &mut Vec::new());
    }
    reader.connect();
    tour::order(&root, &reader.stops, &mut reader.collector);

    let collector = reader.collector;
    if collector.draft.passages.is_empty() && collector.draft.places.is_empty() {
        return Err(NoStory::Nothing {
            what: Term::Placemarks,
        });
    }
    let name = prose_html::title(story.text_of("name"));
    Ok(collector.finish(if name.is_empty() { title } else { &name }))
}

/// The folder that everything is in: as Google Earth saves one, inside a document called like the file.
fn only_folder(container: &Element) -> Option<&Element> {
    let is_content = |child: &&Element| {
        matches!(
            child.name.as_str(),
            "Placemark" | "Folder" | "Document" | "NetworkLink" | "Tour"
        )
    };
    let mut content = container.children.iter().filter(is_content);
    let first = content.next().filter(|first| first.name == "Folder")?;
    let is_alone = content.next().is_none();
    let is_said_twice = container.child("description").is_some();
    (is_alone && !is_said_twice && is_like_a_file(container.text_of("name"))).then_some(first)
}

fn is_like_a_file(name: &str) -> bool {
    let extension = name.trim().rsplit_once('.').map(|(_, extension)| extension);
    let is_ours = |extension: &str| {
        extension.eq_ignore_ascii_case("kml") || extension.eq_ignore_ascii_case("kmz")
    };
    name.trim().is_empty() || extension.is_some_and(is_ours)
}

/// What Google My Maps calls a layer before anybody names it.
fn is_unnamed(folder: &str) -> bool {
    matches!(folder, "" | "Untitled layer" | "无标题图层" | "未命名图层")
}

/// Folders around a placemark that become its topics.
const FOLDERS: usize = 8;

struct Reader<'a> {
    file: &'a str,
    collector: Collector,
    /// Each with its placemark.
    lines: Vec<(&'a Element, &'a Element)>,
    /// Of the passages, in the order of the file.
    stops: Vec<Stop>,
}

impl<'a> Reader<'a> {
    fn tell(&mut self, problem: ProblemKind, span: FileSpan) {
        self.collector.draft.problems.push(problem, Some(span));
    }

    fn head(&mut self, story: &Element) {
        if story.name == "Placemark" {
            return;
        }
        if let Some(language) = story
            .attribute("lang")
            .filter(|language| is_language(language))
        {
            self.collector.draft.language = Field::Given(Located {
                value: language.into(),
                span: Some(story.span),
            });
        }
        if let Some(description) = story.child("description") {
            let html = description.html(self.file);
            let text = prose_html::read(html, Some(description.span));
            self.collector.draft.introduction = self.collector.with_marked_places(text);
        }
    }

    /// `folders` are the names of those around it.
    fn container(&mut self, container: &'a Element, folders: &mut Vec<String>) {
        for child in &container.children {
            match child.name.as_str() {
                "Placemark" => self.placemark(child, folders),
                "Folder" | "Document" => {
                    folders.push(prose_html::title(child.text_of("name")));
                    self.container(child, folders);
                    folders.pop();
                }
                "NetworkLink" => {
                    let link = child.child("Link").or_else(|| child.child("Url"));
                    let address = link.map_or("", |link| link.text_of("href"));
                    let address = address.chars().take(80).collect();
                    self.tell(ProblemKind::NotFollowed { address }, child.span);
                }
                "GroundOverlay" => self.not_shown(Term::PictureOnGround, child),
                "ScreenOverlay" => self.not_shown(Term::PictureOverMap, child),
                "PhotoOverlay" => self.not_shown(Term::Photograph, child),
                _ => {}
            }
        }
    }

    fn not_shown(&mut self, what: Term, element: &Element) {
        let name = element.text_of("name").chars().take(80).collect();
        self.tell(ProblemKind::ShapeNotShown { what, name }, element.span);
    }

    fn placemark(&mut self, placemark: &'a Element, folders: &[String]) {
        let title = prose_html::title(placemark.text_of("name"));
        let mut found = Vec::new();
        shapes(placemark, &mut found);
        let has_shape = !found.is_empty();
        let mut points = Vec::new();
        for shape in found {
            match shape {
                Shape::Point(point) => points.push(point),
                Shape::Line(line) => self.lines.push((placemark, line)),
                Shape::NotShown(what) => self.not_shown(what, placemark),
            }
        }
        if points.is_empty() && has_shape {
            return;
        }

        let data = Data::of(placemark);
        let id = placemark.attribute("id").map(str::to_owned);
        let key = data.own("id").or_else(|| id.clone());
        let is_place = data.own("role").as_deref() == Some("place");
        let mut places = Vec::new();
        for point in points {
            if let Some(position) = self.point(point) {
                let place_id = key.as_deref().filter(|_| is_place);
                places.extend(if place_id.is_some() {
                    self.collector.place(place_id, &title, position)
                } else {
                    let name = data.own("place").unwrap_or_default();
                    self.collector.place_or(&name, &title, position)
                });
            }
        }
        let description = placemark.child("description");
        if is_place {
            if let (Some(&place), Some(description)) = (places.first(), description) {
                let note = prose_html::lines(description.html(self.file));
                self.collector.note(place, note, description.span);
            }
            return;
        }
        let mut text = description.map_or_else(Default::default, |description| {
            prose_html::read(description.html(self.file), Some(description.span))
        });
        text.blocks.extend(pictures(placemark, &data, &text.blocks));
        let rest = data.rest(placemark.span, &text.blocks);
        text.blocks.extend(rest);
        let blocks = self.collector.with_marked_places(text);
        let mut topics = topics_in(&data.own("topics").unwrap_or_default());
        // The innermost say most.
        let inner = folders.get(folders.len().saturating_sub(FOLDERS)..);
        let inner = inner.unwrap_or_default().iter();
        topics.extend(inner.filter(|folder| !is_unnamed(folder)).cloned());
        let (date, until) = dates(placemark);
        let place = places.first().copied();
        let is_added = self.collector.passage(Found {
            id: key,
            title,
            blocks,
            places,
            topics,
            date,
            until,
            span: Some(placemark.span),
        });
        if is_added {
            self.stops.push(Stop { id, place });
        } else {
            self.tell(
                ProblemKind::NoObject {
                    what: Term::Placemark,
                },
                placemark.span,
            );
        }
    }

    fn point(&mut self, point: &Element) -> Option<Position> {
        let coordinates = point.child("coordinates");
        let span = coordinates.map_or(point.span, |child| child.span);
        if let Some(Some((lon, lat))) = positions(point).first() {
            return self.collector.position(*lat, *lon, Some(span));
        }
        let text = point.text_of("coordinates").chars().take(80).collect();
        self.tell(ProblemKind::WrongDegrees { text }, span);
        None
    }

    fn connect(&mut self) {
        for (placemark, line) in std::mem::take(&mut self.lines) {
            let name = prose_html::title(placemark.text_of("name"));
            let positions = positions(line);
            let ends = [positions.first(), positions.last()].map(|end| {
                let (lon, lat) = (*end?)?;
                let span = Some(line.span);
                let position = self.collector.position(lat, lon, span)?;
                self.collector.place_at(&position)
            });
            let span = line.span;
            match ends {
                [Some(from), Some(to)] if from != to => {
                    let id = Data::of(placemark).own("id");
                    self.collector
                        .connection(id.as_deref(), &name, (from, to), span);
                }
                _ => {
                    let name = name.chars().take(80).collect();
                    self.tell(ProblemKind::LineNotShown { name }, span);
                }
            }
        }
    }
}

/// A moment, or from when to when.
fn dates(placemark: &Element) -> (Option<String>, Option<String>) {
    let text = |element: &Element, name| {
        let text = element.text_of(name);
        (!text.is_empty()).then(|| text.to_owned())
    };
    if let Some(moment) = placemark.child("TimeStamp") {
        return (text(moment, "when"), None);
    }
    let span = placemark.child("TimeSpan");
    span.map_or((None, None), |span| {
        (text(span, "begin"), text(span, "end"))
    })
}

/// Those beside the text: Google Earth's carousel, and the links of My Maps. Each once.
fn pictures(placemark: &Element, data: &Data, told: &[Block]) -> Vec<Block> {
    let mut elements = Vec::new();
    if let Some(carousel) = placemark.child("Carousel") {
        carousel.all("ImageUrl", &mut elements);
        carousel.all("imageUrl", &mut elements);
    }
    let links = data.own(MEDIA_LINKS).unwrap_or_default();
    let addresses = elements.iter().map(|element| element.text());
    let addresses = addresses.chain(links.split_whitespace());
    let is_told = |address: &str| {
        let mut links = told.iter().flat_map(|block| &block.spans);
        links.any(|span| matches!(&span.style, Style::Link(link) if link.value == address))
    };
    let new = addresses.filter(|address| !is_told(address));
    new.filter_map(|address| {
        let media = Media {
            address: address.to_owned(),
            span: Some(placemark.span),
            ..Media::default()
        };
        media.block()
    })
    .collect()
}

/// The extended data of a placemark, by name.
struct Data(Vec<(String, String)>);

/// Keys that we write ourselves.
const OWN: [&str; 5] = ["role", "id", "place", "topics", MEDIA_LINKS];
/// Addresses of pictures, with blanks between, as Google My Maps has them.
const MEDIA_LINKS: &str = "gx_media_links";

impl Data {
    fn of(placemark: &Element) -> Self {
        const MOST: usize = 200;

        let mut found = Vec::new();
        if let Some(extended) = placemark.child("ExtendedData") {
            let mut simple = Vec::new();
            extended.all("SimpleData", &mut simple);
            let data = extended
                .children
                .iter()
                .filter(|child| child.name == "Data");
            let data = data.map(|data| (data, data.text_of("value")));
            let simple = simple.into_iter().map(|data| (data, data.text()));
            for (data, value) in data.chain(simple).take(MOST) {
                let name = data.attribute("name").unwrap_or_default();
                found.push((name.to_owned(), value.to_owned()));
            }
        }
        Self(found)
    }

    fn own(&self, key: &str) -> Option<String> {
        let named = self.0.iter().find(|(name, _)| name == key);
        named
            .map(|(_, value)| value.clone())
            .filter(|value| !value.is_empty())
    }

    /// What other programs noted, as a list, without what the text says already: Google My Maps has each twice.
    fn rest(&self, span: FileSpan, told: &[Block]) -> Vec<Block> {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = told.iter().map(|block| block.text.as_str());
        let text = one_line(&text.collect::<Vec<_>>().join(" "));
        let others = self
            .0
            .iter()
            .filter(|(name, value)| !OWN.contains(&name.as_str()) && !value.trim().is_empty());
        let items = others.map(|(name, value)| format!("{name}: {}", prose_html::plain(value)));
        let new = items.filter(|item| !text.contains(&one_line(item)));
        new.map(|text| Block {
            kind: BlockKind::Item,
            text,
            span: Some(span),
            ..Block::default()
        })
        .collect()
    }
}
