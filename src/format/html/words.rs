//! The page's own words, in the language that the story is read in.

pub struct Words {
    pub contents: &'static str,
    pub map: &'static str,
    pub places: &'static str,
    pub people: &'static str,
    pub events: &'static str,
    pub regions: &'static str,
    pub curriculum: &'static str,
    pub number: &'static str,
    pub place: &'static str,
    pub region: &'static str,
    pub position: &'static str,
    pub passages: &'static str,
    /// Before what the story adds to its source.
    pub ours: &'static str,
    /// Before paragraph numbers.
    pub paragraphs: &'static str,
    pub no_image: &'static str,
    /// Between names in a row.
    pub comma: &'static str,
    /// Who made the map.
    pub credit: &'static str,
}

const ENGLISH: Words = Words {
    contents: "Contents",
    map: "Map",
    places: "Places",
    people: "People and organisations",
    events: "Dates",
    regions: "Regions",
    curriculum: "Curriculum",
    number: "No.",
    place: "Place",
    region: "Where",
    position: "Latitude, longitude",
    passages: "Told in",
    ours: "Not in the source",
    paragraphs: "¶",
    no_image: "Image",
    comma: ", ",
    credit: "Map: Natural Earth, made with Dateline",
};

const CHINESE: Words = Words {
    contents: "目录",
    map: "地图",
    places: "地点",
    people: "人物与机构",
    events: "日期",
    regions: "地区",
    curriculum: "课程",
    number: "编号",
    place: "地点",
    region: "所在地区",
    position: "纬度、经度",
    passages: "见于",
    ours: "原文没有",
    paragraphs: "¶",
    no_image: "图片",
    comma: "、",
    credit: "地图：Natural Earth，由 Dateline 制作",
};

pub fn of(language: &str) -> &'static Words {
    if language.starts_with("zh") {
        &CHINESE
    } else {
        &ENGLISH
    }
}
