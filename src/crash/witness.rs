//! Whoever hears of every panic, writes its report, and says so on the terminal.

use std::io::{self, Write as _};
use std::panic::{self, PanicHookInfo};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread::{self, ThreadId};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use time::UtcDateTime;

use super::report::{self, Circumstances, Panic};
use super::reports::elsewhere;
use super::{LastGood, Reports, Stopped};
use crate::format::printed;
use crate::settings::SettingsFile;

/// The thread that writes reports: a panic while it does so ends it and no more.
const REPORTER: &str = "report";
/// So long a report may take: a disk that does not answer keeps no window from ending.
const PATIENCE: Duration = Duration::from_secs(10);
/// Reports of one start that do not end the window: a fault may come back with every tile.
const MOST_GONE_ON: usize = 5;

pub struct Witness {
    settings_file: Option<SettingsFile>,
    last_good: LastGood,
    window_thread: ThreadId,
    stage: Mutex<Stage>,
    /// Of the window's thread: what its last panic said.
    heard: Mutex<String>,
    /// Where in the source others panicked.
    reported: Mutex<Vec<String>>,
}

/// How far the program has come.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    /// There is no window yet.
    Preparing,
    /// Libraries panic where the system lacks something that a window needs. That is no fault of the program, and told
    /// otherwise.
    Opening,
    Open {
        drawn_with: String,
    },
}

impl Witness {
    /// For a window on this thread.
    pub fn new(settings_file: Option<SettingsFile>) -> Arc<Self> {
        Arc::new(Self {
            settings_file,
            last_good: LastGood::default(),
            window_thread: thread::current().id(),
            stage: Mutex::new(Stage::Preparing),
            heard: Mutex::default(),
            reported: Mutex::default(),
        })
    }

    /// Hears of every panic from now on.
    pub fn listen(self: &Arc<Self>) {
        let witness = Arc::clone(self);
        panic::set_hook(Box::new(move |info| witness.hear(info)));
    }

    pub fn begin_opening(&self) {
        *locked(&self.stage) = Stage::Opening;
    }

    /// The window is there; with what it is drawn is for the report.
    pub fn is_open(&self, drawn_with: String) {
        *locked(&self.stage) = Stage::Open { drawn_with };
    }

    /// Where the window keeps what was last good.
    pub fn last_good(&self) -> &LastGood {
        &self.last_good
    }

    /// What the panic said that ended the opening of the window; none where the window was open, and all is told.
    pub fn heard_while_opening(&self) -> Option<String> {
        let is_opening = *locked(&self.stage) == Stage::Opening;
        is_opening.then(|| locked(&self.heard).clone())
    }

    /// Nothing here may panic: the program would end on the spot. What could is done on a thread of its own.
    fn hear(self: &Arc<Self>, info: &PanicHookInfo<'_>) {
        if thread::current().name() == Some(REPORTER) {
            return;
        }
        let stage = locked(&self.stage).clone();
        let is_the_windows = thread::current().id() == self.window_thread;
        if is_the_windows && stage == Stage::Opening {
            *locked(&self.heard) = info.to_string();
            return;
        }
        let stops = is_the_windows && stage != Stage::Preparing;
        let panic = Panic::of(info);
        if !stops && !self.is_news(&panic.place) {
            return;
        }
        let said = panic.said();
        let witness = Arc::clone(self);
        let report = beside(move || witness.report(&panic, stops, stage)).flatten();
        tell(&sentence(stops, &said, report));
    }

    /// Whether no panic at this place of the source was reported yet, and few were at all.
    fn is_news(&self, place: &str) -> bool {
        let mut reported = locked(&self.reported);
        let is_news =
            reported.len() < MOST_GONE_ON && !reported.iter().any(|before| before == place);
        if is_news {
            reported.push(place.to_owned());
        }
        is_news
    }

    /// Writes the report; where the window stops, also saves what was last good, and leaves word to the next start.
    fn report(&self, panic: &Panic, stops: bool, stage: Stage) -> Option<PathBuf> {
        let when = now();
        let circumstances = Circumstances {
            stops,
            when,
            drawn_with: match stage {
                Stage::Preparing | Stage::Opening => "nothing yet".to_owned(),
                Stage::Open { drawn_with } => drawn_with,
            },
            story: self.last_good.story(),
        };
        let text = report::text(panic, &circumstances);
        let reports = self.settings_file.as_ref().map(Reports::beside);
        let report = reports
            .as_ref()
            .and_then(|reports| reports.add(&text, when));
        let report = report.or_else(|| elsewhere(&text));
        if stops {
            if let (Some(reports), Some(report)) = (reports, &report) {
                reports.leave(&Stopped {
                    report: report.clone(),
                    shown: self.last_good.shown(),
                    whereabouts: self.last_good.whereabouts(),
                });
            }
            if let (Some(file), Some(settings)) = (&self.settings_file, self.last_good.settings())
                && let Err(error) = file.save(&settings)
            {
                tell(&format!("The settings could not be saved ({error})."));
            }
        }
        report
    }
}

/// No lock of the witness is held where a panic could be.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The answer of work done beside; none where it panics or takes too long.
fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (sender, answer) = mpsc::channel();
    thread::Builder::new()
        .name(REPORTER.to_owned())
        .spawn(move || sender.send(work()).ok())
        .ok()?;
    answer.recv_timeout(PATIENCE).ok()
}

fn sentence(stops: bool, said: &str, report: Option<PathBuf>) -> String {
    let what = if stops {
        "Dateline has to stop because of a fault of its own"
    } else {
        "A part of Dateline's work broke off because of a fault of its own"
    };
    match report {
        // Last, and to be copied.
        Some(path) => format!("{what} ({said}); a report is in {}", printed(path)),
        None => format!("{what} ({said}), of which no report could be written."),
    }
}

/// A terminal that is gone hears nothing, and that is no fault.
fn tell(sentence: &str) {
    writeln!(io::stderr(), "dateline: {sentence}").ok();
}

fn now() -> UtcDateTime {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    let seconds = i64::try_from(seconds).unwrap_or_default();
    UtcDateTime::from_unix_timestamp(seconds).unwrap_or(UtcDateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_while_a_report_is_written_is_no_report() {
        let written = beside(|| -> PathBuf { panic!("no report can be made of this") });
        assert_eq!(written, None);
    }

    #[test]
    fn a_fault_that_comes_back_is_reported_once_and_of_many_the_first() {
        let witness = Witness::new(None);
        assert!(witness.is_news("a.rs:1:1"));
        assert!(!witness.is_news("a.rs:1:1"));
        let more = (2..100).filter(|line| witness.is_news(&format!("a.rs:{line}:1")));
        assert_eq!(more.count(), MOST_GONE_ON - 1);
    }
}
