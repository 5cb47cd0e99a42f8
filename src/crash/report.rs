//! The report of one panic, as a text that whoever reads it can judge before they pass it on.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::panic::PanicHookInfo;
use std::thread;

use time::UtcDateTime;

use crate::format::printed;
use crate::texts::Texts;

/// Characters of what a panic says: it may quote a story.
const LONGEST_MESSAGE: usize = 2_000;

/// What a panic says of itself.
#[derive(Debug)]
pub struct Panic {
    pub message: String,
    /// In the source, as in `src/ui/overview.rs:12:5`.
    pub place: String,
    pub thread: String,
    pub backtrace: Backtrace,
}

/// What else there is to know.
#[derive(Debug)]
pub struct Circumstances {
    /// Whether the window ends with it.
    pub stops: bool,
    pub when: UtcDateTime,
    pub drawn_with: String,
    pub story: String,
}

impl Panic {
    pub fn of(info: &PanicHookInfo<'_>) -> Self {
        let message = info.payload_as_str().unwrap_or("no words");
        Self {
            message: message.chars().take(LONGEST_MESSAGE).collect(),
            place: info
                .location()
                .map_or_else(|| "unknown".to_owned(), ToString::to_string),
            thread: thread::current().name().unwrap_or("unnamed").to_owned(),
            backtrace: Backtrace::force_capture(),
        }
    }

    /// On one line.
    pub fn said(&self) -> String {
        format!("{}, {}", printed(&self.message), printed(&self.place))
    }
}

/// The whole report. Its head is in each language of the interface, the rest is for whoever mends the program.
pub fn text(panic: &Panic, circumstances: &Circumstances) -> String {
    let mut text = String::new();
    for language in ["en", "zh"] {
        let texts = Texts::of(language).report;
        let what = if circumstances.stops {
            texts.stopped
        } else {
            texts.broken_off
        };
        text.push_str(&[&what, "\n", &texts.unsent, "\n", &texts.whereto, "\n\n"].concat());
    }
    let message = panic.message.lines().map(printed).collect::<Vec<_>>();
    let fields = [
        ("What", message.join("\n            ")),
        ("Where", printed(&panic.place)),
        ("Thread", printed(&panic.thread)),
        ("When", date_and_time(circumstances.when)),
        ("Version", version()),
        ("System", system()),
        ("Drawn with", printed(&circumstances.drawn_with)),
        ("Story", circumstances.story.clone()),
    ];
    for (name, value) in fields {
        // Writing into a text does not fail.
        writeln!(text, "{:<12}{value}", format!("{name}:")).ok();
    }
    text.push_str(
        "\nThe way there, the latest call first. A program built for release has few names in it or none.\n\n",
    );
    writeln!(text, "{}", panic.backtrace).ok();
    text
}

fn version() -> String {
    let build = if cfg!(debug_assertions) {
        "debug"
    } else {
        "release"
    };
    format!("Dateline {} ({build})", env!("CARGO_PKG_VERSION"))
}

fn system() -> String {
    format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)
}

/// As in `2026-07-05 14:03:22 UTC`.
fn date_and_time(when: UtcDateTime) -> String {
    let date = when.date();
    let (hour, minute, second) = when.time().as_hms();
    format!("{date} {hour:02}:{minute:02}:{second:02} UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panic() -> Panic {
        Panic {
            message: "no such\npassage \u{1b}[31m".to_owned(),
            place: "src/ui/overview.rs:12:5".to_owned(),
            thread: "main".to_owned(),
            backtrace: Backtrace::force_capture(),
        }
    }

    fn report(stops: bool) -> String {
        let circumstances = Circumstances {
            stops,
            when: UtcDateTime::from_unix_timestamp(1_783_260_202).unwrap(),
            drawn_with: "Vulkan, llvmpipe".to_owned(),
            story: "/stories/tea.md".to_owned(),
        };
        text(&panic(), &circumstances)
    }

    #[test]
    fn a_report_says_what_it_is_that_nothing_was_sent_and_what_happened() {
        let report = report(true);

        let head: Vec<_> = report.lines().take(3).collect();
        assert!(head[0].contains("stopped"), "{report}");
        assert!(head[1].contains("Nothing was sent"), "{report}");
        assert!(head[2].contains("send it"), "{report}");
        for fact in [
            "What:       no such\n            passage",
            "Where:      src/ui/overview.rs:12:5",
            "Thread:     main",
            "When:       2026-07-05 14:03:22 UTC",
            "Version:    Dateline ",
            "Drawn with: Vulkan, llvmpipe",
            "Story:      /stories/tea.md",
            "The way there",
        ] {
            assert!(report.contains(fact), "{fact}: {report}");
        }
        assert!(!report.contains('\u{1b}'), "it can be read in a terminal");
    }

    #[test]
    fn a_report_says_whether_the_window_ended_with_it() {
        assert_ne!(report(true).lines().next(), report(false).lines().next());
        assert!(report(false).contains("went on"));
    }
}
