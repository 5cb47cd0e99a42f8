//! What looks like a place and is none, and names that several places have: `traps.tsv`, with the reason of each.

use super::places::named;

/// In each language. What is wrong is listed by the test.
const LEAST_RIGHT: f64 = 0.95;

struct Trap {
    text: &'static str,
    places: Vec<&'static str>,
    reason: &'static str,
}

fn traps() -> Vec<Trap> {
    let table = include_str!("traps.tsv");
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let trap = |line: &'static str| {
        let mut columns = line.split('\t');
        Trap {
            text: columns.next().unwrap(),
            places: columns
                .next()
                .unwrap()
                .split("; ")
                .filter(|place| !place.is_empty())
                .collect(),
            reason: columns.next().unwrap(),
        }
    };
    lines.map(trap).collect()
}

#[test]
fn traps_are_seen_through() {
    let is_chinese = |trap: &Trap| {
        trap.text
            .chars()
            .any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
    };
    let (chinese, english): (Vec<_>, Vec<_>) = traps().into_iter().partition(is_chinese);
    assert!(english.len() >= 60 && chinese.len() >= 15, "enough of both");
    for traps in [english, chinese] {
        let mut wrong = Vec::new();
        for trap in &traps {
            assert!(!trap.reason.is_empty());
            let found = named(trap.text);
            if found != trap.places {
                wrong.push(format!(
                    "{}\n  found {found:?}\n  {}",
                    trap.text, trap.reason
                ));
            }
        }
        let right = 1.0 - wrong.len() as f64 / traps.len() as f64;
        assert!(
            right >= LEAST_RIGHT,
            "{:.0} % right\n{}",
            right * 100.0,
            wrong.join("\n")
        );
    }
}
