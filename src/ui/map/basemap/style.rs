//! The tones of the basemap, light and dark. Muted on purpose: every one stays below the story's
//! ink and vermilion.

use egui::Color32;
use walkers::{Color, json};

/// What the map is to look like. Changing it means decoding the tiles anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    pub dark: bool,
    pub names: Names,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Names {
    English,
    /// Chinese where there is such a name.
    Chinese,
    /// Chinese places in both, all others in English.
    Both,
}

/// As hexadecimal colors, opaque: the style language takes translucent ones for premultiplied.
pub struct Palette {
    pub ocean: &'static str,
    /// From the outer to the inner.
    pub shallows: [&'static str; 2],
    pub land: &'static str,
    pub glacier: &'static str,
    pub urban: &'static str,
    pub lake: &'static str,
    pub lake_shore: &'static str,
    pub river: &'static str,
    pub coast: &'static str,
    pub region: &'static str,
    pub country: &'static str,
    pub country_casing: &'static str,
    pub city: &'static str,
    pub town: &'static str,
    pub country_name: &'static str,
    pub region_name: &'static str,
    pub water_name: &'static str,
    /// Around the dots of the towns, and around the names on land, is land.
    dot: &'static str,
}

const LIGHT: Palette = Palette {
    ocean: "#d3dfe0",
    shallows: ["#dae5e5", "#e2ebea"],
    land: "#f5f1e7",
    glacier: "#fbfaf6",
    urban: "#ece5d6",
    lake: "#dae5e5",
    lake_shore: "#c3d3d4",
    river: "#c6d7d8",
    coast: "#b4c6c8",
    region: "#dad2c2",
    country: "#bdb19d",
    country_casing: "#eee8da",
    city: "#6b6459",
    town: "#857d70",
    country_name: "#8a7f6e",
    region_name: "#a1978a",
    water_name: "#7f989c",
    dot: "#9a9082",
};

const DARK: Palette = Palette {
    ocean: "#12181b",
    shallows: ["#141b1e", "#171f22"],
    land: "#232321",
    glacier: "#2b2c2b",
    urban: "#2b2a27",
    lake: "#151c1f",
    lake_shore: "#2a3335",
    river: "#2b3639",
    coast: "#3a4648",
    region: "#36342f",
    country: "#55514a",
    country_casing: "#292825",
    city: "#a59d90",
    town: "#8a8378",
    country_name: "#8b8376",
    region_name: "#6d675d",
    water_name: "#5d7479",
    dot: "#7d766b",
};

impl Look {
    pub fn palette(self) -> &'static Palette {
        if self.dark { &DARK } else { &LIGHT }
    }

    /// What is under all land.
    pub fn sea(self) -> Color32 {
        rgb(self.palette().ocean)
    }

    /// Fill and ring of a town's dot.
    pub fn dot(self) -> (Color32, Color32) {
        let palette = self.palette();
        (rgb(palette.dot), rgb(palette.land))
    }
}

pub fn rgb(hex: &str) -> Color32 {
    Color32::from_hex(hex).unwrap_or_default()
}

/// As walkers' styles take it.
pub fn color(hex: &str) -> Color {
    Color(json!(hex))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colors(palette: &Palette) -> Vec<&'static str> {
        let Palette {
            ocean,
            shallows,
            land,
            glacier,
            urban,
            lake,
            lake_shore,
            river,
            coast,
            region,
            country,
            country_casing,
            city,
            town,
            country_name,
            region_name,
            water_name,
            dot,
        } = *palette;
        let [outer, inner] = shallows;
        vec![
            ocean,
            outer,
            inner,
            land,
            glacier,
            urban,
            lake,
            lake_shore,
            river,
            coast,
            region,
            country,
            country_casing,
            city,
            town,
            country_name,
            region_name,
            water_name,
            dot,
        ]
    }

    #[test]
    fn every_tone_is_an_opaque_color() {
        for hex in [colors(&LIGHT), colors(&DARK)].concat() {
            let color = Color32::from_hex(hex);
            assert!(color.is_ok_and(|color| color.is_opaque()), "{hex}");
        }
    }

    /// That is how they are found among the lines of a tile.
    #[test]
    fn no_other_line_has_the_tone_of_the_shallows() {
        for palette in [&LIGHT, &DARK] {
            let Palette {
                lake_shore,
                river,
                coast,
                region,
                country,
                country_casing,
                ..
            } = *palette;
            for line in [lake_shore, river, coast, region, country, country_casing] {
                assert!(!palette.shallows.contains(&line), "{line}");
            }
        }
    }
}
