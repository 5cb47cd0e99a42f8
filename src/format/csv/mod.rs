//! Tables: one passage a row. Columns are known by their name, in any order and any case.
//!
//! | What | Names |
//! | --- | --- |
//! | role | `role`: `passage` (or empty), `place`, `story` |
//! | id | `id`, `slug` |
//! | title | `title`, `chapter`, `headline`, `name` |
//! | text, HTML or plain lines | `text`, `description`, `body` |
//! | name of the place | `place`, `location`, `city`, `place name` |
//! | degrees | `lat`, `latitude`, `y`; `lon`, `lng`, `long`, `longitude`, `x` |
//! | date of an event | `date`, `start`, `begin`; until `end` |
//! | topics, with semicolons between | `topics`, `topic`, `tags`, `category` |
//! | picture, film or page | `media`, `media link`, `image`, `url`, `link`; `caption`; `credit`, `media credit` |
//! | language, of a row with the role `story` | `language` |
//!
//! Leaflet Storymaps' `Chapters.csv` reads as such a table.

mod columns;
mod read;
mod write;

pub(super) use columns::is_table;
pub(super) use read::read;
pub(super) use write::write;
