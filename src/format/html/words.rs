//! The own words of pages and pictures, in the language that the story is read in.

use crate::story::Date;

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
    /// Over what is said of the places.
    pub about: &'static str,
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
    date: fn(Date) -> String,
}

impl Words {
    /// As it is written in running text, no more precise than it is.
    pub fn date(&self, date: Date) -> String {
        (self.date)(date)
    }
}

fn english_date(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    let month = date
        .month()
        .and_then(|month| MONTHS.get(usize::from(month) - 1));
    let day = date.day().map(|day| day.to_string());
    let year = date.year().to_string();
    let parts = day.into_iter().chain(month.map(|&month| month.to_owned()));
    parts.chain([year]).collect::<Vec<_>>().join(" ")
}

fn chinese_date(date: Date) -> String {
    let month = date
        .month()
        .map_or_else(String::new, |month| format!("{month}月"));
    let day = date
        .day()
        .map_or_else(String::new, |day| format!("{day}日"));
    format!("{}年{month}{day}", date.year())
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
    about: "About it",
    passages: "Told in",
    ours: "Not in the source",
    paragraphs: "¶",
    no_image: "Image",
    comma: ", ",
    credit: "Map: Natural Earth, made with Dateline",
    date: english_date,
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
    about: "说明",
    passages: "见于",
    ours: "原文没有",
    paragraphs: "¶",
    no_image: "图片",
    comma: "、",
    credit: "地图：Natural Earth，由 Dateline 制作",
    date: chinese_date,
};

pub fn of(language: &str) -> &'static Words {
    if language.starts_with("zh") {
        &CHINESE
    } else {
        &ENGLISH
    }
}
