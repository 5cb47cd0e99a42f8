//! What lies over the world inside the program, as the reader chose it.

use std::path::PathBuf;

use super::online::Template;

/// Of most tile servers. Where one ends sooner, its last tiles are drawn larger.
const USUAL_LAST_ZOOM: u8 = 19;
/// In characters.
const LONGEST_CREDIT: usize = 200;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Nothing lies over it.
    #[default]
    Embedded,
    File(PathBuf),
    Online(Server),
}

/// A tile server of the reader's choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    pub template: Template,
    /// What is shown on the map for it.
    pub credit: String,
    /// Of its tiles; the map goes on beyond with these drawn larger.
    pub last_zoom: u8,
}

impl Server {
    /// Of a server that nothing is known of but its address.
    pub fn at(template: Template, credit: &str) -> Self {
        let host = template.host();
        let credit = match super::one_line(credit, LONGEST_CREDIT) {
            // Whose tiles they are is to be seen in any case.
            credit if credit.is_empty() => super::one_line(host, LONGEST_CREDIT),
            credit => credit,
        };
        Self {
            template,
            credit,
            last_zoom: USUAL_LAST_ZOOM,
        }
    }
}
