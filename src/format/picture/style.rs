//! The tones of a picture, light and dark: those of the window's map.

/// As CSS for the classes of the drawing.
pub fn css(is_dark: bool) -> String {
    let Tones {
        paper,
        ink,
        muted,
        frame,
        sea,
        shallows,
        land,
        lake,
        river,
        coast,
        division,
        border,
        accent,
        on_accent,
        country,
        region,
        town,
        water,
    } = if is_dark { DARK } else { LIGHT };
    format!(
        "text {{ font-family: Inter; }}\n\
         .paper {{ fill: {paper}; }} .frame {{ fill: none; stroke: {frame}; }}\n\
         .title {{ fill: {ink}; font-family: 'Dateline Serif Display'; }} .second, .source, .credit {{ fill: {muted}; }}\n\
         .sea {{ fill: {sea}; }} .land {{ fill: {land}; }} .lake {{ fill: {lake}; }}\n\
         .shallows {{ fill: none; stroke: {shallows}; stroke-width: 80; stroke-linejoin: round; }}\n\
         .river {{ fill: none; stroke: {river}; stroke-width: 8; stroke-linejoin: round; }}\n\
         .coast {{ fill: none; stroke: {coast}; stroke-width: 7; stroke-linejoin: round; }}\n\
         .division {{ fill: none; stroke: {division}; stroke-width: 6; stroke-linejoin: round; }}\n\
         .border {{ fill: none; stroke: {border}; stroke-width: 9; stroke-linejoin: round; }}\n\
         .disputed {{ stroke-dasharray: 36 27; }}\n\
         .connection {{ fill: none; stroke: {accent}; stroke-width: 1.8; stroke-dasharray: 6 4; }}\n\
         .leader {{ fill: none; stroke: {ink}; stroke-width: 1; }} .dot {{ fill: {accent}; }}\n\
         .marker {{ fill: {accent}; stroke: {land}; stroke-width: 1.5; }}\n\
         .number {{ fill: {on_accent}; font-size: 11.5px; text-anchor: middle; }}\n\
         .name {{ fill: {ink}; font-size: 15px; stroke: {land}; stroke-width: 4px; }}\n\
         .name, .ground {{ paint-order: stroke; stroke-linejoin: round; }}\n\
         .ground {{ stroke: {land}; stroke-width: 2.5px; }}\n\
         .name, .number, .country {{ font-family: 'Inter SemiBold'; }} .country {{ fill: {country}; }} .region {{ fill: {region}; }}\n\
         .city, .town {{ fill: {town}; }} .town-dot {{ fill: {town}; stroke: {land}; stroke-width: 0.8; }}\n\
         .water {{ fill: {water}; stroke: {sea}; font-family: 'Dateline Serif TextItalic'; }}\n"
    )
}

struct Tones {
    paper: &'static str,
    ink: &'static str,
    muted: &'static str,
    frame: &'static str,
    sea: &'static str,
    shallows: &'static str,
    land: &'static str,
    lake: &'static str,
    river: &'static str,
    coast: &'static str,
    division: &'static str,
    border: &'static str,
    accent: &'static str,
    on_accent: &'static str,
    country: &'static str,
    region: &'static str,
    town: &'static str,
    water: &'static str,
}

const LIGHT: Tones = Tones {
    paper: "#faf7f0",
    ink: "#23211d",
    muted: "#615c52",
    frame: "#cfc8b8",
    sea: "#d3dfe0",
    shallows: "#dfe8e8",
    land: "#f5f1e7",
    lake: "#dae5e5",
    river: "#c6d7d8",
    coast: "#b4c6c8",
    division: "#ddd6c7",
    border: "#bdb19d",
    accent: "#b3321c",
    on_accent: "#ffffff",
    country: "#8a7f6e",
    region: "#968b7d",
    town: "#756c60",
    water: "#6d878b",
};

const DARK: Tones = Tones {
    paper: "#1c1b19",
    ink: "#e9e4d8",
    muted: "#a9a294",
    frame: "#3a3732",
    sea: "#12181b",
    shallows: "#171f22",
    land: "#232321",
    lake: "#151c1f",
    river: "#2b3639",
    coast: "#3a4648",
    division: "#33312d",
    border: "#55514a",
    accent: "#f0866f",
    on_accent: "#1c1b19",
    country: "#8b8376",
    region: "#746e64",
    town: "#938b7f",
    water: "#5d7479",
};
