//! Slides into a draft: each is a passage at its place. Files of ten years have passed through many versions of
//! the editor, so every part may be missing, null, or a text where others have a number.

use smol_str::SmolStr;

use super::{LANGUAGES, ZERO};
use crate::format::NoStory;
use crate::format::collect::{Collector, Found, Position, degrees};
use crate::format::json::{Node, Object};
use crate::format::media::Media;
use crate::format::prose_html::{self, HtmlText};
use crate::story::Draft;
use crate::story::draft::{Field, Located};
use crate::story::is_language;
use crate::story::limits;
use crate::story::problem::{ProblemKind, Term};

/// With the overview, which is no passage.
const SLIDES: usize = limits::PASSAGES + 1;

/// `title` is that of the archive, or the file's name; the first slide's comes before it.
pub(in crate::format) fn read(file: &str, title: &str) -> Result<Draft, NoStory> {
    let root = Node::root(file)?.object().ok_or(NoStory::OtherJson)?;
    let storymap = root.object("storymap").unwrap_or(root);
    let slides = storymap
        .get("slides")
        .ok_or(NoStory::Nothing { what: Term::Slides })?;
    let (list, count) = slides
        .list(SLIDES)
        .ok_or(NoStory::Nothing { what: Term::Slides })?;

    let mut reader = Reader {
        collector: Collector::default(),
        has_picture_map: has_picture_map(&storymap),
        title: String::new(),
    };
    reader.collector.draft.language = language(&storymap);
    if reader.has_picture_map {
        reader.tell(ProblemKind::PictureMap {}, slides);
    }
    if count > SLIDES {
        let problem = ProblemKind::TooManyOf {
            what: Term::Slides,
            limit: SLIDES,
        };
        reader.tell(problem, slides);
    }
    for (index, slide) in list.into_iter().enumerate() {
        reader.slide(slide, index == 0);
    }
    let Reader {
        collector,
        title: first,
        ..
    } = reader;
    if collector.draft.passages.is_empty() && collector.draft.introduction.is_empty() {
        return Err(NoStory::Nothing { what: Term::Slides });
    }
    let has_overview = !collector.draft.introduction.is_empty() || !first.is_empty();
    let own = if has_overview {
        first
    } else {
        first_title(&collector)
    };
    Ok(collector.finish(if own.trim().is_empty() { title } else { &own }))
}

fn first_title(collector: &Collector) -> String {
    let first = collector.draft.passages.first();
    match first.map(|passage| &passage.entry.name.text) {
        Some(Field::Given(title)) => title.value.to_string(),
        _ => String::new(),
    }
}

fn language(storymap: &Object<'_>) -> Field<SmolStr> {
    let Some((code, span)) = storymap.word(&["language"]) else {
        return Field::Missing;
    };
    let code = code.to_ascii_lowercase();
    let ours = LANGUAGES.iter().find(|(theirs, _)| *theirs == code);
    let value = ours.map_or(code, |(_, ours)| (*ours).to_owned());
    if is_language(&value) {
        Field::Given(Located {
            value: value.into(),
            span: Some(span),
        })
    } else {
        Field::Missing
    }
}

/// Whether positions are those of a large picture, not of the Earth.
fn has_picture_map(storymap: &Object<'_>) -> bool {
    storymap.text("map_type") == "zoomify"
}

struct Reader {
    collector: Collector,
    has_picture_map: bool,
    /// The overview's headline.
    title: String,
}

impl Reader {
    fn tell(&mut self, problem: ProblemKind, node: Node<'_>) {
        let problems = &mut self.collector.draft.problems;
        problems.push(problem, Some(node.start()));
    }

    fn slide(&mut self, node: Node<'_>, is_first: bool) {
        let Some(slide) = node.object() else {
            self.tell(ProblemKind::NoObject { what: Term::Slide }, node);
            return;
        };
        let (headline, mut text) = words(&slide);
        if let Some(media) = slide.get("media") {
            self.media(media, &mut text);
        }
        let location = slide.object("location");
        let position = location
            .as_ref()
            .and_then(|location| self.position(location));
        // First, because these places have ids.
        let blocks = self.collector.with_marked_places(text);
        let is_overview = slide.text("type") == "overview" || (is_first && position.is_none());
        if is_first && is_overview && self.collector.draft.passages.is_empty() {
            self.title = headline;
            self.collector.draft.introduction = blocks;
            return;
        }

        let place = position.and_then(|position| {
            let name = location
                .map(|location| location.text("name"))
                .unwrap_or_default();
            self.collector
                .place_or(&prose_html::plain(&name), &headline, position)
        });
        let date = slide.word(&["date"]).map(|(date, _)| date);
        let is_added = self.collector.passage(Found {
            id: slide.word(&["uniqueid"]).map(|(id, _)| id),
            title: headline,
            blocks,
            places: place.into_iter().collect(),
            date,
            span: Some(node.start()),
            ..Found::default()
        });
        if !is_added {
            self.tell(ProblemKind::NoObject { what: Term::Slide }, node);
        }
    }

