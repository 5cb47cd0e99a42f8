//! Tiles of servers kept on disk, so that the same is not asked for twice, and is there without a network.

use std::{
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use etcetera::BaseStrategy as _;
use flate2::Crc;

use super::Template;
use crate::fingerprint::fingerprint;

/// Whatever a server allows.
pub const LONGEST_KEPT: Duration = Duration::from_hours(7 * 24);

/// All that is kept of all servers, in bytes.
const BUDGET: u64 = 200 << 20;
/// What may be written, in parts of the budget, before it is looked how much there is. Another window writes, too: only
/// the folder itself knows.
const PART: u64 = 16;

/// Bytes of one, with its head: what is larger was not written here.
const LARGEST: u64 = 4 << 20;

const MARK: &[u8; 8] = b"DLtile1\n";
/// The mark, when it has to go, and the checksum.
const HEAD: usize = 8 + 8 + 4;

pub struct Disk {
    folder: PathBuf,
    budget: u64,
    written: AtomicU64,
    /// Held by whoever looks through the folder.
    looking: Mutex<()>,
}

impl Disk {
    /// In the user's folder for what can be had again; none where there is no such folder.
    pub fn of_the_user() -> Option<Arc<Self>> {
        let folders = etcetera::choose_base_strategy().ok()?;
        let folder = folders.cache_dir().join("dateline").join("tiles");
        Some(Arc::new(Self::at(folder, BUDGET)))
    }

    /// With a budget in bytes.
    pub fn at(folder: impl Into<PathBuf>, budget: u64) -> Self {
        Self {
            folder: folder.into(),
            budget,
            // What an earlier program left there is looked at before the first is added.
            written: AtomicU64::new(budget),
            looking: Mutex::default(),
        }
    }

    /// What is kept of a tile, if it has not had its time.
    pub fn load(
        &self,
        server: &Template,
        tile: (u8, u32, u32),
        now: SystemTime,
    ) -> Option<Vec<u8>> {
        let path = self.path(server, tile);
        let file = File::open(&path).ok()?;
        let mut bytes = Vec::new();
        let read = file.take(LARGEST).read_to_end(&mut bytes);
        let body = read.ok().and_then(|_| body(&bytes, now));
        let Some(body) = body else {
            self.forget(server, tile);
            return None;
        };
        // The one used last stays longest; where that cannot be noted it goes sooner, no more.
        if let Err(error) = File::options()
            .write(true)
            .open(&path)
            .and_then(|file| file.set_modified(now))
        {
            log::debug!("a kept tile: {error}");
        }
        Some(body.to_vec())
    }

    /// Keeps a tile for a time. A full or read-only disk is no reason to stop: nothing is kept then.
    pub fn store(
        &self,
        server: &Template,
        tile: (u8, u32, u32),
        body: &[u8],
        (now, keep): (SystemTime, Duration),
    ) {
        if keep.is_zero() {
            return self.forget(server, tile);
        }
        let path = self.path(server, tile);
        if let Err(error) = self.write(&path, body, now + keep.min(LONGEST_KEPT)) {
            log::warn!("a tile is not kept: {error}");
        }
    }

    pub fn forget(&self, server: &Template, tile: (u8, u32, u32)) {
        fs::remove_file(self.path(server, tile)).ok();
    }

    fn write(&self, path: &Path, body: &[u8], until: SystemTime) -> io::Result<()> {
        self.make_room(body.len() as u64)?;
        let until = until.duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut file = tempfile::Builder::new()
            .prefix(".tile-")
            .tempfile_in(&self.folder)?;
        file.write_all(MARK)?;
        file.write_all(&until.as_secs().to_le_bytes())?;
        file.write_all(&checksum(body).to_le_bytes())?;
        file.write_all(body)?;
        file.persist(path).map_err(|failed| failed.error)?;
        Ok(())
    }

    /// Removes those not used for longest, now and then, so that the budget holds.
    fn make_room(&self, bytes: u64) -> io::Result<()> {
        let part = self.budget / PART;
        if self.written.fetch_add(bytes, Ordering::Relaxed) + bytes < part {
            return Ok(());
        }
        let _looking = self.looking.lock().unwrap_or_else(PoisonError::into_inner);
        fs::create_dir_all(&self.folder)?;
        let mut kept = Vec::new();
        let mut total = bytes;
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            // One that has just gone takes no room.
            let Ok(about) = entry.metadata() else {
                continue;
            };
            total += about.len();
            kept.push((
                about.modified().unwrap_or(UNIX_EPOCH),
                about.len(),
                entry.path(),
            ));
        }
        kept.sort_unstable();
        // Room for what is written until the next look.
        for (_, length, path) in kept {
            if total + part <= self.budget {
                break;
            }
            if fs::remove_file(&path).is_ok() {
                total -= length;
            }
        }
        self.written.store(bytes, Ordering::Relaxed);
        Ok(())
    }

    /// The name tells servers apart, and holds nothing of their addresses: a key may be in them.
    fn path(&self, server: &Template, (zoom, x, y): (u8, u32, u32)) -> PathBuf {
        let server = fingerprint(server.as_str());
        self.folder.join(format!("{server:016x}-{zoom}-{x}-{y}"))
    }
}

