//! The settings on disk: a small TOML file, replaced in one step, and kept aside where it cannot be read.

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use etcetera::BaseStrategy as _;
use serde::Deserialize as _;
use toml::{Table, Value};

use super::Settings;
use super::merge::merged;

/// Bytes that the file may have; thousands of stories leave less.
const LARGEST: u64 = 8 * 1024 * 1024;
/// What the names of files begin with that are still being written.
const UNFINISHED: &str = ".settings-";

/// The settings as found at the start.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub settings: Settings,
    /// Where a file that could not be read was put aside.
    pub put_aside: Option<PathBuf>,
}

/// Where the settings lie.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    path: PathBuf,
    /// As they were read or saved last, to know what this program changed since.
    known: Arc<Mutex<Table>>,
}

impl SettingsFile {
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            known: Arc::default(),
        }
    }

    /// The file in the user's folder for settings; none where there is no such folder.
    pub fn of_the_user() -> Option<Self> {
        let folders = etcetera::choose_base_strategy().ok()?;
        Some(Self::at(
            folders.config_dir().join("dateline").join("settings.toml"),
        ))
    }

    pub(crate) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// A missing file is the defaults; a corrupt one is put aside, so that nothing is lost.
    pub fn load(&self) -> Found {
        let found = match self.table() {
            Ok(table) => Found {
                settings: read(table).within_reason(),
                put_aside: None,
            },
            Err(error) if error.kind() == io::ErrorKind::InvalidData => self.put_aside(),
            Err(_) => Found::default(),
        };
        self.know(Table::try_from(&found.settings).unwrap_or_default());
        self.sweep();
        found
    }

    /// Takes away what programs left that were killed while they saved; another one may be saving just now.
    fn sweep(&self) {
        const OLD: Duration = Duration::from_hours(1);

        for entry in std::fs::read_dir(self.folder())
            .into_iter()
            .flatten()
            .flatten()
        {
            let is_ours = entry.file_name().to_string_lossy().starts_with(UNFINISHED);
            let modified = entry.metadata().and_then(|about| about.modified());
            let age = modified.ok().and_then(|modified| modified.elapsed().ok());
            if is_ours && age.is_some_and(|age| age > OLD) {
                // What cannot be taken away today can be next time.
                drop(std::fs::remove_file(entry.path()));
            }
        }
    }

    /// What the file holds; invalid data is what is there but none of ours.
    fn table(&self) -> io::Result<Table> {
        // Before it is opened: opening a pipe waits until someone writes to it.
        if !std::fs::metadata(&self.path)?.is_file() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let mut text = String::new();
        std::fs::File::open(&self.path)?
            .take(LARGEST + 1)
            .read_to_string(&mut text)?;
        if text.len() as u64 > LARGEST {
            return Err(io::ErrorKind::InvalidData.into());
        }
        toml::from_str(&text).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }

    fn know(&self, table: Table) {
        if let Ok(mut known) = self.known.lock() {
            *known = table;
        }
    }

    fn put_aside(&self) -> Found {
        let aside = self.path.with_extension("toml.bad");
        let put_aside = std::fs::rename(&self.path, &aside).is_ok().then_some(aside);
        Found {
            settings: Settings::default(),
            put_aside,
        }
    }

    /// Replaces the file in one step: whatever happens, the old one or the new one is there, whole. What another window
    /// of the program changed in it since is kept.
    ///
    /// # Errors
    /// Where the folder or the file cannot be written.
    pub fn save(&self, settings: &Settings) -> io::Result<()> {
        let folder = self.folder();
        std::fs::create_dir_all(folder)?;
        let ours = Table::try_from(settings).map_err(io::Error::other)?;
        let table = match (self.table(), self.known.lock()) {
            (Ok(theirs), Ok(known)) => merged(&known, ours.clone(), theirs),
            _ => ours.clone(),
        };
        let text = toml::to_string_pretty(&table).map_err(io::Error::other)?;
        replace(&self.path, folder, text.as_bytes())?;
        self.know(ours);
        Ok(())
    }
}

/// Writes a file in one step; the unfinished one lies in `folder`, which is on the same disk.
pub(super) fn replace(path: &Path, folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}

/// Each setting by itself: one that a hand or a newer version wrote otherwise is its default, and the others stay.
fn read(table: Table) -> Settings {
    let readable = readable_part(table, &|table| Settings::deserialize(table).is_ok());
    Settings::deserialize(readable).unwrap_or_default()
}

