//! Stories with every feature, full of characters that mean something to some format. The same seed, the same story.

use dateline::story::draft::{
    Actor, Block, BlockKind, Connection, Draft, Entry, Event, Field, Image, Lesson, Located, Name,
    Passage, Place, Region, Source, Span, Style, Topic,
};
use dateline::story::{ByLanguage, Problem, Severity, Story};
use smol_str::SmolStr;

/// Words, marks and controls, each of which some format has a meaning for.
const PARTS: &[&str] = &[
    "harbour",
    "tea",
    "A",
    "x",
    "9",
    "42",
    " ",
    " ",
    " ",
    "  ",
    "毕节",
    "学院",
    "，",
    "。",
    "“",
    "”",
    "é",
    "🚢",
    "*",
    "**",
    "_",
    "__",
    "`",
    "```",
    "~~~",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "<",
    ">",
    "<b>",
    "<!--",
    "-->",
    "</p>",
    "&",
    "&amp;",
    "&#65;",
    "&copy;",
    "\\",
    "\\\\",
    "\"",
    "\"\"\"",
    "'",
    "'''",
    "#",
    "##",
    "{",
    "}",
    "{#id}",
    ".",
    ",",
    "!",
    "?",
    ":",
    ";",
    "|",
    " | ",
    "-",
    "- ",
    "--",
    "---",
    "+",
    "+ ",
    "+++",
    "=",
    "===",
    "1.",
    "1. ",
    "2) ",
    "/",
    "%",
    "%20",
    "$",
    "^",
    "~",
    "@",
    "https://example.org/a_b",
    "www.example.org",
    "[!NOTE]",
    "[a]: b",
    "\u{a0}",
    "\u{3000}",
    "\u{200b}",
    "\u{202e}",
    "\u{7}",
    "\t",
    ":-",
    "|-|",
    "<![CDATA[",
    "]]>",
    "<?xml",
    "é\u{301}",
];

/// A generator of numbers: splitmix64.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    fn is_one_of(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    pub fn text(&mut self, parts: usize) -> String {
        let count = 1 + self.below(parts);
        (0..count).map(|_| self.one(PARTS)).collect()
    }

    fn lines(&mut self, parts: usize) -> String {
        let mut text = self.text(parts);
        while self.is_one_of(3) {
            text.push('\n');
            text.push_str(&self.text(parts));
        }
        text
    }

    fn number(&mut self, span: f64) -> f64 {
        (self.below(2_000_001) as f64 / 1_000_000.0 - 1.0) * span
    }

    fn name(&mut self, text: String) -> Name {
        let mut translations = ByLanguage::default();
        for language in ["de", "zh"] {
            if self.is_one_of(3) {
                let value = self.text(4).into();
                translations.insert(language, Located { value, span: None });
            }
        }
        Name {
            text: text.into(),
            translations,
        }
    }

    /// Perhaps none.
    fn note(&mut self) -> Name {
        if self.is_one_of(2) {
            return Name::default();
        }
        let text = self.lines(8);
        self.name(text)
    }

    fn entry(&mut self, id: &str, number: usize) -> Entry {
        let text = self.text(5);
        Entry {
            id: format!("{id}{number}").into(),
            name: self.name(text),
            span: None,
        }
    }

    fn ids(&mut self, id: &str, count: usize) -> Vec<Located<SmolStr>> {
        let mut ids = Vec::new();
        while self.is_one_of(2) {
            let value = format!("{id}{}", self.below(count));
            ids.push(Located {
                value: value.into(),
                span: None,
            });
        }
        ids
    }

    fn date(&mut self) -> Field<SmolStr> {
        let date = self.one(&[
            "0044",
            "1789-07",
            "2016",
            "2021-10",
            "2022-02-22",
            "0800-12-25",
        ]);
        date.to_owned().into()
    }

    fn passage_id(&mut self) -> Field<SmolStr> {
        if self.is_one_of(2) {
            Field::Missing
        } else {
            format!("at{}", self.below(COUNT)).into()
        }
    }

    pub fn blocks(&mut self) -> Vec<Block> {
        (0..self.below(7)).map(|_| self.block()).collect()
    }

    fn block(&mut self) -> Block {
        let kind = match self.below(6) {
            0 => BlockKind::Quote,
            1 => BlockKind::Item,
            2 => BlockKind::Context,
            3 => BlockKind::Image(Box::new(Image {
                path: Located {
                    value: self
                        .one(&[
                            "a.jpg",
                            "b/old harbour.png",
                            "图/港 口(1).png",
                            "a&amp;b.png",
                            "_x_[1].png",
                        ])
                        .to_owned()
                        .into(),
                    span: None,
                },
                alt: self.text(4),
                credit: self.text(4),
            })),
            _ => BlockKind::Paragraph,
        };
        let text = self.lines(14);
        let mut spans = Vec::new();
        while self.is_one_of(2) {
            spans.push(self.span(&text));
        }
        Block {
            kind,
            text,
            spans,
            span: None,
        }
    }

    fn span(&mut self, text: &str) -> Span {
        let mut ends = [0, 0].map(|_| {
            let byte = self.below(text.len() + 1);
            (byte..=text.len())
                .find(|&byte| text.is_char_boundary(byte))
                .unwrap()
        });
        ends.sort_unstable();
        let style = match self.below(4) {
            0 => Style::Strong,
            1 => Style::Emphasis,
            _ => Style::Link(Located {
                value: self
                    .one(&[
                        "#place0",
                        "#place1",
                        "#region0",
                        "#actor0",
                        "#at1",
                        "https://example.org/a?b=1&amp;c=(2)",
                        "http://例え.jp/_a_*b*<c>\\d\"e'f#g",
                        "https://example.org/))((|{#x}",
                    ])
                    .to_owned()
                    .into(),
                span: None,
            }),
        };
        Span {
            range: ends[0]..ends[1],
            style,
        }
    }
}

