//! Features into a draft: points first, so that lines find the places they lead to.

use super::geometry::{LonLat, Shape, shapes};
use super::properties::Properties;
use super::umap;
use crate::format::NoStory;
use crate::format::collect::{Collector, Found, Position};
use crate::format::json::{Node, Object};
use crate::format::prose_html;
use crate::story::Draft;
use crate::story::draft::{Field, Located};
use crate::story::is_language;
use crate::story::limits;
use crate::story::problem::{ProblemKind, Term};

/// `title` is the file's name, for files that have none inside.
pub(in crate::format) fn read(file: &str, title: &str) -> Result<Draft, NoStory> {
    let root = Node::root(file)?.object().ok_or(NoStory::OtherJson)?;
    let mut reader = Reader {
        crs: Crs::of(&root),
        ..Reader::default()
    };
    if let Crs::Other(name) = &reader.crs {
        let crs = name.clone();
        reader.tell(ProblemKind::OtherCrs { crs }, root.node);
    }
    let umap = root.object("properties").filter(|_| is_umap(&root));
    if umap.is_some() {
        let layers = root.get("layers").and_then(|list| list.list(LAYERS));
        let (layers, _) = layers.ok_or(NoStory::Nothing { what: Term::Layers })?;
        for layer in layers {
            reader.layer(layer);
        }
    } else if root.get("features").is_some() || root.text("type") == "FeatureCollection" {
        if !reader.collection(&root) {
            return Err(NoStory::Nothing {
                what: Term::Features,
            });
        }
    } else {
        reader.feature(root.node);
    }
    reader.connect();

    let mut collector = reader.collector;
    if collector.draft.passages.is_empty() && collector.draft.places.is_empty() {
        return Err(NoStory::Nothing { what: Term::Points });
    }
    let head_of = umap.as_ref().unwrap_or(&root);
    head(head_of, umap.is_some(), &mut collector);
    let options = root.object("_umap_options");
    let own = head_of.word(&["title", "name"]);
    let own = own.or_else(|| options.and_then(|options| options.word(&["name"])));
    Ok(collector.finish(&own.map_or_else(|| title.to_owned(), |(title, _)| title)))
}

fn is_umap(root: &Object<'_>) -> bool {
    root.text("type") == "umap"
}

/// Language and introduction, which are foreign members of the collection.
fn head(root: &Object<'_>, is_umap: bool, collector: &mut Collector) {
    if let Some((language, span)) = root.word(&["language"])
        && is_language(&language)
    {
        collector.draft.language = Field::Given(Located {
            value: language.into(),
            span: Some(span),
        });
    }
    let has_introduction = is_umap || root.text("type") == "FeatureCollection";
    if has_introduction && let Some((mut html, span)) = root.word(&["description"]) {
        if is_umap {
            html = umap::html(&html);
        }
        let text = prose_html::read(&html, Some(span));
        collector.draft.introduction = collector.with_marked_places(text);
    }
}

/// What the positions of a file are.
#[derive(Default)]
enum Crs {
    #[default]
    Degrees,
    /// Metres of the maps on the web.
    Mercator,
    /// By its name.
    Other(String),
}

impl Crs {
    fn of(root: &Object<'_>) -> Self {
        /// As the European Petroleum Survey Group numbers it, and Esri did before.
        const MERCATOR: [&str; 4] = ["3857", "900913", "102100", "102113"];

        let named = root
            .object("crs")
            .and_then(|crs| Some(crs.object("properties")?.text("name")));
        let numbered = root
            .object("spatialReference")
            .and_then(|crs| crs.word(&["latestWkid", "wkid"]))
            .map(|(number, _)| format!("EPSG:{number}"));
        let name = named.or(numbered).unwrap_or_default();
        let upper = name.to_ascii_uppercase();
        let number = upper.rsplit(':').next().unwrap_or_default();
        if upper.is_empty() || number == "4326" || number == "CRS84" {
            Self::Degrees
        } else if MERCATOR.contains(&number) {
            Self::Mercator
        } else {
            Self::Other(name.chars().take(80).collect())
        }
    }

