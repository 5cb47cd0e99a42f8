//! The order of a tour: which placemark it opens, or flies to, one after the other.

use std::collections::HashMap;

use crate::format::collect::Collector;
use crate::format::xml::Element;
use crate::story::draft::Passage;

/// What a tour can name a passage by: its placemark's id, and where it is.
pub(super) struct Stop {
    pub id: Option<String>,
    /// Index of its place.
    pub place: Option<usize>,
}

/// Puts the passages in the order of the first tour, those that it leaves out last. `stops` are those of the
/// draft's passages, in their order.
pub(super) fn order(root: &Element, stops: &[Stop], collector: &mut Collector) {
    let mut tours = Vec::new();
    root.all("Tour", &mut tours);
    let Some(tour) = tours.first() else { return };
    let by_id: HashMap<&str, usize> = stops
        .iter()
        .enumerate()
        .rev()
        .filter_map(|(index, stop)| Some((stop.id.as_deref()?, index)))
        .collect();

    let mut order = opened(tour, &by_id);
    if order.is_empty() {
        order = flown_to(tour, stops, collector);
    }
    let mut rank = vec![usize::MAX; stops.len()];
    for (at, index) in order.into_iter().enumerate() {
        if let Some(rank) = rank.get_mut(index) {
            *rank = (*rank).min(at);
        }
    }
    let passages = std::mem::take(&mut collector.draft.passages);
    let mut ranked: Vec<(usize, Passage)> = passages
        .into_iter()
        .enumerate()
        .map(|(index, passage)| (rank.get(index).copied().unwrap_or(usize::MAX), passage))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    collector.draft.passages = ranked.into_iter().map(|(_, passage)| passage).collect();
}

/// The passages whose balloons the tour opens.
fn opened(tour: &Element, by_id: &HashMap<&str, usize>) -> Vec<usize> {
    let mut placemarks = Vec::new();
    tour.all("Placemark", &mut placemarks);
    let opened = placemarks
        .into_iter()
        .filter(|placemark| placemark.text_of("balloonVisibility") != "0");
    opened
        .filter_map(|placemark| by_id.get(placemark.attribute("targetId")?).copied())
        .collect()
}

/// The passages at the places that the tour flies to: at each next visit of a place, its next passage.
fn flown_to(tour: &Element, stops: &[Stop], collector: &mut Collector) -> Vec<usize> {
    let mut flights = Vec::new();
    tour.all("FlyTo", &mut flights);
    let mut of_place: HashMap<usize, Vec<usize>> = HashMap::new();
    for (index, stop) in stops.iter().enumerate().rev() {
        if let Some(place) = stop.place {
            of_place.entry(place).or_default().push(index);
        }
    }
    let mut order = Vec::new();
    for flight in flights {
        let view = flight.child("LookAt").or_else(|| flight.child("Camera"));
        let degrees = |name| view.and_then(|view| view.text_of(name).parse::<f64>().ok());
        if let (Some(lat), Some(lon)) = (degrees("latitude"), degrees("longitude"))
            && let Some(position) = collector.position(lat, lon, None)
            && let Some(place) = collector.place_at(&position)
            && let Some(index) = of_place.get_mut(&place).and_then(Vec::pop)
        {
            order.push(index);
        }
    }
    order
}
