//! Tables: one passage a row. Columns are known by their name, in any order and any case; `assets/story/exchange.md`
//! lists the names. Leaflet Storymaps' `Chapters.csv` reads as such a table.

mod columns;
mod read;
mod write;

pub(super) use columns::is_table;
pub(super) use read::read;
pub(super) use write::write;
