//! Small story files, and what is told of them.

use dateline::format::{self, Reading};

/// A whole file with one place, `bijie`; `front` and `body` come after what has to be there.
pub fn file(front: &str, body: &str) -> String {
    format!(
        "+++\nformat = 1\ntitle = \"Title\"\nlanguage = \"en\"\n{front}\n[[place]]\nid = \"bijie\"\nname = \"Bijie\"\nlat = 27.3\nlon = 105.28\n+++\n## Passage {{#first}}\n{body}\n"
    )
}

/// The story of such a file.
pub fn story(front: &str, body: &str) -> Reading {
    read(&file(front, body))
}

pub fn read(text: &str) -> Reading {
    format::read(text.as_bytes()).unwrap()
}

/// Each problem as `what stands there: what is wrong; what would be right`.
pub fn told(reading: &Reading) -> Vec<String> {
    let one = |problem: &dateline::story::Problem| {
        let place = problem.span.map_or("", |span| &reading.text[span.range()]);
        format!("{place}: {}; {}", problem.message(), problem.remedy())
    };
    reading.problems.iter().map(one).collect()
}

/// The example of the format's own description, which has every part of the format.
pub fn example() -> &'static str {
    let readme = include_str!("../../assets/story/README.md");
    let (_, rest) = readme.split_once("```markdown\n").unwrap();
    rest.split_once("```\n").unwrap().0
}
