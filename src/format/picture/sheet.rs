//! The sheet that the map lies on: title and source above, who made the map below.

use super::PictureOptions;
use super::letters::Letters;
use super::style;
use crate::basemap::Point;
use crate::format::drawing::{Drawing, Ground, View};
use crate::format::html::words;
use crate::format::markup::{Html, escaped};
use crate::story::{Name, PlaceId, Story};

/// Around the map, and between the lines.
const EDGE: f64 = 18.0;
/// Of the title, of what stands below it, and of the credit: heights of the letters.
const TITLE: f64 = 30.0;
const SECOND: f64 = 15.0;
const CREDIT: f64 = 10.5;
/// A sheet that is lower, or narrower, has no title: the map comes first.
const LOWEST_WITH_TITLE: f64 = 360.0;
const TITLE_LINES: usize = 2;

/// Whose work the ground is; the licence of its names asks for it.
const MAKERS: &str = "Natural Earth · GeoNames (CC BY 4.0) · Unicode CLDR · Dateline";

/// A sheet in units, of which each is so many pixels.
pub struct Sheet<'a> {
    pub story: &'a Story,
    pub options: &'a PictureOptions<'a>,
    pub letters: &'a Letters,
    pub size: Point,
    pub pixels: f64,
}

impl Sheet<'_> {
    /// As SVG.
    pub fn write(&self) -> String {
        let (width, height) = self.size;
        let mut svg = Html(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n\
             <style>{}</style>\n<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n",
            style::css(self.options.dark)
        ));
        let top = self.head(&mut svg);
        let size = (width - 2.0 * EDGE, height - top - EDGE - CREDIT - 4.0);
        self.map(top, size, &mut svg);
        let foot = height - EDGE * 0.6;
        svg.add(format_args!(
            "<text class=\"credit\" x=\"{}\" y=\"{foot}\" font-size=\"{CREDIT}\" text-anchor=\"end\">{MAKERS}</text>\n</svg>\n",
            width - EDGE
        ));
        svg.0
    }

    /// Where the map begins.
    fn head(&self, svg: &mut Html) -> f64 {
        let (width, height) = self.size;
        let title = self.in_lead(&self.story.title);
        if height.min(width) < LOWEST_WITH_TITLE || title.is_empty() || !self.letters.has(title) {
            return EDGE;
        }
        let room = width - 2.0 * EDGE;
        let mut y = EDGE * 0.7;
        for line in lines(title, room / TITLE, self.letters) {
            y += TITLE * 1.12;
            svg.add(format_args!(
                "<text class=\"title\" x=\"{EDGE}\" y=\"{y:.1}\" font-size=\"{TITLE}\">{}</text>\n",
                escaped(&line)
            ));
        }
        for (class, line) in [("second", self.other_title()), ("source", self.source())] {
            let fitting = lines(&line, room / SECOND, self.letters);
            if let Some(line) = fitting.first().filter(|_| self.letters.has(&line)) {
                y += SECOND * 1.5;
                svg.add(format_args!(
                    "<text class=\"{class}\" x=\"{EDGE}\" y=\"{y:.1}\" font-size=\"{SECOND}\">{}</text>\n",
                    escaped(line)
                ));
            }
        }
        y + EDGE * 0.8
    }

    fn in_lead<'n>(&self, name: &'n Name) -> &'n str {
        name.in_language(self.lead())
    }

    fn lead(&self) -> &str {
        let languages = &self.options.languages;
        languages.first().copied().unwrap_or(&self.story.language)
    }

    /// The title in the other languages.
    fn other_title(&self) -> String {
        self.others(&self.story.title).join(" · ")
    }

    /// In the other languages, where that is something else.
    fn others<'n>(&self, name: &'n Name) -> Vec<&'n str> {
        let lead = self.in_lead(name);
        let others = self.options.languages.iter().skip(1);
        let others = others.map(|language| name.in_language(language));
        others.filter(|text| *text != lead).collect()
    }

    fn source(&self) -> String {
        let source = &self.story.source;
        let publisher = self.in_lead(&source.publisher).to_owned();
        let words = words::of(self.lead());
        let date = source.date.map(|date| words.date(date));
        let parts = [publisher, date.unwrap_or_default()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    fn map(&self, top: f64, size: Point, svg: &mut Html) {
        let (width, height) = size;
        let margin = (width.min(height) * 0.12).clamp(30.0, 80.0);
        let drawing = Drawing {
            story: self.story,
            view: View::of(self.story, size, margin),
            ground: Ground::Full {
                pixels: self.pixels,
            },
            ground_names: Some(self.lead()),
            name: &|id| self.place_name(id),
            measure: &|words| self.letters.width(words),
        };
        svg.add(format_args!(
            "<svg x=\"{EDGE}\" y=\"{top:.1}\" width=\"{width}\" height=\"{height:.1}\" viewBox=\"0 0 {width} {height:.1}\">\n"
        ));
        drawing.write(svg);
        svg.add(format_args!(
            "</svg>\n<rect class=\"frame\" x=\"{EDGE}\" y=\"{top:.1}\" width=\"{width}\" height=\"{height:.1}\"/>\n"
        ));
    }

    /// In all languages asked for; nothing, so that the number stands for it, where our typefaces lack its letters.
    fn place_name(&self, id: PlaceId) -> String {
        let name = &self.story.place(id).name;
        let parts = std::iter::once(self.in_lead(name)).chain(self.others(name));
        let parts: Vec<_> = parts.filter(|part| self.letters.has(part)).collect();
        parts.join(" ")
    }
}

/// As many as a title may have, of so many heights of the letters at most; what is left over becomes "…".
fn lines(text: &str, room: f64, letters: &Letters) -> Vec<String> {
    let mut lines = vec![String::new()];
    // Chinese has no spaces, and breaks anywhere.
    let words = text.split_inclusive(|letter: char| letter == ' ' || letter >= '\u{2E80}');
    for word in words {
        let count = lines.len();
        let Some(line) = lines.last_mut() else {
            break;
        };
        if line.is_empty() || letters.width(&format!("{line}{}", word.trim_end())) <= room {
            line.push_str(word);
        } else if count < TITLE_LINES {
            lines.push(word.to_owned());
        } else {
            let kept = line
                .trim_end_matches([' ', ',', '.', '，', '。'])
                .to_owned();
            *line = kept + "…";
            break;
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}
