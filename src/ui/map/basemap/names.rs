//! The style sheet of the names: which are written, how large, and which make way for which.
//!
//! Zooms in here are tile zooms: the map's zoom minus one.

use walkers::{Float, Value, json, linear_zoom_interpolation as by_zoom};

use super::{
    name_layer::{NameLayer, Written},
    style::{Look, Names},
};

/// Settlements of one size.
struct Tier {
    /// Least and greatest population rank, Natural Earth's: 14 is five million people.
    ranks: [u8; 2],
    /// Radius of the dot, in points.
    dot: f32,
    /// The first zoom at which they are named.
    from: u8,
    /// Points of text at zoom 4 and at zoom 7.
    size: [f64; 2],
}

const HAMLETS: Tier = tier([0, 8], 1.6, 7, [10.0, 10.5]);
const TOWNS: Tier = tier([9, 10], 1.8, 6, [10.4, 11.6]);
const LARGE_TOWNS: Tier = tier([11, 11], 2.1, 5, [10.8, 12.7]);
const CITIES: Tier = tier([12, 13], 2.4, 5, [11.2, 13.8]);
const GREAT_CITIES: Tier = tier([14, 99], 2.8, 3, [11.6, 14.9]);

const fn tier(ranks: [u8; 2], dot: f32, from: u8, size: [f64; 2]) -> Tier {
    Tier {
        ranks,
        dot,
        from,
        size,
    }
}

/// From the least important to the most. Provinces stand among the towns of their zoom: China's
/// among the large, the Netherlands' among the small.
pub fn layers(look: Look) -> Vec<NameLayer> {
    vec![
        rivers(look),
        lakes(look),
        countries_from_near(look),
        settlements(look, &HAMLETS),
        regions(look, 6, 9),
        settlements(look, &TOWNS),
        settlements(look, &LARGE_TOWNS),
        regions(look, 0, 5),
        settlements(look, &CITIES),
        settlements(look, &GREAT_CITIES),
        seas(look),
        capitals(look),
        countries_from_far(look),
    ]
}

fn rivers(look: Look) -> NameLayer {
    NameLayer::new(Written {
        source: "river_labels",
        filter: json!(["has", "name"]),
        text: water_name(look),
        size: Float(json!(10.5)),
        padding: Float(json!(3)),
        color: look.palette().water_name,
        halo: look.palette().land,
        dot: None,
    })
}

fn lakes(look: Look) -> NameLayer {
    NameLayer::new(Written {
        source: "water",
        filter: json!([
            "all",
            ["==", "kind", "lake"],
            ["==", ["geometry-type"], "Point"],
            shown()
        ]),
        text: water_name(look),
        size: Float(json!(10.5)),
        padding: Float(json!(3)),
        color: look.palette().water_name,
        halo: look.palette().lake,
        dot: None,
    })
}

fn seas(look: Look) -> NameLayer {
    let size = |ocean: f64, other: f64| json!(["case", ["==", "kind", "ocean"], ocean, other]);
    NameLayer::new(Written {
        source: "water",
        filter: json!([
            "all",
            ["in", "kind", "ocean", "sea", "bay", "strait"],
            shown()
        ]),
        text: water_name(look),
        size: Float(json!([
            "interpolate",
            ["linear"],
            ["zoom"],
            0,
            size(12.0, 10.5),
            4,
            size(17.0, 12.5),
            6,
            size(17.0, 13.5)
        ])),
        padding: Float(json!(4)),
        color: look.palette().water_name,
        halo: look.palette().shallows[0],
        dot: None,
    })
}

fn settlements(look: Look, tier: &Tier) -> NameLayer {
    let &Tier {
        ranks: [least, most],
        dot,
        from,
        size: [far, near],
    } = tier;
    let palette = look.palette();
    NameLayer::new(Written {
        source: "places",
        filter: json!([
            "all",
            ["==", "kind", "locality"],
            shown(),
            ["!=", "capital", 2],
            [">=", ["zoom"], from],
            [">=", "population_rank", least],
            ["<=", "population_rank", most]
        ]),
        text: name(look, "name"),
        size: by_zoom(&[(1.0, 10.0), (4.0, far), (7.0, near)]),
        padding: crowd_padding(),
        color: if least < LARGE_TOWNS.ranks[0] {
            palette.town
        } else {
            palette.city
        },
        halo: palette.land,
        dot: Some(dot),
    })
}

