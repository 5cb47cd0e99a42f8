//! How it is with the map that the reader chose, in words.

use super::map::Condition;
use crate::basemap::FileProblem;
use crate::basemap::online::{AddressProblem, Refusal};
use crate::texts::{Basemap, fill};

/// None where there is nothing to say.
pub fn condition_words(texts: &Basemap, condition: &Condition) -> Option<String> {
    match condition {
        Condition::Fine => None,
        Condition::Opening => Some(texts.opening.clone()),
        Condition::File(problem) => Some(file_words(texts, problem)),
        Condition::Server(host, refusal) => Some(server_words(texts, host, *refusal)),
    }
}

fn file_words(texts: &Basemap, problem: &FileProblem) -> String {
    let (text, value) = match problem {
        FileProblem::Missing => (&texts.missing, ""),
        FileProblem::Unreadable(reason) => (&texts.unreadable, reason.as_str()),
        FileProblem::NoPmtiles => (&texts.no_pmtiles, ""),
        FileProblem::OldVersion => (&texts.old_version, ""),
        FileProblem::Damaged => (&texts.damaged, ""),
        FileProblem::Unsupported(kind) => (&texts.unsupported, *kind),
        FileProblem::UnknownLayers(layers) => (&texts.unknown_layers, layers.as_str()),
    };
    fill(text, &[("what", value)])
}

fn server_words(texts: &Basemap, host: &str, refusal: Refusal) -> String {
    match refusal {
        Refusal::Silent => fill(&texts.silent, &[("host", host)]),
        Refusal::Wrong => fill(&texts.wrong, &[("host", host)]),
        Refusal::Status(code) => {
            let code = code.to_string();
            fill(&texts.refused, &[("host", host), ("code", &code)])
        }
    }
}

pub fn address_words(texts: &Basemap, problem: &AddressProblem) -> String {
    match problem {
        AddressProblem::Empty => texts.address_hint.clone(),
        AddressProblem::NoAddress => texts.no_address.clone(),
        AddressProblem::Lacks(place) => fill(&texts.address_lacks, &[("place", place)]),
        AddressProblem::Unknown(place) => fill(&texts.address_unknown, &[("place", place)]),
    }
}
