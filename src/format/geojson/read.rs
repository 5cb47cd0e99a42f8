//! Features into a draft: points first, so that lines find the places they lead to.

use super::geometry::{LonLat, Shape, shapes};
use crate::format::NoStory;
use crate::format::collect::{Collector, Found, Position, topics_in};
use crate::format::json::{Node, Object};
use crate::format::media::Media;
use crate::format::prose_html::{self, HtmlText};
use crate::story::Draft;
use crate::story::draft::{Field, Located};
use crate::story::is_language;
use crate::story::limits;
use crate::story::problem::ProblemKind;

const TITLE: [&str; 4] = ["title", "name", "headline", "label"];
const TEXT: [&str; 5] = ["text", "description", "desc", "popupContent", "body"];
const DATE: [&str; 5] = ["date", "start", "begin", "timestamp", "time"];
const TOPICS: [&str; 4] = ["topics", "topic", "tags", "category"];
const MEDIA: [&str; 5] = ["image", "media", "photo", "url", "link"];

/// `title` is the file's name, for files that have none inside.
pub(in crate::format) fn read(file: &str, title: &str) -> Result<Draft, NoStory> {
    let root = Node::root(file)?.object().ok_or(NoStory::OtherJson)?;
    let mut reader = Reader::default();
    let features = if root.text("type") == "FeatureCollection" {
        let list = root
            .get("features")
            .and_then(|list| list.list(limits::PLACES));
        let (list, count) = list.ok_or(NoStory::Nothing { what: "features" })?;
        if count > limits::PLACES {
            let problem = ProblemKind::TooManyOf {
                what: "features",
                limit: limits::PLACES,
            };
            reader.tell(problem, root.node);
        }
        list
    } else {
        vec![root.node]
    };
    if let Some(crs) = other_crs(&root) {
        reader.has_other_crs = true;
        reader.tell(ProblemKind::OtherCrs { crs }, root.node);
    }
    for feature in features {
        reader.feature(feature);
    }
    reader.connect();

    let mut collector = reader.collector;
    if collector.draft.passages.is_empty() && collector.draft.places.is_empty() {
        return Err(NoStory::Nothing { what: "points" });
    }
    head(&root, &mut collector);
    let umap = root.object("_umap_options");
    let own = root.word(&["title", "name"]);
    let own = own.or_else(|| umap.and_then(|options| options.word(&["name"])));
    Ok(collector.finish(&own.map_or_else(|| title.to_owned(), |(title, _)| title)))
}

/// Language and introduction, which are foreign members of the collection.
fn head(root: &Object<'_>, collector: &mut Collector) {
    if let Some((language, span)) = root.word(&["language"])
        && is_language(&language)
    {
        collector.draft.language = Field::Given(Located {
            value: language,
            span: Some(span),
        });
    }
    if root.text("type") == "FeatureCollection"
        && let Some((html, span)) = root.word(&["description"])
    {
        let text = prose_html::read(&html, Some(&span));
        collector.draft.introduction = collector.with_marked_places(text);
    }
}

/// The name of a reference system whose positions are not longitude and latitude in degrees.
fn other_crs(root: &Object<'_>) -> Option<String> {
    let crs = root.object("crs")?;
    let name = crs.object("properties")?.text("name");
    let upper = name.to_ascii_uppercase();
    let is_degrees = upper.ends_with("CRS84") || upper.ends_with(":4326") || upper.is_empty();
    (!is_degrees).then(|| name.chars().take(80).collect())
}

/// A line that may turn out to be a connection.
struct Line<'t> {
    id: Option<String>,
    name: String,
    ends: [LonLat<'t>; 2],
}

#[derive(Default)]
struct Reader<'t> {
    collector: Collector,
    has_other_crs: bool,
    lines: Vec<Line<'t>>,
}

impl<'t> Reader<'t> {
    fn tell(&mut self, problem: ProblemKind, node: Node<'_>) {
        let problems = &mut self.collector.draft.problems;
        problems.push(problem, Some(node.start()));
    }

