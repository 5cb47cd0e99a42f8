//! A place of the gazetteer, and what it is part of.

use super::file::{self, Section, number};
use super::{Gazetteer, Point};

/// A place, as its number in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub(super) u32);

/// What a place is, from the smallest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    City,
    /// A second-level division.
    County,
    /// A first-level division: a state, a province.
    Division,
    Country,
    /// A continent, sea, river, mountain, or a region that is no division.
    Feature,
}

impl Kind {
    /// For the command line and files.
    pub fn word(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::County => "county",
            Self::Division => "division",
            Self::Country => "country",
            Self::Feature => "feature",
        }
    }
}

const POINT: usize = 6;
/// Bytes of a point and a size.
const COMMON: usize = POINT + 1;

impl Gazetteer {
    pub fn kind(&self, place: PlaceId) -> Kind {
        const KINDS: [Kind; file::KINDS] = [
            Kind::City,
            Kind::County,
            Kind::Division,
            Kind::Country,
            Kind::Feature,
        ];
        let found = self
            .ranges
            .iter()
            .zip(KINDS)
            .find(|(range, _)| range.contains(&place.0));
        found.map_or(Kind::Feature, |(_, kind)| kind)
    }

    /// Every place of the file.
    pub fn all(&self) -> impl Iterator<Item = PlaceId> {
        let count = self.ranges.last().map_or(0, |range| range.end);
        (0..count).map(PlaceId)
    }

    /// In English, or as the place itself writes it.
    pub fn name(&self, place: PlaceId) -> &'static str {
        let names = file::section(Section::ShownNames);
        let count = self.ranges.last().map_or(0, |range| range.end);
        file::shown_name(names, place.0, count).unwrap_or_default()
    }

    /// Its middle.
    pub fn point(&self, place: PlaceId) -> Point {
        const STEPS: f64 = (1 << 24) as f64;
        let record = self.record(place);
        let latitude = number(record, 0, 3) as f64 / STEPS * 180.0 - 90.0;
        let longitude = number(record, 3, 3) as f64 / STEPS * 360.0 - 180.0;
        Point {
            latitude,
            longitude,
        }
    }

    /// The logarithm, to the base of ten, of its people and ten more; of a feature, how often one reads of it, likewise.
    pub fn size(&self, place: PlaceId) -> f32 {
        number(self.record(place), POINT, 1) as f32 / 25.0
    }

    /// Its number at geonames.org, where it is known.
    pub fn geoname_id(&self, place: PlaceId) -> Option<u32> {
        let record = self.record(place);
        let id = match self.kind(place) {
            Kind::City => number(record, COMMON, 3),
            Kind::Division | Kind::Country => number(record, COMMON + 3, 4),
            Kind::County | Kind::Feature => 0,
        };
        (id != 0).then_some(id as u32)
    }

    /// By ISO 3166, as in `NL` or `CN-GZ`: of a country, or of a division that has a code.
    pub fn iso_code(&self, place: PlaceId) -> Option<&'static str> {
        let kind = self.kind(place);
        if !matches!(kind, Kind::Division | Kind::Country) {
            return None;
        }
        let code = str::from_utf8(self.record(place).get(COMMON + 7..)?).ok()?;
        let code = code.trim_end_matches('\0');
        let is_own = kind == Kind::Country || code.len() > 2;
        is_own.then_some(code)
    }

    /// The code of the country that it lies in, or is.
    pub fn country_code(&self, place: PlaceId) -> Option<&'static str> {
        self.iso_code(self.country_of(place)?)
    }

    /// The county that a city lies in, named or not.
    pub fn county_of(&self, place: PlaceId) -> Option<PlaceId> {
        match self.kind(place) {
            Kind::City => self.parent(place, Kind::County),
            Kind::County => Some(place),
            _ => None,
        }
    }

    /// The state or province that it lies in, or is; named or not.
    pub fn division_of(&self, place: PlaceId) -> Option<PlaceId> {
        match self.kind(place) {
            Kind::City => self.parent(self.parent(place, Kind::County)?, Kind::Division),
            Kind::County => self.parent(place, Kind::Division),
            Kind::Division => Some(place),
            Kind::Country | Kind::Feature => None,
        }
    }

    /// The country that it lies in, or is.
    pub fn country_of(&self, place: PlaceId) -> Option<PlaceId> {
        match self.kind(place) {
            Kind::Country => Some(place),
            Kind::Feature => None,
            _ => self.parent(self.division_of(place)?, Kind::Country),
        }
    }

    fn record(&self, place: PlaceId) -> &'static [u8] {
        let kind = self.kind(place);
        let (section, width) = layout(kind);
        let start = self
            .ranges
            .get(kind as usize)
            .map_or(0, |range| place.0.saturating_sub(range.start));
        let start = start as usize * width;
        file::section(section)
            .get(start..start + width)
            .unwrap_or_default()
    }

    /// The last of the kind whose first part does not stand behind the place: each kind is sorted by the one above it.
    fn parent(&self, place: PlaceId, kind: Kind) -> Option<PlaceId> {
        let (section, width) = layout(kind);
        let records = file::section(section);
        let (mut low, mut high) = (0, records.len() / width);
        while low < high {
            let middle = usize::midpoint(low, high);
            if number(records, middle * width + COMMON, 3) as u32 <= place.0 {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let index = low.checked_sub(1)?;
        let range = self.ranges.get(kind as usize)?;
        Some(PlaceId(range.start + index as u32))
    }
}

/// Where the records of a kind lie, and how many bytes each has.
fn layout(kind: Kind) -> (Section, usize) {
    match kind {
        Kind::City => (Section::Cities, COMMON + 3),
        Kind::County => (Section::Counties, COMMON + 3),
        Kind::Division => (Section::Divisions, COMMON + 3 + 4 + 6),
        Kind::Country => (Section::Countries, COMMON + 3 + 4 + 2),
        Kind::Feature => (Section::Features, COMMON),
    }
}
