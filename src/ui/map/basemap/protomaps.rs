//! The look of vector tiles with the layers of the Protomaps basemap, its newer versions and, as far as they agree, its
//! older ones: land, water, roads, borders, buildings, names.
//!
//! Zooms in here are tile zooms: the map's zoom minus one.

use walkers::{Float, Paint, StyleLayer, Value, json, linear_zoom_interpolation as by_zoom};

use super::{
    name_layer::{NameLayer, Written},
    sheet::{dashed, fill, line},
    style::{Look, Names, Palette, color},
};

/// From the lowest to the highest. What has no shape of land is land: seas are shapes of water in these tiles.
pub fn ground(palette: &Palette) -> Vec<StyleLayer> {
    let area = json!(["==", ["geometry-type"], "Polygon"]);
    let urban = json!(["==", "kind", "urban_area"]);
    let glacier = json!(["==", "kind", "glacier"]);
    let sea = json!(["all", area, of_kind(&["ocean", "sea"])]);
    let mut layers = vec![
        StyleLayer::Background {
            paint: Paint {
                background_color: Some(color(palette.land)),
                ..Paint::default()
            },
        },
        fill("landcover", urban, palette.urban),
        fill("landcover", glacier, palette.glacier),
        fill("water", area.clone(), palette.lake),
        fill("water", sea, palette.ocean),
    ];
    let stream = json!(["==", ["geometry-type"], "LineString"]);
    let width = [(6.0, 0.6), (10.0, 1.0), (14.0, 2.4)];
    layers.extend(
        ["water", "physical_line"]
            .map(|source| line(source, stream.clone(), palette.river, &width)),
    );
    layers.push(fill("buildings", area, palette.urban));
    layers.extend(roads(palette));
    layers.extend(borders(palette));
    layers
}

/// The smaller ones first.
fn roads(palette: &Palette) -> Vec<StyleLayer> {
    let classes = [
        (
            &["minor_road"][..],
            palette.region,
            [(11.0, 0.4), (14.0, 1.6), (17.0, 6.0)],
        ),
        (
            &["medium_road", "major_road"],
            palette.region,
            [(7.0, 0.5), (11.0, 1.2), (16.0, 7.0)],
        ),
        (
            &["highway"],
            palette.country,
            [(4.0, 0.5), (10.0, 1.6), (16.0, 9.0)],
        ),
    ];
    classes
        .into_iter()
        .map(|(kinds, tone, width)| line("roads", of_kind(kinds), tone, &width))
        .collect()
}

fn borders(palette: &Palette) -> [StyleLayer; 3] {
    let width = [(0.0, 0.5), (3.0, 0.8), (6.0, 1.3), (12.0, 1.8)];
    let casing = [(1.0, 0.6), (3.0, 2.2), (6.0, 3.6)];
    let country = of_kind(&["country", "disputed"]);
    [
        dashed(
            line("boundaries", of_kind(&["region"]), palette.region, &width),
            [3, 2],
        ),
        line(
            "boundaries",
            country.clone(),
            palette.country_casing,
            &casing,
        ),
        line("boundaries", country, palette.country, &width),
    ]
}

/// From the least important to the most.
pub fn names(look: Look) -> Vec<NameLayer> {
    let palette = look.palette();
    let place = |kinds: &[&str], more: Value| json!(["all", of_kind(kinds), more]);
    let town = |filter: Value, size: &[(f64, f64)], dot: f32| {
        NameLayer::new(Written {
            source: "places",
            filter,
            text: name(look),
            size: by_zoom(size),
            padding: by_zoom(&[(2.0, 12.0), (5.0, 5.0), (9.0, 3.0)]),
            color: palette.city,
            halo: palette.land,
            dot: Some(dot),
        })
    };
    let area = |kind: &str, size: &[(f64, f64)], ink: &'static str| {
        NameLayer::new(Written {
            source: "places",
            filter: place(&[kind], json!(["any", due(), ["!has", "min_zoom"]])),
            text: name(look),
            size: by_zoom(size),
            padding: Float(json!(5)),
            color: ink,
            halo: palette.land,
            dot: None,
        })
    };
    let rank = |least: u8| json!([">=", "population_rank", least]);
    let locality = |more: Value| json!(["all", of_kind(&["locality"]), due(), more]);
    // Older tiles have no zoom to begin at, but come with what is to be named at theirs.
    let older = |kinds: &[&str]| place(kinds, json!(["!has", "min_zoom"]));
    vec![
        area(
            "neighbourhood",
            &[(12.0, 10.5), (15.0, 12.5)],
            palette.region_name,
        ),
        town(
            older(&["village", "town"]),
            &[(6.0, 10.5), (14.0, 14.0)],
            1.8,
        ),
        town(
            locality(json!(["<", "population_rank", 9])),
            &[(6.0, 10.5), (14.0, 14.0)],
            1.8,
        ),
        area("region", &[(3.0, 10.5), (6.0, 14.0)], palette.region_name),
        town(locality(rank(9)), &[(4.0, 11.2), (9.0, 15.0)], 2.4),
        town(older(&["city"]), &[(4.0, 11.2), (9.0, 15.0)], 2.4),
        town(locality(rank(13)), &[(2.0, 11.2), (7.0, 15.5)], 3.0),
        area("country", &[(0.0, 11.0), (4.0, 16.0)], palette.country_name),
    ]
}

/// Whether the tile is close enough for the name. The style language compares with fixed numbers alone.
fn due() -> Value {
    let mut any = vec![json!("any")];
    any.extend(
        (0..=15).map(|zoom| json!(["all", [">=", ["zoom"], zoom], ["<=", "min_zoom", zoom]])),
    );
    Value::Array(any)
}

/// By the property of the newer tiles or by that of the older.
fn of_kind(kinds: &[&str]) -> Value {
    let of = |property: &str| {
        let mut test = vec![json!("in"), json!(property)];
        test.extend(kinds.iter().map(|kind| json!(kind)));
        Value::Array(test)
    };
    json!(["any", of("kind"), of("pmap:kind")])
}

fn name(look: Look) -> Value {
    let english = json!(["coalesce", ["get", "name:en"], ["get", "name"]]);
    let chinese = json!([
        "coalesce",
        ["get", "name:zh-Hans"],
        ["get", "name:zh"],
        english
    ]);
    match look.names {
        Names::English => english,
        Names::Chinese | Names::Both => chinese,
    }
}
