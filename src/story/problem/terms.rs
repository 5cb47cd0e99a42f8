//! What sentences call what they found, or expect to find, in a file.

use super::Kind;
use crate::sentences::{Language, Said};

/// One row a term: its words in English and in Chinese.
macro_rules! terms {
    ($($name:ident $english:literal, $chinese:literal;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Term {
            $($name,)*
        }

        impl Said for Term {
            type Words<'a> = &'static str;

            fn said(&self, language: Language) -> &'static str {
                match (language, self) {
                    $((Language::English, Self::$name) => $english,
                    (Language::Chinese, Self::$name) => $chinese,)*
                }
            }
        }
    };
}

terms! {
    Text "a text", "文字";
    Number "a number", "数字";
    TruthValue "a truth value", "真假值";
    DateOrTime "a date or a time", "日期或时间";
    List "a list", "列表";
    Table "a table", "表";
    TextInQuotes "a text in quotes", "放在引号内的文字";
    NumberWithoutQuotes "a number without quotes", "不带引号的数字";
    WholeNumber "a whole number", "整数";
    WrittenDateOrTime "a date or a time, as in `2022-02-22` or `10:06`", "日期或时间，例如`2022-02-22`或`10:06`";
    ListOfTexts "a list of texts, as in `[\"bijie\", \"guiyang\"]`", "由文字组成的列表，例如`[\"bijie\", \"guiyang\"]`";
    SingleTable "a single table, with one pair of brackets", "单独一项，只用一对方括号";
    Tables "tables, each below its own `[[…]]`", "若干项，每项各在自己的`[[…]]`之下";

    FrontMatter "the front matter", "文件头";
    SourceTable "[source]", "[source]";
    CurriculumTable "[curriculum]", "[curriculum]";
    PlaceTable "[[place]]", "[[place]]";
    RegionTable "[[region]]", "[[region]]";
    TopicTable "[[topic]]", "[[topic]]";
    ActorTable "[[actor]]", "[[actor]]";
    EventTable "[[event]]", "[[event]]";
    ConnectionTable "[[connection]]", "[[connection]]";
    SubjectTable "[[subject]]", "[[subject]]";
    ModuleTable "[[module]]", "[[module]]";

    PictureOnGround "a picture on the ground", "贴在地面上的图片";
    PictureOverMap "a picture over the map", "盖在地图上的图片";
    Photograph "a photograph", "照片";
    Line "a line", "线";
    Polygon "a polygon", "多边形";
    PolygonGroup "a group of polygons", "一组多边形";
    Model "a model", "立体模型";
    Track "a track", "轨迹";
    UnknownGeometry "a geometry of an unknown type", "类型不明的图形";

    Placemark "a placemark", "这个地标";
    Slide "a slide", "这张幻灯片";
    Feature "a feature", "这个要素";
    Row "a row", "这一行";

    Images "images", "图片";
    Authors "authors", "作者";
    SourceParagraphs "source paragraphs", "原文段号";
    Translations "translations", "译文";
    Placemarks "placemarks", "地标";
    Slides "slides", "幻灯片";
    Layers "layers", "图层";
    Features "features", "要素";
    Points "points", "点";
    Rows "rows", "行";
}

/// Some kinds of things, of which one is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kinds(pub Vec<Kind>);

impl Said for Kinds {
    type Words<'a> = String;

    fn said(&self, language: Language) -> String {
        let Self(kinds) = self;
        let (comma, or) = match language {
            Language::English => (", ", " or "),
            Language::Chinese => ("、", "或"),
        };
        let words: Vec<_> = kinds.iter().map(|kind| kind.said(language)).collect();
        match words.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{}{or}{last}", rest.join(comma)),
            _ => words.concat(),
        }
    }
}

/// The ids of some things, of which not all are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ids {
    pub named: Vec<String>,
    /// How many others there are.
    pub more: usize,
}

impl Said for Ids {
    type Words<'a> = String;

    fn said(&self, language: Language) -> String {
        let named: Vec<_> = self.named.iter().map(|id| format!("`{id}`")).collect();
        match (language, self.more) {
            (Language::English, 0) => named.join(", "),
            (Language::English, more) => format!("{} and {more} more", named.join(", ")),
            (Language::Chinese, 0) => named.join("、"),
            (Language::Chinese, more) => format!("{}等{}处", named.join("、"), named.len() + more),
        }
    }
}
