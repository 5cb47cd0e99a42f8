//! The gazetteer: names, and the places that are called so.

mod chinese;
mod file;
mod place;
mod word;

use std::ops::Range;
use std::sync::OnceLock;

use fst::Map;
use fst::raw::Fst;

pub use place::{Kind, PlaceId};
pub use word::Word;

use file::{Section, number};

/// Degrees north and east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
}

impl Point {
    /// Kilometres over the ground, by the haversine formula.
    pub fn distance(self, other: Self) -> f64 {
        const DIAMETER: f64 = 12_742.0;
        let (latitude, other_latitude) = (self.latitude.to_radians(), other.latitude.to_radians());
        let north = (other_latitude - latitude) / 2.0;
        let east = (other.longitude - self.longitude).to_radians() / 2.0;
        let chord =
            north.sin().powi(2) + latitude.cos() * other_latitude.cos() * east.sin().powi(2);
        DIAMETER * chord.min(1.0).sqrt().asin()
    }
}

/// What a name is to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Main,
    /// A name in another language, an old one.
    Alternate,
    /// What its people and things are called.
    Demonym,
    /// A short form with a period.
    Abbreviation,
    /// Two capitals, behind the name of a town.
    Postal,
    /// The place that is meant, unless something speaks for another.
    Famous,
}

/// A place that a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    pub place: PlaceId,
    pub role: Role,
}

/// The places of the world, inside the program.
pub struct Gazetteer {
    names: Map<&'static [u8]>,
    words: Map<&'static [u8]>,
    ranges: [Range<u32>; file::KINDS],
}

impl Gazetteer {
    /// Opened when it is first asked for. None where the file is broken, which a test makes sure it is not.
    pub fn open() -> Option<&'static Self> {
        static OPENED: OnceLock<Option<Gazetteer>> = OnceLock::new();
        let open = || {
            Some(Self {
                names: Map::new(file::section(Section::Names)).ok()?,
                words: Map::new(file::section(Section::Words)).ok()?,
                ranges: file::ranges(),
            })
        };
        OPENED.get_or_init(open).as_ref()
    }

    /// The places of a name, which is a [key](super::fold::fold); the largest first.
    pub fn places(&self, key: &str) -> Option<References> {
        self.names.get(key).map(References::of)
    }

    /// The bytes of the longest name that the text begins with, and its places.
    pub fn longest(&self, text: &str) -> Option<(usize, References)> {
        let (length, value) = longest(self.names.as_fst(), text.as_bytes())?;
        Some((length, References::of(value)))
    }
}

/// Walks down the automaton as far as the bytes lead.
fn longest(fst: &Fst<&[u8]>, bytes: &[u8]) -> Option<(usize, u64)> {
    let mut node = fst.root();
    let mut value = 0;
    let mut found = None;
    for (index, &byte) in bytes.iter().enumerate() {
        let Some(at) = node.find_input(byte) else {
            break;
        };
        let step = node.transition(at);
        value += step.out.value();
        node = fst.node(step.addr);
        if node.is_final() {
            found = Some((index + 1, value + node.final_output().value()));
        }
    }
    found
}

/// The places of one name.
#[derive(Clone, Copy, Debug)]
pub enum References {
    One(Reference),
    /// Bytes of the list in the file.
    Several(&'static [u8]),
}

impl References {
    /// The lowest bit of a value says whether it is a reference itself, or where a list of them begins.
    fn of(value: u64) -> Self {
        let value = value as usize;
        if value & 1 == 0 {
            return Self::One(Reference::of(value >> 1));
        }
        let lists = file::section(Section::References);
        let start = value >> 1;
        let count = number(lists, start, 2);
        Self::Several(
            lists
                .get(start + 2..start + 2 + count * 3)
                .unwrap_or_default(),
        )
    }

    pub fn iter(self) -> impl Iterator<Item = Reference> {
        let (one, several) = match self {
            Self::One(reference) => (Some(reference), [].as_slice()),
            Self::Several(list) => (None, list),
        };
        let several = several
            .chunks_exact(3)
            .map(|bytes| Reference::of(number(bytes, 0, 3)));
        one.into_iter().chain(several)
    }
}

impl Reference {
    fn of(packed: usize) -> Self {
        let role = match packed & 7 {
            0 => Role::Main,
            1 => Role::Alternate,
            2 => Role::Demonym,
            3 => Role::Abbreviation,
            5 => Role::Postal,
            _ => Role::Famous,
        };
        Self {
            place: PlaceId((packed >> 3) as u32),
            role,
        }
    }
}
