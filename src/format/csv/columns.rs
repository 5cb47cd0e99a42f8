//! Which column holds what, and what stands between columns.

use csv::StringRecord;

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Role,
    Id,
    Title,
    Text,
    Place,
    Lat,
    Lon,
    /// A point as Well-Known Text, as in `POINT (105.3 27.3)`.
    Shape,
    Date,
    End,
    Topics,
    Media,
    Caption,
    Credit,
    Language,
}

/// Names by what they hold; of several in one table, the first here counts.
const NAMES: [(Column, &[&str]); 15] = [
    (Column::Role, &["role"]),
    (Column::Id, &["id", "slug", "编号"]),
    (
        Column::Title,
        &[
            "title", "chapter", "headline", "name", "标题", "题目", "名称",
        ],
    ),
    (
        Column::Text,
        &[
            "text",
            "description",
            "body",
            "正文",
            "内容",
            "描述",
            "介绍",
            "说明",
        ],
    ),
    (
        Column::Place,
        &[
            "place",
            "location",
            "city",
            "place name",
            "地点",
            "地名",
            "城市",
            "位置",
        ],
    ),
    (Column::Lat, &["lat", "latitude", "y", "纬度"]),
    (
        Column::Lon,
        &["lon", "lng", "long", "longitude", "x", "经度"],
    ),
    (Column::Shape, &["wkt", "geom", "geometry", "the_geom"]),
    (
        Column::Date,
        &["date", "start", "begin", "日期", "时间", "开始"],
    ),
    (Column::End, &["end", "结束"]),
    (
        Column::Topics,
        &[
            "topics", "topic", "tags", "category", "话题", "主题", "标签", "类别", "分类",
        ],
    ),
    (
        Column::Media,
        &[
            "media",
            "media link",
            "image",
            "pic_url",
            "url",
            "link",
            "图片",
            "照片",
            "链接",
            "网址",
        ],
    ),
    (Column::Caption, &["caption", "图注", "图片说明"]),
    (
        Column::Credit,
        &["credit", "media credit", "来源", "作者", "摄影"],
    ),
    (Column::Language, &["language", "语言"]),
];

/// Of other programs, about how they draw: nothing is lost without them.
const DRAWING: [&str; 23] = [
    "zoom",
    "marker",
    "marker color",
    "overlay",
    "overlay transparency",
    "geojson overlay",
    "geojson feature properties",
    "media credit link",
    "alignment",
    "hidden",
    "pitch",
    "bearing",
    "mapanimation",
    "rotateanimation",
    "onchapterenter",
    "onchapterexit",
    "color",
    "icon",
    "",
    "order",
    "icon_color",
    "thumb_url",
    "is_video",
];

/// The header, understood.
pub(super) struct Columns {
    /// Of each column that is known, where it stands.
    known: Vec<(Column, usize)>,
    /// Names that are not.
    pub unknown: Vec<String>,
}

impl Columns {
    pub fn of(header: &StringRecord) -> Self {
        let names: Vec<_> = header
            .iter()
            .map(|name| name.trim().to_lowercase())
            .collect();
        let mut known = Vec::new();
        for (column, spellings) in NAMES {
            let mut places = spellings
                .iter()
                .filter_map(|spelling| names.iter().position(|name| name == spelling));
            if let Some(index) = places.next() {
                known.push((column, index));
            }
        }
        let is_unknown = |(index, name): &(usize, &String)| {
            !DRAWING.contains(&name.as_str()) && !known.iter().any(|(_, known)| known == index)
        };
        let unknown = names.iter().enumerate().filter(is_unknown);
        let unknown = unknown
            .filter_map(|(index, _)| header.get(index))
            .map(|name| format!("`{}`", name.trim().chars().take(40).collect::<String>()))
            .take(20)
            .collect();
        Self { known, unknown }
    }

    /// The cell of a row, trimmed; empty where there is none.
    pub fn get<'r>(&self, row: &'r StringRecord, column: Column) -> &'r str {
        let known = self.known.iter().find(|(known, _)| *known == column);
        let cell = known
            .and_then(|&(_, index)| row.get(index))
            .unwrap_or_default();
        cell.trim()
    }

    pub fn has(&self, column: Column) -> bool {
        self.known.iter().any(|(known, _)| *known == column)
    }

    /// Whether a story could be in such a table.
    pub fn is_story(&self) -> bool {
        let has_position =
            self.has(Column::Shape) || (self.has(Column::Lat) && self.has(Column::Lon));
        let has_words =
            self.has(Column::Title) || self.has(Column::Text) || self.has(Column::Place);
        has_words && (has_position || (self.has(Column::Title) && self.has(Column::Text)))
    }
}

/// Whether a text begins with such a header. Only a file that is named as one may have a single known column.
pub(in crate::format) fn is_table(text: &str, is_named_so: bool) -> bool {
    let mut header = StringRecord::new();
    let start: String = without_hint(text).1.chars().take(4_000).collect();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(start.as_bytes());
    if !matches!(reader.read_record(&mut header), Ok(true)) {
        return false;
    }
    let columns = Columns::of(&header);
    columns.is_story() && (is_named_so || header.len() > 2)
}

/// Comma, semicolon or tab: the one that the header has most of. Excel writes it above the header.
pub(super) fn delimiter(text: &str) -> u8 {
    if let (Some(hint), _) = without_hint(text) {
        return hint;
    }
    let header = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let count = |delimiter: u8| header.bytes().filter(|&byte| byte == delimiter).count();
    let mut best = b',';
    for delimiter in [b';', b'\t'] {
        if count(delimiter) > count(best) {
            best = delimiter;
        }
    }
    best
}

/// The delimiter that a first line `sep=;` names, and the text below it.
pub(super) fn without_hint(text: &str) -> (Option<u8>, &str) {
    let hint = text.strip_prefix("sep=").and_then(|rest| {
        let delimiter = rest.bytes().next().filter(u8::is_ascii)?;
        let below = rest.get(1..)?.trim_start_matches('\r').strip_prefix('\n')?;
        Some((delimiter, below))
    });
    hint.map_or((None, text), |(delimiter, below)| (Some(delimiter), below))
}
