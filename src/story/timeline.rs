//! The dates of a story in order of time, and a stretch of them.

use super::{Date, EventId, Story};

/// One date, and what happened then.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    pub date: Date,
    /// From 0 for the first date to 1 for the last. Long silences are shortened, so that dates close together stay apart.
    pub at: f32,
    /// In the story's order; none where only the source has the date.
    pub events: Vec<EventId>,
}

/// From one date to a later one, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    pub from: Date,
    pub to: Date,
}

impl DateRange {
    /// Whether the date may lie in it: a year or month may as soon as a part of it does.
    pub fn may_hold(self, date: Date) -> bool {
        date.last_day() >= self.from.first_day() && date.first_day() <= self.to.last_day()
    }
}

/// Every date once, that of the source among them.
pub(super) fn stops(story: &Story) -> Vec<Stop> {
    let mut dates: Vec<(Date, Option<EventId>)> = story
        .events()
        .map(|(id, event)| (event.date, Some(id)))
        .chain(story.source.date.map(|date| (date, None)))
        .collect();
    dates.sort();
    let mut stops: Vec<Stop> = Vec::new();
    let mut way = 0.0;
    for (date, event) in dates {
        if let Some(stop) = stops.last_mut() {
            if stop.date == date {
                stop.events.extend(event);
                continue;
            }
            way += shortened(stop.date.days_until(date));
        }
        stops.push(Stop {
            date,
            at: way,
            events: event.into_iter().collect(),
        });
    }
    for stop in &mut stops {
        stop.at /= way.max(1.0);
    }
    stops
}

/// What a silence of so many days takes on the line: a year about twice what a week does.
fn shortened(days: i32) -> f32 {
    2.0 + (days.max(0) as f32 / 7.0).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_date_lies_in_a_range_as_soon_as_a_part_of_it_may() {
        let range = DateRange {
            from: date("2021-10"),
            to: date("2022-01"),
        };
        for inside in ["2021", "2021-10", "2021-10-01", "2022-01-31", "2022"] {
            assert!(range.may_hold(date(inside)), "{inside}");
        }
        for outside in ["2020", "2021-09-30", "2022-02", "2022-02-01", "2023"] {
            assert!(!range.may_hold(date(outside)), "{outside}");
        }
    }
}
