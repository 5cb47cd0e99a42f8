//! Checks of single values: texts, dates, positions, addresses, references.

use smol_str::SmolStr;

use super::FileSpan;
use super::clean::{self, Cleaned};
use super::draft::{self, Field};
use super::ids::Ids;
use super::keys::shortened;
use super::problem::{Kind, ProblemKind, Problems};
use super::{Date, Name, is_web_address, limits};

/// The state of checking one draft.
pub(super) struct Check {
    pub problems: Problems,
    /// Who has which id, things that are left out included.
    pub ids: Ids,
    unprintable_told: bool,
    /// Of the language being read.
    pub images: usize,
}

impl Check {
    /// `problems` are those already found.
    pub fn new(problems: Problems) -> Self {
        Self {
            problems,
            ids: Ids::default(),
            unprintable_told: false,
            images: 0,
        }
    }

    /// A name of few words, on one line.
    pub fn name(&mut self, name: draft::Name) -> Name {
        self.name_within(name, limits::NAME, clean::line)
    }

    pub fn title(&mut self, title: draft::Name) -> Name {
        self.name_within(title, limits::TITLE, clean::line)
    }

    /// A text that may have several lines.
    pub fn note(&mut self, note: draft::Name) -> Name {
        self.name_within(note, limits::NOTE, clean::lines)
    }

    fn name_within(
        &mut self,
        name: draft::Name,
        limit: usize,
        clean: fn(SmolStr, usize) -> Cleaned<SmolStr>,
    ) -> Name {
        let text = name.text.given().map_or_else(SmolStr::default, |text| {
            self.cleaned(clean(text.value, limit), limit, text.span)
        });
        let translations = name.translations.filter_map(|text| {
            let text = self.cleaned(clean(text.value, limit), limit, text.span);
            (!text.is_empty()).then_some(text)
        });
        Name { text, translations }
    }

    /// A word or two without translations.
    pub fn word(&mut self, word: Field<SmolStr>) -> SmolStr {
        word.given().map_or_else(SmolStr::default, |word| {
            self.cleaned(
                clean::line(word.value, limits::NAME),
                limits::NAME,
                word.span,
            )
        })
    }

    /// The text of something cleaned, of which the problems are told here.
    pub fn cleaned<T>(&mut self, cleaned: Cleaned<T>, limit: usize, span: Option<FileSpan>) -> T {
        if cleaned.unprintable && !self.unprintable_told {
            self.unprintable_told = true;
            self.problems.push(ProblemKind::Unprintable {}, span);
        }
        if cleaned.cut {
            self.problems.push(ProblemKind::TooLong { limit }, span);
        }
        cleaned.text
    }

    pub fn language(&mut self, language: Field<SmolStr>) -> String {
        let Some(language) = language.given() else {
            return "en".to_owned();
        };
        if is_language(&language.value) {
            return language.value.into();
        }
        let problem = ProblemKind::WrongLanguage {
            language: shortened(&language.value),
        };
        self.problems.push(problem, language.span);
        "en".to_owned()
    }

    pub fn date(&mut self, date: Field<SmolStr>) -> Option<Date> {
        let date = date.given()?;
        let read = Date::parse(date.value.trim());
        if read.is_none() {
            self.problems.push(
                ProblemKind::WrongDate {
                    text: shortened(&date.value),
                },
                date.span,
            );
        }
        read
    }

    pub fn time(&mut self, time: Field<SmolStr>) -> Option<String> {
        let time = time.given()?;
        let text = time.value.trim();
        let below = |part: Option<&str>, limit: u8| {
            part.is_some_and(|part| {
                part.len() == 2 && part.parse().is_ok_and(|number: u8| number < limit)
            })
        };
        let mut parts = text.split(':');
        let is_time = below(parts.next(), 24) && below(parts.next(), 60);
        let is_whole =
            parts.next().is_none_or(|seconds| below(Some(seconds), 60)) && parts.next().is_none();
        if is_time && is_whole {
            // To the minute, as newspapers print it.
            return text.get(..5).map(str::to_owned);
        }
        self.problems.push(
            ProblemKind::WrongTime {
                text: shortened(text),
            },
            time.span,
        );
        None
    }

    /// Degrees north and east.
    pub fn position(
        &mut self,
        kind: Kind,
        lat: Field<f64>,
        lon: Field<f64>,
        span: Option<FileSpan>,
    ) -> Option<(f64, f64)> {
        let missing = match (&lat, &lon) {
            (Field::Missing, _) => Some("lat"),
            (_, Field::Missing) => Some("lon"),
            _ => None,
        };
        if let Some(key) = missing {
            self.problems.push(ProblemKind::NoKey { kind, key }, span);
        }
        let (lat, lon) = (lat.given()?, lon.given()?);

        // Not a number is in no range either.
        let is_latitude = (-limits::LATITUDE..=limits::LATITUDE).contains(&lat.value);
        let is_longitude = (-limits::LONGITUDE..=limits::LONGITUDE).contains(&lon.value);
        if !is_latitude {
            let swapped = (-limits::LATITUDE..=limits::LATITUDE).contains(&lon.value)
                && (-limits::LONGITUDE..=limits::LONGITUDE).contains(&lat.value);
            self.problems.push(
                ProblemKind::WrongLatitude {
                    lat: lat.value,
                    swapped,
                },
                lat.span,
            );
        }
        if !is_longitude {
            self.problems
                .push(ProblemKind::WrongLongitude { lon: lon.value }, lon.span);
        }
        (is_latitude && is_longitude).then_some((lat.value, lon.value))
    }

    /// Of ISO 3166: a country's, or that of a division of it.
    pub fn region_code(&mut self, code: Field<SmolStr>) -> Option<String> {
        let code = code.given()?;
        if is_region_code(&code.value) {
            return Some(code.value.into());
        }
        let problem = ProblemKind::WrongRegionCode {
            text: shortened(&code.value),
        };
        self.problems.push(problem, code.span);
        None
    }

    pub fn web_address(&mut self, address: Field<SmolStr>) -> Option<String> {
        let address = address.given()?;
        if is_web_address(&address.value) {
            return Some(address.value.into());
        }
        let problem = ProblemKind::WrongWebAddress {
            address: shortened(&address.value),
        };
        self.problems.push(problem, address.span);
        None
    }
}

/// As in `en`, `zh`, `yue` or `zh-Hant`.
pub fn is_language(text: &str) -> bool {
    let (language, script) = text
        .split_once('-')
        .map_or((text, None), |(language, script)| (language, Some(script)));
    let is_script = |script: &str| {
        script.len() == 4
            && script
                .bytes()
                .next()
                .is_some_and(|first| first.is_ascii_uppercase())
            && script.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
    };
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && script.is_none_or(is_script)
}

/// As in `NL` or `CN-GZ`.
fn is_region_code(text: &str) -> bool {
    let (country, division) = text
        .split_once('-')
        .map_or((text, None), |(country, division)| {
            (country, Some(division))
        });
    let is_division = |division: &str| {
        (1..=3).contains(&division.len())
            && division
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    country.len() == 2
        && country.bytes().all(|byte| byte.is_ascii_uppercase())
        && division.is_none_or(is_division)
}
