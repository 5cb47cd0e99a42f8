//! The page from top to bottom: title, map, the passages, then what they speak of.

use super::words::Words;
use super::{map, things};
use crate::format::markup::{Html, escaped, in_language, picture};
use crate::story::{
    Block, Date, Image, Link, Name, Passage, PassageId, Prose, Span, Story, Style, host,
};

/// What a page is made from.
pub struct Page<'a> {
    pub story: &'a Story,
    pub words: &'a Words,
    /// The language that leads.
    pub lead: &'a str,
    /// All that are shown, the leading one first.
    pub languages: &'a [&'a str],
    pub image: &'a dyn Fn(&str) -> Option<Vec<u8>>,
}

impl Page<'_> {
    pub fn write(&self) -> String {
        let title = escaped(self.name(&self.story.title));
        // Whatever a reader of the page makes of it: nothing is fetched and nothing runs.
        let head = format!(
            "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"{}>\n<head>\n<meta charset=\"utf-8\"/>\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"/>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
             <meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"generator\" content=\"Dateline\"/>\n\
             <title>{title}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
            in_language(self.lead),
            include_str!("page.css"),
        );
        let mut html = Html(head);
        self.header(&mut html);
        html.push_str("<main>\n");
        map::write(self, &mut html);
        self.contents(&mut html);
        for (id, passage) in self.story.passages() {
            self.passage(id, passage, &mut html);
        }
        things::write(self, &mut html);
        html.push_str("</main>\n</body>\n</html>\n");
        html.0
    }

    /// In the language that leads.
    pub fn name<'n>(&self, name: &'n Name) -> &'n str {
        name.in_language(self.lead)
    }

    /// The same in the other languages shown, in an element of its own, where it differs.
    pub fn translated(&self, name: &Name, element: &str) -> String {
        let lead = self.name(name);
        let others = self.languages.iter().skip(1);
        let others = others.map(|language| (language, name.in_language(language)));
        let others = others.filter(|(_, text)| !text.is_empty() && *text != lead);
        let written = others.map(|(language, text)| {
            let language = in_language(language);
            format!(
                " <{element} class=\"translated\"{language}>{}</{element}>",
                escaped(text)
            )
        });
        written.collect()
    }

    pub fn date(&self, date: Date) -> String {
        format!("<time datetime=\"{date}\">{}</time>", self.words.date(date))
    }

    fn header(&self, html: &mut Html) {
        let Story { title, source, .. } = self.story;
        html.push_str("<header>\n<h1>");
        html.push_str(&escaped(self.name(title)));
        html.push_str(&self.translated(title, "span"));
        html.push_str("</h1>\n");
        let mut parts: Vec<String> = [&source.title, &source.publisher]
            .into_iter()
            .map(|name| escaped(self.name(name)))
            .collect();
        let authors = source.authors.join(self.words.comma);
        parts.push(escaped(&authors));
        parts.push(source.date.map(|date| self.date(date)).unwrap_or_default());
        parts.push(escaped(self.name(&source.byline)));
        if let Some(url) = &source.url {
            parts.push(web_link(url, &escaped(&host(url))));
        }
        parts.retain(|part| !part.is_empty());
        if !parts.is_empty() {
            html.add(format_args!(
                "<p class=\"source\">{}</p>\n",
                parts.join(" · ")
            ));
        }
        for language in self.languages {
            if let Some(blocks) = self.story.introduction_in(language) {
                self.text(language, blocks, html);
            }
        }
        html.push_str("</header>\n");
    }

    fn contents(&self, html: &mut Html) {
        const FEWEST: usize = 3;

        if self.story.passages().len() < FEWEST {
            return;
        }
        let title = self.words.contents;
        html.add(format_args!(
            "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{title}</h2>\n<ol>\n"
        ));
        for (id, _) in self.story.passages() {
            html.add(format_args!("<li>{}</li>\n", self.passage_link(id)));
        }
        html.push_str("</ol>\n</nav>\n");
    }

    /// With its title as words.
    pub fn passage_link(&self, id: PassageId) -> String {
        let passage = self.story.passage(id);
        let title = escaped(self.name(&passage.title));
        format!("<a href=\"#passage-{}\">{title}</a>", passage.key)
    }

    fn passage(&self, id: PassageId, passage: &Passage, html: &mut Html) {
        let Passage { key, title, .. } = passage;
        html.add(format_args!(
            "<section aria-labelledby=\"passage-{key}\">\n<h2 id=\"passage-{key}\">"
        ));
        html.push_str(&escaped(self.name(title)));
        html.push_str(&self.translated(title, "span"));
        html.push_str("</h2>\n");
        let topics = passage
            .topics
            .iter()
            .map(|&topic| self.name(&self.story.topic(topic).name));
        let mut facts: Vec<String> = topics.map(escaped).collect();
        if !passage.paragraphs.is_empty() {
            let numbers: Vec<_> = passage.paragraphs.iter().map(u32::to_string).collect();
            facts.push(format!("{} {}", self.words.paragraphs, numbers.join(", ")));
        }
        if !facts.is_empty() {
            html.add(format_args!(
                "<p class=\"facts\">{}</p>\n",
                facts.join(" · ")
            ));
        }
        let mut is_told = false;
        for language in self.languages {
            if let Some(blocks) = self.story.blocks_in(id, language) {
                is_told = true;
                self.text(language, blocks, html);
            }
        }
        if !is_told {
            self.text(&self.story.language, &passage.blocks, html);
        }
        html.push_str("</section>\n");
    }

    fn text(&self, language: &str, blocks: &[Block], html: &mut Html) {
        if blocks.is_empty() {
            return;
        }
        html.add(format_args!("<div{}>\n", in_language(language)));
        let mut is_list = false;
        for block in blocks {
            let is_item = matches!(block, Block::Item(_));
            if is_item != is_list {
                html.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
                is_list = is_item;
            }
            let prose = self.prose(block.prose());
            html.push_str(&match block {
                Block::Paragraph(_) => format!("<p>{prose}</p>\n"),
                Block::Quote(_) => format!("<blockquote><p>{prose}</p></blockquote>\n"),
                Block::Item(_) => format!("<li>{prose}</li>\n"),
                Block::Context(_) => format!(
                    "<aside><p><span class=\"label\"{}>{}</span>{prose}</p></aside>\n",
                    in_language(self.lead),
                    self.words.ours
                ),
                Block::Image(image) => self.image(image, &prose),
            });
        }
        if is_list {
            html.push_str("</ul>\n");
        }
        html.push_str("</div>\n");
    }

    fn image(&self, image: &Image, caption: &str) -> String {
        let alt = escaped(&image.alt);
        let shown = (self.image)(&image.path).and_then(|bytes| picture(&bytes));
        let shown = shown.map_or_else(
            || format!("<p class=\"missing\">{}: {alt}</p>", self.words.no_image),
            |data| format!("<img src=\"{data}\" alt=\"{alt}\"/>"),
        );
        let mut below = caption.to_owned();
        if !image.credit.is_empty() {
            let credit = escaped(&image.credit);
            below = format!("{below} <span class=\"credit\">{credit}</span>");
        }
        if !below.is_empty() {
            below = format!("<figcaption>{below}</figcaption>");
        }
        format!("<figure>\n{shown}\n{below}</figure>\n")
    }

    /// The words with their marks, of which the spans are nested.
    fn prose(&self, prose: &Prose) -> String {
        let mut spans: Vec<(usize, &Span)> = prose.spans.iter().enumerate().collect();
        // Of equal ones the inner is the first.
        spans.sort_by_key(|(index, span)| {
            let Span { range, .. } = span;
            (
                range.start,
                std::cmp::Reverse(range.end),
                std::cmp::Reverse(*index),
            )
        });
        let mut html = String::new();
        let mut open: Vec<&Span> = Vec::new();
        let mut at = 0;
        let mut words = |html: &mut String, to: usize| {
            let text = prose.text.get(at..to).unwrap_or_default();
            html.push_str(&crate::format::markup::lines(text));
            at = to;
        };
        for (_, span) in spans {
            while let Some(last) = open.pop_if(|last| last.range.end <= span.range.start) {
                words(&mut html, last.range.end);
                html.push_str(&closing(&last.style));
            }
            words(&mut html, span.range.start);
            html.push_str(&self.opening(&span.style));
            open.push(span);
        }
        while let Some(last) = open.pop() {
            words(&mut html, last.range.end);
            html.push_str(&closing(&last.style));
        }
        words(&mut html, prose.text.len());
        html
    }

    fn opening(&self, style: &Style) -> String {
        let story = self.story;
        let anchor = match style {
            Style::Emphasis => return "<em>".to_owned(),
            Style::Strong => return "<strong>".to_owned(),
            Style::Link(Link::Web(address)) => {
                return format!(
                    "<a href=\"{}\" rel=\"noopener noreferrer\">",
                    escaped(address)
                );
            }
            Style::Link(Link::Place(id)) => format!("place-{}", story.place(*id).key),
            Style::Link(Link::Region(id)) => format!("region-{}", story.region(*id).key),
            Style::Link(Link::Actor(id)) => format!("actor-{}", story.actor(*id).key),
            Style::Link(Link::Passage(id)) => format!("passage-{}", story.passage(*id).key),
        };
        format!("<a href=\"#{anchor}\">")
    }
}

/// Behind a link to the web stands who is asked.
fn closing(style: &Style) -> String {
    match style {
        Style::Emphasis => "</em>".to_owned(),
        Style::Strong => "</strong>".to_owned(),
        Style::Link(Link::Web(address)) => {
            format!(
                "</a> <span class=\"host\">({})</span>",
                escaped(&host(address))
            )
        }
        Style::Link(Link::Place(_) | Link::Region(_) | Link::Actor(_) | Link::Passage(_)) => {
            "</a>".to_owned()
        }
    }
}

/// `words` are markup already.
fn web_link(address: &str, words: &str) -> String {
    format!(
        "<a href=\"{}\" rel=\"noopener noreferrer\">{words}</a>",
        escaped(address)
    )
}
