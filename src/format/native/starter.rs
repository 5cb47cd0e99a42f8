//! A small story with remarks, for somebody who begins one.

const ENGLISH: &str = include_str!("../../../assets/story/starter.md");
const CHINESE: &str = include_str!("../../../assets/story/starter-zh.md");

/// In the interface's language, as in `zh`; English where there is none in it.
pub fn starter(language: &str) -> &'static str {
    if language == "zh" { CHINESE } else { ENGLISH }
}
