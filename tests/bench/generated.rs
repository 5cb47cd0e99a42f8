//! Stories of any size, of which each passage has three places and a topic.

use std::fmt::Write as _;

use dateline::format;
use dateline::story::Story;

/// The built-in story, and as many places and passages as fill a book, and as a story may have at most.
#[derive(Clone, Copy)]
pub enum Size {
    Six,
    TenThousand,
    HundredThousand,
}

impl Size {
    pub const ALL: [Self; 3] = [Self::Six, Self::TenThousand, Self::HundredThousand];

    pub fn name(self) -> &'static str {
        match self {
            Self::Six => "6 places",
            Self::TenThousand => "10000 places",
            Self::HundredThousand => "100000 places",
        }
    }

    pub fn file(self) -> String {
        match self {
            Self::Six => format::builtin().text,
            Self::TenThousand => file(10_000, 2_000),
            Self::HundredThousand => file(100_000, 20_000),
        }
    }

    pub fn story(self) -> Story {
        read(&self.file())
    }

    /// For criterion: what takes long is measured less often.
    pub fn samples(self) -> usize {
        match self {
            Self::Six => 100,
            Self::TenThousand => 30,
            Self::HundredThousand => 10,
        }
    }
}

pub fn read(file: &str) -> Story {
    let reading = format::read(file.as_bytes()).expect("a story");
    assert_eq!(reading.problems, [], "a story without a problem");
    reading.story
}

const TOPICS: usize = 12;

/// With so many places and passages.
pub fn file(places: usize, passages: usize) -> String {
    let mut file =
        String::from("+++\nformat = 1\ntitle = \"A story of places\"\nlanguage = \"en\"\n");
    let mut add = |part: std::fmt::Arguments<'_>| {
        file.write_fmt(part).expect("a string takes any text");
    };
    for i in 0..places {
        // Two steps without a common measure spread the places evenly.
        let lat = (i as f64 * 0.618_034).fract() * 150.0 - 75.0;
        let lon = (i as f64 * 0.754_878).fract() * 358.0 - 179.0;
        add(format_args!(
            "\n[[place]]\nid = \"p{i}\"\nname = \"Place {i}\"\nname_zh = \"地点{i}\"\nlat = {lat:.4}\n\
             lon = {lon:.4}\nregion = \"Somewhere\"\n"
        ));
    }
    for topic in 0..TOPICS {
        add(format_args!(
            "\n[[topic]]\nid = \"t{topic}\"\nname = \"Topic {topic}\"\n"
        ));
    }
    add(format_args!("+++\n\nWhat happened, place by place.\n"));
    for i in 0..passages {
        let topic = i % TOPICS;
        let [second, third] = [i * 7 + 1, i * 13 + 5].map(|other| other % places);
        add(format_args!(
            "\n## What happened at place {i} {{#at-{i} .t{topic}}}\n\nThey met in [Place {i}](#p{i}) to speak about \
             the year's trade, and *all* of them came. A week later some went on to [Place {second}](#p{second}), \
             where nothing had been heard of it.\n\nThose from [Place {third}](#p{third}) stayed at home.\n"
        ));
    }
    file
}
