//! One kind of name on the map, as a layer of the style sheet.

use walkers::{Filter, Float, Layout, Paint, StyleLayer, Value};

use super::style::color;

/// One kind of name.
pub struct NameLayer {
    pub style: StyleLayer,
    /// Radius of the dot beside it, in points.
    pub dot: Option<f32>,
}

/// How names of one kind are written.
pub struct Written {
    pub source: &'static str,
    pub filter: Value,
    pub text: Value,
    /// In points.
    pub size: Float,
    /// Points to be left free around it.
    pub padding: Float,
    pub color: &'static str,
    pub halo: &'static str,
    pub dot: Option<f32>,
}

impl NameLayer {
    pub fn new(written: Written) -> Self {
        let Written {
            source,
            filter,
            text,
            size,
            padding,
            color: ink,
            halo,
            dot,
        } = written;
        let style = StyleLayer::Symbol {
            source_layer: source.into(),
            minzoom: None,
            filter: Some(Filter(filter)),
            layout: Layout {
                text_field: Some(text),
                text_size: Some(size),
                text_padding: Some(padding),
            },
            paint: Some(Paint {
                text_color: Some(color(ink)),
                text_halo_color: Some(color(halo)),
                ..Paint::default()
            }),
        };
        Self { style, dot }
    }
}
