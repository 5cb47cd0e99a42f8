//! XML as a tree of names and texts. Namespaces are left out, document types and their entities are not read.

use std::ops::Range;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::story::FileSpan;
use crate::story::problem::{ProblemKind, Problems};

/// Elements inside of elements.
const DEEPEST: usize = 100;
/// Elements in all.
const MOST: usize = 500_000;

/// An element, and what stands in it.
pub(super) struct Element {
    /// Without its prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Self>,
    /// Its own text, not that of its children.
    text: String,
    /// Bytes of its opening tag.
    pub span: FileSpan,
    /// Bytes between its tags.
    inside: Range<usize>,
}

impl Element {
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All below it of that name, in the order of the file.
    pub fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Self>) {
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            child.all(name, found);
        }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let named = self.attributes.iter().find(|(key, _)| key == name);
        named.map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> &str {
        self.text.trim()
    }

    pub fn text_of(&self, child: &str) -> &str {
        self.child(child).map_or("", Self::text)
    }

    /// The HTML in it: as text, or as elements of the file itself.
    pub fn html<'a>(&'a self, file: &'a str) -> &'a str {
        if self.children.is_empty() {
            self.text()
        } else {
            file.get(self.inside.clone()).unwrap_or_default()
        }
    }
}

/// The outermost element, up to where the file breaks off or is broken; none where there is none.
pub(super) fn read(file: &str, problems: &mut Problems) -> Option<Element> {
    let mut reader = Reader::from_str(file);
    reader.config_mut().allow_dangling_amp = true;
    let mut tree = Tree::default();
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event();
        let span = start..reader.buffer_position() as usize;
        let stop = match event {
            Ok(Event::Eof) => {
                if tree.open.is_empty() {
                    return tree.root;
                }
                Some(ProblemKind::ReadToEnd {})
            }
            Ok(event) => tree.event(event, span.clone(), problems),
            Err(error) => Some(ProblemKind::ReadUpTo {
                message: error.to_string(),
            }),
        };
        if let Some(problem) = stop {
            let at = span.start.min(file.len())..span.end.clamp(span.start, file.len());
            problems.push(problem, Some(at.into()));
            return tree.closed(file.len());
        }
    }
}

#[derive(Default)]
struct Tree {
    root: Option<Element>,
    open: Vec<Element>,
    count: usize,
}

impl Tree {
    /// Why reading has to stop, if it has.
    fn event(
        &mut self,
        event: Event<'_>,
        span: Range<usize>,
        problems: &mut Problems,
    ) -> Option<ProblemKind> {
        match event {
            Event::Start(_) | Event::Empty(_) if self.count == MOST => {
                return Some(ProblemKind::TooManyElements { limit: MOST });
            }
            Event::Start(_) if self.open.len() == DEEPEST => {
                return Some(ProblemKind::TooDeep { limit: DEEPEST });
            }
            Event::Start(start) => {
                self.count += 1;
                self.open.push(element(&start, span));
            }
            Event::Empty(start) => {
                self.count += 1;
                self.add(element(&start, span));
            }
            Event::End(_) => {
                if let Some(mut element) = self.open.pop() {
                    element.inside.end = span.start;
                    self.add(element);
                }
            }
            Event::Text(text) => self.text(text.decode().ok().as_deref()),
            Event::CData(text) => self.text(text.decode().ok().as_deref()),
            Event::GeneralRef(reference) => {
                let resolved = resolved(&reference);
                self.text(Some(&resolved));
            }
            Event::DocType(_) => problems.push(ProblemKind::DocumentType {}, Some(span.into())),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => {}
        }
        None
    }

    fn text(&mut self, text: Option<&str>) {
        if let (Some(element), Some(text)) = (self.open.last_mut(), text) {
            element.text.push_str(text);
        }
    }

    fn add(&mut self, element: Element) {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => {
                self.root.get_or_insert(element);
            }
        }
    }

    /// With an end for each element that has none.
    fn closed(mut self, end: usize) -> Option<Element> {
        while let Some(mut element) = self.open.pop() {
            element.inside.end = end;
            self.add(element);
        }
        self.root
    }
}

fn element(start: &BytesStart<'_>, span: Range<usize>) -> Element {
    let local = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    let attributes = start.attributes().flatten().map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_or_else(|_| local(&attribute.value), std::borrow::Cow::into_owned);
        (local(attribute.key.local_name().as_ref()), value)
    });
    Element {
        name: local(start.local_name().as_ref()),
        attributes: attributes.collect(),
        children: Vec::new(),
        text: String::new(),
        inside: span.end..span.end,
        span: span.into(),
    }
}

/// An entity of XML's own, or as it is written: texts in HTML have more of them.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.decode().unwrap_or_default();
    match &*name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => format!("&{other};"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Severity;

    fn read_well(file: &str) -> Element {
        let mut problems = Problems::default();
        let root = read(file, &mut problems).unwrap();
        assert_eq!(problems.count(Severity::Fault), 0);
        root
    }

    #[test]
    fn texts_attributes_and_markup_are_read_whatever_their_prefix() {
        let file =
            "<k:a x:id='1&amp;2'><b>x &lt; <![CDATA[<i>]]>&nbsp;&#233;</b><c>1<d/>2</c></k:a>";
        let root = read_well(file);

        assert_eq!(
            (root.name.as_str(), root.attribute("id")),
            ("a", Some("1&2"))
        );
        assert_eq!(root.text_of("b"), "x < <i>&nbsp;é");
        assert_eq!(root.child("c").unwrap().html(file), "1<d/>2");
    }

    #[test]
    fn what_stands_before_a_fault_is_read() {
        for file in ["<a><b>x</b><b", "<a><b>x</b></c>", "<a><b>x</b>"] {
            let mut problems = Problems::default();
            let root = read(file, &mut problems).unwrap();
            assert_eq!(root.text_of("b"), "x", "{file}");
            assert_eq!(problems.count(Severity::Fault), 1, "{file}");
        }
    }

    #[test]
    fn entities_of_a_document_type_are_not_expanded() {
        let file = "<!DOCTYPE a [<!ENTITY b 'bomb'>]><a>&b;</a>";
        let mut problems = Problems::default();
        assert_eq!(read(file, &mut problems).unwrap().text(), "&b;");
        assert_eq!(problems.count(Severity::Hint), 1);
    }

    #[test]
    fn deep_nesting_stops_the_reading() {
        let mut problems = Problems::default();
        read(&"<a>".repeat(100_000), &mut problems);
        assert_eq!(problems.count(Severity::Fault), 1);
    }
}
