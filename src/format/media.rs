//! Pictures, films and sounds that other programs' stories point to. Nothing is fetched: those on the web become
//! links.

use super::prose_html;
use crate::story::FileSpan;
use crate::story::draft::{Block, BlockKind, Image, Located, Span, Style};
use crate::story::is_web_address;

/// One piece of media, as a file says it.
#[derive(Default)]
pub(super) struct Media {
    /// On the web, or of a file beside the story's.
    pub address: String,
    /// What it shows, as plain words.
    pub alt: String,
    /// In HTML.
    pub caption: String,
    pub credit: String,
    pub span: Option<FileSpan>,
}

impl Media {
    /// An image below the story's folder as itself; what is on the web as its caption, or else where it lies,
    /// linked to it. None where it is neither.
    pub fn block(self) -> Option<Block> {
        let address = web_address(&self.address);
        if is_web_address(&address) {
            return Some(self.link(address));
        }
        let path = local_path(&self.address)?;
        let mut caption = self.caption();
        if self.alt.trim().is_empty() {
            caption.alt.clone_from(&caption.text);
        } else {
            caption.alt = self.alt;
        }
        Some(Block {
            kind: BlockKind::Image(Box::new(Image {
                path: Located {
                    value: path.into(),
                    span: self.span,
                },
                alt: caption.alt,
                credit: one_line(&self.credit),
            })),
            text: caption.text,
            spans: caption.spans,
            span: self.span,
        })
    }

    /// The caption's first lines, with what is set apart in them.
    fn caption(&self) -> Caption {
        let read = prose_html::read(&self.caption, self.span);
        let block = read.blocks.into_iter().next().unwrap_or_default();
        // Places are marked in the text, not here.
        let spans = block.spans.into_iter().filter(
            |span| !matches!(&span.style, Style::Link(link) if link.value.starts_with('#')),
        );
        Caption {
            spans: spans.collect(),
            text: block.text,
            alt: String::new(),
        }
    }

    fn link(self, address: String) -> Block {
        let mut text = one_line(&self.caption);
        if text.is_empty() {
            text = one_line(&prose_html::escaped(&self.alt));
        }
        if text.is_empty() {
            text = place_on_the_web(&address);
        }
        let linked = 0..text.len();
        let credit = one_line(&self.credit);
        if !credit.is_empty() {
            text = format!("{text} ({credit})");
        }
        let link = Style::Link(Located {
            value: address.into(),
            span: self.span,
        });
        Block {
            text,
            spans: vec![Span {
                range: linked,
                style: link,
            }],
            span: self.span,
            ..Block::default()
        }
    }
}

struct Caption {
    text: String,
    spans: Vec<Span>,
    alt: String,
}

/// The path of an image beside the story, as a text that is still to be checked. Escapes are undone once, as a
/// browser would; what then still looks like one is refused with all else that could lead out of the folder.
fn local_path(address: &str) -> Option<String> {
    const IMAGES: [&str; 5] = ["png", "jpg", "jpeg", "gif", "webp"];

    let path = address.trim().split(['?', '#']).next().unwrap_or_default();
    let (_, extension) = path.rsplit_once('.')?;
    let is_image = IMAGES.contains(&extension.to_ascii_lowercase().as_str());
    if !is_image || path.contains("//") || path.contains(':') {
        return None;
    }
    unescaped(path)
}

fn unescaped(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digits = after
            .get(..2)
            .and_then(|digits| str::from_utf8(digits).ok());
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if first == b'%' => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// An address as a browser would take it: without the scheme left out of pages, and without blanks.
pub(super) fn web_address(address: &str) -> String {
    let address = address.trim().replace(' ', "%20");
    if address.starts_with("//") {
        format!("https:{address}")
    } else {
        address
    }
}

/// Host and file, as in `example.org … warehouse.jpg`.
fn place_on_the_web(address: &str) -> String {
    let whole = address.split(['?', '#']).next().unwrap_or_default();
    let without_scheme = whole.split_once("//").map_or(whole, |(_, rest)| rest);
    let (host, path) = without_scheme
        .split_once('/')
        .unwrap_or((without_scheme, ""));
    match path.rsplit('/').next() {
        None | Some("") => host.to_owned(),
        Some(file) if file == path => format!("{host}/{file}"),
        Some(file) => format!("{host}/…/{file}"),
    }
}

fn one_line(html: &str) -> String {
    prose_html::plain(html).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(address: &str) -> Option<Block> {
        let media = Media {
            address: address.to_owned(),
            caption: "A <b>harbour</b>".to_owned(),
            credit: "Me".to_owned(),
            ..Media::default()
        };
        media.block()
    }

    #[test]
    fn media_on_the_web_is_a_link_with_its_caption_and_credit() {
        let link = block("//example.org/a b.mp4").unwrap();

        assert_eq!(link.text, "A harbour (Me)");
        let address = "https://example.org/a%20b.mp4".into();
        let style = Style::Link(Located {
            value: address,
            span: None,
        });
        assert_eq!(link.spans, [Span { range: 0..9, style }]);
    }

    #[test]
    fn an_image_beside_the_story_is_an_image() {
        let image = block("images/old%20harbour.JPG?width=1").unwrap();

        let kind = BlockKind::Image(Box::new(Image {
            path: Located {
                value: "images/old harbour.JPG".into(),
                span: None,
            },
            alt: "A harbour".to_owned(),
            credit: "Me".to_owned(),
        }));
        assert_eq!((image.kind, image.text.as_str()), (kind, "A harbour"));
    }

    #[test]
    fn what_is_neither_is_not_shown() {
        for address in [
            "",
            "data:image/png;base64,AA",
            "file:///a.png",
            "film.mp4",
            "c:/a.png",
        ] {
            assert_eq!(block(address), None, "{address}");
        }
    }

    #[test]
    fn media_without_a_caption_is_named_by_where_it_lies() {
        for (address, named) in [
            ("https://example.org/", "example.org"),
            ("https://example.org/a.png?x", "example.org/a.png"),
            ("https://example.org/a/b/c.png", "example.org/…/c.png"),
        ] {
            let address = address.to_owned();
            let media = Media {
                address,
                ..Media::default()
            };
            assert_eq!(media.block().unwrap().text, named);
        }
    }
}
