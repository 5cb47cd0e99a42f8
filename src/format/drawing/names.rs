//! The ground's own names, where the story leaves room: they say where in the world this is.

use super::Drawing;
use super::markers::{Area, Taken};
use crate::basemap::{Named, NamedKind, Point, names};
use crate::format::markup::{Html, escaped};

/// Nearer to a place of the story than this, a town is that place, or takes its room.
const SAME: f64 = 14.0;

/// How names of a kind are written.
struct Look {
    class: &'static str,
    /// Height of the letters' line; for areas the letters are spread.
    size: f64,
    spread: f64,
    /// Around it, so that the map stays quiet.
    room: f64,
    has_dot: bool,
}

pub fn write(
    drawing: &Drawing<'_>,
    language: &str,
    markers: &[Point],
    taken: &mut Taken,
    svg: &mut Html,
) {
    let view = &drawing.view;
    for named in names(&view.window, view.name_zoom()) {
        let look = look(named.kind);
        let at = view.point(named.at);
        let is_story_s = markers
            .iter()
            .any(|marker| (marker.0 - at.0).hypot(marker.1 - at.1) < SAME);
        if look.has_dot && is_story_s {
            continue;
        }
        if let Some(markup) = one(drawing, &named, language, (at, &look), taken) {
            svg.push_str(&markup);
        }
    }
}

/// None where there is no room.
fn one(
    drawing: &Drawing<'_>,
    named: &Named,
    language: &str,
    (at, look): (Point, &Look),
    taken: &mut Taken,
) -> Option<String> {
    const DOT: f64 = 1.8;

    let name = named.in_language(language);
    let &Look {
        class,
        size,
        spread,
        room,
        has_dot,
    } = look;
    let letters = name.chars().count() as f64;
    let half = f64::midpoint((drawing.measure)(name) * size, letters * spread);
    let aside = DOT + 3.0 + half;
    let centers: &[(Point, &str)] = if has_dot {
        &[
            ((at.0 + aside, at.1), "start"),
            ((at.0 - aside, at.1), "end"),
        ]
    } else {
        &[(at, "middle")]
    };
    let (area, anchor) = centers.iter().find_map(|&(center, anchor)| {
        let area = Area::around(center, half + room, size / 2.0 + room);
        let inner = Area::around(center, half, size / 2.0);
        let is_free = inner.is_within(drawing.view.size) && taken.is_free(&area);
        is_free.then_some((inner, anchor))
    })?;
    let x = match anchor {
        "start" => area.left,
        "end" => area.right,
        _ => at.0,
    };
    let y = area.bottom - size * 0.16;
    taken.take(area);
    let dot = if has_dot {
        taken.take(Area::around(at, DOT, DOT));
        format!(
            "<circle class=\"town-dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{DOT}\"/>",
            at.0, at.1
        )
    } else {
        String::new()
    };
    Some(format!(
        "{dot}<text class=\"ground {class}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" letter-spacing=\"{spread}\" \
         text-anchor=\"{anchor}\">{}</text>\n",
        escaped(name)
    ))
}

fn look(kind: NamedKind) -> Look {
    let look = |class, size, spread, room, has_dot| Look {
        class,
        size,
        spread,
        room,
        has_dot,
    };
    match kind {
        NamedKind::Country => look("country", 13.0, 1.2, 10.0, false),
        NamedKind::Sea => look("water", 12.5, 0.6, 8.0, false),
        NamedKind::Capital => look("city", 11.5, 0.0, 9.0, true),
        NamedKind::City => look("city", 11.0, 0.0, 10.0, true),
        NamedKind::Region => look("region", 11.0, 0.8, 10.0, false),
        NamedKind::Town => look("town", 10.5, 0.0, 12.0, true),
    }
}
