//! Dates as sources give them, never more precise.

use std::fmt;

/// A year, a month or a day of the Gregorian calendar that exists. Ordered by when it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: i16,
    /// From 1; none where only the year is known.
    month: Option<u8>,
    /// From 1; none where only the month is known.
    day: Option<u8>,
}

impl Date {
    /// `None` where the calendar has no such date, or for a day without a month.
    pub fn new(year: i16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let exists = match (month, day) {
            (None, None) => true,
            (Some(month), None) => (1..=12).contains(&month),
            (Some(month), Some(day)) => (1..=days_in(year, month)?).contains(&day),
            (None, Some(_)) => false,
        };
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2022`, `2022-02` or `2022-02-22`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut digits = |count: usize| -> Option<Option<&str>> {
            match parts.next() {
                None => Some(None),
                Some(part) => (part.len() == count && part.bytes().all(|b| b.is_ascii_digit()))
                    .then_some(Some(part)),
            }
        };
        let year = digits(4)??.parse().ok()?;
        let month = digits(2)?.map(str::parse).transpose().ok()?;
        let day = digits(2)?.map(str::parse).transpose().ok()?;
        if parts.next().is_some() {
            return None;
        }
        Self::new(year, month, day)
    }

    /// Days from one date to a later one, about: a month is thirty, a year without a month is its first day.
    pub fn days_until(self, later: Self) -> i32 {
        let days = |date: Self| {
            let month = i32::from(date.month.unwrap_or(1)) - 1;
            i32::from(date.year) * 365 + month * 30 + i32::from(date.day.unwrap_or(1))
        };
        days(later) - days(self)
    }

    /// Year, month and day on which it may begin.
    pub fn first_day(self) -> (i16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// Year, month and day on which it may end; a month without a day is taken to have 31.
    pub fn last_day(self) -> (i16, u8, u8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }

    pub fn year(self) -> i16 {
        self.year
    }

    /// From 1.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// From 1.
    pub fn day(self) -> Option<u8> {
        self.day
    }
}

/// `None` for a month that is none.
fn days_in(year: i16, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

/// As in a file: `2022-02-22`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_precisely_as_it_is_written() {
        for text in ["2016", "2021-10", "2022-02-22", "2024-02-29"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_the_calendar_lacks_is_no_date() {
        for text in [
            "2022-02-30",
            "2022-13",
            "2022-00",
            "2023-02-29",
            "22",
            "2022-2-2",
            "2022-02-22-01",
            "",
            "+022",
            "2022-02-22T10",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