/// None where it has been damaged, or its time is over. A clock that was put back makes old ones look new: no time is
/// longer than the longest.
fn body(bytes: &[u8], now: SystemTime) -> Option<&[u8]> {
    let (head, body) = bytes.split_at_checked(HEAD)?;
    let (mark, head) = head.split_at_checked(MARK.len())?;
    let (until, sum) = head.split_first_chunk::<8>()?;
    let until = UNIX_EPOCH.checked_add(Duration::from_secs(u64::from_le_bytes(*until)))?;
    let left = until.duration_since(now).ok()?;
    let is_whole = mark == MARK && sum == checksum(body).to_le_bytes();
    (is_whole && !left.is_zero() && left <= LONGEST_KEPT).then_some(body)
}

fn checksum(body: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(body);
    crc.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TILE: (u8, u32, u32) = (5, 27, 13);
    const DAY: Duration = Duration::from_hours(24);

    fn now() -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_700_000_000)
    }

    fn server() -> Template {
        Template::parse("https://tiles.example.org/{z}/{x}/{y}").unwrap()
    }

    fn disk(budget: u64) -> (tempfile::TempDir, Disk) {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::at(folder.path().join("new").join("tiles"), budget);
        (folder, disk)
    }

    #[test]
    fn what_was_kept_is_there_for_its_time_and_no_longer() {
        let (_folder, disk) = disk(BUDGET);
        disk.store(&server(), TILE, b"a tile", (now(), DAY));

        let load = |after| disk.load(&server(), TILE, now() + after);
        assert_eq!(load(Duration::ZERO).as_deref(), Some(&b"a tile"[..]));
        assert_eq!(load(DAY / 2).as_deref(), Some(&b"a tile"[..]));
        assert_eq!(load(DAY), None);
        assert_eq!(load(DAY / 2), None, "gone for good");
    }

    #[test]
    fn no_server_and_no_clock_make_it_last_longer_than_a_week() {
        let (_folder, disk) = disk(BUDGET);
        disk.store(&server(), TILE, b"a tile", (now(), DAY * 365));
        assert_eq!(disk.load(&server(), TILE, now() + DAY * 8), None);

        disk.store(&server(), TILE, b"a tile", (now(), DAY));
        assert_eq!(disk.load(&server(), TILE, now() - DAY * 30), None);
    }

    #[test]
    fn what_must_not_be_kept_is_not() {
        let (_folder, disk) = disk(BUDGET);
        disk.store(&server(), TILE, b"a tile", (now(), DAY));
        disk.store(&server(), TILE, b"newer", (now(), Duration::ZERO));
        assert_eq!(disk.load(&server(), TILE, now()), None);
    }

    #[test]
    fn a_damaged_one_is_dropped() {
        let (_folder, disk) = disk(BUDGET);
        let path = disk.path(&server(), TILE);
        disk.store(&server(), TILE, b"a tile", (now(), DAY));
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x55;
            for bytes in [&changed[..], &whole[..at]] {
                fs::write(&path, bytes).unwrap();
                let loaded = disk.load(&server(), TILE, now());
                // A byte of the time may make it another time.
                assert!(loaded.is_none() || (8..16).contains(&at), "byte {at}");
            }
        }
        fs::write(&path, b"nonsense").unwrap();
        assert_eq!(disk.load(&server(), TILE, now()), None);
        assert!(!path.exists());
    }

    #[test]
    fn servers_do_not_share_tiles() {
        let (_folder, disk) = disk(BUDGET);
        disk.store(&server(), TILE, b"a tile", (now(), DAY));
        let other = Template::parse("https://tiles.example.net/{z}/{x}/{y}").unwrap();
        assert_eq!(disk.load(&other, TILE, now()), None);
    }

    #[test]
    fn the_budget_holds_and_what_was_used_last_stays() {
        let (_folder, disk) = disk(64_000);
        let body = vec![7; 1000];
        let mut most = 0;
        for i in 0..200 {
            let tile = (9, i, 0);
            let at = now() + Duration::from_secs(u64::from(i) * 60);
            disk.store(&server(), tile, &body, (at, DAY));
            let stored = File::options().write(true).open(disk.path(&server(), tile));
            stored.unwrap().set_modified(at).unwrap();
            assert!(disk.load(&server(), (9, 0, 0), at).is_some(), "after {i}");
            let files = fs::read_dir(&disk.folder).unwrap();
            let total: u64 = files
                .map(|file| file.unwrap().metadata().unwrap().len())
                .sum();
            most = most.max(total);
        }
        assert!((40_000..=64_000).contains(&most), "{most} bytes");
        assert!(disk.load(&server(), (9, 199, 0), now() + DAY / 2).is_some());
        assert!(disk.load(&server(), (9, 1, 0), now() + DAY / 2).is_none());
    }

    #[test]
    fn a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a file");
        fs::write(&file, "no folder").unwrap();
        let disk = Disk::at(&file, BUDGET);

        disk.store(&server(), TILE, b"a tile", (now(), DAY));

        assert_eq!(disk.load(&server(), TILE, now()), None);
        assert_eq!(fs::read(&file).unwrap(), b"no folder");
    }
}