/// How many of each thing.
const COUNT: usize = 3;

pub fn draft(chance: &mut Chance) -> Draft {
    let each = |add: &mut dyn FnMut(usize)| (0..COUNT).for_each(add);
    let mut draft = head(chance);
    each(&mut |n| {
        draft.places.push(Place {
            entry: chance.entry("place", n),
            lat: chance.number(85.0).into(),
            lon: chance.number(180.0).into(),
            region: chance.note(),
            kind: chance.text(2).into(),
            note: chance.note(),
            context: chance.note(),
            doubt: None,
        });
        draft.regions.push(Region {
            entry: chance.entry("region", n),
            lat: (chance.number(85.0).round()).into(),
            lon: (n as f64).into(),
            code: chance.one(&["CN-GZ", "NL"]).to_owned().into(),
            kind: chance.text(2).into(),
            context: chance.note(),
            doubt: None,
        });
        let entry = chance.entry("topic", n);
        draft.topics.push(Topic { entry });
        draft.actors.push(Actor {
            entry: chance.entry("actor", n),
            kind: chance.one(&["person", "organisation"]).to_owned().into(),
            role: chance.note(),
            context: chance.note(),
            places: chance.ids("place", COUNT),
        });
        draft.events.push(Event {
            entry: chance.entry("event", n),
            date: chance.date(),
            passage: chance.passage_id(),
            places: chance.ids("place", COUNT),
            actors: chance.ids("actor", COUNT),
            context: chance.note(),
        });
        let mut entry = chance.entry("connection", n);
        if chance.is_one_of(2) {
            entry.name = Name::default();
        }
        draft.connections.push(Connection {
            entry,
            from: format!("place{n}").into(),
            to: format!("place{}", (n + 1) % COUNT).into(),
            passage: chance.passage_id(),
            context: chance.note(),
        });
        for (id, lessons) in [
            ("subject", &mut draft.subjects),
            ("module", &mut draft.modules),
        ] {
            lessons.push(Lesson {
                entry: chance.entry(id, n),
                passage: chance.passage_id(),
                note: chance.note(),
                context: chance.note(),
            });
        }
        draft.passages.push(Passage {
            entry: chance.entry("at", n),
            paragraphs: (0..chance.below(6))
                .map(|_| chance.below(9) as u32)
                .collect(),
            topics: chance.ids("topic", COUNT),
            blocks: chance.blocks(),
        });
    });
    draft
}

fn head(chance: &mut Chance) -> Draft {
    let title = chance.text(6);
    Draft {
        title: chance.name(format!("T {title}")),
        language: "en".to_owned().into(),
        source: Source {
            title: chance.note(),
            publisher: chance.note(),
            date: chance.date(),
            time: "10:06".to_owned().into(),
            authors: vec![Located {
                value: chance.text(3).into(),
                span: None,
            }],
            byline: chance.note(),
            url: "https://example.org/a\"b\\c".to_owned().into(),
        },
        introduction: chance.blocks(),
        curriculum: "actor1".to_owned().into(),
        ..Draft::default()
    }
}

/// A translation of such a story into Chinese.
pub fn translation(chance: &mut Chance) -> Draft {
    let mut draft = Draft {
        language: "zh".to_owned().into(),
        introduction: chance.blocks(),
        ..Draft::default()
    };
    for n in 0..COUNT {
        if chance.is_one_of(2) {
            draft.passages.push(Passage {
                entry: chance.entry("at", n),
                blocks: chance.blocks(),
                ..Passage::default()
            });
            draft.connections.push(Connection {
                entry: chance.entry("connection", n),
                ..Connection::default()
            });
        }
        draft.places.push(Place {
            entry: chance.entry("place", n),
            ..Place::default()
        });
    }
    draft
}

/// Half of them are in two languages.
pub fn story(seed: u64) -> Story {
    let mut chance = Chance::new(seed);
    let (mut story, _) = draft(&mut chance).finish();
    if seed.is_multiple_of(2) {
        translation(&mut chance).translate(&mut story, "zh");
    }
    story
}

pub fn faults(problems: &[Problem]) -> Vec<String> {
    let faults = problems
        .iter()
        .filter(|problem| problem.severity() == Severity::Fault);
    faults.map(Problem::message).collect()
}
