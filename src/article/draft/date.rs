//! The day on which an article says it appeared.

/// A date as in `2022-02-22`, and a time as in `10:06` right behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    pub date: String,
    pub time: Option<String>,
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The first date of a line: `2022-02-22`, `2022/2/22`, `February 22, 2022`, `22 February 2022`, `2022年2月22日`.
pub fn date_in(line: &str) -> Option<Dated> {
    let parts = parts(line);
    (0..parts.len()).find_map(|start| {
        let at = |offset: usize| parts.get(start + offset);
        let (first, second, third) = (at(0)?, at(1)?, at(2)?);
        let (year, month, day) = match (first, second, third) {
            (Part::Number(year), Part::Number(month), Part::Number(day)) if *year > 1000 => {
                (*year, *month, *day)
            }
            (Part::Month(month), Part::Number(day), Part::Number(year)) if *year > 1000 => {
                (*year, *month, *day)
            }
            (Part::Number(day), Part::Month(month), Part::Number(year)) if *year > 1000 => {
                (*year, *month, *day)
            }
            _ => return None,
        };
        let exists =
            (1000..=2999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let time = match (at(3), at(4)) {
            (Some(Part::Number(hour)), Some(Part::Number(minute)))
                if *hour < 24 && *minute < 60 =>
            {
                let time = format!("{hour:02}:{minute:02}");
                line.contains(&time).then_some(time)
            }
            _ => None,
        };
        exists.then(|| Dated {
            date: format!("{year:04}-{month:02}-{day:02}"),
            time,
        })
    })
}

enum Part {
    Number(u32),
    Month(u32),
    Word,
}

fn parts(line: &str) -> Vec<Part> {
    /// As far as a date is looked for in a line.
    const MOST: usize = 60;

    let pieces = line.split(|c: char| !c.is_alphanumeric());
    let pieces = pieces
        .flat_map(split_at_digits)
        .filter(|piece| !piece.is_empty());
    pieces.take(MOST).map(part).collect()
}

/// Digits and letters apart, as in 2022年2月22日.
fn split_at_digits(piece: &str) -> impl Iterator<Item = &str> {
    let mut rest = piece;
    std::iter::from_fn(move || {
        let is_digit = rest.chars().next()?.is_ascii_digit();
        let end = rest
            .find(|c: char| c.is_ascii_digit() != is_digit)
            .unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
    .filter(|part| !matches!(*part, "年" | "月" | "日" | "th" | "st" | "nd" | "rd"))
}

fn part(piece: &str) -> Part {
    if let Ok(number) = piece.parse() {
        return Part::Number(number);
    }
    let lower = piece.to_lowercase();
    let month = MONTHS.iter().position(|month| lower.starts_with(month));
    match month {
        Some(month) if lower.len() <= 9 => Part::Month(month as u32 + 1),
        _ => Part::Word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_newspapers_write_them() {
        for (line, date, time) in [
            ("Updated: 2022-02-22 10:06", "2022-02-22", Some("10:06")),
            ("February 22, 2022", "2022-02-22", None),
            ("Tuesday 22nd Feb. 2022", "2022-02-22", None),
            (
                "2022年2月22日 10:06 来源：新华网",
                "2022-02-22",
                Some("10:06"),
            ),
            ("2022/2/22", "2022-02-22", None),
        ] {
            let dated = date_in(line).unwrap();
            assert_eq!(
                (&*dated.date, dated.time.as_deref()),
                (date, time),
                "{line}"
            );
        }
        for line in ["in 2022", "12-13-14", "99 bottles", "2022-13-45", ""] {
            assert_eq!(date_in(line), None, "{line}");
        }
    }
}
