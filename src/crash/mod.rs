//! The program's own faults: a panic is written down in a report for the reader, what was on the screen is kept, and
//! the next start can go on there. Nothing is sent anywhere.

mod last_good;
mod report;
mod reports;
mod stopped;
mod witness;

pub use last_good::LastGood;
pub use reports::Reports;
pub use stopped::{Stopped, Whereabouts};
pub use witness::Witness;
