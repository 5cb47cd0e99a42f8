//! HTML’s tags, by what they mean for the text in them.

/// What a tag means for the text in it.
pub(super) enum Part {
    /// Not text.
    Hidden,
    LineBreak,
    Quote,
    Aside,
    List,
    Item,
    Heading,
    Cell,
    Emphasis,
    Strong,
    Link,
    Mention,
    Figure,
    Caption,
    Credit,
    Media,
    /// Text of its own, of no kind that we have.
    Block,
    /// Nothing.
    Other,
}

impl Part {
    pub fn of(name: &[u8]) -> Self {
        match name {
            b"script" | b"style" | b"title" | b"textarea" | b"noscript" | b"template"
            | b"object" | b"svg" | b"select" => Self::Hidden,
            b"br" => Self::LineBreak,
            b"blockquote" => Self::Quote,
            b"aside" => Self::Aside,
            b"ul" | b"ol" => Self::List,
            b"li" => Self::Item,
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Self::Heading,
            b"td" | b"th" => Self::Cell,
            b"em" | b"i" | b"cite" => Self::Emphasis,
            b"strong" | b"b" => Self::Strong,
            b"a" => Self::Link,
            b"span" => Self::Mention,
            b"figure" => Self::Figure,
            b"figcaption" => Self::Caption,
            b"small" => Self::Credit,
            b"img" | b"iframe" | b"embed" | b"video" | b"audio" | b"source" => Self::Media,
            b"p" | b"div" | b"dl" | b"dt" | b"dd" | b"section" | b"article" | b"header"
            | b"footer" | b"main" | b"nav" | b"table" | b"tr" | b"caption" | b"hr" | b"pre"
            | b"address" | b"center" | b"body" | b"form" => Self::Block,
            _ => Self::Other,
        }
    }
}
