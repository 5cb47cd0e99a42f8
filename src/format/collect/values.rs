//! Numbers, dates and lists as programs write them into texts.

use crate::story::Date;

/// Degrees as a text: with a point or, in tables, a comma.
pub(in crate::format) fn degrees(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('°');
    let number = match text.parse::<f64>() {
        Err(_) if !text.contains('.') => text.replacen(',', ".", 1).parse().ok()?,
        parsed => parsed.ok()?,
    };
    number.is_finite().then_some(number)
}

/// The date that a text begins with: `2022-02-22T10:06Z`, `2022/2/22`, `2022年2月`.
pub(in crate::format) fn date_in(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let mut parts = day
        .split(['-', '/', '.', '年', '月', '日'])
        .filter(|part| !part.is_empty())
        .map(|part| {
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then_some(part)
        });
    let year = parts.next()?.filter(|year| year.len() == 4)?.parse().ok()?;
    let mut part = || match parts.next() {
        None => Some(None),
        Some(part) => Some(Some(part?.parse().ok()?)),
    };
    let (month, day) = (part()?, part()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, month, day)
}

/// Topics in one text, as in `Trade; Education`.
pub(in crate::format) fn topics_in(text: &str) -> Vec<String> {
    let topics = text.split([';', '|', '；', '、']).map(str::trim);
    topics
        .filter(|topic| !topic.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_programs_write_them() {
        for (text, date) in [
            ("2022-02-22T10:06:00Z", "2022-02-22"),
            ("2022-5-1 8:00:00", "2022-05-01"),
            ("2022/02", "2022-02"),
            ("2022年2月22日", "2022-02-22"),
            ("2016", "2016"),
        ] {
            assert_eq!(
                date_in(text).map(|date| date.to_string()).as_deref(),
                Some(date)
            );
        }
        for text in ["", "May 2022", "22.2.2022", "2022-02-30", "2022-x"] {
            assert_eq!(date_in(text), None, "{text}");
        }
    }

    #[test]
    fn degrees_have_a_point_or_a_comma() {
        assert_eq!(degrees(" 27.3° "), Some(27.3));
        assert_eq!(degrees("27,3"), Some(27.3));
        for text in ["", "x", "1.5,3", "inf", "NaN"] {
            assert_eq!(degrees(text), None, "{text}");
        }
    }
}