fn capitals(look: Look) -> NameLayer {
    NameLayer::new(Written {
        source: "places",
        // From far out only the great ones, or Europe is all names.
        filter: json!([
            "all",
            ["==", "kind", "locality"],
            ["==", "capital", 2],
            shown(),
            ["any", [">=", ["zoom"], 4], [">=", "population_rank", 12]]
        ]),
        text: name(look, "name"),
        size: by_zoom(&[(1.0, 11.0), (4.0, 12.5), (7.0, 15.5)]),
        padding: by_zoom(&[(2.0, 5.0), (7.0, 2.0)]),
        color: look.palette().city,
        halo: look.palette().land,
        dot: Some(3.0),
    })
}

fn regions(look: Look, least: u8, most: u8) -> NameLayer {
    NameLayer::new(Written {
        source: "places",
        filter: json!([
            "all",
            ["==", "kind", "region"],
            [">=", "min_zoom", least],
            ["<=", "min_zoom", most],
            shown()
        ]),
        text: name(look, "name"),
        size: by_zoom(&[(3.0, 10.5), (4.0, 11.5), (6.0, 14.0)]),
        padding: Float(json!(4)),
        color: look.palette().region_name,
        halo: look.palette().land,
        dot: None,
    })
}

fn countries_from_far(look: Look) -> NameLayer {
    let size = |large: f64, small: f64| json!(["case", ["<=", "rank", 3], large, small]);
    NameLayer::new(Written {
        source: "places",
        filter: json!([
            "all",
            ["==", "kind", "country"],
            shown(),
            ["<=", ["zoom"], 4]
        ]),
        text: name(look, "name:en"),
        size: Float(json!([
            "interpolate",
            ["linear"],
            ["zoom"],
            0,
            size(12.0, 10.5),
            2,
            size(14.5, 11.5),
            4,
            size(18.0, 14.0)
        ])),
        padding: Float(json!(5)),
        color: look.palette().country_name,
        halo: look.palette().land,
        dot: None,
    })
}

/// Among towns and provinces the country is known, so its name comes last.
fn countries_from_near(look: Look) -> NameLayer {
    NameLayer::new(Written {
        source: "places",
        filter: json!([
            "all",
            ["==", "kind", "country"],
            shown(),
            [">", ["zoom"], 4]
        ]),
        text: name(look, "name:en"),
        size: Float(json!(15)),
        padding: Float(json!(8)),
        color: look.palette().country_name,
        halo: look.palette().land,
        dot: None,
    })
}

/// The further out, the more room around a town: it thins out the crowded parts alone.
fn crowd_padding() -> Float {
    by_zoom(&[(2.0, 12.0), (3.0, 8.0), (5.0, 4.0), (7.0, 2.0)])
}

/// Names for zooms past the archive's last one are kept in its last tiles.
fn shown() -> Value {
    json!([
        "any",
        ["<=", "min_zoom", 6],
        ["all", [">=", ["zoom"], 7], ["<=", "min_zoom", 7]],
        ["all", [">=", ["zoom"], 8], ["<=", "min_zoom", 8]]
    ])
}

/// `plain` is the property with the English name.
fn name(look: Look, plain: &str) -> Value {
    match look.names {
        Names::English => json!(["get", plain]),
        Names::Chinese => json!(["coalesce", ["get", "name:zh"], ["get", plain]]),
        Names::Both => json!([
            "case",
            ["all", ["==", "cc", "CN"], ["has", "name:zh"]],
            ["concat", ["get", "name"], " ", ["get", "name:zh"]],
            ["get", plain]
        ]),
    }
}

fn water_name(look: Look) -> Value {
    match look.names {
        Names::Chinese => json!(["coalesce", ["get", "name:zh"], ["get", "name"]]),
        Names::English | Names::Both => json!(["get", "name"]),
    }
}
