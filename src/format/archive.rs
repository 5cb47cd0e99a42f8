//! Zip archives: one text is taken out, within limits that no archive can talk us out of.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::{LARGEST_FILE, NoStory};

/// Files that an archive may hold.
const ENTRIES: usize = 5_000;
/// How many times larger a file may be than what it was packed to; text reaches a tenth of this.
const RATIO: u64 = 200;
/// Below this size the ratio says nothing.
const SMALL: u64 = 1024 * 1024;

/// An archive in memory.
pub(super) struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, NoStory> {
        let archive = ZipArchive::new(Cursor::new(bytes)).or(Err(NoStory::BrokenArchive))?;
        if archive.len() > ENTRIES {
            return Err(NoStory::LargeArchive);
        }
        Ok(Self(archive))
    }

    /// Names of the files, but for those that point out of the archive.
    pub fn names(&self) -> Vec<String> {
        let names = self.0.file_names().filter_map(Result::ok);
        let mut names: Vec<_> = names
            .filter(|name| is_inside(name))
            .map(Into::into)
            .collect();
        names.sort();
        names
    }

    /// The content of a file.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, NoStory> {
        let broken = NoStory::BrokenArchive;
        let file = self.0.by_name(name).or(Err(broken.clone()))?;
        let largest = LARGEST_FILE as u64;
        let packed = file.compressed_size().max(1);
        if file.size() > largest {
            return Err(NoStory::LargeArchive);
        }
        // Its own word on its size is not taken.
        let most = largest.min((packed * RATIO).max(SMALL));
        let mut bytes = Vec::new();
        file.take(most + 1)
            .read_to_end(&mut bytes)
            .or(Err(broken))?;
        if bytes.len() as u64 > most {
            return Err(NoStory::LargeArchive);
        }
        Ok(bytes)
    }
}

fn is_inside(name: &str) -> bool {
    let parts = || name.split('/');
    !name.contains(['\\', ':', '\0'])
        && !name.starts_with('/')
        && parts().all(|part| part != "..")
        && !name.ends_with('/')
}
