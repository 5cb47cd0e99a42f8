//! Two windows of the program have one file of settings: what each of them changed is kept.

use toml::{Table, Value};

/// What we changed since `before`, and all else as it is in the file by now.
pub(super) fn merged(before: &Table, ours: Table, theirs: Table) -> Table {
    let mut merged = Table::new();
    let mut ours = ours;
    for (key, their) in theirs {
        let our = ours.remove(&key);
        let was = before.get(&key);
        let value = match (our, their) {
            (our, their) if our.as_ref() == was => Some(their),
            (Some(Value::Table(our)), Value::Table(their)) => {
                let none = Table::new();
                let was = was.and_then(Value::as_table).unwrap_or(&none);
                Some(Value::Table(self::merged(was, our, their)))
            }
            (our, _) => our,
        };
        if let Some(value) = value {
            merged.insert(key, value);
        }
    }
    // What is only ours is new, unless the other one took it away.
    merged.extend(
        ours.into_iter()
            .filter(|(key, our)| before.get(key) != Some(our)),
    );
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, ours: &str, theirs: &str, expected: &str) {
        let [before, ours, theirs, expected] =
            [before, ours, theirs, expected].map(|text| toml::from_str::<Table>(text).unwrap());
        assert_eq!(merged(&before, ours, theirs), expected);
    }

    #[test]
    fn what_one_of_two_changed_is_kept() {
        check(
            "a = 1\nb = 1",
            "a = 2\nb = 1",
            "a = 1\nb = 3",
            "a = 2\nb = 3",
        );
        check("a = 1", "a = 2", "a = 3", "a = 2");
        check("", "a = 1", "b = 2", "a = 1\nb = 2");
        check("", "[s]\na = 1", "[s]\nb = 2", "[s]\na = 1\nb = 2");
    }

    #[test]
    fn what_one_of_two_took_away_stays_away() {
        check("a = 1\nb = 1", "b = 1", "a = 1\nb = 1", "b = 1");
        check("a = 1\nb = 1", "a = 1\nb = 1", "a = 1", "a = 1");
        check("[s]\na = 1", "[s]", "[s]\na = 1\nb = 2", "[s]\nb = 2");
    }
}