/// The entries that can be read alone; of a table among them that cannot, what can.
fn readable_part(table: Table, can_be_read: &dyn Fn(Table) -> bool) -> Table {
    let mut readable = Table::new();
    for (key, value) in table {
        let alone = |value: Value| can_be_read(Table::from_iter([(key.clone(), value)]));
        let part = match value {
            Value::Table(inner) if !alone(Value::Table(inner.clone())) => {
                Value::Table(readable_part(inner, &|part| alone(Value::Table(part))))
            }
            value => value,
        };
        if alone(part.clone()) {
            readable.insert(key, part);
        } else {
            log::warn!("the setting {key} cannot be read and is left out");
        }
    }
    readable
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{BasemapKind, TextSize, ThemeChoice, TileServer};

    fn file() -> (tempfile::TempDir, SettingsFile) {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::at(folder.path().join("new").join("settings.toml"));
        (folder, file)
    }

    #[test]
    fn what_was_saved_is_found_again() {
        let (_folder, file) = file();
        let mut settings = Settings {
            theme: ThemeChoice::Dark,
            panel_width: Some(420.0),
            ..Settings::default()
        };
        settings.text_size = settings.text_size.larger();
        settings.toggle_studied("a story", "warehousing");

        file.save(&settings).unwrap();

        assert_eq!(file.load().settings, settings);
        assert!(file.load().settings.is_studied("a story", "warehousing"));
    }

    #[test]
    fn a_missing_file_is_the_defaults() {
        let (_folder, file) = file();
        assert_eq!(file.load().settings, Settings::default());
    }

    #[test]
    fn a_corrupt_file_is_put_aside_and_kept() {
        for bytes in [b"theme = ".as_slice(), b"\xff\xfe\x00"] {
            let (_folder, file) = file();
            file.save(&Settings::default()).unwrap();
            std::fs::write(&file.path, bytes).unwrap();

            let found = file.load();

            assert_eq!(found.settings, Settings::default());
            assert_eq!(std::fs::read(found.put_aside.unwrap()).unwrap(), bytes);
            assert!(!file.path.exists());
        }
    }

    #[test]
    fn a_value_that_cannot_be_read_takes_no_other_with_it() {
        let good = [
            "theme = \"dark\"",
            "language = \"chinese\"",
            "map_names = \"both\"",
            "text_size = 1.5",
            "line_width = \"wide\"",
            "wording = \"original\"",
            "motion = \"reduced\"",
            "wheel = \"push-further\"",
            "pace = \"fast\"",
            "panel_width = 420.0",
        ];
        for broken in 0..good.len() {
            for bad in ["\"purple\"", "[7]", "{ dark = true }", "1979-05-27"] {
                let mut all = good.map(str::to_owned).to_vec();
                let mut rest = all.clone();
                rest.remove(broken);
                let key = good[broken].split_once(" =").unwrap().0;
                all[broken] = format!("{key} = {bad}");
                let found = read(toml::from_str(&all.join("\n")).unwrap());
                let expected = toml::from_str(&rest.join("\n")).unwrap();
                assert_eq!(found, expected, "{all:?}");
                assert_ne!(found, Settings::default());
            }
        }
    }

    #[test]
    fn what_can_be_read_of_a_table_is_read() {
        let text = "[window]\nwidth = \"broad\"\nheight = 900.0\n\
            [studied]\nold = 7\nstory = [\"warehousing\"]\n";

        let settings = read(toml::from_str(text).unwrap());

        let window = settings.window;
        assert_eq!((window.width, window.height), (1280.0, 900.0));
        assert!(settings.is_studied("story", "warehousing"));
        assert!(!settings.studied.contains_key("old"));
    }

    #[test]
    fn a_map_that_cannot_be_read_is_the_one_inside_and_its_address_stays() {
        let text = "[basemap]\nkind = \"hologram\"\nserver = \"own\"\nfile = 7\n\
            address = \"https://tiles.example.org/{z}/{x}/{y}\"\n";

        let basemap = read(toml::from_str(text).unwrap()).basemap;

        assert_eq!(basemap.kind, BasemapKind::Embedded);
        assert_eq!(basemap.server, Some(TileServer::Own));
        assert!(basemap.address.starts_with("https://tiles"));
    }

    #[test]
    fn what_a_newer_version_wrote_is_kept() {
        let (_folder, file) = file();
        file.save(&Settings::default()).unwrap();
        std::fs::write(&file.path, "theme = \"light\"\nhologram = true\n").unwrap();

        let settings = file.load().settings;
        file.save(&settings).unwrap();

        assert!(
            std::fs::read_to_string(&file.path)
                .unwrap()
                .contains("hologram = true")
        );
    }

    #[test]
    fn numbers_beyond_reason_are_brought_back() {
        let (_folder, file) = file();
        file.save(&Settings::default()).unwrap();
        std::fs::write(
            &file.path,
            "text_size = 1e9\npanel_width = nan\n[window]\nwidth = -5\nheight = inf\n",
        )
        .unwrap();

        let settings = file.load().settings;

        assert_eq!(settings.text_size.factor(), TextSize::LARGEST);
        assert_eq!(settings.panel_width, None);
        assert_eq!(
            (settings.window.width, settings.window.height),
            (320.0, 800.0)
        );
    }
}
