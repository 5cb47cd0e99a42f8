//! Words by which a text tells where it was written: offices, parliaments, money and spelling of one country.
//!
//! A local paper does not say which country it is in, but only one has sheriffs and aldermen, and another councillors
//! who are paid in pounds.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::token::Token;
use crate::article::gazetteer::{Gazetteer, Kind, PlaceId};

/// A country by its key in the gazetteer, and words, as they are written, that are hardly used elsewhere.
struct Vocabulary {
    country: &'static str,
    /// What each word counts; a country that is named counts 1.
    weight: f32,
    words: &'static str,
}

/// What all words of a country count at most.
const MOST: f32 = 1.0;
/// Of a word that only one country has, and of a spelling that several have.
const OWN: f32 = 0.3;
const SPELLING: f32 = 0.1;

const BRITISH_SPELLING: &str = "\
    neighbour neighbours neighbourhood neighbourhoods colour colours coloured labour centre centres metre metres \
    kilometre kilometres litre litres theatre theatres favour favourite honour honoured behaviour programme \
    programmes defence offence licence harbour humour rumour rumours tyre tyres cheque cheques grey mum";

const VOCABULARIES: [Vocabulary; 33] = [
    own(
        "united states",
        "sheriff sheriffs alderman aldermen selectman selectmen congressman congresswoman GOP Medicaid \
         Medicare NCAA NFL NBA MLB NASCAR IRS FBI sophomore sophomores freshman freshmen Interstate trooper troopers \
         countywide statewide statehouse Statehouse Republican Republicans Democrat Democrats",
    ),
    spelling(
        "united states",
        "neighbor neighbors neighborhood neighborhoods color colors colored labor center centers theater theaters \
         favor favorite honor honored behavior defense offense harbor humor rumor rumors gray mom percent county \
         counties downtown highway",
    ),
    own(
        "united kingdom",
        "councillor councillors Tory Tories NHS GCSE GCSEs pensioner pensioners lorry lorries motorway magistrates \
         Ofsted bobby constituency fortnight pence",
    ),
    spelling("united kingdom", BRITISH_SPELLING),
    own(
        "canada",
        "RCMP Mountie Mounties MPP MPPs OPP NDP reeve loonie toonie",
    ),
    spelling("canada", BRITISH_SPELLING),
    own(
        "australia",
        "bushfire bushfires ute utes TAFE Centrelink NRL AFL",
    ),
    spelling("australia", BRITISH_SPELLING),
    own("new zealand", "iwi pakeha Maori Māori"),
    spelling("new zealand", BRITISH_SPELLING),
    own(
        "ireland",
        "garda gardai gardaí Garda Gardai Gardaí Taoiseach Tánaiste Dáil Dail Seanad Oireachtas TDs",
    ),
    own(
        "india",
        "lakh lakhs crore crores panchayat panchayats taluk Sabha",
    ),
    own("pakistan", "tehsil"),
    own("philippines", "barangay barangays Barangay"),
    own("nigeria", "naira"),
    own("ghana", "cedi cedis"),
    own("ethiopia", "birr"),
    own("south africa", "rand"),
    own("china", "yuan renminbi"),
    own("japan", "yen"),
    own("thailand", "baht"),
    own("malaysia", "ringgit"),
    own("indonesia", "rupiah"),
    own("russia", "ruble rubles rouble roubles Duma"),
    own("ukraine", "hryvnia hryvnias Rada"),
    own("poland", "zloty zlotys Sejm"),
    own("hungary", "forint forints"),
    own("turkey", "lira"),
    own("israel", "shekel shekels Knesset"),
    own("brazil", "reais"),
    own("germany", "Bundestag Bundesrat"),
    own("sweden", "krona kronor Riksdag"),
    own("norway", "Storting"),
];

const fn own(country: &'static str, words: &'static str) -> Vocabulary {
    Vocabulary {
        country,
        weight: OWN,
        words,
    }
}

const fn spelling(country: &'static str, words: &'static str) -> Vocabulary {
    Vocabulary {
        country,
        weight: SPELLING,
        words,
    }
}

/// For each word, the vocabularies that have it.
static BY_WORD: LazyLock<HashMap<&'static str, Vec<&'static Vocabulary>>> = LazyLock::new(|| {
    let mut by_word: HashMap<_, Vec<_>> = HashMap::new();
    for vocabulary in &VOCABULARIES {
        for word in vocabulary.words.split_whitespace() {
            by_word.entry(word).or_default().push(vocabulary);
        }
    }
    by_word
});

/// Countries whose words a text has, and what these count together. Each word counts once.
pub fn countries(gazetteer: &Gazetteer, text: &str, tokens: &[Token<'_>]) -> Vec<(PlaceId, f32)> {
    let mut seen = HashSet::new();
    let mut votes: Vec<(&str, f32)> = Vec::new();
    let mut add = |country, weight| match votes.iter_mut().find(|(known, _)| *known == country) {
        Some((_, votes)) => *votes = MOST.min(*votes + weight),
        None => votes.push((country, weight)),
    };
    for token in tokens {
        let Some(vocabularies) = BY_WORD.get(token.text) else {
            continue;
        };
        if seen.insert(token.text) {
            for vocabulary in vocabularies {
                add(vocabulary.country, vocabulary.weight);
            }
        }
    }
    if text.contains('£') {
        add("united kingdom", OWN);
    }
    let place = |(country, votes): (&str, f32)| {
        let mut places = gazetteer.places(country)?.iter();
        let country = places.find(|reference| gazetteer.kind(reference.place) == Kind::Country)?;
        Some((country.place, votes))
    };
    votes.into_iter().filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn words_tell_the_country() {
        let gazetteer = Gazetteer::open().unwrap();
        for (text, code) in [
            ("The sheriff and two aldermen met downtown.", "US"),
            ("Councillors want £20,000 for the town centre.", "GB"),
            ("The RCMP closed the road for two kilometres.", "CA"),
            ("It cost two crore rupees, the panchayat said.", "IN"),
        ] {
            let countries = countries(gazetteer, text, &tokens(text));
            let most = countries.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
            assert_eq!(gazetteer.iso_code(most.0), Some(code), "{text}");
        }
        for vocabulary in &VOCABULARIES {
            let word = vocabulary.words.split_whitespace().next().unwrap();
            assert!(
                !countries(gazetteer, word, &tokens(word)).is_empty(),
                "{word}"
            );
        }
    }
}
