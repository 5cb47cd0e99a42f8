//! The places that texts name, in both languages.

use dateline::article::gazetteer::{Gazetteer, Kind, PlaceId};
use dateline::article::{self, Toponym};

/// Name, division and country, as in "Bijie, Guizhou, China".
pub fn label(gazetteer: &Gazetteer, place: PlaceId) -> String {
    let kind = gazetteer.kind(place);
    let division = (kind < Kind::Division).then(|| gazetteer.division_of(place));
    let country = (kind < Kind::Country).then(|| gazetteer.country_of(place));
    let around = [division, country].into_iter().flatten().flatten();
    let names = std::iter::once(place)
        .chain(around)
        .map(|place| gazetteer.name(place));
    names
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What the text names outright, as NAME>PLACE.
pub fn named(text: &str) -> Vec<String> {
    let places = article::places(text).unwrap();
    let outright = places
        .toponyms()
        .iter()
        .filter(|toponym| !toponym.is_associative());
    let written = |toponym: &Toponym| {
        let name = &text[toponym.range.clone()];
        format!("{name}>{}", label(places.gazetteer(), toponym.place))
    };
    outright.map(written).collect()
}

/// The different places of a text.
fn distinct(text: &str) -> Vec<String> {
    let mut places: Vec<_> = named(text)
        .into_iter()
        .map(|named| named.split_once('>').unwrap().1.to_owned())
        .collect();
    places.sort();
    places.dedup();
    places
}

/// The places of the built-in story, in other words than the story's.
const ENGLISH: &str = "\
By ANN LEE in Beijing and BO XU in Guiyang | Morning Paper | Updated: 2020-01-02 08:00

Boxes are stacked in a hall in Lianyungang, Jiangsu province. [Photo by Jo Doe]

Selling abroad is taught at school now. Guizhou Province, in the southwest of China, has opened a college for it. Bijie \
Trade College runs it together with Guizhou Example Technology Co Ltd, which sends parcels abroad.

Wang Ping, who leads the college, hopes that it will bring work to Bijie. The firm keeps a hall in Amsterdam in the \
Netherlands, Wang said, and more are planned.

Guizhou is not the first. Zhejiang Example University opened one in Hangzhou, capital of Zhejiang province, in 2017. China \
(Hangzhou) has a zone for such trade, and the State Council wrote of it.";

const CHINESE: &str = "\
本报记者王平北京、贵阳报道

学校现在也教跨境电商。位于中国西南部的贵州省开办了一所学院，由毕节职业学院和一家公司共同建立。

学院希望促进毕节市的发展，加强合作。公司在荷兰阿姆斯特丹设有海外仓，在江苏连云港也有仓库。

贵州不是第一个。浙江省杭州市的一所大学早已开设了这样的学院。";

#[test]
fn the_places_of_an_english_article_are_found_and_nothing_else() {
    let expected = [
        "Amsterdam, North Holland, Netherlands",
        "Beijing, Beijing, China",
        "Bijie, Guizhou, China",
        "China",
        "Guiyang, Guizhou, China",
        "Guizhou, China",
        "Hangzhou, Zhejiang, China",
        "Jiangsu, China",
        "Lianyungang, Jiangsu, China",
        "Netherlands",
        "Zhejiang, China",
    ];
    assert_eq!(distinct(ENGLISH), expected);
    assert_eq!(distinct(CHINESE), expected);
}

#[test]
fn offsets_are_those_of_the_words() {
    for text in [ENGLISH, CHINESE] {
        let places = article::places(text).unwrap();
        let mut end = 0;
        for toponym in places.toponyms() {
            assert!(toponym.range.start >= end, "in order, and apart");
            end = toponym.range.end;
            assert!(!text[toponym.range.clone()].trim().is_empty());
        }
    }
}

#[test]
fn the_same_text_has_the_same_places_every_time() {
    let first = named(ENGLISH);
    for _ in 0..20 {
        assert_eq!(named(ENGLISH), first);
    }
}

#[test]
fn every_place_of_the_gazetteer_can_be_read() {
    let gazetteer = Gazetteer::open().unwrap();
    let mut count = 0;
    for place in gazetteer.all() {
        let point = gazetteer.point(place);
        assert!(point.latitude.abs() <= 90.0 && point.longitude.abs() <= 180.0);
        assert!((0.0..=11.0).contains(&gazetteer.size(place)));
        let kind = gazetteer.kind(place);
        let is_within = gazetteer.country_of(place).is_some();
        assert_eq!(
            is_within,
            kind != Kind::Feature,
            "{}",
            label(gazetteer, place)
        );
        assert!(kind != Kind::City || !gazetteer.name(place).is_empty());
        count += 1;
    }
    assert!(count > 200_000, "{count} places");
}

#[test]
fn countries_and_their_capitals_lie_in_their_outlines() {
    let gazetteer = Gazetteer::open().unwrap();
    for (text, code) in [
        ("Guizhou", "CN-GZ"),
        ("Ohio", "US-OH"),
        ("Bavaria", "DE-BY"),
        ("France", "FR"),
        ("China", "CN"),
    ] {
        let places = article::places(text).unwrap();
        let place = places.toponyms()[0].place;
        assert_eq!(gazetteer.iso_code(place), Some(code));
        let bounds = dateline::regions::outline(code).unwrap().main;
        let point = gazetteer.point(place);
        assert!(
            (bounds.south..bounds.north).contains(&point.latitude),
            "{code}"
        );
        assert!(
            (bounds.west..bounds.east).contains(&point.longitude),
            "{code}"
        );
    }
}