    /// Longitude and latitude, where there is a way to them.
    fn degrees(&self, (x, y): (f64, f64)) -> Option<(f64, f64)> {
        /// Metres from the middle of the Earth to the equator.
        const RADIUS: f64 = 6_378_137.0;

        match self {
            Self::Degrees => Some((x, y)),
            Self::Mercator => {
                let lat = (y / RADIUS).sinh().atan().to_degrees();
                Some(((x / RADIUS).to_degrees(), lat))
            }
            Self::Other(_) => None,
        }
    }
}

/// Of one map.
const LAYERS: usize = 1_000;

/// A line that may turn out to be a connection.
struct Line<'t> {
    id: Option<String>,
    name: String,
    ends: [LonLat<'t>; 2],
}

#[derive(Default)]
struct Reader<'t> {
    collector: Collector,
    crs: Crs,
    lines: Vec<Line<'t>>,
    /// That the features are in; nothing where there are none.
    layer: String,
    is_umap: bool,
}

impl<'t> Reader<'t> {
    fn tell(&mut self, problem: ProblemKind, node: Node<'_>) {
        let problems = &mut self.collector.draft.problems;
        problems.push(problem, Some(node.start()));
    }

    fn layer(&mut self, node: Node<'t>) {
        let Some(layer) = node.object() else {
            return;
        };
        if let Some(address) = umap::remote_address(&layer) {
            let address = address.chars().take(80).collect();
            self.tell(ProblemKind::NotFollowed { address }, node);
        }
        self.is_umap = true;
        self.layer = umap::layer_name(&layer);
        // A layer may be empty.
        self.collection(&layer);
    }

    /// Says whether it is one.
    fn collection(&mut self, collection: &Object<'t>) -> bool {
        let list = collection
            .get("features")
            .and_then(|list| list.list(limits::PLACES));
        let Some((list, count)) = list else {
            return false;
        };
        if count > limits::PLACES {
            let problem = ProblemKind::TooManyOf {
                what: Term::Features,
                limit: limits::PLACES,
            };
            self.tell(problem, collection.node);
        }
        for feature in list {
            self.feature(feature);
        }
        true
    }

    fn feature(&mut self, node: Node<'t>) {
        let Some(feature) = node.object() else {
            self.tell(
                ProblemKind::NoObject {
                    what: Term::Feature,
                },
                node,
            );
            return;
        };
        let is_feature = feature.text("type") == "Feature" || feature.get("geometry").is_some();
        let (geometry, properties) = if is_feature {
            let properties = Properties::of(&feature, self.is_umap);
            (feature.object("geometry"), properties)
        } else {
            (node.object(), Properties::none())
        };
        let title = properties.title();
        let id = properties.own("id");
        let id = id.or_else(|| feature.word(&["id"]).map(|(id, _)| id));

        let mut points = Vec::new();
        if let Some(geometry) = &geometry {
            let (found, has_other_shape) = self.shapes(node, geometry, &title, id.as_ref());
            if found.is_empty() && has_other_shape {
                return;
            }
            points = found;
        }

        let is_place = properties.own("role").as_deref() == Some("place");
        let place_name = properties.own("place");
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
            if let (Some((note, span)), Some(&place)) = (properties.note(), places.first()) {
                self.collector.note(place, note, span);
            }
            return;
        }
        let mut topics = properties.topics();
        topics.extend(Some(self.layer.clone()).filter(|layer| !layer.is_empty()));
        let blocks = self.collector.with_marked_places(properties.text());
        let is_added = self.collector.passage(Found {
            id,
            title,
            blocks,
            places,
            topics,
            date: properties.date(),
            until: properties.own("end"),
            span: Some(node.start()),
        });
        if !is_added {
            self.tell(
                ProblemKind::NoObject {
                    what: Term::Feature,
                },
                node,
            );
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
        let (lon, lat) = self.crs.degrees((lon, lat))?;
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