    fn position(&mut self, location: &Object<'_>) -> Option<Position> {
        if self.has_picture_map {
            return None;
        }
        let (lat, lon) = (location.word(&["lat"]), location.word(&["lon", "lng"]));
        let (lat, lon) = match (lat, lon) {
            (None, None) => return None,
            (Some(lat), Some(lon)) => (lat, lon),
            (Some(_), None) | (None, Some(_)) => {
                self.tell(ProblemKind::HalfPosition {}, location.node);
                return None;
            }
        };
        let mut numbers = Vec::new();
        for &(ref text, span) in [&lat, &lon] {
            let Some(number) = degrees(text) else {
                let text = text.chars().take(80).collect();
                let problem = ProblemKind::WrongDegrees { text };
                self.collector.draft.problems.push(problem, Some(span));
                return None;
            };
            numbers.push(if number.abs() <= ZERO { 0.0 } else { number });
        }
        let [lat_degrees, lon_degrees] = numbers.try_into().ok()?;
        self.collector
            .position(lat_degrees, lon_degrees, Some(lat.1))
    }

    /// Below the slide's text.
    fn media(&mut self, node: Node<'_>, text: &mut HtmlText) {
        const MOST: usize = 100;

        let object = node.object();
        let part = |key: &str| {
            object
                .as_ref()
                .map(|media| media.text(key))
                .unwrap_or_default()
        };
        let (caption, credit) = (part("caption"), part("credit"));
        let url = object.as_ref().map_or(Some(node), |media| media.get("url"));
        // A slider has several addresses.
        let urls = url.and_then(|url| url.list(MOST)).map(|(list, _)| list);
        let urls = urls.unwrap_or_else(|| url.into_iter().collect());
        let mut is_told = false;
        for url in urls {
            let Some(address) = url.text().filter(|address| !address.trim().is_empty()) else {
                continue;
            };
            is_told = true;
            let span = Some(url.span());
            if address.trim_start().starts_with('<') {
                // A piece of a page: a quotation, or a frame around something on the web.
                let mut piece = prose_html::read(&address, span);
                text.blocks.append(&mut piece.blocks);
                text.mentions.append(&mut piece.mentions);
                text.blocks.extend(remark(&caption, &credit));
                continue;
            }
            let media = Media {
                address: address.clone(),
                alt: part("alt"),
                caption: caption.clone(),
                credit: credit.clone(),
                span,
            };
            if let Some(block) = media.block() {
                text.blocks.push(block);
            } else {
                text.blocks.extend(remark(&caption, &credit));
                let address = address.chars().take(80).collect();
                let problem = ProblemKind::MediaNotShown { address };
                self.collector.draft.problems.push(problem, span);
            }
        }
        if !is_told {
            text.blocks.extend(remark(&caption, &credit));
        }
    }
}

/// Headline as plain words, and the text below it.
fn words(slide: &Object<'_>) -> (String, HtmlText) {
    let Some(node) = slide.get("text") else {
        return (String::new(), HtmlText::default());
    };
    let Some(text) = node.object() else {
        let html = node.text().unwrap_or_default();
        return (String::new(), prose_html::read(&html, Some(node.span())));
    };
    let body = text
        .word(&["text"])
        .map_or_else(HtmlText::default, |(html, span)| {
            prose_html::read(&html, Some(span))
        });
    (prose_html::plain(&text.text("headline")), body)
}

/// Caption and credit of what is not shown itself.
fn remark(caption: &str, credit: &str) -> Option<crate::story::draft::Block> {
    let parts = [prose_html::plain(caption), prose_html::plain(credit)];
    let parts: Vec<_> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| crate::story::draft::Block {
        text: parts.join(" – "),
        ..crate::story::draft::Block::default()
    })
}
