//! The style sheet of the ground: what of a tile is drawn, in which order, how wide.
//!
//! Zooms in here are tile zooms: the map's zoom minus one.

use egui::Color32;
use walkers::{
    Dasharray, Filter, Line, Paint, Placement, Style, StyleLayer, Text, Value, json,
    linear_zoom_interpolation as by_zoom,
};

use super::{
    labels::Kind,
    name_layer::NameLayer,
    names, protomaps,
    style::{Look, Palette, color, rgb},
};

pub struct Sheet {
    pub style: Style,
    /// Of each style layer that names towns the radius of their dots, in points.
    dots: Vec<Option<f32>>,
    shallows: [Color32; 2],
}

impl Sheet {
    pub fn new(look: Look) -> Self {
        Self::of(ground(look.palette()), names::layers(look), look.palette())
    }

    /// For vector tiles of Protomaps' layers.
    pub fn of_protomaps(look: Look) -> Self {
        let ground = protomaps::ground(look.palette());
        Self::of(ground, protomaps::names(look), look.palette())
    }

    fn of(mut layers: Vec<StyleLayer>, names: Vec<NameLayer>, palette: &Palette) -> Self {
        let mut dots = vec![None; layers.len()];
        for NameLayer { style, dot } in names {
            layers.push(style);
            dots.push(dot);
        }
        Self {
            style: Style { layers },
            dots,
            shallows: palette.shallows.map(rgb),
        }
    }

    /// Whether the line is one of the shallows, which are drawn as bands.
    pub fn is_band(&self, line: &Line) -> bool {
        self.shallows.contains(&line.color)
    }

    /// What a name stands for.
    pub fn kind(&self, text: &Text) -> Kind {
        if text.placement == Placement::Line {
            let length = text.max_width.unwrap_or(f32::INFINITY);
            return Kind::River { length };
        }
        match self.dots.get(text.layer) {
            Some(&Some(radius)) => Kind::Town { radius },
            Some(None) | None => Kind::Area,
        }
    }
}

/// The ground, from the lowest to the highest.
fn ground(palette: &Palette) -> Vec<StyleLayer> {
    let sea = json!(["==", "kind", "coastline"]);
    let lake = json!(["==", "kind", "lake"]);
    let polygon = json!(["==", ["geometry-type"], "Polygon"]);
    let [outer, inner] = palette.shallows;

    let mut layers = vec![
        StyleLayer::Background {
            paint: Paint {
                background_color: Some(color(palette.ocean)),
                ..Paint::default()
            },
        },
        // Bands along the coast, of which the land covers the inner half.
        line("coastline", sea.clone(), outer, &[(2.0, 10.0), (6.0, 14.0)]),
        line("coastline", sea.clone(), inner, &[(2.0, 5.0), (6.0, 7.0)]),
        fill("earth", polygon.clone(), palette.land),
        fill(
            "landcover",
            json!(["==", "kind", "glacier"]),
            palette.glacier,
        ),
        fill(
            "landcover",
            json!(["==", "kind", "urban_area"]),
            palette.urban,
        ),
    ];
    layers.extend(rivers(palette.river));
    layers.extend([
        fill("water", polygon, palette.lake),
        // Fills have hard edges: lines along them make them smooth.
        line(
            "coastline",
            lake,
            palette.lake_shore,
            &[(0.0, 0.5), (8.0, 1.0)],
        ),
        line("coastline", sea, palette.coast, &[(0.0, 0.6), (8.0, 1.1)]),
    ]);
    layers.extend(boundaries(palette));
    layers
}

/// The widest rivers last. Ranks are Natural Earth's: 0 is the Amazon.
fn rivers(river: &str) -> impl Iterator<Item = StyleLayer> {
    let classes = [
        (8, 12, [(4.0, 0.5), (6.0, 0.8), (8.0, 1.2)]),
        (6, 7, [(3.0, 0.5), (6.0, 1.0), (8.0, 1.5)]),
        (4, 5, [(2.0, 0.5), (6.0, 1.3), (8.0, 1.9)]),
        (0, 3, [(1.0, 0.6), (6.0, 1.8), (8.0, 2.4)]),
    ];
    classes.into_iter().map(move |(least, most, width)| {
        let ranked = json!([
            "all",
            ["==", "kind", "river"],
            [">=", "rank", least],
            ["<=", "rank", most]
        ]);
        line("water", ranked, river, &width)
    })
}

/// The finer ones first. Details are OpenStreetMap's levels: 2 is a country, 4 a province.
fn boundaries(palette: &Palette) -> [StyleLayer; 5] {
    let level = |level: u8| json!(["==", "kind_detail", level]);
    let country = |disputed: &str| json!(["all", level(2), [disputed, "disputed"]]);
    let border = [(0.0, 0.5), (3.0, 0.8), (6.0, 1.3), (8.0, 1.6)];
    let province = [(2.0, 0.5), (4.0, 0.8), (6.0, 1.1), (8.0, 1.3)];
    let county = json!([">=", "kind_detail", 5]);
    let casing = [(1.0, 0.6), (3.0, 2.2), (6.0, 3.6)];
    [
        dashed(
            line(
                "boundaries",
                county,
                palette.region,
                &[(4.0, 0.5), (8.0, 0.9)],
            ),
            [3, 2],
        ),
        line("boundaries", level(4), palette.region, &province),
        line("boundaries", level(2), palette.country_casing, &casing),
        line("boundaries", country("!has"), palette.country, &border),
        dashed(
            line("boundaries", country("has"), palette.country, &border),
            [4, 3],
        ),
    ]
}

pub fn fill(source: &str, filter: Value, hex: &str) -> StyleLayer {
    StyleLayer::Fill {
        source_layer: source.into(),
        filter: Some(Filter(filter)),
        paint: Paint {
            fill_color: Some(color(hex)),
            ..Paint::default()
        },
    }
}

/// The width is in points on the screen, by tile zoom.
pub fn line(source: &str, filter: Value, hex: &str, width: &[(f64, f64)]) -> StyleLayer {
    StyleLayer::Line {
        source_layer: source.into(),
        filter: Some(Filter(filter)),
        paint: Paint {
            line_color: Some(color(hex)),
            line_width: Some(by_zoom(width)),
            ..Paint::default()
        },
    }
}

/// Dash and gap in widths of the line.
pub fn dashed(mut layer: StyleLayer, pattern: [u8; 2]) -> StyleLayer {
    if let StyleLayer::Line { paint, .. } = &mut layer {
        paint.line_dasharray = Some(Dasharray(json!(pattern)));
    }
    layer
}