    fn feature(&mut self, node: Node<'t>) {
        let Some(feature) = node.object() else {
            self.tell(ProblemKind::NoObject { what: "a feature" }, node);
            return;
        };
        let is_feature = feature.text("type") == "Feature" || feature.get("geometry").is_some();
        let (geometry, properties) = if is_feature {
            (feature.object("geometry"), feature.object("properties"))
        } else {
            (node.object(), None)
        };
        let word = |keys: &[&str]| properties.as_ref().and_then(|found| found.word(keys));
        let title = word(&TITLE)
            .map(|(title, _)| prose_html::title(&title))
            .unwrap_or_default();

        let id = word(&["id"]).or_else(|| feature.word(&["id"]));
        let id = id.map(|(id, _)| id);

        let mut points = Vec::new();
        if let Some(geometry) = &geometry {
            let (found, has_other_shape) = self.shapes(node, geometry, &title, id.as_ref());
            if found.is_empty() && has_other_shape {
                return;
            }
            points = found;
        }

        let role = word(&["role"]).map(|(role, _)| role);
        let is_place = role.as_deref() == Some("place");
        let place_name = word(&["place"]).map(|(place, _)| place);
        let mut places = Vec::new();
        for point in points {
            let Some(position) = self.position(point) else {
                continue;
            };
            places.extend(if is_place {
                self.collector.place(id.as_deref(), &title, position)
            } else {
                let name = place_name.as_deref().unwrap_or_default();
                self.collector.place_or(name, &title, position)
            });
        }
        places.dedup();
        if is_place {
            if let (Some((note, span)), Some(&place)) = (word(&TEXT), places.first()) {
                self.collector.note(place, prose_html::lines(&note), span);
            }
            return;
        }
        let topics = properties.as_ref().map(topics).unwrap_or_default();
        let text = properties.as_ref().map(text).unwrap_or_default();
        let blocks = self.collector.with_marked_places(text);
        let is_added = self.collector.passage(Found {
            id,
            title,
            blocks,
            places,
            topics,
            date: word(&DATE).map(|(date, _)| date),
            until: word(&["end"]).map(|(date, _)| date),
            span: Some(node.start()),
        });
        if !is_added {
            self.tell(ProblemKind::NoObject { what: "a feature" }, node);
        }
    }

    /// Its points, and whether it has anything else; lines are kept until all points are known.
    fn shapes(
        &mut self,
        feature: Node<'t>,
        geometry: &Object<'t>,
        title: &str,
        id: Option<&String>,
    ) -> (Vec<LonLat<'t>>, bool) {
        let mut points = Vec::new();
        let mut has_other = false;
        let mut broken = Vec::new();
        for shape in shapes(geometry, 0, &mut |node| broken.push(node)) {
            match shape {
                Shape::Points(found) => points.extend(found),
                Shape::Line(from, to) => {
                    has_other = true;
                    self.lines.push(Line {
                        id: id.cloned(),
                        name: title.to_owned(),
                        ends: [from, to],
                    });
                }
                Shape::NotShown(what) => {
                    has_other = true;
                    let name = title.chars().take(80).collect();
                    self.tell(ProblemKind::ShapeNotShown { what, name }, feature);
                }
            }
        }
        for node in broken {
            let word = node.word().unwrap_or_else(|| "coordinates".to_owned());
            let text = word.chars().take(80).collect();
            self.tell(ProblemKind::WrongDegrees { text }, node);
        }
        (points, has_other)
    }

    fn position(&mut self, (lon, lat, node): LonLat<'_>) -> Option<Position> {
        if self.has_other_crs {
            return None;
        }
        self.collector.position(lat, lon, Some(node.start()))
    }

    fn connect(&mut self) {
        for Line { id, name, ends } in std::mem::take(&mut self.lines) {
            let [(_, _, first), _] = ends;
            let span = first.start();
            let ends = ends.map(|end| {
                let position = self.position(end)?;
                self.collector.place_at(&position)
            });
            match ends {
                [Some(from), Some(to)] if from != to => {
                    self.collector
                        .connection(id.as_deref(), &name, (from, to), span);
                }
                _ => {
                    let name = name.chars().take(80).collect();
                    let problem = ProblemKind::LineNotShown { name };
                    self.collector.draft.problems.push(problem, Some(span));
                }
            }
        }
    }
}

fn topics(properties: &Object<'_>) -> Vec<String> {
    const MOST: usize = 100;

    let list = TOPICS
        .iter()
        .find_map(|key| properties.get(key)?.list(MOST));
    match list {
        Some((list, _)) => list.into_iter().filter_map(Node::word).collect(),
        None => properties
            .word(&TOPICS)
            .map(|(text, _)| topics_in(&text))
            .unwrap_or_default(),
    }
}

fn text(properties: &Object<'_>) -> HtmlText {
    let mut text = properties
        .word(&TEXT)
        .map_or_else(HtmlText::default, |(html, span)| {
            prose_html::read(&html, Some(&span))
        });
    let (caption, credit) = (properties.text("caption"), properties.text("credit"));
    for key in MEDIA {
        if let Some((address, span)) = properties.word(&[key]) {
            let media = Media {
                address,
                caption: caption.clone(),
                credit: credit.clone(),
                span: Some(span),
                ..Media::default()
            };
            text.blocks.extend(media.block());
        }
    }
    text
}
