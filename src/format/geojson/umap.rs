//! uMap: its files are collections of features, one for each layer, and its texts have marks of their own.

use std::fmt::Write as _;

use crate::format::json::Object;
use crate::format::markup::escaped;

/// What a layer is called; nothing for those that uMap names itself.
pub(super) fn layer_name(layer: &Object<'_>) -> String {
    let name = layer
        .object("_umap_options")
        .map(|options| options.text("name"))
        .unwrap_or_default();
    let is_numbered = name
        .strip_prefix("Layer ")
        .is_some_and(|number| number.parse::<u32>().is_ok());
    if is_numbered { String::new() } else { name }
}

/// Where a layer has its features from, if that is not the file.
pub(super) fn remote_address(layer: &Object<'_>) -> Option<String> {
    let remote = layer.object("_umap_options")?.object("remoteData")?;
    Some(remote.text("url")).filter(|address| !address.is_empty())
}

/// A text as HTML; what is HTML in it stays.
pub(super) fn html(text: &str) -> String {
    let mut html = String::new();
    let mut is_list = false;
    for line in text.lines() {
        let line = line.trim();
        let item = line.strip_prefix("* ").or_else(|| line.strip_prefix("** "));
        if item.is_some() != is_list {
            html.push_str(if is_list { "</ul>" } else { "<ul>" });
            is_list = item.is_some();
        }
        let heading = line.trim_start_matches('#');
        let written = match item {
            Some(item) => write!(html, "<li>{}</li>", marked(item)),
            None if line == "---" => Ok(()),
            None if heading != line => write!(html, "<p><b>{}</b></p>", marked(heading.trim())),
            None => write!(html, "{}<br>", marked(line)),
        };
        debug_assert!(written.is_ok(), "a string takes any text");
    }
    if is_list {
        html.push_str("</ul>");
    }
    html
}

/// Within a line: `**strong**`, `*emphasis*`, `[[address|words]]`, `{{picture}}` and `{{{page}}}`.
fn marked(line: &str) -> String {
    const MARKS: [(&str, &str); 5] = [
        ("{{{", "}}}"),
        ("{{", "}}"),
        ("[[", "]]"),
        ("**", "**"),
        ("*", "*"),
    ];

    let mut html = String::new();
    let mut rest = line;
    loop {
        let found = MARKS
            .iter()
            .filter_map(|&(open, close)| {
                let at = rest.find(open)?;
                let after = rest.get(at + open.len()..)?;
                let (inside, after) = after.split_once(close)?;
                let is_text = !inside.trim().is_empty();
                is_text.then_some((at, std::cmp::Reverse(open.len()), open, inside, after))
            })
            .min_by_key(|&(at, longest, ..)| (at, longest));
        let Some((at, _, open, inside, after)) = found else {
            break;
        };
        html.push_str(rest.get(..at).unwrap_or_default());
        html.push_str(&element(open, inside));
        rest = after;
    }
    html.push_str(rest);
    html
}

fn element(open: &str, inside: &str) -> String {
    let (address, words) = inside.split_once('|').unwrap_or((inside, inside));
    match open {
        "**" => format!("<b>{inside}</b>"),
        "*" => format!("<i>{inside}</i>"),
        // Behind a picture or a page stands its size.
        "{{" => format!("<img src=\"{}\">", escaped(address.trim())),
        "{{{" => {
            let address = escaped(address.trim());
            format!("<a href=\"{address}\">{address}</a>")
        }
        _ => format!("<a href=\"{}\">{words}</a>", escaped(address.trim())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_marks_are_html() {
        for (text, expected) in [
            ("plain", "plain<br>"),
            ("a **b** *c*", "a <b>b</b> <i>c</i><br>"),
            (
                "# Top\n* one\n* two\nend",
                "<p><b>Top</b></p><ul><li>one</li><li>two</li></ul>end<br>",
            ),
            (
                "[[https://a.example|A]] [[https://b.example]]",
                "<a href=\"https://a.example\">A</a> <a href=\"https://b.example\">https://b.example</a><br>",
            ),
            (
                "{{https://a.example/b.jpg|300}}",
                "<img src=\"https://a.example/b.jpg\"><br>",
            ),
            (
                "{{{https://a.example|300}}}",
                "<a href=\"https://a.example\">https://a.example</a><br>",
            ),
            ("2 * 3 = 6", "2 * 3 = 6<br>"),
            ("{{ [[ **", "{{ [[ **<br>"),
        ] {
            assert_eq!(html(text), expected);
        }
    }
}
