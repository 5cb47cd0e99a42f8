//! The folder of reports, beside the settings: the last few are kept, and with them that the program had to stop.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use time::UtcDateTime;

use super::Stopped;
use crate::files;
use crate::settings::SettingsFile;

/// So many reports are kept.
const MOST: usize = 5;
/// Of so many panics in one second each has a report.
const MOST_IN_A_SECOND: u32 = 9;
/// What the names of reports begin with; the moment follows.
const REPORT: &str = "report-";
/// Bytes of what is left for the next start.
const LARGEST_NOTE: u64 = 64 * 1024;

#[derive(Clone, Debug)]
pub struct Reports {
    folder: PathBuf,
}

impl Reports {
    pub fn beside(settings: &SettingsFile) -> Self {
        Self {
            folder: settings.folder().join("reports"),
        }
    }

    /// Writes a report and takes the oldest away; where it is, if it could be written.
    pub fn add(&self, text: &str, when: UtcDateTime) -> Option<PathBuf> {
        fs::create_dir_all(&self.folder).ok()?;
        let (hour, minute, second) = when.time().as_hms();
        let name = format!("{REPORT}{}-{hour:02}{minute:02}{second:02}", when.date());
        let path = (1..=MOST_IN_A_SECOND)
            .map(|nth| self.folder.join(format!("{name}-{nth}.txt")))
            .find(|path| files::write(path, text.as_bytes(), false).is_ok())?;
        self.sweep(&path);
        Some(path)
    }

    /// Whatever the clock says, the one just written stays.
    fn sweep(&self, newest: &Path) {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut older: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| is_report(path) && path != newest)
            .collect();
        // Their names are in the order of time.
        older.sort_unstable();
        let surplus = (older.len() + 1).saturating_sub(MOST);
        for path in older.iter().take(surplus) {
            // What cannot be taken away today can be next time.
            fs::remove_file(path).ok();
        }
    }

    /// Leaves it to the next start that the program had to stop.
    pub fn leave(&self, stopped: &Stopped) {
        // A path that is no text cannot be written down: the reader cannot be led back there.
        let text = toml::to_string(stopped).or_else(|_| {
            toml::to_string(&Stopped {
                whereabouts: None,
                ..stopped.clone()
            })
        });
        if let Ok(text) = text
            && let Err(error) = files::write(&self.stopped(), text.as_bytes(), true)
        {
            log::error!("the next start will not know of this one: {error}");
        }
    }

    /// What the last start has left. It is told once.
    pub fn take(&self) -> Option<Stopped> {
        let path = self.stopped();
        // Before it is opened: opening a pipe waits until someone writes to it.
        if !fs::metadata(&path).ok()?.is_file() {
            return None;
        }
        let mut text = String::new();
        let file = File::open(&path).ok()?;
        file.take(LARGEST_NOTE).read_to_string(&mut text).ok();
        fs::remove_file(&path).ok();
        toml::from_str(&text).ok()
    }

    fn stopped(&self) -> PathBuf {
        self.folder.join("stopped.toml")
    }
}

fn is_report(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let is_text = path.extension().is_some_and(|extension| extension == "txt");
    is_text && name.is_some_and(|name| name.starts_with(REPORT))
}

/// Where nothing can be written beside the settings: among the system's temporary files.
pub fn elsewhere(text: &str) -> Option<PathBuf> {
    let mut file = tempfile::Builder::new()
        .prefix("dateline-report-")
        .suffix(".txt")
        .tempfile()
        .ok()?;
    file.write_all(text.as_bytes()).ok()?;
    let (_, path) = file.keep().ok()?;
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crash::Whereabouts;
    use crate::session::Bookmark;

    fn reports() -> (tempfile::TempDir, Reports) {
        let folder = tempfile::tempdir().unwrap();
        let settings = SettingsFile::at(folder.path().join("new").join("settings.toml"));
        let reports = Reports::beside(&settings);
        (folder, reports)
    }

    fn second(second: i64) -> UtcDateTime {
        UtcDateTime::from_unix_timestamp(1_783_260_200 + second).unwrap()
    }

    fn kept(reports: &Reports) -> Vec<String> {
        let entries = fs::read_dir(&reports.folder).unwrap();
        let mut texts: Vec<_> = entries
            .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
            .collect();
        texts.sort();
        texts
    }

    fn stopped() -> Stopped {
        Stopped {
            report: "/reports/a.txt".into(),
            shown: Some("tea".to_owned()),
            whereabouts: Some(Whereabouts {
                story: "tea".to_owned(),
                file: Some("/stories/tea.md".into()),
                place: Bookmark {
                    item: Some("leaves".to_owned()),
                    ..Bookmark::default()
                },
            }),
        }
    }

    #[test]
    fn the_last_five_reports_are_kept() {
        let (_folder, reports) = reports();
        for n in 0..8 {
            let path = reports.add(&n.to_string(), second(n)).unwrap();
            assert_eq!(fs::read_to_string(path).unwrap(), n.to_string());
        }
        assert_eq!(kept(&reports), ["3", "4", "5", "6", "7"]);
    }

    #[test]
    fn two_reports_of_one_second_are_two_files() {
        let (_folder, reports) = reports();
        reports.add("a", second(0)).unwrap();
        reports.add("b", second(0)).unwrap();
        assert_eq!(kept(&reports), ["a", "b"]);
    }

    #[test]
    fn a_report_stays_though_the_clock_was_put_back() {
        let (_folder, reports) = reports();
        for n in 1..=5 {
            reports.add(&n.to_string(), second(n)).unwrap();
        }
        let path = reports.add("late", second(0)).unwrap();
        assert!(path.is_file());
        assert_eq!(kept(&reports), ["2", "3", "4", "5", "late"]);
    }

    #[test]
    fn no_file_of_anyone_else_is_taken_away() {
        let (_folder, reports) = reports();
        fs::create_dir_all(&reports.folder).unwrap();
        fs::write(reports.folder.join("notes.txt"), "mine").unwrap();
        for n in 0..8 {
            reports.add(&n.to_string(), second(n)).unwrap();
        }
        assert!(kept(&reports).contains(&"mine".to_owned()));
    }

    #[test]
    fn what_is_left_for_the_next_start_is_told_once() {
        let (_folder, reports) = reports();
        assert_eq!(reports.take(), None);
        reports.add("a", second(0)).unwrap();

        reports.leave(&stopped());

        assert_eq!(reports.take(), Some(stopped()));
        assert_eq!(reports.take(), None);
    }

    #[test]
    fn what_cannot_be_read_is_gone_all_the_same() {
        let (_folder, reports) = reports();
        fs::create_dir_all(&reports.folder).unwrap();
        for bytes in [b"report = 7".as_slice(), b"\xff\xfe", b""] {
            fs::write(reports.stopped(), bytes).unwrap();
            assert_eq!(reports.take(), None);
            assert!(!reports.stopped().exists());
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_text_leaves_at_least_the_report() {
        use std::os::unix::ffi::OsStrExt as _;

        let (_folder, reports) = reports();
        reports.add("a", second(0)).unwrap();
        let mut before = stopped();
        let path = std::ffi::OsStr::from_bytes(b"/stories/\xff.md");
        before.whereabouts.as_mut().unwrap().file = Some(path.into());

        reports.leave(&before);

        let whereabouts = None;
        assert_eq!(
            reports.take(),
            Some(Stopped {
                whereabouts,
                ..before
            })
        );
    }
}
