//! Tiles that are not inside the program: from servers and files that may be broken, slow or hostile.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod files;
mod kept;
#[path = "../support/pmtiles.rs"]
mod pmtiles;
#[path = "../support/random.rs"]
#[expect(dead_code, reason = "other tests need more of it")]
mod random;
mod servers;
#[path = "../support/tile_server.rs"]
mod tile_server;
