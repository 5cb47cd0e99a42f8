//! What a geometry comes to: a point that a passage is at, a line between two, or something that is not shown.

use crate::format::json::{Node, Object};
use crate::story::problem::Term;

/// Geometries inside of a collection inside of a collection.
const DEEPEST: usize = 8;
/// Positions that are looked at, of each geometry.
const MOST: usize = 100_000;

/// Longitude and latitude, as GeoJSON has them.
pub(super) type LonLat<'t> = (f64, f64, Node<'t>);

pub(super) enum Shape<'t> {
    Points(Vec<LonLat<'t>>),
    /// Its two ends.
    Line(LonLat<'t>, LonLat<'t>),
    NotShown(Term),
}

/// All shapes in a geometry; positions that are none are handed to `broken`.
pub(super) fn shapes<'t>(
    geometry: &Object<'t>,
    depth: usize,
    broken: &mut impl FnMut(Node<'t>),
) -> Vec<Shape<'t>> {
    let coordinates = geometry.get("coordinates");
    let mut position = |node: Option<Node<'t>>| {
        let node = node?;
        let found = lon_lat(node);
        if found.is_none() {
            broken(node);
        }
        found
    };
    let kind = geometry.text("type");
    match kind.as_str() {
        // Esri's own JSON tells by the keys.
        "" if geometry.get("x").is_some() => {
            let number = |key: &str| geometry.get(key)?.number();
            if let (Some(x), Some(y)) = (number("x"), number("y")) {
                vec![Shape::Points(vec![(x, y, geometry.node)])]
            } else {
                broken(geometry.node);
                Vec::new()
            }
        }
        "Point" => {
            let point = position(coordinates);
            vec![Shape::Points(point.into_iter().collect())]
        }
        "MultiPoint" => {
            let points = list(coordinates).into_iter();
            vec![Shape::Points(
                points.filter_map(|node| position(Some(node))).collect(),
            )]
        }
        "LineString" => line(coordinates, &mut position).into_iter().collect(),
        "MultiLineString" => list(coordinates)
            .into_iter()
            .filter_map(|node| line(Some(node), &mut position))
            .collect(),
        "Polygon" => vec![Shape::NotShown(Term::Polygon)],
        "MultiPolygon" => vec![Shape::NotShown(Term::PolygonGroup)],
        "GeometryCollection" if depth < DEEPEST => list(geometry.get("geometries"))
            .into_iter()
            .filter_map(Node::object)
            .flat_map(|geometry| shapes(&geometry, depth + 1, broken))
            .collect(),
        _ => vec![Shape::NotShown(Term::UnknownGeometry)],
    }
}

fn line<'t>(
    coordinates: Option<Node<'t>>,
    position: &mut impl FnMut(Option<Node<'t>>) -> Option<LonLat<'t>>,
) -> Option<Shape<'t>> {
    let nodes = list(coordinates);
    let (first, last) = (nodes.first()?, nodes.last()?);
    Some(Shape::Line(position(Some(*first))?, position(Some(*last))?))
}

fn list(node: Option<Node<'_>>) -> Vec<Node<'_>> {
    let list = node.and_then(|node| node.list(MOST));
    list.map(|(list, _)| list).unwrap_or_default()
}

fn lon_lat(node: Node<'_>) -> Option<LonLat<'_>> {
    let (numbers, _) = node.list(2)?;
    let [lon, lat] = numbers.try_into().ok()?;
    Some((lon.number()?, lat.number()?, node))
}
